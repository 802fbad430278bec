import type { UndoAnswer } from '@muniment/contract/assignment-changes.ts';
import type { AssignmentDecision, PairDifference } from '@muniment/domain/assignment-decision.ts';
import type { AssignmentFacts } from '@muniment/domain/assignment-facts.ts';
import { decideAssignments } from '@muniment/domain/decide-assignments.ts';
import { type ChangedGrant, decideUndo } from '@muniment/domain/decide-undo.ts';
import { type RoleViewer, seesRole } from '@muniment/domain/seen-roles.ts';
import { settleUndoneInvitations } from '@muniment/domain/settle-undone-invitations.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { touchedInvitations } from '../invitations/invitation-service.ts';
import { cancelMailsOf } from '../mail/mail-service.ts';
import { findVlUsers } from '../vl-users/vl-user-service.ts';
import { answerOf, type Named } from './assignment-answer.ts';
import { problemOf } from './assignment-problems.ts';
import { lockLicenses, lockPeople, selectLicensesById } from './assignment-repository.ts';
import { requireSeenChange } from './change-history.ts';
import { readFacts } from './read-facts.ts';
import { type SaveDeps, saveDecision } from './save-decision.ts';
import { selectGrantsOfChange, selectUndoRows, type UndoRow } from './undo-repository.ts';
import { refusalOf } from './undo-state.ts';

/**
 * Takes a change back: what it opened ends, what it closed is given again with the periods that it had; all of it, or
 * nothing, and by the same rules as any other change. It is a change of its own, and can be taken back in turn.
 *
 * Whoever was not told of the change yet is told of neither: mails that are still held are cancelled, and invitations
 * are put back as they were. Registrations and business e-mails stay as they are.
 *
 * @throws Problem not-found, not-undoable, undone-already, undo-superseded, last-administrator, assignment-in-progress,
 *   role-inherited.
 * @source B8, A1, M8, R9, R10
 */
export async function undoChange(
  trx: Trx,
  deps: SaveDeps,
  actor: Member,
  changeId: string,
): Promise<UndoAnswer> {
  const organizationId = actor.organization.id;
  const { id } = await requireSeenChange(trx, actor, changeId);
  // Before any lock: who may not undo it neither waits for others nor holds them up.
  await requireUndoable(trx, actor, id);
  const unlocked = await selectGrantsOfChange(trx, viewerOf(actor), id);
  const licenseIds = [...new Set(unlocked.map(({ licenseId }) => licenseId))];
  const personIds = [...new Set(unlocked.map(({ userKey }) => userKey))];
  await lockLicenses(trx, organizationId, licenseIds);
  await lockPeople(trx, organizationId, [...personIds, actor.vlUserId]);

  const change = await requireUndoable(trx, actor, id);
  const changed = await selectGrantsOfChange(trx, viewerOf(actor), id);
  const facts = await readFacts(trx, actor, licenseIds, personIds, new Set());
  const named = await nameAll(trx, organizationId, licenseIds, personIds);
  refuseChangedSince(changed, named);
  refuseInherited(changed, facts, named);
  const decided = decideAssignments(facts, decideUndo(changed, facts.at));
  const [refusal] = decided.refusals;
  if (refusal !== undefined) throw problemOf(refusal, named, []);
  if (decided.opened.length + decided.closed.length === 0) {
    throw new Problem('not-undoable', {
      detail: 'What it took would be over by now: nothing is left to give back.',
    });
  }

  const cancelled = await cancelMailsOf(trx, organizationId, id);
  const isRegistered = (vlUserId: string) => facts.users.get(vlUserId)?.registered === true;
  // Whoever registered knows what they registered, whether or not the mail ever came.
  const untold = new Set(
    cancelled
      // One that was tried may have arrived, whatever the server answered.
      .filter(({ attempts }) => attempts === 0)
      .filter(({ kind, vlUserId }) => kind === 'permission-change' || !isRegistered(vlUserId))
      .map(({ vlUserId }) => vlUserId),
  );
  const touched = await touchedInvitations(trx, organizationId, id);
  const { decision, lostContacts } = settleUndoneInvitations(facts, decided, {
    changedAt: change.at,
    touched,
    untold,
  });
  if (lostContacts.length > 0) throw superseded(lostContacts, named);
  const saved = await saveDecision(trx, deps, actor, {
    facts,
    decision,
    named,
    registering: new Set(),
    reason: undefined,
    endsUnseen: change.endsUnseen,
    undo: { changeId: id, untold },
  });
  if (saved === null) throw new Error('The undo was not saved');
  return {
    ...answerOf(asSeen(decision, facts.viewer, saved.told), named, deps, saved),
    undoes: id,
    cancelledEmails: cancelled.length,
  };
}

