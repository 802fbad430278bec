import { getAssignmentChange, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { type BulkChangeRequest, changeInBulk } from '@muniment/contract/bulk-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { putPreferences } from '@muniment/contract/preferences.ts';
import { getVlUserAccess, listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addManyPeople } from '../support/many-people.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

let muniment: Muniment;
let organization: Organization;
/** Administers three license IDs; bill-to contact of none. */
let admin: Member;
let ada: Member;
let ben: Member;
/** Hold Benefits reader on the first two license IDs, and Administrator on the first beside `admin`. */
let both: readonly string[];
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 3 });
  const [first = '', second = ''] = admin.licenseIds;
  const licenseIds = [first, second];
  ada = await organization.colleague(admin, { licenseIds, roles: ['benefits-reader', 'administrator'] });
  ben = await organization.colleague(admin, { licenseIds, roles: ['benefits-reader'] });
  both = [ada.vlUserId, ben.vlUserId];
});

const bulk = (body: BulkChangeRequest, by: Member = admin) => by.api.call(changeInBulk, { body });

async function rolesOf(vlUserId: string, by: Member = admin) {
  const answer = await by.api.call(getVlUserAccess, { params: { vlUserId } });
  if (answer.status !== 200) return {};
  return Object.fromEntries(
    answer.body.items.map(({ licenseId, roles }) => [licenseId, roles.map(({ role }) => role)]),
  );
}

const people = () => ({ vlUserIds: [...both] });

describe('B8 adding roles to many people', () => {
  test('gives each what they lack, by one change, one entry and one e-mail a person, and says what is held', async () => {
    const [first = '', second = '', third = ''] = admin.licenseIds;
    const entries = (await admin.api.call(listLedger, {})).body.items.length;
    const add = { roles: ['benefits-reader', 'product-keys-reader'], licenseIds: [first, third] };
    const dry = await bulk({ people: people(), add, dryRun: true });
    expect(dry).toMatchObject({ status: 200, body: { id: null, saved: false, summary: { added: 6 } } });
    expect(await rolesOf(ben.vlUserId)).toEqual({
      [first]: ['benefits-reader'],
      [second]: ['benefits-reader'],
    });

    const { status, body } = await bulk({ people: people(), add, reason: 'Cover during leave' });
    expect(status).toBe(201);
    expect({ ...body, id: null, saved: false, at: null }).toEqual(dry.body);
    expect(body.summary).toEqual({ added: 6, removed: 0, rescheduled: 0, people: 2, licenseIds: 2 });
    expect(
      body.skipped.map(({ displayName, licenseId, role, reason }) => [displayName, licenseId, role, reason]),
    ).toEqual(
      [ada, ben]
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name }) => [name, first, 'benefits-reader', 'held-already']),
    );
    expect(body.emails.map(({ kind, displayName }) => `${kind} ${displayName}`).toSorted()).toEqual(
      [`permission-change ${ada.name}`, `permission-change ${ben.name}`].toSorted(),
    );
    expect(await rolesOf(ben.vlUserId)).toEqual({
      [first]: ['product-keys-reader', 'benefits-reader'],
      [second]: ['benefits-reader'],
      [third]: ['product-keys-reader', 'benefits-reader'],
    });
    expect((await admin.api.call(listLedger, {})).body.items).toHaveLength(entries + 1);
    const change = await admin.api.call(getAssignmentChange, { params: { changeId: body.id ?? '' } });
    expect(change.body).toMatchObject({ kind: 'assignment', reason: 'Cover during leave' });
    expect(change.body.difference).toHaveLength(4);
  });

  test('asked for again, changes nothing and mails nobody', async () => {
    const add = { roles: ['benefits-reader'], licenseIds: [admin.licenseId] };
    const answer = await bulk({ people: people(), add });
    expect(answer).toMatchObject({
      status: 200,
      body: { saved: false, difference: [], emails: [], skipped: [{ reason: 'held-already' }, {}] },
    });
  });

  test('takes all who match the filter of the list, and only if they are as many as the caller saw', async () => {
    const [, second = '', third = ''] = admin.licenseIds;
    const matching = { licenseId: [second], role: ['benefits-reader' as const] };
    const seen = (await admin.api.call(listVlUsers, { query: matching })).body;
    const add = { roles: ['licensing-info-viewer'], licenseIds: [third] };
    expect(await bulk({ people: { matching }, add, expectedPeople: seen.total + 1 })).toMatchObject({
      status: 412,
      problemId: 'stale-version',
    });
    const answer = await bulk({ people: { matching }, add, expectedPeople: seen.total });
    expect(answer.body.difference.map(({ vlUserId }) => vlUserId).toSorted()).toEqual([...both].toSorted());
  });

  test('somebody pending gets their one invitation again, with all of it', async () => {
    const email = organization.newEmail('pending');
    const user = { signInEmail: email, displayName: nameOf(email) };
    const saved = await admin.api.send('POST', '/v1/assignment-changes', {
      body: { assignments: [{ user, licenseId: admin.licenseId, roles: ['benefits-reader'] }] },
    });
    expect(saved.status).toBe(201);
    const add = { roles: ['licensing-info-viewer'], licenseIds: [...admin.licenseIds] };
    const { body } = await bulk({ people: { matching: { q: email } }, add });
    expect(body.emails).toMatchObject([{ kind: 'invitation', to: email }]);
    await muniment.register(email);
  });
});

