import { changeAssignments, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { importLegacyRows, type LegacyImportRow } from '@muniment/contract/legacy-import.ts';
import { listOutbox } from '@muniment/contract/publisher.ts';
import { getVlUser, getVlUserAccess, listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
});

const REGISTERED = { assignedOn: '2022-05-04', registeredOn: '2022-05-09' };

function rowOf(signInEmail: string, change: Partial<LegacyImportRow> = {}): LegacyImportRow {
  return {
    line: 2,
    licenseId: admin.licenseId,
    signInEmail,
    displayName: 'Ines Valdivia',
    roles: ['Download'],
    ...REGISTERED,
    ...change,
  };
}

async function send(rows: readonly LegacyImportRow[], options: { cutOff?: string; dryRun?: boolean } = {}) {
  return (await muniment.publisher.call(importLegacyRows, { body: { rows: [...rows], ...options } })).body
    .rows;
}

/** Each row's outcome and code. */
async function outcomes(
  rows: readonly LegacyImportRow[],
  options: { cutOff?: string; dryRun?: boolean } = {},
) {
  return (await send(rows, options)).map(({ outcome, code }) => `${outcome} ${code}`);
}

/** What the administrator sees of somebody: status and roles by license ID. */
async function seen(email: string) {
  const { items } = (await admin.api.call(listVlUsers, { query: { q: email } })).body;
  const [user] = items;
  if (user === undefined) return null;
  const access = (await admin.api.call(getVlUserAccess, { params: { vlUserId: user.id } })).body.items;
  return {
    id: user.id,
    status: user.status,
    signInEmail: user.signInEmail,
    businessEmail: user.businessEmail,
    displayName: user.displayName,
    roles: Object.fromEntries(
      access.map(({ licenseId, roles }) => [licenseId, roles.map(({ role }) => role).sort()]),
    ),
  };
}

async function mailsTo(email: string): Promise<string[]> {
  const { items } = (await muniment.publisher.call(listOutbox, { query: { q: email } })).body;
  return items.map(({ kind }) => kind);
}

test('G2 somebody who had registered is taken as registered, by the sign-in e-mail of the export, and gets no mail', async () => {
  const email = organization.newEmail('Ines');
  expect(
    await send([rowOf(email, { roles: ['administrator'], businessEmail: 'ines@corvane.example' })]),
  ).toEqual([
    { line: 2, outcome: 'taken', code: 'registered', reason: expect.stringContaining('registered') },
  ]);
  expect(await seen(email)).toMatchObject({
    status: 'active',
    signInEmail: email,
    businessEmail: 'ines@corvane.example',
    displayName: 'Ines Valdivia',
    roles: { [admin.licenseId]: ['administrator'] },
  });
  expect(await mailsTo(email)).toEqual([]);
});

test('G2 whoever was assigned after the cut-off and had not registered is invited; whoever was before is skipped', async () => {
  const [late, early] = [organization.newEmail('late'), organization.newEmail('early')];
  const rows = [
    rowOf(late, { assignedOn: '2023-09-15', registeredOn: '' }),
    rowOf(early, { assignedOn: '2023-09-14', registeredOn: '', line: 3 }),
  ];
  expect(await send(rows)).toMatchObject([
    { line: 2, outcome: 'taken', code: 'invited' },
    {
      line: 3,
      outcome: 'skipped',
      code: 'not-registered-by-cut-off',
      reason: expect.stringContaining('2023-09-15'),
    },
  ]);
  expect(await seen(late)).toMatchObject({ status: 'invitation-sent' });
  expect(await mailsTo(late)).toEqual(['invitation']);
  expect(await seen(early)).toBeNull();

  // An administrator adds them back.
  await admin.api.call(changeAssignments, {
    body: {
      assignments: [
        {
          user: { signInEmail: early, displayName: 'Early' },
          licenseId: admin.licenseId,
          roles: ['benefits-reader'],
        },
      ],
    },
  });
  expect(await seen(early)).toMatchObject({ status: 'invitation-sent' });
  expect(
    await outcomes([rowOf(organization.newEmail(), { registeredOn: '' })], { cutOff: '2022-05-04' }),
  ).toEqual(['taken invited']);
});

