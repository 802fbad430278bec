import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getVlUserAccess, listVlUsers } from '@muniment/contract/vl-users.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addManyPeople } from '../support/many-people.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());

let admin: Member;
let ada: Member;
let ben: Member;
let typist: Typist;
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator({ licenses: 2 });
  ada = await organization.colleague(admin, { roles: ['benefits-reader'] });
  ben = await organization.colleague(admin, { roles: ['benefits-reader', 'product-keys-reader'] });
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: admin.token });
});
afterEach(() => typist.leave());

async function held({ vlUserId }: Member): Promise<Record<string, string[]>> {
  const answer = await admin.api.call(getVlUserAccess, { params: { vlUserId } });
  if (answer.status === 404) return {};
  return Object.fromEntries(
    answer.body.items.map(({ licenseId, roles }) => [licenseId, roles.map(({ role }) => role)]),
  );
}

const readers = ['--with-role', 'benefits-reader'];

describe('B8 vl bulk add and remove', () => {
  test('add gives roles to all who match, shows what changes and what is so already', async () => {
    const [first = '', second = ''] = admin.licenseIds;
    const roles = ['--role', 'product-keys-reader', '--license', first, second];
    const dry = await typist.vl('bulk', 'add', ...readers, ...roles, '--dry-run');
    expect(dry).toMatchObject({ status: 0, stderr: 'Chosen: 2 people.\n' });
    expect(dry.stdout).toContain(`As it is: 1 role held already (${ben.name}).`);
    expect(dry.stdout).toMatch(/Dry run: nothing was saved\.\n$/);
    expect(await held(ada)).toEqual({ [first]: ['benefits-reader'] });

    const saved = await typist.vl('bulk', 'add', ...readers, ...roles, '--reason', 'Audit', '--yes');
    expect(saved.stdout).toMatch(/Saved: 3 roles added \(change [0-9a-f-]{36}\)\.\n$/);
    expect(await held(ada)).toEqual({
      [first]: ['product-keys-reader', 'benefits-reader'],
      [second]: ['product-keys-reader'],
    });
  });

  test('remove ends roles everywhere or on some license IDs; with --all-roles people leave the list', async () => {
    const ended = await typist.vl(
      ...['bulk', 'remove', '--user', ada.email, ben.vlUserId, '--role', 'benefits-reader', '--yes'],
    );
    expect(ended.stdout).toContain('Saved: 2 roles removed');
    expect(await held(ada)).toEqual({});
    const gone = await typist.vl('bulk', 'remove', '--q', ben.email, '--all-roles', '--yes', '--json');
    expect(JSON.parse(gone.stdout)).toMatchObject({ saved: true, summary: { removed: 1 }, skipped: [] });
    expect((await admin.api.call(listVlUsers, {})).body.total).toBe(1);
  });

  test('asks before it saves; anything but a yes saves nothing', async () => {
    const args = ['bulk', 'remove', ...readers, '--role', 'benefits-reader'];
    const no = await typist.vlAnswering(async () => 'n', ...args);
    expect(no).toMatchObject({ status: 1 });
    expect(no.stdout).toContain(ada.name);
    expect(no.stderr).toContain('Nothing was saved.');
    expect(await held(ada)).not.toEqual({});
    const yes = await typist.vlAnswering(async () => 'y', ...args);
    expect(yes).toMatchObject({ status: 0 });
    expect(await held(ada)).toEqual({});
  });

  test('whoever comes to match while the question stands is not changed unseen', async () => {
    const args = ['bulk', 'remove', ...readers, '--role', 'benefits-reader'];
    const refused = await typist.vlAnswering(
      async () => {
        await organization.colleague(admin, { roles: ['benefits-reader'] });
        return 'y';
      },
      ...args,
    );
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('You chose 2 people, and 3 match now.');
    expect(await held(ada)).not.toEqual({});
  });

  test('A1 what the server refuses ends with 1 and saves nothing', async () => {
    const refused = await typist.vl('bulk', 'remove', '--everybody', '--all-roles', '--yes');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain(admin.licenseId);
    expect((await admin.api.call(listVlUsers, {})).body.total).toBe(3);
  });

  test.each<[string, string[]]>([
    ['nobody is named', ['remove', '--all-roles', '--yes']],
    ['people are named in two ways', ['remove', '--everybody', '--q', 'a', '--all-roles', '--yes']],
    ['nothing is said to end', ['remove', '--everybody', '--yes']],
    ['roles and --all-roles are both said', ['remove', '--everybody', '--role', 'x', '--all-roles']],
    ['no license ID is said', ['add', '--everybody', '--role', 'benefits-reader', '--yes']],
    ['nobody is there to confirm', ['remove', '--everybody', '--all-roles']],
    ['nobody is there to confirm sending', ['resend', '--everybody']],
    ['there is no such status', ['reset', '--status', 'happy', '--yes']],
  ])('wrong usage ends with 2: %s', async (_what, args) => {
    const outcome = await typist.vl('bulk', ...args);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain(`See \`vl bulk ${args[0]} --help\`.`);
  });
});

