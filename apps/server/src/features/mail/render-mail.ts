import type { Role } from '@muniment/domain/roles.ts';
import type { Block, Letter } from './letter.ts';
import { letterAsHtml } from './letter-html.ts';
import { letterAsText } from './letter-text.ts';
import type { Mail, MailedOffer, WrittenMail } from './mail-facts.ts';
import { type MailMessages, mailMessages } from './messages/catalog.ts';
import { writeSupportAnswer } from './write-support-answer.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** What a mail needs beside its row. */
export interface MailSurroundings {
  publisherName: string;
  /** Origin of the console; no slash at the end. */
  publicUrl: string;
  /** Only of an invitation. */
  invitation: { offer: MailedOffer; link: string; signInEmail: string } | null;
  /** Roles that have begun by now are shown without their beginning. */
  at: Date;
}

/**
 * Writes a mail as plain text and as HTML. Pure: the same facts make the same mail.
 *
 * It names the organization, license IDs and roles, and no administrator.
 *
 * @throws Where it is an invitation and what it offers is missing.
 * @source S5, S6, A3, A9
 */
export function renderMail(mail: WrittenMail, surroundings: MailSurroundings): RenderedMail {
  const messages = mailMessages(mail.language);
  const names = { organization: mail.organizationName, publisher: surroundings.publisherName };
  const { t } = messages;
  const letter: Letter = {
    language: messages.language,
    subject: mail.subject,
    masthead: t('masthead', names),
    greeting: t('greeting', { name: mail.toName }),
    footer: t('footer.automatic', names),
    ...writeBody(mail, surroundings, messages, names),
  };
  return { subject: mail.subject, text: letterAsText(letter), html: letterAsHtml(letter) };
}

interface Names {
  organization: string;
  publisher: string;
  [name: string]: string;
}

/** An answer has a footer of its own. */
type Body = Pick<Letter, 'preheader' | 'heading' | 'blocks'> & Partial<Pick<Letter, 'footer'>>;

function writeBody(
  mail: WrittenMail,
  surroundings: MailSurroundings,
  messages: MailMessages,
  names: Names,
): Body {
  switch (mail.kind) {
    case 'invitation':
      return writeInvitation(surroundings, messages, names);
    case 'contact-invitation':
      return writeContactInvitation(surroundings, messages, names);
    case 'permission-change':
      return writePermissionChange(mail.facts.licenses, surroundings, messages, names);
    case 'contact-registered':
      return writeContactRegistered(mail.facts, messages, names);
    case 'contact-changed':
      return writeContactChanged(mail.facts, messages, names);
    case 'support-answer':
      return writeSupportAnswer(mail.facts, surroundings.publicUrl, messages, names);
  }
}

function writeInvitation(surroundings: MailSurroundings, messages: MailMessages, names: Names): Body {
  const { offer, link, signInEmail } = invitationOf(surroundings);
  const { t } = messages;
  const counted = { ...names, count: offer.licenses.length };
  const expiresAt = messages.formatInstant(offer.expiresAt);
  return {
    preheader: t('invitation.preheader', { ...counted, expiresAt }),
    heading: t('invitation.heading'),
    blocks: [
      { kind: 'paragraph', text: t('invitation.lead', counted) },
      buttonTo(link, t('invitation.button'), messages),
      { kind: 'paragraph', text: t('invitation.account', { signInEmail, expiresAt }) },
      { kind: 'heading', text: t('invitation.list') },
      offeredLicenses(offer, surroundings.at, messages),
      { kind: 'paragraph', text: t('invitation.unexpected') },
    ],
  };
}

function writeContactInvitation(surroundings: MailSurroundings, messages: MailMessages, names: Names): Body {
  const { offer, link } = invitationOf(surroundings);
  const { t } = messages;
  const licenseId = messages.formatList(offer.licenses.map((license) => license.licenseId));
  const expiresAt = messages.formatInstant(offer.expiresAt);
  return {
    preheader: t('contactInvitation.preheader', { ...names, licenseId, expiresAt }),
    heading: t('contactInvitation.heading', { licenseId }),
    blocks: [
      { kind: 'paragraph', text: t('contactInvitation.lead', names) },
      buttonTo(link, t('invitation.button'), messages),
      { kind: 'paragraph', text: t('contactInvitation.expiry', { expiresAt }) },
      offeredLicenses(offer, surroundings.at, messages),
      {
        kind: 'aside',
        heading: t('contactInvitation.forward.heading'),
        paragraphs: [
          t('contactInvitation.forward', { licenseId }),
          t('contactInvitation.forward.each'),
          t('contactInvitation.forward.registered'),
        ],
      },
      { kind: 'paragraph', text: t('invitation.unexpected') },
    ],
  };
}

