import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { cutFirstAnswer } from './cut-first-answer.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let organization: Organization;
let directory: string;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  directory = await mkdtemp(join(tmpdir(), 'muniment-vl-import-'));
});
afterAll(async () => {
  await muniment.stop();
  await rm(directory, { recursive: true });
});

let admin: Member;
let typist: Typist;
beforeEach(async () => {
  admin = await organization.administrator();
  typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: muniment.publisherToken });
});
afterEach(() => typist.leave());

const HEADER = 'License ID;Sign-in e-mail;Display name;Roles;Assigned on;Registered on';

let files = 0;
async function fileOf(...lines: string[]): Promise<string> {
  files += 1;
  const file = join(directory, `export-${files}.csv`);
  await writeFile(file, `\ufeff${[HEADER, ...lines].join('\r\n')}\r\n`);
  return file;
}

const row = (
  email: string,
  change: { roles?: string; assigned?: string; registered?: string; name?: string } = {},
) => {
  const {
    roles = 'Download',
    assigned = '04.05.2022',
    registered = '09.05.2022',
    name = 'Valdivia, Ines',
  } = change;
  return `${admin.licenseId};${email};${name};${roles};${assigned};${registered}`;
};

async function peopleOf(): Promise<Record<string, readonly string[]>> {
  const { items } = (await admin.api.call(listVlUsers, { query: { licenseId: admin.licenseId } })).body;
  return Object.fromEntries(items.map(({ signInEmail, roles }) => [signInEmail, [...roles].sort()]));
}

/** A file of every kind of row: taken, skipped, and each of the bad ones. */
async function mixedFile() {
  const [ines, rui, old] = ['ines', 'rui', 'old'].map((name) => organization.newEmail(name));
  const file = await fileOf(
    row(ines ?? '', { roles: '"Download|Product Keys"' }),
    row(organization.newEmail(), { name: '=1+1' }),
    row(rui ?? '', { assigned: '2024-01-31', registered: '' }),
    row(organization.newEmail(), { roles: 'King' }),
    HEADER,
    row(old ?? '', { registered: '' }),
    `${admin.licenseId};"broken@corvane.example;Broken;Download;2022-05-04;`,
    row(organization.newEmail(), { name: 'Ana "A" Silva' }),
    row(ines ?? '', { roles: 'Administrator' }),
  );
  return { file, ines: ines ?? '', rui: rui ?? '', old: old ?? '' };
}

test('G2 rows are taken, skipped and rejected one by one, each with its line and reason', async () => {
  const { file, ines, rui } = await mixedFile();
  const report = join(directory, 'outcome.csv');
  const outcome = await typist.vl('import', 'vlsc', file, '--report', report);
  expect(outcome.status).toBe(1);
  expect(outcome.stderr).toContain(`Reading ${file} as utf-8, separated by semicolons.`);
  expect(outcome.stdout).toMatch(/taken +2 +registered\n/);
  expect(outcome.stdout).toMatch(/taken +1 +invited\n/);
  expect(outcome.stdout).toMatch(/skipped +1 +not registered by cut off\n/);
  expect(outcome.stdout).toMatch(/rejected +2 +broken quote\n/);
  expect(outcome.stdout).toMatch(/3 +rejected +Display name: it begins like a formula\./);
  expect(outcome.stdout).toMatch(/5 +rejected +Roles: "King" is no role/);
  expect(outcome.stdout).toMatch(/6 +rejected +This is the header once more\./);
  expect(outcome.stdout).toMatch(/8 +rejected +A quotation mark/);
  expect(await peopleOf()).toEqual({
    [admin.email]: ['administrator'],
    [ines]: ['administrator', 'product-download-manager', 'product-keys-reader'],
    [rui]: ['product-download-manager'],
  });

  const lines = (await readFile(report, 'utf8')).split('\r\n');
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe('\ufeffLine,Outcome,Code,Reason,License ID,Sign-in e-mail,Roles');
  expect(lines[1]).toBe(
    `2,taken,registered,They have registered: no invitation is needed.,${admin.licenseId},${ines},Download; Product Keys`,
  );
});

test('G2 the same file again changes nothing and says so', async () => {
  const file = await fileOf(row(organization.newEmail('again')), row(organization.newEmail('again')));
  expect((await typist.vl('import', 'vlsc', file)).status).toBe(0);
  const before = await peopleOf();
  const again = await typist.vl('import', 'vlsc', file);
  expect(again).toMatchObject({ status: 0, stdout: expect.stringMatching(/skipped +2 +held already\n/) });
  expect(await peopleOf()).toEqual(before);
});

