import type {
  AssignmentChangeAnswer,
  AssignmentChangeRequest,
} from '@muniment/contract/assignment-changes.ts';
import type { AssignmentRefusal } from '@muniment/domain/assignment-decision.ts';
import type { WantedAssignment } from '@muniment/domain/assignment-facts.ts';
import { decideAssignments } from '@muniment/domain/decide-assignments.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField } from '../../problem.ts';
import { findUnasked, registerImported, requireVersions } from '../vl-users/vl-user-service.ts';
import { answerOf, isChange, type Named } from './assignment-answer.ts';
import { licenseIdsNotFound, problemOf } from './assignment-problems.ts';
import { type KnownLicense, lockLicenses, lockPeople, selectLicenses } from './assignment-repository.ts';
import { administeredBy, type Importer, readFacts } from './read-facts.ts';
import { type ReadAssignment, readAssignments } from './read-request.ts';
import { type Person, resolvePeople } from './resolve-people.ts';
import { addPeople, type SaveDeps, saveDecision } from './save-decision.ts';
import { seenDecision } from './seen-decision.ts';

/** How a change differs from what its request says. */
export interface ChangeOptions {
  /** Roles that the actor does not see end too: the VL users are deleted. @source R9, M5 */
  readonly endsUnseen?: boolean;
  /** What is not named stays: nothing is taken away. @source G2 */
  readonly onlyAdds?: boolean;
  /** Of what the pairs hold, these roles alone end; the pairs name none. @source B8 */
  readonly onlyEnds?: ReadonlySet<Role>;
  /**
   * Keys of sign-in e-mails: these people had registered where the change comes from, and count as registered here,
   * unless an invitation asks them to. @source G2
   */
  readonly registeredElsewhere?: ReadonlySet<string>;
}

/**
 * Sets the complete assigned roles of many (VL user, license ID) pairs: all of it, or nothing.
 *
 * The one command that changes roles. With `dryRun` it answers the same difference, e-mails and checks, and
 * saves nothing; what would be refused is then a blocking check.
 *
 * @throws Problem license-id-not-found, vl-user-not-found, unknown-role, stale-version, last-administrator,
 *   role-inherited, assignment-in-progress, invalid-request.
 * @source S1-S10, M4, M5, M7-M9, R9, A1, A6
 */
export async function changeAssignments(
  trx: Trx,
  deps: SaveDeps,
  actor: Member | Importer,
  request: AssignmentChangeRequest,
  { endsUnseen = false, onlyAdds = false, onlyEnds, registeredElsewhere = new Set() }: ChangeOptions = {},
): Promise<AssignmentChangeAnswer> {
  const dryRun = request.dryRun ?? false;
  const organizationId = actor.organization.id;
  const assignments = readAssignments(request);

  const licenses = await findLicenses(trx, actor, assignments, !dryRun);
  const people = dryRun
    ? await resolvePeople(trx, organizationId, assignments)
    : await addAndLockPeople(trx, actor, assignments);
  const known = [...new Set(people)];
  const wanted = assignments.map(
    ({ licenseId, roles }, index): WantedAssignment => ({
      userKey: (people[index] as Person).id,
      licenseId: (licenses.get(licenseId) as KnownLicense).id,
      roles,
      endsUnseen,
      onlyAdds,
      ...(onlyEnds === undefined ? {} : { onlyEnds }),
    }),
  );
  refuseRepeatedPairs(wanted);
  await requireExpected(trx, actor, request.expected ?? [], known);
  const registering = await findRegistering(trx, organizationId, known, registeredElsewhere);
  if (!dryRun) await registerImported(trx, organizationId, [...registering], await currentTime(trx));
  const facts = await readFacts(
    trx,
    actor,
    [...licenses.values()].map(({ id }) => id),
    known.map(({ id }) => id),
    registering,
  );
  const decision = decideAssignments(facts, wanted);

  const named: Named = {
    people: new Map(known.map((person) => [person.id, person])),
    licenses: new Map([...licenses.values()].map((license) => [license.id, license])),
  };
  const unreadable = decision.refusals.find((refusal) => !dryRun || !isShownAsCheck(refusal));
  if (unreadable !== undefined) throw problemOf(unreadable, named, assignments);
  const saved = dryRun
    ? null
    : await saveDecision(trx, deps, actor, {
        facts,
        decision,
        named,
        registering,
        reason: request.reason,
        endsUnseen,
      });
  if (!endsUnseen) return answerOf(decision, named, deps, saved);
  const seen = seenDecision(decision, facts.viewer);
  return answerOf(seen, named, deps, seen.differences.some(isChange) ? saved : null);
}

