import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { explainAccess, whatCan, whoCan } from '@muniment/contract/explain.ts';
import { getPreferences, putPreferences } from '@muniment/contract/preferences.ts';
import { removeVlUser } from '@muniment/contract/vl-users.ts';
import { ACTIONS, actionsOf, ROLE_TABLE, type Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scene } from '../directory/scene.ts';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

type Asked = { action?: (typeof ACTIONS)[number]; at?: string };

function ask(api: Api, vlUserId: string, licenseId: string, asked: Asked = {}) {
  return api.call(explainAccess, { query: { vlUserId, licenseId, ...asked } });
}

async function explained(...of: Parameters<typeof ask>) {
  return (await ask(...of)).body;
}

async function give(
  admin: Member,
  { vlUserId }: { vlUserId: string },
  roles: (Role | { role: Role; startsAt?: string; endsAt?: string | null })[],
  reason?: string,
): Promise<void> {
  const assignments = [{ user: { vlUserId }, licenseId: admin.licenseId, roles }];
  const answer = await admin.api.call(changeAssignments, {
    body: { assignments, ...(reason === undefined ? {} : { reason }) },
  });
  if (answer.status !== 201) throw new Error(answer.text);
}

/** Waits until the clock has gone on, so that what comes next happens later. */
async function aMomentLater(): Promise<string> {
  await new Promise((done) => setTimeout(done, 5));
  const at = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  return at;
}

describe('why', () => {
  test('B3 a role that was given says who gave it, when and why, and what stays without it', async () => {
    const ingrid = await organization.administrator();
    const amara = await organization.colleague(ingrid, { roles: ['product-keys-reader'] });
    await give(ingrid, amara, ['product-keys-reader', 'administrator'], 'Cover during leave');
    const { licenseId } = ingrid;
    const answer = await explained(ingrid.api, amara.vlUserId, licenseId, { action: 'product-key:view' });
    const by = { kind: 'person', displayName: ingrid.name, isYou: true };
    expect(answer).toMatchObject({
      person: { vlUserId: amara.vlUserId, displayName: amara.name, isYou: false },
      license: { licenseId, name: `Contract ${licenseId}`, agreementNumber: null },
      action: 'product-key:view',
      allowed: true,
      path: [
        { role: 'product-keys-reader', origin: 'assigned', given: { by, reason: null }, taken: null },
        { role: 'administrator', origin: 'assigned', given: { by, reason: 'Cover during leave' } },
      ],
      notCounting: [],
      roles: ['product-keys-reader', 'administrator'],
      actions: [...ACTIONS],
    });
    // She registered after the first role was given, and before the second.
    const [keys, administrator] = answer.path;
    expect((keys?.countsSince ?? '') > (keys?.given.at ?? '')).toBe(true);
    expect(administrator?.countsSince).toBe(administrator?.given.at);
    expect(answer.ifRemoved).toMatchObject([
      {
        role: 'administrator',
        isLocked: false,
        isRefused: false,
        rolesKept: ['product-keys-reader'],
        administratorsLeft: 1,
        onlyAdministrator: { vlUserId: ingrid.vlUserId, displayName: ingrid.name, isYou: true },
      },
      {
        role: 'product-keys-reader',
        actionsLost: [],
        rolesKept: ['administrator'],
        administratorsLeft: null,
      },
    ]);
    // The same question of somebody who does not look at themselves.
    const asAmara = await explained(amara.api, ingrid.vlUserId, licenseId);
    expect(asAmara.ifRemoved).toMatchObject([{ onlyAdministrator: { isYou: true } }]);
    const asPublisher = await explained(muniment.publisher, amara.vlUserId, licenseId);
    expect(asPublisher.ifRemoved?.[0]?.onlyAdministrator).toMatchObject({ isYou: false });
  });

  test('A1 B3 the last administrator cannot be removed, and the answer says so', async () => {
    const admin = await organization.administrator();
    const { ifRemoved, path } = await explained(admin.api, admin.vlUserId, admin.licenseId);
    expect(ifRemoved).toMatchObject([
      { role: 'administrator', isRefused: true, administratorsLeft: 0, onlyAdministrator: null },
    ]);
    // The partner named the contact; it counts since they registered.
    expect(path).toMatchObject([{ given: { by: { kind: 'partner', isYou: false }, kind: 'set-up' } }]);
    expect((path[0]?.countsSince ?? '') > (path[0]?.given.at ?? '')).toBe(true);
  });

  test('I1 I3 an inherited role names the agreement, the contact and when they opted in, and is locked', async () => {
    const admin = await organization.administrator();
    const contact = { displayName: nameOf(admin.email), email: admin.email };
    const agreementNumber = await organization.agreement({ primaryContact: contact });
    const { inheritance } = (await admin.api.call(getPreferences, {})).body;
    await admin.api.call(putPreferences, {
      body: {
        inheritance: inheritance.map((one) => ({
          agreementNumber: one.agreementNumber,
          contact: one.contact,
          optedIn: true,
        })),
      },
    });
    const licenseId = await organization.license({ agreementNumber, contact: organization.newEmail('c') });
    const { path, ifRemoved, license } = await explained(admin.api, admin.vlUserId, licenseId);
    expect(license.agreementNumber).toBe(agreementNumber);
    expect(path).toMatchObject([
      {
        role: 'administrator',
        origin: 'inherited',
        inheritedFrom: {
          agreementNumber,
          agreementName: `Agreement ${agreementNumber}`,
          contact: 'primary-contact',
          optedInAt: expect.any(String),
        },
        given: { by: { kind: 'partner', displayName: organization.partner.name }, kind: 'set-up' },
      },
    ]);
    expect(ifRemoved).toMatchObject([{ isLocked: true, actionsLost: [], rolesKept: ['administrator'] }]);
  });
});

