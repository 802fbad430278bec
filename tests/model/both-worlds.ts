import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { resendContactInvitation, resetContactInvitation } from '@muniment/contract/partners.ts';
import type { ProblemId } from '@muniment/contract/problems.ts';
import { editVlUser, removeVlUser, resendInvitation, resetInvitation } from '@muniment/contract/vl-users.ts';
import type { WantedAssignment } from '@muniment/domain/assignment-facts.ts';
import { decideAssignments } from '@muniment/domain/decide-assignments.ts';
import { holdsAt } from '@muniment/domain/grant.ts';
import {
  decideRegistration,
  type InvitationRefusal,
  resendRefusal,
  resetRefusal,
} from '@muniment/domain/invitation.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { deriveKey } from '../../apps/server/src/encryption-key.ts';
import { invitationToken } from '../../apps/server/src/features/invitations/invitation-token.ts';
import type { Api, ApiAnswer } from '../support/api.ts';
import type { Muniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';
import type { Chosen, Operation, WantedPair, WantedPeriod } from './operations.ts';
import {
  administeredBy,
  apply,
  contactInvitation,
  factsFor,
  isLive,
  isOpen,
  isRegistered,
  type ModelGrant,
  type ModelInvitation,
  newInvitation,
  openGrant,
  openInvitation,
  renew,
  type World,
} from './world.ts';

const LATER = '2090-01-01T00:00:00.000Z';
const END = '2095-01-01T00:00:00.000Z';
const DAY_MS = 86_400_000;

/** What the API must answer: done, or the id of a problem. */
type Expected = 'done' | ProblemId;

/** One organization twice: behind the API on PostgreSQL, and in the model. */
export interface BothWorlds {
  readonly muniment: Muniment;
  readonly organization: Organization;
  readonly world: World;
  readonly people: readonly string[];
  readonly sessions: Map<string, Api>;
}

/** Does one step in both worlds. @throws Where the API answers something else than the model expects. */
export async function take(both: BothWorlds, operation: Operation): Promise<void> {
  const { world } = both;
  const at = new Date();
  switch (operation.step) {
    case 'set up':
      return setUp(both, among(both.people, operation.contact) as string, at);
    case 'register':
      return register(both, operation, at);
    case 'assign':
      return assign(both, operation, at);
    case 'delete':
      return remove(both, operation, at);
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
      invitation.lastSentAt = new Date(at.getTime() - 61_000);
      return moveInvitation(both, invitation, { last_sent_at: invitation.lastSentAt });
    }
    case 'a day comes':
      return letDayCome(both, operation.grant, at);
  }
}

async function setUp(both: BothWorlds, contact: string, at: Date): Promise<void> {
  const { world, organization } = both;
  if (world.licenses.length >= 3) return;
  const licenseId = await organization.license({ contact });
  world.licenses.push(licenseId);
  if (!world.users.has(contact)) world.users.set(contact, null);
  const period = { startsAt: at, endsAt: null };
  openGrant(world, { vlUserId: contact, licenseId, role: 'administrator', period }, at, true);
  world.invitations.push(newInvitation('contact', contact, licenseId, at));
  world.entries += 1;
}

async function register(
  both: BothWorlds,
  operation: Extract<Operation, { step: 'register' }>,
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const invitation = among(world.invitations, operation.invitation);
  if (invitation === undefined) return;
  const by = operation.by < 0 ? invitation.email : (among(people, operation.by) as string);
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
  world.users.set(by, world.users.get(by) ?? at);
  const waiting = openInvitation(world, by);
  if (waiting !== undefined) waiting.state = 'registered';
  world.entries += 1;
  const { licenseId } = invitation;
  if (licenseId === null) return;
  const ofContact = world.grants.find(
    (grant) => isLive(grant) && grant.licenseId === licenseId && grant.awaitsContactRegistration,
  ) as ModelGrant;
  ofContact.awaitsContactRegistration = false;
  if (decision.byInvitee) {
    ofContact.readyAt = at;
    return;
  }
  ofContact.closedAt = at;
  const held = world.grants.find(
    (grant) =>
      isLive(grant) &&
      grant.vlUserId === by &&
      grant.licenseId === licenseId &&
      grant.role === 'administrator',
  );
  if (held !== undefined) {
    if (held.period.endsAt === null && holdsAt(held.period, at)) return;
    held.closedAt = at;
  }
  const period = { startsAt: at, endsAt: null };
  openGrant(world, { vlUserId: by, licenseId, role: 'administrator', period }, at, false);
}

