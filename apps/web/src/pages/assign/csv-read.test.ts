import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { describe, expect, test } from 'vitest';
import type { Lookup } from './assignment-queries.ts';
import { findColumns, lettersOf } from './csv-columns.ts';
import { decodeText } from './csv-decode.ts';
import { applyCsv, planCsv } from './csv-plan.ts';
import { readCsv } from './csv-read.ts';
import { checkRow } from './csv-rows.ts';
import { csvText } from './csv-text.ts';
import type { DraftPerson } from './draft.ts';

const HEADER = 'Sign-in email,Display name,Business email,License ID,Roles';
const NOBODY: Lookup = { hasDirectory: false, found: new Map() };
const RULES = {
  administered: new Set(['72041183', '72041190']),
  assignable: () => ROLES.filter((role) => role !== 'invoice-reader'),
  rolesByName: new Map<string, Role>([
    ...ROLES.filter((role) => role !== 'invoice-reader').map((role) => [lettersOf(role), role] as const),
    ['download', 'product-download-manager'],
  ]),
};

function rowsOf(text: string) {
  const reading = readCsv(text);
  if (reading.kind === 'fault') throw new Error(JSON.stringify(reading.fault));
  return reading.rows;
}
const planOf = (text: string, lookup = NOBODY, draft: readonly DraftPerson[] = []) =>
  planCsv(
    rowsOf(text).map((row) => checkRow(row, RULES)),
    lookup,
    draft,
  );
const outcomes = (text: string) => planOf(text).report.map(({ line, fault }) => [line, fault]);

describe('a file', () => {
  const text = `${HEADER}\r\nlea@ledgerway.example,Léa Tanaka,,7204 1183,Administrator\r\n`;
  const utf16 = (bytes: Uint8Array) => bytes;
  const le = Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));

  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...le])],
    ['UTF-16 without one', utf16(le)],
    ['UTF-16, big end first', Uint8Array.from([0xfe, 0xff, ...le.map((_, i) => le[i ^ 1] ?? 0)])],
    ['the western code page', Uint8Array.from([...text].map((c) => c.charCodeAt(0)))],
  ])('B8 is read in %s', (_encoding, bytes) => {
    expect(rowsOf(decodeText(bytes))[0]?.cells).toMatchObject({
      signInEmail: 'lea@ledgerway.example',
      displayName: 'Léa Tanaka',
    });
  });

  test.each([',', ';', '\t', '|'])('B8 may separate its cells by %j', (separator) => {
    const rows = rowsOf(text.replaceAll(',', separator));
    expect(rows.map(({ cells }) => cells.roles)).toEqual(['Administrator']);
  });

  test('B8 names its columns in any order and many ways, and may have others', () => {
    expect([...findColumns(['Rolle', 'LIZENZ-ID', 'Abteilung', 'E-Mail', 'Name'])]).toEqual([
      ['signInEmail', 3],
      ['displayName', 4],
      ['licenseId', 1],
      ['roles', 0],
    ]);
    expect(findColumns(['Email', 'Sign-in email', 'Rôles', 'Licence ID']).get('signInEmail')).toBe(1);
  });

  test('B8 says what it lacks: rows, or the columns without which it says nothing', () => {
    expect(readCsv('\n \n')).toMatchObject({ fault: { kind: 'empty' } });
    expect(readCsv(HEADER)).toMatchObject({ fault: { kind: 'no-rows' } });
    expect(readCsv('lea@ledgerway.example,72041183,Administrator')).toMatchObject({
      fault: { kind: 'columns', missing: ['signInEmail', 'licenseId', 'roles'] },
    });
  });

  test('B8 lines are counted as an editor counts them, over empty ones and breaks within a cell', () => {
    const lines = rowsOf(
      `sep=;\n${HEADER.replaceAll(',', ';')}\n\na@x.example;"A\nB";;72041183;Download\n\nb@x.example;B;;72041183;Download`,
    );
    expect(lines.map(({ line }) => line)).toEqual([4, 7]);
  });
});

