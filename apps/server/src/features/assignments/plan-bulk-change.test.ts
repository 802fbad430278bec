import type { Role } from '@muniment/domain/roles.ts';
import { describe, expect, test } from 'vitest';
import { type BulkFacts, planAdding, planEnding, planRemoving } from './plan-bulk-change.ts';

const ada = { id: 'ada', displayName: 'Ada' };
const ben = { id: 'ben', displayName: 'Ben' };

function holds(
  vlUserId: string,
  licenseId: string,
  role: Role,
  differing: Partial<BulkFacts['held'][number]> = {},
): BulkFacts['held'][number] {
  return { vlUserId, licenseId, role, inherited: false, standing: 'active', ...differing };
}

function given(held: BulkFacts['held'], inProgress: readonly string[] = []): BulkFacts {
  return { people: [ada, ben], held, inProgress: new Set(inProgress) };
}

const pair = (vlUserId: string, licenseId: string, ...roles: Role[]) => ({
  user: { vlUserId },
  licenseId,
  roles,
});
const skipped = (who: typeof ada, licenseId: string, role: Role, reason: string) => ({
  vlUserId: who.id,
  displayName: who.displayName,
  licenseId,
  role,
  reason,
});

describe('B8 adding', () => {
  test('each pair names what is to be added, and no more', () => {
    const facts = given([holds('ada', 'E1', 'benefits-reader'), holds('ada', 'E1', 'administrator')]);
    expect(planAdding(facts, ['benefits-reader', 'product-keys-reader'], ['E1', 'E2'])).toEqual({
      assignments: [
        pair('ada', 'E1', 'product-keys-reader'),
        pair('ada', 'E2', 'benefits-reader', 'product-keys-reader'),
        pair('ben', 'E1', 'benefits-reader', 'product-keys-reader'),
        pair('ben', 'E2', 'benefits-reader', 'product-keys-reader'),
      ],
      skipped: [skipped(ada, 'E1', 'benefits-reader', 'held-already')],
    });
  });

  test('M2 a role that failed is asked for again', () => {
    const facts = given([holds('ada', 'E1', 'benefits-reader', { standing: 'failed' })]);
    expect(planAdding({ ...facts, people: [ada] }, ['benefits-reader'], ['E1'])).toEqual({
      assignments: [pair('ada', 'E1', 'benefits-reader')],
      skipped: [],
    });
  });

  test('I3 what is inherited is not assigned besides; what is both counts as held', () => {
    const inherited = holds('ada', 'E1', 'administrator', { inherited: true });
    const roles: Role[] = ['administrator'];
    expect(planAdding({ ...given([inherited]), people: [ada] }, roles, ['E1'])).toEqual({
      assignments: [],
      skipped: [skipped(ada, 'E1', 'administrator', 'role-inherited')],
    });
    const both = given([inherited, holds('ada', 'E1', 'administrator')]);
    expect(planAdding({ ...both, people: [ada] }, roles, ['E1']).skipped).toEqual([
      skipped(ada, 'E1', 'administrator', 'held-already'),
    ]);
  });

  test('M8 whoever waits is left out with what they lack, and holds nobody up', () => {
    const facts = given(
      [holds('ada', 'E1', 'benefits-reader', { standing: 'assignment-in-progress' })],
      ['ada'],
    );
    expect(planAdding(facts, ['benefits-reader'], ['E1', 'E2'])).toEqual({
      assignments: [pair('ben', 'E1', 'benefits-reader'), pair('ben', 'E2', 'benefits-reader')],
      skipped: [
        skipped(ada, 'E1', 'benefits-reader', 'held-already'),
        skipped(ada, 'E2', 'benefits-reader', 'assignment-in-progress'),
      ],
    });
  });
});

describe('B8 ending', () => {
  const facts = given(
    [
      holds('ada', 'E1', 'benefits-reader', { standing: 'assignment-in-progress' }),
      holds('ada', 'E2', 'administrator', { inherited: true }),
      holds('ben', 'E2', 'administrator', { inherited: true, standing: 'user-not-found' }),
    ],
    ['ada'],
  );

  test('M8 names pairs without roles, also of whoever waits; on named license IDs, what is not held is told', () => {
    expect(planEnding(facts, ['benefits-reader', 'administrator'], ['E1', 'E2'])).toEqual({
      assignments: [pair('ada', 'E1'), pair('ben', 'E2')],
      skipped: [
        skipped(ada, 'E1', 'administrator', 'not-held'),
        skipped(ada, 'E2', 'benefits-reader', 'not-held'),
        skipped(ada, 'E2', 'administrator', 'role-inherited'),
        skipped(ben, 'E1', 'benefits-reader', 'not-held'),
        skipped(ben, 'E1', 'administrator', 'not-held'),
        skipped(ben, 'E2', 'benefits-reader', 'not-held'),
      ],
    });
  });

  test('I3 everywhere: only where something is held, and the inherited one of whoever is gone ends', () => {
    expect(planEnding(facts, ['benefits-reader', 'administrator'], null)).toEqual({
      assignments: [pair('ada', 'E1'), pair('ben', 'E2')],
      skipped: [skipped(ada, 'E2', 'administrator', 'role-inherited')],
    });
  });
});

test('M5 removing takes the pairs that it is given, and tells what stays', () => {
  const facts = given([
    holds('ada', 'E1', 'benefits-reader'),
    holds('ada', 'E1', 'administrator', { inherited: true }),
    holds('ben', 'E2', 'administrator', { inherited: true, standing: 'user-not-found' }),
  ]);
  const pairs = [
    { vlUserId: 'ben', licenseId: 'E2' },
    { vlUserId: 'ada', licenseId: 'E1' },
  ];
  expect(planRemoving(facts, pairs)).toEqual({
    assignments: [pair('ada', 'E1'), pair('ben', 'E2')],
    skipped: [skipped(ada, 'E1', 'administrator', 'role-inherited')],
  });
});