describe('why not', () => {
  test('B3 what waits, has not begun, was taken or whose holder is gone says so', async () => {
    const { admin, colleague, directory, colleagueAccount } = await scene(muniment);
    const why = async (vlUserId: string) =>
      (await explained(admin.api, vlUserId, admin.licenseId)).notCounting.map(({ role, because }) => [
        role,
        because,
      ]);
    const startsAt = '2098-01-01T00:00:00.000Z';
    await give(admin, colleague, [{ role: 'benefits-reader', startsAt }]);
    expect(await why(colleague.vlUserId)).toEqual([
      ['licensing-info-viewer', 'closed'],
      ['benefits-reader', 'not-started'],
    ]);
    await directory.disable(colleagueAccount);
    expect(await why(colleague.vlUserId)).toEqual([
      ['licensing-info-viewer', 'closed'],
      ['benefits-reader', 'user-not-found'],
    ]);

    const plain = await organization.administrator();
    const user = { signInEmail: organization.newEmail('pending'), displayName: 'Pending' };
    const { body } = await plain.api.call(changeAssignments, {
      body: { assignments: [{ user, licenseId: plain.licenseId, roles: ['benefits-reader'] }] },
    });
    const pendingId = body.difference[0]?.vlUserId ?? '';
    const pending = await explained(plain.api, pendingId, plain.licenseId, { action: 'benefit:manage' });
    expect(pending).toMatchObject({
      allowed: false,
      path: [],
      notCounting: [{ role: 'benefits-reader', because: 'not-registered' }],
      roles: [],
    });
    await plain.api.call(removeVlUser, { params: { vlUserId: pendingId } });
    const removed = await explained(plain.api, pendingId, plain.licenseId);
    expect(removed.notCounting).toMatchObject([{ because: 'closed', taken: { by: { isYou: true } } }]);
    expect(removed.ifRemoved).toEqual([]);
  });
});

