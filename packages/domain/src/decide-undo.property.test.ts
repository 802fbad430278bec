import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AssignmentDecision } from './assignment-decision.ts';
import type { AssignmentFacts, LiveGrant, WantedAssignment } from './assignment-facts.ts';
import { decideAssignments } from './decide-assignments.ts';
import { type ChangedGrant, decideUndo } from './decide-undo.ts';
import { afterwards, isOver, recount } from './example-aftermath.ts';
import { inDays, NOW } from './example-facts.ts';
import { ROLES, type Role } from './roles.ts';

const LICENSES = ['E100', 'E200'];
const PEOPLE = ['amara', 'bjorn', 'chioma'];
const AGREEMENT = 'MA-1';

// Many administrators: else the one rule that an undo can break would seldom be reached.
const anyRole = fc.oneof(fc.constant<Role>('administrator'), fc.constantFrom(...ROLES));
const anyGrants = fc.uniqueArray(
  fc.record({
    userKey: fc.constantFrom(...PEOPLE),
    licenseId: fc.constantFrom(...LICENSES),
    role: anyRole,
    origin: fc.constantFrom('assigned' as const, 'assigned' as const, 'inherited' as const),
    startsInDays: fc.constantFrom(-30, -30, -1, 10),
    endsAfterDays: fc.constantFrom(null, null, 25, 60),
    awaits: fc.constantFrom(null, null, 'contact-registration' as const),
  }),
  {
    maxLength: 10,
    size: 'max',
    selector: (one) => `${one.userKey} ${one.licenseId} ${one.role} ${one.origin}`,
  },
);
const anyFacts: fc.Arbitrary<AssignmentFacts> = fc
  .record({
    grants: anyGrants,
    registered: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    present: fc.tuple(...PEOPLE.map(() => fc.constantFrom(true, true, false))),
  })
  .map(({ grants, registered, present }) => ({
    at: NOW,
    administered: new Set(LICENSES),
    viewer: { userKey: null, billToOn: new Set<string>() },
    inProgress: new Set<string>(),
    opensInto: null,
    users: new Map(
      PEOPLE.map((userKey, index) => [
        userKey,
        {
          userKey,
          registered: registered[index] === true,
          present: present[index] === true,
          invitation: registered[index] ? null : { expiresAt: inDays(5) },
        },
      ]),
    ),
    grants: grants.map(({ startsInDays, endsAfterDays, awaits, ...grant }) => ({
      ...grant,
      grantId: Object.values(grant).join(' '),
      awaits: grant.role === 'administrator' && grant.origin === 'assigned' ? awaits : null,
      period: {
        startsAt: inDays(startsInDays),
        endsAt: endsAfterDays === null ? null : inDays(startsInDays + endsAfterDays),
      },
    })),
  }));
const anyWanted: fc.Arbitrary<WantedAssignment[]> = fc.uniqueArray(
  fc.record({
    userKey: fc.constantFrom(...PEOPLE),
    licenseId: fc.constantFrom(...LICENSES),
    roles: fc.uniqueArray(
      fc.record({ role: anyRole, endsAt: fc.constantFrom(undefined, null, inDays(20)) }),
      { maxLength: 3, selector: ({ role }) => role },
    ),
  }),
  { minLength: 1, maxLength: 5, selector: ({ userKey, licenseId }) => `${userKey} ${licenseId}` },
);

/** What a decision opened and closed, as it is recorded. */
function recordOf(decision: AssignmentDecision, then: AssignmentFacts): ChangedGrant[] {
  const recorded = (grant: LiveGrant, isOpenedByIt: boolean): ChangedGrant => ({
    ...grant,
    originAgreementId: grant.origin === 'inherited' ? AGREEMENT : null,
    isOpenedByIt,
    isChangedSince: false,
  });
  const opened = then.grants.filter(({ grantId }) => grantId.endsWith(' opened'));
  return [
    ...decision.closed.map((grant) => recorded(grant, false)),
    ...opened.map((grant) => recorded(grant, true)),
  ];
}

