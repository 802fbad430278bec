import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback } from 'react';
import { rolesQuery } from '../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import type { AssignmentsSearch } from '../../app/paths.ts';
import { FilterBar } from '../../listing/filter-bar.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { FilterSelect } from '../../ui/multi-select.tsx';
import { roleOptions, statusOptions } from './filter-options.ts';
import { LicenseFilter } from './license-filter.tsx';
import { countFilters, filterOf } from './people-query.ts';

export interface ListFiltersProps {
  search: AssignmentsSearch;
  /** How many people match now; null while that is not known. */
  matching: number | null;
  onChange: (change: Partial<AssignmentsSearch>) => void;
  onClear: () => void;
  /** At the end of the line: what keeps the view. */
  end?: ReactNode;
}

/** Search and filters above the list of people. */
export function ListFilters({ search, matching, onChange, onClear, end }: ListFiltersProps) {
  const { t } = useMessages();
  const find = useCallback((q: string) => onChange({ q }), [onChange]);
  return (
    <FilterBar
      label={t('assignments.filters.title')}
      searchLabel={t('assignments.search')}
      text={search.q ?? ''}
      onSearch={find}
      count={countFilters(search)}
      choices={<Choices search={search} onChange={onChange} />}
      showLabel={matching === null ? t('ui.close') : t('assignments.filters.show', { count: matching })}
      onClear={onClear}
      end={end}
    />
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
