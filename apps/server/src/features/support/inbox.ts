import type { InboxMessage, InboxMessageDetails, MessageState } from '@muniment/contract/support.ts';
import { validate as isUuid, v7 as newId } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { Problem } from '../../problem.ts';
import type { NewMail } from '../mail/mail-facts.ts';
import { type MailPlanning, planMails, previewAnswer as previewMail } from '../mail/mail-service.ts';
import { answeringOf, toInboxDetails, toInboxMessage } from './message-view.ts';
import { pageOf, readAfter } from './own-tickets.ts';
import {
  type InboxFilters,
  insertAnswer,
  lockMessage,
  type MessageRow,
  type Screenshot,
  selectAnswers,
  selectInboxPage,
  selectMessage,
  selectScreenshot,
  updateState,
} from './support-repository.ts';

/** A page of all messages, newest first. For the publisher alone. @source F1, F2 */
export async function listMessages(
  q: Queryable,
  { limit, cursor, ...filters }: InboxFilters & { limit: number; cursor?: string | undefined },
): Promise<{ items: InboxMessage[]; nextCursor: string | null; total: number }> {
  const { rows, total } = await selectInboxPage(q, {
    ...filters,
    limit: limit + 1,
    after: readAfter(cursor),
  });
  const { shown, nextCursor } = pageOf(rows, limit);
  return { items: shown.map(toInboxMessage), nextCursor, total };
}

/** One message with its version. @throws Problem not-found. */
export async function showMessage(
  q: Queryable,
  messageId: string,
): Promise<{ details: InboxMessageDetails; etag: string }> {
  const row = await findMessage(q, messageId);
  return { details: toInboxDetails(row, await selectAnswers(q, [row.id])), etag: etagOf(row.version) };
}

/** Sets how far the publisher is with a message. @throws Problem not-found, stale-version. */
export async function changeState(
  trx: Trx,
  messageId: string,
  state: MessageState,
  ifMatch: string | null,
): Promise<void> {
  const row = await lockedMessage(trx, messageId, ifMatch);
  if (row.state !== state) await updateState(trx, row.id, state, await currentTime(trx));
}

/** The picture that came with a feedback. @throws Problem not-found. */
export async function readScreenshot(q: Queryable, messageId: string): Promise<Screenshot> {
  const screenshot = isUuid(messageId) ? await selectScreenshot(q, messageId.toLowerCase()) : null;
  if (screenshot === null) throw new Problem('not-found');
  return screenshot;
}

/**
 * What the mail with an answer would look like; null where none would be sent. Saves nothing.
 *
 * @throws Problem not-found, no-answer-wanted.
 */
export async function previewAnswer(
  q: Queryable,
  surroundings: { publisherName: string; publicUrl: string },
  messageId: string,
  text: string,
): Promise<{ to: string; subject: string; text: string; html: string } | null> {
  const row = await findMessage(q, messageId);
  requireWanted(row);
  if (row.organization_id === null || row.organization_name === null) return null;
  const mail = mailFor(row, text);
  const at = await currentTime(q);
  const organization = { id: row.organization_id, name: row.organization_name };
  return { to: mail.toAddress, ...(await previewMail(q, mail, organization, { ...surroundings, at })) };
}

/**
 * Answers a message: its sender gets a mail, which leaves as every other does, and finds the answer in Help & support.
 *
 * The caller wakes the queue after its commit.
 *
 * @throws Problem not-found, no-answer-wanted, stale-version.
 * @source F2
 */
export async function saveAnswer(
  trx: Trx,
  planning: MailPlanning,
  messageId: string,
  text: string,
  ifMatch: string | null,
): Promise<void> {
  const row = await lockedMessage(trx, messageId, ifMatch);
  requireWanted(row);
  const at = await currentTime(trx);
  const organizationId = row.organization_id;
  const [mailId] =
    organizationId === null ? [] : await planMails(trx, planning, organizationId, [mailFor(row, text)], at);
  const mail = organizationId === null || mailId === undefined ? null : { organizationId, id: mailId };
  await insertAnswer(trx, { id: newId(), messageId: row.id, text: text.trim(), at, mail });
  await updateState(trx, row.id, 'answered', at);
}

function mailFor(row: MessageRow, text: string): Extract<NewMail, { kind: 'support-answer' }> {
  return {
    kind: 'support-answer',
    vlUserId: row.vl_user_id,
    accountId: row.account_id,
    changeId: null,
    toName: row.sender_name,
    toAddress: row.contact_email ?? '',
    facts: {
      reference: row.reference,
      subject: row.subject,
      question: row.body,
      answer: text.trim(),
    },
  };
}

function requireWanted(row: MessageRow): void {
  if (answeringOf(row) !== 'unwanted') return;
  throw new Problem('no-answer-wanted', { detail: 'This feedback came without leave to answer it.' });
}

async function findMessage(q: Queryable, messageId: string): Promise<MessageRow> {
  const row = isUuid(messageId) ? await selectMessage(q, messageId.toLowerCase()) : null;
  if (row === null) throw new Problem('not-found');
  return row;
}

async function lockedMessage(trx: Trx, messageId: string, ifMatch: string | null): Promise<MessageRow> {
  const version = isUuid(messageId) ? await lockMessage(trx, messageId.toLowerCase()) : null;
  if (version === null) throw new Problem('not-found');
  const accepted = ifMatch?.split(',').map((one) => one.trim()) ?? ['*'];
  if (!accepted.includes('*') && !accepted.includes(etagOf(version))) {
    throw new Problem('stale-version', {
      detail: 'Somebody changed or answered the message meanwhile. Read it again.',
    });
  }
  return findMessage(trx, messageId);
}

function etagOf(version: number): string {
  return `"${version}"`;
}
