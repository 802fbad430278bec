import type { AssignmentChangeAnswer, Difference, MailPlan } from '@muniment/contract/assignment-changes.ts';
import { Mail } from 'lucide-react';
import { useMemo } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { changesBusinessEmail } from '../assign/assignment-request.ts';
import type { DraftLicense, DraftPerson } from '../assign/draft.ts';
import styles from './change-list.module.css';
import { LicenseChanges } from './license-changes.tsx';
import {
  type ChangeFilter,
  groupByPerson,
  isChanged,
  isShown,
  type PersonChanges,
  putsRemovalsFirst,
  removalsFirst,
} from './person-changes.ts';

interface ChangeListProps {
  answer: AssignmentChangeAnswer;
  people: readonly DraftPerson[];
  showsUnchanged: boolean;
  filter: ChangeFilter;
}

type Part =
  | { readonly kind: 'person'; readonly changes: PersonChanges; readonly isAlone: boolean }
  | {
      readonly kind: 'license';
      readonly difference: Difference;
      readonly license: DraftLicense | undefined;
      readonly isLast: boolean;
    };

const ROW_HEIGHT = 58;

/** The difference by person, then by license ID. @source S4 */
export function ChangeList({ answer, people, showsUnchanged, filter }: ChangeListProps) {
  const { t } = useMessages();
  const parts = useMemo(
    () => partsOf(answer, people, showsUnchanged, filter),
    [answer, people, showsUnchanged, filter],
  );
  if (parts.length === 0) return <EmptyState title={t(`verify.filter.none.${filter}`)} />;
  return (
    <VirtualList label={t('verify.list')} items={parts} keyOf={keyOf} estimatedHeight={ROW_HEIGHT}>
      {(part) =>
        part.kind === 'person' ? (
          <PersonHead changes={part.changes} isAlone={part.isAlone} />
        ) : (
          <LicenseChanges
            difference={part.difference}
            license={part.license}
            isLast={part.isLast}
            showsUnchanged={showsUnchanged || filter === 'unchanged'}
          />
        )
      }
    </VirtualList>
  );
}

function partsOf(
  answer: AssignmentChangeAnswer,
  people: readonly DraftPerson[],
  showsUnchanged: boolean,
  filter: ChangeFilter,
): Part[] {
  const groups = groupByPerson(answer, people);
  const ordered = putsRemovalsFirst(answer.difference) ? removalsFirst(groups) : groups;
  return ordered.flatMap((changes): Part[] => {
    const shown = changes.differences.filter(
      (each) => isShown(each, filter) && (showsUnchanged || filter === 'unchanged' || isChanged(each)),
    );
    if (filter !== 'all' && shown.length === 0) return [];
    const licenses = new Map(changes.person?.licenses.map((license) => [license.licenseId, license]));
    return [
      { kind: 'person', changes, isAlone: shown.length === 0 },
      ...shown.map((difference, index) => ({
        kind: 'license' as const,
        difference,
        license: licenses.get(difference.licenseId),
        isLast: index === shown.length - 1,
      })),
    ];
  });
}

function keyOf(part: Part): string {
  return part.kind === 'person'
    ? part.changes.signInEmail
    : `${part.difference.signInEmail} ${part.difference.licenseId}`;
}

function PersonHead({ changes, isAlone }: { changes: PersonChanges; isAlone: boolean }) {
  const messages = useMessages();
  const { t } = messages;
  const { number } = useOrganization();
  const { displayName, person, mail } = changes;
  return (
    <div className={classNames(styles.person, isAlone && styles.alone)}>
      <Avatar name={displayName} />
      <div className={styles.who}>
        <div className={styles.nameLine}>
          <h3 className={styles.name}>{displayName}</h3>
          {person?.isExternal ? (
            <Badge kind="external" />
          ) : (
            mail?.kind === 'invitation' && <Badge kind="new" />
          )}
        </div>
        <div className={styles.mail}>
          <Mail size={14} strokeWidth={1.5} aria-hidden />
          <span>{mailLine(mail, person, messages)}</span>
        </div>
        {isAlone && <div className={styles.mail}>{t('verify.noChangeHere')}</div>}
      </div>
      {person && (
        <ButtonLink
          variant="quiet"
          size="small"
          aria-label={t('verify.editPerson', { name: displayName })}
          href={paths.assign(number, { step: 'roles', user: person.id })}
        >
          {t('verify.edit')}
        </ButtonLink>
      )}
    </div>
  );
}

function mailLine(
  mail: MailPlan | undefined,
  person: DraftPerson | undefined,
  { t, formatList }: Messages,
): string {
  const told =
    mail === undefined
      ? t('verify.mail.none')
      : mail.kind === 'invitation'
        ? t('verify.mail.invitation', { to: mail.to })
        : mail.to === mail.signInEmail
          ? t('verify.mail.permission-change')
          : t('verify.mail.permission-changeAt', { to: mail.to });
  const changed =
    person !== undefined && changesBusinessEmail(person)
      ? [t('verify.mail.newBusinessEmail', { businessEmail: person.businessEmail })]
      : [];
  return formatList([told, ...changed], 'unit');
}
