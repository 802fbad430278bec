import type { IdentityProviderView, WantedIdentityProvider } from '@muniment/contract/identity-providers.ts';
import { emailDomainKey } from '@muniment/domain/email-address.ts';
import { v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField, Problem } from '../../problem.ts';
import { sealText } from '../../sealed-text.ts';
import { type EncryptionKeys, openWithEither } from '../../sealing-keys.ts';
import { type Author, appendToLedger } from '../ledger/ledger-service.ts';
import { callbackPathOf, postLogoutUri } from './identity-provider.ts';
import {
  deleteIssuer,
  deleteSessionsOfIssuer,
  lockIssuers,
  revokeTokensOfIssuer,
  type StoredIssuer,
  selectDomains,
  selectForeignDomains,
  selectIssuer,
  selectOrganization,
  upsertIssuer,
  withdrawVerification,
} from './issuer-repository.ts';
import { clientSecretKeys } from './issuers.ts';

export interface SaveIssuerDeps {
  readonly encryptionKeys: EncryptionKeys;
  readonly publicUrl: string;
  readonly publisherName: string;
}

/** The issuer of an organization. @throws Problem not-found where there is no such organization, or it has none. */
export async function readIssuer(
  q: Queryable,
  publicUrl: string,
  number: string,
): Promise<IdentityProviderView> {
  const { id } = await organizationOf(q, number);
  const stored = await selectIssuer(q, { organizationId: id });
  if (stored === null)
    throw new Problem('not-found', { detail: 'The organization has no issuer of its own.' });
  return viewOf(stored, await selectDomains(q, id), publicUrl);
}

/**
 * Gives an organization an issuer of its own, or changes it. What is stored already leaves no trace.
 *
 * Another issuer ends the sessions and API tokens of the one before. Addresses for which another issuer vouched until now count as
 * unverified until their people sign in anew.
 *
 * @throws Problem not-found, email-domain-taken, or invalid-request naming the domain that is none.
 * @source B5, B9
 */
export async function saveIssuer(
  trx: Trx,
  deps: SaveIssuerDeps,
  number: string,
  wanted: WantedIdentityProvider,
): Promise<{ created: boolean; body: IdentityProviderView }> {
  const domains = readDomains(wanted.emailDomains);
  await lockIssuers(trx);
  const organization = await organizationOf(trx, number);
  const organizationId = organization.id;
  await refuseForeignDomains(trx, organizationId, wanted.emailDomains);

  const before = await selectIssuer(trx, { organizationId });
  const domainsBefore = before === null ? [] : await selectDomains(trx, organizationId);
  const keys = clientSecretKeys(deps.encryptionKeys, organizationId);
  const secretBefore = openSecret(keys, before?.sealedSecret ?? null);
  const isSameClient = before?.issuer === wanted.issuer && before.clientId === wanted.clientId;
  // What one issuer gave us is not shown to another.
  const secret =
    wanted.clientSecret === undefined ? (isSameClient ? secretBefore : null) : wanted.clientSecret;

  if (secret === undefined) {
    throw invalidField(
      '/clientSecret',
      'The one that is kept was sealed under another ENCRYPTION_KEY: give it again.',
    );
  }
  const isSecretSame = secret === secretBefore;
  if (isSameClient && isSecretSame && domains.join() === domainsBefore.join()) {
    return { created: false, body: viewOf(before, domains, deps.publicUrl) };
  }
  const at = await currentTime(trx);
  const stored: StoredIssuer = {
    organizationId,
    organizationNumber: organization.number,
    issuer: wanted.issuer,
    clientId: wanted.clientId,
    sealedSecret: secret === null ? null : sealText(keys.current, secret),
    revision: v7(),
    updatedAt: at,
  };
  await upsertIssuer(trx, stored, domains);
  if (before !== null && before.issuer !== wanted.issuer) {
    await deleteSessionsOfIssuer(trx, organizationId);
    await revokeTokensOfIssuer(trx, organizationId, before.issuer);
  }
  await withdrawVerification(trx, domains, wanted.issuer);
  const left = domainsBefore.filter((domain) => !domains.includes(domain));
  if (left.length > 0) await withdrawVerification(trx, left, null);
  await appendToLedger(trx, organizationId, authorOf(deps), at, {
    event: before === null ? 'identity-provider.set-up' : 'identity-provider.changed',
    version: 1,
    licenseIds: [],
    details: {
      organizationId,
      before: before === null ? null : factsOf(before, domainsBefore),
      after: factsOf(stored, domains),
      isSecretChanged: !isSecretSame,
    },
  });
  return { created: before === null, body: viewOf(stored, domains, deps.publicUrl) };
}

