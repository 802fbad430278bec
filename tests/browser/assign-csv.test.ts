import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { A, type AssignStage, type AssignWindow, B, startAssignStage } from './assign-stage.ts';

let stage: AssignStage;
let on: AssignWindow;
beforeAll(async () => {
  stage = await startAssignStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  on = await stage.open();
});
afterEach(() => on.close());

const HEADER = 'Sign-in email;Display name;Business email;License ID;Roles';

async function upload(name: string, text: string | Buffer) {
  await on.page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text as string),
  });
}

async function downloaded(button: string): Promise<string> {
  const [download] = await Promise.all([on.page.waitForEvent('download'), on.button(button).click()]);
  return readFile(await download.path(), 'utf8');
}

test('B8: a file goes into the draft row by row, tells what it does not take, and saves nothing', async () => {
  const lea = stage.organization.newEmail('lea');
  await on.go();
  await on.button('Upload CSV').click();
  await on.heading('Upload a CSV file').waitFor();
  await on.expectAccessible();
  expect(await downloaded('Download the template')).toBe(
    '\uFEFFSign-in email,Display name,Business email,License ID,Roles\r\n',
  );

  // What is no file of assignments is told, and the draft is as it was.
  await upload('notes.csv', 'nothing of use');
  await on.page.getByRole('alert').filter({ hasText: 'lacks the columns' }).waitFor();
  await on.expectAccessible();

  const rows = [
    HEADER,
    `${stage.amara.email};;;7204 1183;Product keys reader`,
    `${lea};Lea Tanaka;ap@fennimore.example;${B};"benefits-reader, Download"`,
    `${lea};;;11112222;Administrator`,
    `nobody@ledgerway.example;;;${A};Administrator`,
    `${lea};;;${A};Landlord`,
    `'=cmd@ledgerway.example;=1+1;;;Administrator`,
  ];
  await upload('people.csv', `\uFEFF${rows.join('\r\n')}`);
  await on.page.getByText('2 of 6 rows can be taken').waitFor();
  const leftOut = on.page.getByRole('list', { name: 'Rows that are not taken' }).getByRole('listitem');
  expect((await leftOut.allInnerTexts()).map((text) => text.split('\n'))).toEqual([
    ['Line 4', lea, '11112222 is not among the license IDs you administer'],
    [
      'Line 5',
      'nobody@ledgerway.example',
      'nobody@ledgerway.example is not known here: a display name is needed',
    ],
    ['Line 6', lea, 'There is no role “Landlord”'],
    ['Line 7', '=cmd@ledgerway.example', 'No license ID'],
  ]);
  await on.expectAccessible();
  await on.button('Add 2 rows to the draft').click();
  await on.sheetGone();
  await on.heading('2 people').waitFor();
  await on.summary('3 roles added, 0 removed');

  // The report survives a reload until it is dismissed, and can be handed around.
  await on.page.reload();
  await on.page.getByText('2 of 6 rows of people.csv went into the draft.').waitFor();
  await on.button('Show the report').click();
  await on.page.getByText('2 of 6 rows can be taken').waitFor();
  const report = await downloaded('Download the report');
  expect(report.split('\r\n')).toHaveLength(8);
  expect(report).toContain(`4,Not taken,11112222 is not among the license IDs you administer,${lea}`);
  expect(report).not.toMatch(/(^|,|")\s*[=+@-]/m);
  await on.button('Dismiss the report').click();
  await on.sheetGone();
  expect(await on.page.getByText('went into the draft').count()).toBe(0);

  await on.verify();
  await on.page.getByText('Gets an invitation at ap@fennimore.example').waitFor();
  expect(await stage.rolesOf(stage.amara, A)).toEqual(['licensing-info-viewer']);
  expect(on.errors).toEqual([]);
});

test('B8: ten thousand rows are read with the page alive, and verified', async () => {
  await on.go('?pane=csv');
  const rows = Array.from(
    { length: 10_000 },
    (_, index) =>
      `person${index >> 1}@ledgerway.example;Person ${index >> 1};;${index % 2 === 0 ? A : B};Download`,
  );
  await on.heading('Upload a CSV file').waitFor();
  await upload('many.csv', [HEADER, ...rows].join('\n'));
  await on.page.getByText('10,000 of 10,000 rows can be taken').waitFor({ timeout: 60_000 });
  await on.page.getByText('5,000 people on 2 license IDs').waitFor();
  await on.button('Add 10,000 rows to the draft').click();
  await on.sheetGone();
  await on.summary('10,000 roles added, 0 removed');
  await on.verify();
  await on.button('Save 10,000 role changes').waitFor({ timeout: 30_000 });
  expect(await on.page.evaluate<number>('document.querySelectorAll("*").length')).toBeLessThan(1_500);
}, 180_000);