describe('B8 ending roles of many people', () => {
  test('on the license IDs that are named, and says who did not hold them', async () => {
    const [first = '', , third = ''] = admin.licenseIds;
    const remove = { roles: ['benefits-reader'], licenseIds: [first, third] };
    const { body } = await bulk({ people: people(), remove });
    expect(body.summary).toMatchObject({ added: 0, removed: 2, people: 2, licenseIds: 1 });
    expect(body.skipped.map(({ licenseId, reason }) => `${licenseId} ${reason}`)).toEqual([
      `${third} not-held`,
      `${third} not-held`,
    ]);
    expect((await rolesOf(ada.vlUserId))[first]).toEqual(['administrator']);
  });

  test('everywhere, where no license ID is named; nothing is told of those who hold none', async () => {
    const { body } = await bulk({ people: { matching: {} }, remove: { roles: ['benefits-reader'] } });
    expect(body.summary).toMatchObject({ removed: 4, people: 2, licenseIds: 2 });
    expect(body.skipped).toEqual([]);
    expect(await rolesOf(ben.vlUserId)).toEqual({});
  });

  test('A1 is refused whole where a license ID would be left without an administrator', async () => {
    const [first = '', second = '', third = ''] = admin.licenseIds;
    const body = { people: { matching: {} }, remove: { roles: ['administrator'] } };
    const dry = await bulk({ ...body, dryRun: true });
    expect(dry.body.checks[0]).toMatchObject({
      level: 'blocking',
      code: 'last-administrator',
      licenseIds: [first, second, third].toSorted(),
    });
    const refused = await bulk(body);
    expect(refused).toMatchObject({ status: 409, problemId: 'last-administrator' });
    expect(refused.problem.licenseIds).toEqual([first, second, third].toSorted());
    expect((await rolesOf(ada.vlUserId))[first]).toContain('administrator');
  });

  test('what is not named stays, a period with it', async () => {
    const endsAt = '2031-01-01T00:00:00.000Z';
    await admin.api.send('POST', '/v1/assignment-changes', {
      body: {
        assignments: [
          {
            user: { vlUserId: ben.vlUserId },
            licenseId: admin.licenseId,
            roles: ['benefits-reader', { role: 'product-keys-reader', endsAt }],
          },
        ],
      },
    });
    await bulk({ people: people(), remove: { roles: ['benefits-reader'] } });
    const access = await admin.api.call(getVlUserAccess, { params: { vlUserId: ben.vlUserId } });
    expect(access.body.items).toMatchObject([{ roles: [{ role: 'product-keys-reader', endsAt }] }]);
  });
});

describe('B8 removing many people', () => {
  test('M5 ends all of their assigned roles, and they leave the list', async () => {
    const { status, body } = await bulk({ people: people(), removePeople: true, expectedPeople: 2 });
    expect(status).toBe(201);
    expect(body.summary).toMatchObject({ removed: 6, people: 2, licenseIds: 2 });
    expect((await admin.api.call(listVlUsers, {})).body.items.map(({ id }) => id)).toEqual([admin.vlUserId]);
    expect((await admin.api.call(listAssignmentChanges, {})).body.items[0]?.id).toBe(body.id);
  });

  test('I3 what somebody inherits stays, and is told', async () => {
    const email = organization.newEmail('heir');
    const contact = { displayName: nameOf(email), email };
    const agreementNumber = await organization.agreement({ noticesCorrespondent: contact });
    const heir = await muniment.sessionOf(email);
    const entry = { agreementNumber, contact: 'notices-correspondent' as const, optedIn: true };
    await heir.call(putPreferences, { body: { inheritance: [entry] } });
    const licenseId = await organization.license({ contact: admin.email, agreementNumber });
    await muniment.register(admin.email);
    const matching = { q: email };
    const heldAlready = await bulk({
      people: { matching },
      add: { roles: ['administrator'], licenseIds: [licenseId] },
    });
    expect(heldAlready.body).toMatchObject({ saved: false, skipped: [{ reason: 'role-inherited' }] });

    await bulk({ people: { matching }, add: { roles: ['benefits-reader'], licenseIds: [licenseId] } });
    const ended = await bulk({ people: { matching }, remove: { roles: ['administrator'] } });
    expect(ended.body).toMatchObject({ saved: false, skipped: [{ licenseId, reason: 'role-inherited' }] });
    const removed = await bulk({ people: { matching }, removePeople: true });
    expect(removed.body).toMatchObject({
      saved: true,
      difference: [{ licenseId, removed: ['benefits-reader'] }],
      skipped: [
        { displayName: contact.displayName, licenseId, role: 'administrator', reason: 'role-inherited' },
      ],
    });
  });
});

