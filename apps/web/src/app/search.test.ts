import { describe, expect, test } from 'vitest';
import { parseSearch, paths, stringifySearch } from './paths.ts';
import { readAssignmentsSearch, readAssignSearch, readSignInSearch } from './search.ts';

describe('the address of a view', () => {
  test('survives being written and read, with lists and odd characters', () => {
    const search = { q: 'a&b, c=d?', status: ['failed', 'active'], sort: '-name', user: '0190' };
    expect(readAssignmentsSearch(parseSearch(stringifySearch(search)))).toEqual({
      ...search,
      role: undefined,
      license: undefined,
    });
  });

  test('B4 names the tab of a pane and a past day or moment; what is none is left out', () => {
    for (const asOf of ['2026-09-02', '2026-09-02T10:00:00.000Z']) {
      expect(readAssignmentsSearch({ tab: 'history', asOf })).toMatchObject({ tab: 'history', asOf });
    }
    for (const asOf of ['2026-09-31T10', 'yesterday', '2026-13-01', 7]) {
      expect(readAssignmentsSearch({ tab: 'x', asOf })).toMatchObject({ tab: undefined, asOf: undefined });
    }
  });

  test('leaves out what is not set', () => {
    expect(paths.assignments('10042', { q: '', status: [] })).toBe('/o/10042/vl/assignments');
  });

  test('forgets a step that there is not', () => {
    expect(readAssignSearch({ step: 'nonsense', pane: 'contracts' })).toEqual({
      step: undefined,
      user: undefined,
      pane: 'contracts',
      add: undefined,
      license: undefined,
      role: undefined,
    });
  });
});

describe('after signing in', () => {
  test('one goes back to a path of the console', () => {
    expect(readSignInSearch({ returnTo: '/register/abc?x=1' })).toEqual({ returnTo: '/register/abc?x=1' });
  });

  test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', 7])(
    'one is never sent to %s',
    (returnTo) => {
      expect(readSignInSearch({ returnTo })).toEqual({});
    },
  );
});
