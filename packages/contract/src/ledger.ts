import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { Id, Instant, orNull, pageOf, pageQuery, strict } from './fields.ts';

/** What somebody did, and what somebody was shown or given. */
export const LEDGER_CHAINS = ['changes', 'disclosures'] as const;

export const LedgerEntry = Type.Object({
  /** Entries are not numbered: a gap would tell how much happened on license IDs of others. @source R10 */
  id: Id,
  at: Instant,
  event: Type.String(),
  version: Type.Integer(),
  actor: Type.Object({ kind: Type.String(), id: orNull(Type.String()) }),
  details: Type.Unknown({ description: 'As far as it touches license IDs that the caller administers.' }),
});
export type LedgerEntry = Type.Static<typeof LedgerEntry>;

export const listLedger = endpoint({
  id: 'listLedger',
  tag: 'Ledger',
  method: 'GET',
  path: '/v1/ledger',
  summary: 'What happened on the license IDs that the caller administers, newest first (B5)',
  needs: 'assignment:manage',
  query: Type.Object(
    {
      ...pageQuery,
      licenseId: Type.Optional(Type.String({ maxLength: 64 })),
      chain: Type.Optional(
        Type.Enum([...LEDGER_CHAINS], {
          default: 'changes',
          description: '`disclosures`: which keys, files and invoices were shown or given to whom.',
        }),
      ),
    },
    strict,
  ),
  responses: { 200: pageOf(LedgerEntry) },
});

export const verifyLedger = endpoint({
  id: 'verifyLedger',
  tag: 'Ledger',
  method: 'GET',
  path: '/v1/ledger/verify',
  summary: "Whether the organization's hash chains are whole (B5)",
  needs: 'assignment:manage',
  responses: {
    200: Type.Object({
      whole: Type.Boolean({ description: 'Of both chains.' }),
      head: Type.String({ description: 'SHA-256 of the newest change, hexadecimal.' }),
      disclosuresHead: orNull(
        Type.String({ description: 'SHA-256 of the newest disclosure; null where there is none.' }),
      ),
    }),
  },
});
