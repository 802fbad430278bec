import { EMAIL_MAX_LENGTH, emailKey } from './email-address.ts';
import { ROLE_TABLE, ROLES, type Role } from './roles.ts';

/** Whoever was assigned before this day and had not registered by it is not taken over. @source G2 */
export const LEGACY_CUT_OFF = '2023-09-15';

/** One row of an export of the legacy service center, as text. Days are YYYY-MM-DD. */
export interface LegacyRow {
  readonly licenseId: string;
  readonly signInEmail: string;
  /** Empty or left out: the sign-in e-mail. */
  readonly businessEmail?: string | undefined;
  readonly displayName?: string | undefined;
  /** Names of the legacy service center. */
  readonly roles: readonly string[];
  readonly assignedOn: string;
  /** Empty or left out: they did not register. */
  readonly registeredOn?: string | undefined;
}

export type LegacyColumn = keyof LegacyRow;

/** What is wrong with a row, and in which column. */
export interface LegacyRowRefusal {
  readonly kind: 'refused';
  readonly reason:
    | 'value-missing'
    | 'value-too-long'
    | 'formula'
    | 'not-one-line'
    | 'not-an-address'
    | 'not-a-day'
    | 'day-ahead'
    | 'unknown-role';
  readonly column: LegacyColumn;
  /** The text that is wrong; empty where there is none. */
  readonly value: string;
}

export type LegacyRowDecision =
  | LegacyRowRefusal
  /** Assigned before the cut-off, and not registered by it: an administrator can add them anew. */
  | { readonly kind: 'left-out' }
  | {
      readonly kind: 'wanted';
      /** By which a license ID is looked up: capital letters, no blanks. */
      readonly licenseId: string;
      readonly signInEmail: string;
      readonly signInEmailKey: string;
      readonly businessEmail: string;
      readonly displayName: string;
      readonly roles: readonly Role[];
      /** They registered there: what is taken over counts at once. */
      readonly registered: boolean;
    };

export interface LegacyRules {
  /** YYYY-MM-DD */
  readonly cutOff: string;
  /** YYYY-MM-DD; the last day that can have begun anywhere on earth. */
  readonly today: string;
}

/**
 * Decides what becomes of one row of a legacy export, by itself: whether its license ID is known is for others to say.
 *
 * Never throws.
 *
 * @source G2, R1-R7
 */
export function decideLegacyRow(row: LegacyRow, { cutOff, today }: LegacyRules): LegacyRowDecision {
  const refuse = (
    reason: LegacyRowRefusal['reason'],
    column: LegacyColumn,
    value = '',
  ): LegacyRowRefusal => ({ kind: 'refused', reason, column, value });

  const malformed = firstMalformed(row);
  if (malformed !== null) return refuse(...malformed);
  const signInEmail = row.signInEmail.trim();
  const businessEmail = row.businessEmail?.trim() || signInEmail;
  const signInEmailKey = emailKey(signInEmail);
  if (signInEmailKey === null) return refuse('not-an-address', 'signInEmail', signInEmail);
  if (emailKey(businessEmail) === null) return refuse('not-an-address', 'businessEmail', businessEmail);

  const roles: Role[] = [];
  for (const name of row.roles) {
    if (name.trim() === '') continue;
    const role = ROLE_OF_LEGACY_NAME.get(legacyNameKey(name));
    if (role === undefined) return refuse('unknown-role', 'roles', name.trim());
    if (!roles.includes(role)) roles.push(role);
  }
  if (roles.length === 0) return refuse('value-missing', 'roles');

  const assignedOn = row.assignedOn.trim();
  const registeredOn = row.registeredOn?.trim() || null;
  for (const [column, day] of [
    ['assignedOn', assignedOn],
    ['registeredOn', registeredOn],
  ] as const) {
    if (day === null) continue;
    if (!isDay(day)) return refuse('not-a-day', column, day);
    if (day > today) return refuse('day-ahead', column, day);
  }
  const isLate = registeredOn === null || registeredOn > cutOff;
  if (assignedOn < cutOff && isLate) return { kind: 'left-out' };
  return {
    kind: 'wanted',
    licenseId: row.licenseId.replace(/\s/g, '').toUpperCase(),
    signInEmail,
    signInEmailKey,
    businessEmail,
    displayName: row.displayName?.trim() ?? '',
    roles,
    registered: registeredOn !== null,
  };
}

/**
 * Whether a spreadsheet would take a cell for a formula, also after blanks.
 *
 * @source OWASP, CSV injection
 */
export function isFormula(cell: string): boolean {
  return /^(?:[\t\r]|\s*[=+\-@])/.test(cell);
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const NAME_MAX_LENGTH = 200;

const ROLE_OF_LEGACY_NAME: ReadonlyMap<string, Role> = new Map(
  ROLES.flatMap((role) => {
    const { legacyName } = ROLE_TABLE[role];
    return legacyName === null ? [] : [[legacyNameKey(legacyName), role] as const];
  }),
);

function legacyNameKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The first column that is missing, too long, more than a line, or a formula where a name or an address belongs. */
function firstMalformed(row: LegacyRow): [LegacyRowRefusal['reason'], LegacyColumn, string] | null {
  const texts: readonly (readonly [LegacyColumn, string, number, boolean])[] = [
    ['licenseId', row.licenseId, NAME_MAX_LENGTH, true],
    ['signInEmail', row.signInEmail, EMAIL_MAX_LENGTH, true],
    ['businessEmail', row.businessEmail ?? '', EMAIL_MAX_LENGTH, false],
    ['displayName', row.displayName ?? '', NAME_MAX_LENGTH, true],
    ['assignedOn', row.assignedOn, NAME_MAX_LENGTH, true],
  ];
  for (const [column, text, maxLength, isNeeded] of texts) {
    const value = text.trim();
    if (isFormula(text)) return ['formula', column, value];
    if (isNeeded && value === '') return ['value-missing', column, ''];
    if (value.length > maxLength) return ['value-too-long', column, value.slice(0, maxLength)];
    if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)) return ['not-one-line', column, ''];
  }
  return null;
}
