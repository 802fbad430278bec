import type { Language } from '@muniment/domain/languages.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Queryable } from '../../database/connect.ts';
import type { AgreementContactKind, MailState } from '../../database/schema.ts';

/** One license ID in a mail that tells of changed permissions. Times are RFC 3339. @source S6 */
export interface LicensePermissionChange {
  licenseId: string;
  name: string;
  added: Role[];
  removed: Role[];
  rescheduled: { role: Role; startsAt: string; endsAt: string | null }[];
}

/** The publisher's answer to a ticket, or to feedback. @source F2 */
export interface SupportAnswer {
  /** Of a ticket; null for feedback. */
  reference: string | null;
  /** Of a ticket; null for feedback. */
  subject: string | null;
  /** What was asked, in the person's words. */
  question: string;
  answer: string;
}

/** What a mail says, by its kind. An invitation keeps none of it: what it offers is read when it is written. */
export type MailContent =
  | { kind: 'invitation' | 'contact-invitation'; invitationId: string; facts: { generation: number } }
  | { kind: 'permission-change'; facts: { licenses: LicensePermissionChange[] } }
  | {
      kind: 'contact-changed';
      facts: {
        contact: AgreementContactKind;
        displayName: string;
        email: string;
        licenses: { licenseId: string; name: string }[];
      };
    }
  | { kind: 'contact-registered'; facts: { licenseId: string; name: string; registeredAt: string } }
  | { kind: 'support-answer'; facts: SupportAnswer };

/** A mail to plan: to one person, once a change. */
export type NewMail = {
  /** null only for an answer to somebody who is no VL user. */
  vlUserId: string | null;
  toName: string;
  toAddress: string;
  changeId: string | null;
  /** Whose language it is written in, where the recipient is no VL user. */
  accountId?: string | null;
} & MailContent;

/** As much of a mail as its text is written from. */
export type WrittenMail = {
  organizationName: string;
  toName: string;
  language: Language;
  subject: string;
} & MailContent;

/** A mail as its row has it. */
export type Mail = {
  organizationId: string;
  organizationNumber: string;
  organizationName: string;
  id: string;
  toName: string;
  toAddress: string;
  language: Language;
  subject: string;
  state: MailState;
  /** How often it was handed over, or begun to be. */
  attempts: number;
  /** What went wrong the last time, or why it was never sent. */
  error: string | null;
  createdAt: Date;
  sendAfter: Date;
  /** Since when it is in its state. */
  stateAt: Date;
} & MailContent;

/** What an invitation offers now. */
export interface MailedOffer {
  readonly state: 'open' | 'registered' | 'withdrawn';
  readonly generation: number;
  readonly expiresAt: Date;
  readonly kind: 'assignment' | 'contact';
  readonly licenses: readonly {
    readonly licenseId: string;
    readonly name: string;
    readonly roles: readonly { readonly role: Role; readonly startsAt: Date; readonly endsAt: Date | null }[];
  }[];
}

export type ReadOffer = (q: Queryable, organizationId: string, invitationId: string) => Promise<MailedOffer>;

/** What became of the last mail of an invitation. */
export interface LastMail {
  state: MailState;
  to: string;
  at: Date;
  error: string | null;
}
