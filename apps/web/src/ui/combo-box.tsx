import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox } from 'react-aria-components/ListBox';
import { useMessages } from '../messages/messages.tsx';
import styles from './combo-box.module.css';
import { type Option, OptionItem } from './options.tsx';
import { SearchField } from './search-field.tsx';

export interface ComboBoxProps<Id extends string> {
  /** Its name and placeholder ("Name or email"). */
  label: string;
  /** What the server found for `inputValue`; nothing is filtered here. */
  options: readonly Option<Id>[];
  inputValue: string;
  onInputChange: (text: string) => void;
  /** An option was chosen. The text is the caller's to clear or keep. */
  onChoose: (id: Id) => void;
  isLoading?: boolean;
  /** Where nothing was found. */
  emptyText?: string;
}

/**
 * A search whose results drop down below it, for adding one after the other: people, license IDs. Arrow keys
 * move through the results, Enter takes one, Esc empties the search.
 */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, options, inputValue, onInputChange, onChoose, isLoading, emptyText } = props;
  const { t } = useMessages();
  const [hasFocus, setHasFocus] = useState(false);
  const isOpen = hasFocus && inputValue !== '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches whether focus is within
    <div
      className={styles.combo}
      onFocus={() => setHasFocus(true)}
      onBlur={(event) => setHasFocus(event.currentTarget.contains(event.relatedTarget))}
    >
      <Autocomplete inputValue={inputValue} onInputChange={onInputChange}>
        <SearchField label={label} />
        <div className={styles.results} hidden={!isOpen}>
          <ListBox
            aria-label={label}
            items={isOpen ? options : []}
            onAction={(key) => onChoose(key as Id)}
            className={styles.list}
            renderEmptyState={() => (
              <div role="status" className={styles.empty}>
                {isLoading ? t('ui.loading') : (emptyText ?? t('ui.noOptions'))}
              </div>
            )}
          >
            {(option) => <OptionItem option={option} mark="none" />}
          </ListBox>
        </div>
      </Autocomplete>
    </div>
  );
}
