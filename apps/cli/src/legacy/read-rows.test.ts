import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Entry, openLegacyFile } from './read-rows.ts';
import { detectEncoding } from './text-file.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'muniment-import-'));
});
afterAll(() => rm(directory, { recursive: true }));

const HEADER = 'License ID,Sign-in e-mail,Display name,Roles,Assigned on,Registered on';
const good = (name: string) => `30551207,${name}@corvane.example,${name},Download,2022-05-04,2022-05-09`;

let files = 0;
async function fileOf(content: string | Buffer): Promise<string> {
  const file = join(directory, `export-${files++}.csv`);
  await writeFile(file, content);
  return file;
}

async function read(content: string | Buffer, encoding?: string): Promise<Entry[]> {
  const file = await fileOf(content);
  const { entries } = await openLegacyFile(file, encoding ?? (await detectEncoding(file)));
  return Array.fromAsync(entries);
}

/** By line: the sign-in e-mail of a row, or the code of what is none. */
async function outcome(...lines: string[]): Promise<Record<number, string>> {
  const entries = await read([HEADER, ...lines].join('\n'));
  return Object.fromEntries(
    entries.map((entry) =>
      entry.row === null
        ? [entry.report.line, entry.report.code]
        : [entry.row.line, entry.row.signInEmail.replace(/@.*/, '')],
    ),
  );
}

test('G2 a row is read with its line, its cells as they are and its roles one by one', async () => {
  expect(
    await read(
      `\ufeff${HEADER},Business e-mail\r\n 3055 1207 ,Ines@corvane.example,"Valdivia, Ines","Download; Product Keys|Administrator",04.05.2022,-,ines@corvane.example\r\n`,
    ),
  ).toEqual([
    {
      row: {
        line: 2,
        licenseId: ' 3055 1207 ',
        signInEmail: 'Ines@corvane.example',
        displayName: 'Valdivia, Ines',
        businessEmail: 'ines@corvane.example',
        roles: ['Download', ' Product Keys', 'Administrator'],
        assignedOn: '2022-05-04',
        registeredOn: '',
      },
    },
  ]);
});

describe('G2 the encodings and separators that spreadsheets write are found out', () => {
  const text = `${HEADER}\r\n${good('José')}\r\n${good('Ærø')}\r\n`;
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['a first line that names the separator', Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
    ['a separator of their own', Buffer.from(`sep=|\r\n${text.replaceAll(',', '|')}`)],
    ['line ends of old', Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['no end of the last line', Buffer.from(text.trimEnd())],
  ])('%s', async (name, bytes) => {
    const entries = await read(bytes);
    const first = name.startsWith('a ') && name !== 'a byte order mark' ? 3 : 2;
    expect(entries.map(({ row }) => [row?.line, row?.displayName])).toEqual([
      [first, 'José'],
      [first + 1, 'Ærø'],
    ]);
  });

  test('a character that is cut by the end of a piece is read whole, and lines are counted over all of them', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => good(`é${'x'.repeat(index % 7)}`));
    for (const end of ['\n', '\r\n']) {
      const entries = await read([HEADER, ...lines].join(end));
      expect(entries.length).toBe(10_000);
      expect(entries.at(-1)?.row?.line).toBe(10_001);
      expect(entries.filter(({ row }) => !row?.displayName?.startsWith('é'))).toEqual([]);
    }
  });

  test('an encoding that is named is taken; what is none in it is rejected with its line', async () => {
    const latin = Buffer.from(text, 'latin1');
    expect(await read(latin, 'utf-8')).toMatchObject([
      { row: null, report: { line: 2, code: 'unreadable-character' } },
      { row: null, report: { line: 3, code: 'unreadable-character' } },
    ]);
    expect((await read(latin, 'iso-8859-2'))[0]?.row?.displayName).toBe('José');
  });
});

describe('G2 a header is known by its words', () => {
  test.each([
    [
      'spaced and capitalized in another way',
      'LICENSE  ID;sign_in EMAIL;"full name";Role;Date Assigned;Registration date',
    ],
    ['with line breaks', '"License\nID";"Sign-in\ne-mail";Name;VLSC role;Assigned;Registered'],
  ])('%s', async (_how, header) => {
    const [entry] = await read(`${header}\n${good('Ines').replaceAll(',', ';')}`);
    expect(entry?.row).toMatchObject({ licenseId: '30551207', displayName: 'Ines' });
  });

  test('a name may come in two, and columns that nobody asked for are named', async () => {
    const file = await fileOf(
      'Surname,Given name,Licence number,License ID,E-mail,Role,Assigned on,Registered on\nValdivia,Ines,x,30551207,ines@corvane.example,Download,2022-05-04,\n=1,Rui,x,30551207,rui@corvane.example,Download,2022-05-04,',
    );
    const { entries, others } = await openLegacyFile(file, 'utf-8');
    expect(others).toEqual(['Licence number']);
    const [ines, rui] = await Array.fromAsync(entries);
    expect(ines?.row?.displayName).toBe('Ines Valdivia');
    expect(rui).toMatchObject({ row: null, report: { line: 3, code: 'formula' } });
  });

  test.each([
    ['', 'is empty'],
    ['\n\n', 'is empty'],
    [
      'a,b,c\n1,2,3',
      'names no column License ID, Sign-in e-mail, Roles, Assigned on, Registered on, Display name',
    ],
    [HEADER.replace('Registered on', 'Remarks'), 'names no column Registered on.'],
    [`${HEADER},E-mail`, 'more than one column Sign-in e-mail'],
    ['PK\u0003\u0004...', 'is a workbook'],
    ['L\u0000i\u0000c\u0000', 'byte order mark'],
  ])('%j is no export: %s', async (content, said) => {
    await expect(read(content)).rejects.toMatchObject({
      name: 'WrongUsage',
      message: expect.stringContaining(said),
    });
  });
});

