import type { Static, TSchema } from 'typebox';
import type { PartnerActor, PublisherActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import type { SealingKeys } from '../../sealing-keys.ts';
import type { LedgerEvent } from '../ledger/ledger-service.ts';
import type { SetUpDeps } from '../partners/set-up-deps.ts';

export type RecordActor = PartnerActor | PublisherActor;

/** What saving needs besides the database. A kind that needs more adds it here. */
export interface RecordDeps extends SetUpDeps {
  readonly productKeys: SealingKeys;
}

export interface RejectedRecord {
  readonly outcome: 'rejected';
  /** JSON pointer into the record. */
  readonly pointer: string;
  readonly detail: string;
}

/** What became of one record; ids are internal, and null where it belongs to no organization or license ID. */
export type Saved =
  | {
      readonly outcome: 'created' | 'updated' | 'unchanged';
      readonly organizationId: string | null;
      readonly licenseId: string | null;
      /** What happened, of a kind whose records are told one by one: else all of a request are counted in one entry. */
      readonly events?: readonly LedgerEvent[];
    }
  | RejectedRecord;

/** A type of record that partners or the publisher push. */
export interface RecordKind<S extends TSchema = TSchema> {
  /** What a record says as its `type`. */
  readonly type: string;
  /** Of the record without `type`; strict. */
  readonly schema: S;
  readonly by: 'publisher' | 'partner-or-publisher';
  /**
   * Saves many by as few statements as can be, in an order of keys that all share, so that two imports cannot wait for
   * each other for ever. Never throws for a bad record. Of the same key twice, the later one counts.
   *
   * @returns What became of each, in the same order.
   */
  readonly save: (
    trx: Trx,
    deps: RecordDeps,
    actor: RecordActor,
    records: readonly Static<S>[],
  ) => Promise<Saved[]>;
}
