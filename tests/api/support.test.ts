import { getLicense } from '@muniment/contract/licenses.ts';
import {
  answerMessage,
  createSupportTicket,
  getHelpArticle,
  getInboxMessage,
  getSupportContact,
  giveFeedback,
  listHelpArticles,
  listInbox,
  listSupportTickets,
  SCREENSHOT_MAX_BYTES,
  setMessageState,
  TEXT_MAX_LENGTH,
} from '@muniment/contract/support.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let reader: Member;
beforeAll(async () => {
  muniment = await startMuniment({
    env: { SUPPORT_PHONE: '+46 8 555 0100', SUPPORT_URL: 'https://northlight.example/contact' },
  });
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  admin = await organization.administrator();
  reader = await organization.colleague(admin);
});
afterAll(() => muniment.stop());

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const ticket = (email: string) => ({
  subject: 'Keys are missing',
  description: 'Since Monday the keys page is empty.',
  contactMethod: 'email' as const,
  email,
});
const inboxOf = async (q: string) => (await muniment.publisher.call(listInbox, { query: { q } })).body;

describe('F1 feedback', () => {
  test('F1 reaches the inbox with who gave it, where and how they feel; the screenshot is a file for the publisher alone', async () => {
    const given = await reader.api.call(giveFeedback, {
      body: {
        text: 'The list is <b>fast</b>.\n\nThank you.',
        sentiment: 'satisfied',
        page: `/o/${organization.number}/vl/assignments?status=failed`,
        screenshot: PNG.toString('base64'),
        contact: { mayContact: true },
      },
    });
    expect(given.status).toBe(201);
    const { body: message } = await muniment.publisher.call(getInboxMessage, {
      params: { messageId: given.body.id },
    });
    expect(message).toMatchObject({
      kind: 'feedback',
      state: 'new',
      text: 'The list is <b>fast</b>.\n\nThank you.',
      sentiment: 'satisfied',
      page: `/o/${organization.number}/vl/assignments?status=failed`,
      name: reader.name,
      signInEmail: reader.email,
      email: reader.email,
      organizationName: 'Halden Robotics',
      hasScreenshot: true,
      answering: 'mail',
    });

    const path = `${muniment.url}/v1/publisher/inbox/${message.id}/screenshot`;
    const picture = await fetch(path, { headers: { authorization: `Bearer ${muniment.publisherToken}` } });
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('content-disposition')).toBe('attachment; filename="screenshot.png"');
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff');
    expect(picture.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(picture.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(PNG);
    for (const token of [reader.token, admin.token, organization.partner.token]) {
      const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(404);
    }
  });

  test.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF', Buffer.from('GIF89a...')],
    ['nothing', Buffer.alloc(0)],
    ['more than 2 MiB', Buffer.concat([PNG, Buffer.alloc(SCREENSHOT_MAX_BYTES)])],
  ])('F1 a screenshot that is %s is refused at its field', async (_what, bytes) => {
    const answer = await admin.api.call(giveFeedback, {
      body: { text: 'Look', screenshot: bytes.toString('base64') },
    });
    expect(answer.problem.errors?.[0]?.pointer).toBe('/screenshot');
  });

  test('F1 one whose sender does not want an answer gets none', async () => {
    const given = await admin.api.call(giveFeedback, {
      body: { text: 'Just so that you know', contact: { mayContact: false, email: admin.email } },
    });
    const params = { messageId: given.body.id };
    const message = (await muniment.publisher.call(getInboxMessage, { params })).body;
    expect(message).toMatchObject({ answering: 'unwanted', email: null });
    const answer = await muniment.publisher.call(answerMessage, { params, body: { text: 'Thanks' } });
    expect(answer).toMatchObject({ status: 409, problemId: 'no-answer-wanted' });
  });

  test('F1 nobody writes without end: the next one within the hour is refused', async () => {
    const writer = await organization.colleague(admin);
    const statuses = [];
    for (let count = 0; count < 21; count += 1) {
      statuses.push((await writer.api.call(giveFeedback, { body: { text: `No. ${count}` } })).status);
    }
    expect(statuses).toEqual([...Array(20).fill(201), 429]);
  });
});

