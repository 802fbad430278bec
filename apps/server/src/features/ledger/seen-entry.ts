import type { LedgerEntry } from '@muniment/contract/ledger.ts';
import { isRole } from '@muniment/domain/roles.ts';
import { type RoleViewer, seesRole } from '@muniment/domain/seen-roles.ts';
import type { Static } from 'typebox';
import type { LedgerRow } from './ledger-repository.ts';

interface StoredBody {
  readonly id: string;
  readonly at: string;
  readonly event: string;
  readonly version: number;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly licenseIds: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** Whose eyes read the ledger: license IDs by their internal ids. */
export interface LedgerEyes extends RoleViewer {
  readonly administered: ReadonlySet<string>;
}

/** What holds for every license ID that an entry touches, besides rows that name theirs. */
const OF_EVERY_LICENSE = new Set([
  'changeId',
  'undoes',
  'fields',
  'registered',
  // Of a changed contact: contacts are facts of the contract.
  'contactChangeId',
  'agreementId',
  'contact',
]);

/**
 * A ledger entry as an administrator sees it. Where it touches license IDs that they do not administer, only what
 * names one of theirs is left, and the little that holds for all: whom a contact invitation of another license ID
 * named, say, is not told. Roles that they do not see are left out.
 *
 * @param asked Internal id of the one license ID that is asked about; null: all.
 * @returns null where it is about nothing but such roles, on the license ID that is asked about or at all.
 * @source R9, R10, A9, B5
 */
export function seenEntry(
  row: LedgerRow,
  eyes: LedgerEyes,
  asked: string | null = null,
): Static<typeof LedgerEntry> | null {
  const { id, at, event, version, actor, licenseIds, details } = JSON.parse(row.body) as StoredBody;
  const isAllAdministered = licenseIds.every((licenseId) => eyes.administered.has(licenseId));
  let isHidden = false;
  let isAnythingLeft = false;

  const seen = Object.entries(details).flatMap(([name, value]): [string, unknown][] => {
    if (OF_EVERY_LICENSE.has(name)) return [[name, value]];
    if (!Array.isArray(value)) return isAllAdministered || isAdministered(value) ? [[name, value]] : [];
    const rows = isAllAdministered ? value : value.filter(isAdministered);
    const left = rows.filter(isRoleSeen);
    isHidden ||= rows.some((one) => !isRoleSeen(one) && isOfAsked(one));
    isAnythingLeft ||= left.some(isOfAsked);
    return [[name, left]];
  });
  if (isHidden && !isAnythingLeft) return null;
  return {
    id,
    at,
    event,
    version,
    actor: { kind: actor.kind, id: actor.id },
    details: Object.fromEntries(seen),
  };

  function isAdministered(one: unknown): boolean {
    const licenseId = textOf(one, 'licenseId');
    return licenseId !== null && eyes.administered.has(licenseId);
  }

  /** Only what names a license ID is something that happened there. */
  function isOfAsked(one: unknown): boolean {
    const licenseId = textOf(one, 'licenseId');
    return licenseId !== null && (asked === null || licenseId === asked);
  }

  function isRoleSeen(one: unknown): boolean {
    const role = textOf(one, 'role');
    const licenseId = textOf(one, 'licenseId');
    if (role === null || !isRole(role) || licenseId === null) return true;
    // What was registered names its holder once, beside the rows.
    const userKey = textOf(one, 'vlUserId') ?? textOf(details, 'registered') ?? '';
    return seesRole(eyes, { role, licenseId, userKey });
  }
}

function textOf(one: unknown, name: string): string | null {
  const value =
    typeof one === 'object' && one !== null ? (one as Readonly<Record<string, unknown>>)[name] : null;
  return typeof value === 'string' ? value : null;
}
