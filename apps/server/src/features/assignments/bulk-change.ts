import { ASSIGNMENTS_MAX } from '@muniment/contract/assignment-changes.ts';
import type { BulkChangeAnswer, BulkChangeRequest } from '@muniment/contract/bulk-changes.ts';
import { type Member, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { invalidField } from '../../problem.ts';
import { seenRoles } from '../licenses/license-service.ts';
import {
  choosePeople,
  countPairsOfChosen,
  deletablePairs,
  rolesOfChosen,
} from '../vl-users/seen-vl-user-service.ts';
import { lockPeople, selectBillTo, selectInProgress } from './assignment-repository.ts';
import { type ChangeOptions, changeAssignments, findLicenses } from './change-assignments.ts';
import { type BulkPlan, planAdding, planEnding, planRemoving } from './plan-bulk-change.ts';
import { type BulkAct, readAct } from './read-bulk-request.ts';
import { unknownRole } from './read-request.ts';
import type { SaveDeps } from './save-decision.ts';

/**
 * Gives many people roles, ends roles of many, or deletes many, by the one command that changes roles: one change, all
 * of it or nothing. What a person needs nothing for, or nothing can be done about now, is told and does not hold the
 * others up.
 *
 * Whom a filter means is found out first. Then license IDs and people are locked, and what they hold is read anew: what
 * somebody else changed meanwhile is neither given back nor taken away.
 *
 * @throws Problem invalid-request, vl-user-not-found, license-id-not-found, unknown-role, stale-version where it is
 *   another number of people than expected, last-administrator.
 * @source B8, M5, M7, M8, R9, R10, A1
 */
export async function changeInBulk(
  trx: Trx,
  deps: SaveDeps,
  actor: Member,
  request: BulkChangeRequest,
): Promise<BulkChangeAnswer> {
  const viewer = viewerOf(actor);
  const act = readAct(request, await seenRoles(trx, viewer, null));
  const people = await choosePeople(trx, viewer, request.people, request.expectedPeople);
  const vlUserIds = people.map(({ id }) => id);
  const dryRun = request.dryRun ?? false;
  const licenseIds = await placesOf(trx, actor, act, vlUserIds);

  const licenses = await findLicenses(
    trx,
    actor,
    licenseIds.map((licenseId) => ({ licenseId })),
    !dryRun,
  );
  const internalIds = [...licenses.values()].map(({ id }) => id);
  if (act.kind === 'add') await requireAssignable(trx, actor, act, internalIds);
  // The caller too, as the change itself does: people are locked in one go, in the order of their ids.
  if (!dryRun) await lockPeople(trx, actor.organization.id, [...vlUserIds, actor.vlUserId]);

  const plan = await planOf(trx, actor, act, people, licenseIds);
  const { reason } = request;
  const change = { assignments: plan.assignments, dryRun, ...(reason === undefined ? {} : { reason }) };
  const answer = await changeAssignments(trx, deps, actor, change, optionsOf(act));
  return { ...answer, skipped: plan.skipped };
}

/**
 * The license IDs that a change may touch.
 *
 * @throws Problem invalid-request where that makes more pairs than one change may hold.
 */
async function placesOf(
  trx: Trx,
  actor: Member,
  act: BulkAct,
  vlUserIds: readonly string[],
): Promise<readonly string[]> {
  const viewer = viewerOf(actor);
  if (act.kind === 'remove-people') {
    const pairs = await deletablePairs(trx, viewer, vlUserIds);
    refuseTooMany(pairs.length);
    return [...new Set(pairs.map(({ licenseId }) => licenseId))];
  }
  if (act.licenseIds !== null) {
    refuseTooMany(vlUserIds.length * act.licenseIds.length);
    return act.licenseIds;
  }
  const chosen = { vlUserIds, licenseIds: null, roles: act.roles };
  refuseTooMany(await countPairsOfChosen(trx, viewer, chosen));
  const held = await rolesOfChosen(trx, viewer, chosen);
  return [...new Set(held.map(({ licenseId }) => licenseId))];
}

function refuseTooMany(pairs: number): void {
  if (pairs <= ASSIGNMENTS_MAX) return;
  throw invalidField(
    '/people',
    `These are ${pairs} pairs of a person and a license ID. One change holds at most ${ASSIGNMENTS_MAX}.`,
  );
}

/** Invoice Reader is given by the bill-to contact alone, and unknown to anybody else. @source R9 */
async function requireAssignable(
  trx: Trx,
  actor: Member,
  { roles }: Extract<BulkAct, { kind: 'add' }>,
  internalIds: readonly string[],
): Promise<void> {
  const index = roles.indexOf('invoice-reader');
  if (index === -1) return;
  const billTo = await selectBillTo(trx, actor.organization.id, actor.vlUserId, internalIds);
  if (internalIds.some((id) => !billTo.has(id))) throw unknownRole(`/add/roles/${index}`, 'invoice-reader');
}

async function planOf(
  trx: Trx,
  actor: Member,
  act: BulkAct,
  people: Awaited<ReturnType<typeof choosePeople>>,
  licenseIds: readonly string[],
): Promise<BulkPlan> {
  const viewer = viewerOf(actor);
  const vlUserIds = people.map(({ id }) => id);
  const roles = act.kind === 'remove-people' ? null : act.roles;
  // Deleting tells of all that stays, wherever it is held.
  const places = act.kind === 'remove-people' ? null : licenseIds;
  const held = await rolesOfChosen(trx, viewer, { vlUserIds, licenseIds: places, roles });
  const inProgress =
    act.kind === 'add'
      ? await selectInProgress(trx, actor.organization.id, actor.vlUserId, vlUserIds)
      : new Set<string>();
  const facts = { people, held, inProgress };
  switch (act.kind) {
    case 'add':
      return planAdding(facts, act.roles, act.licenseIds);
    case 'end':
      return planEnding(facts, act.roles, act.licenseIds);
    case 'remove-people': {
      const locked = new Set(licenseIds);
      const pairs = await deletablePairs(trx, viewer, vlUserIds);
      return planRemoving(
        facts,
        pairs.filter(({ licenseId }) => locked.has(licenseId)),
      );
    }
  }
}

function optionsOf(act: BulkAct): ChangeOptions {
  if (act.kind === 'add') return { onlyAdds: true };
  return act.kind === 'end' ? { onlyEnds: new Set(act.roles) } : { endsUnseen: true };
}
