import { expect, test } from 'vitest';
import { failedRowsAsCsv } from './failed-rows.ts';

const person = { signInEmail: 'vera@lindgren.example', licenseName: 'Contract', rescheduled: [], kept: [] };

test('M2 the CSV of what failed names each role with its reason, and no cell runs as a formula', () => {
  const csv = failedRowsAsCsv({
    difference: [
      {
        ...person,
        vlUserId: 'a',
        displayName: '=HYPERLINK("x")',
        licenseId: '8810',
        added: ['benefits-reader', 'product-keys-reader'],
        removed: ['administrator'],
      },
      {
        ...person,
        vlUserId: 'b',
        displayName: 'Bo',
        licenseId: '8810',
        added: ['benefits-reader'],
        removed: [],
      },
    ],
    progress: [
      {
        vlUserId: 'a',
        displayName: '',
        state: 'failed',
        waitingFor: [],
        reason: 'Keys: no, "never"',
        endedAt: null,
      },
      { vlUserId: 'b', displayName: 'Bo', state: 'done', waitingFor: [], reason: null, endedAt: null },
    ],
  });
  expect(csv.split('\r\n')).toEqual([
    '\uFEFFdisplayName,signInEmail,licenseId,licenseName,role,reason',
    `"'=HYPERLINK(""x"")",vera@lindgren.example,8810,Contract,benefits-reader,"Keys: no, ""never"""`,
    `"'=HYPERLINK(""x"")",vera@lindgren.example,8810,Contract,product-keys-reader,"Keys: no, ""never"""`,
    '',
  ]);
});
