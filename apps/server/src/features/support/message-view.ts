import type {
  Answering,
  InboxMessage,
  InboxMessageDetails,
  SupportTicket,
} from '@muniment/contract/support.ts';
import type { AnswerRow, MessageRow } from './support-repository.ts';

/** A message as the publisher's list shows it. */
export function toInboxMessage(row: MessageRow): InboxMessage {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    reference: row.reference,
    subject: row.subject,
    text: row.body,
    sentiment: row.sentiment,
    name: row.sender_name,
    signInEmail: row.sender_email,
    organizationNumber: row.organization_number,
    organizationName: row.organization_name,
    hasScreenshot: Boolean(row.has_screenshot),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** A message with all that the publisher may see of it. */
export function toInboxDetails(row: MessageRow, answers: readonly AnswerRow[]): InboxMessageDetails {
  return {
    ...toInboxMessage(row),
    page: row.page,
    licenseId: row.asked_license_id,
    contactMethod: row.contact_method,
    phone: row.phone,
    email: row.contact_email,
    answering: answeringOf(row),
    answers: answers.map((answer) => ({ ...toAnswer(answer), mailId: answer.mail_id })),
  };
}

/**
 * What becomes of an answer to a message. A mail belongs to an organization; whoever belongs to none reads the answer
 * in Help & support alone.
 */
export function answeringOf(row: MessageRow): Answering {
  if (row.contact_email === null) return 'unwanted';
  return row.organization_id === null ? 'console-only' : 'mail';
}

/** A ticket as the person who wrote it sees it. */
export function toSupportTicket(row: MessageRow, answers: readonly AnswerRow[]): SupportTicket {
  return {
    id: row.id,
    reference: row.reference ?? '',
    subject: row.subject ?? '',
    description: row.body,
    licenseId: row.asked_license_id,
    contactMethod: row.contact_method ?? 'email',
    phone: row.phone,
    email: row.contact_email ?? '',
    state: row.state,
    createdAt: row.created_at.toISOString(),
    answers: answers.map(toAnswer),
  };
}

function toAnswer({ id, body, created_at }: AnswerRow) {
  return { id, text: body, createdAt: created_at.toISOString() };
}