/** What waits for an invitation, and with a contact invitation what else waits for whoever registers it. @source S9 */
function offerOf(world: World, invitation: ModelInvitation, by: string, at: Date): string[] {
  const waiting = openInvitation(world, by) !== undefined || invitation.kind === 'assignment';
  return world.grants
    .filter((grant) =>
      grant.awaitsContactRegistration
        ? isOpen(grant, at) && grant.licenseId === invitation.licenseId
        : isOpen(grant, at) && grant.vlUserId === by && waiting && !isRegistered(world, by),
    )
    .map(({ licenseId, role }) => `${licenseId} ${role}`);
}

async function assign(
  both: BothWorlds,
  operation: Extract<Operation, { step: 'assign' }>,
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const by = choose(both, operation.by, at);
  if (by === undefined) return;
  const licenses = operation.anywhere ? world.licenses : administeredBy(world, by, at);
  const pairs = distinctPairs(operation.pairs, people, licenses);
  if (pairs.length === 0) return;
  const api = await sessionOf(both, by);
  const answer = await api.call(changeAssignments, {
    body: {
      assignments: pairs.map(({ email, licenseId, roles }) => ({
        user: { signInEmail: email, displayName: nameOf(email) },
        licenseId,
        roles: roles.map(({ role, period }) => ({ role, ...asked(period) })),
      })),
    },
  });
  const wanted = pairs.map(
    ({ email, licenseId, roles }): WantedAssignment => ({
      userKey: email,
      licenseId,
      roles: roles.map(({ role, period }) => {
        const { startsAt, endsAt } = asked(period);
        return {
          role,
          startsAt: startsAt === undefined ? undefined : new Date(startsAt),
          endsAt: endsAt === undefined || endsAt === null ? endsAt : new Date(endsAt),
        };
      }),
    }),
  );
  const facts = factsFor(
    world,
    by,
    pairs.map(({ email }) => email),
    at,
  );
  const decision = decideAssignments(facts, wanted);
  const [refusal] = decision.refusals;
  if (refusal !== undefined) {
    expectAnswer(answer, refusal.kind === 'invalid-period' ? 'invalid-request' : refusal.kind);
    if ('licenseIds' in refusal) {
      expectEqual('license IDs', answer.problem.licenseIds?.toSorted(), [...refusal.licenseIds].toSorted());
    }
    return;
  }
  expectAnswer(answer, 'done');
  const difference = answer.body.difference.map((one) => ({
    userKey: one.signInEmail,
    licenseId: one.licenseId,
    added: one.added.toSorted(),
    removed: one.removed.toSorted(),
    rescheduled: one.rescheduled.toSorted(),
    kept: one.kept.toSorted(),
  }));
  expectEqual(
    'difference',
    difference,
    decision.differences.map((one) => ({
      ...one,
      added: one.added.toSorted(),
      removed: one.removed.toSorted(),
      rescheduled: one.rescheduled.toSorted(),
      kept: one.kept.toSorted(),
    })),
  );
  expectEqual(
    'e-mails',
    answer.body.emails.map(({ kind, signInEmail }) => ({ userKey: signInEmail, kind })),
    decision.mails,
  );
  apply(world, decision, at);
}

async function remove(
  both: BothWorlds,
  operation: { readonly by: Chosen; readonly person: number },
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const by = choose(both, operation.by, at);
  const email = among(people, operation.person) as string;
  if (by === undefined) return;
  const answer = await (await sessionOf(both, by)).call(removeVlUser, {
    params: { vlUserId: await idOf(both, email) },
  });
  const seen = seenLicenses(world, by, email, at);
  if (seen.length === 0) {
    expectAnswer(answer, 'vl-user-not-found');
    return;
  }
  const decision = decideAssignments(
    factsFor(world, by, [email], at),
    seen.map((licenseId) => ({ userKey: email, licenseId, roles: [] })),
  );
  const [refusal] = decision.refusals;
  expectAnswer(answer, refusal === undefined ? 'done' : (refusal.kind as ProblemId));
  if (refusal === undefined) apply(world, decision, at);
}