describe('as it was', () => {
  test('B4 a past moment is answered as it was recorded by then, without what came later', async () => {
    const admin = await organization.administrator();
    const before = await aMomentLater();
    const colleague = await organization.colleague(admin, { roles: ['benefits-reader'] });
    const held = await aMomentLater();
    await give(admin, colleague, ['product-keys-reader']);
    const after = await aMomentLater();
    const at = (moment: string) =>
      explained(admin.api, colleague.vlUserId, admin.licenseId, { action: 'benefit:manage', at: moment });
    expect(await at(before)).toMatchObject({ allowed: false, path: [], notCounting: [], roles: [] });
    expect(await at(held)).toMatchObject({
      at: held,
      allowed: true,
      path: [{ role: 'benefits-reader', taken: null }],
      roles: ['benefits-reader'],
      ifRemoved: null,
    });
    expect(await at(after)).toMatchObject({
      allowed: false,
      notCounting: [{ because: 'closed', taken: { by: { isYou: true } } }],
      roles: ['product-keys-reader'],
    });
    const who = async (moment: string) =>
      (
        await admin.api.call(whoCan, {
          query: { licenseId: admin.licenseId, action: 'benefit:manage', at: moment },
        })
      ).body.items.map(({ vlUserId, roles }) => [vlUserId, roles]);
    const isAdmin = [admin.vlUserId, ['administrator']];
    expect(await who(before)).toEqual([isAdmin]);
    expect(new Set(await who(held))).toEqual(new Set([isAdmin, [colleague.vlUserId, ['benefits-reader']]]));
    expect(await who(after)).toEqual([isAdmin]);
    const what = async (moment: string) =>
      (await admin.api.call(whatCan, { query: { vlUserId: colleague.vlUserId, at: moment } })).body.items.map(
        ({ licenseId, roles }) => [licenseId, roles],
      );
    expect(await what(before)).toEqual([]);
    expect(await what(held)).toEqual([[admin.licenseId, ['benefits-reader']]]);
    expect(await what(after)).toEqual([[admin.licenseId, ['product-keys-reader']]]);
  });

  test('B4 M6 who was gone from the directory for a while had nothing meanwhile', async () => {
    const { admin, colleague, directory, colleagueAccount } = await scene(muniment);
    const present = await aMomentLater();
    await directory.disable(colleagueAccount);
    const gone = await aMomentLater();
    await directory.enable(colleagueAccount);
    const back = await aMomentLater();
    const at = async (moment: string) => {
      const { allowed, notCounting } = await explained(admin.api, colleague.vlUserId, admin.licenseId, {
        at: moment,
      });
      return [allowed, notCounting.map(({ because }) => because)];
    };
    expect(await at(present)).toEqual([true, []]);
    expect(await at(gone)).toEqual([false, ['user-not-found']]);
    expect(await at(back)).toEqual([true, []]);
  });

  test.each([
    ['to come', () => new Date(Date.now() + 60_000).toISOString()],
    ['that no calendar has', () => '2026-06-30T23:59:60Z'],
    ['that is none', () => 'yesterday'],
  ])('B4 a moment %s is refused, and the field is named', async (_what, moment) => {
    const admin = await organization.administrator();
    const { vlUserId, licenseId } = admin;
    const at = moment();
    const search = new URLSearchParams({ at });
    for (const path of [
      `/v1/access/explain?vlUserId=${vlUserId}&licenseId=${licenseId}&${search}`,
      `/v1/access/who?licenseId=${licenseId}&${search}`,
      `/v1/access/what?vlUserId=${vlUserId}&${search}`,
    ]) {
      const answer = await admin.api.send('GET', path);
      expect(answer).toMatchObject({ status: 400, problemId: 'invalid-request' });
      expect(answer.problem.errors?.map(({ pointer }) => pointer)).toEqual(['query/at']);
    }
  });
});