describe('G2 a bad row never loses a good one', () => {
  test('a header that comes once more is rejected with its line', async () => {
    expect(await outcome(HEADER, good('ana'), HEADER.toUpperCase(), good('ben'))).toEqual({
      2: 'repeated-header',
      3: 'ana',
      4: 'repeated-header',
      5: 'ben',
    });
  });

  test.each([
    ['opens and is never closed', '30551207,"ana@corvane.example,Ana,Download,2022-05-04,2022-05-09'],
    ['opens at the last cell', '30551207,ana@corvane.example,Ana,Download,2022-05-04,"2022-05-09'],
    ['stands inside a cell', '30551207,ana@corvane.example,An"a,Download,2022-05-04,2022-05-09'],
    ['closes too early', '30551207,ana@corvane.example,"An"a",Download,2022-05-04,2022-05-09'],
    [
      'is doubled where it should close',
      '30551207,ana@corvane.example,"Ana"",Download,2022-05-04,2022-05-09',
    ],
    ['stands alone', '"'],
  ])('a quote that %s rejects its own line', async (_what, bad) => {
    const quoted = '30551207,"ben@corvane.example","Ben","Download; Product Keys",2022-05-04,"2022-05-09"';
    for (const next of [good('ben'), quoted, good('ben').replace('Ben', '""')]) {
      expect(await outcome(bad, next, good('eve'), bad, bad, next)).toEqual({
        2: 'broken-quote',
        3: 'ben',
        4: 'eve',
        5: 'broken-quote',
        6: 'broken-quote',
        7: 'ben',
      });
    }
  });

  test('a quote that a later one closes swallows no row between them', async () => {
    expect(
      await outcome(
        '30551207,ana@corvane.example,Ana,"Download,2022-05-04,2022-05-09',
        good('ben'),
        '30551207,eve@corvane.example,Eve,Download",2022-05-04,2022-05-09',
        good('rui'),
      ),
    ).toEqual({ 2: 'broken-quote', 3: 'ben', 4: 'broken-quote', 5: 'rui' });
  });

  test('one stray quote does not swallow the rest of a long file', async () => {
    const lines = Array.from({ length: 20_000 }, () => good('ana'));
    lines[10] = '30551207,"ana@corvane.example,Ana,Download,2022-05-04,2022-05-09';
    const entries = await read([HEADER, ...lines].join('\n'));
    expect(entries).toHaveLength(20_000);
    expect(entries.filter(({ row }) => row === null)).toMatchObject([{ report: { line: 12 } }]);
  });

  test('a line break in a quoted cell that is not read belongs to the row', async () => {
    const entries = await read(
      `Remarks,${HEADER}\n"one\ntwo, ""three""\n",${good('ana')}\nplain,${good('ben')}`,
    );
    expect(entries.map(({ row }) => [row?.line, row?.displayName])).toEqual([
      [2, 'ana'],
      [5, 'ben'],
    ]);
  });

  test.each([
    ['too few cells', '30551207,ana@corvane.example', 'wrong-cell-count'],
    ['too many cells', `${good('ana')},more`, 'wrong-cell-count'],
    ['an unclear day', good('ana').replace('2022-05-04', '04/05/2022'), 'not-a-day'],
    ['a cell without an end', good('a'.repeat(2_000)), 'value-too-long'],
    ['a line without an end', good('a'.repeat(200_000)), 'line-too-long'],
    ['a hundred roles', good('ana').replace('Download', `"${'Download;'.repeat(100)}"`), 'value-too-long'],
  ])('%s: rejected with the line', async (_what, bad, code) => {
    expect(await outcome(good('ben'), bad, good('eve'))).toEqual({ 2: 'ben', 3: code, 4: 'eve' });
  });

  test('blank rows, rows of separators and separators behind the last cell are nothing', async () => {
    expect(await outcome('', ',,,,,', '   ', `${good('ana')},,`, ',,,,,,,,', good('ben'))).toEqual({
      5: 'ana',
      7: 'ben',
    });
  });

  test('blanks around quotation marks are no part of a cell', async () => {
    const [entry] = await read(
      `${HEADER}\n30551207, "ana@corvane.example" , "Valdivia, Ana", "Download", 2022-05-04,`,
    );
    expect(entry?.row).toMatchObject({ signInEmail: 'ana@corvane.example', displayName: 'Valdivia, Ana' });
  });
});
