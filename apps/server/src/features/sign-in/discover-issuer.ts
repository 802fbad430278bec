import * as client from 'openid-client';
import { isLoopback } from '../../settings.ts';
import { boundedFetch } from './bounded-fetch.ts';

/** This server as a client of an issuer. */
export interface IssuerClient {
  readonly issuer: string;
  readonly clientId: string;
  /** null: a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
}

/** An issuer that cannot be used as its metadata is; the message says why. */
export class UnusableIssuer extends Error {
  override readonly name = 'UnusableIssuer';
}

/** By how much the clocks of issuer and server may differ. */
export const CLOCK_TOLERANCE_SECONDS = 60;

const TIMEOUT_SECONDS = 8;

/** @throws UnusableIssuer where the issuer is `http:` and not on this machine. */
export function requireSafeIssuer(issuer: string): void {
  if (isPlain(issuer) && !isLoopback(issuer)) {
    throw new UnusableIssuer('An issuer that starts with http:// must be on this machine.');
  }
}

/**
 * Reads an issuer's metadata.
 *
 * @throws UnusableIssuer where it lacks what a sign-in needs. Other errors where it does not answer, or its metadata
 *   names another issuer.
 * @source OpenID Connect Discovery 1.0, RFC 9700
 */
export async function discoverIssuer(options: IssuerClient): Promise<client.Configuration> {
  requireSafeIssuer(options.issuer);
  const configuration = await client.discovery(
    new URL(options.issuer),
    options.clientId,
    { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    clientAuthentication(options.clientSecret),
    {
      timeout: TIMEOUT_SECONDS,
      [client.customFetch]: boundedFetch,
      // The signature of ID tokens is checked too, though they come straight from the issuer over TLS.
      execute: [
        client.enableNonRepudiationChecks,
        ...(isPlain(options.issuer) ? [client.allowInsecureRequests] : []),
      ],
    },
  );
  requireUsable(configuration.serverMetadata(), isPlain(options.issuer));
  return configuration;
}

const NEEDED = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;
const ENDPOINTS = [...NEEDED, 'userinfo_endpoint', 'end_session_endpoint'] as const;

function requireUsable(metadata: client.ServerMetadata, mayBePlain: boolean): void {
  for (const name of NEEDED) {
    if (metadata[name] === undefined) throw new UnusableIssuer(`Its metadata has no ${name}.`);
  }
  for (const name of ENDPOINTS) {
    const url: unknown = metadata[name];
    // Browsers are sent to some of these: nothing but a web address may come out of it.
    if (url !== undefined && !isWebAddress(url, mayBePlain)) {
      throw new UnusableIssuer(`The ${name} in its metadata does not start with https://.`);
    }
  }
  const methods = metadata.code_challenge_methods_supported;
  if (methods !== undefined && !methods.includes('S256')) {
    throw new UnusableIssuer('It does not support PKCE with S256.');
  }
  if (metadata.response_types_supported?.includes('code') === false) {
    throw new UnusableIssuer('It does not support the authorization code flow.');
  }
}

function isWebAddress(url: unknown, mayBePlain: boolean): boolean {
  const protocol = typeof url === 'string' ? URL.parse(url)?.protocol : undefined;
  return protocol === 'https:' || (mayBePlain && protocol === 'http:');
}

function isPlain(issuer: string): boolean {
  return URL.parse(issuer)?.protocol === 'http:';
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
