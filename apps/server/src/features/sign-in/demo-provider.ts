import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { emailKey } from '@muniment/domain/email-address.ts';
import type { FastifyInstance } from 'fastify';
import Provider, { errors } from 'oidc-provider';
import type { Database } from '../../database/connect.ts';
import { isDemo } from '../../database/is-demo.ts';
import { randomSecret } from '../../random-secret.ts';
import { isLoopback, type Settings, SettingsError } from '../../settings.ts';
import { type DemoPerson, type PickedPerson, typedPerson } from './demo-people.ts';
import { noticePage, PAGE_HEADERS, pickPage } from './demo-provider-pages.ts';
import { createDemoStorage } from './demo-provider-storage.ts';
import { demoTexts } from './demo-provider-texts.ts';
import { findDemoAccount } from './demo-repository.ts';
import { CALLBACK_PATH } from './identity-provider.ts';

const MOUNT_PATH = '/demo-sign-in';
const SIGNING_ALGORITHM = 'ES256';
const SESSION_COOKIE = 'muniment-demo-provider';
const MAX_FORM_BYTES = 8_192;
const MAX_PICKED = 5_000;

export interface DemoProvider {
  readonly issuer: string;
  /** Answers every request under the mount path; the body must not have been read. */
  handler(request: IncomingMessage, response: ServerResponse): void;
  /** Where errors go that are not the browser's doing. */
  reportTo(report: (error: unknown) => void): void;
}

/** The issuer that demo accounts belong to. */
export function demoIssuer(publicUrl: string): string {
  return `${publicUrl}${MOUNT_PATH}`;
}

/**
 * An OpenID provider where anyone may be anyone, so that the demo signs people in by the same code as any other
 * issuer. It is refused wherever that could do harm.
 *
 * @param options.people Whom the page offers.
 * @throws SettingsError outside of a demo: DEMO=1 without OIDC_ISSUER, a loopback PUBLIC_URL, and a database that
 *   was stamped as demo when it was made.
 * @source architecture.md, decision 8
 */
export async function createDemoProvider(options: {
  db: Database;
  settings: Pick<Settings, 'demo' | 'oidc' | 'publicUrl' | 'publisherName'>;
  people: () => Promise<readonly DemoPerson[]>;
  client: { id: string; secret: string };
}): Promise<DemoProvider> {
  const { db, settings, people } = options;
  if (!settings.demo || settings.oidc !== null || !isLoopback(settings.publicUrl)) {
    throw new SettingsError(
      'The demo sign-in needs DEMO=1, no OIDC_ISSUER, and a PUBLIC_URL on this machine.',
    );
  }
  if (!(await isDemo(db))) {
    throw new SettingsError(
      'This database was not made for the demo: set OIDC_ISSUER, or use another database.',
    );
  }
  const issuer = demoIssuer(settings.publicUrl);
  const picked = new Map<string, PickedPerson>();
  const provider = createProvider(issuer, options.client, `${settings.publicUrl}${CALLBACK_PATH}`, picked);
  const respond = provider.callback();
  let report: (error: unknown) => void = () => {};
  provider.on('server_error', (_ctx, error) => report(error));

  async function pick(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Throws where the browser has no sign-in under way, or another one.
    const { uid } = await provider.interactionDetails(request, response);
    const texts = textsFor(request);
    const page = { texts, action: `${MOUNT_PATH}/pick/${uid}`, publisherName: settings.publisherName };
    if (request.method !== 'POST') {
      return send(response, 200, pickPage({ ...page, people: await people() }));
    }
    const form = await readForm(request);
    const person = await pickedPerson(form);
    if (person === null) {
      const typed = { email: form.get('email') ?? '', displayName: form.get('name') ?? '' };
      return send(response, 400, pickPage({ ...page, people: await people(), typed }));
    }
    remember(person);
    await provider.interactionFinished(request, response, {
      login: { accountId: person.subject, remember: false },
    });
  }

  async function pickedPerson(form: URLSearchParams): Promise<PickedPerson | null> {
    const list = await people();
    const subject = form.get('subject');
    if (subject !== null) return list.find((person) => person.subject === subject) ?? null;
    const key = emailKey((form.get('email') ?? '').trim());
    if (key === null) return null;
    const known =
      list.find((person) => emailKey(person.email) === key) ?? (await findDemoAccount(db, issuer, key));
    return typedPerson(form.get('email') ?? '', form.get('name') ?? '', known);
  }

  function remember(person: PickedPerson): void {
    const oldest = picked.keys().next();
    if (picked.size >= MAX_PICKED && !oldest.done) picked.delete(oldest.value);
    picked.set(person.subject, person);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
    // Names that lead here from elsewhere (DNS rebinding) must not reach it.
    if (!isLoopback(`http://${request.headers.host ?? ''}`)) {
      const texts = textsFor(request);
      return send(response, 403, noticePage(texts, texts.notHere, texts.notHereAbout));
    }
    const { host, protocol } = new URL(settings.publicUrl);
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    // Every sign-in asks anew who to be: the provider never sees a session that it left in the browser.
    request.headers.cookie = withoutCookie(request.headers.cookie, SESSION_COOKIE);
    const url = request.url ?? MOUNT_PATH;
    if (url.startsWith(`${MOUNT_PATH}/pick/`)) return pick(request, response);
    Object.assign(request, { originalUrl: url, url: url.slice(MOUNT_PATH.length) || '/' });
    await respond(request, response);
  }

  return {
    issuer,
    handler(request, response) {
      handle(request, response).catch((error: unknown) => {
        const isOver = error instanceof errors.SessionNotFound;
        if (!isOver) report(error);
        if (response.headersSent) return void response.destroy();
        const texts = textsFor(request);
        const [title, body] = isOver ? [texts.over, texts.overAbout] : [texts.failed, texts.failedAbout];
        send(response, isOver ? 400 : 500, noticePage(texts, title, body));
      });
    },
    reportTo(to) {
      report = to;
    },
  };
}

