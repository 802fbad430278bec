import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useMessages } from '../messages/messages.tsx';
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

interface OptionsProps {
  options: readonly Option[];
  /** Each option shows a check box, since several can be chosen. */
  isMultiple?: boolean;
  /** Below the list. */
  footer?: ReactNode;
}

/** The list that a select, filter or combo box opens. */
export function OptionsPopover({ options, isMultiple = false, footer }: OptionsProps) {
  const { t } = useMessages();
  return (
    <Popover className={styles.popover} offset={4}>
      <ListBox
        items={options}
        className={styles.list}
        renderEmptyState={() => <div className={styles.empty}>{t('ui.noOptions')}</div>}
      >
        {(option) => <OptionItem option={option} mark={isMultiple ? 'box' : 'tick'} />}
      </ListBox>
      {footer && <div className={styles.footer}>{footer}</div>}
    </Popover>
  );
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
            <span>{option.label}</span>
            {option.description && <span className={styles.description}>{option.description}</span>}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
