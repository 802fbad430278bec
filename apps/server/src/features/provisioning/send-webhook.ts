import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type EndpointRules, findAddress, readEndpointUrl } from './endpoint-address.ts';

/** What one try to deliver came to. */
export interface WebhookAnswer {
  /** The HTTP status, or null where none was answered. */
  readonly status: number | null;
  /** What went wrong, for the publisher's log; null for 2xx. */
  readonly error: string | null;
  /** Why the system says it refuses, if it says so. One line. */
  readonly reason: string | null;
}

export interface Webhook {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As long a try may take, in milliseconds. */
export interface WebhookLimits {
  readonly connectMs: number;
  readonly totalMs: number;
}

const WEBHOOK_LIMITS: WebhookLimits = { connectMs: 5_000, totalMs: 10_000 };
const ANSWER_MAX_BYTES = 64 * 1024;
const REASON_MAX_LENGTH = 200;
const TOO_LONG = 'It took too long to answer.';

/**
 * Posts one delivery. The name is resolved once, and the connection goes to the address that was checked, with the name
 * of the URL for TLS and Host. Redirects are not followed, and no more of an answer is read than its limit.
 *
 * @returns Whatever happened. Never throws, and never takes longer than the limits say.
 * @source quality.md, Security
 */
export async function sendWebhook(
  webhook: Webhook,
  rules: EndpointRules,
  limits: WebhookLimits = WEBHOOK_LIMITS,
): Promise<WebhookAnswer> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new Error(TOO_LONG)), limits.totalMs);
  try {
    return await postOnce(webhook, rules, limits, ending.signal);
  } catch (error) {
    return { status: null, error: describe(error), reason: null };
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

async function postOnce(
  { url: text, headers, body }: Webhook,
  rules: EndpointRules,
  limits: WebhookLimits,
  signal: AbortSignal,
): Promise<WebhookAnswer> {
  const url = readEndpointUrl(text);
  if (url === null) return { status: null, error: 'Its URL is none that deliveries go to.', reason: null };
  const found = await Promise.race([findAddress(url, rules), aborted(signal)]);
  if (found.kind === 'refused') return { status: null, error: found.why, reason: null };

  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const { address, family } = found;
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
      // A connection for each delivery: one that is kept could outlive a change of the name's address.
      agent: false,
      lookup: (_hostname, options, found_) => {
        if (options.all) found_(null, [{ address, family }]);
        else found_(null, address, family);
      },
    });
    request.once('socket', (socket) => {
      const connecting = setTimeout(
        () => request.destroy(new Error('It could not be connected to in time.')),
        limits.connectMs,
      );
      const stop = () => clearTimeout(connecting);
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', stop);
      socket.once('close', stop);
    });
    request.on('error', reject);
    request.once('response', resolve);
    request.end(body);
  });
  const status = response.statusCode ?? 0;
  const answer = await readStart(response);
  if (status >= 200 && status < 300) return { status, error: null, reason: null };
  if (status >= 300 && status < 400) {
    const error = `It answered ${status}, a redirect. Redirects are not followed.`;
    return { status, error, reason: 'it answered with a redirect, which is not followed' };
  }
  return { status, error: `It answered ${status}.`, reason: readReason(answer) };
}

/** The start of an answer, as far as its limit; what comes behind is not read. An answer that breaks off is what came. */
async function readStart(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= ANSWER_MAX_BYTES) break;
    }
  } catch {
    // The status was answered, and it is what counts.
  }
  response.destroy();
  return Buffer.concat(chunks).subarray(0, ANSWER_MAX_BYTES).toString('utf8');
}

function readReason(answer: string): string | null {
  try {
    const { reason } = JSON.parse(answer) as { reason?: unknown };
    if (typeof reason !== 'string') return null;
    return oneLine(reason) || null;
  } catch {
    return null;
  }
}

/** A text of somebody else's as one line that is safe to show: no control characters, not longer than its limit. */
function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * REASON_MAX_LENGTH)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= REASON_MAX_LENGTH
    ? line
    : `${characters.slice(0, REASON_MAX_LENGTH - 1).join('')}…`;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** What went wrong with a connection, by its code: a text of the library may quote what was sent. */
function describe(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ABORT_ERR') return TOO_LONG;
  return code === undefined ? (message ?? 'It could not be reached.') : `The connection failed (${code}).`;
}
