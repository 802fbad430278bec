import { undoAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import type { ProblemId } from '@muniment/contract/problems.ts';
import { decideAssignments } from '@muniment/domain/decide-assignments.ts';
import { type ChangedGrant, decideUndo, undoRefusal } from '@muniment/domain/decide-undo.ts';
import { mayAssignRole, seesRole } from '@muniment/domain/seen-roles.ts';
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
  isPresent,
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
  const theirs = changedGrants(world, change).filter(({ role, licenseId }) =>
    takesBack(world, change, by, { role, licenseId }),
  );
  const viewer = viewerOf(world, by);
  const administered = new Set(administeredBy(world, by, at));
  const refusal = undoRefusal({
    kind: change.kind,
    isUndone: change.isUndone,
    isAllTheirs: theirs.every(({ licenseId }) => administered.has(licenseId)),
    changesRoles: theirs.length > 0,
    isChangedSince: theirs.some((grant) => grant.isChangedSince && seesRole(viewer, grant)),
  });
  if (refusal !== null) return expectAnswer(answer, PROBLEMS[refusal]);
  // What somebody changed since, unseen, is left as it is.
  const changed = theirs.filter((grant) => seesRole(viewer, grant) || !grant.isChangedSince);
  const isLocked = (grant: ChangedGrant) =>
    grant.isOpenedByIt && grant.originAgreementId !== null && isPresent(world, grant.userKey, at);
  if (changed.some(isLocked)) return expectAnswer(answer, 'role-inherited');

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

/** Invoice Reader stays as it is for whoever could not give it, but for what they deleted themselves. @source R9, M5 */
function takesBack(
  world: World,
  change: ModelChange,
  by: string,
  { role, licenseId }: Pick<ModelGrant, 'role' | 'licenseId'>,
): boolean {
  const isOwnDeletion = change.endsUnseen && change.by === by;
  return isOwnDeletion || mayAssignRole(viewerOf(world, by), role, licenseId);
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
    originAgreementId:
      grant.origin === 'inherited' && (change.opened.includes(grant) || isContact(world, grant.vlUserId))
        ? 'the agreement'
        : null,
    period: grant.period,
    awaits: change.closed.find((one) => one.grant === grant)?.awaits ?? grant.awaits,
    isOpenedByIt: change.opened.includes(grant),
    isChangedSince: isChangedSince(grant),
  }));
}

/** Somebody who may inherit from the agreement; others get back as assigned what they inherited. @source A10 */
function isContact(world: World, email: string): boolean {
  return Object.values(world.contacts).some((contact) => contact.email === email);
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
    isReplaced:
      (licenseId !== null && world.licenseContacts.get(licenseId) !== email) ||
      world.invitations.some(
        (other) =>
          other !== invitation &&
          other.state === 'open' &&
          other.kind === invitation.kind &&
          (licenseId === null ? other.email === email : other.licenseId === licenseId),
      ),
    isMailed: true,
  };
}
