import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { invalidField, Problem } from '../../problem.ts';
import type { Author } from '../ledger/ledger-service.ts';
import { type OwnedOrganization, selectOrganization } from './partner-repository.ts';

/** What a PUT made of something: whether it was not there before, and how it is now. */
export interface Put<T> {
  readonly created: boolean;
  readonly body: T;
}

/** An organization of the partner's own. @throws Problem not-found, or invalid-request where the body names it. */
export async function ownOrganization(
  trx: Trx,
  actor: PartnerActor,
  number: string,
  pointer: string,
): Promise<OwnedOrganization> {
  const organization = await selectOrganization(trx, number);
  if (organization?.partnerId === actor.partner.id) return organization;
  if (pointer.startsWith('/'))
    throw invalidField(pointer, 'You have set up no organization with this number.');
  throw new Problem('not-found');
}

export function authorOf(actor: PartnerActor): Author {
  return { kind: 'partner', id: actor.partner.id, name: actor.partner.name };
}
