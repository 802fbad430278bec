import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getLicense, listLicenses } from '@muniment/contract/licenses.ts';
import { getMe, listRoles } from '@muniment/contract/people.ts';
import { removeVlUser } from '@muniment/contract/vl-users.ts';
import { ACTIONS, type Action, ROLE_TABLE, ROLES, type Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../support/api.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

type Check = { licenseId: string; action: Action } & ({ vlUserId: string } | { signInEmail: string });

async function allowed(api: Api, ...checks: Check[]): Promise<boolean[]> {
  return (await api.call(checkAccess, { body: { checks } })).body.results.map((result) => result.allowed);
}

describe('roles and their actions', () => {
  test.each(ROLES.map((role) => [ROLE_TABLE[role].source, role] as const))(
    '%s %s allows its actions on its license ID, and no others anywhere',
    async (_source, role) => {
      const admin = await organization.administrator({ licenses: 2, billTo: true });
      const [first = '', second = ''] = admin.licenseIds;
      const colleague = await organization.colleague(admin, { licenseIds: [first], roles: [role] });
      const { vlUserId } = colleague;
      const ask = (licenseId: string) =>
        allowed(muniment.publisher, ...ACTIONS.map((action) => ({ vlUserId, licenseId, action })));
      const held = new Set<Action>(ROLE_TABLE[role].actions);
      expect(await ask(first)).toEqual(ACTIONS.map((action) => held.has(action)));
      expect(await ask(second)).toEqual(ACTIONS.map(() => false));
      expect((await colleague.api.call(getMe, {})).body.organizations[0]?.actions).toEqual(
        ACTIONS.filter((action) => held.has(action)),
      );
    },
  );

  test('R8 several roles on one license ID allow together what each of them allows', async () => {
    const admin = await organization.administrator();
    const roles: Role[] = ['product-download-manager', 'benefits-reader'];
    const { vlUserId } = await organization.colleague(admin, { roles });
    const { licenseId } = admin;
    expect(
      await allowed(
        muniment.publisher,
        { vlUserId, licenseId, action: 'product:download' },
        { vlUserId, licenseId, action: 'benefit:manage' },
        { vlUserId, licenseId, action: 'contract:view' },
        { vlUserId, licenseId, action: 'order:view' },
      ),
    ).toEqual([true, true, true, false]);
  });

  test('the roles can be listed, for a license ID that the caller may see', async () => {
    const admin = await organization.administrator({ billTo: true });
    const stranger = await organization.administrator();
    const { items } = (await admin.api.call(listRoles, { query: { licenseId: admin.licenseId } })).body;
    expect(items.map(({ id }) => id)).toEqual([...ROLES]);
    for (const licenseId of [stranger.licenseId, 'NOSUCHID']) {
      expect(await admin.api.call(listRoles, { query: { licenseId } })).toMatchObject({
        status: 404,
        problemId: 'license-id-not-found',
      });
    }
  });
});

describe('who may ask (B10)', () => {
  test('the publisher asks about anybody, by id and by address in any letters', async () => {
    const admin = await organization.administrator();
    const { licenseId, vlUserId, email } = admin;
    const action = 'assignment:manage';
    expect(
      await allowed(
        muniment.publisher,
        { vlUserId, licenseId, action },
        { vlUserId: vlUserId.toUpperCase(), licenseId, action },
        { signInEmail: email, licenseId, action },
        { signInEmail: email.toUpperCase(), licenseId, action },
        { signInEmail: 'nobody@lindgren.example', licenseId, action },
        { vlUserId, licenseId: 'NOSUCHID', action },
        { vlUserId, licenseId: licenseId.toLowerCase(), action },
        { vlUserId: '01890000-0000-7000-8000-000000000000', licenseId, action },
      ),
    ).toEqual([true, true, true, true, false, false, false, false]);
  });

  test('A9 R10 a person asks about themselves and where they administer; of all else they are told no', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const vera = await organization.colleague(admin, { licenseIds: [first] });
    const omar = await organization.colleague(admin, { licenseIds: [first, second] });
    const action = 'contract:view';
    const of = (member: Member, licenseId: string) =>
      ({ vlUserId: member.vlUserId, licenseId, action }) as const;
    expect(
      await allowed(
        vera.api,
        of(vera, first),
        { signInEmail: vera.email.toUpperCase(), licenseId: first, action },
        of(vera, second),
        of(omar, first),
        { signInEmail: omar.email, licenseId: first, action },
        of(admin, first),
      ),
    ).toEqual([true, true, false, false, false, false]);
    expect(await allowed(admin.api, of(vera, first), of(omar, second), of(vera, second))).toEqual([
      true,
      true,
      false,
    ]);
    expect(await allowed((await organization.administrator()).api, of(omar, first))).toEqual([false]);
  });

  test('a person is told nothing of another organization, even of somebody with their own address', async () => {
    const other = await (await muniment.newPartner()).organization();
    const admin = await organization.administrator();
    const same = await other.administrator({ email: admin.email });
    const elsewhere = { licenseId: same.licenseId, action: 'contract:view' } as const;
    expect(
      await allowed(
        admin.api,
        { signInEmail: admin.email, ...elsewhere },
        { vlUserId: same.vlUserId, ...elsewhere },
        { vlUserId: admin.vlUserId, ...elsewhere },
      ),
    ).toEqual([false, false, false]);
    expect(await allowed(same.api, { signInEmail: admin.email, ...elsewhere })).toEqual([true]);
  });

  test('up to 1,000 checks in one call, answered in their order', async () => {
    const admin = await organization.administrator();
    const { vlUserId, licenseId } = admin;
    const checks = Array.from({ length: 1_000 }, (_, index) => ({
      vlUserId,
      licenseId: index % 3 === 0 ? licenseId : 'NOSUCHID',
      action: 'contract:view' as const,
    }));
    const answers = await allowed(admin.api, ...checks);
    expect(answers).toEqual(checks.map((_, index) => index % 3 === 0));
    for (const body of [{ checks: [...checks, ...checks] }, { checks: [] }]) {
      expect((await admin.api.send('POST', '/v1/access/check', { body })).status).toBe(400);
    }
  });

  test.each([
    ['an unknown action', { vlUserId: '01890000-0000-7000-8000-000000000000', action: 'contract:burn' }],
    ['an id that is none', { vlUserId: 'x', action: 'contract:view' }],
    [
      'both an id and an address',
      {
        vlUserId: '01890000-0000-7000-8000-000000000000',
        signInEmail: 'a@b.example',
        action: 'contract:view',
      },
    ],
    ['neither', { action: 'contract:view' }],
    ['a NUL', { signInEmail: 'a@b.example', action: 'contract:view', licenseId: '\u0000' }],
  ])('%s is refused', async (_what, check) => {
    const body = { checks: [{ licenseId: 'ABCD', ...check }] };
    expect(await muniment.publisher.send('POST', '/v1/access/check', { body })).toMatchObject({
      status: 400,
      problemId: 'invalid-request',
    });
  });
});