/**
 * Forgets the issuer of an organization: whoever signed in there is signed out, their API tokens end, and its domains are the default
 * issuer's again. What people registered with accounts of it stays theirs, and out of reach.
 *
 * @throws Problem not-found where there is none.
 * @source B5
 */
export async function removeIssuer(trx: Trx, deps: SaveIssuerDeps, number: string): Promise<void> {
  await lockIssuers(trx);
  const { id } = await organizationOf(trx, number);
  const before = await selectIssuer(trx, { organizationId: id });
  if (before === null)
    throw new Problem('not-found', { detail: 'The organization has no issuer of its own.' });
  const domains = await selectDomains(trx, id);
  await withdrawVerification(trx, domains, null);
  await deleteIssuer(trx, id);
  await revokeTokensOfIssuer(trx, id, before.issuer);
  await appendToLedger(trx, id, authorOf(deps), await currentTime(trx), {
    event: 'identity-provider.removed',
    version: 1,
    licenseIds: [],
    details: { organizationId: id, before: factsOf(before, domains) },
  });
}

function authorOf({ publisherName }: SaveIssuerDeps): Author {
  return { kind: 'publisher', id: null, name: publisherName };
}

/** A client secret that is kept, or null; undefined where it was sealed under another key. */
function openSecret(keys: EncryptionKeys, sealed: string | null): string | null | undefined {
  if (sealed === null) return null;
  try {
    return openWithEither(keys, sealed);
  } catch {
    return undefined;
  }
}

/** An organization by its number. @throws Problem not-found */
export async function organizationOf(q: Queryable, number: string): Promise<{ id: string; number: string }> {
  const organization = await selectOrganization(q, number);
  if (organization === null)
    throw new Problem('not-found', { detail: 'There is no organization with this number.' });
  return organization;
}

/** The keys of domains, sorted, each once. @throws Problem invalid-request naming the one that is none. */
function readDomains(typed: readonly string[]): string[] {
  const keys = typed.map((domain, index) => {
    const key = emailDomainKey(domain.trim());
    if (key === null)
      throw invalidField(`/emailDomains/${index}`, 'This is no e-mail domain, such as fennimore.example.');
    return key;
  });
  return [...new Set(keys)].sort();
}

async function refuseForeignDomains(
  trx: Trx,
  organizationId: string,
  typed: readonly string[],
): Promise<void> {
  const keys = typed.map((domain) => emailDomainKey(domain.trim()) ?? '');
  const foreign = await selectForeignDomains(trx, organizationId, keys);
  if (foreign.size === 0) return;
  throw new Problem('email-domain-taken', {
    detail: [...foreign].map(([domain, owner]) => `${domain} belongs to organization ${owner}.`).join(' '),
    errors: keys.flatMap((key, index) => {
      const owner = foreign.get(key);
      const detail = `Belongs to organization ${owner}.`;
      return owner === undefined ? [] : [{ pointer: `/emailDomains/${index}`, detail }];
    }),
  });
}

/** What the ledger keeps: facts of the contract with the issuer, no secret. */
function factsOf({ issuer, clientId }: StoredIssuer, emailDomains: readonly string[]) {
  return { issuer, clientId, emailDomains };
}

function viewOf(
  stored: StoredIssuer,
  emailDomains: readonly string[],
  publicUrl: string,
): IdentityProviderView {
  return {
    organizationNumber: stored.organizationNumber,
    issuer: stored.issuer,
    clientId: stored.clientId,
    hasClientSecret: stored.sealedSecret !== null,
    emailDomains: [...emailDomains],
    redirectUri: `${publicUrl}${callbackPathOf(stored.organizationNumber)}`,
    postLogoutRedirectUri: postLogoutUri(publicUrl),
    updatedAt: stored.updatedAt.toISOString(),
  };
}
