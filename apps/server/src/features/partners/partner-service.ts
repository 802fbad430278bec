import { v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import { type CreatedToken, createPartnerToken } from '../tokens/token-service.ts';
import { insertPartner, selectPartners } from './partner-repository.ts';

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

/** All partners, by name. */
export function findPartners(q: Queryable): Promise<{ id: string; name: string; createdAt: Date }[]> {
  return selectPartners(q);
}