test('G2 a dry run reports and saves nothing; --cut-off moves the day', async () => {
  const { file } = await mixedFile();
  const dry = await typist.vl('import', 'vlsc', file, '--dry-run', '--cut-off', '2024-02-01');
  expect(dry).toMatchObject({ status: 1, stdout: expect.stringContaining('Dry run: nothing was saved.') });
  expect(dry.stdout).toMatch(/skipped +2 +not registered by cut off\n/);
  expect(await peopleOf()).toEqual({ [admin.email]: ['administrator'] });
});

test('G2 --json prints the totals and every row, also of several batches', async () => {
  const people = Array.from({ length: 1_100 }, (_, index) => `p${index}.${files}@corvane.example`);
  const file = await fileOf(...people.map((email) => row(email, { registered: '' })), row('nobody'));
  const outcome = await typist.vl('import', 'vlsc', file, '--json');
  expect(outcome).toMatchObject({ status: 1, stderr: '' });
  const said = JSON.parse(outcome.stdout);
  expect(said).toMatchObject({
    encoding: 'utf-8',
    delimiter: ';',
    cutOff: '2023-09-15',
    dryRun: false,
    totals: { taken: 0, skipped: 1_100, rejected: 1 },
    complete: true,
  });
  expect(said.rows).toHaveLength(1_101);
  expect(said.rows.at(-1)).toMatchObject({ line: 1_102, outcome: 'rejected', code: 'not-an-address' });
  const shown = await typist.vl('import', 'vlsc', file);
  expect(shown.stdout).toContain('20 of 1,101 rows that were not taken (--report FILE writes all of them):');
});

test('G2 an answer that is lost on the way is asked for again: the row is reported as taken, and taken once', async () => {
  const proxy = await cutFirstAnswer(muniment.url, 'POST');
  const file = await fileOf(row(organization.newEmail()));
  const outcome = await typist.vlWith({ env: { VL_SERVER: proxy.url } }, 'import', 'vlsc', file);
  await proxy.stop();
  expect(proxy.requests).toHaveLength(2);
  expect(outcome).toMatchObject({ status: 0, stdout: expect.stringMatching(/taken +1 +registered\n/) });
});

test('G2 what is no export, and what is no publisher, is refused before anything is taken', async () => {
  const file = await fileOf(row(organization.newEmail()));
  const workbook = join(directory, 'export.xlsx');
  await writeFile(workbook, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  for (const [args, said] of [
    [['import', 'vlsc', join(directory, 'nowhere.csv')], 'cannot be read'],
    [['import', 'vlsc', directory], 'cannot be read'],
    [['import', 'vlsc', workbook], 'is a workbook'],
    [['import', 'vlsc', file, '--report', file], '--report names the file that is read'],
    [['import', 'vlsc', file, '--report', join(directory, 'no', 'where.csv')], 'cannot be written'],
    [['import', 'vlsc', file, '--cut-off', '2023-02-30'], 'Give a day such as'],
    [['import', 'vlsc', file, '--encoding', 'morse'], 'Give an encoding such as'],
    [['import', 'elsewhere', file], "unknown command 'elsewhere'"],
  ] as const) {
    const outcome = await typist.vl(...args);
    expect(outcome).toMatchObject({ status: 2, stdout: '' });
    expect(outcome.stderr).toContain(said);
  }
  const asAdmin = await typist.vlWith({ env: { VL_TOKEN: admin.token } }, 'import', 'vlsc', file, '--json');
  expect(asAdmin.status).toBe(1);
  expect(JSON.parse(asAdmin.stdout)).toMatchObject({ rows: [], complete: false });
  expect(JSON.parse(asAdmin.stderr)).toMatchObject({ status: 404 });
  expect(await peopleOf()).toEqual({ [admin.email]: ['administrator'] });
});

test('G2 the sample of the how-to is judged as its page says', async () => {
  const docs = join(import.meta.dirname, '..', '..', 'docs', 'how-to');
  await organization.license({ licenseId: '30551207' });
  const outcome = await typist.vl('import', 'vlsc', join(docs, 'legacy-export.csv'), '--dry-run');
  const page = await readFile(join(docs, 'import-from-vlsc.md'), 'utf8');
  const table = /```\n(Outcome[\s\S]*?)```/.exec(page)?.[1] ?? 'no table';
  expect(outcome.stdout.slice(0, table.length)).toBe(table);
  expect(outcome.stderr).toContain('Not read: Remarks.');
});
