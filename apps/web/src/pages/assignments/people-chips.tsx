import type { AssignmentsSearch } from '../../app/paths.ts';
import { type Chip, FilterChips } from '../../listing/filter-chips.tsx';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { roleName, statusName } from '../../messages/names.ts';
import { filterOf } from './people-query.ts';

export interface PeopleChipsProps {
  search: AssignmentsSearch;
  onChange: (change: Partial<AssignmentsSearch>) => void;
}

/** What the list of people is narrowed to. */
export function PeopleChips({ search, onChange }: PeopleChipsProps) {
  const { t } = useMessages();
  const { status = [], role = [], licenseId = [] } = filterOf(search);
  const chips: Chip[] = [
    ...status.map((each) => ({
      label: t('assignments.filter.status'),
      value: t(statusName(each)),
      onRemove: () => onChange({ status: status.filter((other) => other !== each) }),
    })),
    ...role.map((each) => ({
      label: t('assignments.filter.role'),
      value: t(roleName(each)),
      onRemove: () => onChange({ role: role.filter((other) => other !== each) }),
    })),
    ...licenseId.map((each) => ({
      label: t('assignments.filter.license'),
      value: formatLicenseId(each),
      onRemove: () => onChange({ license: licenseId.filter((other) => other !== each) }),
    })),
  ];
  return <FilterChips chips={chips} />;
}
