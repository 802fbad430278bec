import type { InvitationStep } from '@muniment/domain/assignment-decision.ts';
import { hasEnded } from '@muniment/domain/grant.ts';
import { v7 } from 'uuid';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import {
  designateContact,
  endGrants,
  giveAdministrator,
  heldAdministrators,
  lockPeopleOf,
  recordChange,
  waitsForAssignmentInvitation,
} from '../assignments/grant-service.ts';
import { contactInvited } from '../invitations/contact-invitation-service.ts';
import { applyInvitationSteps, openContactInvitation } from '../invitations/invitation-service.ts';
import type { Author } from '../ledger/ledger-service.ts';
import { planMails } from '../mail/mail-service.ts';
import { announce } from '../provisioning/provisioning-service.ts';
import { addVlUsers } from '../vl-users/vl-user-service.ts';
import type { ContactDeps } from './change-contact.ts';
import {
  countReachable,
  type PresentContact,
  selectAdministrators,
  selectContact,
  type ToldAdministrator,
} from './contact-repository.ts';

export interface Invited {
  readonly displayName: string;
  readonly email: string;
  readonly expiresAt: string;
}

type Added = Awaited<ReturnType<typeof addContact>>;

interface Replacement {
  readonly contact: 'primary-contact' | 'notices-correspondent';
  readonly before: PresentContact | null;
  readonly to: { readonly displayName: string; readonly email: string; readonly emailKey: string };
}

/**
 * Withdraws what the replaced contact of a license ID has not registered, and invites the new one where nobody who can
 * act administers it. The license ID is locked, and its contact changed, by the caller.
 *
 * @source A10, A2
 */
export async function rescue(
  trx: Trx,
  deps: ContactDeps,
  author: Author,
  license: { readonly id: string; readonly organizationId: string },
  replacement: Replacement,
): Promise<{ readonly at: Date; readonly invited: Invited | null; readonly recorded: object }> {
  const { id: licenseId, organizationId } = license;
  const isReachable = (await countReachable(trx, organizationId, licenseId)) > 0;
  const invitation = await contactInvited(trx, organizationId, licenseId);
  const isReplaced =
    invitation !== null &&
    (await isReplacedBy(trx, license, replacement, invitation.addressKey, isReachable));
  const isToBeInvited = !isReachable && (invitation === null || isReplaced);
  if (!isReplaced && !isToBeInvited) return { at: await currentTime(trx), invited: null, recorded: {} };

  const added = isToBeInvited ? await addContact(trx, organizationId, replacement.to) : null;
  const concerned = [isReplaced ? invitation.vlUserId : null, added?.id ?? null].filter(
    (one) => one !== null,
  );
  await lockPeopleOf(trx, organizationId, concerned);
  const at = await currentTime(trx);
  const change = await recordChange(trx, organizationId, 'contact-change', author, at);
  const held = await heldAdministrators(trx, organizationId, licenseId, concerned);
  const when = { at, invitationDays: deps.invitationDays };

  // Somebody who can act for a time only is not invited: they stay, without an end. They lose nothing meanwhile.
  const acting = (await selectAdministrators(trx, organizationId, [licenseId])).find(
    ({ vlUserId }) => vlUserId === added?.id,
  );
  const closed = held.filter(
    ({ awaits, userKey }) =>
      (isReplaced && userKey === invitation.vlUserId && awaits === 'contact-registration') ||
      (userKey === added?.id && acting === undefined),
  );
  await endGrants(trx, organizationId, closed, change);
  const steps: InvitationStep[] = isReplaced
    ? [{ step: 'withdraw-contact', userKey: invitation.vlUserId, licenseId }]
    : [];
  // What the new contact waited for by an assignment waits for the contact invitation now (S9).
  const isTakenOver = closed.some(
    ({ userKey, awaits, period }) =>
      userKey === added?.id && awaits !== 'contact-registration' && !hasEnded(period, at),
  );
  if (added !== null && isTakenOver) {
    const isLeft = await waitsForAssignmentInvitation(trx, organizationId, added.id, at);
    steps.push({ step: isLeft ? 'shrink' : 'withdraw', userKey: added.id });
  }
  await applyInvitationSteps(trx, organizationId, steps, when);
  const invited = added === null || acting !== undefined ? null : await invite(added);
  if (acting !== undefined) await keepForGood(acting);
  const pairs = concerned.map((vlUserId) => ({ vlUserId, licenseId }));
  await announce(trx, deps, organizationId, change, pairs, new Map());
  const recorded = {
    changeId: change.id,
    closed: closed.map(({ userKey, role }) => ({ vlUserId: userKey, licenseId, role })),
    opened: added === null ? [] : [{ vlUserId: added.id, licenseId, role: 'administrator' }],
  };
  return { at, invited, recorded };

  async function keepForGood(administrator: ToldAdministrator): Promise<void> {
    const pair = { vlUserId: administrator.vlUserId, licenseId };
    // What only moves in time is known to downstream systems already.
    await giveAdministrator(trx, organizationId, pair, change, new Map());
    const rescheduled = [{ role: 'administrator' as const, startsAt: at.toISOString(), endsAt: null }];
    const mail = {
      kind: 'permission-change' as const,
      vlUserId: administrator.vlUserId,
      toName: administrator.displayName,
      toAddress: administrator.businessEmail,
      changeId: change.id,
      facts: {
        licenses: administrator.licenses.map((one) => ({ ...one, added: [], removed: [], rescheduled })),
      },
    };
    await planMails(trx, deps, organizationId, [mail], at);
  }

  async function invite({ id, displayName }: Added): Promise<Invited> {
    const pair = { vlUserId: id, licenseId };
    await designateContact(trx, organizationId, pair, change);
    const link = await openContactInvitation(trx, organizationId, pair, when);
    const mail = {
      kind: 'contact-invitation' as const,
      vlUserId: id,
      toName: displayName,
      toAddress: replacement.to.email,
      changeId: change.id,
      invitationId: link.id,
      facts: { generation: link.generation },
    };
    await planMails(trx, deps, organizationId, [mail], at);
    return {
      displayName,
      email: replacement.to.email,
      expiresAt: link.expiresAt.toISOString(),
    };
  }
}

/**
 * Whether an open contact invitation gives way: it asks the contact who was replaced, and nobody else's name stands for
 * it; or nobody can act, and there is a notices correspondent now, who goes before a primary contact (A2).
 */
async function isReplacedBy(
  trx: Trx,
  { id, organizationId }: { readonly id: string; readonly organizationId: string },
  { contact, before, to }: Replacement,
  invitedKey: string,
  isReachable: boolean,
): Promise<boolean> {
  if (contact === 'notices-correspondent') {
    return before?.emailKey === invitedKey || (!isReachable && to.emailKey !== invitedKey);
  }
  if (before?.emailKey !== invitedKey) return false;
  const notices = await selectContact(trx, organizationId, { licenseId: id }, 'notices-correspondent');
  return notices?.emailKey !== invitedKey;
}

async function addContact(trx: Trx, organizationId: string, to: Replacement['to']) {
  const [user] = await addVlUsers(trx, organizationId, [
    {
      id: v7(),
      signInEmail: to.email,
      signInEmailKey: to.emailKey,
      businessEmail: to.email,
      displayName: to.displayName,
    },
  ]);
  if (user === undefined) throw new Error('The contact was not added');
  return user;
}