describe('what counts', () => {
  test('S8 B10 a role counts from the answer of the save on, and ends with the answer of its removal', async () => {
    const admin = await organization.administrator();
    const colleague = await organization.colleague(admin);
    const { vlUserId } = colleague;
    const check = { vlUserId, licenseId: admin.licenseId, action: 'benefit:manage' } as const;
    const save = (roles: Role[]) =>
      admin.api.call(changeAssignments, {
        body: { assignments: [{ user: { vlUserId }, licenseId: admin.licenseId, roles }] },
      });
    for (let round = 0; round < 5; round += 1) {
      await save(['benefits-reader']);
      expect(await allowed(muniment.publisher, check)).toEqual([true]);
      await save(['product-keys-reader']);
      expect(await allowed(muniment.publisher, check)).toEqual([false]);
    }
    await save(['benefits-reader']);
    await admin.api.call(removeVlUser, { params: { vlUserId } });
    expect(await allowed(muniment.publisher, check)).toEqual([false]);
  });

  test('a role that waits, has not started or has ended counts for nothing', async () => {
    const admin = await organization.administrator();
    const { licenseId } = admin;
    const email = organization.newEmail('pending');
    const user = { signInEmail: email, displayName: 'Pending' };
    const colleague = await organization.colleague(admin);
    const startsAt = '2098-01-01T00:00:00Z';
    await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          { user, licenseId, roles: ['benefits-reader'] },
          {
            user: { vlUserId: colleague.vlUserId },
            licenseId,
            roles: [{ role: 'benefits-reader', startsAt }],
          },
        ],
      },
    });
    const action = 'benefit:manage';
    expect(
      await allowed(
        muniment.publisher,
        { signInEmail: email, licenseId, action },
        { vlUserId: colleague.vlUserId, licenseId, action },
      ),
    ).toEqual([false, false]);
    const endsAt = new Date(Date.now() + 300).toISOString();
    await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          {
            user: { vlUserId: colleague.vlUserId },
            licenseId,
            roles: [{ role: 'product-keys-reader', endsAt }],
          },
        ],
      },
    });
    const keys = { vlUserId: colleague.vlUserId, licenseId, action: 'product-key:view' } as const;
    expect(await allowed(muniment.publisher, keys)).toEqual([true]);
    await new Promise((done) => setTimeout(done, 400));
    expect(await allowed(muniment.publisher, keys)).toEqual([false]);
  });
});

