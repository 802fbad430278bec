import { ASSIGNMENTS_MAX } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { describe, expect, test } from 'vitest';
import { requestOf } from './assignment-request.ts';
import {
  addLicenses,
  type DraftIdentity,
  type DraftLicense,
  type DraftPerson,
  EMPTY_DRAFT,
  NOTHING_HELD,
  readAgain,
  removeLicenses,
  setPeople,
  totalsOf,
} from './draft.ts';
import { findGap, stepOf } from './draft-gaps.ts';
import { readDraft, writeDraft } from './draft-storage.ts';
import { applyPrefill, prefillOf } from './prefill.ts';

const amara: DraftIdentity = {
  id: 'amara',
  vlUserId: 'amara',
  signInEmail: 'amara.nwosu@fennimore.example',
  displayName: 'Amara Nwosu',
  businessEmail: 'amara.nwosu@fennimore.example',
  savedBusinessEmail: 'amara.nwosu@fennimore.example',
  isExternal: false,
};
const lea: DraftIdentity = {
  id: 'new-1',
  vlUserId: null,
  signInEmail: 'lea@ledgerway.example',
  displayName: 'Lea Tanaka',
  businessEmail: 'lea@ledgerway.example',
  savedBusinessEmail: null,
  isExternal: true,
};

function person(
  identity: DraftIdentity,
  licenses: DraftLicense[] = [],
  etag: string | null = null,
): DraftPerson {
  return { ...identity, etag, licenses };
}

function license(licenseId: string, roles: Role[], held: Role[] = []): DraftLicense {
  return { licenseId, name: `Contract ${licenseId}`, roles, held };
}

const picked = (...licenseIds: string[]) => licenseIds.map((licenseId) => ({ licenseId, name: licenseId }));

describe('people of a draft', () => {
  test('S1: the same address in another spelling is one person, who keeps their license IDs', () => {
    const before = [person(amara, [license('72041183', ['administrator'])], '"1"')];
    const again = { ...amara, id: 'other', signInEmail: 'Amara.Nwosu@FENNIMORE.example' };
    const people = setPeople(before, [amara, again, lea], new Map());
    expect(people.map(({ id }) => id)).toEqual(['amara', 'new-1']);
    expect(people[0]?.licenses).toHaveLength(1);
    expect(people[0]?.etag).toBe('"1"');
  });

  test('who is left out leaves the draft', () => {
    expect(setPeople([person(amara), person(lea)], [lea], new Map()).map(({ id }) => id)).toEqual(['new-1']);
  });

  test('somebody new to it brings the version that was read', () => {
    const read = new Map([['amara', { etag: '"7"', roles: new Map() }]]);
    expect(setPeople([], [amara], read)[0]?.etag).toBe('"7"');
  });
});

describe('license IDs of a person', () => {
  test('S3: one on which they hold roles starts with those roles', () => {
    const access = {
      etag: null,
      roles: new Map<string, Role[]>([['1', ['benefits-reader', 'administrator']]]),
    };
    const { licenses } = addLicenses(person(amara), picked('1', '2'), access);
    expect(licenses.map(({ roles }) => roles)).toEqual([['administrator', 'benefits-reader'], []]);
    expect(totalsOf([person(amara, licenses as DraftLicense[])])).toEqual({
      added: 0,
      removed: 0,
      rescheduled: 0,
      licenseIds: 0,
    });
  });

  test('one that is there already keeps its roles', () => {
    const before = person(amara, [license('1', ['administrator'])]);
    expect(addLicenses(before, picked('1'), NOTHING_HELD)).toBe(before);
  });

  test('taking one out of the draft changes nothing on it', () => {
    const before = person(amara, [license('1', [], ['administrator']), license('2', ['benefits-reader'])]);
    const after = removeLicenses(before, new Set(['1']));
    expect(totalsOf([after])).toEqual({ added: 1, removed: 0, rescheduled: 0, licenseIds: 1 });
  });
});

describe('reading again after somebody else changed a person', () => {
  test('keeps the wishes and takes over what is new there', () => {
    const before = person(
      amara,
      [
        license(
          '1',
          ['administrator', 'licensing-info-viewer'],
          ['licensing-info-viewer', 'benefits-reader'],
        ),
      ],
      '"1"',
    );
    const now = new Map<string, Role[]>([
      ['1', ['licensing-info-viewer', 'benefits-reader', 'product-keys-reader']],
    ]);
    const after = readAgain(before, { etag: '"2"', roles: now });
    expect(after.etag).toBe('"2"');
    expect(after.licenses[0]?.roles).toEqual([
      'administrator',
      'licensing-info-viewer',
      'product-keys-reader',
    ]);
    expect(totalsOf([after])).toEqual({ added: 1, removed: 1, rescheduled: 0, licenseIds: 1 });
  });

  test('does not bring back what somebody else took away', () => {
    const before = person(amara, [license('1', ['benefits-reader', 'administrator'], ['benefits-reader'])]);
    expect(readAgain(before, NOTHING_HELD).licenses[0]?.roles).toEqual(['administrator']);
  });
});

