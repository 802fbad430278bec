import type { CallInput } from '@muniment/contract/client.ts';
import type { AnswerOf, Endpoint } from '@muniment/contract/endpoint.ts';
import { type ProblemBody, type ProblemId, problemIdOf } from '@muniment/contract/problems.ts';
import type { AnswerCheck } from './answer-check.ts';

/** What came back. Reading `body` of a refusal, or `problem` of an answer, fails with what it was instead. */
export interface ApiAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
  readonly problem: ProblemBody;
  /** The id at the end of the problem's type; null where it is no problem. */
  readonly problemId: ProblemId | null;
  readonly etag: string;
}

export interface RawRequest {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who calls the API: by a token, in a session, or as nobody. */
export interface Api {
  /** Calls an endpoint as its contract says. */
  call<const E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<ApiAnswer<AnswerOf<E>>>;
  /** Sends whatever it is given. A `body` that is text or bytes goes as it is, all else as JSON. */
  send(method: string, path: string, request?: RawRequest): Promise<ApiAnswer<unknown>>;
}

/**
 * Makes a caller.
 *
 * @param credential Headers that say who calls.
 * @param check Looks at every answer.
 */
export function createApi(
  url: string,
  credential: Readonly<Record<string, string>>,
  check: AnswerCheck,
): Api {
  async function send(method: string, path: string, request: RawRequest = {}): Promise<ApiAnswer<unknown>> {
    const { body } = request;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...credential,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(body === undefined ? {} : { body: isSentAsItIs(body) ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    check({
      method,
      path: path.split('?', 1)[0] ?? path,
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      text,
    });
    return answerOf(`${method} ${path}`, response, text);
  }

  return {
    send,
    async call(endpoint, input) {
      const headers: Record<string, string> = {};
      if (input.organization !== undefined) headers['x-organization'] = input.organization;
      if (input.ifMatch !== undefined) headers['if-match'] = input.ifMatch;
      if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey;
      if (endpoint.bodyMediaType !== undefined) headers['content-type'] = endpoint.bodyMediaType;
      const path = pathOf(endpoint.path, input.params, input.query);
      const { body } = input;
      return (await send(endpoint.method, path, {
        headers,
        ...(body === undefined ? {} : { body }),
      })) as ApiAnswer<never>;
    },
  };
}

function isSentAsItIs(body: unknown): body is string | Uint8Array<ArrayBuffer> {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function answerOf(name: string, response: Response, text: string): ApiAnswer<unknown> {
  const { status, headers } = response;
  const parse = () => (text === '' ? undefined : JSON.parse(text));
  return {
    status,
    headers,
    text,
    get body() {
      if (status >= 400) throw new Error(`${name} was refused: ${text}`);
      return parse();
    },
    get problem() {
      if (status < 400) throw new Error(`${name} was not refused, but answered ${status} ${text}`);
      return parse() as ProblemBody;
    },
    get problemId() {
      return status < 400 ? null : problemIdOf((parse() as ProblemBody).type);
    },
    get etag() {
      return headers.get('etag') ?? '';
    },
  };
}

function pathOf(pattern: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
