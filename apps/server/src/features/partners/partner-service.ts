import type { ApiToken } from '@muniment/contract/people.ts';
import { validate as isUuid, v7 } from 'uuid';
import type { PartnerActor } from '../../actor.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { type CreatedToken, createPartnerToken, listTokens, revokeToken } from '../tokens/token-service.ts';
import {
  insertPartner,
  type OwnedAgreement,
  type OwnedLicense,
  selectAgreement,
  selectOwnedLicense,
  selectPartners,
} from './partner-repository.ts';

/** Until a partner's first token ends; by then they have another one. */
const TOKEN_DAYS = 365;

/** Admits a partner, with an API token that is shown once. */
export async function admitPartner(
  trx: Trx,
  name: string,
): Promise<{ id: string; name: string; createdAt: Date; token: CreatedToken }> {
  const id = v7();
  const createdAt = await insertPartner(trx, { id, name });
  const token = await createPartnerToken(trx, {
    partnerId: id,
    name: 'First token',
    scopes: ['read', 'write'],
    expiresInDays: TOKEN_DAYS,
  });
  return { id, name, createdAt, token };
}

/** Makes another API token for a partner. @returns null where there is no such partner. */
export async function addPartnerToken(
  trx: Trx,
  partnerId: string,
  wanted: { readonly name: string; readonly expiresInDays: number },
): Promise<CreatedToken | null> {
  const partners = await selectPartners(trx);
  if (!partners.some(({ id }) => id === partnerId)) return null;
  return createPartnerToken(trx, { ...wanted, partnerId, scopes: ['read', 'write'] });
}

/** The API tokens of a partner that were not revoked. @returns null where there is no such partner. */
export async function partnerTokens(q: Queryable, partnerId: string): Promise<ApiToken[] | null> {
  const partners = await selectPartners(q);
  return partners.some(({ id }) => id === partnerId) ? listTokens(q, { kind: 'partner', partnerId }) : null;
}

/** Revokes an API token of a partner at once. @returns false where it has no such token. */
export async function revokePartnerToken(trx: Trx, partnerId: string, tokenId: string): Promise<boolean> {
  return isUuid(partnerId) && revokeToken(trx, { kind: 'partner', partnerId }, tokenId);
}

/** All partners, by name. */
export function findPartners(q: Queryable): Promise<{ id: string; name: string; createdAt: Date }[]> {
  return selectPartners(q);
}

/** A license ID that a partner set up; null for another one's, as if it were not there. */
export async function findOwnLicense(
  q: Queryable,
  actor: PartnerActor,
  licenseId: string,
): Promise<OwnedLicense | null> {
  const license = await selectOwnedLicense(q, licenseId);
  return license?.partnerId === actor.partner.id ? license : null;
}

/** An agreement that a partner set up; null for another one's, as if it were not there. */
export async function findOwnAgreement(
  q: Queryable,
  actor: PartnerActor,
  number: string,
): Promise<OwnedAgreement | null> {
  const agreement = await selectAgreement(q, number);
  return agreement?.partnerId === actor.partner.id ? agreement : null;
}
