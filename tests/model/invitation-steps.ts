import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { resendContactInvitation, resetContactInvitation } from '@muniment/contract/partners.ts';
import { resendInvitation, resetInvitation } from '@muniment/contract/vl-users.ts';
import { holdsAt } from '@muniment/domain/grant.ts';
import { decideRegistration, resendRefusal, resetRefusal } from '@muniment/domain/invitation.ts';
import type { ApiAnswer } from '../support/api.ts';
import {
  among,
  type BothWorlds,
  choose,
  coveredInvitations,
  idOf,
  linkTo,
  seenLicenses,
  sessionOf,
} from './both-worlds.ts';
import { expectAnswer, expectEqual, problemOf } from './expectations.ts';
import type { Operation } from './operations.ts';
import {
  addUser,
  contactInvitation,
  isLive,
  isOpen,
  isRegistered,
  type ModelGrant,
  type ModelInvitation,
  openGrant,
  openInvitation,
  opensInto,
  renew,
  type World,
} from './world.ts';

export async function register(
  both: BothWorlds,
  operation: Extract<Operation, { step: 'register' }>,
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const invitation = among(world.invitations, operation.invitation);
  if (invitation === undefined) return;
  const by = operation.by < 0 ? invitation.email : (among(people, operation.by) as string);
  if (world.departed.has(by) || world.departed.has(invitation.email)) return;
  const isOld = operation.oldLink && invitation.generation > 1;
  const linkGeneration = isOld ? invitation.generation - 1 : invitation.generation;
  const decision = decideRegistration(
    {
      invitation,
      linkGeneration,
      at,
      registrant: { vlUserId: isRegistered(world, by) ? by : null, verifiedEmailKey: by },
      invitee: {
        vlUserId: invitation.email,
        signInEmailKey: invitation.email,
        hasAccount: isRegistered(world, invitation.email),
      },
    },
    null,
  );
  const session = await sessionOf(both, by);
  const params = { token: await linkTo(both, invitation, linkGeneration) };
  const shown = await session.call(getInvitation, { params });
  const expected = decision.kind === 'refused' ? problemOf(decision.refusal) : 'done';
  expectAnswer(shown, expected);
  if (decision.kind !== 'refused') {
    const said = shown.body.licenses.flatMap((one) =>
      one.roles.map(({ role }) => `${one.licenseId} ${role}`),
    );
    expectEqual('the offer', said.toSorted(), offerOf(world, invitation, by, at).toSorted());
  }
  const offerVersion = decision.kind === 'refused' ? invitation.offerVersion : shown.body.offerVersion;
  expectAnswer(await session.call(registerInvitation, { params, body: { offerVersion } }), expected);
  if (decision.kind === 'refused') return;

  invitation.state = 'registered';
  addUser(world, by, at);
  world.users.set(by, world.users.get(by) ?? at);
  const waiting = openInvitation(world, by);
  if (waiting !== undefined) waiting.state = 'registered';
  world.entries += 1;
  const { licenseId } = invitation;
  if (licenseId === null) return;
  const ofContact = world.grants.find(
    (grant) => isLive(grant) && grant.licenseId === licenseId && grant.awaits === 'contact-registration',
  ) as ModelGrant;
  if (decision.byInvitee) {
    ofContact.awaits = opensInto(world);
    ofContact.readyAt = ofContact.awaits === null ? at : null;
    return;
  }
  ofContact.awaits = null;
  ofContact.closedAt = at;
  const held = world.grants.find(
    (grant) =>
      isLive(grant) &&
      grant.origin === 'assigned' &&
      grant.vlUserId === by &&
      grant.licenseId === licenseId &&
      grant.role === 'administrator',
  );
  if (held !== undefined) {
    if (held.period.endsAt === null && holdsAt(held.period, at) && held.awaits === null) return;
    held.closedAt = at;
  }
  const period = { startsAt: at, endsAt: null };
  openGrant(world, { vlUserId: by, licenseId, role: 'administrator', period }, at, opensInto(world));
}

/** What waits for an invitation, and with a contact invitation what else waits for whoever registers it. @source S9 */
function offerOf(world: World, invitation: ModelInvitation, by: string, at: Date): string[] {
  const waiting = openInvitation(world, by) !== undefined || invitation.kind === 'assignment';
  return world.grants
    .filter((grant) =>
      grant.awaits === 'contact-registration'
        ? isOpen(grant, at) && grant.licenseId === invitation.licenseId
        : isOpen(grant, at) &&
          grant.origin === 'assigned' &&
          grant.vlUserId === by &&
          waiting &&
          !isRegistered(world, by),
    )
    .map(({ licenseId, role }) => `${licenseId} ${role}`);
}

export async function sendAgain(
  both: BothWorlds,
  operation: Extract<Operation, { step: 'resend' | 'reset' }>,
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const by = choose(both, operation.by, at);
  const email = among(people, operation.person) as string;
  if (by === undefined) return;
  const endpoint = operation.step === 'resend' ? resendInvitation : resetInvitation;
  const answer = await (await sessionOf(both, by)).call(endpoint, {
    params: { vlUserId: await idOf(both, email) },
  });
  if (seenLicenses(world, by, email, at).length === 0) {
    expectAnswer(answer, 'vl-user-not-found');
    return;
  }
  const covered = coveredInvitations(world, by, email, at);
  sendOrRefuse(world, answer, covered[0], operation.step === 'reset', at);
}

export async function partnerSendsAgain(
  both: BothWorlds,
  operation: Extract<Operation, { step: 'partner resends' | 'partner resets' }>,
  at: Date,
): Promise<void> {
  const { world, organization } = both;
  const licenseId = among(world.licenses, operation.license);
  if (licenseId === undefined) return;
  const isReset = operation.step === 'partner resets';
  const endpoint = isReset ? resetContactInvitation : resendContactInvitation;
  const answer = await organization.partner.api.call(endpoint, { params: { licenseId } });
  sendOrRefuse(world, answer, contactInvitation(world, licenseId), isReset, at);
}

function sendOrRefuse(
  world: World,
  answer: ApiAnswer<unknown>,
  invitation: ModelInvitation | undefined,
  isReset: boolean,
  at: Date,
): void {
  if (invitation === undefined) {
    expectAnswer(answer, 'no-open-invitation');
    return;
  }
  const refusal = isReset ? resetRefusal(invitation, at) : resendRefusal(invitation, at);
  expectAnswer(answer, refusal === null ? 'done' : problemOf(refusal));
  if (refusal !== null) return;
  if (isReset) renew(invitation, at);
  else invitation.lastSentAt = at;
  world.entries += 1;
}