describe('what keeps a draft from being verified', () => {
  test('nobody in it', () => {
    expect(findGap([])).toEqual({ kind: 'nobody' });
    expect(stepOf([])).toBe('people');
  });

  test('somebody without a license ID', () => {
    const people = [person(amara, [license('1', ['administrator'])]), person(lea)];
    expect(findGap(people)).toMatchObject({
      kind: 'without-license-ids',
      person: { id: 'new-1' },
      others: 0,
    });
    expect(stepOf(people)).toBe('contracts');
  });

  test('Edges: a license ID without roles, named with its person', () => {
    const people = [person(amara, [license('1', ['administrator']), license('2', []), license('3', [])])];
    expect(findGap(people)).toMatchObject({ kind: 'without-roles', licenseIds: ['2', '3'], others: 0 });
    expect(stepOf(people)).toBe('roles');
  });

  test('more pairs than one change may hold', () => {
    const many = Array.from({ length: ASSIGNMENTS_MAX + 1 }, (_, index) =>
      license(String(index), ['administrator']),
    );
    expect(findGap([person(amara, many)])).toEqual({ kind: 'too-many', pairs: ASSIGNMENTS_MAX + 1 });
    expect(findGap([person(amara, many.slice(1))])).toBeNull();
  });
});

describe('what a draft sends', () => {
  test('S10: somebody new by address and name; the business e-mail only where it is another', () => {
    const people = [
      person(lea, [license('1', ['administrator'])]),
      person({ ...lea, id: 'new-2', signInEmail: 'jo@x.example', businessEmail: 'ap@x.example' }, [
        license('1', []),
      ]),
    ];
    expect(requestOf({ people, reason: '  ' })).toEqual({
      assignments: [
        {
          user: { signInEmail: 'lea@ledgerway.example', displayName: 'Lea Tanaka' },
          licenseId: '1',
          roles: ['administrator'],
        },
        {
          user: { signInEmail: 'jo@x.example', displayName: 'Lea Tanaka', businessEmail: 'ap@x.example' },
          licenseId: '1',
          roles: [],
        },
      ],
      expected: [],
    });
  });

  test('somebody known by id with the version that was read, and by address where the business e-mail changes', () => {
    const people = [
      person(amara, [license('1', ['administrator'])], '"9"'),
      person(
        { ...amara, id: 'b', vlUserId: 'b', signInEmail: 'b@x.example', businessEmail: 'team@x.example' },
        [license('2', ['benefits-reader'])],
      ),
    ];
    expect(requestOf({ people, reason: ' New buyer ' })).toEqual({
      assignments: [
        { user: { vlUserId: 'amara' }, licenseId: '1', roles: ['administrator'] },
        {
          user: { signInEmail: 'b@x.example', businessEmail: 'team@x.example' },
          licenseId: '2',
          roles: ['benefits-reader'],
        },
      ],
      expected: [{ vlUserId: 'amara', etag: '"9"' }],
      reason: 'New buyer',
    });
  });
});

describe('a draft on this device', () => {
  const draft = {
    people: [person(amara, [license('1', ['administrator'])], '"1"'), person(lea)],
    reason: 'New buyer',
    saveKey: 'abc',
    changedAt: '2026-02-03T04:05:06.000Z',
  };

  test('survives being written and read', () => {
    expect(readDraft(writeDraft(draft))).toEqual(draft);
  });

  test.each([
    null,
    '',
    '{',
    '7',
    'null',
    '{"version":1}',
    '{"version":2,"people":[]}',
    writeDraft({ ...draft, people: [{ ...person(amara), licenses: [{ licenseId: '1' }] as never }] }),
    writeDraft({ ...draft, people: [person(amara, [license('1', ['owner' as Role])])] }),
  ])('%s is read as an empty one', (text) => {
    expect(readDraft(text)).toEqual(EMPTY_DRAFT);
  });
});

describe('a link that fills a draft', () => {
  test('adds people, license IDs and roles beside what they hold and what the draft has', () => {
    const access = { etag: '"3"', roles: new Map<string, Role[]>([['1', ['benefits-reader']]]) };
    const before = [person(lea, [license('9', ['administrator'])])];
    const added = [{ identity: amara, access, licenses: picked('1', '2') }];
    const people = applyPrefill(before, added, ['administrator']);
    expect(people).toHaveLength(2);
    expect(people[0]).toMatchObject({
      id: 'new-1',
      licenses: [{ licenseId: '9', roles: ['administrator'] }],
    });
    expect(people[1]).toMatchObject({
      etag: '"3"',
      licenses: [
        { licenseId: '1', roles: ['administrator', 'benefits-reader'], held: ['benefits-reader'] },
        { licenseId: '2', roles: ['administrator'], held: [] },
      ],
    });
  });

  test('twice adds nothing twice', () => {
    const added = [{ identity: amara, access: NOTHING_HELD, licenses: picked('1') }];
    const once = applyPrefill([], added, ['administrator']);
    expect(applyPrefill(once, added, ['administrator'])).toEqual(once);
  });

  test('A5: as many license IDs as people are pairs, so that nobody gets more than was meant', () => {
    const prefill = prefillOf({ add: ['a', 'b', 'a'], license: ['1', '2', '3'], role: ['administrator'] });
    expect([...(prefill?.licenseIdsByUser ?? [])]).toEqual([
      ['a', ['1', '3']],
      ['b', ['2']],
    ]);
  });

  test('otherwise everybody gets all', () => {
    const prefill = prefillOf({
      add: ['a', 'b'],
      license: ['1', '2', '2'],
      role: ['owner', 'administrator'],
    });
    expect([...(prefill?.licenseIdsByUser ?? [])]).toEqual([
      ['a', ['1', '2']],
      ['b', ['1', '2']],
    ]);
    expect(prefill?.roles).toEqual(['administrator']);
  });

  test('may name people alone, and is none without them', () => {
    expect([...(prefillOf({ add: ['a'] })?.licenseIdsByUser ?? [])]).toEqual([['a', []]]);
    expect(prefillOf({ license: ['1'] })).toBeNull();
  });
});