describe('F2 help articles', () => {
  test('F2 those that match a description come first, for anybody, signed in or not', async () => {
    const found = async (q: string) => {
      const { items } = (await muniment.nobody.call(listHelpArticles, { query: { q } })).body;
      return items.map(({ slug }) => slug);
    };
    expect((await found('my colleague never got the invitation mail'))[0]).toBe('resend-or-reset');
    expect((await found('How do I remove someone who left the company?'))[0]).toBe('change-or-remove-roles');
    expect((await found('I cannot see invoices'))[0]).toBe('invoice-reader');
    expect(await found('xylophone')).toEqual([]);
    const all = (await muniment.nobody.call(listHelpArticles, {})).body.items;
    expect(all.length).toBeGreaterThanOrEqual(14);
    expect(all[0]).toMatchObject({ slug: 'who-is-my-vl-admin', excerpt: null });
  });

  test('F2 each can be read, in English where it is not translated, and holds no HTML', async () => {
    const { items } = (await muniment.nobody.call(listHelpArticles, { query: { language: 'ja' } })).body;
    const slugs = new Set(items.map(({ slug }) => slug));
    for (const { slug } of items) {
      const { body } = await muniment.nobody.call(getHelpArticle, {
        params: { slug },
        query: { language: 'sv-SE' },
      });
      expect(body.language).toBe('en');
      expect(body.markdown).not.toMatch(/<[a-z!/]/i);
      const links = [...body.markdown.matchAll(/\]\(\/help\/([^)]+)\)/g)].map(([, to = '']) => to);
      expect(links.filter((to) => !slugs.has(to))).toEqual([]);
    }
    const nowhere = await muniment.nobody.call(getHelpArticle, { params: { slug: '../../package' } });
    expect(nowhere).toMatchObject({ status: 404, problemId: 'not-found' });
  });

  test('F2 the phone number and the web form of the publisher are told', async () => {
    expect((await muniment.nobody.call(getSupportContact, {})).body).toEqual({
      phone: '+46 8 555 0100',
      url: 'https://northlight.example/contact',
    });
  });
});

