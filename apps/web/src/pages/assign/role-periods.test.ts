import { expect, test } from 'vitest';
import { requestOf } from './assignment-request.ts';
import { type DraftLicense, type DraftPerson, keepTheirs, readAgain, totalsOf } from './draft.ts';
import { findGap } from './draft-gaps.ts';
import { readDraft, writeDraft } from './draft-storage.ts';
import { dayOfEnd, dayOfStart, endOfDay, faultOf, notablePeriod, startOfDay } from './role-periods.ts';

const now = new Date('2026-11-24T14:00:00Z');

function personWith(license: Partial<DraftLicense>): DraftPerson {
  return {
    id: 'amara',
    vlUserId: 'amara',
    signInEmail: 'amara@fennimore.example',
    displayName: 'Amara Nwosu',
    businessEmail: 'amara@fennimore.example',
    savedBusinessEmail: 'amara@fennimore.example',
    isExternal: false,
    etag: '"1"',
    licenses: [{ licenseId: '72041183', name: 'Group', roles: [], held: [], ...license }],
  };
}

const rolesAsked = (person: DraftPerson) =>
  requestOf({ people: [person], reason: '' }).assignments.map(({ roles }) => roles);

test('B6 a day stands for the whole day where the person is, whatever the clocks do', () => {
  for (const day of ['2026-12-31', '2026-03-29', '2026-10-25', '2028-02-29']) {
    expect(dayOfStart(startOfDay(day))).toBe(day);
    expect(dayOfEnd(endOfDay(day))).toBe(day);
    expect(Date.parse(endOfDay(day))).toBeGreaterThan(Date.parse(startOfDay(day)));
  }
});

test('B6 a period is asked for only where one was set; the others stay as they are', () => {
  const endsAt = endOfDay('2026-12-31');
  const person = personWith({
    roles: ['administrator', 'benefits-reader'],
    held: ['benefits-reader'],
    periods: { administrator: { startsAt: null, endsAt } },
    heldPeriods: { 'benefits-reader': { startsAt: null, endsAt } },
  });
  expect(rolesAsked(person)).toEqual([[{ role: 'administrator', endsAt }, 'benefits-reader']]);
  expect(totalsOf([person])).toMatchObject({ added: 1, removed: 0, rescheduled: 0 });
});

test('B6 another end of a role that is held is a change, and taking the end away is one', () => {
  const held = { startsAt: null, endsAt: endOfDay('2026-12-31') };
  const without = personWith({
    roles: ['benefits-reader'],
    held: ['benefits-reader'],
    periods: { 'benefits-reader': { startsAt: null, endsAt: null } },
    heldPeriods: { 'benefits-reader': held },
  });
  expect(totalsOf([without])).toMatchObject({ added: 0, rescheduled: 1, licenseIds: 1 });
  expect(rolesAsked(without)).toEqual([[{ role: 'benefits-reader', endsAt: null }]]);
  const same = personWith({
    roles: ['benefits-reader'],
    held: ['benefits-reader'],
    periods: { 'benefits-reader': held },
    heldPeriods: { 'benefits-reader': held },
  });
  expect(totalsOf([same])).toMatchObject({ rescheduled: 0 });
});

test('B6 days that make no sense are told before anything is sent', () => {
  const always = { startsAt: null, endsAt: null };
  const fault = (startsAt: string | null, endsAt: string | null, held = always) =>
    faultOf({ startsAt, endsAt }, held, now);
  expect(fault(null, endOfDay('2026-12-31'))).toBeNull();
  expect(fault(startOfDay('2026-11-01'), null)).toBe('start-passed');
  expect(fault(null, endOfDay('2026-11-01'))).toBe('end-passed');
  expect(fault(startOfDay('2027-01-10'), endOfDay('2027-01-09'))).toBe('end-before-start');
  const ahead = { startsAt: startOfDay('2027-02-01'), endsAt: null };
  expect(faultOf({ startsAt: null, endsAt: endOfDay('2027-01-01') }, ahead, now)).toBe('end-before-start');
});

test('B6 only what lies ahead is noted of a period that is there', () => {
  expect(notablePeriod('2026-01-01T00:00:00Z', null, now)).toBeNull();
  expect(notablePeriod('2026-12-01T00:00:00Z', null, now)).toEqual({
    startsAt: '2026-12-01T00:00:00Z',
    endsAt: null,
  });
});

test('B6 a draft keeps its periods over a reload, and what is no period is no draft', () => {
  const person = personWith({
    roles: ['benefits-reader'],
    periods: { 'benefits-reader': { startsAt: startOfDay('2027-01-01'), endsAt: null } },
  });
  const draft = { people: [person], reason: '', saveKey: null, changedAt: null };
  expect(readDraft(writeDraft(draft)).people).toEqual([person]);
  const broken = writeDraft(draft).replace(startOfDay('2027-01-01'), 'tomorrow');
  expect(readDraft(broken).people).toEqual([]);
});

test('I3 a license ID with an inherited role only is no gap, and asks for nothing', () => {
  const inherited = personWith({ inheritedFrom: 'MA-30418' });
  expect(findGap([inherited])).toBeNull();
  expect(rolesAsked(inherited)).toEqual([[]]);
  expect(findGap([personWith({})])).toMatchObject({ kind: 'without-roles' });
});

test('keeping theirs gives up what was wanted where somebody else changed something, and nothing else', () => {
  const person = personWith({ roles: ['administrator'], held: [] });
  const second: DraftLicense = {
    licenseId: '72041190',
    name: 'Group',
    roles: ['benefits-reader'],
    held: [],
  };
  const both = { ...person, licenses: [...person.licenses, second] };
  const access = { etag: '"2"', roles: new Map([['72041183', ['product-keys-reader' as const]]]) };
  const rolesOf = ({ licenses }: DraftPerson) => licenses.map(({ roles }) => roles);
  expect(rolesOf(keepTheirs(both, access))).toEqual([['product-keys-reader'], ['benefits-reader']]);
  expect(rolesOf(readAgain(both, access))).toEqual([
    ['administrator', 'product-keys-reader'],
    ['benefits-reader'],
  ]);
});