/** Takes the last decision back, at an instant. */
function undo(decision: AssignmentDecision, then: AssignmentFacts, at: Date) {
  const back = decideAssignments({ ...then, at }, decideUndo(recordOf(decision, then), at));
  const named = then.grants.map((grant) => ({
    ...grant,
    grantId: grant.grantId.replace(/ opened$/, ' before'),
  }));
  const closed = back.closed.map((grant) => named[then.grants.indexOf(grant)] as LiveGrant);
  return { back, after: afterwards({ ...then, grants: named, at }, { ...back, closed }) };
}

/** What is held, whatever the rows are called. */
function heldBy({ grants }: AssignmentFacts, at: Date): string[] {
  return grants
    .filter((grant) => !isOver(grant, at))
    .map(({ userKey, licenseId, role, origin, period, awaits }) =>
      JSON.stringify([userKey, licenseId, role, origin, period.startsAt, period.endsAt, awaits]),
    )
    .toSorted();
}

const RUNS = { numRuns: 3_000 };
const anySaved = fc
  .record({ facts: anyFacts, wanted: anyWanted })
  .map(({ facts, wanted }) => ({ facts, decision: decideAssignments(facts, wanted) }))
  .filter(({ decision }) => decision.refusals.length === 0);

test('B8: a change that is undone leaves what was before it, with the same periods', () => {
  fc.assert(
    fc.property(anySaved, ({ facts, decision }) => {
      const then = afterwards(facts, decision);
      const { back, after } = undo(decision, then, NOW);
      if (back.refusals.length > 0) return;
      expect(heldBy(after, NOW)).toEqual(heldBy(facts, NOW));
    }),
    RUNS,
  );
});

test('B8: an undo that is undone leaves what was before the undo', () => {
  fc.assert(
    fc.property(anySaved, ({ facts, decision }) => {
      const then = afterwards(facts, decision);
      const first = undo(decision, then, NOW);
      if (first.back.refusals.length > 0) return;
      const second = undo(first.back, first.after, NOW);
      if (second.back.refusals.length > 0) return;
      expect(heldBy(second.after, NOW)).toEqual(heldBy(then, NOW));
    }),
    RUNS,
  );
});

test('B8, A1: an undo is refused for nothing but the last administrator, and never takes one away, however late', () => {
  fc.assert(
    fc.property(anySaved, fc.constantFrom(0, 15, 40, 100), ({ facts, decision }, days) => {
      const at = inDays(days);
      const then = afterwards(facts, decision);
      const { back, after } = undo(decision, then, at);
      expect(new Set(back.refusals.map(({ kind }) => kind))).toEqual(
        new Set(back.refusals.length > 0 ? ['last-administrator'] : []),
      );
      if (back.refusals.length > 0) return;
      for (const licenseId of LICENSES) {
        const before = recount(then, licenseId, at);
        const left = recount(after, licenseId, at);
        if (before.reachable > 0) expect(left.reachable).toBeGreaterThan(0);
        else if (before.designated > 0) expect(left.designated).toBeGreaterThan(0);
      }
      // What would be over by then is not given back.
      expect(back.opened.filter((grant) => isOver(grant, at))).toEqual([]);
    }),
    RUNS,
  );
});

test('B8: what a change did not touch is not touched by its undo', () => {
  fc.assert(
    fc.property(anySaved, ({ facts, decision }) => {
      const then = afterwards(facts, decision);
      const { back, after } = undo(decision, then, NOW);
      const untouched = facts.grants.filter((grant) => !decision.closed.includes(grant));
      for (const grant of untouched) expect(back.closed).not.toContain(grant);
      expect(
        heldBy({ ...after, grants: untouched }, NOW).every((one) => heldBy(after, NOW).includes(one)),
      ).toBe(true);
    }),
    RUNS,
  );
});
