import type { LedgerEntry } from '@muniment/contract/ledger.ts';
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

/** What holds for every license ID that an entry touches, besides rows that name theirs. */
const OF_EVERY_LICENSE = new Set(['changeId', 'fields', 'registered']);

/**
 * A ledger entry as an administrator sees it. Where it touches license IDs that they do not administer, only what
 * names one of theirs is left, and the little that holds for all: whom a contact invitation of another license ID
 * named, say, is not told.
 *
 * @source R10, A9, B5
 */
export function seenEntry(row: LedgerRow, administered: ReadonlySet<string>): Static<typeof LedgerEntry> {
  const { id, at, event, version, actor, licenseIds, details } = JSON.parse(row.body) as StoredBody;
  const isAllSeen = licenseIds.every((licenseId) => administered.has(licenseId));
  return {
    id,
    at,
    event,
    version,
    actor: { kind: actor.kind, id: actor.id },
    details: isAllSeen
      ? details
      : Object.fromEntries(
          Object.entries(details).flatMap(([name, value]) => {
            if (OF_EVERY_LICENSE.has(name)) return [[name, value]];
            if (Array.isArray(value)) return [[name, value.filter(isSeen)]];
            return isSeen(value) ? [[name, value]] : [];
          }),
        ),
  };

  function isSeen(one: unknown): boolean {
    const licenseId = typeof one === 'object' && one !== null && 'licenseId' in one ? one.licenseId : null;
    return typeof licenseId === 'string' && administered.has(licenseId);
  }
}
