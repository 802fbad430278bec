import type { Trx } from '../../database/connect.ts';
import type { LicensePermissionChange } from '../mail/mail-facts.ts';
import { type MailPlanning, planMails } from '../mail/mail-service.ts';
import type { Begun } from './announcement-repository.ts';
import { type ChangedRole, selectChangedRoles, selectRecipient } from './changed-role-repository.ts';

/**
 * Tells a registered VL user by mail what came of a change that waited for downstream systems: what counts now, and
 * what the change took away. Where neither is anything, there is no mail.
 *
 * @source S6
 */
export async function tellOfChange(
  trx: Trx,
  deps: MailPlanning,
  organizationId: string,
  begun: Begun,
  at: Date,
): Promise<void> {
  const recipient = await selectRecipient(trx, organizationId, begun);
  if (recipient === null) return;
  const roles = await selectChangedRoles(trx, organizationId, begun);
  const licenses = [...Map.groupBy(roles, ({ licenseId }) => licenseId).values()].map(permissionChange);
  if (licenses.length === 0) return;
  const to = {
    vlUserId: begun.vlUserId,
    toName: recipient.displayName,
    toAddress: recipient.businessEmail,
    changeId: begun.changeId,
  };
  await planMails(trx, deps, organizationId, [{ ...to, kind: 'permission-change', facts: { licenses } }], at);
}

function permissionChange(roles: readonly ChangedRole[]): LicensePermissionChange {
  const where = (holds: (role: ChangedRole) => boolean) => roles.filter(holds);
  return {
    licenseId: roles[0]?.licenseId ?? '',
    name: roles[0]?.name ?? '',
    added: where(({ opened, closed }) => opened && !closed).map(({ role }) => role),
    removed: where(({ opened, closed }) => closed && !opened).map(({ role }) => role),
    rescheduled: where(({ opened, closed }) => opened && closed).map(({ role, startsAt, endsAt }) => ({
      role,
      startsAt: startsAt?.toISOString() ?? '',
      endsAt: endsAt?.toISOString() ?? null,
    })),
  };
}
