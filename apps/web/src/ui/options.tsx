import { Check } from 'lucide-react';
import { ListBoxItem } from 'react-aria-components/ListBox';
import { Text } from 'react-aria-components/Text';
import styles from './options.module.css';

/** One choice of a select, filter or combo box. */
export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  /** A second line. */
  description?: string;
  /** A shorter label for the closed control. */
  shortLabel?: string;
  isDisabled?: boolean;
}

export interface OptionItemProps {
  option: Option;
  /** How it shows that it is chosen. */
  mark: 'box' | 'tick' | 'none';
}

/** One option in a list. */
export function OptionItem({ option, mark }: OptionItemProps) {
  const isBox = mark === 'box';
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled}
      className={styles.option}
    >
      {({ isSelected }) => (
        <>
          {mark !== 'none' && (
            <span className={styles[mark]} aria-hidden>
              {isSelected && <Check size={isBox ? 12 : 16} strokeWidth={isBox ? 3.5 : 2} />}
            </span>
          )}
          <span className={styles.texts}>
            <Text slot="label">{option.label}</Text>
            {option.description && (
              <Text slot="description" className={styles.description}>
                {option.description}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
