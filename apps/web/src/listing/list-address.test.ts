import { expect, test } from 'vitest';
import { askedSort, chosenValues, countFilters, listQueryOf } from './list-address.ts';

const status = { name: 'status', options: [{ id: 'active' }, { id: 'expired' }] };
const type = { name: 'type', options: [{ id: 'kms' }, { id: 'mak' }], isSingle: true };

test('an address becomes the query of the API, without what makes no sense', () => {
  const search = {
    q: 'rail',
    license: '7204 1183',
    status: 'expired,strange,active',
    sort: '-endDate',
    user: 'x',
  };
  expect(listQueryOf(search, [status, type], ['endDate'], 'endDate')).toEqual({
    q: 'rail',
    licenseId: '72041183',
    status: ['active', 'expired'],
    sort: '-endDate',
  });
  expect(listQueryOf({}, [status], ['endDate'], 'endDate')).toEqual({ sort: 'endDate' });
});

test('a filter of one value takes one', () => {
  expect(chosenValues({ type: 'mak,kms' }, type)).toEqual(['kms']);
  expect(listQueryOf({ type: 'mak' }, [type], [], 'name')).toEqual({ type: 'mak', sort: 'name' });
});

test('only a column that sorts is sorted by', () => {
  expect(askedSort({ sort: '-city' }, ['endDate'])).toBeUndefined();
  expect(askedSort({ sort: 'endDate' }, ['endDate'])).toBe('endDate');
});

test('filters are counted with the license ID and without the search text', () => {
  expect(countFilters({ q: 'x', license: '1', status: 'active' }, [status, type])).toBe(2);
  expect(countFilters({ status: 'strange' }, [status])).toBe(0);
});
