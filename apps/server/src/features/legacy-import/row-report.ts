import { LEGACY_COLUMN_NAMES, type LegacyRowReport } from '@muniment/contract/legacy-import.ts';
import type { LegacyRowRefusal } from '@muniment/domain/legacy-row.ts';

type Said = Omit<LegacyRowReport, 'line'>;

/** What becomes of a row, in words. */
export const said = {
  registered: taken('registered', 'They have registered: no invitation is needed.'),
  invited: taken('invited', 'They are asked to register by an invitation.'),
  heldAlready: skipped('held-already', 'They hold these roles on the license ID already.'),
  leftOut: (cutOff: string) =>
    skipped(
      'not-registered-by-cut-off',
      `They were assigned before ${cutOff} and had not registered by then. An administrator can add them.`,
    ),
  unknownLicenseId: (licenseId: string) =>
    rejected('unknown-license-id', `${LEGACY_COLUMN_NAMES.licenseId}: "${licenseId}" is not known here.`),
} as const;

/** Says what is wrong with a row, and in which column. */
export function sayRefusal({ reason, column, value }: LegacyRowRefusal): Said {
  const name = LEGACY_COLUMN_NAMES[column];
  return rejected(reason, `${name}: ${WRONG[reason](value)}`);
}

const WRONG: Readonly<Record<LegacyRowRefusal['reason'], (value: string) => string>> = {
  'value-missing': () => 'it is empty.',
  'value-too-long': () => 'it is too long.',
  formula: () => 'it begins like a formula.',
  'not-one-line': () => 'it holds a line break or a control character.',
  'not-an-address': (value) => `"${value}" is no e-mail address.`,
  'not-a-day': (value) => `"${value}" is no day. Write it as 2023-09-15.`,
  'day-ahead': (value) => `${value} is still to come.`,
  'unknown-role': (value) => `"${value}" is no role of the legacy service center.`,
};

function taken(code: string, reason: string): Said {
  return { outcome: 'taken', code, reason };
}

function skipped(code: string, reason: string): Said {
  return { outcome: 'skipped', code, reason };
}

function rejected(code: string, reason: string): Said {
  return { outcome: 'rejected', code, reason };
}
