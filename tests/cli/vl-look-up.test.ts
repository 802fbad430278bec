import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let colleague: Member;
let other: Member;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
  other = await organization.administrator();
  colleague = await organization.colleague(admin, { roles: ['benefits-reader', 'product-keys-reader'] });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterAll(async () => {
  await typist.leave();
  await muniment.stop();
});

test('licenses lists the license IDs on which one holds a role, and no others (R10)', async () => {
  const asText = await typist.vl('licenses');
  expect(asText).toMatchObject({ status: 0, stderr: '' });
  const [heading, ...rows] = asText.stdout.trimEnd().split('\n');
  expect(heading).toMatch(/^License ID +Name +Program +Ends +Status +Your roles +Administrators$/);
  expect(rows).toHaveLength(2);
  for (const licenseId of admin.licenseIds) expect(asText.stdout).toContain(licenseId);

  const asJson = await typist.vl('licenses', '--q', admin.licenseId, '--json');
  expect(JSON.parse(asJson.stdout)).toEqual({
    items: [expect.objectContaining({ licenseId: admin.licenseId, roles: ['administrator'] })],
  });
});

test('W1 licenses narrows, sorts, writes CSV, and shows one contract; one of others is not found', async () => {
  const asJson = await typist.vl('licenses', '--status', 'active', '--sort', '-licenseId', '--json');
  const sorted = JSON.parse(asJson.stdout).items.map((item: { licenseId: string }) => item.licenseId);
  expect(sorted).toEqual([...admin.licenseIds].sort().reverse());
  const none = await typist.vl('licenses', '--status', 'expired', 'terminated', '--json');
  expect(licenseIdsIn(none.stdout)).toEqual([]);
  const file = join(await mkdtemp(join(tmpdir(), 'vl-')), 'contracts.csv');
  await typist.vl('licenses', '--csv', file);
  expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(admin.licenseIds.length + 2);
  const shown = await typist.vl('licenses', 'show', admin.licenseId);
  expect(shown.stdout).toContain(`License ID ${admin.licenseId}`);
  expect(shown.stdout).toContain('End date: 2031-12-31');
  const foreign = await typist.vl('licenses', 'show', '00000000');
  expect(foreign.stderr).toMatch(/not found/i);
  expect(foreign.status).not.toBe(0);
});

test('licenses --sole-administrator finds those without an alternate (A5); --action those where one may do it', async () => {
  const sole = await typist.vl('licenses', '--sole-administrator', '--json');
  expect(licenseIdsIn(sole.stdout)).toEqual([...admin.licenseIds].sort());
  const env = { VL_TOKEN: colleague.token };
  const managed = await typist.vlWith({ env }, 'licenses', '--action', 'assignment:manage');
  expect(managed).toMatchObject({ status: 0, stdout: '', stderr: 'There are no such license IDs.\n' });
  const keys = await typist.vlWith({ env }, 'licenses', '--action', 'product-key:view', '--json');
  expect(licenseIdsIn(keys.stdout)).toEqual([admin.licenseId]);
});

test('users lists the VL users on the license IDs that one administers (M1), and no others (R10)', async () => {
  const users = await typist.vl('users');
  expect(users).toMatchObject({ status: 0, stderr: '' });
  const lines = users.stdout.split('\n');
  expect(lines[0]).toMatch(/^Display name +Status +Sign-in email +Business email +Volume licensing roles$/);
  const row = lines.find((line) => line.includes(colleague.email));
  expect(row).toContain(colleague.name);
  expect(row).toMatch(/Active .*Product keys reader, Benefits reader on 1 license ID$/);
  expect(users.stdout).not.toContain(other.email);
});

test('users filters by status, role, license ID and text, and --limit cuts the list and says so', async () => {
  const pending = organization.newEmail('pending');
  await typist.vl(
    'assign',
    pending,
    '--name',
    'Pia Pending',
    '--license',
    admin.licenseId,
    '--role',
    'benefits-reader',
    '--yes',
  );
  const emails = async (...args: string[]) => {
    const { items } = JSON.parse((await typist.vl('users', '--json', ...args)).stdout) as {
      items: { signInEmail: string }[];
    };
    return items.map(({ signInEmail }) => signInEmail).sort();
  };
  expect(await emails('--status', 'invitation-sent', 'invitation-expired')).toEqual([pending]);
  expect(await emails('--status', 'invitation-sent', '--status', 'active')).toContain(admin.email);
  expect(await emails('--role', 'product-keys-reader')).toEqual([colleague.email]);
  expect(await emails('--license', admin.licenseIds[1] ?? '')).toEqual([admin.email]);
  expect(await emails('--q', 'Pia Pend')).toEqual([pending]);
  expect(await emails('--limit', '1')).toHaveLength(1);
  expect(await typist.vl('users', '--limit', '1')).toMatchObject({ status: 0, stderr: '1 of 3 shown.\n' });
});