function writePermissionChange(
  licenses: Extract<Mail, { kind: 'permission-change' }>['facts']['licenses'],
  { publicUrl }: MailSurroundings,
  messages: MailMessages,
  names: Names,
): Body {
  const { t, formatList } = messages;
  const counted = { ...names, count: licenses.length };
  const namesOf = (roles: readonly Role[]) => formatList(roles.map((role) => t(`role.${role}`)));
  return {
    preheader: t('permissionChange.preheader', counted),
    heading: t('permissionChange.heading'),
    blocks: [
      { kind: 'paragraph', text: t('permissionChange.lead', counted) },
      { kind: 'heading', text: t('permissionChange.list') },
      {
        kind: 'licenses',
        licenses: licenses.map(({ licenseId, name, added, removed, rescheduled }) => {
          const dated = rescheduled.map(({ role, startsAt, endsAt }) => {
            const from = messages.formatInstant(new Date(startsAt));
            if (endsAt === null) return t('period.unlimited', { role: t(`role.${role}`), startsAt: from });
            const until = messages.formatInstant(new Date(endsAt));
            return t('period.fromUntil', { role: t(`role.${role}`), startsAt: from, endsAt: until });
          });
          const lines = [
            {
              kind: 'added',
              text: added.length > 0 && t('permissionChange.added', { roles: namesOf(added) }),
            },
            {
              kind: 'removed',
              text: removed.length > 0 && t('permissionChange.removed', { roles: namesOf(removed) }),
            },
            {
              kind: 'plain',
              text: dated.length > 0 && t('permissionChange.rescheduled', { roles: formatList(dated) }),
            },
          ] as const;
          return {
            licenseId,
            name,
            lines: lines.flatMap(({ kind, text }) => (text === false ? [] : [{ kind, text }])),
          };
        }),
      },
      buttonTo(publicUrl, t('permissionChange.button'), messages),
      { kind: 'paragraph', text: t('permissionChange.help') },
    ],
  };
}

function writeContactRegistered(
  facts: Extract<Mail, { kind: 'contact-registered' }>['facts'],
  messages: MailMessages,
  names: Names,
): Body {
  const { t } = messages;
  const { licenseId, name } = facts;
  const registeredAt = messages.formatInstant(new Date(facts.registeredAt));
  return {
    preheader: t('contactRegistered.preheader', { ...names, licenseId }),
    heading: t('contactRegistered.heading', { licenseId }),
    blocks: [
      { kind: 'paragraph', text: t('contactRegistered.lead', { ...names, registeredAt }) },
      { kind: 'licenses', licenses: [{ licenseId, name, lines: [] }] },
      { kind: 'paragraph', text: t('contactRegistered.forwarded') },
      { kind: 'paragraph', text: t('contactRegistered.notForwarded') },
    ],
  };
}

function writeContactChanged(
  facts: Extract<Mail, { kind: 'contact-changed' }>['facts'],
  messages: MailMessages,
  names: Names,
): Body {
  const { t } = messages;
  const contact = t(`contact.${facts.contact}`);
  const counted = { ...names, contact, count: facts.licenses.length };
  return {
    preheader: t('contactChanged.preheader', counted),
    heading: t('contactChanged.heading'),
    blocks: [
      { kind: 'paragraph', text: t('contactChanged.lead', counted) },
      {
        kind: 'paragraph',
        text: t('contactChanged.now', { contact, name: facts.displayName, email: facts.email }),
      },
      { kind: 'licenses', licenses: facts.licenses.map((license) => ({ ...license, lines: [] })) },
      { kind: 'paragraph', text: t('contactChanged.roles') },
      { kind: 'paragraph', text: t('contactChanged.wrong') },
    ],
  };
}

function invitationOf({ invitation }: MailSurroundings) {
  if (invitation === null) throw new Error('An invitation cannot be written without what it offers');
  return invitation;
}

function buttonTo(url: string, label: string, { t }: MailMessages): Block {
  return { kind: 'button', label, lead: t('link.lead', { label }), url, instead: t('link.instead') };
}

function offeredLicenses(offer: MailedOffer, at: Date, messages: MailMessages): Block {
  const { t, formatInstant, formatList } = messages;
  return {
    kind: 'licenses',
    licenses: offer.licenses.map(({ licenseId, name, roles }) => ({
      licenseId,
      name,
      lines: [
        {
          kind: 'plain',
          text: t('roles', {
            roles: formatList(
              roles.map(({ role, startsAt, endsAt }) => {
                const roleName = t(`role.${role}`);
                const from = startsAt > at ? formatInstant(startsAt) : null;
                const until = endsAt === null ? null : formatInstant(endsAt);
                if (from !== null && until !== null) {
                  return t('period.fromUntil', { role: roleName, startsAt: from, endsAt: until });
                }
                if (from !== null) return t('period.from', { role: roleName, startsAt: from });
                return until === null ? roleName : t('period.until', { role: roleName, endsAt: until });
              }),
            ),
          }),
        },
      ],
    })),
  };
}
