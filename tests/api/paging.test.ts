import { changeAssignments, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listLicenses } from '@muniment/contract/licenses.ts';
import { listOutbox } from '@muniment/contract/publisher.ts';
import { listVlUsers, VL_USER_SORTS } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

// Names that sort differently by code point, by letter and by case, and one that several people have.
const NAMES = [
  'Åsa',
  'asa',
  'Zoë',
  'zoe',
  'Émile',
  'emil',
  'Eva',
  'Eva',
  'Eva',
  'Ørn',
  '李',
  'O’Hara',
  'o-hara',
];

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 7 });
  for (const [index, displayName] of NAMES.entries()) {
    const user = { signInEmail: organization.newEmail(index % 2 === 0 ? 'Upper' : 'lower'), displayName };
    const licenseId = admin.licenseIds[index % 7] ?? '';
    const assignments = [{ user, licenseId, roles: ['benefits-reader' as const] }];
    await admin.api.call(changeAssignments, { body: { assignments } });
    if (index % 3 === 0) await muniment.register(user.signInEmail);
  }
});
afterAll(() => muniment.stop());

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Reads a list page by page. */
async function all<T>(read: (from: { cursor?: string }) => Promise<{ body: Page<T> }>): Promise<T[]> {
  const items: T[] = [];
  let from: { cursor?: string } = {};
  for (let page = 0; page < 100; page += 1) {
    const { body } = await read(from);
    items.push(...body.items);
    if (body.nextCursor === null) return items;
    from = { cursor: body.nextCursor };
  }
  throw new Error('The list does not end');
}

const collator = new Intl.Collator('und');

describe.each(VL_USER_SORTS)('VL users sorted by %s', (sort) => {
  test.each([1, 2, 5, 14, 50])('paged by %i, every row comes once and in order', async (limit) => {
    const rows = await all((from) => admin.api.call(listVlUsers, { query: { sort, limit, ...from } }));
    expect(rows).toHaveLength(NAMES.length + 1);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const whole = (await admin.api.call(listVlUsers, { query: { sort, limit: 1_000 } })).body;
    expect(rows).toEqual(whole.items);
    expect(whole.total).toBe(rows.length);
    if (!sort.endsWith('status')) {
      const keys = rows.map((row) =>
        (sort.endsWith('displayName') ? row.displayName : row.signInEmail).toLowerCase(),
      );
      const sorted = keys.toSorted((one, other) => collator.compare(one, other));
      expect(keys).toEqual(sort.startsWith('-') ? sorted.toReversed() : sorted);
    }
  });
});

test('statuses sort in the order in which they count, and back', async () => {
  const statuses = async (sort: 'status' | '-status') =>
    (await admin.api.call(listVlUsers, { query: { sort } })).body.items.map(({ status }) => status);
  const forward = await statuses('status');
  expect([...new Set(forward)]).toEqual(['active', 'invitation-sent']);
  expect(await statuses('-status')).toEqual(forward.toReversed());
});

test('a page goes on behind its last row also where rows before it have gone or come', async () => {
  const query = { sort: 'displayName' as const, limit: 5 };
  const first = (await admin.api.call(listVlUsers, { query })).body;
  const rest = (await admin.api.call(listVlUsers, { query: { limit: 1_000 } })).body.items.slice(5);
  const early = organization.newEmail('early');
  const assignments = [
    {
      user: { signInEmail: early, displayName: 'AAA Early' },
      licenseId: admin.licenseId,
      roles: ['benefits-reader' as const],
    },
  ];
  const saved = await admin.api.call(changeAssignments, { body: { assignments } });
  const following = await all((from) =>
    admin.api.call(listVlUsers, { query: { ...query, cursor: first.nextCursor ?? '', ...from } }),
  );
  expect(following.map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
  await admin.api.send('DELETE', `/v1/vl-users/${saved.body.difference[0]?.vlUserId}`);
});

test.each([1, 3, 50])(
  'license IDs, changes, the ledger and the outbox paged by %i come once and in order',
  async (limit) => {
    const licenses = await all((from) => admin.api.call(listLicenses, { query: { limit, ...from } }));
    expect(licenses.map(({ licenseId }) => licenseId)).toEqual(admin.licenseIds.toSorted());

    const changes = await all((from) => admin.api.call(listAssignmentChanges, { query: { limit, ...from } }));
    expect(changes.length).toBeGreaterThanOrEqual(NAMES.length + 7);
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    expect(changes.map(({ at }) => at)).toEqual(
      changes
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );

    const entries = await all((from) => admin.api.call(listLedger, { query: { limit, ...from } }));
    const stored = await muniment.db
      .selectFrom('ledger_entry as e')
      .innerJoin('organization as o', 'o.id', 'e.organization_id')
      .select('e.id')
      .where('o.number', '=', organization.number)
      .orderBy('e.sequence', 'desc')
      .execute();
    const shown = new Set(entries.map(({ id }) => id));
    expect(entries.map(({ id }) => id)).toEqual(stored.map(({ id }) => id).filter((id) => shown.has(id)));
    expect(entries.length).toBeGreaterThanOrEqual(NAMES.length + 7);

    const q = organization.number;
    const mails = await all((from) => muniment.publisher.call(listOutbox, { query: { limit, ...from, q } }));
    expect(mails.length).toBeGreaterThanOrEqual(NAMES.length + 7);
    expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
  },
);

test('changes of one VL user alone', async () => {
  const [row] = (await admin.api.call(listVlUsers, { query: { q: '李' } })).body.items;
  const vlUserId = row?.id ?? '';
  const { items } = (await admin.api.call(listAssignmentChanges, { query: { vlUserId } })).body;
  expect(items).toHaveLength(1);
  expect(items[0]?.difference).toMatchObject([{ displayName: '李', added: ['benefits-reader'] }]);
});
