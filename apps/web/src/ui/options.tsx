import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
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
  emptyText?: string;
}

/** The list that a select, filter or combo box opens. */
export function OptionsPopover({ options, isMultiple = false, footer, emptyText }: OptionsProps) {
  const { t } = useMessages();
  return (
    <Popover className={styles.popover} offset={4}>
      <ListBox
        items={options}
        className={styles.list}
        renderEmptyState={() => <div className={styles.empty}>{emptyText ?? t('ui.noOptions')}</div>}
      >
        {(option) => (
          <ListBoxItem
            id={option.id}
            textValue={option.label}
            isDisabled={option.isDisabled}
            className={styles.option}
          >
            {({ isSelected }) => (
              <>
                <span className={isMultiple ? styles.box : styles.tick} aria-hidden>
                  {isSelected && <Check size={isMultiple ? 12 : 16} strokeWidth={isMultiple ? 3.5 : 2} />}
                </span>
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
        )}
      </ListBox>
      {footer && <div className={styles.footer}>{footer}</div>}
    </Popover>
  );
}
