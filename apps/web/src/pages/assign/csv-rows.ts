import { EMAIL_MAX_LENGTH, emailKey } from '@muniment/domain/email-address.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { lettersOf } from './csv-columns.ts';
import type { CsvRow } from './csv-read.ts';
import { inOrder } from './draft.ts';

/** Why a row of a file is not taken. */
export type RowFault =
  | 'surplus'
  | 'email-missing'
  | 'email'
  | 'business-email'
  | 'name-missing'
  | 'name-too-long'
  | 'license-missing'
  | 'license'
  | 'role-missing'
  | 'role'
  | 'role-not-there'
  | 'too-many';

/** A row that asks for something that may be asked for. */
export interface RowEntry {
  readonly row: CsvRow;
  readonly emailKey: string;
  readonly signInEmail: string;
  readonly licenseId: string;
  readonly roles: readonly Role[];
}

/** What became of a row. */
export type CheckedRow =
  | { readonly kind: 'entry'; readonly entry: RowEntry }
  | { readonly kind: 'fault'; readonly row: CsvRow; readonly fault: RowFault; readonly detail: string };

/** What rows are checked against. */
export interface RowRules {
  readonly administered: ReadonlySet<string>;
  readonly assignable: (licenseId: string) => readonly Role[];
  /** Roles by the letters of every name that they go by; those that the person may not see are not in it. */
  readonly rolesByName: ReadonlyMap<string, Role>;
}

const NAME_MAX = 200;

/**
 * Checks one row by itself: addresses, license ID, roles. Whether somebody without a name is known comes later.
 *
 * @source S1, R9, R10
 */
export function checkRow(row: CsvRow, rules: RowRules): CheckedRow {
  const { signInEmail, displayName, businessEmail, licenseId: typed, roles: rolesTyped } = row.cells;
  const fault = (reason: RowFault, detail = ''): CheckedRow => ({
    kind: 'fault',
    row,
    fault: reason,
    detail,
  });

  if (row.hasSurplus) return fault('surplus');
  if (signInEmail === '') return fault('email-missing');
  const key = signInEmail.length > EMAIL_MAX_LENGTH ? null : emailKey(signInEmail);
  if (key === null) return fault('email', signInEmail);
  if (businessEmail !== '' && emailKey(businessEmail) === null) return fault('business-email', businessEmail);
  if (displayName.length > NAME_MAX) return fault('name-too-long');
  if (typed === '') return fault('license-missing');
  const written = typed.replace(/\s+/g, '').toUpperCase();
  // In groups ("7204-1183") too, as far as the hyphens are not its own.
  const licenseId = [written, written.replaceAll('-', '')].find((each) => rules.administered.has(each));
  if (licenseId === undefined) return fault('license', typed);

  const asked = rolesTyped
    .split(/[;,|/\n\r]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (asked.length === 0) return fault('role-missing');
  const roles: Role[] = [];
  for (const name of asked) {
    const role = rules.rolesByName.get(lettersOf(name));
    if (role === undefined) return fault('role', name);
    if (!rules.assignable(licenseId).includes(role)) return fault('role-not-there', name);
    roles.push(role);
  }
  const entry = { row, emailKey: key, signInEmail, licenseId, roles: inOrder(roles) };
  return { kind: 'entry', entry };
}