/** Gives new people rows, locks everybody concerned, and reads who they are once more: as they are now. */
async function addAndLockPeople(
  trx: Trx,
  actor: Member | Importer,
  assignments: readonly ReadAssignment[],
): Promise<Person[]> {
  const organizationId = actor.organization.id;
  const people = await resolvePeople(trx, organizationId, assignments);
  const known = await addPeople(trx, organizationId, [...new Set(people)], holdersOf(people, assignments));
  const actorIds = actor.kind === 'member' ? [actor.vlUserId] : [];
  await lockPeople(trx, organizationId, [...known.map(({ id }) => id), ...actorIds]);
  return resolvePeople(trx, organizationId, assignments);
}

/** Ids of those whom the change registers; somebody new to a dry run among them. @source G2 */
async function findRegistering(
  trx: Trx,
  organizationId: string,
  people: readonly Person[],
  registeredElsewhere: ReadonlySet<string>,
): Promise<Set<string>> {
  const registered = people.filter(({ signInEmailKey }) => registeredElsewhere.has(signInEmailKey));
  const unasked = await findUnasked(
    trx,
    organizationId,
    registered.map(({ id }) => id),
  );
  return new Set(registered.filter(({ id, isNew }) => isNew || unasked.has(id)).map(({ id }) => id));
}

/** Refuses a change from an older state of the people whom it names. @throws Problem stale-version, invalid-request. */
async function requireExpected(
  trx: Trx,
  actor: Member | Importer,
  expected: NonNullable<AssignmentChangeRequest['expected']>,
  known: readonly Person[],
): Promise<void> {
  const named = new Set(known.map(({ id }) => id));
  const foreign = expected.findIndex(({ vlUserId }) => !named.has(vlUserId.toLowerCase()));
  if (foreign !== -1)
    throw invalidField(`/expected/${foreign}/vlUserId`, 'The change does not name this VL user.');
  if (actor.kind === 'member') await requireVersions(trx, actor, expected);
}

/** Who is to hold something: somebody new who is not stays without a row. */
function holdersOf(people: readonly Person[], assignments: readonly ReadAssignment[]): Set<Person> {
  return new Set(people.filter((_, index) => (assignments[index]?.roles.length ?? 0) > 0));
}

/** Refuses license IDs that the caller does not administer now. @throws Problem license-id-not-found. @source R10 */
export async function requireAdministered(
  trx: Trx,
  actor: Member,
  assignments: readonly { readonly licenseId: string }[],
): Promise<void> {
  await findLicenses(trx, actor, assignments, false);
}

/** The license IDs of a change, each administered by the actor; to save, they are locked. @throws Problem license-id-not-found. */
export async function findLicenses(
  trx: Trx,
  actor: Member | Importer,
  assignments: readonly { readonly licenseId: string }[],
  lock: boolean,
): Promise<Map<string, KnownLicense>> {
  const asked = [...new Set(assignments.map(({ licenseId }) => licenseId))];
  const found = await selectLicenses(trx, actor.organization.id, asked);
  const administered = await administeredBy(
    trx,
    actor,
    found.map((license) => license.id),
  );
  const licenses = new Map(
    found.filter(({ id }) => administered.has(id)).map((license) => [license.licenseId, license]),
  );
  // One that is not there and one that somebody else administers are the same to the caller (R10).
  const missing = asked.filter((licenseId) => !licenses.has(licenseId));
  if (missing.length > 0) throw licenseIdsNotFound(missing);
  // Only now: whoever administers none of them neither waits for a lock, which would tell, nor holds one up.
  if (lock)
    await lockLicenses(
      trx,
      actor.organization.id,
      [...licenses.values()].map(({ id }) => id),
    );
  return licenses;
}

function refuseRepeatedPairs(wanted: readonly WantedAssignment[]): void {
  const seen = new Set<string>();
  wanted.forEach(({ userKey, licenseId }, index) => {
    const pair = `${userKey} ${licenseId}`;
    if (seen.has(pair)) {
      throw invalidField(`/assignments/${index}`, 'The same person and license ID are in the list already.');
    }
    seen.add(pair);
  });
}

/** In a dry run these refusals are blocking checks beside the difference. */
function isShownAsCheck(refusal: AssignmentRefusal): boolean {
  return (
    refusal.kind !== 'license-id-not-found' &&
    refusal.kind !== 'invalid-period' &&
    refusal.kind !== 'unknown-role'
  );
}
