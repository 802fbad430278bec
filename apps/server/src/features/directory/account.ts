import { emailKey } from '@muniment/domain/email-address.ts';
import { readAttributes, type UserAttributes, type WantedAccount } from './scim/read-user.ts';
import { ENTERPRISE_URN, USER_URN } from './scim/user-schema.ts';

/** An account of an organization's directory, as it is kept. */
export interface DirectoryAccount {
  readonly id: string;
  readonly externalId: string | null;
  readonly userName: string;
  readonly active: boolean;
  /** All else that SCIM keeps, by attribute. */
  readonly profile: UserAttributes;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What a VL user takes over from their account. */
export interface AccountPerson {
  readonly displayName: string;
  /** null where the account has no address to sign in with. */
  readonly signInEmail: string | null;
  readonly signInEmailKey: string | null;
}

/** User names are the same in any case; those that are addresses, as addresses are. @source RFC 7643 4.1.1 */
export function userNameKey(userName: string): string {
  return emailKey(userName) ?? userName.normalize('NFC').toLowerCase();
}

/**
 * Whom an account stands for: the user name is what they sign in with where it is an address, else their primary
 * e-mail, or the only one.
 *
 * @source architecture 9, S10
 */
export function personOf({ userName, profile }: Pick<WantedAccount, 'userName' | 'profile'>): AccountPerson {
  const addresses = ((profile.emails ?? []) as { value?: string; primary?: boolean }[]).filter(
    ({ value }) => value !== undefined,
  );
  const preferred =
    addresses.find(({ primary }) => primary === true) ?? (addresses.length === 1 ? addresses[0] : undefined);
  const signInEmail = [userName, preferred?.value].find(
    (address) => address !== undefined && emailKey(address) !== null,
  );
  return {
    displayName: displayNameOf(userName, profile),
    signInEmail: signInEmail ?? null,
    signInEmailKey: signInEmail === undefined ? null : emailKey(signInEmail),
  };
}

const NAME_MAX_LENGTH = 200;

function displayNameOf(userName: string, profile: UserAttributes): string {
  const name = (profile.name ?? {}) as { formatted?: string; givenName?: string; familyName?: string };
  const candidates = [
    profile.displayName as string | undefined,
    name.formatted,
    [name.givenName, name.familyName].filter(Boolean).join(' '),
    userName,
  ];
  // Names reach the headers of mails: no line breaks, whatever a directory sends.
  const lines = candidates.map((one) => (one ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim());
  return [...(lines.find((line) => line !== '') ?? '-')].slice(0, NAME_MAX_LENGTH).join('');
}

/** The attributes of an account as a client would write them, in the order of the schema. */
export function attributesOf({ userName, externalId, active, profile }: DirectoryAccount): UserAttributes {
  const { profile: ordered } = readAttributes({ userName, ...profile });
  return { userName, ...(externalId === null ? {} : { externalId }), ...ordered, active };
}

/** The ETag of an account: the version of its resource. */
export function versionOf({ version }: Pick<DirectoryAccount, 'version'>): string {
  return `W/"${version}"`;
}

/** An account as SCIM answers it. @param base The URL of /scim/v2. */
export function resourceOf(account: DirectoryAccount, base: string) {
  const { userName, externalId, active, ...profile } = attributesOf(account);
  const isEnterprise = ENTERPRISE_URN in profile;
  return {
    schemas: isEnterprise ? [USER_URN, ENTERPRISE_URN] : [USER_URN],
    id: account.id,
    ...(externalId === undefined ? {} : { externalId }),
    userName,
    active,
    ...profile,
    meta: {
      resourceType: 'User',
      created: account.createdAt.toISOString(),
      lastModified: account.updatedAt.toISOString(),
      location: `${base}/Users/${account.id}`,
      version: versionOf(account),
    },
  };
}
