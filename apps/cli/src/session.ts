import { randomUUID } from 'node:crypto';
import { type Answer, type CallInput, createClient } from '@muniment/contract/client.ts';
import type { AnswerOf, Endpoint } from '@muniment/contract/endpoint.ts';
import type { Credentials } from './credentials.ts';
import { Failure } from './failure.ts';
import { messages } from './messages.ts';

/** Calls to one server as one caller. */
export interface Session {
  readonly server: string;
  /**
   * Every POST has an Idempotency-Key: that of the input, else a new one.
   *
   * @throws ProblemError where the server refuses; Failure where it does not answer.
   */
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<AnswerOf<E>>>;
}

const PATIENCE_MS = 60_000;

export function openSession({ server, token, organization }: Credentials): Session {
  const client = createClient({
    baseUrl: server,
    headers: () => ({ authorization: `Bearer ${token}`, 'user-agent': 'muniment-vl' }),
  });
  return {
    server,
    async call(endpoint, input) {
      const key = endpoint.method === 'POST' ? { idempotencyKey: input.idempotencyKey ?? randomUUID() } : {};
      const send = () =>
        client(endpoint, {
          ...(organization === null ? {} : { organization }),
          ...input,
          ...key,
          signal: input.signal ?? AbortSignal.timeout(PATIENCE_MS),
        });
      try {
        return await sendAgainIfCut(endpoint, send);
      } catch (error) {
        throw failureOf(error, server);
      }
    },
  };
}

/**
 * A connection that was cut leaves open whether the change was saved. Under the same Idempotency-Key it is
 * saved once, however often it is sent.
 */
async function sendAgainIfCut<T>(endpoint: Endpoint, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const isSafe = endpoint.method === 'POST' || endpoint.method === 'GET';
    if (isSafe && error instanceof TypeError && codeOf(error) !== 'ECONNREFUSED') return send();
    throw error;
  }
}

function failureOf(error: unknown, server: string): unknown {
  if (error instanceof TypeError) {
    const reason = codeOf(error) ?? (error.cause as Error | undefined)?.message ?? error.message;
    return new Failure(
      'server-unreachable',
      messages.serverUnreachable(server),
      messages.whyUnreachable(reason),
    );
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    const reason = messages.noAnswerFor(PATIENCE_MS / 1000);
    return new Failure('server-unreachable', messages.serverUnreachable(server), reason);
  }
  if (error instanceof SyntaxError) {
    return new Failure('server-unknown', messages.serverUnknown(server), messages.checkServer);
  }
  return error;
}

function codeOf(error: TypeError): string | undefined {
  return (error.cause as NodeJS.ErrnoException | undefined)?.code;
}