test('G2 a bad row never loses a good one: each has its own reason, which names the column', async () => {
  const good = organization.newEmail('good');
  const rows = [
    rowOf('nobody'),
    rowOf(organization.newEmail(), { licenseId: 'L-NOWHERE' }),
    rowOf(organization.newEmail(), { licenseId: "'; drop table license; --\u0000" }),
    rowOf(organization.newEmail(), { roles: ['Download', 'Invoice Reader'] }),
    rowOf(good),
    rowOf(organization.newEmail(), { displayName: '=HYPERLINK("http://x.example")' }),
    rowOf(organization.newEmail(), { displayName: '' }),
    rowOf(organization.newEmail(), { assignedOn: '04/05/2022' }),
  ].map((row, index) => ({ ...row, line: index + 2 }));
  expect(await send(rows)).toMatchObject([
    {
      line: 2,
      outcome: 'rejected',
      code: 'not-an-address',
      reason: 'Sign-in e-mail: "nobody" is no e-mail address.',
    },
    {
      line: 3,
      outcome: 'rejected',
      code: 'unknown-license-id',
      reason: 'License ID: "L-NOWHERE" is not known here.',
    },
    { line: 4, outcome: 'rejected', code: 'not-one-line', reason: expect.stringMatching(/^License ID: /) },
    {
      line: 5,
      outcome: 'rejected',
      code: 'unknown-role',
      reason: expect.stringMatching(/^Roles: "Invoice Reader"/),
    },
    { line: 6, outcome: 'taken', code: 'registered' },
    { line: 7, outcome: 'rejected', code: 'formula', reason: expect.stringMatching(/^Display name: /) },
    { line: 8, outcome: 'rejected', code: 'value-missing', reason: expect.stringMatching(/^Display name: /) },
    { line: 9, outcome: 'rejected', code: 'not-a-day', reason: expect.stringMatching(/^Assigned on: /) },
  ]);
  expect(await seen(good)).toMatchObject({ roles: { [admin.licenseId]: ['product-download-manager'] } });
});

test('G2 rows of one person add up, to each other and to what is held; the same rows again change nothing', async () => {
  const email = organization.newEmail('adding');
  const [one = '', two = ''] = admin.licenseIds;
  const rows = [
    rowOf(email, { roles: ['Download'] }),
    rowOf(email.toUpperCase(), { roles: ['Product Keys', 'download'] }),
    rowOf(email, { roles: ['Download'] }),
    rowOf(email, { licenseId: two.toLowerCase(), roles: ['Software Assurance Manager'] }),
  ];
  expect(await outcomes(rows)).toEqual([
    'taken registered',
    'taken registered',
    'skipped held-already',
    'taken registered',
  ]);
  const before = await seen(email);
  expect(before?.roles).toEqual({
    [one]: ['product-download-manager', 'product-keys-reader'],
    [two]: ['benefits-reader'],
  });
  const entries = async () =>
    (await admin.api.call(listLedger, { query: { limit: 1000 } })).body.items.length;
  const written = await entries();
  expect(await outcomes(rows)).toEqual(rows.map(() => 'skipped held-already'));
  expect(await outcomes([rowOf(email, { roles: ['Administrator'] })])).toEqual(['taken registered']);
  expect(await entries()).toBe(written + 1);
  expect((await seen(email))?.roles[one]).toEqual([
    'administrator',
    'product-download-manager',
    'product-keys-reader',
  ]);
});

test('G2 what was changed here since the import stays: business e-mail, name, roles that were added', async () => {
  const email = organization.newEmail('changed');
  const rows = [rowOf(email, { businessEmail: 'old@corvane.example' })];
  await send(rows);
  const user = { signInEmail: email, businessEmail: 'new@corvane.example' };
  const roles = ['online-services-manager', 'product-download-manager'];
  const body = { assignments: [{ user, licenseId: admin.licenseId, roles }] };
  expect((await admin.api.call(changeAssignments, { body })).status).toBe(201);
  expect(await outcomes(rows)).toEqual(['skipped held-already']);
  expect(await outcomes([rowOf(email, { roles: ['Product Keys'], displayName: 'Somebody Else' })])).toEqual([
    'taken registered',
  ]);
  expect(await seen(email)).toMatchObject({
    businessEmail: 'new@corvane.example',
    displayName: 'Ines Valdivia',
    roles: {
      [admin.licenseId]: ['online-services-manager', 'product-download-manager', 'product-keys-reader'],
    },
  });
});

test('G2 S9 somebody whom an invitation here waits for stays pending: registering here counts', async () => {
  const contact = organization.newEmail('contact');
  const licenseId = await organization.license({ contact });
  const email = organization.newEmail('pending');
  const user = { signInEmail: email, displayName: 'Pending' };
  await admin.api.call(changeAssignments, {
    body: { assignments: [{ user, licenseId: admin.licenseId, roles: ['benefits-reader'] }] },
  });
  expect(await outcomes([rowOf(email)])).toEqual(['taken invited']);
  expect(await seen(email)).toMatchObject({ status: 'invitation-sent' });
  // The contact of a license ID is its administrator already, and is asked to register it.
  expect(await outcomes([rowOf(contact, { licenseId, roles: ['Administrator'] })])).toEqual([
    'skipped held-already',
  ]);
});

test('G2 somebody registered here gets what they had there at once, without an invitation or a mail', async () => {
  const colleague = await organization.colleague(admin);
  const before = await mailsTo(colleague.email);
  expect(await outcomes([rowOf(colleague.email, { assignedOn: '2024-01-01', registeredOn: '' })])).toEqual([
    'taken registered',
  ]);
  expect(await seen(colleague.email)).toMatchObject({
    status: 'active',
    roles: { [admin.licenseId]: ['licensing-info-viewer', 'product-download-manager'] },
  });
  expect(await mailsTo(colleague.email)).toEqual(before);
});