test('M3 vl bulk resend and reset send the invitations of many, and say who gets none and why', async () => {
  const email = organization.newEmail('pending');
  const { licenseId } = admin;
  await typist.vl(
    ...['assign', email, '--name', 'Pending', '--license', licenseId, '--role', 'benefits-reader', '--yes'],
  );
  const soon = await typist.vl('bulk', 'resend', '--everybody', '--yes');
  expect(soon).toMatchObject({ status: 0 });
  expect(soon.stdout).toMatch(/Pending +was mailed within the last minute/);
  expect(soon.stdout).toMatch(/has no invitation waiting/);
  expect(soon.stdout).toMatch(/Sent to 0 of 4 people\.\n$/);
  await sql`update invitation set last_sent_at = last_sent_at - interval '1 hour'`.execute(muniment.db);
  const late = organization.newEmail('late');
  const refused = await typist.vlAnswering(
    async () => {
      await typist.vl(
        ...['assign', late, '--name', 'Late', '--license', licenseId, '--role', 'benefits-reader', '--yes'],
      );
      return 'y';
    },
    ...['bulk', 'resend', '--status', 'invitation-sent'],
  );
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('You chose 1 people, and 2 match now.');
  await typist.vl('bulk', 'remove', '--user', late, '--all-roles', '--yes');
  const asked: string[] = [];
  const sent = await typist.vlAnswering(
    async (question) => {
      asked.push(question);
      return 'y';
    },
    'bulk',
    'resend',
    '--status',
    'invitation-sent',
  );
  expect(asked).toEqual(['Send the invitations of 1 person again? [y/N] ']);
  expect(sent.stdout).toBe('Sent to 1 of 1 person.\n');
  const reset = await typist.vl('bulk', 'reset', '--user', email, '--yes', '--json');
  expect(JSON.parse(reset.stdout)).toMatchObject({ sent: 1, items: [{ outcome: 'sent' }] });
});

describe('B8 vl export', () => {
  const file = join(tmpdir(), `muniment-vl-export-${process.pid}.csv`);
  afterEach(() => rm(file, { force: true, recursive: true }));

  test('prints the filtered people as CSV, or as JSON', async () => {
    const csv = await typist.vl('export', '--role', 'product-keys-reader');
    expect(csv).toMatchObject({ status: 0, stderr: '' });
    const lines = csv.stdout.split('\r\n');
    expect(lines[0]).toBe(
      '\ufeffdisplayName,status,signInEmail,businessEmail,licenseId,licenseName,agreementNumber,role,origin,startsAt,endsAt',
    );
    expect(lines.slice(1, -1).map((line) => line.split(',')[7])).toEqual([
      'product-keys-reader',
      'benefits-reader',
    ]);
    const json = await typist.vl(
      'export',
      '--license',
      ...admin.licenseIds,
      '--sort',
      'signInEmail',
      '--json',
    );
    const { items } = JSON.parse(json.stdout) as { items: { signInEmail: string }[] };
    expect(items).toHaveLength(2 + 1 + 2);
  });

  test('--out writes a file that is there only when it is whole', async () => {
    await writeFile(file, 'what was there');
    const saved = await typist.vl('export', '--out', file);
    expect(saved).toMatchObject({ status: 0 });
    const { size } = await stat(file);
    expect(saved.stdout).toBe(`Exported to ${file} (${size.toLocaleString('en')} bytes).\n`);
    expect((await readFile(file, 'utf8')).split('\r\n')).toHaveLength(1 + 2 + 1 + 2 + 1);
    await expect(stat(`${file}.part`)).rejects.toThrow('ENOENT');
    expect(await typist.vl('export', '--out', join(file, 'in-a-file.csv'))).toMatchObject({ status: 2 });
  });

  test('an export that breaks off leaves what was there, and ends with 1', async () => {
    await writeFile(file, 'what was there');
    const { createServer } = await import('node:http');
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
      response.write('displayName,status\r\n');
      setTimeout(() => response.destroy(), 50);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const cut = await typist.vlWith(
      { env: { VL_SERVER: `http://127.0.0.1:${port}` } },
      'export',
      '--out',
      file,
    );
    server.close();
    expect(cut).toMatchObject({ status: 1, stdout: '' });
    expect(cut.stderr).toContain('The export broke off before its end');
    expect(await readFile(file, 'utf8')).toBe('what was there');
  });

  test('a large one is written whole', async () => {
    await addManyPeople(muniment, admin, { people: 3_000, licenses: 20, licensesEach: 5 });
    const saved = await typist.vl('export', '--out', file, '--json');
    expect(JSON.parse(saved.stdout)).toMatchObject({ file });
    expect((await readFile(file, 'utf8')).split('\r\n').length).toBeGreaterThan(15_000);
  }, 60_000);
});

test('vl users takes several license IDs', async () => {
  const second = await organization.colleague(admin, { licenseIds: [admin.licenseIds[1] ?? ''] });
  const listed = await typist.vl('users', '--license', ...admin.licenseIds, '--json');
  expect(JSON.parse(listed.stdout).items.map(({ id }: { id: string }) => id)).toContain(second.vlUserId);
  const one = await typist.vl('users', '--license', admin.licenseId, '--json');
  expect(JSON.parse(one.stdout).items.map(({ id }: { id: string }) => id)).not.toContain(second.vlUserId);
});
