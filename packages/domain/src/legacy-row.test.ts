import { describe, expect, test } from 'vitest';
import { decideLegacyRow, isFormula, LEGACY_CUT_OFF, type LegacyRow } from './legacy-row.ts';

const RULES = { cutOff: LEGACY_CUT_OFF, today: '2026-11-24' };

const row: LegacyRow = {
  licenseId: '30551207',
  signInEmail: 'Ines.Valdivia@Corvane.example',
  displayName: 'Ines Valdivia',
  roles: ['Download'],
  assignedOn: '2022-05-04',
  registeredOn: '2022-05-09',
};

const decide = (change: Partial<LegacyRow>) => decideLegacyRow({ ...row, ...change }, RULES);

test.each([
  ['Administrator', 'administrator'],
  ['Licensing Info Viewer', 'licensing-info-viewer'],
  ['Download', 'product-download-manager'],
  ['Product Keys', 'product-keys-reader'],
  ['Software Assurance Manager', 'benefits-reader'],
  ['Online Services Manager', 'online-services-manager'],
  ['  SOFTWARE   assurance manager ', 'benefits-reader'],
])('G2 the legacy role "%s" is %s', (legacy, role) => {
  expect(decide({ roles: [legacy] })).toMatchObject({ kind: 'wanted', roles: [role] });
});

test.each(['Invoice Reader', 'Product download manager', 'King'])(
  'G2 "%s" is no role of the legacy service center, and refuses its row whatever else stands there',
  (name) => {
    expect(decide({ roles: ['Download', name] })).toEqual({
      kind: 'refused',
      reason: 'unknown-role',
      column: 'roles',
      value: name,
    });
  },
);

test('G2 the sign-in e-mail is kept as typed, and is the business e-mail where there is none', () => {
  expect(decide({ licenseId: ' 3055 1207 ', roles: ['Download', 'download', ''] })).toEqual({
    kind: 'wanted',
    licenseId: '30551207',
    signInEmail: 'Ines.Valdivia@Corvane.example',
    signInEmailKey: 'ines.valdivia@corvane.example',
    businessEmail: 'Ines.Valdivia@Corvane.example',
    displayName: 'Ines Valdivia',
    roles: ['product-download-manager'],
    registered: true,
  });
  expect(decide({ businessEmail: 'ines@corvane.example' })).toMatchObject({
    businessEmail: 'ines@corvane.example',
  });
});

describe('G2 who was assigned before the cut-off and had not registered by it is left out', () => {
  test.each([
    ['before', '2023-09-14', '', 'left-out', undefined],
    ['before', '2023-09-14', '2023-09-16', 'left-out', undefined],
    ['before', '2023-09-14', '2023-09-15', 'wanted', true],
    ['on the day', '2023-09-15', '', 'wanted', false],
    ['on the day', '2023-09-15', '2023-10-01', 'wanted', true],
    ['after', '2024-02-01', '', 'wanted', false],
  ])('assigned %s (%s), registered "%s": %s', (_when, assignedOn, registeredOn, kind, registered) => {
    const decided = decide({ assignedOn, registeredOn });
    expect(decided.kind).toBe(kind);
    expect(decided.kind === 'wanted' ? decided.registered : undefined).toBe(registered);
  });

  test('by another cut-off others are', () => {
    const late = { ...row, assignedOn: '2024-01-31', registeredOn: undefined };
    expect(decideLegacyRow(late, RULES).kind).toBe('wanted');
    expect(decideLegacyRow(late, { ...RULES, cutOff: '2024-02-01' }).kind).toBe('left-out');
  });
});

test.each([
  ['licenseId', '', 'value-missing'],
  ['licenseId', '3'.repeat(300), 'value-too-long'],
  ['signInEmail', ' ', 'value-missing'],
  ['signInEmail', 'ines.corvane.example', 'not-an-address'],
  ['signInEmail', '=HYPERLINK("x")', 'formula'],
  ['signInEmail', '@corvane.example', 'formula'],
  ['businessEmail', 'nobody', 'not-an-address'],
  ['businessEmail', '-1+1', 'formula'],
  ['displayName', '', 'value-missing'],
  ['displayName', undefined, 'value-missing'],
  ['displayName', '=1+1', 'formula'],
  ['displayName', '  +cmd', 'formula'],
  ['displayName', '\tInes', 'formula'],
  ['displayName', 'Ines\nValdivia', 'not-one-line'],
  ['displayName', 'Ines\u0000', 'not-one-line'],
  ['displayName', 'I\ud800', 'not-one-line'],
  ['displayName', 'n'.repeat(201), 'value-too-long'],
  ['roles', [], 'value-missing'],
  ['roles', [' '], 'value-missing'],
  ['assignedOn', '', 'value-missing'],
  ['assignedOn', '2023-02-30', 'not-a-day'],
  ['assignedOn', '04.05.2022', 'not-a-day'],
  ['assignedOn', '2026-11-25', 'day-ahead'],
  ['registeredOn', 'yes', 'not-a-day'],
  ['registeredOn', '2031-01-01', 'day-ahead'],
] as const)('G2 %s %j is refused with the column: %s', (column, value, reason) => {
  expect(decide({ [column]: value })).toMatchObject({ kind: 'refused', reason, column });
});

test.each(['=1', '+1', '-1', '@x', '\tx', '\rx', '  =1', '\n=1'])('%j is a formula', (cell) => {
  expect(isFormula(cell)).toBe(true);
});

test.each(['', 'Ines', 'a=b', 'Ana-Lena', ' Ines', '1+1'])('%j is none', (cell) => {
  expect(isFormula(cell)).toBe(false);
});
