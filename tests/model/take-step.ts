import { changeAgreementContact, changeLicenseContact, giveUp, heirsOf, optIn } from './agreement-steps.ts';
import { assign, edit, remove } from './assignment-steps.ts';
import { among, type BothWorlds, idOf, moveInvitation, openOnes } from './both-worlds.ts';
import { enforce, moveAccount } from './directory-steps.ts';
import { partnerSendsAgain, register, sendAgain } from './invitation-steps.ts';
import type { Operation } from './operations.ts';
import { moveSystem } from './system-steps.ts';
import { undo } from './undo-steps.ts';
import { addUser, isOpen, newInvitation, openGrant, opensInto } from './world.ts';

const DAY_MS = 86_400_000;

/** Does one step in both worlds. @throws Where the API answers something else than the model expects. */
export async function take(both: BothWorlds, operation: Operation): Promise<void> {
  const { world } = both;
  const at = new Date();
  switch (operation.step) {
    case 'set up':
      return setUp(both, operation, at);
    case 'register':
      return register(both, operation, at);
    case 'assign':
      return assign(both, operation, at);
    case 'delete':
      return remove(both, operation, at);
    case 'undo':
      return undo(both, operation, at);
    case 'resend':
    case 'reset':
      return sendAgain(both, operation, at);
    case 'partner resends':
    case 'partner resets':
      return partnerSendsAgain(both, operation, at);
    case 'edit':
      return edit(both, operation, at);
    case 'invitation expires': {
      const invitation = among(openOnes(world), operation.invitation);
      if (invitation === undefined) return;
      invitation.expiresAt = new Date(at.getTime() - 1_000);
      return moveInvitation(both, invitation, { expires_at: invitation.expiresAt });
    }
    case 'a minute passes': {
      const invitation = among(openOnes(world), operation.invitation);
      if (invitation === undefined) return;
      const earlier = new Date(at.getTime() - 61_000);
      invitation.sentAt = earlier;
      invitation.lastSentAt = earlier;
      return moveInvitation(both, invitation, { sent_at: earlier, last_sent_at: earlier });
    }
    case 'opt in':
      return optIn(both, operation, at);
    case 'give up':
      return giveUp(both, operation, at);
    case 'agreement contact changes':
      return changeAgreementContact(both, operation, at);
    case 'license contact changes':
      return changeLicenseContact(both, operation, at);
    case 'systems':
      return moveSystem(both, operation.answers);
    case 'account comes':
    case 'account disabled':
    case 'account enabled':
    case 'account deleted':
      return moveAccount(both, operation);
    case 'directory enforced':
      return enforce(both, true);
    case 'directory released':
      return enforce(both, false);
    case 'a day comes':
      return letDayCome(both, operation.grant, at);
  }
}

async function setUp(
  both: BothWorlds,
  operation: { readonly contact: number; readonly underAgreement: boolean },
  at: Date,
): Promise<void> {
  const { world, organization, agreementNumber } = both;
  const contact = among(both.people, operation.contact) as string;
  if (world.licenses.length >= 3 || world.departed.has(contact)) return;
  const licenseId = await organization.license({
    contact,
    ...(operation.underAgreement ? { agreementNumber } : {}),
  });
  world.licenses.push(licenseId);
  if (operation.underAgreement) world.underAgreement.add(licenseId);
  world.licenseContacts.set(licenseId, contact);
  addUser(world, contact, at);
  const period = { startsAt: at, endsAt: null };
  openGrant(
    world,
    { vlUserId: contact, licenseId, role: 'administrator', period },
    at,
    'contact-registration',
  );
  world.invitations.push(newInvitation('contact', contact, licenseId, at));
  for (const vlUserId of operation.underAgreement ? heirsOf(world) : []) {
    const heir = { vlUserId, licenseId, role: 'administrator' as const, period };
    openGrant(world, heir, at, opensInto(world), 'inherited');
  }
  world.entries += 1;
}

/** Lets the day come on which a grant starts, or else ends. Dates move, since clocks do not. */
async function letDayCome(both: BothWorlds, index: number, at: Date): Promise<void> {
  const dated = both.world.grants.filter(
    (grant) => isOpen(grant, at) && (grant.period.startsAt > at || grant.period.endsAt !== null),
  );
  const grant = among(dated, index);
  if (grant === undefined) return;
  const starts = grant.period.startsAt > at;
  grant.period = starts
    ? { ...grant.period, startsAt: new Date(at.getTime() - 1_000) }
    : { startsAt: new Date(at.getTime() - DAY_MS), endsAt: new Date(at.getTime() - 1_000) };
  const license = await both.muniment.db
    .selectFrom('license')
    .select('id')
    .where('license_id', '=', grant.licenseId)
    .executeTakeFirstOrThrow();
  await both.muniment.db
    .updateTable('role_grant')
    .set({ starts_at: grant.period.startsAt, ends_at: grant.period.endsAt } as never)
    .where('closed_by', 'is', null)
    .where('role', '=', grant.role)
    .where('vl_user_id', '=', await idOf(both, grant.vlUserId))
    .where('license_id', '=', license.id)
    .execute();
}
