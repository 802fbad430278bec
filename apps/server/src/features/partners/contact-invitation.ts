import type { PartnerActor, PublisherActor } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { Problem } from '../../problem.ts';
import { contactInvitationOf, resendOrReset } from '../invitations/contact-invitation-service.ts';
import type { SendAgainDeps } from '../invitations/send-again.ts';
import { selectOwnedLicense } from './partner-repository.ts';

/**
 * Mails the invitation of a license ID's contact again, by its partner or the publisher.
 *
 * @throws Problem license-id-not-found, no-open-invitation, invitation-expired, too-many-requests.
 * @source A2
 */
export async function sendContactInvitationAgain(
  trx: Trx,
  deps: SendAgainDeps,
  actor: PartnerActor | PublisherActor,
  licenseId: string,
  again: 'resend' | 'reset',
) {
  const license = await selectOwnedLicense(trx, licenseId);
  const isTheirs = license !== null && (actor.kind === 'publisher' || license.partnerId === actor.partner.id);
  if (!isTheirs) throw new Problem('license-id-not-found');
  const author =
    actor.kind === 'partner'
      ? { kind: 'partner' as const, id: actor.partner.id, name: actor.partner.name }
      : { kind: 'publisher' as const, id: null, name: deps.publisherName };
  await resendOrReset(trx, deps, author, again, license);
  return contactInvitationOf(trx, license);
}
