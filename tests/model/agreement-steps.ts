import { changeContact } from '@muniment/contract/partners.ts';
import { giveUpInherited, type InheritingContact, putPreferences } from '@muniment/contract/preferences.ts';
import { losesLastAdministrator } from '@muniment/domain/administrators.ts';
import { hasEnded } from '@muniment/domain/grant.ts';
import { nameOf } from '../support/people.ts';
import { among, type BothWorlds, sessionOf } from './both-worlds.ts';
import { expectAnswer, expectEqual } from './expectations.ts';
import {
  addUser,
  administrators,
  contactInvitation,
  isLive,
  isOpen,
  isPresent,
  isRegistered,
  type ModelGrant,
  newInvitation,
  openGrant,
  openInvitation,
  type World,
} from './world.ts';

/** Opts a contact of the agreement in or out. @source I1, I4 */
export async function optIn(
  both: BothWorlds,
  operation: { readonly contact: InheritingContact; readonly on: boolean },
  at: Date,
): Promise<void> {
  const { world, agreementNumber } = both;
  const { contact, on: optedIn } = operation;
  const entry = world.contacts[contact];
  const { email } = entry;
  if (world.departed.has(email)) return;
  const session = await sessionOf(both, email);
  const body = { inheritance: [{ agreementNumber, contact, optedIn }] };
  const answer = await session.call(putPreferences, { body });
  // Whoever is missing from the enforced directory is nobody there, registered or not.
  const isHeld = world.users.has(email)
    ? isPresent(world, email, at)
    : !world.directory.enforced || world.directory.accounts.get(email)?.active === true;
  if (!isHeld) return expectAnswer(answer, 'not-found');
  expectAnswer(answer, 'done');
  if (entry.optedIn === optedIn) return;
  entry.optedIn = optedIn;
  world.entries += 1;
  if (isRegistered(world, email)) return;
  addUser(world, email, at);
  world.users.set(email, at);
  const waiting = openInvitation(world, email);
  if (waiting !== undefined) waiting.state = 'registered';
}

/** Who inherits from the agreement: contacts who opted in, each once. @source I1 */
export function heirsOf(world: World): string[] {
  return [
    ...new Set(Object.values(world.contacts).flatMap(({ email, optedIn }) => (optedIn ? [email] : []))),
  ];
}

/** Lets somebody give up what they inherited on a license ID. @source I4, A1 */
export async function giveUp(
  both: BothWorlds,
  operation: { readonly person: number; readonly license: number },
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const email = among(people, operation.person) as string;
  const licenseId = among(world.licenses, operation.license);
  if (licenseId === undefined || world.departed.has(email)) return;
  const answer = await (await sessionOf(both, email)).call(giveUpInherited, { params: { licenseId } });
  if (!isRegistered(world, email) || !isPresent(world, email, at)) return expectAnswer(answer, 'not-found');
  const inherited = world.grants.filter(
    (grant) =>
      isLive(grant) &&
      grant.origin === 'inherited' &&
      grant.vlUserId === email &&
      grant.licenseId === licenseId,
  );
  if (inherited.length === 0) return expectAnswer(answer, 'license-id-not-found');
  const before = administrators(world, at).get(licenseId);
  for (const grant of inherited) grant.closedAt = at;
  if (losesLastAdministrator(before, administrators(world, at).get(licenseId))) {
    for (const grant of inherited) grant.closedAt = null;
    return expectAnswer(answer, 'last-administrator');
  }
  expectAnswer(answer, 'done');
  world.entries += 1;
}

/** Changes a contact of the agreement through the partner. @source A10, R9 */
export async function changeAgreementContact(
  both: BothWorlds,
  operation: { readonly contact: InheritingContact | 'bill-to-contact'; readonly person: number },
  at: Date,
): Promise<void> {
  const { world, people, agreementNumber } = both;
  const email = among(people, operation.person) as string;
  const { contact } = operation;
  const before = contact === 'bill-to-contact' ? world.billTo : world.contacts[contact].email;
  const answer = await askPartner(both, { agreementNumber }, contact, email);
  expectEqual('changed', answer.changed, before !== email);
  if (before === email) return;
  world.entries += 1;
  if (contact === 'bill-to-contact') {
    world.billTo = email;
    return;
  }
  world.contacts[contact] = { email, optedIn: false };
  if (Object.values(world.contacts).some((other) => other.email === before)) return;
  for (const grant of world.grants.filter((one) => one.origin === 'inherited' && one.vlUserId === before)) {
    if (isLive(grant)) makeAssigned(world, grant, at);
  }
}

