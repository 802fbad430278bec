import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from './endpoint.ts';
import { type ProblemBody, type ProblemId, problemIdOf } from './problems.ts';

/** What a call was refused with. @source RFC 9457 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** null where the answer is no problem of this API (a proxy's page, say). */
  readonly id: ProblemId | null;
  readonly body: ProblemBody;
  /** From the answer's Retry-After; null where it has none. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, body: ProblemBody, retryAfterSeconds: number | null) {
    super(body.detail ?? body.title);
    this.status = status;
    this.id = problemIdOf(body.type);
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface ClientSettings {
  /** Origin of the server, without a slash at the end; empty for the page's own. */
  readonly baseUrl: string;
  /** Added to every request: the bearer token of a command line, say. */
  readonly headers?: () => Record<string, string>;
  readonly fetch?: typeof fetch;
}

type Optional<T, Name extends string> = [T] extends [undefined]
  ? { readonly [K in Name]?: undefined }
  : Partial<T> extends T
    ? { readonly [K in Name]?: T }
    : { readonly [K in Name]: T };

export type CallInput<E extends Endpoint> = Optional<ParamsOf<E>, 'params'> &
  Optional<QueryOf<E>, 'query'> &
  Optional<BodyOf<E>, 'body'> & {
    /** Sent as X-Organization. */
    readonly organization?: string | undefined;
    readonly ifMatch?: string | undefined;
    readonly idempotencyKey?: string | undefined;
    readonly signal?: AbortSignal | undefined;
  };

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | null;
}

export type Client = <E extends Endpoint>(endpoint: E, input: CallInput<E>) => Promise<Answer<AnswerOf<E>>>;

/**
 * Makes the typed client of the API.
 *
 * @throws ProblemError where the server refuses; TypeError where it cannot be reached.
 */
export function createClient(settings: ClientSettings): Client {
  const send = settings.fetch ?? fetch;
  return async (endpoint, input) => {
    const accept = endpoint.mediaType ?? 'application/json';
    const headers: Record<string, string> = { accept, ...settings.headers?.() };
    if (input.organization !== undefined) headers['x-organization'] = input.organization;
    if (input.ifMatch !== undefined) headers['if-match'] = input.ifMatch;
    if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey;
    if (input.body !== undefined) headers['content-type'] = endpoint.bodyMediaType ?? 'application/json';
    const request: RequestInit = { method: endpoint.method, headers };
    if (input.body !== undefined) {
      request.body =
        endpoint.bodyMediaType === undefined
          ? JSON.stringify(input.body)
          : (input.body as Uint8Array<ArrayBuffer>);
    }
    if (input.signal !== undefined) request.signal = input.signal;

    const response = await send(settings.baseUrl + urlOf(endpoint, input.params, input.query), request);
    const etag = response.headers.get('etag');
    if (response.ok && endpoint.mediaType !== undefined) {
      return { status: response.status, body: response.body as never, etag };
    }
    const text = await response.text();
    if (!response.ok) throw problemOf(response, text);
    return {
      status: response.status,
      body: (text === '' ? undefined : JSON.parse(text)) as never,
      etag,
    };
  };
}

function urlOf(endpoint: Endpoint, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

function problemOf(response: Response, text: string): ProblemError {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError(
    response.status,
    bodyOf(response, text),
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}

function bodyOf(response: Response, text: string): ProblemBody {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'type' in body && 'title' in body)
      return body as ProblemBody;
  } catch {
    // Not JSON: answered by something in front of the server.
  }
  return {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
  };
}
