import type { PartnerActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { invalidField } from '../../problem.ts';
import type { Author } from '../ledger/ledger-service.ts';
import { type OwnedOrganization, selectOrganization } from './partner-repository.ts';
import { type ContractActor, isOwn } from './set-up-author.ts';

/** What a PUT made of something: whether it was not there before, and how it is now. */
export interface Put<T> {
  readonly created: boolean;
  readonly body: T;
}

/** An organization of the caller's own. @throws Problem invalid-request, which names the field that asks for it. */
export async function ownOrganization(
  trx: Trx,
  actor: ContractActor,
  number: string,
  pointer: string,
): Promise<OwnedOrganization> {
  const organization = await selectOrganization(trx, number);
  if (organization !== null && isOwn(actor, organization.partnerId)) return organization;
  throw invalidField(pointer, 'You have set up no organization with this number.');
}

export function authorOf(actor: PartnerActor): Author {
  return { kind: 'partner', id: actor.partner.id, name: actor.partner.name };
}
