import type { LicenseAccess } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../../messages/messages.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useRowVirtualizer } from '../../../ui/use-row-virtualizer.ts';
import styles from './license-list.module.css';
import { LicenseRow } from './license-row.tsx';
import { standingOf } from './person-standing.ts';

/** From so many license IDs on there is a search. */
const SEARCH_FROM = 8;
const ESTIMATED_ROW_HEIGHT = 53;

export interface LicenseListProps {
  vlUserId: string;
  /** A past moment, at which there is nothing to edit; undefined: now. */
  at: string | undefined;
  licenses: readonly LicenseAccess[];
  wanted: ReadonlyMap<string, readonly Role[]>;
  isYou: boolean;
  /** Not in the directory. */
  isGone: boolean;
  /** Whether roles can be added now; they can always be taken away. */
  canAdd: boolean;
  onChange: (licenseId: string, roles: readonly Role[]) => void;
}

type Line =
  | {
      readonly kind: 'agreement';
      readonly id: string;
      readonly number: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'license'; readonly id: string; readonly license: LicenseAccess };

/** A person's license IDs by agreement, each with its roles to edit. Thousands are fine: few are drawn. */
export function LicenseList(props: LicenseListProps) {
  const { vlUserId, at, licenses, wanted, isYou, isGone, canAdd, onChange } = props;
  const { t } = useMessages();
  const [text, setText] = useState('');
  // Kept here: a row that is scrolled out of sight is not there.
  const [explained, setExplained] = useState<ReadonlySet<string>>(new Set());
  const explain = useCallback((licenseId: string, isExplained: boolean) => {
    setExplained((before) => {
      const after = new Set(before);
      if (isExplained) after.add(licenseId);
      else after.delete(licenseId);
      return after;
    });
  }, []);
  const list = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const lines = useMemo(
    () => linesOf(licenses.filter((license) => matches(license, text))),
    [licenses, text],
  );
  const focusedIndex = lines.findIndex(({ id }) => id === focusedId);
  const keyOf = useCallback((index: number) => lines[index]?.id ?? String(index), [lines]);
  const virtualizer = useRowVirtualizer({
    rows: list,
    grid: list,
    scrollsWithPage: true,
    count: lines.length,
    rowHeight: ESTIMATED_ROW_HEIGHT,
    keyOf,
    keptIndex: focusedIndex === -1 ? null : focusedIndex,
    stickyHeight: 0,
  });
  const { scrollMargin } = virtualizer.options;

  return (
    <>
      {licenses.length >= SEARCH_FROM && (
        <div className={styles.search}>
          <SearchField
            label={t('access.search', { count: licenses.length })}
            value={text}
            onChange={setText}
          />
        </div>
      )}
      {lines.length === 0 && (
        <EmptyState title={t('access.search.none')}>{t('access.search.none.body')}</EmptyState>
      )}
      <ul
        ref={list}
        aria-label={t('access.list')}
        className={styles.list}
        style={{ height: virtualizer.getTotalSize() }}
        onFocus={({ target }) =>
          setFocusedId(target.closest('[data-line]')?.getAttribute('data-line') ?? null)
        }
        onBlur={() => setFocusedId(null)}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={line.id}
              ref={virtualizer.measureElement}
              data-index={index}
              data-line={line.id}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              className={styles.line}
              style={{ transform: `translateY(${start - scrollMargin}px)` }}
            >
              {line.kind === 'agreement' ? (
                <div className={styles.agreement}>
                  <h3>{line.name ?? t('access.noAgreement')}</h3>
                  {line.number && <span className={styles.number}>{line.number}</span>}
                </div>
              ) : (
                <LicenseRow
                  vlUserId={vlUserId}
                  at={at}
                  license={line.license}
                  wanted={wanted.get(line.license.licenseId)}
                  standing={standingOf(line.license, licenses)}
                  isYou={isYou}
                  isGone={isGone}
                  canAdd={canAdd}
                  isExplained={explained.has(line.license.licenseId)}
                  onExplain={explain}
                  onChange={onChange}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Agreements by number, those without one last; each headed by its own line. */
function linesOf(licenses: readonly LicenseAccess[]): Line[] {
  const byAgreement = Map.groupBy(licenses, ({ agreementNumber }) => agreementNumber);
  const groups = [...byAgreement].sort(([one], [other]) =>
    one === null ? 1 : other === null ? -1 : one.localeCompare(other),
  );
  return groups.flatMap(([number, members]): Line[] => [
    { kind: 'agreement', id: `agreement ${number}`, number, name: members[0]?.agreementName ?? null },
    ...members.map((license): Line => ({ kind: 'license', id: license.licenseId, license })),
  ]);
}

function matches({ licenseId, name, agreementName, agreementNumber }: LicenseAccess, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const isNumber = licenseId.toLowerCase().includes(wanted.replace(/\s/g, ''));
  return (
    isNumber || [name, agreementName, agreementNumber].some((each) => each?.toLowerCase().includes(wanted))
  );
}
