import type { AssignmentDecision } from '@muniment/domain/assignment-decision.ts';
import type { NewMail } from '../mail/mail-facts.ts';
import { isChange } from './assignment-answer.ts';
import type { KnownLicense } from './assignment-repository.ts';

type PermissionChange = Extract<NewMail, { kind: 'permission-change' }>['facts']['licenses'][number];

/**
 * What people are told of a change: by license ID, the roles added, removed and moved in time (S6).
 *
 * @returns For each VL user whom it touches, sorted by license ID.
 */
export function permissionChanges(
  decision: Pick<AssignmentDecision, 'differences' | 'opened' | 'closed'>,
  licenses: ReadonlyMap<string, KnownLicense>,
): Map<string, PermissionChange[]> {
  const periods = new Map(
    decision.opened.map(({ userKey, licenseId, role, period }) => [
      `${userKey} ${licenseId} ${role}`,
      period,
    ]),
  );
  // Nobody is told that they lose what downstream systems never let them have.
  const neverCounted = new Set(
    decision.closed
      .filter(({ awaits }) => awaits === 'provisioning' || awaits === 'assigning-again')
      .map(({ userKey, licenseId, role }) => `${userKey} ${licenseId} ${role}`),
  );
  const changes = new Map<string, PermissionChange[]>();
  for (const difference of decision.differences.filter(isChange)) {
    const { userKey, licenseId, added, removed, rescheduled } = difference;
    const license = licenses.get(licenseId);
    const change: PermissionChange = {
      licenseId: license?.licenseId ?? '',
      name: license?.name ?? '',
      added: [...added],
      removed: removed.filter((role) => !neverCounted.has(`${userKey} ${licenseId} ${role}`)),
      rescheduled: rescheduled.flatMap((role) => {
        const period = periods.get(`${userKey} ${licenseId} ${role}`);
        if (period === undefined) return [];
        return [
          { role, startsAt: period.startsAt.toISOString(), endsAt: period.endsAt?.toISOString() ?? null },
        ];
      }),
    };
    if (change.added.length + change.removed.length + change.rescheduled.length === 0) continue;
    const ofPerson = changes.get(userKey);
    if (ofPerson === undefined) changes.set(userKey, [change]);
    else ofPerson.push(change);
  }
  for (const list of changes.values()) list.sort((a, b) => (a.licenseId < b.licenseId ? -1 : 1));
  return changes;
}
