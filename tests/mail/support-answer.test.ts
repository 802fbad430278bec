import { getOutboxMail } from '@muniment/contract/publisher.ts';
import {
  answerMessage,
  createSupportTicket,
  giveFeedback,
  listInbox,
  listSupportTickets,
} from '@muniment/contract/support.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';

let sink: SmtpSink;
let muniment: Muniment;
let reader: Member;
beforeAll(async () => {
  sink = await startSmtpSink();
  muniment = await startMuniment({ env: { RUN: 'web,worker', SMTP_URL: sink.url } });
  const organization = await (await muniment.newPartner()).organization('Alder & Finch');
  reader = await organization.colleague(await organization.administrator());
});
afterAll(async () => {
  await muniment.stop();
  await sink.stop();
});

const arrived = (address: string) =>
  vi.waitFor(
    () => {
      const message = sink.received.find(
        ({ recipients, parsed }) => recipients.includes(address) && parsed.subject?.startsWith('Answer'),
      );
      if (message === undefined) throw new Error('Nothing has arrived yet');
      return message.parsed;
    },
    { timeout: 15_000, interval: 50 },
  );

test('F2 an answer to a ticket reaches the address that its writer gave, and stands in Help & support', async () => {
  const email = 'on-call@alder-finch.example';
  const ticket = (
    await reader.api.call(createSupportTicket, {
      body: {
        subject: 'Keys <missing>',
        description: 'The page is empty.\nSince Monday.',
        contactMethod: 'email',
        email,
      },
    })
  ).body;
  const params = { messageId: ticket.id };
  const text = 'Reload the page.\r\n\r\nBcc: everybody@evil.example\n<b>Then</b> look again.';
  const answered = (await muniment.publisher.call(answerMessage, { params, body: { text } })).body;
  if ('mail' in answered) throw new Error('It was only shown');
  expect(answered.state).toBe('answered');

  const mail = await arrived(email);
  expect(mail.subject).toBe(`Answer to your Northlight Software Volume Licensing ticket ${ticket.reference}`);
  expect(mail.to).toMatchObject({ value: [{ name: reader.name, address: email }] });
  expect(mail.bcc).toBeUndefined();
  for (const part of ['Reload the page.', '<b>Then</b> look again.', 'The page is empty.', 'Alder & Finch']) {
    expect(mail.text).toContain(part);
  }
  expect(mail.html).toContain('&lt;b&gt;Then&lt;/b&gt; look again.');
  expect(mail.html).toContain('Keys &lt;missing&gt;');

  const [own] = (await reader.api.call(listSupportTickets, {})).body.items;
  expect(own).toMatchObject({ state: 'answered', answers: [{ text: text.trim() }] });
  const mailId = answered.answers[0]?.mailId ?? '';
  const kept = (await muniment.publisher.call(getOutboxMail, { params: { mailId } })).body;
  expect(kept).toMatchObject({ kind: 'support-answer', to: email });
});

test('F1 an answer to feedback goes to whoever may be contacted', async () => {
  await reader.api.call(giveFeedback, { body: { text: 'More of this', contact: { mayContact: true } } });
  const { items } = (await muniment.publisher.call(listInbox, { query: { kind: 'feedback' } })).body;
  const params = { messageId: items[0]?.id ?? '' };
  await muniment.publisher.call(answerMessage, { params, body: { text: 'Gladly.' } });
  const mail = await arrived(reader.email);
  expect(mail.subject).toBe('Answer to your feedback on Northlight Software Volume Licensing');
  expect(mail.text).toContain('Gladly.');
  expect(mail.text).toContain('More of this');
});
