import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import { countedPageOf, EmailAddress, Id, Instant, orNull, pageOf, pageQuery, strict } from './fields.ts';

/** What people say of the product with their feedback, if they choose to. */
export const SENTIMENTS = ['satisfied', 'neither', 'dissatisfied'] as const;
export type Sentiment = (typeof SENTIMENTS)[number];

export const CONTACT_METHODS = ['email', 'phone'] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

/** How far the publisher is with what somebody wrote. */
export const MESSAGE_STATES = ['new', 'in-progress', 'answered', 'closed'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

export const MESSAGE_KINDS = ['feedback', 'ticket'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** The most bytes of a screenshot. */
export const SCREENSHOT_MAX_BYTES = 2 * 1024 * 1024;
/** The most characters of what somebody writes, and of an answer to it. */
export const TEXT_MAX_LENGTH = 5_000;
const BODY_MAX_BYTES = Math.ceil((SCREENSHOT_MAX_BYTES * 4) / 3) + 64 * 1024;

/** Several lines; of control characters only tabs and line breaks, which no mail header ever takes. */
export const WrittenText = Type.String({
  minLength: 1,
  maxLength: TEXT_MAX_LENGTH,
  pattern: '^(?=[\\s\\S]*\\S)[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\ud800-\\udfff]*$',
});
/** As `Name`, shorter: it becomes part of the subject of a mail. */
const Subject = Type.String({
  minLength: 1,
  maxLength: 150,
  pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*$',
});
const ONE_LINE = '^[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*$';

export const giveFeedback = endpoint({
  id: 'giveFeedback',
  tag: 'Feedback and support',
  method: 'POST',
  path: '/v1/feedback',
  summary: 'Tell the publisher what you think of the product, with a screenshot if you like (F1)',
  needs: 'person',
  body: Type.Object(
    {
      text: WrittenText,
      sentiment: Type.Optional(Type.Enum([...SENTIMENTS])),
      page: Type.Optional(Type.String({ maxLength: 500, pattern: '^/[^\\p{Cc}]*$' })),
      screenshot: Type.Optional(
        Type.String({
          maxLength: BODY_MAX_BYTES,
          pattern: '^[A-Za-z0-9+/]*={0,2}$',
          description: 'A PNG, JPEG or WebP picture of at most 2 MiB, in base64.',
        }),
      ),
      contact: Type.Optional(
        Type.Object(
          { mayContact: Type.Boolean(), email: Type.Optional(EmailAddress) },
          { ...strict, description: 'Without an address, the one of signing in.' },
        ),
      ),
    },
    strict,
  ),
  maxBodyBytes: BODY_MAX_BYTES,
  responses: { 201: Type.Object({ id: Id }) },
  problems: ['organization-required'],
});

const articleFields = {
  slug: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  topic: Type.String({ description: 'Articles of one topic belong together.' }),
  language: Type.String({ description: 'That it is written in: English where it is not translated.' }),
};

const HelpArticleSummary = Type.Object({
  ...articleFields,
  excerpt: orNull(
    Type.String({ description: 'Where it says what was searched for; null where nothing was.' }),
  ),
});
export type HelpArticleSummary = Type.Static<typeof HelpArticleSummary>;

const Language = Type.String({ pattern: '^[a-z]{2}(-[A-Za-z0-9-]{1,20})?$', description: 'BCP 47' });

export const listHelpArticles = endpoint({
  id: 'listHelpArticles',
  tag: 'Feedback and support',
  method: 'GET',
  path: '/v1/help/articles',
  summary: 'Help articles: those that match a description, best first, or all of them (F2)',
  needs: 'nothing',
  query: Type.Object(
    {
      q: Type.Optional(Type.String({ maxLength: 500, description: 'A question or a description, in full.' })),
      language: Type.Optional(Language),
    },
    strict,
  ),
  responses: { 200: Type.Object({ items: Type.Array(HelpArticleSummary) }) },
});

export const getHelpArticle = endpoint({
  id: 'getHelpArticle',
  tag: 'Feedback and support',
  method: 'GET',
  path: '/v1/help/articles/:slug',
  summary: 'One help article, in Markdown without HTML (F2)',
  needs: 'nothing',
  params: Type.Object({ slug: Type.String({ maxLength: 100 }) }),
  query: Type.Object({ language: Type.Optional(Language) }, strict),
  responses: {
    200: Type.Object({
      ...articleFields,
      markdown: Type.String({ description: 'CommonMark with tables, without the title and without HTML.' }),
    }),
  },
  problems: ['not-found'],
});

export const getSupportContact = endpoint({
  id: 'getSupportContact',
  tag: 'Feedback and support',
  method: 'GET',
  path: '/v1/support',
  summary: "How else the publisher's support is reached (F2)",
  needs: 'nothing',
  responses: {
    200: Type.Object({
      phone: orNull(Type.String()),
      url: orNull(Type.String({ description: 'A web form (https:) or an address (mailto:).' })),
    }),
  },
});

const Answer = Type.Object({ id: Id, text: Type.String(), createdAt: Instant });

const SupportTicket = Type.Object({
  id: Id,
  reference: Type.String({ description: 'To name the ticket by. It counts nothing.' }),
  subject: Type.String(),
  description: Type.String(),
  licenseId: orNull(Type.String({ description: 'As it was written; nobody looked whether there is one.' })),
  contactMethod: Type.Enum([...CONTACT_METHODS]),
  phone: orNull(Type.String()),
  email: Type.String(),
  state: Type.Enum([...MESSAGE_STATES]),
  createdAt: Instant,
  answers: Type.Array(Answer),
});
export type SupportTicket = Type.Static<typeof SupportTicket>;

export const createSupportTicket = endpoint({
  id: 'createSupportTicket',
  tag: 'Feedback and support',
  method: 'POST',
  path: '/v1/support-tickets',
  summary: "Ask the publisher's support (F2)",
  needs: 'person',
  body: Type.Object(
    {
      subject: Subject,
      description: WrittenText,
      licenseId: Type.Optional(
        Type.String({
          maxLength: 100,
          pattern: ONE_LINE,
          description: 'Free text. The answer is the same whether there is such a license ID or not.',
        }),
      ),
      contactMethod: Type.Enum([...CONTACT_METHODS]),
      phone: Type.Optional(
        Type.String({
          maxLength: 40,
          pattern: ONE_LINE,
          description: 'Needed where the contact method is `phone`.',
        }),
      ),
      email: EmailAddress,
    },
    strict,
  ),
  responses: { 201: SupportTicket },
  problems: ['organization-required'],
});

export const listSupportTickets = endpoint({
  id: 'listSupportTickets',
  tag: 'Feedback and support',
  method: 'GET',
  path: '/v1/support-tickets',
  summary: "The caller's own tickets with their answers, newest first (F2)",
  needs: 'person',
  query: Type.Object({ ...pageQuery }, strict),
  responses: { 200: pageOf(SupportTicket) },
  problems: ['organization-required'],
});

const InboxMessage = Type.Object({
  id: Id,
  kind: Type.Enum([...MESSAGE_KINDS]),
  state: Type.Enum([...MESSAGE_STATES]),
  reference: orNull(Type.String({ description: 'Of a ticket.' })),
  subject: orNull(Type.String({ description: 'Of a ticket.' })),
  text: Type.String(),
  sentiment: orNull(Type.Enum([...SENTIMENTS])),
  name: Type.String(),
  signInEmail: Type.String(),
  organizationNumber: orNull(Type.String()),
  organizationName: orNull(Type.String()),
  hasScreenshot: Type.Boolean(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type InboxMessage = Type.Static<typeof InboxMessage>;

/** What becomes of an answer. */
export const ANSWERINGS = ['mail', 'console-only', 'unwanted'] as const;
export type Answering = (typeof ANSWERINGS)[number];

const InboxMessageDetails = Type.Object({
  ...InboxMessage.properties,
  page: orNull(Type.String({ description: 'Of the console, that feedback was given on.' })),
  licenseId: orNull(Type.String({ description: 'As it was written.' })),
  contactMethod: orNull(Type.Enum([...CONTACT_METHODS])),
  phone: orNull(Type.String()),
  email: orNull(Type.String({ description: 'Where the person wants to be answered.' })),
  answering: Type.Enum([...ANSWERINGS], {
    description:
      'An answer leaves by mail; or is only shown in Help & support, since its reader belongs to no organization; or is not wanted.',
  }),
  answers: Type.Array(
    Type.Object({ ...Answer.properties, mailId: orNull(Type.String({ description: 'In the outbox.' })) }),
  ),
});
export type InboxMessageDetails = Type.Static<typeof InboxMessageDetails>;

export const listInbox = endpoint({
  id: 'listInbox',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/inbox',
  summary: 'Feedback and support tickets, newest first (F1, F2)',
  needs: 'publisher',
  query: Type.Object(
    {
      ...pageQuery,
      kind: Type.Optional(Type.Enum([...MESSAGE_KINDS])),
      state: Type.Optional(Type.Enum([...MESSAGE_STATES])),
      q: Type.Optional(Type.String({ maxLength: 200 })),
    },
    strict,
  ),
  responses: { 200: countedPageOf(InboxMessage) },
});

const messageParams = Type.Object({ messageId: Type.String({ maxLength: 64 }) });

export const getInboxMessage = endpoint({
  id: 'getInboxMessage',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/inbox/:messageId',
  summary: 'One message with all that its sender told, and its answers',
  needs: 'publisher',
  params: messageParams,
  responses: { 200: InboxMessageDetails },
  problems: ['not-found'],
  versioned: true,
});

export const setMessageState = endpoint({
  id: 'setMessageState',
  tag: 'Publisher',
  method: 'PATCH',
  path: '/v1/publisher/inbox/:messageId',
  summary: 'Say how far you are with a message',
  needs: 'publisher',
  params: messageParams,
  body: Type.Object({ state: Type.Enum([...MESSAGE_STATES]) }, strict),
  responses: { 200: InboxMessageDetails },
  problems: ['not-found', 'stale-version'],
  versioned: true,
});

const AnswerMail = Type.Object({
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  html: Type.String(),
});

export const answerMessage = endpoint({
  id: 'answerMessage',
  tag: 'Publisher',
  method: 'POST',
  path: '/v1/publisher/inbox/:messageId/answers',
  summary:
    'Answer a message: its sender gets a mail, and sees it in Help & support; with `dryRun`, only the mail',
  needs: 'publisher',
  params: messageParams,
  body: Type.Object({ text: WrittenText, dryRun: Type.Optional(Type.Boolean({ default: false })) }, strict),
  responses: {
    200: Type.Object(
      { mail: orNull(AnswerMail) },
      { description: 'The mail that would be sent, null where none would; nothing was saved.' },
    ),
    201: InboxMessageDetails,
  },
  problems: ['not-found', 'no-answer-wanted', 'stale-version'],
  versioned: true,
});

export const getScreenshot = endpoint({
  id: 'getScreenshot',
  tag: 'Publisher',
  method: 'GET',
  path: '/v1/publisher/inbox/:messageId/screenshot',
  summary: 'The screenshot of a feedback, as a file',
  needs: 'publisher',
  params: messageParams,
  mediaType: 'image/*',
  responses: { 200: Type.String({ description: 'A PNG, JPEG or WebP picture.' }) },
  problems: ['not-found'],
});
