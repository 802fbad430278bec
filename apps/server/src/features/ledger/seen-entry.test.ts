import { describe, expect, test } from 'vitest';
import { type LedgerEyes, seenEntry } from './seen-entry.ts';

const [MINE, THEIRS] = ['l-mine', 'l-theirs'];

function seen(
  licenseIds: readonly string[],
  details: object,
  eyes: Partial<LedgerEyes> = {},
  asked: string | null = null,
): unknown {
  const actor = { kind: 'person', id: 'actor' };
  const entry = {
    id: 'e',
    sequence: 3,
    at: 'then',
    event: 'happened',
    version: 1,
    actor,
    licenseIds,
    details,
  };
  return seenEntry(
    { id: 'e', body: JSON.stringify(entry) },
    {
      userKey: 'viewer',
      administered: new Set([MINE]),
      billToOn: new Set(),
      ...eyes,
    },
    asked,
  );
}

const details = {
  changeId: 'c',
  fields: ['businessEmail'],
  vlUserId: 'u-theirs',
  invited: 'u-theirs',
  invitationId: 'i',
  vlUserIds: ['u-theirs'],
  one: { vlUserId: 'u-theirs' },
  mine: { licenseId: MINE, vlUserId: 'u-mine' },
  theirs: { licenseId: THEIRS, vlUserId: 'u-theirs' },
  opened: [
    { licenseId: MINE, vlUserId: 'u-mine' },
    { licenseId: THEIRS, vlUserId: 'u-theirs' },
  ],
  closed: [{ vlUserId: 'u-theirs' }],
};

describe('R10 of an entry an administrator reads', () => {
  test('all, where they administer every license ID that it touches', () => {
    expect(seen([MINE], details)).toMatchObject({ details });
  });

  test('else rows of their license IDs and what holds for all: whatever names nobody of theirs is left out', () => {
    expect(seen([MINE, THEIRS], details)).toEqual({
      id: 'e',
      at: 'then',
      event: 'happened',
      version: 1,
      actor: { kind: 'person', id: 'actor' },
      details: {
        changeId: 'c',
        fields: ['businessEmail'],
        vlUserIds: [],
        mine: { licenseId: MINE, vlUserId: 'u-mine' },
        opened: [{ licenseId: MINE, vlUserId: 'u-mine' }],
        closed: [],
      },
    });
  });
});

describe('R9 of an entry an administrator reads', () => {
  const grants = [
    { licenseId: MINE, vlUserId: 'holder', role: 'invoice-reader' },
    { licenseId: MINE, vlUserId: 'holder', role: 'benefits-reader' },
  ];
  const invoices = grants.slice(0, 1);

  test('Invoice Reader is left out, and an entry of nothing else is none', () => {
    expect(seen([MINE], { changeId: 'c', opened: grants })).toMatchObject({
      details: { opened: grants.slice(1) },
    });
    expect(seen([MINE], { changeId: 'c', opened: invoices, closed: [] })).toBeNull();
  });

  test('asked about one license ID, what is left of another one makes it no entry of this one', () => {
    const both = [...invoices, { licenseId: THEIRS, vlUserId: 'holder', role: 'benefits-reader' }];
    const eyes = { administered: new Set([MINE, THEIRS]) };
    expect(seen([MINE, THEIRS], { opened: both }, eyes, MINE)).toBeNull();
    expect(seen([MINE, THEIRS], { opened: both }, eyes, THEIRS)).not.toBeNull();
    expect(seen([MINE, THEIRS], { opened: both }, eyes)).not.toBeNull();
  });

  test('what names no license ID does not let it be told beside: who opted in, say', () => {
    const inheritance = [{ agreementId: 'a', contact: 'online-access-contact' }];
    const details = {
      registered: 'holder',
      inheritance,
      grants: [{ licenseId: MINE, role: 'invoice-reader' }],
    };
    expect(seen([MINE], details)).toBeNull();
  });

  test('it is shown to its holder and to the bill-to contact', () => {
    const whole = { details: { opened: grants } };
    expect(seen([MINE], { opened: grants }, { userKey: 'holder' })).toMatchObject(whole);
    expect(seen([MINE], { opened: grants }, { billToOn: new Set([MINE]) })).toMatchObject(whole);
    const registration = { registered: 'holder', grants: [{ licenseId: MINE, role: 'invoice-reader' }] };
    expect(seen([MINE], registration, { userKey: 'holder' })).toMatchObject({ details: registration });
    expect(seen([MINE], registration)).toBeNull();
  });
});