/** What a replaced contact inherited is theirs by assignment from then on. */
function makeAssigned(world: World, inherited: ModelGrant, at: Date): void {
  const { vlUserId, licenseId, role, period, awaits, readyAt } = inherited;
  inherited.closedAt = at;
  const assigned = world.grants.find(
    (grant) =>
      isLive(grant) &&
      grant.origin === 'assigned' &&
      grant.vlUserId === vlUserId &&
      grant.licenseId === licenseId &&
      grant.role === role,
  );
  if (assigned !== undefined) {
    const isForGood =
      assigned.period.endsAt === null && assigned.readyAt !== null && assigned.period.startsAt <= at;
    if (isForGood) return;
    assigned.closedAt = at;
  }
  openGrant(world, { vlUserId, licenseId, role, period }, at, awaits);
  const opened = world.grants.at(-1) as ModelGrant;
  opened.readyAt = readyAt === null ? null : at;
}

/** Changes the primary contact of a license ID, who is its only one. @source A10, A2 */
export async function changeLicenseContact(
  both: BothWorlds,
  operation: { readonly license: number; readonly person: number },
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const licenseId = among(world.licenses, operation.license);
  const email = among(people, operation.person) as string;
  if (licenseId === undefined || world.departed.has(email)) return;
  const before = world.licenseContacts.get(licenseId) as string;
  if (world.departed.has(before)) return;
  const answer = await askPartner(both, { licenseId }, 'primary-contact', email);
  expectEqual('changed', answer.changed, before !== email);
  if (before === email) return;
  world.entries += 1;
  world.licenseContacts.set(licenseId, email);

  const isReachable = (administrators(world, at).get(licenseId)?.reachable ?? 0) > 0;
  const invitation = contactInvitation(world, licenseId);
  const isReplaced = invitation?.email === before;
  const isInvited = !isReachable && (invitation === undefined || isReplaced);
  expectEqual('invited', answer.invited?.email ?? null, isInvited ? email : null);
  if (isReplaced && invitation !== undefined) {
    invitation.state = 'withdrawn';
    const waiting = administratorsOn(world, licenseId, before).find(
      ({ awaits }) => awaits === 'contact-registration',
    );
    if (waiting !== undefined) waiting.closedAt = at;
  }
  if (!isInvited) return;
  addUser(world, email, at);
  const held = administratorsOn(world, licenseId, email);
  for (const grant of held) grant.closedAt = at;
  const waits = held.some((grant) => grant.awaits !== 'contact-registration' && !hasEnded(grant.period, at));
  if (waits) shrinkInvitation(world, email, at);
  const period = { startsAt: at, endsAt: null };
  openGrant(world, { vlUserId: email, licenseId, role: 'administrator', period }, at, 'contact-registration');
  world.invitations.push(newInvitation('contact', email, licenseId, at));
}

/** Something waits no longer for somebody's assignment invitation. @source S9 */
function shrinkInvitation(world: World, email: string, at: Date): void {
  const invitation = openInvitation(world, email);
  if (isRegistered(world, email) || invitation === undefined) return;
  const isLeft = world.grants.some(
    (grant) =>
      isOpen(grant, at) &&
      grant.vlUserId === email &&
      grant.origin === 'assigned' &&
      grant.awaits !== 'contact-registration',
  );
  if (isLeft) invitation.offerVersion += 1;
  else invitation.state = 'withdrawn';
}

function administratorsOn(world: World, licenseId: string, email: string): ModelGrant[] {
  return world.grants.filter(
    (grant) =>
      isLive(grant) &&
      grant.origin === 'assigned' &&
      grant.role === 'administrator' &&
      grant.licenseId === licenseId &&
      grant.vlUserId === email,
  );
}

async function askPartner(
  { organization }: BothWorlds,
  of: { licenseId: string } | { agreementNumber: string },
  contact: InheritingContact | 'bill-to-contact',
  email: string,
) {
  const to = { displayName: nameOf(email), email };
  const answer = await organization.partner.api.call(changeContact, {
    body: { ...of, contact, to, requestedBy: 'Purchasing' },
  });
  expectAnswer(answer, 'done');
  return answer.body;
}
