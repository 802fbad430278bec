import type { BodyOf } from '@muniment/contract/endpoint.ts';
import {
  type createSupportTicket,
  type giveFeedback,
  SCREENSHOT_MAX_BYTES,
  type SupportTicket,
} from '@muniment/contract/support.ts';
import { v7 as newId } from 'uuid';
import type { Somebody } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { invalidField } from '../../problem.ts';
import { toSupportTicket } from './message-view.ts';
import { pictureTypeOf } from './picture-type.ts';
import {
  insertMessage,
  insertScreenshot,
  type NewMessage,
  type Screenshot,
  selectInvitingOrganization,
  selectMessage,
} from './support-repository.ts';
import { newTicketReference } from './ticket-reference.ts';

type Feedback = BodyOf<typeof giveFeedback>;
type Ticket = BodyOf<typeof createSupportTicket>;

/**
 * Keeps somebody's feedback for the publisher's inbox.
 *
 * @returns Its id.
 * @throws Problem invalid-request for a screenshot that is no picture of a format in which nothing can run, or is too
 *   large.
 * @source F1
 */
export async function saveFeedback(trx: Trx, actor: Somebody, feedback: Feedback): Promise<string> {
  const screenshot = feedback.screenshot === undefined ? null : readScreenshot(feedback.screenshot);
  const { contact } = feedback;
  const message: NewMessage = {
    ...(await senderOf(trx, actor)),
    kind: 'feedback',
    reference: null,
    subject: null,
    body: feedback.text.trim(),
    sentiment: feedback.sentiment ?? null,
    page: feedback.page ?? null,
    asked_license_id: null,
    contact_method: null,
    phone: null,
    contact_email: contact?.mayContact === true ? (contact.email ?? actor.account.email) : null,
  };
  await insertMessage(trx, message);
  if (screenshot !== null) await insertScreenshot(trx, message.id, screenshot);
  return message.id;
}

/**
 * Opens a ticket. The license ID on it is taken as it is written: nobody looks whether there is one, so the answer
 * cannot tell it.
 *
 * @throws Problem invalid-request where the publisher shall call and no number says where.
 * @source F2
 */
export async function saveTicket(trx: Trx, actor: Somebody, ticket: Ticket): Promise<SupportTicket> {
  const phone = textOrNull(ticket.phone);
  if (ticket.contactMethod === 'phone' && phone === null) {
    throw invalidField('/phone', 'Give a phone number, or choose e-mail.');
  }
  const message: NewMessage = {
    ...(await senderOf(trx, actor)),
    kind: 'ticket',
    reference: newTicketReference(),
    subject: ticket.subject.trim(),
    body: ticket.description.trim(),
    sentiment: null,
    page: null,
    asked_license_id: textOrNull(ticket.licenseId),
    contact_method: ticket.contactMethod,
    phone,
    contact_email: ticket.email.trim(),
  };
  await insertMessage(trx, message);
  const saved = await selectMessage(trx, message.id);
  if (saved === null) throw new Error('The ticket is gone');
  return toSupportTicket(saved, []);
}

async function senderOf(
  trx: Trx,
  { account, organization, tokenOrganizationId }: Somebody,
): Promise<Pick<NewMessage, 'id' | 'account_id' | 'organization_id' | 'created_at'>> {
  // Whoever was invited and has not registered is answered as somebody of the organization that invited them.
  const mayBeInvited = organization === null && tokenOrganizationId === null && account.emailVerified;
  const invitedBy = mayBeInvited ? await selectInvitingOrganization(trx, account.emailKey) : null;
  return {
    id: newId(),
    account_id: account.id,
    organization_id: organization?.id ?? invitedBy,
    created_at: await currentTime(trx),
  };
}

function readScreenshot(base64: string): Screenshot {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > SCREENSHOT_MAX_BYTES) {
    throw invalidField('/screenshot', `Give a picture of at most ${SCREENSHOT_MAX_BYTES / 1024 / 1024} MiB.`);
  }
  const mediaType = pictureTypeOf(bytes);
  if (mediaType === null) throw invalidField('/screenshot', 'This is no PNG, JPEG or WebP picture.');
  return { mediaType, bytes };
}

function textOrNull(text: string | undefined): string | null {
  return text?.trim() || null;
}
