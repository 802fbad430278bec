import type { AssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { CHANGE_KINDS } from '@muniment/contract/assignment-changes.ts';
import { getVlUser } from '@muniment/contract/vl-users.ts';
import { useQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import type { ActivitySearch } from '../../app/paths.ts';
import { SearchFilter } from '../../listing/search-filter.tsx';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { FilterSelect } from '../../ui/multi-select.tsx';
import styles from './activity.module.css';
import { kindsOf } from './activity-queries.ts';

interface ActivityFiltersProps {
  search: ActivitySearch;
  /** What is shown: it may name the person who is asked for. */
  changes: readonly AssignmentChange[];
  onChange: (search: ActivitySearch) => void;
}

/** Narrows the changes to kinds, to a person and to a license ID. */
export function ActivityFilters({ search, changes, onChange }: ActivityFiltersProps) {
  const { t } = useMessages();
  const person = useNameOf(search.user, changes);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <search aria-label={t('activity.filters')} className={styles.filters}>
      <FilterSelect
        label={t('activity.filter.kind')}
        options={CHANGE_KINDS.map((kind) => ({ id: kind, label: t(`activity.kind.${kind}`) }))}
        values={kindsOf(search)}
        onChange={(kind) => onChange({ ...search, kind })}
      />
      <SearchFilter
        kind="person"
        chosen={search.user ?? null}
        chosenName={person}
        onChoose={(user) => onChange({ ...search, user: user ?? undefined })}
      />
      <SearchFilter
        kind="license"
        chosen={search.license ?? null}
        chosenName={search.license === undefined ? null : formatLicenseId(search.license)}
        onChoose={(license) => onChange({ ...search, license: license ?? undefined })}
      />
      {isFiltered && <LinkButton onPress={() => onChange({})}>{t('activity.clear')}</LinkButton>}
    </search>
  );
}

/** Whoever was removed is no longer listed, and named by the changes alone. */
function useNameOf(vlUserId: string | undefined, changes: readonly AssignmentChange[]): string | null {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const named = changes.flatMap(({ difference }) => difference).find((one) => one.vlUserId === vlUserId);
  const { data } = useQuery({
    queryKey: [number, 'vl-user-name', vlUserId],
    queryFn: ({ signal }) => api.call(getVlUser, { params: { vlUserId: vlUserId ?? '' }, signal }),
    enabled: vlUserId !== undefined && named === undefined,
    retry: false,
  });
  if (vlUserId === undefined) return null;
  return named?.displayName ?? data?.displayName ?? t('activity.filter.somebody');
}
