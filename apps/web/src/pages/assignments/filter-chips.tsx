import { X } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { AssignmentsSearch } from '../../app/paths.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { roleName, statusName } from '../../messages/names.ts';
import styles from './filter-chips.module.css';
import { filterOf } from './people-query.ts';

export interface FilterChipsProps {
  search: AssignmentsSearch;
  onChange: (change: Partial<AssignmentsSearch>) => void;
}

interface Chip {
  readonly label: string;
  readonly value: string;
  readonly without: Partial<AssignmentsSearch>;
}

/** What the list is narrowed to, value by value, each to be taken away alone. */
export function FilterChips({ search, onChange }: FilterChipsProps) {
  const { t } = useMessages();
  const { status = [], role = [], licenseId = [] } = filterOf(search);
  const chips: Chip[] = [
    ...status.map((each) => ({
      label: t('assignments.filter.status'),
      value: t(statusName(each)),
      without: { status: status.filter((other) => other !== each) },
    })),
    ...role.map((each) => ({
      label: t('assignments.filter.role'),
      value: t(roleName(each)),
      without: { role: role.filter((other) => other !== each) },
    })),
    ...licenseId.map((each) => ({
      label: t('assignments.filter.license'),
      value: formatLicenseId(each),
      without: { license: licenseId.filter((other) => other !== each) },
    })),
  ];
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t('filter.chips')} className={styles.chips}>
      {chips.map(({ label, value, without }) => {
        const words = t('filter.chip', { label, value });
        return (
          <li key={words} className={styles.chip}>
            <span>{words}</span>
            <Button
              aria-label={t('filter.remove', { filter: words })}
              onPress={() => onChange(without)}
              className={styles.remove}
            >
              <X size={14} strokeWidth={2} aria-hidden />
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