describe('R9 R10 a bulk change tells and takes no more than the caller sees', () => {
  test('people and license IDs of somebody else are not found, and nothing is saved', async () => {
    const stranger = await organization.administrator();
    const add = { roles: ['benefits-reader'], licenseIds: [admin.licenseId] };
    expect(await bulk({ people: { vlUserIds: [...both, stranger.vlUserId] }, add })).toMatchObject({
      status: 404,
      problemId: 'vl-user-not-found',
    });
    const licenseIds = [admin.licenseId, stranger.licenseId];
    for (const body of [{ add: { ...add, licenseIds } }, { remove: { ...add, licenseIds } }]) {
      const answer = await bulk({ people: people(), ...body });
      expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      expect(answer.problem.licenseIds).toEqual([stranger.licenseId]);
    }
  });

  test('A9 to somebody without Administrator there is nobody to choose, whoever administers', async () => {
    const everybody = { matching: {} };
    for (const by of [ben, await organization.colleague(admin, { roles: ['benefits-reader'] })]) {
      const nothing = { saved: false, difference: [], emails: [], checks: [], skipped: [] };
      expect((await bulk({ people: everybody, removePeople: true }, by)).body).toMatchObject(nothing);
      expect(await bulk({ people: people(), removePeople: true }, by)).toMatchObject({
        problemId: 'vl-user-not-found',
      });
      const add = { roles: ['benefits-reader'], licenseIds: [admin.licenseId] };
      expect(await bulk({ people: everybody, add }, by)).toMatchObject({ problemId: 'license-id-not-found' });
    }
  });

  test('a role that the caller does not see is unknown, and deleting somebody ends it without a word', async () => {
    const bill = await organization.administrator({ billTo: true });
    const ann = await organization.colleague(bill, { roles: ['administrator'] });
    const ivo = await organization.colleague(bill, { roles: ['benefits-reader', 'invoice-reader'] });
    const chosen = { vlUserIds: [ivo.vlUserId] };
    for (const body of [
      { add: { roles: ['invoice-reader'], licenseIds: [bill.licenseId] } },
      { remove: { roles: ['invoice-reader'] } },
      { remove: { roles: ['no-such-role'] } },
    ]) {
      expect(await bulk({ people: chosen, ...body }, ann)).toMatchObject({ problemId: 'unknown-role' });
    }
    const { body } = await bulk({ people: chosen, removePeople: true }, ann);
    expect(body).toMatchObject({
      saved: true,
      summary: { removed: 1 },
      difference: [{ removed: ['benefits-reader'] }],
    });
    expect(JSON.stringify(body)).not.toContain('invoice-reader');
    expect(await rolesOf(ivo.vlUserId, bill)).toEqual({});
  });

  test('an answer that is kept under a key is read again only by who still administers what it tells of', async () => {
    const remove = { roles: ['benefits-reader'], licenseIds: [admin.licenseId] };
    const call = { body: { people: { vlUserIds: [ben.vlUserId] }, remove }, idempotencyKey: 'bulk-once' };
    const first = await ada.api.call(changeInBulk, call);
    const again = await ada.api.call(changeInBulk, call);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    await bulk({ people: { vlUserIds: [ada.vlUserId] }, remove: { roles: ['administrator'] } });
    expect(await ada.api.call(changeInBulk, call)).toMatchObject({ problemId: 'license-id-not-found' });
  });
});

describe('B8 what is no bulk change', () => {
  test.each<[string, object]>([
    ['none of the three', {}],
    ['two of the three', { removePeople: true, remove: { roles: ['benefits-reader'] } }],
    ['removePeople that is false', { removePeople: false }],
    ['no role', { remove: { roles: [] } }],
    ['an unknown field', { removePeople: true, force: true }],
  ])('%s', async (_what, act) => {
    const answer = await admin.api.send('POST', '/v1/bulk-changes', { body: { people: people(), ...act } });
    expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
  });

  test('nobody selected, and a selection of two kinds', async () => {
    for (const selection of [{}, { vlUserIds: [] }, { vlUserIds: both, matching: {} }]) {
      const body = { people: selection, removePeople: true };
      expect(await admin.api.send('POST', '/v1/bulk-changes', { body })).toMatchObject({ status: 400 });
    }
  });

  test('more than 10,000 pairs are refused with their number; fewer are one change', async () => {
    const chief = await (await (await muniment.newPartner()).organization()).administrator();
    await addManyPeople(muniment, chief, { people: 1_001, licenses: 10, licensesEach: 10 });
    const all = { matching: { role: ['benefits-reader' as const] } };
    const roles = ['benefits-reader'];
    const licenseIds = Array.from({ length: 10 }, (_, index) => `MANY${String(index).padStart(6, '0')}`);
    for (const act of [
      { remove: { roles } },
      { remove: { roles, licenseIds } },
      { removePeople: true as const },
    ]) {
      const answer = await bulk({ people: all, ...act }, chief);
      expect(answer.problemId).toBe('invalid-request');
      expect(answer.problem.detail).toContain('10010 pairs');
    }
    const [, ...most] = licenseIds;
    const answer = await bulk({ people: all, remove: { roles, licenseIds: most } }, chief);
    expect(answer.body.summary).toMatchObject({ removed: 9_009, people: 1_001 });
  }, 60_000);
});
