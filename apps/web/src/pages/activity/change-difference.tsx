import type { AssignmentChange, Difference } from '@muniment/contract/assignment-changes.ts';
import { ROLES } from '@muniment/domain/roles.ts';
import { useMemo } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { Card, CardBody } from '../../ui/card.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { Link } from '../../ui/link.tsx';
import { RoleChange } from '../../ui/role-change.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import styles from './activity.module.css';

type Part =
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'license'; readonly difference: Difference };

const ROW_HEIGHT = 56;

/** What a change did, by person, then by license ID. */
export function ChangeDifference({ change: { difference } }: { change: AssignmentChange }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const people = useMemo(() => Map.groupBy(difference, ({ vlUserId }) => vlUserId ?? ''), [difference]);
  const parts = [...people].flatMap(([id, own]): Part[] => [
    { kind: 'person', id, name: own[0]?.displayName ?? '' },
    ...own.map((one) => ({ kind: 'license' as const, difference: one })),
  ]);
  const licenseIds = new Set(difference.map(({ licenseId }) => licenseId)).size;
  return (
    <Card
      title={t('activity.difference')}
      aside={difference.length > 0 && t('activity.difference.scope', { people: people.size, licenseIds })}
    >
      <CardBody>
        {parts.length === 0 ? (
          <p className={styles.quiet}>{t('activity.difference.none')}</p>
        ) : (
          <VirtualList
            label={t('activity.difference')}
            items={parts}
            keyOf={(part) =>
              part.kind === 'person' ? part.id : `${part.difference.vlUserId} ${part.difference.licenseId}`
            }
            estimatedHeight={ROW_HEIGHT}
          >
            {(part) =>
              part.kind === 'person' ? (
                <h3 className={styles.person}>
                  <Link variant="strong" href={paths.assignments(number, { user: part.id })}>
                    {part.name}
                  </Link>
                </h3>
              ) : (
                <LicenseRow difference={part.difference} />
              )
            }
          </VirtualList>
        )}
      </CardBody>
    </Card>
  );
}

function LicenseRow({ difference }: { difference: Difference }) {
  const { t } = useMessages();
  const { licenseId, licenseName, added, removed, rescheduled } = difference;
  return (
    <div className={styles.license}>
      <div className={styles.name}>
        <div>{licenseName}</div>
        <div className={styles.quiet}>
          <LicenseId id={licenseId} />
        </div>
      </div>
      <div className={styles.roles}>
        {ROLES.filter((role) => added.includes(role)).map((role) => (
          <RoleChange key={role} change="added" label={t(roleName(role))} />
        ))}
        {ROLES.filter((role) => removed.includes(role)).map((role) => (
          <RoleChange key={role} change="removed" label={t(roleName(role))} />
        ))}
        {ROLES.filter((role) => rescheduled.includes(role)).map((role) => (
          <span key={role}>{t('activity.difference.rescheduled', { role: t(roleName(role)) })}</span>
        ))}
      </div>
    </div>
  );
}
