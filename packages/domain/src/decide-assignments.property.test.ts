import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssignmentFacts, LiveGrant, UserFacts, WantedAssignment } from './assignment-facts.ts';
import { decideAssignments } from './decide-assignments.ts';
import { afterwards, asSets, hasWaiting, isOver, recount } from './example-aftermath.ts';
import { inDays, NOW } from './example-facts.ts';
import type { GrantOrigin } from './grant.ts';
import { ROLES, type Role } from './roles.ts';

const LICENSES = ['E100', 'E200'];
const PEOPLE = ['amara', 'bjorn', 'chioma'];

// Few people, few license IDs, many administrators and seldom a wrong date: else most changes would be refused
// for something dull, and the rules would not be reached.
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

const anyRole = fc.oneof(fc.constant<Role>('administrator'), fc.constantFrom(...ROLES));
const anyGrant = fc
  .record({
    userKey: fc.constantFrom(...PEOPLE),
    licenseId: fc.constantFrom(...LICENSES),
    role: anyRole,
    origin: mostly<GrantOrigin>('assigned', 'inherited'),
    startsInDays: mostly(-30, -1, 0, 10),
    endsAfterDays: mostly<number | null>(null, 1, 25, 60),
    isContact: mostly(false, true),
  })
  .map(({ startsInDays, endsAfterDays, isContact, ...grant }) => ({
    ...grant,
    grantId: `${grant.userKey} ${grant.licenseId} ${grant.role} ${grant.origin}`,
    period: {
      startsAt: inDays(startsInDays),
      endsAt: endsAfterDays === null ? null : inDays(startsInDays + endsAfterDays),
    },
    awaits:
      isContact && grant.role === 'administrator' && grant.origin === 'assigned'
        ? ('contact-registration' as const)
        : null,
  }));
const anyGrants = fc.uniqueArray(anyGrant, {
  maxLength: 12,
  size: 'max',
  selector: (grant) => grant.grantId,
});

const anyUser = fc.record({
  registered: fc.boolean(),
  present: mostly(true, false),
  invitationExpiresInDays: fc.constantFrom(null, 5, -5),
});
const anyFacts: fc.Arbitrary<AssignmentFacts> = fc
  .record({ users: fc.tuple(anyUser, anyUser, anyUser), grants: anyGrants })
  .map(({ users, grants }) => {
    const facts: AssignmentFacts & { users: Map<string, UserFacts> } = {
      at: NOW,
      administered: new Set(LICENSES),
      users: new Map(),
      grants,
      viewer: { userKey: null, billToOn: new Set() },
      inProgress: new Set(),
      opensInto: null,
    };
    for (const [index, { registered, present, invitationExpiresInDays }] of users.entries()) {
      const userKey = PEOPLE[index] ?? '';
      // Who waits has an invitation; it may outlive what waited.
      const days = invitationExpiresInDays ?? (hasWaiting(facts, userKey) ? 5 : null);
      const invitation = registered || days === null ? null : { expiresAt: inDays(days) };
      facts.users.set(userKey, { userKey, registered, present, invitation });
    }
    return facts;
  });

const anyWantedRole = fc.record(
  {
    role: anyRole,
    startsAt: mostly<Date | undefined>(undefined, NOW, inDays(-30), inDays(3)),
    endsAt: mostly<Date | null | undefined>(undefined, null, inDays(20), inDays(-2)),
  },
  { requiredKeys: ['role'] },
);
const anyWanted: fc.Arbitrary<WantedAssignment[]> = fc.uniqueArray(
  fc.record({
    userKey: fc.constantFrom(...PEOPLE),
    licenseId: fc.constantFrom(...LICENSES),
    roles: fc.uniqueArray(anyWantedRole, { maxLength: 3, selector: (wanted) => wanted.role }),
  }),
  { maxLength: 6, selector: (wanted) => `${wanted.userKey} ${wanted.licenseId}` },
);

