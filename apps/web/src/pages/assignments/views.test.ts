import { expect, test } from 'vitest';
import {
  COMMON_VIEWS,
  currentView,
  EVERYONE,
  isChanged,
  narrowedBy,
  savedSearchOf,
  searchOfCommonView,
  searchOfView,
  withFiltersOfView,
} from './views.ts';

const own = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  name: 'Keys in Rotterdam',
  search: { role: ['product-keys-reader' as const], licenseId: ['88102207'], sort: '-status' as const },
};

test('the name of a common view stands for its filters, and what else the address says counts too', () => {
  const search = withFiltersOfView({ view: 'needs-attention', q: 'ama' });
  expect(search.status).toEqual(['failed', 'invitation-expired', 'user-not-found']);
  expect(search.q).toBe('ama');
  expect(withFiltersOfView({ view: 'needs-attention', status: ['failed'] }).status).toEqual(['failed']);
});

test('a common view whose filters are changed is none any more, and its other filters stay', () => {
  expect(narrowedBy({ view: 'administrators' }, { status: ['failed'] })).toEqual({
    role: ['administrator'],
    status: ['failed'],
    view: undefined,
  });
  expect(narrowedBy({ view: 'administrators' }, { role: [] }).role).toEqual([]);
});

test('one’s own view stays in the address while it is changed, so that the change can be saved to it', () => {
  const shown = searchOfView(own);
  expect(isChanged(shown, own)).toBe(false);
  const narrowed = { ...shown, ...narrowedBy(shown, { q: 'x' }) };
  expect(currentView(narrowed, [own])).toBe(own.id);
  expect(isChanged(narrowed, own)).toBe(true);
});

test('a view that there is not shows everybody', () => {
  expect(currentView({ view: own.id }, [])).toBe(EVERYONE);
  expect(currentView({}, [own])).toBe(EVERYONE);
});

test('another view takes the place of search, filters and sort, and leaves the open pane', () => {
  const [everyone] = COMMON_VIEWS;
  if (everyone === undefined) throw new Error('There is no common view.');
  expect({ ...searchOfView(own), user: 'u', ...searchOfCommonView(everyone) }).toEqual({ user: 'u' });
});

test('a saved view keeps the filters of the common view that it began from', () => {
  expect(savedSearchOf({ view: 'pending-invitations', license: ['8810 2207'], sort: 'nonsense' })).toEqual({
    status: ['invitation-sent'],
    licenseId: ['88102207'],
  });
});
