import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { ProblemId } from '@muniment/contract/problems.ts';
import { editVlUser, removeVlUser } from '@muniment/contract/vl-users.ts';
import type { WantedAssignment } from '@muniment/domain/assignment-facts.ts';
import { decideAssignments } from '@muniment/domain/decide-assignments.ts';
import { nameOf } from '../support/people.ts';
import { among, type BothWorlds, choose, idOf, seenLicenses, sessionOf } from './both-worlds.ts';
import { expectAnswer, expectEqual } from './expectations.ts';
import type { Chosen, Operation, WantedPair, WantedPeriod } from './operations.ts';
import { administeredBy, apply, factsFor, isOpen, isPresent } from './world.ts';

const LATER = '2090-01-01T00:00:00.000Z';
const END = '2095-01-01T00:00:00.000Z';

export async function assign(
  both: BothWorlds,
  operation: Extract<Operation, { step: 'assign' }>,
  at: Date,
): Promise<void> {
  const { world, people } = both;
  const by = choose(both, operation.by, at);
  if (by === undefined) return;
  const licenses = operation.anywhere ? world.licenses : administeredBy(world, by, at);
  // The address of somebody who is gone for good is nobody's: it would name somebody new.
  const addressed = people.filter((email) => !world.departed.has(email));
  const pairs = distinctPairs(operation.pairs, addressed, licenses);
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
  apply(world, decision, at, { id: answer.body.id, kind: 'assignment', by, endsUnseen: false });
}

export async function remove(
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
  // Deleting ends what the actor does not see as well, and of who is gone from the directory what they inherited.
  const administered = new Set(administeredBy(world, by, at));
  const held = world.grants.filter(
    (grant) =>
      isOpen(grant, at) &&
      grant.vlUserId === email &&
      administered.has(grant.licenseId) &&
      (grant.origin === 'assigned' || !isPresent(world, email, at)),
  );
  const decision = decideAssignments(
    factsFor(world, by, [email], at),
    [...new Set(held.map(({ licenseId }) => licenseId))].map((licenseId) => ({
      userKey: email,
      licenseId,
      roles: [],
      endsUnseen: true,
    })),
  );
  const [refusal] = decision.refusals;
  expectAnswer(answer, refusal === undefined ? 'done' : (refusal.kind as ProblemId));
  if (refusal !== undefined) return;
  apply(world, decision, at, { id: await newestChange(both), kind: 'assignment', by, endsUnseen: true });
}

/** The id of the change that was made last: a removal does not name its own. */
async function newestChange({ muniment, organization }: BothWorlds): Promise<string> {
  const { id } = await muniment.db
    .selectFrom('assignment_change as c')
    .innerJoin('organization as o', 'o.id', 'c.organization_id')
    .select('c.id')
    .where('o.number', '=', organization.number)
    .orderBy('c.at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return id;
}

export async function edit(
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
