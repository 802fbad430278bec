import { ListFilter } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { PHONE, useMediaQuery } from '../ui/use-media-query.ts';
import styles from './filter-bar.module.css';

const FiltersSheet = lazy(() => import('./filters-sheet.tsx'));

const TYPING_MILLISECONDS = 250;

export interface FilterBarProps {
  /** Names the search and the filters together. */
  label: string;
  searchLabel: string;
  /** The search text as the address has it. */
  text: string;
  onSearch: (text: string) => void;
  /** By how many filters besides the text the list is narrowed. */
  count: number;
  /** The filters themselves; none where there are none. */
  choices?: ReactNode;
  /** On phones, what closes the filters: "Show 12 people". */
  showLabel: string;
  onClear: () => void;
  /** At the end of the line. */
  end?: ReactNode;
}

/** Search and filters above a list. On phones the filters are behind one button. */
export function FilterBar(props: FilterBarProps) {
  const { label, text, count, choices, onClear, end } = props;
  const { t } = useMessages();
  const isPhone = useMediaQuery(PHONE);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return (
    <search aria-label={label} className={styles.bar}>
      <SearchText label={props.searchLabel} text={text} onChange={props.onSearch} />
      {isPhone && choices ? (
        <Button
          icon={<ListFilter size={16} strokeWidth={1.5} aria-hidden />}
          onPress={() => {
            setWasOpened(true);
            setSheetOpen(true);
          }}
        >
          {count === 0 ? t('list.filters') : t('list.filters.count', { count })}
        </Button>
      ) : (
        choices
      )}
      {!isPhone && (count > 0 || text !== '') && (
        <span className={styles.clear}>
          <LinkButton onPress={onClear}>{t('list.clear')}</LinkButton>
        </span>
      )}
      {end && <span className={styles.end}>{end}</span>}
      {isPhone && wasOpened && (
        <Suspense>
          <FiltersSheet
            isOpen={isSheetOpen}
            onClose={() => setSheetOpen(false)}
            title={label}
            showLabel={props.showLabel}
            onClear={onClear}
          >
            {choices}
          </FiltersSheet>
        </Suspense>
      )}
    </search>
  );
}

/** The search text, which reaches the address when the person stops typing. */
function SearchText(props: { label: string; text: string; onChange: (text: string) => void }) {
  const { label, text, onChange } = props;
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);

  // Someone else changed the address: Back, Clear all.
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);

  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onChange(typed);
    }, TYPING_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, onChange]);

  return (
    <div className={styles.search}>
      <SearchField label={label} value={typed} onChange={setTyped} maxLength={200} />
    </div>
  );
}
