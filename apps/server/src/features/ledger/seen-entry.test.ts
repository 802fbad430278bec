import { describe, expect, test } from 'vitest';
import { seenEntry } from './seen-entry.ts';

const [MINE, THEIRS] = ['l-mine', 'l-theirs'];

function seen(licenseIds: readonly string[], details: object): unknown {
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
  return seenEntry({ id: 'e', body: JSON.stringify(entry) }, new Set([MINE]));
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
