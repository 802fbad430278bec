import type { Language } from '@muniment/domain/languages.ts';
import { v7 as newId } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import type { MailKind } from '../../database/schema.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import type { LastMail, NewMail } from './mail-facts.ts';
import {
  cancelHeldMails,
  insertMails,
  readLastInvitationMails,
  selectHeldMails,
  selectLanguages,
} from './mail-repository.ts';
import { mailMessages } from './messages/catalog.ts';
import { type RenderedMail, renderMail } from './render-mail.ts';

export interface MailPlanning {
  jobs: JobQueue;
  publisherName: string;
  mailHoldSeconds: number;
}

/**
 * Plans mails in the caller's transaction: their rows and their jobs, so that either both are there or none.
 * They leave after the hold; until then a change can take them back.
 *
 * The caller wakes the queue after its commit.
 *
 * @param at The time of the change, from the database.
 * @returns The ids of the mails, in their order.
 * @source S5, S6, S7, A3, M3
 */
export async function planMails(
  trx: Trx,
  { jobs, publisherName, mailHoldSeconds }: MailPlanning,
  organizationId: string,
  mails: readonly NewMail[],
  at: Date,
): Promise<string[]> {
  if (mails.length === 0) return [];
  const sendAfter = new Date(at.getTime() + mailHoldSeconds * 1_000);
  const languages = await selectLanguages(trx, organizationId, mails);
  const planned = mails.map((mail, index) => {
    const language = languages[index] ?? 'en';
    const reference = mail.kind === 'support-answer' ? mail.facts.reference : null;
    return {
      ...mail,
      id: newId(),
      language,
      subject: mailSubject(mail.kind, publisherName, reference, language),
    };
  });
  await insertMails(trx, organizationId, planned, at, sendAfter);
  await jobs.enqueueMails(
    trx,
    planned.map(({ id }) => ({ organizationId, mailId: id, sendAfter })),
  );
  return planned.map(({ id }) => id);
}

/**
 * What an answer of the publisher's support will look like, before it is planned.
 *
 * @param at Now, from the database.
 */
export async function previewAnswer(
  q: Queryable,
  mail: Extract<NewMail, { kind: 'support-answer' }>,
  organization: { readonly id: string; readonly name: string },
  { publisherName, publicUrl, at }: { publisherName: string; publicUrl: string; at: Date },
): Promise<RenderedMail> {
  const [language = 'en'] = await selectLanguages(q, organization.id, [mail]);
  const subject = mailSubject(mail.kind, publisherName, mail.facts.reference, language);
  return renderMail(
    { ...mail, subject, language, organizationName: organization.name },
    { publisherName, publicUrl, at, invitation: null },
  );
}

/**
 * The subject of a mail. It is fixed when the mail is planned, and so is its language.
 *
 * @param reference Of the ticket that it answers.
 * @source S5, S6
 */
export function mailSubject(
  kind: MailKind,
  publisherName: string,
  reference: string | null = null,
  language: Language = 'en',
): string {
  const { t } = mailMessages(language);
  switch (kind) {
    case 'invitation':
    case 'contact-invitation':
      return t('subject.invitation');
    case 'permission-change':
      return t('subject.permissionChange', { publisher: publisherName });
    case 'contact-registered':
      return t('subject.contactRegistered');
    case 'contact-changed':
      return t('subject.contactChanged', { publisher: publisherName });
    case 'support-answer':
      return reference === null
        ? t('subject.feedbackAnswer', { publisher: publisherName })
        : t('subject.ticketAnswer', { publisher: publisherName, reference });
  }
}

/**
 * The newest mail of each invitation, by invitation id. One without a mail is left out.
 *
 * @param invitationIds Of this organization.
 */
export async function lastInvitationMails(
  q: Queryable,
  organizationId: string,
  invitationIds: readonly string[],
): Promise<Map<string, LastMail>> {
  if (invitationIds.length === 0) return new Map();
  return readLastInvitationMails(q, organizationId, invitationIds);
}

/**
 * Takes back the mails of a change that were not sent yet.
 *
 * @returns Whose they were, and how often each was tried: one that was may have arrived all the same.
 * @source B8
 */
export function cancelMailsOf(
  trx: Trx,
  organizationId: string,
  changeId: string,
): Promise<{ readonly vlUserId: string; readonly kind: MailKind; readonly attempts: number }[]> {
  return cancelHeldMails(trx, organizationId, changeId, 'The change was undone before this was sent.');
}

/** Mails of changes that can still be taken back. */
export async function heldMailsOf(
  q: Queryable,
  organizationId: string,
  changeIds: readonly string[],
): Promise<{ readonly changeId: string; readonly vlUserId: string; readonly sendAfter: Date }[]> {
  return changeIds.length === 0 ? [] : selectHeldMails(q, organizationId, changeIds);
}