const textsFor = (request: IncomingMessage) => demoTexts(request.headers['accept-language']);

/** Lets the provider answer under its path. Fastify must leave the bodies alone there. */
export function mountDemoProvider(app: FastifyInstance, provider: DemoProvider): void {
  provider.reportTo((error) => app.log.error(error));
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.route({
      method: ['GET', 'POST'],
      url: `${MOUNT_PATH}/*`,
      config: { needs: 'nothing' },
      exposeHeadRoute: false,
      handler: (request, reply) => {
        reply.hijack();
        provider.handler(request.raw, reply.raw);
      },
    });
  });
}

function createProvider(
  issuer: string,
  client: { id: string; secret: string },
  redirectUri: string,
  picked: ReadonlyMap<string, PickedPerson>,
): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, {
    adapter: createDemoStorage().adapter,
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: SIGNING_ALGORITHM,
      },
    ],
    jwks: {
      keys: [
        { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: SIGNING_ALGORITHM, kid: randomUUID() },
      ],
    },
    cookies: {
      keys: [randomSecret()],
      names: {
        session: SESSION_COOKIE,
        interaction: `${SESSION_COOKIE}-pick`,
        resume: `${SESSION_COOKIE}-resume`,
      },
      long: { httpOnly: true, sameSite: 'lax', path: MOUNT_PATH, signed: true },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    ttl: { Interaction: 600, AuthorizationCode: 60, AccessToken: 60, IdToken: 300, Grant: 600, Session: 600 },
    interactions: { url: (_ctx, interaction) => `${MOUNT_PATH}/pick/${interaction.uid}` },
    findAccount: (_ctx, subject) => {
      const person = picked.get(subject);
      if (person === undefined) return undefined;
      return {
        accountId: subject,
        // The demo vouches for every address: in it, anyone is whoever they say they are.
        claims: () => ({
          sub: subject,
          name: person.displayName,
          email: person.email,
          email_verified: true,
        }),
      };
    },
    // There is one client, and it is ours: nobody is asked for consent.
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session?.accountId;
      if (accountId === undefined) return undefined;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.id, accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError: (ctx) => {
      ctx.type = 'html';
      const texts = textsFor(ctx.req);
      ctx.body = noticePage(texts, texts.failed, texts.failedAbout);
    },
  });
  provider.proxy = true;
  return provider;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_FORM_BYTES) throw new Error('The form is too large.');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

function withoutCookie(header: string | undefined, name: string): string | undefined {
  const kept = header?.split(/; */).filter((cookie) => !new RegExp(`^${name}(\\.sig)?=`).test(cookie));
  return kept === undefined || kept.length === 0 ? undefined : kept.join('; ');
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}