const RUNS = { numRuns: 2000 };

test('A1: a change is refused exactly for the license IDs whose last administrator it takes away', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const decision = decideAssignments(facts, wanted);
      const then = afterwards(facts, decision);
      const lost = LICENSES.filter((licenseId) => {
        const before = recount(facts, licenseId, NOW);
        const after = recount(then, licenseId, NOW);
        if (before.reachable > 0) return after.reachable === 0;
        if (before.lasting > 0) return after.lasting === 0;
        return before.designated > 0 && after.designated === 0;
      });
      const refusal = decision.refusals.find((each) => each.kind === 'last-administrator');
      expect(refusal?.licenseIds.toSorted() ?? []).toEqual(lost);
    }),
    RUNS,
  );
});

test('A1: no saved change takes the last administrator away, on the day or by expiry afterwards', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, fc.constantFrom(0, 1, 20, 100, 36_500), (facts, wanted, days) => {
      const decision = decideAssignments(facts, wanted);
      if (decision.refusals.length > 0) return;
      const then = afterwards(facts, decision);
      for (const licenseId of LICENSES) {
        const before = recount(facts, licenseId, NOW);
        const after = recount(then, licenseId, inDays(days));
        if (before.reachable > 0) expect(after.reachable).toBeGreaterThan(0);
        else if (before.lasting > 0 || (before.designated > 0 && days === 0)) {
          expect(after.designated).toBeGreaterThan(0);
        }
      }
    }),
    RUNS,
  );
});

test('A5: the reachable administrators told before and after are those that a recount finds', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const decision = decideAssignments(facts, wanted);
      const then = afterwards(facts, decision);
      for (const { licenseId, before, after } of decision.administrators) {
        expect(before).toBe(recount(facts, licenseId, NOW).reachable);
        expect(after).toBe(recount(then, licenseId, NOW).reachable);
      }
    }),
    RUNS,
  );
});

test('B2: deciding the same wanted list again after it was saved changes nothing', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const decision = decideAssignments(facts, wanted);
      if (decision.refusals.length > 0) return;
      const again = decideAssignments(afterwards(facts, decision), wanted);
      expect(again.differences.every((pair) => pair.kept.length === rolesWanted(wanted, pair).length)).toBe(
        true,
      );
      expect({ ...again, differences: [] }).toEqual({
        refusals: [],
        differences: [],
        opened: [],
        closed: [],
        invitations: [],
        mails: [],
        administrators: [],
      });
    }),
    RUNS,
  );
});

test('S4, M4: once saved, each pair holds the wanted roles with the wanted dates, and nothing else changed', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const decision = decideAssignments(facts, wanted);
      if (decision.refusals.length > 0) return;
      const then = afterwards(facts, decision);
      for (const pair of wanted) {
        const held = then.grants.filter((grant) => grant.origin === 'assigned' && isOf(pair, grant));
        expect(held.map((grant) => grant.role).toSorted()).toEqual(
          pair.roles.map(({ role }) => role).toSorted(),
        );
        for (const { role, startsAt, endsAt } of pair.roles) {
          const period = held.find((grant) => grant.role === role)?.period;
          if (startsAt !== undefined) expect(period?.startsAt).toEqual(startsAt);
          if (endsAt !== undefined) expect(period?.endsAt).toEqual(endsAt);
        }
      }
      const isUntouched = (grant: LiveGrant) =>
        grant.origin === 'inherited'
          ? !isGoneWith(facts, wanted, grant)
          : !wanted.some((pair) => isOf(pair, grant));
      expect(then.grants.filter(isUntouched)).toEqual(facts.grants.filter(isUntouched));
    }),
    RUNS,
  );
});

