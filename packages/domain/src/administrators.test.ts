import { describe, expect, test } from 'vitest';
import {
  type AdministratorCount,
  type AdministratorGrant,
  countAdministrators,
  isReachable,
  losesLastAdministrator,
} from './administrators.ts';
import { inDays, NOW, period, RUNNING } from './example-facts.ts';

function administrator(differing: Partial<AdministratorGrant> = {}): AdministratorGrant {
  return {
    licenseId: 'E100',
    period: RUNNING,
    awaits: null,
    holder: { registered: true, present: true },
    ...differing,
  };
}

const pending = administrator({ holder: { registered: false, present: true } });
const timeBound = administrator({ period: period(-30, 30) });

describe('A1: an administrator is reachable', () => {
  test('when registered, present, started and without an end date', () => {
    expect(isReachable(administrator(), NOW)).toBe(true);
  });

  test('from the very moment the grant starts', () => {
    expect(isReachable(administrator({ period: period(0) }), NOW)).toBe(true);
  });
});

describe('A1: an administrator is not reachable', () => {
  test.each([
    ['while pending', pending],
    [
      'while the contact invitation of the license ID waits',
      administrator({ awaits: 'contact-registration' }),
    ],
    ['while not in the directory', administrator({ holder: { registered: true, present: false } })],
    ['before the grant starts', administrator({ period: period(1) })],
    ['with an end date, however far', administrator({ period: { ...RUNNING, endsAt: inDays(36_500) } })],
    ['once the grant has ended', administrator({ period: period(-30, 0) })],
  ])('%s', (_when, grant) => {
    expect(isReachable(grant, NOW)).toBe(false);
  });
});

describe('A1: administrators are counted by license ID', () => {
  test('the reachable, the designated, and those designated without an end date', () => {
    const grants = [administrator(), pending, timeBound, administrator({ licenseId: 'E200' })];
    expect(countAdministrators(grants, NOW)).toEqual(
      new Map([
        ['E100', { reachable: 1, designated: 3, lasting: 2 }],
        ['E200', { reachable: 1, designated: 1, lasting: 1 }],
      ]),
    );
  });

  test('one whose grant has ended is not counted at all', () => {
    expect(countAdministrators([administrator({ period: period(-30, 0) })], NOW)).toEqual(new Map());
  });

  test('one who starts later is designated already', () => {
    expect(countAdministrators([administrator({ period: period(9) })], NOW).get('E100')).toEqual({
      reachable: 0,
      designated: 1,
      lasting: 1,
    });
  });
});

describe('A1: a change takes the last administrator away', () => {
  test.each<[string, string, AdministratorCount | undefined, AdministratorCount | undefined, boolean]>([
    ['two reachable', 'one', count(2, 2), count(1, 1), false],
    ['one reachable', 'none at all', count(1, 1), undefined, true],
    ['one reachable', 'one pending in their place', count(1, 1), count(0, 1), true],
    ['one reachable and one pending', 'the reachable one', count(1, 2), count(1, 1), false],
    ['one pending', 'none at all', count(0, 1), undefined, true],
    ['one pending', 'another pending', count(0, 1), count(0, 1), false],
    ['one pending', 'one who will end', count(0, 1), count(0, 1, 0), true],
    ['one pending and one who will end', 'the one who will end', count(0, 2, 1), count(0, 1, 0), true],
    ['one who will end', 'none at all', count(0, 1, 0), undefined, true],
    ['two who will end', 'one who will end', count(0, 2, 0), count(0, 1, 0), false],
    ['none', 'none', undefined, undefined, false],
    ['none', 'one', undefined, count(0, 1), false],
  ])('from %s to %s', (_before, _after, before, after, loses) => {
    expect(losesLastAdministrator(before, after)).toBe(loses);
  });
});

function count(reachable: number, designated: number, lasting = designated): AdministratorCount {
  return { reachable, designated, lasting };
}
