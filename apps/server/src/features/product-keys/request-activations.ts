import type { AnswerOf, BodyOf, ParamsOf } from '@muniment/contract/endpoint.ts';
import type { requestActivations } from '@muniment/contract/product-keys.ts';
import type { Member } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { openTicket } from '../support/support-service.ts';
import { findKey } from './hand-out-keys.ts';
import { maskedKey } from './seal-key.ts';

/** The subject of a ticket takes no more. */
const PRODUCT_IN_SUBJECT = 100;

/**
 * Asks the publisher for more activations: a ticket in its inbox, which names the key by its last five characters.
 *
 * @throws Problem license-id-not-found, not-found, key-counts-no-activations.
 * @source W3, F2
 */
export async function askForActivations(
  trx: Trx,
  actor: Member,
  { licenseId, keyId }: ParamsOf<typeof requestActivations>,
  { wanted, justification }: BodyOf<typeof requestActivations>,
): Promise<AnswerOf<typeof requestActivations>> {
  const row = await findKey(trx, actor, licenseId, keyId);
  if (row.type !== 'mak') {
    throw new Problem('key-counts-no-activations', {
      detail: 'Only a MAK is good for a number of activations that can be raised.',
    });
  }
  const total = row.activationsTotal === null ? '' : ` of ${row.activationsTotal}`;
  const reference = await openTicket(trx, actor, {
    subject: `More activations: ${row.product.slice(0, PRODUCT_IN_SUBJECT)} (${row.lastFive})`,
    description: [
      `Product: ${row.product} (${row.partNumber})`,
      `License ID: ${row.licenseId}`,
      `Key: ${maskedKey(row.lastFive)}, number ${row.number}`,
      `Activations: ${row.activationsUsed}${total} used, ${wanted} wanted in all`,
      '',
      justification.trim(),
    ].join('\n'),
    licenseId: row.licenseId,
  });
  return { reference, product: row.product, lastFive: row.lastFive, wanted };
}