test('S3: the difference tells what is held before and after, pair by pair', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const decision = decideAssignments(facts, wanted);
      if (decision.refusals.length > 0) return;
      for (const pair of decision.differences) {
        const before = facts.grants.filter(
          (grant) =>
            (grant.origin === 'assigned' || isGoneWith(facts, wanted, grant)) &&
            isOf(pair, grant) &&
            !isOver(grant, NOW),
        );
        expect([...pair.removed, ...pair.rescheduled, ...pair.kept].toSorted()).toEqual(
          [...new Set(before.map((grant) => grant.role))].toSorted(),
        );
        expect([...pair.added, ...pair.rescheduled, ...pair.kept].toSorted()).toEqual(
          rolesWanted(wanted, pair).toSorted(),
        );
      }
    }),
    RUNS,
  );
});

test('R9: what the actor does not see stays as it is and is never spoken of, unless the VL user is deleted', () => {
  const anyViewer = fc.record({
    userKey: fc.constantFrom(...PEOPLE),
    billToOn: fc.subarray([...LICENSES]).map((on) => new Set(on)),
  });
  fc.assert(
    fc.property(anyFacts, anyWanted, anyViewer, (facts, wanted, viewer) => {
      const isUnseen = ({ role, licenseId, userKey }: Pick<LiveGrant, 'role' | 'licenseId' | 'userKey'>) =>
        role === 'invoice-reader' && userKey !== viewer.userKey && !viewer.billToOn.has(licenseId);
      const decision = decideAssignments({ ...facts, viewer }, wanted);
      expect(decision.closed.filter(isUnseen)).toEqual([]);
      expect(decision.opened.filter(isUnseen)).toEqual([]);
      for (const { userKey, licenseId, ...roles } of decision.differences) {
        const spoken = Object.values(roles).flat();
        expect(spoken.filter((role) => isUnseen({ role, licenseId, userKey }))).toEqual([]);
      }
      const asks = wanted.some((pair) => pair.roles.some(({ role }) => isUnseen({ ...pair, role })));
      if (asks) expect(decision.refusals.map(({ kind }) => kind)).toContain('unknown-role');

      const deleted = wanted.map((pair) => ({ ...pair, roles: [], endsUnseen: true }));
      const left = decideAssignments({ ...facts, viewer }, deleted).closed;
      const unseen = facts.grants.filter(
        (grant) =>
          grant.origin === 'assigned' && isUnseen(grant) && deleted.some((pair) => isOf(pair, grant)),
      );
      expect(left).toEqual(expect.arrayContaining(unseen));
    }),
    RUNS,
  );
});

test('S5, S6, S9: at most one mail a person; invitations for the pending, permission changes for the registered', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const { mails, invitations } = decideAssignments(facts, wanted);
      expect(new Set(mails.map((mail) => mail.userKey)).size).toBe(mails.length);
      for (const { userKey, kind } of mails) {
        expect(kind).toBe(facts.users.get(userKey)?.registered ? 'permission-change' : 'invitation');
      }
      const steps = invitations.filter(({ step }) => step !== 'withdraw-contact');
      expect(new Set(steps.map((step) => step.userKey)).size).toBe(steps.length);
      for (const { userKey } of steps) expect(facts.users.get(userKey)?.registered).toBe(false);
    }),
    RUNS,
  );
});

test('S9: a pending person has an assignment invitation after a change just where something waits for them', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const then = afterwards(facts, decideAssignments(facts, wanted));
      for (const { userKey } of wanted) {
        const user = then.users.get(userKey);
        if (user === undefined || user.registered) continue;
        expect(user.invitation !== null, userKey).toBe(hasWaiting(then, userKey));
      }
    }),
    RUNS,
  );
});

