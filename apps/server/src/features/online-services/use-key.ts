import type { Activation } from '@muniment/contract/activations.ts';
import { type ActivationChoice, decideActivation, KEY_MONTHS } from '@muniment/domain/activations.ts';
import { readProductKey } from '@muniment/domain/product-key.ts';
import { DEFAULT_TIME_ZONE, dateIn } from '@muniment/domain/time-zone.ts';
import { v7 } from 'uuid';
import type { Member } from '../../actor.ts';
import type { Database, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { Problem } from '../../problem.ts';
import { hashOfSecret } from '../../random-secret.ts';
import { appendToLedger } from '../ledger/ledger-service.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { addressKey, countAttempt } from '../sign-in/attempt-service.ts';
import {
  extendService,
  insertActivation,
  lockKey,
  lockService,
  selectActivation,
  selectUseOfKey,
} from './activation-repository.ts';
import { keyFaultText } from './key-fault-text.ts';
import { viewActivation } from './list-activations.ts';
import { authorOf, holdOpenedLicense } from './opened-license.ts';
import { selectTimeZone } from './service-repository.ts';

/** So many keys somebody may try in an hour, and so many come from one address. */
const ATTEMPTS_OF_PERSON = { what: 'product-key', windowSeconds: 3_600, max: 60 };
const ATTEMPTS_FROM_ADDRESS = { what: 'product-key-from', windowSeconds: 3_600, max: 240 };

/** A key that somebody typed, in its one form. @throws Problem product-key-invalid, which names the group. */
function readKey(typed: string): string {
  const read = readProductKey(typed);
  if (read.kind === 'key') return read.key;
  const detail = keyFaultText(read);
  throw new Problem('product-key-invalid', { detail, errors: [{ pointer: '/key', detail }] });
}

/**
 * Counts somebody's try of a key, before a transaction is begun. What is no key is not looked up, and does not count.
 *
 * @throws Problem license-id-not-found, product-key-invalid, too-many-requests.
 * @source W6
 */
export async function countKeyAttempt(
  db: Database,
  actor: Member,
  address: string,
  licenseId: string,
  typed: string,
): Promise<void> {
  await requireOpenedLicense(db, actor, licenseId, 'service:activate');
  readKey(typed);
  const counted = [
    await countAttempt(db, { ...ATTEMPTS_OF_PERSON, who: actor.account.id }),
    await countAttempt(db, { ...ATTEMPTS_FROM_ADDRESS, who: addressKey(address) }),
  ];
  const refused = counted.filter(({ allowed }) => !allowed).map((one) => one.retryAfterSeconds);
  if (refused.length === 0) return;
  const retryAfterSeconds = Math.max(...refused);
  const detail = `Too many keys were tried. Go on in ${Math.ceil(retryAfterSeconds / 60)} minutes.`;
  throw new Problem('too-many-requests', { detail, retryAfterSeconds });
}

/**
 * Uses a key for an online service. Of two who use the same key at once, one does, and the other one is told so.
 *
 * @throws Problem license-id-not-found, product-key-invalid, product-key-not-found, product-key-redeemed,
 *   activation-refused.
 * @source W6, R10, B5
 */
export async function activate(
  trx: Trx,
  actor: Member,
  licenseId: string,
  { key: typed, choice }: { readonly key: string; readonly choice: ActivationChoice },
): Promise<Activation> {
  const license = await holdOpenedLicense(trx, actor, licenseId, 'service:activate');
  const key = await lockKey(trx, hashOfSecret(readKey(typed)));
  if (key === null) throw new Problem('product-key-not-found', { detail: 'Ask whoever sold you the key.' });
  // In a statement of its own, so that it sees what was done while the lock was awaited.
  const use = await selectUseOfKey(trx, key.id);
  if (use !== null) {
    throw new Problem('product-key-redeemed', {
      detail: `It was used on ${use.activatedAt.toISOString()} for license ID ${use.licenseId}.`,
      licenseIds: [use.licenseId],
      at: use.activatedAt,
    });
  }
  const service = await lockService(trx, license, key.productId);
  const at = await currentTime(trx);
  const today = dateIn((await selectTimeZone(trx, license.organizationId)) ?? DEFAULT_TIME_ZONE, at);
  const decision = decideActivation(choice, key.seats, service, today);
  if (decision.kind === 'refused') {
    throw new Problem('activation-refused', {
      detail: {
        'nothing-to-renew':
          'The license ID has no such service that could be renewed. Add the seats instead.',
        'too-few-seats': `The key is for ${key.seats} seats, and the service has ${service?.seats}. Add the seats, or use a key for at least ${service?.seats}.`,
        ended: `The service ended on ${service?.endsOn}. Renew it for ${KEY_MONTHS} months instead.`,
      }[decision.refusal],
    });
  }
  const { seatsAdded, endsOn } = decision;
  // Where seats alone are added, the last day stays what the publisher's system says, also when that changes.
  const renewedUntil = service === null || choice === 'renew' ? endsOn : null;
  const brought = { productId: key.productId, seatsAdded, renewedUntil };
  const serviceId = await extendService(trx, license, service?.id ?? null, brought);
  const id = v7();
  const activation = { id, serviceId, keyId: key.id, choice, endsOn, at, vlUserId: actor.vlUserId };
  await insertActivation(trx, license, activation);
  const made = await selectActivation(trx, license, id);
  if (made === null) throw new Error('The activation is not there');
  await appendToLedger(trx, license.organizationId, authorOf(actor), at, {
    event: 'service.activated',
    version: 1,
    licenseIds: [license.id],
    details: {
      activations: [
        {
          licenseId: license.id,
          activationId: id,
          keyId: key.id,
          partNumber: made.partNumber,
          choice,
          seatsAdded,
          endsOn,
        },
      ],
    },
  });
  return viewActivation(made);
}
