import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** Shown once to whoever registers a system; both sides sign with the bytes behind the prefix. */
export function webhookSecret(bytes: Buffer): string {
  return `${PREFIX}${bytes.toString('base64')}`;
}

/**
 * Signs one delivery by each of the secrets that are good now: a receiver takes it where one of the signatures is right.
 *
 * @param secrets As {@link webhookSecret} makes them, newest first.
 * @source Standard Webhooks, Signature scheme
 */
export function signWebhook(
  secrets: readonly string[],
  message: { readonly id: string; readonly timestampSeconds: number; readonly body: string },
): string {
  const signed = `${message.id}.${message.timestampSeconds}.${message.body}`;
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(signed, 'utf8').digest('base64')}`;
    })
    .join(' ');
}
