import type { InheritingContact } from '@muniment/contract/preferences.ts';
import {
  type AdministratorCount,
  type AdministratorGrant,
  countAdministrators,
} from '@muniment/domain/administrators.ts';
import type { AssignmentDecision, InvitationState } from '@muniment/domain/assignment-decision.ts';
import type { AssignmentFacts, GrantWait, UserFacts } from '@muniment/domain/assignment-facts.ts';
import {
  effectiveRoles,
  type GrantOrigin,
  type GrantRecord,
  hasEnded,
  holdsAt,
  type Period,
} from '@muniment/domain/grant.ts';
import { expiryOf, type Invitation } from '@muniment/domain/invitation.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { RoleViewer } from '@muniment/domain/seen-roles.ts';
import type { TouchedInvitation } from '@muniment/domain/settle-undone-invitations.ts';

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

/** A change of roles, as far as it takes to take it back. @source B8 */
export interface ModelChange {
  /** What the API calls it. */
  readonly id: string;
  readonly kind: 'assignment' | 'undo';
  readonly by: string;
  readonly at: Date;
  readonly opened: readonly ModelGrant[];
  /** Each with what it waited for when it was closed. */
  readonly closed: readonly { readonly grant: ModelGrant; readonly awaits: GrantWait | null }[];
  readonly touched: readonly {
    readonly invitation: ModelInvitation;
    readonly step: TouchedInvitation['step'];
    readonly before: InvitationState;
  }[];
  /** Whom an invitation was mailed; mail is never sent here, and so never too late to be taken back. */
  readonly invited: ReadonlySet<string>;
  readonly endsUnseen: boolean;
  isUndone: boolean;
}

/** An organization's directory, and whom it holds. @source M6 */
export interface Directory {
  enforced: boolean;
  readonly accounts: Map<string, { readonly id: string; active: boolean }>;
  /** VL users that were matched with an account, for good: once it is deleted nobody else's is theirs. */
  readonly linked: Map<string, 'live' | 'deleted'>;
}

export interface World {
  readonly directory: Directory;
  /** When people were missing from the enforced directory. */
  readonly absences: Map<string, { readonly startsAt: Date; endsAt: Date | null }[]>;
  /** Deleted from an enforced directory: their address is nobody's any more. */
  readonly departed: Set<string>;
  /** Bill-to contact of the agreement that some license IDs are signed under. @source R9 */
  billTo: string;
  /** Who may inherit from it, and who opted in. @source I1 */
  readonly contacts: Record<InheritingContact, { readonly email: string; optedIn: boolean }>;
  /** The primary contact of each license ID. */
  readonly licenseContacts: Map<string, string>;
  /** What the downstream system answers; null where none is registered. @source M2 */
  system: 'accepts' | 'refuses' | null;
  readonly underAgreement: Set<string>;
  readonly licenses: string[];
  /** When each VL user registered; null while they have not. */
  readonly users: Map<string, Date | null>;
  readonly grants: ModelGrant[];
  readonly invitations: ModelInvitation[];
  readonly changes: ModelChange[];
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
  const gates = { registeredAt: world.users.get(email) ?? null, absences: world.absences.get(email) ?? [] };
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
        holder: {
          registered: isRegistered(world, grant.vlUserId),
          present: isPresent(world, grant.vlUserId, at),
        },
      }),
    );
  return countAdministrators(grants, at);
}

export function isRegistered(world: World, email: string): boolean {
  return (world.users.get(email) ?? null) !== null;
}

export function isPresent(world: World, email: string, at: Date): boolean {
  return !(world.absences.get(email) ?? []).some((absence) => holdsAt(absence, at));
}

/** Through whose eyes somebody looks at roles. @source R9 */
export function viewerOf(world: World, email: string): RoleViewer {
  return { userKey: email, billToOn: email === world.billTo ? world.underAgreement : new Set() };
}

/** Adds somebody who is new; an account with their address is theirs from then on. @source S1, M6 */
export function addUser(world: World, email: string, at: Date): void {
  if (world.users.has(email)) return;
  world.users.set(email, null);
  syncPresence(world, at);
}

