import * as client from 'openid-client';
import { isLoopback } from '../../settings.ts';
import { personOf, type SignedInPerson } from './claims.ts';

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

/** One issuer that signs people in. Nothing outside of it knows which, so there can be one per organization. */
export interface IdentityProvider {
  /** Where to send the browser. Throws IdentityProviderError. */
  startSignIn(): Promise<{ url: string; checks: SignInChecks }>;
  /**
   * Exchanges what came back for a person.
   *
   * @param query The query of the callback, without `?`.
   * @throws IdentityProviderError where any check fails.
   */
  finishSignIn(query: string, checks: SignInChecks): Promise<SignedInPerson>;
  /** Where the person's session at the issuer ends; null where it has no such page or is away. */
  endSessionUrl(idToken: string | null): Promise<string | null>;
}

export interface IdentityProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  readonly publicUrl: string;
}

export const CALLBACK_PATH = '/auth/callback';

const SCOPE = 'openid profile email';
const TIMEOUT_SECONDS = 8;
/** The issuer's metadata is read again after this time, so that changes reach a server that runs for months. */
const METADATA_LIFETIME_MS = 60 * 60_000;

/**
 * Signs people in at an OpenID Connect issuer. Its metadata is read at the first use, so that the server starts
 * while the issuer is away.
 *
 * @throws Where the issuer is `http:` and not on this machine.
 * @source OpenID Connect Core 1.0, RFC 7636, RFC 9207
 */
export function createIdentityProvider(options: IdentityProviderOptions): IdentityProvider {
  const isPlain = options.issuer.startsWith('http:');
  if (isPlain && !isLoopback(options.issuer)) {
    throw new Error('An issuer that starts with http:// must be on this machine.');
  }
  const redirectUri = `${options.publicUrl}${CALLBACK_PATH}`;
  let known: { configuration: client.Configuration; readAt: number } | null = null;
  let reading: Promise<client.Configuration> | null = null;

  async function discover(): Promise<client.Configuration> {
    const configuration = await client.discovery(
      new URL(options.issuer),
      options.clientId,
      {},
      clientAuthentication(options.clientSecret),
      {
        timeout: TIMEOUT_SECONDS,
        // The signature of ID tokens is checked too, though they come straight from the issuer over TLS.
        execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
      },
    );
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
    async startSignIn() {
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
      try {
        const configuration = await read();
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
        return client.buildEndSessionUrl(configuration, {
          post_logout_redirect_uri: `${options.publicUrl}/sign-in`,
          ...(idToken === null ? {} : { id_token_hint: idToken }),
        }).href;
      } catch (error) {
        // Signing out here must not depend on the issuer.
        if (error instanceof IdentityProviderError) return null;
        throw error;
      }
    },
  };
}

/**
 * With a secret: in the body where the issuer says that it takes that, else in the header. In the header a secret
 * must be form-encoded (RFC 6749, 2.3.1), which not every issuer undoes.
 */
function clientAuthentication(secret: string | null): client.ClientAuth {
  if (secret === null) return client.None();
  const basic = client.ClientSecretBasic(secret);
  const post = client.ClientSecretPost(secret);
  return (server, metadata, body, headers) => {
    const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    return (takesPost ? post : basic)(server, metadata, body, headers);
  };
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
