import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDays, NOW, period, RUNNING } from './example-facts.ts';
import { type ExplainedGrant, explainAccess, type NotCounting } from './explain-access.ts';
import { isEffective, type VlUserGates } from './grant.ts';
import { ACTIONS, ROLE_TABLE, ROLES } from './roles.ts';

const registered: VlUserGates = { registeredAt: inDays(-60), absences: [] };

let count = 0;
function given(differing: Partial<ExplainedGrant> = {}): ExplainedGrant {
  count += 1;
  return {
    grantId: String(count),
    licenseId: 'E100',
    vlUserId: 'amara',
    role: 'product-keys-reader',
    origin: 'assigned',
    period: RUNNING,
    openedAt: inDays(-30),
    closedAt: null,
    readyAt: inDays(-30),
    isProvisioned: false,
    failedAt: null,
    ...differing,
  };
}

describe('B3 why somebody may do something', () => {
  test('given two roles that allow it, when asked, then both are the path, oldest first', () => {
    const newer = given({ role: 'administrator', openedAt: inDays(-2), readyAt: inDays(-2) });
    const older = given();
    const unrelated = given({ role: 'benefits-reader' });
    const facts = { grants: [newer, older, unrelated], gates: registered };
    const explanation = explainAccess(facts, 'product-key:view', NOW);
    expect(explanation.allowed).toBe(true);
    expect(explanation.path).toEqual([older, newer]);
    expect(explanation.notCounting).toEqual([]);
    expect(explanation.roles).toEqual(['product-keys-reader', 'benefits-reader', 'administrator']);
    expect(explanation.actions).toEqual([...ACTIONS]);
  });

  test('given no action, when asked, then every role is explained', () => {
    const keys = given();
    const downloads = given({ role: 'product-download-manager', openedAt: inDays(-3), readyAt: inDays(-3) });
    expect(explainAccess({ grants: [keys, downloads], gates: registered }, null, NOW).path).toEqual([
      keys,
      downloads,
    ]);
  });

  test('given nothing, when asked, then nothing is allowed', () => {
    expect(explainAccess({ grants: [], gates: registered }, null, NOW)).toEqual({
      allowed: false,
      path: [],
      notCounting: [],
      roles: [],
      actions: [],
    });
  });
});

describe('B3 why a role does not count', () => {
  test.each<[NotCounting, Partial<ExplainedGrant>, Partial<VlUserGates>]>([
    ['closed', { closedAt: inDays(-1) }, {}],
    ['ended', { period: period(-30, -1) }, {}],
    ['user-not-found', {}, { absences: [period(-1)] }],
    ['provisioning', { readyAt: null, isProvisioned: true }, {}],
    ['provisioning', { readyAt: inDays(1), isProvisioned: true, failedAt: inDays(1) }, {}],
    ['provisioning-failed', { readyAt: null, isProvisioned: true, failedAt: inDays(-1) }, {}],
    ['not-registered', {}, { registeredAt: null }],
    ['not-registered', {}, { registeredAt: inDays(1) }],
    ['not-registered', { readyAt: null }, {}],
    ['not-started', { period: period(1) }, {}],
  ])('%s', (because, grant, gates) => {
    const one = given(grant);
    const facts = { grants: [one], gates: { ...registered, ...gates } };
    expect(explainAccess(facts, 'product-key:view', NOW)).toMatchObject({
      allowed: false,
      path: [],
      notCounting: [{ grant: one, because }],
    });
    expect(explainAccess(facts, 'invoice:list', NOW).notCounting).toEqual([]);
  });

  test('of what was taken again and again only the last time is told, and none where it is held now', () => {
    const first = given({ openedAt: inDays(-30), closedAt: inDays(-20) });
    const second = given({ openedAt: inDays(-10), readyAt: inDays(-10), closedAt: inDays(-5) });
    const other = given({ role: 'benefits-reader', closedAt: inDays(-8) });
    const because = 'closed';
    expect(
      explainAccess({ grants: [first, second, other], gates: registered }, null, NOW).notCounting,
    ).toEqual([
      { grant: other, because },
      { grant: second, because },
    ]);
    const now = given({ openedAt: inDays(-1), readyAt: inDays(-1) });
    const facts = { grants: [first, second, now], gates: registered };
    expect(explainAccess(facts, null, NOW).notCounting).toEqual([]);
  });
});

describe('B4 as it was', () => {
  const grants = [given({ closedAt: inDays(-10) })];

  test.each([
    ['before it was given', -31, false, []],
    ['while it was held', -20, true, []],
    ['once it was taken', -10, false, ['closed']],
  ])('%s', (_when, day, allowed, because) => {
    const answer = explainAccess({ grants, gates: registered }, 'contract:view', inDays(day));
    expect(answer.allowed).toBe(allowed);
    expect(answer.notCounting.map((one) => one.because)).toEqual(because);
  });
});

const anyDay = fc.integer({ min: -4, max: 4 });
const anyPeriod = fc
  .tuple(anyDay, fc.option(fc.integer({ min: 1, max: 4 })))
  .map(([start, length]) => period(start, length === null ? undefined : start + length));
const anyGrant = fc
  .record({
    role: fc.constantFrom(...ROLES),
    period: anyPeriod,
    openedAt: anyDay.map(inDays),
    closedAt: fc.option(anyDay.map(inDays)),
    readyAt: fc.option(anyDay.map(inDays)),
    isProvisioned: fc.boolean(),
    failedAt: fc.option(anyDay.map(inDays)),
  })
  .map(given);
const anyGates = fc.record({
  registeredAt: fc.option(anyDay.map(inDays)),
  absences: fc.array(anyPeriod, { maxLength: 2 }),
});

test('B3 an explanation allows exactly what effective grants allow, and gives a reason for every other', () => {
  fc.assert(
    fc.property(
      fc.array(anyGrant, { maxLength: 5 }),
      anyGates,
      fc.constantFrom(...ACTIONS),
      anyDay.map(inDays),
      (grants, gates, action, at) => {
        const effective = grants.filter((grant) => isEffective(grant, gates, at));
        const giving = effective.filter(({ role }) => ROLE_TABLE[role].actions.includes(action));
        const explanation = explainAccess({ grants, gates }, action, at);
        expect(new Set(explanation.path)).toEqual(new Set(giving));
        expect(explanation.allowed).toBe(giving.length > 0);
        expect(new Set(explanation.roles)).toEqual(new Set(effective.map(({ role }) => role)));
        for (const grant of grants) {
          const isOpen = grant.openedAt <= at && (grant.closedAt === null || grant.closedAt > at);
          if (!isOpen || !ROLE_TABLE[grant.role].actions.includes(action)) continue;
          const isTold = explanation.notCounting.some((one) => one.grant === grant);
          expect(isTold).toBe(!effective.includes(grant));
        }
      },
    ),
  );
});