describe('F2 tickets', () => {
  test('F2 one is named by a reference that counts nothing, and seen by its writer alone', async () => {
    const references = [];
    for (const subject of ['First', 'Second']) {
      const made = await reader.api.call(createSupportTicket, {
        body: { ...ticket(reader.email), subject, licenseId: reader.licenseId },
      });
      expect(made.status).toBe(201);
      expect(made.body).toMatchObject({ subject, state: 'new', licenseId: reader.licenseId, answers: [] });
      references.push(made.body.reference);
    }
    for (const reference of references) expect(reference).toMatch(/^T-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const own = (await reader.api.call(listSupportTickets, { query: { limit: 1 } })).body;
    expect(own.items.map(({ subject }) => subject)).toEqual(['Second']);
    const next = (
      await reader.api.call(listSupportTickets, { query: { limit: 1, cursor: own.nextCursor ?? '' } })
    ).body;
    expect(next).toMatchObject({ items: [{ subject: 'First' }], nextCursor: null });
    expect((await admin.api.call(listSupportTickets, {})).body.items).toEqual([]);
  });

  test('F2 whether a license ID exists is not told: the answers are the same', async () => {
    const other = await (await muniment.newPartner()).organization();
    const theirs = await other.license();
    const written = [theirs, 'NO-SUCH-ID', admin.licenseId, "7204'; drop table license; --"];
    const answers = [];
    for (const licenseId of written) {
      const { status, body } = await admin.api.call(createSupportTicket, {
        body: { ...ticket(admin.email), licenseId },
      });
      const { id: _id, reference: _reference, createdAt: _at, licenseId: echoed, ...rest } = body;
      expect(echoed).toBe(licenseId);
      answers.push({ status, rest });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await admin.api.call(getLicense, { params: { licenseId: theirs } })).status).toBe(404);
  });

  test.each([
    ['/phone', { contactMethod: 'phone' as const }],
    ['/phone', { contactMethod: 'phone' as const, phone: '   ' }],
    ['/subject', { subject: 'Keys\r\nBcc: everybody@evil.example' }],
    ['/email', { email: 'a@one.example\r\nBcc: b@two.example' }],
    ['/email', { email: 'a@one.example, b@two.example' }],
    ['/phone', { phone: '1\n2' }],
    ['/licenseId', { licenseId: '1\r\n2' }],
    ['/description', { description: ' \n ' }],
    ['/description', { description: 'x'.repeat(TEXT_MAX_LENGTH + 1) }],
    ['/description', { description: 'null \u0000 byte' }],
    ['/state', { state: 'closed' }],
  ])('F2 what is wrong is said at its field: %s (%o)', async (pointer, wrong) => {
    const answer = await admin.api.send('POST', '/v1/support-tickets', {
      body: { ...ticket(admin.email), ...wrong },
    });
    expect(answer.problem).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  test('F2 at most ten an hour', async () => {
    const writer = await organization.colleague(admin);
    const statuses = [];
    for (let count = 0; count < 11; count += 1) {
      statuses.push((await writer.api.call(createSupportTicket, { body: ticket(writer.email) })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
  });

  test('F2 somebody who belongs to no organization can ask, too, and reads the answer in Help & support', async () => {
    const stranger = await muniment.sessionOf('stranger@elsewhere.example');
    const made = await stranger.call(createSupportTicket, { body: ticket('stranger@elsewhere.example') });
    const params = { messageId: made.body.id };
    const { body } = await muniment.publisher.call(getInboxMessage, { params });
    expect(body).toMatchObject({ organizationNumber: null, answering: 'console-only' });
    const preview = await muniment.publisher.call(answerMessage, {
      params,
      body: { text: 'Ask your partner.', dryRun: true },
    });
    expect(preview.body).toEqual({ mail: null });
    await muniment.publisher.call(answerMessage, { params, body: { text: 'Ask your partner.' } });
    const { items } = (await stranger.call(listSupportTickets, {})).body;
    expect(items).toMatchObject([{ state: 'answered', answers: [{ text: 'Ask your partner.' }] }]);
  });

  test('F2 whoever was invited and has not registered is answered as somebody of that organization', async () => {
    const email = organization.newEmail('invited');
    await organization.license({ contact: email });
    const invited = await muniment.sessionOf(email);
    const made = await invited.call(createSupportTicket, { body: ticket(email) });
    const { body } = await muniment.publisher.call(getInboxMessage, { params: { messageId: made.body.id } });
    expect(body).toMatchObject({ organizationNumber: organization.number, answering: 'mail' });
  });
});

describe('F2 the inbox', () => {
  test('F2 is filtered by kind, state and text, and counts what matches', async () => {
    const word = 'Quillfeather';
    for (const subject of ['One', 'Two', 'Three']) {
      await admin.api.call(createSupportTicket, {
        body: { ...ticket(admin.email), subject: `${subject} ${word}` },
      });
    }
    await admin.api.call(giveFeedback, { body: { text: `100% ${word}` } });
    expect((await inboxOf(word)).total).toBe(4);
    expect((await inboxOf('100% q')).total).toBe(1);
    const page = await muniment.publisher.call(listInbox, { query: { q: word, kind: 'ticket', limit: 2 } });
    expect(page.body).toMatchObject({ total: 3, items: [{ subject: `Three ${word}` }, {}] });
    const rest = await muniment.publisher.call(listInbox, {
      query: { q: word, kind: 'ticket', limit: 2, cursor: page.body.nextCursor ?? '' },
    });
    expect(rest.body).toMatchObject({ total: 3, nextCursor: null, items: [{ subject: `One ${word}` }] });
    const params = { messageId: rest.body.items[0]?.id ?? '' };
    await muniment.publisher.call(setMessageState, { params, body: { state: 'closed' } });
    const closed = await muniment.publisher.call(listInbox, { query: { q: word, state: 'closed' } });
    expect(closed.body.items.map(({ subject }) => subject)).toEqual([`One ${word}`]);
  });

  test('F2 two who work on one message do not answer it twice: the later one is stale', async () => {
    const made = await admin.api.call(createSupportTicket, { body: ticket(admin.email) });
    const params = { messageId: made.body.id };
    const { etag } = await muniment.publisher.call(getInboxMessage, { params });
    const first = { params, body: { text: 'Reload the page.' }, ifMatch: etag };
    const answered = await muniment.publisher.call(answerMessage, first);
    expect(answered.status).toBe(201);
    expect(answered.body).toMatchObject({ state: 'answered', answers: [{ text: 'Reload the page.' }] });
    expect((await muniment.publisher.call(answerMessage, first)).problemId).toBe('stale-version');
    const late = { params, body: { state: 'in-progress' as const }, ifMatch: etag };
    expect((await muniment.publisher.call(setMessageState, late)).problemId).toBe('stale-version');
    const { body } = await muniment.publisher.call(getInboxMessage, { params });
    expect(body.answers).toHaveLength(1);
  });

  test('F2 is the publisher’s: nobody else finds it', async () => {
    const made = await reader.api.call(createSupportTicket, { body: ticket(reader.email) });
    for (const api of [admin.api, reader.api, organization.partner.api]) {
      expect((await api.call(listInbox, {})).status).toBe(404);
      const params = { messageId: made.body.id };
      expect((await api.call(getInboxMessage, { params })).status).toBe(404);
      expect((await api.call(answerMessage, { params, body: { text: 'x' } })).status).toBe(404);
    }
    expect(
      (await organization.partner.api.call(createSupportTicket, { body: ticket('a@b.example') })).status,
    ).toBe(404);
  });

  test('F2 the mail that an answer would become is shown before it is sent, with what was typed as text', async () => {
    const made = await reader.api.call(createSupportTicket, {
      body: { ...ticket(reader.email), subject: '<img src=x onerror=alert(1)>' },
    });
    const params = { messageId: made.body.id };
    const body = { text: 'Open "Keys" & reload.\n<script>alert(1)</script>', dryRun: true };
    const preview = await muniment.publisher.call(answerMessage, { params, body });
    if (!('mail' in preview.body) || preview.body.mail === null) throw new Error(preview.text);
    const { to, subject, text, html } = preview.body.mail;
    expect(to).toBe(reader.email);
    expect(subject).toBe(`Answer to your Northlight Software Volume Licensing ticket ${made.body.reference}`);
    expect(text).toContain('<script>alert(1)</script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img src=x/);
    expect((await muniment.publisher.call(getInboxMessage, { params })).body.answers).toEqual([]);
  });
});
