import type { IDToken, UserInfoResponse } from 'openid-client';

/** What an issuer says of somebody. */
export interface ClaimedPerson {
  readonly issuer: string;
  readonly subject: string;
  /** One line, never empty. */
  readonly displayName: string;
  readonly email: string | null;
  /** The issuer says that the address is this person's. Without a word it is not. */
  readonly emailVerified: boolean;
}

export interface SignedInPerson extends ClaimedPerson {
  readonly idToken: string;
}

type Claims = Readonly<Record<string, unknown>>;

const NAME_MAX_LENGTH = 200;

/**
 * Reads name and e-mail out of the ID token, and asks for more only where it does not hold them all: many
 * issuers tell them at the UserInfo endpoint alone.
 *
 * Directory roles and groups are not looked at: they give no right here (A7).
 *
 * @param readUserInfo null where the issuer has no such endpoint. The answer's subject was checked.
 * @source OpenID Connect Core 1.0, 5.4
 */
export async function personOf(
  idToken: IDToken,
  readUserInfo: (() => Promise<UserInfoResponse>) | null,
): Promise<ClaimedPerson> {
  const sources: Claims[] = [idToken];
  const isComplete = line(idToken, 'name') !== null && emailOf(idToken) !== null && isVouched(idToken);
  if (!isComplete && readUserInfo !== null) {
    try {
      sources.push(withIssuer(await readUserInfo(), idToken.iss));
    } catch (error) {
      if (emailOf(idToken) === null) throw error;
    }
  }
  // Address and verification come from one place: each half may be about another address.
  const withEmail = sources.filter((source) => emailOf(source) !== null);
  const chosen = withEmail.find(isVouched) ?? withEmail[0];
  const email = chosen === undefined ? null : emailOf(chosen);
  return {
    issuer: idToken.iss,
    subject: idToken.sub,
    displayName: firstOf(sources, nameOf) ?? email ?? idToken.sub,
    email,
    emailVerified: chosen !== undefined && isVouched(chosen),
  };
}

function withIssuer(claims: Claims, iss: string): Claims {
  return { ...claims, iss };
}

function nameOf(claims: Claims): string | null {
  const parts = [line(claims, 'given_name'), line(claims, 'family_name')].filter((part) => part !== null);
  return line(claims, 'name') ?? (parts.length > 0 ? parts.join(' ') : line(claims, 'preferred_username'));
}

/**
 * Whether the issuer vouches for the address.
 *
 * Entra ID has no `email_verified`: its `xms_edov` says that the organization proved that the address's domain is
 * its own. That claim means nothing from anybody else.
 */
function isVouched(claims: Claims): boolean {
  if (claims.email_verified === true) return true;
  const edov = claims.xms_edov;
  return isEntra(claims.iss) && (edov === true || edov === 1 || edov === '1' || edov === 'true');
}

function isEntra(issuer: unknown): boolean {
  return typeof issuer === 'string' && issuer.startsWith('https://login.microsoftonline.com/');
}

/** As the issuer writes it: whether it is an address is judged by its key. */
function emailOf(claims: Claims): string | null {
  const value = claims.email;
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A claim as one line of text; null where it is missing, empty or no text. */
function line(claims: Claims, name: string): string | null {
  const value = claims[name];
  if (typeof value !== 'string') return null;
  const text = value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, NAME_MAX_LENGTH);
  return text === '' ? null : text;
}

function firstOf(sources: readonly Claims[], read: (claims: Claims) => string | null): string | null {
  for (const source of sources) {
    const value = read(source);
    if (value !== null) return value;
  }
  return null;
}
