import {
  type AdministratorCount,
  type AdministratorGrant,
  countAdministrators,
} from '@muniment/domain/administrators.ts';
import type { AssignmentDecision } from '@muniment/domain/assignment-decision.ts';
import type { AssignmentFacts, GrantWait, UserFacts } from '@muniment/domain/assignment-facts.ts';
import { effectiveRoles, type GrantRecord, hasEnded, type Period } from '@muniment/domain/grant.ts';
import { expiryOf, type Invitation } from '@muniment/domain/invitation.ts';
import type { Role } from '@muniment/domain/roles.ts';

// The model of one organization: what is true, kept in memory by the rules of the domain alone. People are known by
// their addresses and license IDs by what people call them, so that it needs nothing from the database.

/** A grant as everything ever recorded of it. */
export interface ModelGrant extends GrantRecord {
  period: Period;
  closedAt: Date | null;
  readyAt: Date | null;
  awaits: GrantWait | null;
}

export interface ModelInvitation extends Invitation {
  readonly email: string;
  /** Of a contact invitation. */
  readonly licenseId: string | null;
  state: Invitation['state'];
  generation: number;
  expiresAt: Date;
  sentAt: Date;
  lastSentAt: Date;
  offerVersion: number;
}

export interface World {
  readonly licenses: string[];
  /** When each VL user registered; null while they have not. */
  readonly users: Map<string, Date | null>;
  readonly grants: ModelGrant[];
  readonly invitations: ModelInvitation[];
  /** How many ledger entries there have to be. */
  entries: number;
}

const INVITATION_DAYS = 30;

export function isLive(grant: ModelGrant): boolean {
  return grant.closedAt === null;
}

/** Live and not over: what lists show. */
export function isOpen(grant: ModelGrant, at: Date): boolean {
  return isLive(grant) && !hasEnded(grant.period, at);
}

export function rolesOf(world: World, email: string, licenseId: string, at: Date): Set<Role> {
  const gates = { registeredAt: world.users.get(email) ?? null, absences: [] };
  return effectiveRoles(world.grants, gates, { vlUserId: email, licenseId }, at);
}

export function administeredBy(world: World, email: string, at: Date): string[] {
  return world.licenses.filter((licenseId) => rolesOf(world, email, licenseId, at).has('administrator'));
}

/** Administrators by license ID. @source A1 */
export function administrators(world: World, at: Date): Map<string, AdministratorCount> {
  const grants = world.grants
    .filter((grant) => isLive(grant) && grant.role === 'administrator')
    .map(
      (grant): AdministratorGrant => ({
        ...grant,
        holder: { registered: isRegistered(world, grant.vlUserId), present: true },
      }),
    );
  return countAdministrators(grants, at);
}

export function isRegistered(world: World, email: string): boolean {
  return (world.users.get(email) ?? null) !== null;
}

export function openInvitation(world: World, email: string): ModelInvitation | undefined {
  return world.invitations.find(
    (one) => one.state === 'open' && one.kind === 'assignment' && one.email === email,
  );
}

export function contactInvitation(world: World, licenseId: string): ModelInvitation | undefined {
  return world.invitations.find((one) => one.state === 'open' && one.licenseId === licenseId);
}

/** What a decision is made from, as the database would have to tell it. */
export function factsFor(world: World, actor: string, wanted: readonly string[], at: Date): AssignmentFacts {
  const users = new Map<string, UserFacts>();
  for (const userKey of new Set([...world.users.keys(), ...wanted])) {
    const invitation = openInvitation(world, userKey);
    users.set(userKey, {
      userKey,
      registered: isRegistered(world, userKey),
      present: true,
      invitation: invitation === undefined ? null : { expiresAt: invitation.expiresAt },
    });
  }
  return {
    at,
    administered: new Set(administeredBy(world, actor, at)),
    viewer: { userKey: actor, billToOn: new Set() },
    inProgress: new Set(),
    opensInto: null,
    users,
    grants: world.grants.flatMap((grant, index) =>
      isLive(grant) ? [{ ...grant, grantId: String(index), userKey: grant.vlUserId }] : [],
    ),
  };
}

/** Makes a decision come true. */
export function apply(world: World, decision: AssignmentDecision, at: Date): void {
  for (const { grantId } of decision.closed) (world.grants[Number(grantId)] as ModelGrant).closedAt = at;
  for (const { userKey, licenseId, role, period } of decision.opened) {
    if (!world.users.has(userKey)) world.users.set(userKey, null);
    openGrant(world, { vlUserId: userKey, licenseId, role, period }, at);
  }
  for (const step of decision.invitations) {
    if (step.step === 'open') {
      world.invitations.push(newInvitation('assignment', step.userKey, null, at));
      continue;
    }
    const invitation =
      step.step === 'withdraw-contact'
        ? contactInvitation(world, step.licenseId)
        : openInvitation(world, step.userKey);
    if (invitation === undefined) throw new Error(`The model has no invitation to ${step.step}`);
    if (step.step === 'withdraw' || step.step === 'withdraw-contact') {
      invitation.state = 'withdrawn';
      continue;
    }
    invitation.offerVersion += 1;
    if (step.step === 'extend') invitation.lastSentAt = at;
    if (step.step === 'reset') renew(invitation, at);
  }
  if (decision.opened.length + decision.closed.length + decision.invitations.length > 0) world.entries += 1;
}

export function openGrant(
  world: World,
  grant: Pick<GrantRecord, 'vlUserId' | 'licenseId' | 'role' | 'period'>,
  at: Date,
  awaits: GrantWait | null = null,
): void {
  world.grants.push({
    ...grant,
    origin: 'assigned',
    openedAt: at,
    closedAt: null,
    readyAt: awaits === null ? at : null,
    awaits,
  });
}

export function newInvitation(
  kind: Invitation['kind'],
  email: string,
  licenseId: string | null,
  at: Date,
): ModelInvitation {
  return {
    kind,
    email,
    licenseId,
    state: 'open',
    generation: 1,
    offerVersion: 1,
    sentAt: at,
    lastSentAt: at,
    expiresAt: expiryOf(at, INVITATION_DAYS),
  };
}

/** A new link with a new expiry. */
export function renew(invitation: ModelInvitation, at: Date): void {
  invitation.generation += 1;
  invitation.sentAt = at;
  invitation.lastSentAt = at;
  invitation.expiresAt = expiryOf(at, INVITATION_DAYS);
}
