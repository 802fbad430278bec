import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { randomSecret } from '../../random-secret.ts';
import { isLoopback, type Settings } from '../../settings.ts';
import { describeError } from './describe-error.ts';
import { CALLBACK_PATH } from './identity-provider.ts';
import type { Issuers } from './issuers.ts';
import { localPath } from './return-to.ts';
import { cookieOf, sessionCookie } from './session-service.ts';
import {
  finishSignIn,
  SIGN_IN_MINUTES,
  type SignInRefusal,
  signOut,
  startSignIn,
} from './sign-in-service.ts';

const BROWSER_KEY = /^[\w-]{43}$/;
const START_PATH = '/auth/sign-in';

/** Anyone may call these: they are how somebody becomes known. */
const config = { needs: 'nothing' } as const;

/**
 * Sign-in by OpenID Connect: start, callback, sign-out. Cookies must have been registered.
 *
 * @source interfaces.md "HTTP", RFC 9700
 */
export function registerSignIn(
  app: FastifyInstance,
  deps: { db: Database; settings: Settings; issuers: Issuers },
): void {
  const { settings } = deps;
  const session = sessionCookie(settings);
  const browser = cookieOf(settings, 'muniment-sign-in');
  // A HEAD that some checker sends must not use a sign-in up.
  const options = { config, exposeHeadRoute: false };

  app.get(START_PATH, options, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    const query = request.query as Record<string, unknown>;
    const returnTo = localPath(query.returnTo);
    const email = emailOf(query);
    const elsewhere = onPublicHost(request, settings.publicUrl, query, { returnTo, email });
    if (elsewhere !== null) return reply.redirect(elsewhere, 303);

    // One key serves every tab of this browser.
    const browserKey = browserKeyOf(request) ?? randomSecret();
    const started = await startSignIn(deps, { returnTo, email, browserKey, address: request.ip });
    if (started.kind === 'refused') return refuse(request, reply, started);
    void reply.setCookie(browser.name, browserKey, { ...browser.options, maxAge: SIGN_IN_MINUTES * 60 });
    return reply.redirect(started.url, 303);
  });

  for (const path of [CALLBACK_PATH, `${CALLBACK_PATH}/:organization`]) app.get(path, options, callback);

  async function callback(request: FastifyRequest, reply: FastifyReply) {
    void reply.header('cache-control', 'no-store');
    const finished = await finishSignIn(deps, {
      path: pathOf(request.url),
      query: request.url.slice(pathOf(request.url).length + 1),
      browserKey: browserKeyOf(request),
      previousSession: request.cookies[session.name] ?? null,
      address: request.ip,
    });
    if (finished.kind === 'refused') return refuse(request, reply, finished);
    void reply.setCookie(session.name, finished.token, { ...session.options, expires: finished.expiresAt });
    return reply.redirect(finished.returnTo, 303);
  }

  app.post('/auth/sign-out', options, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    if (request.headers.origin !== settings.publicUrl) {
      throw new Problem('origin-refused', { detail: `Signing out must come from ${settings.publicUrl}.` });
    }
    const redirectTo = await signOut(deps, request.cookies[session.name] ?? null);
    void reply.clearCookie(session.name, session.options);
    return { redirectTo };
  });

  function browserKeyOf(request: FastifyRequest): string | null {
    const key = request.cookies[browser.name];
    return key !== undefined && BROWSER_KEY.test(key) ? key : null;
  }
}

/** People get the sign-in page, which says in their words what went wrong; the log gets the rest. */
function refuse(request: FastifyRequest, reply: FastifyReply, refusal: SignInRefusal) {
  const { problem, returnTo, retryAfterSeconds } = refusal;
  const error = refusal.error === undefined ? undefined : describeError(refusal.error, refusal.secrets ?? []);
  request.log.warn({ problem, error }, 'Sign-in refused');
  if (retryAfterSeconds !== undefined && !request.headers.accept?.includes('text/html')) {
    throw new Problem('too-many-requests', { retryAfterSeconds });
  }
  const query = new URLSearchParams({ problem });
  if (returnTo !== undefined && returnTo !== '/') query.set('returnTo', returnTo);
  return reply.redirect(`/sign-in?${query}`, 303);
}

/**
 * On one machine `localhost` and `127.0.0.1` are one server with two cookie jars: whoever starts at the wrong name
 * would come back without the cookie. Only these names are looked at, and once, so that nothing can loop.
 */
function onPublicHost(
  request: FastifyRequest,
  publicUrl: string,
  query: Record<string, unknown>,
  asked: { returnTo: string; email: string | null },
): string | null {
  const host = request.headers.host ?? '';
  const isOther = isLoopback(publicUrl) && isLoopback(`http://${host}`) && host !== new URL(publicUrl).host;
  if (!isOther || query.moved !== undefined) return null;
  const { returnTo, email } = asked;
  const same = new URLSearchParams({ returnTo, ...(email === null ? {} : { email }), moved: '1' });
  return `${publicUrl}${START_PATH}?${same}`;
}

/** The address that decides on the issuer; `login_hint` is what other systems call it. */
function emailOf(query: Record<string, unknown>): string | null {
  const typed = [query.email, query.login_hint].find((one) => typeof one === 'string' && one.trim() !== '');
  return typeof typed === 'string' ? typed.trim() : null;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
