import type { OutboxMail } from '@muniment/contract/publisher.ts';
import { validate as isUuid } from 'uuid';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import type { MailState } from '../../database/schema.ts';
import { composeMail, type MailComposing } from './compose-mail.ts';
import type { Mail } from './mail-facts.ts';
import { readMailPage } from './mail-repository.ts';

type Sender = Pick<MailComposing, 'publisherName' | 'mailFrom'>;

/**
 * A page of the mail of all organizations, newest first. For the publisher alone.
 *
 * @param query `q`: in recipient, subject, or the number or name of the organization.
 * @throws Problem invalid-request where the cursor is not one of this list.
 */
export async function listOutbox(
  q: Queryable,
  sender: Sender,
  query: {
    limit: number;
    cursor?: string | undefined;
    state?: MailState | undefined;
    q?: string | undefined;
  },
): Promise<{ items: OutboxMail[]; nextCursor: string | null }> {
  const { limit, cursor, ...filters } = query;
  const page = await readMailPage(q, { ...filters, limit: limit + 1, after: readCursor(cursor) });
  const shown = page.slice(0, limit);
  const last = page.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ mail }) => toOutboxMail(mail, sender)),
    nextCursor: last === undefined ? null : encodeCursor([last.createdAtMicroseconds, last.mail.id]),
  };
}

/**
 * One mail with its text, written anew from what its invitation offers now. Its link is good as long as the
 * invitation is, and is nowhere else to be read: for the publisher alone.
 *
 * @returns null where there is no such mail.
 */
export async function readOutboxMail(
  q: Queryable,
  deps: MailComposing,
  mailId: string,
): Promise<(OutboxMail & { text: string; html: string }) | null> {
  const composed = isUuid(mailId) ? await composeMail(q, deps, mailId) : null;
  if (composed === null) return null;
  const { text, html } = composed.rendered;
  return { ...toOutboxMail(composed.mail, deps), text, html };
}

function readCursor(cursor: string | undefined): { createdAtMicroseconds: number; id: string } | null {
  const values = decodeCursor(cursor, ['integer', 'id']);
  if (values === null) return null;
  const [createdAtMicroseconds, id] = values;
  return { createdAtMicroseconds, id };
}

function toOutboxMail(mail: Mail, { publisherName, mailFrom }: Sender): OutboxMail {
  return {
    id: mail.id,
    organizationNumber: mail.organizationNumber,
    kind: mail.kind,
    to: mail.toAddress,
    toName: mail.toName,
    from: `${publisherName} <${mailFrom}>`,
    subject: mail.subject,
    state: mail.state,
    createdAt: mail.createdAt.toISOString(),
    sendAfter: mail.sendAfter.toISOString(),
    sentAt: mail.state === 'sent' ? mail.stateAt.toISOString() : null,
    attempts: mail.attempts,
    error: mail.error,
  };
}