test('access shows the roles of somebody by license ID (M4), by e-mail in any case or by id', async () => {
  const asText = await typist.vl('access', colleague.email.toUpperCase());
  expect(asText).toMatchObject({ status: 0, stderr: '' });
  expect(asText.stdout).toContain(`${colleague.name} <${colleague.email}>, Active`);
  expect(asText.stdout).toMatch(new RegExp(`${admin.licenseId} .*Benefits reader +Assigned`));

  const asJson = await typist.vl('access', colleague.vlUserId, '--json');
  expect(JSON.parse(asJson.stdout)).toEqual({
    items: [
      expect.objectContaining({ licenseId: admin.licenseId, roles: [expect.anything(), expect.anything()] }),
    ],
  });
});

test('somebody who holds nothing where one administers is not found, by e-mail or id (R10)', async () => {
  const byEmail = await typist.vl('access', other.email);
  expect(byEmail).toMatchObject({ status: 1, stdout: '' });
  expect(byEmail.stderr).toContain(`No VL user whom you can see signs in as ${other.email}`);
  const byId = await typist.vl('access', other.vlUserId);
  expect(byId).toMatchObject({ status: 1, stdout: '' });
  expect(byId.stderr).toContain('VL user not found');
});

test('a business e-mail is no sign-in e-mail, but leads to the person', async () => {
  const signInEmail = organization.newEmail('guest');
  const businessEmail = organization.newEmail('office');
  const assigned = await typist.vl(
    ...['assign', signInEmail, '--name', 'Gus Guest', '--business-email', businessEmail],
    ...['--license', admin.licenseId, '--role', 'benefits-reader', '--yes'],
  );
  expect(assigned.stdout).toContain(`Gus Guest <${businessEmail}>: Action required:`);
  const access = await typist.vl('access', businessEmail);
  expect(access.status).toBe(1);
  expect(access.stderr).toContain(`It is the business e-mail of ${signInEmail}`);
});

test('what names nobody at all is wrong usage', async () => {
  expect((await typist.vl('access', 'Ana Ruiz')).status).toBe(2);
});

test('who belongs to several organizations is asked to name one, and names it', async () => {
  const second = await (await muniment.newPartner()).organization();
  const alsoThere = await second.administrator({ email: admin.email });
  const licenses = await typist.vlWith(
    { env: { VL_TOKEN: alsoThere.token } },
    'licenses',
    '--organization',
    second.number,
    '--json',
  );
  expect(licenseIdsIn(licenses.stdout)).toEqual([alsoThere.licenseId]);
  const elsewhere = await typist.vl('licenses', '--organization', second.number);
  expect(elsewhere.status).toBe(1);
});

test('ledger verify says that the chain is whole (B5)', async () => {
  const whole = await typist.vl('ledger', 'verify');
  expect(whole).toMatchObject({ status: 0, stderr: '' });
  expect(whole.stdout).toMatch(/^The ledger is whole\. Its head is [0-9a-f]{64}\.\n$/);
  const asJson = await typist.vl('ledger', 'verify', '--json');
  expect(JSON.parse(asJson.stdout)).toEqual({
    whole: true,
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
    disclosuresHead: null,
  });
});

test('ledger list lists what happened, of one license ID or of all, and nothing was disclosed yet (B5)', async () => {
  const all = await typist.vl('ledger', 'list', '--json');
  const { items } = JSON.parse(all.stdout) as { items: { event: string }[] };
  expect(items.map(({ event }) => event)).toContain('license.set-up');
  const table = await typist.vl('ledger', 'list', '--limit', '1');
  expect(table.stdout).toMatch(/^When +Event +By +What/);
  const disclosed = await typist.vl('ledger', 'list', '--chain', 'disclosures');
  expect(disclosed).toMatchObject({ status: 0, stdout: '', stderr: 'There are no entries.\n' });
});

test('ledger verify ends with 1 where an entry was rewritten past all guards (B5)', async () => {
  const robbed = await (await muniment.newPartner()).organization();
  const { token } = await robbed.administrator();
  await asSuperuser(
    `update ledger_entry set body = body || ' ' where sequence = 1 and organization_id =
       (select id from organization where number = $1)`,
    robbed.number,
  );
  const broken = await typist.vlWith({ env: { VL_TOKEN: token } }, 'ledger', 'verify');
  expect(broken).toMatchObject({ status: 1, stderr: '' });
  expect(broken.stdout).toContain('The ledger is broken. Tell the publisher.');
  const asJson = await typist.vlWith({ env: { VL_TOKEN: token } }, 'ledger', 'verify', '--json');
  expect(asJson.status).toBe(1);
  expect(JSON.parse(asJson.stdout)).toMatchObject({ whole: false });
});

test('what is piped holds no colours', async () => {
  const access = await typist.program({}, 'access', colleague.email);
  const nobody = await typist.program({}, 'access', 'nobody@lindgren.example');
  expect(access.stdout).toContain(colleague.name);
  expect(nobody.stderr).toContain('nobody@lindgren.example');
  expect(access.stdout + nobody.stderr).not.toContain('\u001b');
});

function licenseIdsIn(json: string): string[] {
  const { items } = JSON.parse(json) as { items: { licenseId: string }[] };
  return items.map(({ licenseId }) => licenseId).sort();
}

/** Changes a row without the triggers that would refuse it. */
async function asSuperuser(statement: string, value: string): Promise<void> {
  const client = new Client(muniment.database.adminUrl);
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    const { rowCount } = await client.query(statement, [value]);
    expect(rowCount).toBe(1);
  } finally {
    await client.end();
  }
}