async function sendAgain(
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

async function partnerSendsAgain(
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

async function edit(
  both: BothWorlds,
  operation: { readonly by: Chosen; readonly person: number },
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const by = choose(both, operation.by, at);
  const email = among(people, operation.person) as string;
  if (by === undefined) return;
  const answer = await (await sessionOf(both, by)).call(editVlUser, {
    params: { vlUserId: await idOf(both, email) },
    body: { businessEmail: `business.${email}` },
  });
  const isSeen = seenLicenses(world, by, email, at).length > 0;
  expectAnswer(answer, isSeen ? 'done' : 'vl-user-not-found');
  if (isSeen) world.entries += 1;
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

/** License IDs on which a viewer sees a person hold something. */
export function seenLicenses(world: World, viewer: string, email: string, at: Date): string[] {
  return administeredBy(world, viewer, at).filter((licenseId) =>
    world.grants.some(
      (grant) => isOpen(grant, at) && grant.vlUserId === email && grant.licenseId === licenseId,
    ),
  );
}

/** Open invitations of a person that cover a license ID which the viewer administers. @source Edges */
export function coveredInvitations(world: World, viewer: string, email: string, at: Date): ModelInvitation[] {
  const administered = new Set(administeredBy(world, viewer, at));
  return world.invitations.filter(
    (invitation) =>
      invitation.state === 'open' &&
      invitation.email === email &&
      world.grants.some(
        (grant) =>
          isLive(grant) &&
          grant.vlUserId === email &&
          administered.has(grant.licenseId) &&
          (invitation.licenseId === null
            ? !grant.awaitsContactRegistration
            : grant.licenseId === invitation.licenseId && grant.awaitsContactRegistration),
      ),
  );
}

function among<T>(items: readonly T[], index: number): T | undefined {
  return items[index % items.length];
}

function openOnes(world: World): ModelInvitation[] {
  return world.invitations.filter(({ state }) => state === 'open');
}

function choose({ world, people }: BothWorlds, { index, anybody }: Chosen, at: Date): string | undefined {
  const registered = people.filter((email) => isRegistered(world, email));
  const acting = registered.filter((email) => administeredBy(world, email, at).length > 0);
  return among(anybody ? registered : acting, index);
}

function distinctPairs(pairs: readonly WantedPair[], people: readonly string[], licenses: readonly string[]) {
  const byKey = new Map<string, { email: string; licenseId: string; roles: WantedPair['roles'] }>();
  for (const { person, license, roles } of pairs) {
    const email = among(people, person);
    const licenseId = among(licenses, license);
    if (email === undefined || licenseId === undefined) continue;
    byKey.set(`${email} ${licenseId}`, { email, licenseId, roles });
  }
  return [...byKey.values()];
}

function asked(period: WantedPeriod): { startsAt?: string; endsAt?: string | null } {
  switch (period) {
    case 'as it is':
      return {};
    case 'later':
      return { startsAt: LATER };
    case 'for a while':
      return { endsAt: END };
    case 'for good':
      return { endsAt: null };
  }
}

async function sessionOf(both: BothWorlds, email: string): Promise<Api> {
  const known = both.sessions.get(email) ?? (await both.muniment.sessionOf(email));
  both.sessions.set(email, known);
  return known;
}

async function idOf({ muniment, organization }: BothWorlds, email: string): Promise<string> {
  const row = await muniment.db
    .selectFrom('vl_user as u')
    .innerJoin('organization as o', 'o.id', 'u.organization_id')
    .select('u.id')
    .where('o.number', '=', organization.number)
    .where('u.sign_in_email_key', '=', email)
    .executeTakeFirst();
  return row?.id ?? '01890000-0000-7000-8000-000000000000';
}

async function rowOf(both: BothWorlds, invitation: ModelInvitation): Promise<string> {
  const rows = await both.muniment.db
    .selectFrom('invitation as i')
    .leftJoin('license as l', 'l.id', 'i.license_id')
    .select(['i.id', 'l.license_id as licenseId'])
    .where('i.vl_user_id', '=', await idOf(both, invitation.email))
    .where('i.kind', '=', invitation.kind)
    .orderBy('i.sent_at')
    .orderBy('i.id')
    .execute();
  const alike = both.world.invitations.filter(
    (one) => one.email === invitation.email && one.licenseId === invitation.licenseId,
  );
  const row = rows.filter(({ licenseId }) => licenseId === invitation.licenseId)[alike.indexOf(invitation)];
  if (row === undefined) throw new Error('The database lacks an invitation of the model');
  return row.id;
}

/** The link is made as the server makes it. */
async function linkTo(both: BothWorlds, invitation: ModelInvitation, generation: number): Promise<string> {
  const key = both.muniment.settings.encryptionKey ?? Buffer.alloc(0);
  return invitationToken(deriveKey(key, 'invitation links'), await rowOf(both, invitation), generation);
}

async function moveInvitation(
  both: BothWorlds,
  invitation: ModelInvitation,
  to: { expires_at: Date } | { last_sent_at: Date },
): Promise<void> {
  const id = await rowOf(both, invitation);
  await both.muniment.db.updateTable('invitation').set(to).where('id', '=', id).execute();
}

function problemOf(refusal: InvitationRefusal): ProblemId {
  if (refusal === 'stale-version') return 'offer-changed';
  return refusal === 'resent-too-soon' ? 'too-many-requests' : refusal;
}

function expectAnswer(answer: ApiAnswer<unknown>, expected: Expected): void {
  const actual: Expected = answer.problemId ?? 'done';
  if (actual !== expected) throw new Error(`The model expects ${expected}, the API answers ${answer.text}`);
}

export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: the API says\n${one}\nand the model\n${other}`);
}

/** Sorted, so that two sets of roles can be compared as text. */
export function inOrder(roles: Iterable<Role>): Role[] {
  return [...roles].toSorted();
}
