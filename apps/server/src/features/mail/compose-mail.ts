import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { Mail, MailedOffer, ReadOffer } from './mail-facts.ts';
import { readMail } from './mail-repository.ts';
import { type RenderedMail, renderMail } from './render-mail.ts';

export interface MailComposing {
  publisherName: string;
  /** Origin of the console; no slash at the end. */
  publicUrl: string;
  mailFrom: string;
  readOffer: ReadOffer;
  /** Makes the link of an invitation. It is made each time that the mail is written, and kept nowhere. */
  invitationLink: (invitationId: string, generation: number) => string;
}

export interface ComposedMail {
  mail: Mail;
  rendered: RenderedMail;
  /** Why it would be of no use to its reader any more; null where it is. */
  obsolete: string | null;
}

/**
 * Reads a mail by its id and writes it, with what its invitation offers now.
 *
 * Its link is that of the generation that it was planned for: after a reset, the link of an earlier mail is dead.
 *
 * @returns null where there is no such mail.
 */
export async function composeMail(
  q: Queryable,
  { publisherName, publicUrl, readOffer, invitationLink }: MailComposing,
  mailId: string,
): Promise<ComposedMail | null> {
  const found = await readMail(q, mailId);
  if (found === null) return null;
  const { mail, signInEmail } = found;
  const at = await currentTime(q);
  const surroundings = { publisherName, publicUrl, at };
  if (mail.kind !== 'invitation' && mail.kind !== 'contact-invitation') {
    return { mail, rendered: renderMail(mail, { ...surroundings, invitation: null }), obsolete: null };
  }
  const { invitationId, facts } = mail;
  const offer = await readOffer(q, mail.organizationId, invitationId);
  const link = invitationLink(invitationId, facts.generation);
  return {
    mail,
    rendered: renderMail(mail, {
      ...surroundings,
      invitation: { offer, link, signInEmail: signInEmail ?? '' },
    }),
    obsolete: whyObsolete(offer, facts.generation, at),
  };
}

function whyObsolete(offer: MailedOffer, generation: number, at: Date): string | null {
  if (offer.state === 'withdrawn') return 'The invitation was withdrawn before this was sent.';
  if (offer.state === 'registered') return 'The invitation was registered before this was sent.';
  if (offer.generation !== generation) return 'The invitation was reset: a later mail has its new link.';
  return offer.expiresAt <= at ? 'The invitation expired before this was sent.' : null;
}
