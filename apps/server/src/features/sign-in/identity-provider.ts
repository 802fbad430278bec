import * as client from 'openid-client';
import { personOf, type SignedInPerson } from './claims.ts';
import {
  CLOCK_TOLERANCE_SECONDS,
  discoverIssuer,
  type IssuerClient,
  requireSafeIssuer,
} from './discover-issuer.ts';

/** What a callback must match: made anew for every sign-in. */
export interface SignInChecks {
  readonly state: string;
  readonly nonce: string;
  /** PKCE. @source RFC 7636 */
  readonly codeVerifier: string;
}

/** Why a sign-in did not come about, as the sign-in page says it. */
export type SignInProblem =
  | 'sign-in-failed'
  | 'sign-in-expired'
  | 'no-verified-email'
  | 'provider-unavailable'
  | 'too-many-requests';

/** The identity provider refused, answered something wrong, or did not answer. For the log, not for people. */
export class IdentityProviderError extends Error {
  override readonly name = 'IdentityProviderError';
  readonly problem: 'sign-in-failed' | 'provider-unavailable';

  constructor(problem: 'sign-in-failed' | 'provider-unavailable', cause: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/** One issuer that signs people in. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Where its callbacks come in. No two issuers share one, so that one cannot pass for another (mix-up). */
  readonly callbackPath: string;
  /**
   * Where to send the browser. Throws IdentityProviderError.
   *
   * @param loginHint The address that the person typed.
   */
  startSignIn(loginHint: string | null): Promise<{ url: string; checks: SignInChecks }>;
  /**
   * Exchanges what came back for a person.
   *
   * @param query The query of the callback, without `?`.
   * @throws IdentityProviderError where any check fails.
   */
  finishSignIn(query: string, checks: SignInChecks): Promise<SignedInPerson>;
  /**
   * Where the person's session at the issuer ends; null where it has no such page.
   *
   * @throws IdentityProviderError where the issuer is away.
   */
  endSessionUrl(idToken: string | null): Promise<string | null>;
}

export interface IdentityProviderOptions extends IssuerClient {
  readonly publicUrl: string;
  /** Of an organization's issuer; left out for the default one. */
  readonly organizationNumber?: string;
}

export const CALLBACK_PATH = '/auth/callback';

/** The callback of an issuer; `null` stands for the default one. @source RFC 9700, 4.4.2 */
export function callbackPathOf(organizationNumber: string | null): string {
  return organizationNumber === null ? CALLBACK_PATH : `${CALLBACK_PATH}/${organizationNumber}`;
}

/** Where the issuer sends people after they signed out there. */
export function postLogoutUri(publicUrl: string): string {
  return `${publicUrl}/sign-in`;
}

const SCOPE = 'openid profile email';
/** The issuer's metadata is read again after this time, so that changes reach a server that runs for months. */
const METADATA_LIFETIME_MS = 60 * 60_000;

/**
 * Signs people in at an OpenID Connect issuer. Its metadata is read at the first use, so that the server starts
 * while the issuer is away. Its keys are kept for 5 minutes; a token by an unknown key has them read again, at most
 * once a minute.
 *
 * @throws Where the issuer is `http:` and not on this machine.
 * @source OpenID Connect Core 1.0, RFC 7636, RFC 9207
 */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  requireSafeIssuer(options.issuer);
  const callbackPath = callbackPathOf(options.organizationNumber ?? null);
  const redirectUri = `${options.publicUrl}${callbackPath}`;
  let known: { configuration: client.Configuration; readAt: number } | null = null;
  let reading: Promise<client.Configuration> | null = null;

  async function discover(): Promise<client.Configuration> {
    const configuration = await discoverIssuer(options);
    known = { configuration, readAt: performance.now() };
    return configuration;
  }

  async function read(): Promise<client.Configuration> {
    if (known !== null && performance.now() - known.readAt < METADATA_LIFETIME_MS) return known.configuration;
    reading ??= discover().finally(() => {
      reading = null;
    });
    try {
      return await reading;
    } catch (error) {
      if (known !== null) return known.configuration;
      throw new IdentityProviderError('provider-unavailable', error);
    }
  }

  return {
    issuer: options.issuer,
    clientId: options.clientId,
    callbackPath,

    async startSignIn(loginHint) {
      const configuration = await read();
      const checks = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: SCOPE,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: 'S256',
        ...(loginHint === null ? {} : { login_hint: loginHint }),
      });
      return { url: url.href, checks };
    },

    async finishSignIn(query, checks) {
      const configuration = await read();
      try {
        const tokens = await client.authorizationCodeGrant(
          configuration,
          new URL(`${redirectUri}?${query}`),
          {
            expectedState: checks.state,
            expectedNonce: checks.nonce,
            pkceCodeVerifier: checks.codeVerifier,
            idTokenExpected: true,
          },
        );
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) throw new Error('There is no ID token.');
        requireIssuedByNow(claims);
        const readUserInfo =
          configuration.serverMetadata().userinfo_endpoint === undefined
            ? null
            : () => client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return { ...(await personOf(claims, readUserInfo)), idToken: tokens.id_token };
      } catch (error) {
        throw new IdentityProviderError(problemOf(error), error);
      }
    },

    async endSessionUrl(idToken) {
      const configuration = await read();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      // The settings may name another client than when the session began: its tokens are not for this one to see.
      if (idToken !== null && !isFor(options.clientId, idToken)) return null;
      return client.buildEndSessionUrl(configuration, {
        post_logout_redirect_uri: postLogoutUri(options.publicUrl),
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}

/** The library looks at `exp` and `nbf` only. */
function requireIssuedByNow({ iat }: client.IDToken): void {
  if (iat > Date.now() / 1_000 + CLOCK_TOLERANCE_SECONDS) throw new Error('The ID token is of the future.');
}

/** Whether a token that was checked when it came is for a client. */
function isFor(clientId: string, idToken: string): boolean {
  const payload = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString();
  const { aud } = JSON.parse(payload) as { aud?: string | string[] };
  return [aud].flat().includes(clientId);
}

/** Tells an issuer that is away or broken from one that says no. */
function problemOf(error: unknown): 'sign-in-failed' | 'provider-unavailable' {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) {
    return error.error === 'server_error' || error.error === 'temporarily_unavailable'
      ? 'provider-unavailable'
      : 'sign-in-failed';
  }
  const { code, cause } = error as { code?: string; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return 'provider-unavailable';
  if (cause instanceof Response && cause.status >= 500) return 'provider-unavailable';
  // What fetch throws where nobody answers. Its messages are not fixed, but it always names a cause.
  if (error instanceof TypeError && cause instanceof Error) return 'provider-unavailable';
  return 'sign-in-failed';
}