describe('license IDs that one sees (R10)', () => {
  test('R10 a list holds the license IDs on which the caller holds a role with the action, and no others', async () => {
    const admin = await organization.administrator({ licenses: 3 });
    const [first = '', second = '', third = ''] = admin.licenseIds;
    const reader = await organization.colleague(admin, { licenseIds: [first], roles: ['benefits-reader'] });
    await admin.api.call(changeAssignments, {
      body: {
        assignments: [{ user: { vlUserId: reader.vlUserId }, licenseId: second, roles: ['administrator'] }],
      },
    });
    const ids = async (member: Member, query: object = {}) =>
      (await member.api.call(listLicenses, { query })).body.items.map(({ licenseId }) => licenseId);
    expect(await ids(admin)).toEqual([first, second, third].toSorted());
    expect(await ids(reader)).toEqual([first, second].toSorted());
    expect(await ids(reader, { action: 'benefit:manage' })).toEqual([first, second].toSorted());
    expect(await ids(reader, { action: 'assignment:manage' })).toEqual([second]);
    expect(await ids(reader, { action: 'invoice:list' })).toEqual([second]);
    const [own] = (await reader.api.call(listLicenses, { query: { q: first } })).body.items;
    expect(own).toMatchObject({ licenseId: first, roles: ['benefits-reader'], administrators: null });
    const { contacts, ...license } = (await reader.api.call(getLicense, { params: { licenseId: first } }))
      .body;
    expect(license).toMatchObject(own ?? {});
    expect(contacts).toMatchObject([{ contact: 'primary-contact', of: 'license', email: admin.email }]);
  });

  test('R10 one that the caller holds no role on is not found, as one that does not exist', async () => {
    const admin = await organization.administrator();
    const other = await organization.administrator();
    const ask = async (licenseId: string) => {
      const answer = await admin.api.call(getLicense, { params: { licenseId } });
      expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
      return answer.text.replaceAll(licenseId, 'ASKED').replace(answer.problem.instance ?? '', '');
    };
    expect(await ask(other.licenseId)).toBe(await ask('NOSUCHID'));
  });

  test('A5 a sole administrator finds the license IDs that rest on them alone', async () => {
    const admin = await organization.administrator({ licenses: 3 });
    const [first = '', second = '', third = ''] = admin.licenseIds;
    const deputy = await organization.colleague(admin, { licenseIds: [first], roles: ['administrator'] });
    const pending = { signInEmail: organization.newEmail('p'), displayName: 'P' };
    await admin.api.call(changeAssignments, {
      body: { assignments: [{ user: pending, licenseId: second, roles: ['administrator'] }] },
    });
    const sole = async (member: Member) =>
      (await member.api.call(listLicenses, { query: { soleAdministrator: true } })).body;
    expect(
      (await sole(admin)).items.map(({ licenseId, administrators }) => [licenseId, administrators]),
    ).toEqual(
      [
        [second, { reachable: 1, pending: 1 }],
        [third, { reachable: 1, pending: 0 }],
      ].toSorted(),
    );
    expect((await sole(deputy)).total).toBe(0);
  });

  test('a search finds license IDs as people write them, names and programs in any letters', async () => {
    const admin = await organization.administrator();
    const contact = admin.email;
    const licenseId = await organization.license({
      contact,
      licenseId: 'ZZ720411',
      name: 'Östra Contract 100%',
      program: 'ÉLITE',
    });
    await muniment.register(contact);
    const find = async (q: string) =>
      (await admin.api.call(listLicenses, { query: { q } })).body.items.map((item) => item.licenseId);
    for (const q of ['ZZ72 0411', 'zz72-0411', 'zz7204', 'östra', 'ÖSTRA', 'élite', '100%']) {
      expect(await find(q)).toEqual([licenseId]);
    }
    for (const q of ['1%0', '_', 'nothing of it']) expect(await find(q)).toEqual([]);
  });
});