describe('who may ask', () => {
  test('R10 A9 others find neither license ID nor person, in the words of what does not exist', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const reader = await organization.colleague(admin, { licenseIds: [first] });
    const stranger = await organization.administrator();
    const nobody = '01890000-0000-7000-8000-000000000000';
    const texts = new Set<string>();
    for (const [api, vlUserId, licenseId] of [
      [reader.api, admin.vlUserId, first],
      [reader.api, reader.vlUserId, second],
      [reader.api, reader.vlUserId, 'NOSUCHID'],
      [reader.api, nobody, first],
      [stranger.api, admin.vlUserId, first],
      [stranger.api, stranger.vlUserId, first],
    ] as const) {
      const answer = await ask(api, vlUserId, licenseId);
      expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      texts.add(answer.text.replace(answer.problem.instance ?? '', ''));
    }
    expect(texts.size).toBe(1);
    for (const api of [reader.api, stranger.api]) {
      expect(await api.call(whoCan, { query: { licenseId: first } })).toMatchObject({
        status: 404,
        problemId: 'license-id-not-found',
      });
      expect(await api.call(whatCan, { query: { vlUserId: admin.vlUserId } })).toMatchObject({
        status: 404,
        problemId: 'vl-user-not-found',
      });
    }
    for (const vlUserId of [stranger.vlUserId, nobody]) {
      expect(await ask(admin.api, vlUserId, first)).toMatchObject({ problemId: 'vl-user-not-found' });
    }
    // Whom one administers elsewhere may be asked about: they hold nothing here.
    expect(await explained(admin.api, reader.vlUserId, second)).toMatchObject({
      allowed: false,
      path: [],
      notCounting: [],
    });
  });

  test('A9 somebody without Administrator is told of their own access, and not who gave it', async () => {
    const admin = await organization.administrator();
    const reader = await organization.colleague(admin, { roles: ['benefits-reader'] });
    await give(admin, reader, ['product-keys-reader'], `${admin.name} hands over`);
    const answer = await ask(reader.api, reader.vlUserId.toUpperCase(), admin.licenseId);
    expect(answer.body).toMatchObject({
      person: { isYou: true },
      allowed: true,
      path: [{ role: 'product-keys-reader' }],
      notCounting: [{ role: 'benefits-reader', because: 'closed' }],
      ifRemoved: null,
    });
    const hidden = { by: { kind: 'person', displayName: null, isYou: false }, changeId: null, reason: null };
    expect(answer.body.path[0]?.given).toMatchObject(hidden);
    expect(answer.body.notCounting[0]?.taken).toMatchObject(hidden);
    expect(answer.text).not.toContain(admin.name);
    expect(answer.text).not.toContain(admin.vlUserId);
    // What was theirs stays explained to them once it is gone.
    await admin.api.call(removeVlUser, { params: { vlUserId: reader.vlUserId } });
    expect(await explained(reader.api, reader.vlUserId, admin.licenseId)).toMatchObject({ allowed: false });
  });

  test('R9 Invoice Reader is no part of an answer to who does not see it', async () => {
    const billTo = await organization.administrator({ billTo: true });
    const { licenseId } = billTo;
    const other = await organization.colleague(billTo, { roles: ['administrator'] });
    const finance = await organization.colleague(billTo, { roles: ['invoice-reader', 'benefits-reader'] });
    const only = await organization.colleague(billTo, { roles: ['invoice-reader'] });
    const action = 'invoice:list' as const;
    expect(await explained(other.api, finance.vlUserId, licenseId, { action })).toMatchObject({
      allowed: false,
      path: [],
      notCounting: [],
      roles: ['benefits-reader'],
    });
    expect(await explained(billTo.api, finance.vlUserId, licenseId, { action })).toMatchObject({
      allowed: true,
      path: [{ role: 'invoice-reader' }],
    });
    expect(await explained(finance.api, finance.vlUserId, licenseId, { action })).toMatchObject({
      allowed: true,
    });
    expect(await ask(other.api, only.vlUserId, licenseId)).toMatchObject({
      problemId: 'vl-user-not-found',
    });
    const who = async (api: Api) =>
      (await api.call(whoCan, { query: { licenseId, action } })).body.items.map((one) => one.vlUserId);
    expect(new Set(await who(other.api))).toEqual(new Set([billTo.vlUserId, other.vlUserId]));
    expect((await who(billTo.api)).length).toBe(4);
    const at = await aMomentLater();
    const past = async (api: Api) =>
      (await api.call(whoCan, { query: { licenseId, action, at } })).body.items.length;
    expect([await past(other.api), await past(billTo.api)]).toEqual([2, 4]);
    expect(await other.api.call(whatCan, { query: { vlUserId: only.vlUserId } })).toMatchObject({
      problemId: 'vl-user-not-found',
    });
  });

  test('the publisher asks about any pair, and finds no pair across organizations', async () => {
    const admin = await organization.administrator();
    const elsewhere = await (await (await muniment.newPartner()).organization()).administrator();
    expect(await explained(muniment.publisher, admin.vlUserId, admin.licenseId)).toMatchObject({
      allowed: true,
      path: [{ given: { by: { displayName: organization.partner.name } } }],
    });
    expect(await ask(muniment.publisher, admin.vlUserId, elsewhere.licenseId)).toMatchObject({
      problemId: 'vl-user-not-found',
    });
    const { items } = (await muniment.publisher.call(whoCan, { query: { licenseId: elsewhere.licenseId } }))
      .body;
    expect(items.map(({ vlUserId }) => vlUserId)).toEqual([elsewhere.vlUserId]);
    expect(
      (await muniment.publisher.call(whatCan, { query: { vlUserId: admin.vlUserId } })).body.items,
    ).toMatchObject([{ licenseId: admin.licenseId, actions: [...ACTIONS] }]);
  });
});

