import { v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import { type CreatedToken, createPartnerToken } from '../tokens/token-service.ts';
import { insertPartner, selectPartners } from './partner-repository.ts';

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

/** All partners, by name. */
export function findPartners(q: Queryable): Promise<{ id: string; name: string; createdAt: Date }[]> {
  return selectPartners(q);
}