test('G2 one batch goes into the organizations of its license IDs, each with a change and a ledger entry by the publisher', async () => {
  const other = await (await muniment.newPartner()).organization();
  const otherAdmin = await other.administrator();
  const email = organization.newEmail('both');
  const rows = [
    rowOf(email),
    rowOf(email, { licenseId: otherAdmin.licenseId, assignedOn: '2024-01-01', registeredOn: '' }),
  ];
  expect(await outcomes(rows)).toEqual(['taken registered', 'taken invited']);
  for (const { api, licenseId } of [admin, otherAdmin]) {
    const [change] = (await api.call(listAssignmentChanges, { query: { limit: 1 } })).body.items;
    expect(change).toMatchObject({
      kind: 'import',
      actor: { kind: 'publisher', displayName: 'Northlight Software' },
      difference: [{ signInEmail: email, licenseId, added: ['product-download-manager'] }],
    });
    const [entry] = (await api.call(listLedger, { query: { limit: 1 } })).body.items;
    expect(entry).toMatchObject({ event: 'assignments.changed', actor: { kind: 'publisher', id: null } });
    expect(JSON.stringify(entry)).not.toContain(email);
    expect(JSON.stringify(entry).includes('registeredElsewhere')).toBe(api === admin.api);
  }
});

test('G2 a dry run reports the same and saves nothing', async () => {
  const [fresh, late] = [organization.newEmail('fresh'), organization.newEmail('late')];
  const rows = [
    rowOf(fresh),
    rowOf(late, { assignedOn: '2024-01-01', registeredOn: '' }),
    rowOf(fresh, { roles: ['Download'] }),
    rowOf('nobody'),
  ];
  const dry = await send(rows, { dryRun: true });
  expect(await seen(fresh)).toBeNull();
  expect(await mailsTo(late)).toEqual([]);
  expect(await send(rows)).toEqual(dry);
  expect(dry.map(({ code }) => code)).toEqual(['registered', 'invited', 'held-already', 'not-an-address']);
});

test('G2 two imports of the same rows at once give each role once', async () => {
  const people = Array.from({ length: 20 }, () => organization.newEmail());
  const rows = people.map((email) => rowOf(email));
  const both = (await Promise.all([send(rows), send([...rows].reverse())])).flat();
  expect(both.filter(({ outcome }) => outcome === 'taken')).toHaveLength(20);
  expect(both.filter(({ code }) => code === 'held-already')).toHaveLength(20);
});

test('G2 an import and an administrator who removes at once: neither undoes more than it says', async () => {
  const email = organization.newEmail('raced');
  await send([rowOf(email, { roles: ['Download', 'Product Keys'] })]);
  const id = (await seen(email))?.id ?? '';
  const remove = admin.api.call(changeAssignments, {
    body: {
      assignments: [{ user: { vlUserId: id }, licenseId: admin.licenseId, roles: ['product-keys-reader'] }],
    },
  });
  const [[report], removed] = await Promise.all([send([rowOf(email, { roles: ['Administrator'] })]), remove]);
  expect(report?.outcome).toBe('taken');
  expect(removed.status).toBe(201);
  expect((await seen(email))?.roles[admin.licenseId]).toContain('product-keys-reader');
});

describe('G2 the call itself', () => {
  test('only the publisher may import; to others there is nothing here', async () => {
    const body = { rows: [rowOf(organization.newEmail())] };
    for (const api of [admin.api, organization.partner.api]) {
      expect((await api.call(importLegacyRows, { body })).status).toBe(404);
    }
    expect((await muniment.nobody.call(importLegacyRows, { body })).status).toBe(401);
  });

  test.for([
    ['no rows', { rows: [] }],
    ['more than 500 rows', { rows: Array.from({ length: 501 }, () => ({ line: 1 })) }],
    ['a cut-off that is no day', { rows: [], cutOff: '2023-02-30' }],
    ['an unknown field', { rows: [], force: true }],
  ])('%s is refused as a whole', async ([, body]) => {
    const answer = await muniment.publisher.send('POST', '/v1/publisher/imports/vlsc', { body });
    expect(answer.problemId).toBe('invalid-request');
  });

  test('the same Idempotency-Key answers the same, without taking the rows twice', async () => {
    const input = {
      body: { rows: [rowOf(organization.newEmail())] },
      idempotencyKey: `import-${admin.vlUserId}`,
    };
    const first = (await muniment.publisher.call(importLegacyRows, input)).body;
    expect((await muniment.publisher.call(importLegacyRows, input)).body).toEqual(first);
    expect(first.rows).toMatchObject([{ outcome: 'taken' }]);
  });
});

test('G2 somebody who is imported as registered is shown without an invitation to send again', async () => {
  const email = organization.newEmail();
  await send([rowOf(email)]);
  const vlUserId = (await seen(email))?.id ?? '';
  const details = (await admin.api.call(getVlUser, { params: { vlUserId } })).body;
  expect(details).toMatchObject({ status: 'active', invitations: [], actions: ['view-access'] });
});
