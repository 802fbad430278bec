import { undoAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import type { ProblemId } from '@muniment/contract/problems.ts';
import { decideAssignments } from '@muniment/domain/decide-assignments.ts';
import { type ChangedGrant, decideUndo, undoRefusal } from '@muniment/domain/decide-undo.ts';
import { seesRole } from '@muniment/domain/seen-roles.ts';
import {
  settleUndoneInvitations,
  type TouchedInvitation,
} from '@muniment/domain/settle-undone-invitations.ts';
import { among, type BothWorlds, choose, sessionOf } from './both-worlds.ts';
import { expectAnswer, expectEqual } from './expectations.ts';
import type { Chosen } from './operations.ts';
import {
  administeredBy,
  apply,
  factsFor,
  isRegistered,
  type ModelChange,
  type ModelGrant,
  viewerOf,
  type World,
} from './world.ts';

const PROBLEMS = {
  kind: 'not-undoable',
  'not-all-yours': 'not-undoable',
  'undone-already': 'undone-already',
  'changed-since': 'undo-superseded',
} as const;

/** Takes a change of roles back, of whoever made it. @source B8 */
export async function undo(
  both: BothWorlds,
  operation: { readonly by: Chosen; readonly change: number },
  at: Date,
): Promise<void> {
  const { world } = both;
  const by = choose(both, operation.by, at);
  const change = among(world.changes.toReversed(), operation.change);
  if (by === undefined || change === undefined) return;
  const answer = await (await sessionOf(both, by)).call(undoAssignmentChange, {
    params: { changeId: change.id },
  });
  if (!isSeen(world, change, by, at)) return expectAnswer(answer, 'not-found');
  const changed = changedGrants(world, change);
  const refusal = undoRefusal({
    kind: change.kind,
    isUndone: change.isUndone,
    isAllTheirs: isAllTheirs(world, change, by, at),
    changesRoles: changed.length > 0,
    isChangedSince: changed.some(({ isChangedSince }) => isChangedSince),
  });
  if (refusal !== null) return expectAnswer(answer, PROBLEMS[refusal]);

  const people = [...new Set(changed.map(({ userKey }) => userKey))];
  const facts = factsFor(world, by, people, at);
  const decided = decideAssignments(facts, decideUndo(changed, at));
  const [first] = decided.refusals;
  if (first !== undefined) return expectAnswer(answer, first.kind as ProblemId);
  if (decided.opened.length + decided.closed.length === 0) return expectAnswer(answer, 'not-undoable');
  const { decision, lostContacts } = settleUndoneInvitations(facts, decided, {
    changedAt: change.at,
    touched: change.touched.map((one) => touchedNow(world, one)),
    untold: new Set([...change.invited].filter((email) => !isRegistered(world, email))),
  });
  if (lostContacts.length > 0) return expectAnswer(answer, 'undo-superseded');
  expectAnswer(answer, 'done');
  expectEqual('what it undoes', answer.body.undoes, change.id);
  change.isUndone = true;
  const { endsUnseen } = change;
  apply(world, decision, at, { id: answer.body.id, kind: 'undo', by, endsUnseen });
}

function grantsOf(change: ModelChange): ModelGrant[] {
  return [...change.opened, ...change.closed.map(({ grant }) => grant)];
}

/** A change of nothing but Invoice Reader is seen by the bill-to contact alone. @source R9, R10 */
function isSeen(world: World, change: ModelChange, by: string, at: Date): boolean {
  const { billToOn } = viewerOf(world, by);
  return administeredBy(world, by, at).some((licenseId) => {
    const there = grantsOf(change).filter((grant) => grant.licenseId === licenseId);
    return (
      there.length > 0 && (billToOn.has(licenseId) || there.some(({ role }) => role !== 'invoice-reader'))
    );
  });
}

function isAllTheirs(world: World, change: ModelChange, by: string, at: Date): boolean {
  const administered = new Set(administeredBy(world, by, at));
  const viewer = viewerOf(world, by);
  const isOwnDeletion = change.endsUnseen && change.by === by;
  return grantsOf(change).every(
    ({ licenseId, role, vlUserId }) =>
      administered.has(licenseId) &&
      (isOwnDeletion || seesRole(viewer, { role, licenseId, userKey: vlUserId })),
  );
}

function changedGrants(world: World, change: ModelChange): ChangedGrant[] {
  const own = new Set(grantsOf(change));
  const isChangedSince = (grant: ModelGrant) =>
    world.grants.some((other) => {
      const isAlike =
        other.vlUserId === grant.vlUserId && other.licenseId === grant.licenseId && other.role === grant.role;
      if (!isAlike) return false;
      const isOpenedSince = other.openedAt >= change.at && !change.opened.includes(other);
      const isClosedByIt = change.closed.some(({ grant: closed }) => closed === other);
      const isClosedSince = other.closedAt !== null && other.closedAt >= change.at && !isClosedByIt;
      return isOpenedSince || isClosedSince;
    });
  return [...own].map((grant) => ({
    grantId: String(world.grants.indexOf(grant)),
    licenseId: grant.licenseId,
    userKey: grant.vlUserId,
    role: grant.role,
    originAgreementId: grant.origin === 'inherited' ? 'the agreement' : null,
    period: grant.period,
    awaits: change.closed.find((one) => one.grant === grant)?.awaits ?? grant.awaits,
    isOpenedByIt: change.opened.includes(grant),
    isChangedSince: isChangedSince(grant),
  }));
}

function touchedNow(
  world: World,
  { invitation, step, before }: ModelChange['touched'][number],
): TouchedInvitation {
  const { email, licenseId, state, generation, sentAt, lastSentAt, expiresAt } = invitation;
  return {
    invitationId: String(world.invitations.indexOf(invitation)),
    userKey: email,
    licenseId,
    step,
    before,
    now: { state, generation, sentAt, lastSentAt, expiresAt },
    isReplaced: world.invitations.some(
      (other) =>
        other !== invitation &&
        other.state === 'open' &&
        other.kind === invitation.kind &&
        (licenseId === null ? other.email === email : other.licenseId === licenseId),
    ),
    isMailed: true,
  };
}
