import { inTransaction } from '../../database/transaction.ts';
import type { JobLog } from '../../jobs/job-queue.ts';
import { openWithEither } from '../../sealing-keys.ts';
import {
  type ClaimedDelivery,
  type DeliverySystem,
  deferDelivery,
  endDelivery,
  insertAttempt,
} from './delivery-repository.ts';
import type { EndpointRules } from './endpoint-address.ts';
import { sendWebhook, type WebhookAnswer } from './send-webhook.ts';
import { type SettleDeps, settleProvisioning } from './settle-provisioning.ts';
import { signWebhook } from './webhook-signature.ts';

export interface DeliverDeps extends SettleDeps {
  log: JobLog;
  /** Opens the secrets of systems. */
  systemKey: Buffer;
  /** Opens those that were sealed before the key was changed. */
  previousSystemKey?: Buffer | null;
  endpoints: EndpointRules;
}

/** What 4xx does not refuse: come later, or slower. */
const NOT_NOW = new Set([408, 425, 429]);

/**
 * Sends one delivery that was claimed, and writes down what came of it: accepted, refused, or to be tried again until
 * its time is over. Whoever only is told cannot refuse: what is taken away is told again until it is accepted.
 *
 * At least once: a process that dies in between leaves it claimed, and after the lease it is sent once more, with the
 * same webhook-id.
 *
 * @throws Where the database is away. The delivery is found again.
 * @source M2, M8; Standard Webhooks
 */
export async function deliver(
  deps: DeliverDeps,
  system: DeliverySystem,
  claimed: ClaimedDelivery,
): Promise<void> {
  const { organizationId, deliveryId, provisioningId, attempts } = claimed;
  const hasEnded = claimed.isOver
    ? await inTransaction(deps.db, (trx) =>
        endDelivery(trx, claimed, 'failed', claimed.lastError ?? 'Its time was over before it was sent.'),
      )
    : await deliverOnce(deps, system, claimed);
  if (!hasEnded) return;
  if (claimed.isOver) deps.log.warn({ deliveryId, systemId: system.id, attempts }, 'A delivery was given up');
  if (provisioningId !== null) await settleProvisioning(deps, organizationId, provisioningId);
}

/** @returns Whether the delivery has ended by it. */
async function deliverOnce(
  deps: DeliverDeps,
  system: DeliverySystem,
  claimed: ClaimedDelivery,
): Promise<boolean> {
  const begun = performance.now();
  const answer = await send(deps, system, claimed);
  const durationMs = Math.round(performance.now() - begun);
  const { deliveryId, provisioningId, attempts } = claimed;
  const isAsked = provisioningId !== null;
  if (answer.error !== null) {
    const fields = { deliveryId, systemId: system.id, attempts, status: answer.status };
    deps.log.warn(fields, 'A delivery was not accepted');
  }
  return inTransaction(deps.db, async (trx) => {
    await insertAttempt(trx, claimed, { ...answer, durationMs });
    if (answer.error === null) return endDelivery(trx, claimed, 'accepted', null);
    if (isAsked && isRefusal(answer.status)) {
      return endDelivery(trx, claimed, 'refused', answer.reason ?? `it answered ${answer.status}`);
    }
    const delays = isAsked ? deps.pace.askAgainAfter : deps.pace.tellAgainAfter;
    const delay = delays[attempts - 1] ?? delays.at(-1) ?? 1;
    const runAfter = await deferDelivery(trx, claimed, delay, answer.error);
    if (runAfter !== null) await deps.jobs.enqueueDeliveries(trx, [{ systemId: system.id, runAfter }]);
    return false;
  });
}

async function send(
  { systemKey, previousSystemKey = null, endpoints }: DeliverDeps,
  { url, secret, previousSecret }: DeliverySystem,
  { deliveryId, body }: ClaimedDelivery,
): Promise<WebhookAnswer> {
  let secrets: string[];
  try {
    secrets = [secret, previousSecret].flatMap((sealed) =>
      sealed === null ? [] : [openWithEither({ current: systemKey, previous: previousSystemKey }, sealed)],
    );
  } catch {
    const error =
      'Its secret cannot be opened: ENCRYPTION_KEY is another one. Make a new secret for the system.';
    return { status: null, error, reason: null };
  }
  const timestampSeconds = Math.floor(Date.now() / 1_000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Muniment',
    'webhook-id': deliveryId,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': signWebhook(secrets, { id: deliveryId, timestampSeconds, body }),
  };
  return sendWebhook({ url, headers, body }, endpoints);
}

/** Whether an answer means no, and not: come again. */
function isRefusal(status: number | null): boolean {
  return status !== null && status >= 300 && status < 500 && !NOT_NOW.has(status);
}
