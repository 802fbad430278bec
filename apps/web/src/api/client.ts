import { type Answer, type CallInput, createClient, ProblemError } from '@muniment/contract/client.ts';
import type { AnswerOf, Endpoint } from '@muniment/contract/endpoint.ts';
import type { ProblemId } from '@muniment/contract/problems.ts';

/** No answer came: the network or the server is away. Nothing is known of what became of the request. */
export class ServerNotReached extends Error {
  override readonly name = 'ServerNotReached';
}

/** What a call takes besides the organization: `params`, `query`, `body`, `ifMatch`, `idempotencyKey`, `signal`. */
export type ApiInput<E extends Endpoint> = Omit<CallInput<E>, 'organization'>;

type InputArguments<E extends Endpoint> =
  Record<string, never> extends ApiInput<E> ? [input?: ApiInput<E>] : [input: ApiInput<E>];

/** The API as the signed-in person, acting in one organization. */
export interface Api {
  /** Calls an endpoint of the contract and gives the body of its answer. */
  call<E extends Endpoint>(endpoint: E, ...input: InputArguments<E>): Promise<AnswerOf<E>>;
  /** As `call`, with the answer's version (`etag`), for the `ifMatch` of a later write. */
  callVersioned<E extends Endpoint>(endpoint: E, ...input: InputArguments<E>): Promise<Answer<AnswerOf<E>>>;
}

const sendAsPerson = createClient({ baseUrl: '' });

/**
 * Makes the API for one organization.
 *
 * A POST without an `idempotencyKey` gets a new one. Give your own, and keep it, where the person may try the
 * same act again after no answer came.
 *
 * @param organization Its number, from the page's address; null for calls that concern the person alone.
 * @param token An API token to speak by instead of the person's session.
 * @throws ProblemError (of the contract) where the server refuses; ServerNotReached.
 */
export function createApi(organization: string | null, token?: string): Api {
  const send =
    token === undefined
      ? sendAsPerson
      : createClient({ baseUrl: '', headers: () => ({ authorization: `Bearer ${token}` }) });
  async function callVersioned<E extends Endpoint>(endpoint: E, ...[input]: InputArguments<E>) {
    const request = {
      ...(endpoint.method === 'POST' ? { idempotencyKey: newIdempotencyKey() } : {}),
      ...input,
      organization: organization ?? undefined,
    };
    try {
      return await send(endpoint, request as unknown as CallInput<E>);
    } catch (error) {
      throw error instanceof TypeError ? new ServerNotReached(undefined, { cause: error }) : error;
    }
  }
  return {
    callVersioned,
    call: async (endpoint, ...input) => (await callVersioned(endpoint, ...input)).body,
  };
}

/** A key for one attempt at a POST: 128 random bits. Works outside secure contexts too. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Whether an error is this refusal of the server: `isProblem(error, 'stale-version')`. */
export function isProblem(error: unknown, id: ProblemId): error is ProblemError {
  return error instanceof ProblemError && error.id === id;
}
