import { domainOf, emailKey } from '@muniment/domain/email-address.ts';
import type { Database, Queryable, Trx } from '../../database/connect.ts';
import { deriveKeys, type EncryptionKeys, openWithEither } from '../../sealing-keys.ts';
import { createIdentityProvider, type IdentityProvider, IdentityProviderError } from './identity-provider.ts';
import { holdIssuers, type StoredIssuer, selectIssuer } from './issuer-repository.ts';

/** An issuer, and whose it is: null where it is the default one. */
export interface Issuer {
  readonly organizationId: string | null;
  readonly provider: IdentityProvider;
}

/**
 * Which issuer signs whom in. Both throw IdentityProviderError where the client secret does not open: it was sealed under
 * another ENCRYPTION_KEY.
 */
export interface Issuers {
  /** The one that owns the domain of an address; the default one where none does, or there is no address. */
  ofEmail(address: string | null): Promise<Issuer>;
  /** The one of an organization, as it is now, or the default one. null where the organization has none any more. */
  of(organizationId: string | null): Promise<Issuer | null>;
}

/** Servers keep what they know of so many issuers: their metadata and keys. */
const KEPT = 500;

/**
 * Knows the default issuer, and those of organizations from the database. What is stored is read with every sign-in,
 * so that a change counts in all server processes from its answer on; only what belongs to one revision is kept.
 */
export function createIssuers(deps: {
  readonly db: Database;
  readonly defaultProvider: IdentityProvider;
  readonly encryptionKeys: EncryptionKeys;
  readonly publicUrl: string;
}): Issuers {
  const { db, defaultProvider, encryptionKeys, publicUrl } = deps;
  const byDefault: Issuer = { organizationId: null, provider: defaultProvider };
  /** By revision, the one used longest ago first. */
  const kept = new Map<string, Issuer>();

  function issuerOf(stored: StoredIssuer): Issuer {
    const { revision, organizationId, organizationNumber, issuer, clientId, sealedSecret } = stored;
    const known = kept.get(revision);
    const found = known ?? {
      organizationId,
      provider: createIdentityProvider({
        issuer,
        clientId,
        clientSecret: sealedSecret === null ? null : openSecret(organizationId, sealedSecret),
        organizationNumber,
        publicUrl,
      }),
    };
    kept.delete(revision);
    kept.set(revision, found);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
  }

  function openSecret(organizationId: string, sealed: string): string {
    try {
      return openWithEither(clientSecretKeys(encryptionKeys, organizationId), sealed);
    } catch (error) {
      throw new IdentityProviderError('provider-unavailable', error);
    }
  }

  return {
    async ofEmail(address) {
      const key = address === null ? null : emailKey(address);
      const stored = key === null ? null : await selectIssuer(db, { domain: domainOf(key) });
      return stored === null ? byDefault : issuerOf(stored);
    },

    async of(organizationId) {
      if (organizationId === null) return byDefault;
      const stored = await selectIssuer(db, { organizationId });
      return stored === null ? null : issuerOf(stored);
    },
  };
}

/** Seals the client secret of one organization's issuer: put into another's row, it does not open. */
export function clientSecretKeys(keys: EncryptionKeys, organizationId: string): EncryptionKeys {
  return deriveKeys(keys, `client secret of ${organizationId}`);
}

/**
 * What an issuer's word is worth when it has signed somebody in. Issuers stay as they are until the transaction ends.
 *
 * An issuer vouches for the addresses that lead to it and for no others: otherwise an organization's issuer could
 * claim anybody's address.
 *
 * @returns Whether the issuer may still sign people in, and whether it vouches for the address.
 */
export async function weighIssuer(
  trx: Trx,
  { organizationId, provider }: Issuer,
  emailKey: string,
): Promise<{ readonly stands: boolean; readonly vouches: boolean }> {
  await holdIssuers(trx);
  const owner = await selectIssuer(trx, { domain: domainOf(emailKey) });
  return {
    stands: organizationId === null || (await isAsStored(trx, organizationId, provider)),
    vouches: (owner?.organizationId ?? null) === organizationId,
  };
}

async function isAsStored(
  q: Queryable,
  organizationId: string,
  provider: IdentityProvider,
): Promise<boolean> {
  const stored = await selectIssuer(q, { organizationId });
  return stored?.issuer === provider.issuer && stored.clientId === provider.clientId;
}