test('R10: a refusal for a license ID that the actor does not administer depends on nothing but the question', () => {
  fc.assert(
    fc.property(
      anyFacts,
      anyFacts,
      anyWanted,
      fc.subarray(LICENSES),
      (facts, others, wanted, administered) => {
        const asked = new Set(wanted.map((pair) => pair.licenseId));
        const foreign = [...asked].filter((licenseId) => !administered.includes(licenseId));
        if (foreign.length === 0) return;
        const actor = { administered: new Set(administered) };
        const decision = decideAssignments({ ...facts, ...actor }, wanted);
        expect(decision.refusals).toEqual([{ kind: 'license-id-not-found', licenseIds: foreign }]);
        expect(decision).toEqual(decideAssignments({ ...others, ...actor }, wanted));
        expect({ ...decision, refusals: [] }).toEqual(decideAssignments(facts, []));
      },
    ),
    RUNS,
  );
});

test('B6: a grant that has ended is never counted as held', () => {
  fc.assert(
    fc.property(anyFacts, anyWanted, (facts, wanted) => {
      const withoutEnded = { ...facts, grants: facts.grants.filter((grant) => !isOver(grant, NOW)) };
      const { closed, invitations, ...decision } = decideAssignments(facts, wanted);
      const {
        closed: closedThen,
        invitations: invitationsThen,
        ...then
      } = decideAssignments(withoutEnded, wanted);
      expect(decision).toEqual(then);
      // What is over is put away all the same, with the contact invitation that asked for it.
      expect(closed.filter((grant) => !isOver(grant, NOW))).toEqual(closedThen);
      const isOfPerson = ({ step }: { step: string }) => step !== 'withdraw-contact';
      expect(invitations.filter(isOfPerson)).toEqual(invitationsThen.filter(isOfPerson));
    }),
    RUNS,
  );
});

test('the order of the wanted list does not change what is decided', () => {
  const anyTwoOrders = anyWanted.chain((wanted) =>
    fc.tuple(
      fc.constant(wanted),
      fc.shuffledSubarray(wanted, { minLength: wanted.length, maxLength: wanted.length }),
    ),
  );
  fc.assert(
    fc.property(anyFacts, anyTwoOrders, (facts, [wanted, shuffled]) => {
      expect(asSets(decideAssignments(facts, shuffled), shuffled)).toEqual(
        asSets(decideAssignments(facts, wanted), wanted),
      );
    }),
    RUNS,
  );
});

test('deciding never throws, even on lists with doubles, invalid dates and people nobody knows', () => {
  const anyDate = fc.date({ noInvalidDate: false });
  const anything = fc.array(
    fc.record({
      userKey: fc.oneof(fc.constantFrom(...PEOPLE), fc.string()),
      licenseId: fc.oneof(fc.constantFrom(...LICENSES), fc.string()),
      roles: fc.array(
        fc.record({ role: anyRole, startsAt: anyDate, endsAt: anyDate }, { requiredKeys: ['role'] }),
      ),
    }),
  );
  fc.assert(
    fc.property(anyFacts, anything, fc.boolean(), (facts, wanted, administersAll) => {
      const administered = administersAll
        ? new Set(wanted.map((pair) => pair.licenseId))
        : facts.administered;
      expect(() => decideAssignments({ ...facts, administered }, wanted)).not.toThrow();
    }),
    RUNS,
  );
});

function isOf(pair: { userKey: string; licenseId: string }, grant: LiveGrant): boolean {
  return grant.userKey === pair.userKey && grant.licenseId === pair.licenseId;
}

function rolesWanted(
  wanted: readonly WantedAssignment[],
  pair: { userKey: string; licenseId: string },
): Role[] {
  const found = wanted.find((each) => each.userKey === pair.userKey && each.licenseId === pair.licenseId);
  return found?.roles.map(({ role }) => role) ?? [];
}

/** Whether a change ends an inherited grant: an empty list does, of whoever is gone from the directory. */
function isGoneWith(facts: AssignmentFacts, wanted: readonly WantedAssignment[], grant: LiveGrant): boolean {
  return (
    grant.origin === 'inherited' &&
    facts.users.get(grant.userKey)?.present === false &&
    !isOver(grant, NOW) &&
    wanted.some((pair) => pair.roles.length === 0 && isOf(pair, grant))
  );
}
