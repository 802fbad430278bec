import { invalidField } from '../../problem.ts';
import { discoverIssuer, UnusableIssuer } from './discover-issuer.ts';

/**
 * Reads an issuer's metadata before it is stored, so that a mistake shows to whoever makes it, not to the people who
 * want to sign in.
 *
 * @throws Problem invalid-request naming the field, with what is wrong.
 */
export async function tryIssuer(wanted: {
  readonly issuer: string;
  readonly clientId: string;
}): Promise<void> {
  const { issuer, clientId } = wanted;
  requireIssuerUrl(issuer);
  const configuration = await discoverIssuer({ issuer, clientId, clientSecret: null }).catch(
    (error: unknown) => {
      throw invalidField('/issuer', reasonOf(error, issuer));
    },
  );
  const named = configuration.serverMetadata().issuer;
  // Tokens name it letter for letter. One that signs in the people of many tenants names none of them here.
  if (named !== issuer) {
    throw invalidField(
      '/issuer',
      `Its metadata names the issuer ${named.slice(0, 200)}: give that of one tenant, letter for letter.`,
    );
  }
}

/** @source OpenID Connect Discovery 1.0, 4.3 */
function requireIssuerUrl(issuer: string): void {
  const url = URL.parse(issuer);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === null || !isWeb) throw invalidField('/issuer', 'This is no URL that starts with https://.');
  if (url.username !== '' || url.password !== '' || /[?#]/.test(issuer)) {
    throw invalidField('/issuer', 'An issuer has no user name, query or fragment.');
  }
}

function reasonOf(error: unknown, issuer: string): string {
  if (error instanceof UnusableIssuer) return error.message;
  const { code, cause } = error as { code?: string; cause?: unknown };
  const where = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  if (cause instanceof Response) return `${where} answered ${cause.status}, and no metadata.`;
  switch (code) {
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return `${where} did not answer in time.`;
    case 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED':
      return `The metadata at ${where} is of another issuer.`;
    case 'OAUTH_PARSE_ERROR':
    case 'OAUTH_INVALID_RESPONSE':
      return `${where} answered no metadata of an issuer.`;
    default:
      return `${where} could not be read.`;
  }
}