test('B3 who and what are answered page by page, each once', async () => {
  const admin = await organization.administrator({ licenses: 3 });
  const colleagues: Member[] = [];
  for (let count = 0; count < 3; count += 1) {
    colleagues.push(
      await organization.colleague(admin, {
        email: organization.newEmail('same'),
        licenseIds: admin.licenseIds,
        roles: ['benefits-reader'],
      }),
    );
  }
  const people: string[] = [];
  let cursor: string | null = null;
  do {
    const { body }: Awaited<ReturnType<typeof who>> = await who(cursor);
    people.push(...body.items.map(({ vlUserId }) => vlUserId));
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(people.toSorted()).toEqual([admin, ...colleagues].map((one) => one.vlUserId).toSorted());

  const vlUserId = colleagues[0]?.vlUserId ?? '';
  const first = (await admin.api.call(whatCan, { query: { vlUserId, limit: 2 } })).body;
  const second = (
    await admin.api.call(whatCan, { query: { vlUserId, limit: 2, cursor: first.nextCursor ?? '' } })
  ).body;
  expect([...first.items, ...second.items].map(({ licenseId }) => licenseId)).toEqual(
    admin.licenseIds.toSorted(),
  );
  expect(second.nextCursor).toBeNull();
  const action = 'invoice:list' as const;
  expect((await admin.api.call(whatCan, { query: { vlUserId, action } })).body.items).toEqual([]);

  function who(after: string | null) {
    return admin.api.call(whoCan, {
      query: { licenseId: admin.licenseId, limit: 2, ...(after === null ? {} : { cursor: after }) },
    });
  }
});

test('B3 R10 an explanation, a list of who and a check never disagree', async () => {
  const admin = await organization.administrator({ billTo: true });
  const { licenseId } = admin;
  const startsAt = '2098-01-01T00:00:00.000Z';
  const people = [
    admin,
    await organization.colleague(admin, { roles: ['administrator', 'benefits-reader'] }),
    await organization.colleague(admin, { roles: ['product-keys-reader', 'online-services-manager'] }),
    await organization.colleague(admin, { roles: ['invoice-reader'] }),
  ];
  await give(admin, people[3] as Member, [{ role: 'licensing-info-viewer', startsAt }]);
  for (const { vlUserId } of people) {
    const checks = ACTIONS.map((action) => ({ vlUserId, licenseId, action }));
    const { results } = (await muniment.publisher.call(checkAccess, { body: { checks } })).body;
    for (const [index, action] of ACTIONS.entries()) {
      const { allowed, path, roles, actions } = await explained(admin.api, vlUserId, licenseId, { action });
      expect([action, allowed]).toEqual([action, results[index]?.allowed]);
      expect(actions).toEqual(actionsOf(roles));
      expect(path.every(({ role }) => ROLE_TABLE[role].actions.includes(action))).toBe(true);
    }
  }
  for (const action of ACTIONS) {
    const { items } = (await admin.api.call(whoCan, { query: { licenseId, action } })).body;
    const checks = people.map(({ vlUserId }) => ({ vlUserId, licenseId, action }));
    const { results } = (await muniment.publisher.call(checkAccess, { body: { checks } })).body;
    const allowed = people.filter((_, index) => results[index]?.allowed).map(({ vlUserId }) => vlUserId);
    expect(items.map(({ vlUserId }) => vlUserId).toSorted()).toEqual(allowed.toSorted());
  }
});
