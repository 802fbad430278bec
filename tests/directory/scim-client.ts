import { createScimToken } from '@muniment/contract/directory.ts';
import type { Muniment } from '../support/muniment.ts';
import { unique } from '../support/unique.ts';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A resource, list or error as it was answered. */
// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it.
type Json = any;

export interface ScimAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}

export interface Operation {
  readonly op: string;
  readonly path?: string;
  readonly value?: unknown;
}

/** A directory that pushes its accounts. */
export interface Directory {
  readonly token: string;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ScimAnswer>;
  /** Creates an account and answers it. */
  create(userName: string, more?: Readonly<Record<string, unknown>>): Promise<Json>;
  patch(id: string, ...operations: Operation[]): Promise<ScimAnswer>;
  disable(id: string): Promise<void>;
  enable(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  find(filter: string, more?: Readonly<Record<string, string>>): Promise<ScimAnswer>;
}

/** Speaks SCIM as a client would, with whatever credentials. */
export async function scim(
  url: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<ScimAnswer> {
  const response = await fetch(`${url}/scim/v2${path}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (text !== '' && !type.startsWith('application/scim+json'))
    throw new Error(`${method} ${path}: ${type} ${text}`);
  if (response.status >= 400) requireError(`${method} ${path}`, response.status, text);
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? null : JSON.parse(text),
  };
}

function requireError(name: string, status: number, text: string): void {
  const error = JSON.parse(text) as { schemas: string[]; status: string };
  if (error.schemas[0] !== 'urn:ietf:params:scim:api:messages:2.0:Error' || error.status !== String(status)) {
    throw new Error(`${name} is no error of SCIM: ${text}`);
  }
}

/** A token for an organization's directory, and what is done with it. */
export async function connectDirectory(muniment: Muniment, number: string): Promise<Directory> {
  const answer = await muniment.publisher.call(createScimToken, { params: { number }, body: null });
  if (answer.status !== 201) throw new Error(answer.text);
  return directoryWith(muniment.url, answer.body.token);
}

function directoryWith(url: string, token: string): Directory {
  const send: Directory['send'] = (method, path, body, headers) =>
    scim(url, token, method, path, body, headers);
  const expectStatus = async (answer: Promise<ScimAnswer>, status: number) => {
    const { status: actual, text, body } = await answer;
    if (actual !== status) throw new Error(`${actual} ${text}`);
    return body;
  };
  const patch: Directory['patch'] = (id, ...operations) =>
    send('PATCH', `/Users/${id}`, { schemas: [PATCH], Operations: operations });
  const setActive = (id: string, active: boolean) =>
    expectStatus(patch(id, { op: 'Replace', path: 'active', value: active ? 'True' : 'False' }), 200);
  return {
    token,
    send,
    patch,
    create: (userName, more = {}) =>
      expectStatus(send('POST', '/Users', { schemas: [USER], userName, active: true, ...more }), 201),
    disable: (id) => setActive(id, false),
    enable: (id) => setActive(id, true),
    remove: (id) => expectStatus(send('DELETE', `/Users/${id}`), 204),
    find: (filter, more = {}) => send('GET', `/Users?${new URLSearchParams({ filter, ...more })}`),
  };
}

/** A user name that nobody has yet. */
export function newUserName(name = 'person'): string {
  return `${name}.${unique()}@directory.example`;
}

/** What a directory sends with everything filled in. */
export function wholeUser(userName: string) {
  return {
    schemas: [USER, ENTERPRISE],
    userName,
    externalId: 'opaque-ID 01',
    name: { formatted: 'Dr Ada Byron', familyName: 'Byron', givenName: 'Ada', honorificPrefix: 'Dr' },
    displayName: 'Ada Byron',
    nickName: 'Ada',
    profileUrl: 'https://people.example/ada',
    title: 'Analyst',
    userType: 'Employee',
    preferredLanguage: 'en-GB',
    locale: 'en-GB',
    timezone: 'Europe/London',
    active: true,
    emails: [
      { value: userName, type: 'work', primary: true },
      { value: 'ada@home.example', display: 'Home', type: 'home', primary: false },
    ],
    phoneNumbers: [{ value: '+44 20 7946 0000', type: 'work' }],
    addresses: [{ streetAddress: '12 St James Sq', locality: 'London', postalCode: 'SW1Y', type: 'work' }],
    [ENTERPRISE]: {
      employeeNumber: '1815',
      department: 'Engines',
      manager: { value: 'babbage', displayName: 'Charles' },
    },
  };
}