describe('rows', () => {
  test('B8 each is taken or told why not, and a bad one takes no good one with it', () => {
    const rows = [
      'good@x.example,Good,,7204-1183,administrator',
      'good@x.example,Good,,7204 1183,"Download; benefits reader"',
      'no address,Bad,,72041183,administrator',
      ',Bad,,72041183,administrator',
      'a@x.example,Bad,not,72041183,administrator',
      'a@x.example,Bad,,11112222,administrator',
      'a@x.example,Bad,,,administrator',
      'a@x.example,Bad,,72041183,',
      'a@x.example,Bad,,72041183,landlord',
      'a@x.example,Bad,,72041183,Invoice Reader',
      'nameless@x.example,,,72041183,administrator',
      'last@x.example,Last,,72041183,administrator,benefits-reader',
    ];
    const text = [HEADER, ...rows].join('\n');
    expect(outcomes(text)).toEqual([
      [2, null],
      [3, null],
      [4, 'email'],
      [5, 'email-missing'],
      [6, 'business-email'],
      [7, 'license'],
      [8, 'license-missing'],
      [9, 'role-missing'],
      [10, 'role'],
      [11, 'role'],
      [12, 'name-missing'],
      [13, null],
    ]);
    const draft = applyCsv([], planOf(text), new Map([['72041183', 'Group']]), 'add');
    expect(
      draft.map(({ displayName, licenses }) => [displayName, licenses.map(({ roles }) => roles)]),
    ).toEqual([
      ['Good', [['administrator', 'product-download-manager', 'benefits-reader']]],
      ['Last', [['administrator', 'benefits-reader']]],
    ]);
  });

  test('B8 people who are known need no name, and keep or lose what they have as was chosen', () => {
    const key = 'amara@fennimore.example';
    const found = new Map([
      [
        key,
        {
          signInEmail: key,
          account: {
            vlUserId: 'amara',
            displayName: 'Amara Nwosu',
            signInEmail: key,
            businessEmail: key,
            external: false,
          },
          access: {
            etag: '"1"',
            licenses: [
              {
                licenseId: '72041183',
                agreementNumber: 'MA-1',
                roles: [
                  {
                    role: 'benefits-reader' as const,
                    origin: 'assigned' as const,
                    startsAt: '2026-01-01T00:00:00Z',
                    endsAt: null,
                  },
                ],
              },
            ],
          },
        },
      ],
    ]);
    const plan = planOf(`${HEADER}\nAMARA@fennimore.example,,ap@fennimore.example,72041183,Download`, {
      hasDirectory: true,
      found,
    });
    const rolesIn = (mode: 'add' | 'replace') => applyCsv([], plan, new Map(), mode)[0]?.licenses[0]?.roles;
    expect(rolesIn('add')).toEqual(['product-download-manager', 'benefits-reader']);
    expect(rolesIn('replace')).toEqual(['product-download-manager']);
    expect(applyCsv([], plan, new Map(), 'add')).toMatchObject([
      { id: 'amara', etag: '"1"', displayName: 'Amara Nwosu', businessEmail: 'ap@fennimore.example' },
    ]);
  });

  test('B8 of more pairs than one change holds the first ones are taken, and the others told', () => {
    const many = Array.from({ length: 10_002 }, (_, index) => `p${index}@x.example,P,,72041183,Download`);
    const { report } = planOf([HEADER, ...many].join('\n'));
    expect(report.filter(({ fault }) => fault === null)).toHaveLength(10_000);
    expect(report.slice(-2).map(({ fault }) => fault)).toEqual(['too-many', 'too-many']);
  });
});

test('B8 a written file runs nothing in a spreadsheet, and is read again as it was', () => {
  const cells = ['=1+1', '+49', '-x', '@a', ' =cmd', '\t=1', 'plain', "it's"];
  const text = csvText([cells], 'en-GB');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  for (const cell of text.slice(1).trim().split(','))
    expect(cell.replaceAll('"', '')).not.toMatch(/^\s*[=+@-]/);
  expect(csvText([['a', 'b']], 'de-DE')).toContain('a;b');
  const rows = rowsOf(`${HEADER}\n"'=x@x.example",N,,72041183,Download`);
  expect(rows[0]?.cells.signInEmail).toBe('=x@x.example');
});
