import { Search, X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import styles from './search-field.module.css';

export interface SearchFieldProps
  extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Its name and its placeholder ("Search name or email"). */
  label: string;
}

/** A search box; Esc empties it. `onChange(text)` comes at every key: wait a moment before asking the server. */
export function SearchField({ label, ...props }: SearchFieldProps) {
  const { t } = useMessages();
  return (
    <AriaSearchField {...props} aria-label={label} className={styles.search}>
      {({ isEmpty }) => (
        <>
          <Search size={18} strokeWidth={1.5} aria-hidden className={styles.icon} />
          <Input placeholder={label} className={classNames(fieldStyles.input, styles.input)} />
          {!isEmpty && (
            <Button aria-label={t('ui.clearSearch')} className={styles.clear}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </Button>
          )}
        </>
      )}
    </AriaSearchField>
  );
}
