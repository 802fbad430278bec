import type { LedgerEntry } from '@muniment/contract/ledger.ts';
import type { Static } from 'typebox';
import type { LedgerRow } from './ledger-repository.ts';

interface StoredBody {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly event: string;
  readonly version: number;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * A ledger entry as an administrator sees it: rows of its details that belong to license IDs which they do not
 * administer are left out.
 *
 * @source R10, B5
 */
export function seenEntry(row: LedgerRow, administered: ReadonlySet<string>): Static<typeof LedgerEntry> {
  const { id, sequence, at, event, version, actor, details } = JSON.parse(row.body) as StoredBody;
  return {
    id,
    sequence,
    at,
    event,
    version,
    actor: { kind: actor.kind, id: actor.id },
    details: Object.fromEntries(
      Object.entries(details).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.filter(isSeen) : value,
      ]),
    ),
  };

  function isSeen(one: unknown): boolean {
    const licenseId = typeof one === 'object' && one !== null && 'licenseId' in one ? one.licenseId : null;
    return typeof licenseId !== 'string' || administered.has(licenseId);
  }
}
