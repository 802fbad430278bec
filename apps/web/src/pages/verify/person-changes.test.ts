import type { Difference } from '@muniment/contract/assignment-changes.ts';
import { expect, test } from 'vitest';
import type { DraftPerson } from '../assign/draft.ts';
import { groupByPerson, isShown, putsRemovalsFirst, removalsFirst } from './person-changes.ts';

function difference(person: number, licenseId: string, change: Partial<Difference> = {}): Difference {
  return {
    vlUserId: null,
    signInEmail: `P${person}@Ledgerway.example`,
    displayName: `Person ${person}`,
    licenseId,
    licenseName: 'Group',
    added: [],
    removed: [],
    rescheduled: [],
    kept: [],
    ...change,
  };
}

function personOf(index: number): DraftPerson {
  const signInEmail = `p${index}@ledgerway.example`;
  return {
    id: `new-${index}`,
    vlUserId: null,
    signInEmail,
    displayName: `Person ${index}`,
    businessEmail: signInEmail,
    savedBusinessEmail: null,
    isExternal: false,
    etag: null,
    licenses: [],
  };
}

test('S4 people of a difference are found in the draft by the key of their address, thousands at once', () => {
  const people = Array.from({ length: 5_000 }, (_, index) => personOf(index));
  const answer = { difference: people.map((_, index) => difference(index, 'A')), emails: [] };
  const groups = groupByPerson(answer, people);
  expect(groups.map(({ person }) => person)).toEqual(people);
});

test('S4 in a long difference whoever loses roles comes first, with those license IDs first', () => {
  const kept = Array.from({ length: 100 }, (_, index) =>
    difference(index, 'A', { added: ['benefits-reader'] }),
  );
  const loses = [
    difference(200, 'A', { added: ['benefits-reader'] }),
    difference(200, 'B', { removed: ['administrator'] }),
  ];
  const all = [...kept, ...loses];
  expect(putsRemovalsFirst(all)).toBe(true);
  expect(putsRemovalsFirst(kept)).toBe(false);
  expect(putsRemovalsFirst(loses)).toBe(false);
  const [first, second] = removalsFirst(groupByPerson({ difference: all, emails: [] }, []));
  expect(first?.differences.map(({ licenseId }) => licenseId)).toEqual(['B', 'A']);
  expect(second?.displayName).toBe('Person 0');
});

test('S4 a filter shows what gains, what loses, or what stays', () => {
  const both = difference(1, 'A', { added: ['benefits-reader'], removed: ['administrator'] });
  const other = difference(1, 'B', { rescheduled: ['administrator'] });
  const same = difference(1, 'C', { kept: ['administrator'] });
  const shown = (filter: 'all' | 'added' | 'removed' | 'unchanged') =>
    [both, other, same].filter((each) => isShown(each, filter)).map(({ licenseId }) => licenseId);
  expect(shown('all')).toEqual(['A', 'B', 'C']);
  expect(shown('added')).toEqual(['A']);
  expect(shown('removed')).toEqual(['A']);
  expect(shown('unchanged')).toEqual(['C']);
});
