import { ProblemError, readProblem, SERVER_NOT_REACHED } from './problem.ts';

export type QueryValue = string | number | boolean | readonly string[] | null | undefined;

export interface ReadOptions {
  /** Left out where null, undefined or empty; a list is joined with commas. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly signal?: AbortSignal;
}

export interface WriteOptions {
  /** The version that the person saw; the server answers 412 `stale-version` when it has moved on. */
  readonly ifMatch?: string | null;
  /**
   * Names one attempt of the person. Give the same key when the same POST is tried again; without it each
   * call is an attempt of its own.
   */
  readonly idempotencyKey?: string;
}

/** A body with the version that it had, for `ifMatch` of a later write. */
export interface Versioned<T> {
  readonly body: T;
  readonly etag: string | null;
}

export interface Api {
  get<T>(path: string, options?: ReadOptions): Promise<T>;
  getVersioned<T>(path: string, options?: ReadOptions): Promise<Versioned<T>>;
  post<T>(path: string, body?: unknown, options?: WriteOptions): Promise<T>;
  put<T>(path: string, body: unknown, options?: WriteOptions): Promise<T>;
  patch<T>(path: string, body: unknown, options?: WriteOptions): Promise<T>;
  delete<T = void>(path: string, options?: WriteOptions): Promise<T>;
}

/**
 * The API as the signed-in person, acting in one organization.
 *
 * @param organization Its number, from the page's address; null for calls that concern the person alone.
 * @throws ProblemError from every call that is not answered with 2xx, and when no answer comes.
 */
export function createApi(organization: string | null): Api {
  async function send<T>(method: string, path: string, init: SendInit): Promise<Versioned<T>> {
    const headers = new Headers({ accept: 'application/json' });
    if (organization !== null) headers.set('x-organization', organization);
    if (init.ifMatch) headers.set('if-match', init.ifMatch);
    if (method === 'POST') headers.set('idempotency-key', init.idempotencyKey ?? newIdempotencyKey());
    if (init.body !== undefined) headers.set('content-type', 'application/json');

    const response = await reach(addQuery(path, init.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: init.body === undefined ? undefined : JSON.stringify(init.body),
      signal: init.signal,
    });
    if (!response.ok) throw new ProblemError(await readProblem(response));
    const answer = await response.text();
    return {
      body: (answer === '' ? undefined : JSON.parse(answer)) as T,
      etag: response.headers.get('etag'),
    };
  }

  return {
    get: async <T>(path: string, options: ReadOptions = {}) => (await send<T>('GET', path, options)).body,
    getVersioned: <T>(path: string, options: ReadOptions = {}) => send<T>('GET', path, options),
    post: async <T>(path: string, body?: unknown, options: WriteOptions = {}) =>
      (await send<T>('POST', path, { ...options, body })).body,
    put: async <T>(path: string, body: unknown, options: WriteOptions = {}) =>
      (await send<T>('PUT', path, { ...options, body })).body,
    patch: async <T>(path: string, body: unknown, options: WriteOptions = {}) =>
      (await send<T>('PATCH', path, { ...options, body })).body,
    delete: async <T = void>(path: string, options: WriteOptions = {}) =>
      (await send<T>('DELETE', path, options)).body,
  };
}

interface SendInit extends ReadOptions, WriteOptions {
  readonly body?: unknown;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError({
      type: SERVER_NOT_REACHED,
      title: '',
      detail: '',
      status: 0,
      errors: [],
      licenseIds: [],
      requestId: null,
    });
  }
}

/** A key for one attempt at a POST: 128 random bits. Works outside secure contexts too. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

function addQuery(path: string, query: ReadOptions['query']): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    const written = Array.isArray(value) ? value.join(',') : String(value ?? '');
    if (written !== '') params.set(name, written);
  }
  const search = params.toString();
  return search === '' ? path : `${path}?${search}`;
}
