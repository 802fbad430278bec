import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { rolesQuery } from '../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import type { AssignmentsSearch } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FilterSelect } from '../../ui/multi-select.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import { roleOptions, statusOptions } from './filter-options.ts';
import { LicenseFilter } from './license-filter.tsx';
import styles from './list-filters.module.css';
import { countFilters, filterOf } from './people-query.ts';

const FiltersSheet = lazy(() => import('./filters-sheet.tsx'));

const TYPING_MILLISECONDS = 250;

export interface ListFiltersProps {
  search: AssignmentsSearch;
  /** How many people match now; null while that is not known. */
  matching: number | null;
  onChange: (change: Partial<AssignmentsSearch>) => void;
  onClear: () => void;
  /** At the end of the line: what keeps the view. */
  end?: ReactNode;
}

/** Search and filters above the list. On phones the filters are behind one button. */
export function ListFilters({ search, matching, onChange, onClear, end }: ListFiltersProps) {
  const { t } = useMessages();
  const isPhone = useMediaQuery(PHONE);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const count = countFilters(search);
  const choices = <Choices search={search} onChange={onChange} />;
  return (
    <search aria-label={t('assignments.filters.title')} className={styles.bar}>
      <SearchText text={search.q ?? ''} onChange={(q) => onChange({ q })} />
      {isPhone ? (
        <Button
          icon={<ListFilter size={16} strokeWidth={1.5} aria-hidden />}
          onPress={() => {
            setWasOpened(true);
            setSheetOpen(true);
          }}
        >
          {count === 0 ? t('assignments.filters') : t('assignments.filters.count', { count })}
        </Button>
      ) : (
        choices
      )}
      {!isPhone && (count > 0 || search.q) && (
        <span className={styles.clear}>
          <LinkButton onPress={onClear}>{t('assignments.clear')}</LinkButton>
        </span>
      )}
      {end && <span className={styles.end}>{end}</span>}
      {isPhone && wasOpened && (
        <Suspense>
          <FiltersSheet
            isOpen={isSheetOpen}
            onClose={() => setSheetOpen(false)}
            matching={matching}
            onClear={onClear}
          >
            {choices}
          </FiltersSheet>
        </Suspense>
      )}
    </search>
  );
}

function Choices({ search, onChange }: Pick<ListFiltersProps, 'search' | 'onChange'>) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { data: roles = [] } = useQuery(rolesQuery(api, number));
  const filter = filterOf(search);
  return (
    <>
      <FilterSelect
        label={t('assignments.filter.status')}
        options={statusOptions(t)}
        values={filter.status ?? []}
        onChange={(status) => onChange({ status })}
      />
      <FilterSelect
        label={t('assignments.filter.role')}
        options={roleOptions(roles, t)}
        values={filter.role ?? []}
        onChange={(role) => onChange({ role })}
      />
      <LicenseFilter values={filter.licenseId ?? []} onChange={(license) => onChange({ license })} />
    </>
  );
}

/** The search text, which reaches the address when the person stops typing. */
function SearchText({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useMessages();
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
      <SearchField label={t('assignments.search')} value={typed} onChange={setTyped} maxLength={200} />
    </div>
  );
}