/** @throws Problem not-undoable, undone-already. What changed since is told later, with the license IDs. */
async function requireUndoable(trx: Trx, actor: Member, changeId: string): Promise<UndoRow> {
  const [row] = await selectUndoRows(trx, viewerOf(actor), [changeId]);
  if (row === undefined) throw new Problem('not-found');
  switch (refusalOf(row)) {
    case 'kind':
      throw new Problem('not-undoable', {
        detail:
          'Only changes of role assignments can be undone, and this one is none, or gave and took no role.',
      });
    case 'not-all-yours':
      throw new Problem('not-undoable', {
        detail:
          'It touches more than the license IDs and roles that you administer. Change your own part of it instead.',
      });
    case 'undone-already':
      throw new Problem('undone-already', {
        detail: 'The change was taken back already. To have it again, undo the change that undid it.',
      });
    default:
      return row;
  }
}

async function nameAll(
  trx: Trx,
  organizationId: string,
  licenseIds: readonly string[],
  personIds: readonly string[],
): Promise<Named> {
  const people = await findVlUsers(trx, organizationId, { ids: personIds, emailKeys: [] });
  const licenses = await selectLicensesById(trx, organizationId, licenseIds);
  return {
    people: new Map(people.map((person) => [person.id, { ...person, isNew: false, newBusinessEmail: null }])),
    licenses: new Map(licenses.map((license) => [license.id, license])),
  };
}

function refuseChangedSince(changed: readonly ChangedGrant[], named: Named): void {
  const since = changed.filter(({ isChangedSince }) => isChangedSince);
  if (since.length > 0)
    throw superseded(
      since.map(({ licenseId }) => licenseId),
      named,
    );
}

/** What its holder inherits only they give up, while they are in the directory; undo is no way around it. @source I3 */
function refuseInherited(changed: readonly ChangedGrant[], { users }: AssignmentFacts, named: Named): void {
  const locked = changed.filter(
    ({ isOpenedByIt, originAgreementId, userKey }) =>
      isOpenedByIt && originAgreementId !== null && users.get(userKey)?.present !== false,
  );
  if (locked.length === 0) return;
  throw new Problem('role-inherited', {
    detail: 'It gave back what somebody inherits, who is in the directory now. Only they can give that up.',
    licenseIds: namesOf(
      locked.map(({ licenseId }) => licenseId),
      named,
    ),
  });
}

function namesOf(internalIds: readonly string[], named: Named): string[] {
  return [...new Set(internalIds)].map((id) => named.licenses.get(id)?.licenseId ?? '').sort();
}

function superseded(internalIds: readonly string[], named: Named): Problem {
  const licenseIds = namesOf(internalIds, named);
  return new Problem('undo-superseded', {
    detail: `A later change touched what this one did on ${licenseIds.slice(0, 10).join(', ')}${licenseIds.length > 10 ? ' and more' : ''}. Look at what is there now, and change that.`,
    licenseIds,
  });
}

/** What the actor may read of it: roles that they see, and the mails that really go out. @source R9 */
function asSeen(
  decision: AssignmentDecision,
  viewer: RoleViewer,
  told: ReadonlySet<string>,
): AssignmentDecision {
  const differences = decision.differences.map((difference): PairDifference => {
    const { userKey, licenseId } = difference;
    const seen = <R extends PairDifference['added']>(roles: R) =>
      roles.filter((role) => seesRole(viewer, { role, licenseId, userKey }));
    return {
      userKey,
      licenseId,
      added: seen(difference.added),
      removed: seen(difference.removed),
      rescheduled: seen(difference.rescheduled),
      kept: difference.kept,
    };
  });
  return { ...decision, differences, mails: decision.mails.filter(({ userKey }) => told.has(userKey)) };
}
