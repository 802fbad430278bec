import type { PartnerActor, PublisherActor } from '../../actor.ts';
import type { Author } from '../ledger/ledger-service.ts';

/** A partner with what they set up, or the publisher with what any partner did. */
export type ContractActor = PartnerActor | PublisherActor;

/** Whether something that a partner set up is the caller's. */
export function isOwn(actor: ContractActor, partnerId: string): boolean {
  return actor.kind === 'publisher' || actor.partner.id === partnerId;
}

export function contractAuthor(actor: ContractActor, publisherName: string): Author {
  return actor.kind === 'partner'
    ? { kind: 'partner', id: actor.partner.id, name: actor.partner.name }
    : { kind: 'publisher', id: null, name: publisherName };
}
