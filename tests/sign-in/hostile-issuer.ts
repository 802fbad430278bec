import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;

/** What the issuer answers next; change a field and it lies. */
export interface Answers {
  /** Turns honest claims into those of the ID token. */
  claims(honest: Claims): Claims;
  /** Turns claims into the ID token; null leaves it out. */
  token(claims: Claims): string | null;
  userinfo(honest: Claims): Claims;
  /** Turns honest parameters of the callback into those that the browser is sent back with. */
  callback(honest: Record<string, string>): Record<string, string>;
  /** By path: answer this status instead. */
  status: Record<string, number>;
  /** By path: answer anything, or nothing. */
  raw: Record<string, (response: ServerResponse) => void>;
  /** What it wants of the client; null: it takes any, and none. */
  clientSecret: string | null;
  /** What of its metadata differs. */
  metadata: Claims;
}

export interface HostileIssuer {
  readonly url: string;
  answers: Answers;
  /** Back to honest answers. */
  beHonest(): void;
  readonly sign: typeof signed;
  /** A key that is in the issuer's JWKS, and one that is not. */
  readonly key: KeyObject;
  readonly publicKey: KeyObject;
  readonly strangeKey: KeyObject;
  /** Signs with another key from now on, and publishes that one alone. */
  rotateKey(): void;
  /** How often its keys were read. */
  readonly keyRequests: () => number;
  /** What browsers asked for so far. */
  readonly authorizeRequests: URLSearchParams[];
  /** The requests for tokens so far. */
  readonly tokenRequests: { authorization: string | undefined; body: URLSearchParams }[];
  /** Refuses connections until `open` again, on the same port. */
  away(): Promise<void>;
  back(): Promise<void>;
}

const KEY_ID = 'the-key';
const JSON_HEADERS = { 'content-type': 'application/json' };

/** A small issuer of our own, honest until told otherwise. It signs everybody in without asking. */
export async function startHostileIssuer(clientId: string): Promise<HostileIssuer> {
  let pair = newPair(KEY_ID);
  const { privateKey: strangeKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const nonces = new Map<string, string>();
  const authorizeRequests: URLSearchParams[] = [];
  let keyRequests = 0;
  const tokenRequests: HostileIssuer['tokenRequests'] = [];
  let url = '';

  const honest: Answers = {
    claims: (claims) => claims,
    token: (claims) => signed(claims, pair.privateKey, { kid: pair.kid }),
    userinfo: (claims) => claims,
    callback: (parameters) => parameters,
    status: {},
    raw: {},
    clientSecret: null,
    metadata: {},
  };
  const person = () => ({
    sub: 'somebody',
    name: 'Some Body',
    email: 'some.body@fennimore.example',
    email_verified: true,
  });

  async function answer(request: IncomingMessage): Promise<{ location: string } | Claims> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return {
          issuer: url,
          authorization_endpoint: `${url}/authorize`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/jwks`,
          userinfo_endpoint: `${url}/userinfo`,
          end_session_endpoint: `${url}/end-session`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          ...issuer.answers.metadata,
        };
      case '/authorize': {
        authorizeRequests.push(searchParams);
        const code = `code-${nonces.size}-of-${new URL(url).port}`;
        nonces.set(code, searchParams.get('nonce') ?? '');
        const back = new URL(searchParams.get('redirect_uri') ?? '');
        const parameters = { code, state: searchParams.get('state') ?? '' };
        back.search = new URLSearchParams(issuer.answers.callback(parameters)).toString();
        return { location: back.href };
      }
      case '/jwks':
        keyRequests += 1;
        return {
          keys: [{ ...pair.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: pair.kid }],
        };
      case '/token': {
        const body = new URLSearchParams(await text(request));
        tokenRequests.push({ authorization: request.headers.authorization, body });
        const now = Math.floor(Date.now() / 1_000);
        const code = body.get('code') ?? '';
        const nonce = nonces.get(code);
        // A code is good once, and only where it was made.
        if (!nonces.has(code)) return { error: 'invalid_grant' };
        nonces.set(code, '');
        if (!isClient(request.headers.authorization, body)) return { error: 'invalid_client' };
        const claims = { iss: url, aud: clientId, iat: now, exp: now + 300, nonce, ...person() };
        const token = issuer.answers.token(issuer.answers.claims(claims));
        return {
          access_token: 'opaque',
          token_type: 'Bearer',
          ...(token === null ? {} : { id_token: token }),
        };
      }
      case '/userinfo':
        return issuer.answers.userinfo(person());
      default:
        return {};
    }
  }

  function isClient(authorization: string | undefined, body: URLSearchParams): boolean {
    const wanted = issuer.answers.clientSecret;
    const [, given = ''] = atob(authorization?.replace('Basic ', '') ?? '').split(':');
    return wanted === null || body.get('client_secret') === wanted || decodeURIComponent(given) === wanted;
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    const raw = issuer.answers.raw[pathname];
    if (raw !== undefined) return raw(response);
    const status = issuer.answers.status[pathname];
    if (status !== undefined) return void response.writeHead(status).end('no');
    void answer(request).then((body) => {
      const isRedirect = typeof body.location === 'string';
      response.writeHead(
        isRedirect ? 303 : 'error' in body ? 400 : 200,
        isRedirect ? { location: `${body.location}` } : JSON_HEADERS,
      );
      response.end(isRedirect ? undefined : JSON.stringify(body));
    });
  });
  const listen = (port: number) =>
    new Promise<void>((done) => server.listen(port, '127.0.0.1', done)).then(
      () => server.address() as AddressInfo,
    );
  const { port } = await listen(0);
  url = `http://127.0.0.1:${port}`;

  const issuer: HostileIssuer = {
    url,
    answers: { ...honest },
    beHonest: () => {
      issuer.answers = { ...honest, status: {}, raw: {} };
    },
    sign: signed,
    get key() {
      return pair.privateKey;
    },
    get publicKey() {
      return pair.publicKey;
    },
    strangeKey,
    rotateKey: () => {
      pair = newPair(`${pair.kid}-next`);
    },
    keyRequests: () => keyRequests,
    authorizeRequests,
    tokenRequests,
    async away() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    back: async () => void (await listen(port)),
  };
  return issuer;
}

function newPair(kid: string) {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2_048 }) };
}

/** A JWT with these claims; `header` may say anything. */
export function signed(claims: Claims, key: KeyObject, header: Claims = {}): string {
  const input = unsigned(claims, { alg: 'RS256', kid: KEY_ID, ...header });
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** Signed with a secret that issuer and client share, where a public key was expected. */
export function signedWithSecret(claims: Claims, secret: string): string {
  const input = unsigned(claims, { alg: 'HS256', kid: KEY_ID });
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

export function unsigned(claims: Claims, header: Claims): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