/** Matches accounts that nobody has, and lets absences begin and end as the directory says. @source M6 */
export function syncPresence(world: World, at: Date): void {
  const { enforced, accounts, linked } = world.directory;
  for (const email of world.users.keys()) {
    if (!linked.has(email) && accounts.has(email)) linked.set(email, 'live');
    const isHeld = linked.get(email) === 'live' && accounts.get(email)?.active === true;
    const absences = world.absences.get(email) ?? [];
    const open = absences.find(({ endsAt }) => endsAt === null);
    if (enforced && !isHeld && open === undefined) {
      world.absences.set(email, [...absences, { startsAt: at, endsAt: null }]);
    }
    if ((!enforced || isHeld) && open !== undefined) open.endsAt = at;
    if (enforced && linked.get(email) === 'deleted') world.departed.add(email);
  }
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
      present: isPresent(world, userKey, at),
      invitation: invitation === undefined ? null : { expiresAt: invitation.expiresAt },
    });
  }
  return {
    at,
    administered: new Set(administeredBy(world, actor, at)),
    viewer: viewerOf(world, actor),
    inProgress: new Set(),
    opensInto: opensInto(world),
    users,
    grants: world.grants.flatMap((grant, index) =>
      isLive(grant) ? [{ ...grant, grantId: String(index), userKey: grant.vlUserId }] : [],
    ),
  };
}

/** What newly given grants wait for. @source M2 */
export function opensInto(world: World): 'provisioning' | null {
  return world.system === null ? null : 'provisioning';
}

/**
 * Makes a decision come true, as a change that can be taken back.
 *
 * @param change What the API calls it, null where nothing was saved; whose it is; and what else is kept with it.
 */
export function apply(
  world: World,
  decision: AssignmentDecision,
  at: Date,
  change: { readonly id: string | null } & Pick<ModelChange, 'kind' | 'by' | 'endsUnseen'>,
): void {
  const closed = decision.closed.map(({ grantId }) => {
    const grant = world.grants[Number(grantId)] as ModelGrant;
    grant.closedAt = at;
    return { grant, awaits: grant.awaits };
  });
  const before = world.grants.length;
  for (const { userKey, licenseId, role, period, awaits, originAgreementId } of decision.opened) {
    addUser(world, userKey, at);
    const origin = originAgreementId === undefined ? 'assigned' : 'inherited';
    openGrant(world, { vlUserId: userKey, licenseId, role, period }, at, awaits, origin);
  }
  const opened = world.grants.slice(before);
  const touched = moveInvitations(world, decision, at);
  if (decision.opened.length + decision.closed.length + decision.invitations.length > 0) world.entries += 1;
  if (change.id === null) return;
  const invited = new Set(
    decision.mails.filter(({ kind }) => kind === 'invitation').map(({ userKey }) => userKey),
  );
  world.changes.push({ ...change, id: change.id, at, opened, closed, touched, invited, isUndone: false });
}

/** @returns How those that were moved or withdrawn were before. */
function moveInvitations(world: World, decision: AssignmentDecision, at: Date): ModelChange['touched'] {
  return decision.invitations.flatMap((step) => {
    if (step.step === 'open') {
      world.invitations.push(newInvitation('assignment', step.userKey, null, at));
      return [];
    }
    if (step.step === 'restore') {
      const restored = world.invitations[Number(step.invitationId)] as ModelInvitation;
      restored.offerVersion += 1;
      Object.assign(restored, { state: 'open', ...step.to });
      return [];
    }
    const invitation =
      step.step === 'withdraw-contact'
        ? contactInvitation(world, step.licenseId)
        : openInvitation(world, step.userKey);
    if (invitation === undefined) throw new Error(`The model has no invitation to ${step.step}`);
    const { generation, sentAt, lastSentAt, expiresAt } = invitation;
    const before = { generation, sentAt, lastSentAt, expiresAt };
    if (step.step === 'withdraw' || step.step === 'withdraw-contact') invitation.state = 'withdrawn';
    else {
      invitation.offerVersion += 1;
      if (step.step === 'extend') invitation.lastSentAt = at;
      if (step.step === 'reset') renew(invitation, at);
    }
    return [{ invitation, step: step.step, before }];
  });
}

export function openGrant(
  world: World,
  grant: Pick<GrantRecord, 'vlUserId' | 'licenseId' | 'role' | 'period'>,
  at: Date,
  awaits: GrantWait | null = null,
  origin: GrantOrigin = 'assigned',
): void {
  world.grants.push({
    ...grant,
    origin,
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
