import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { NewMail } from '../../apps/server/src/features/mail/mail-facts.ts';
import type { MailWorker } from '../../apps/server/src/features/mail/mail-worker.ts';
import { openJobQueue } from '../../apps/server/src/jobs/job-queue.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { type MailServer, notice, startMailServer } from './mail-server.ts';

let server: MailServer;
let sink: SmtpSink;
let worker: MailWorker;
beforeAll(async () => {
  server = await startMailServer();
  sink = await startSmtpSink();
  worker = await server.startWorker(sink.url);
});
afterAll(async () => {
  await server.stop();
  await worker.stop();
  await sink.stop();
});

let address: string;
let person: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  address = `person-${count}@alder-finch.example`;
  person = await server.addPerson('Callum Mercer', address);
});
afterEach(() => {
  sink.received.length = 0;
  sink.dropped.length = 0;
  sink.delayMs = 0;
});

const within = { timeout: 15_000, interval: 30 };
const receivedBy = (recipient: string) =>
  sink.received.filter(({ recipients }) => recipients.includes(recipient));

function untilState(state: string, of = address) {
  return vi.waitFor(async () => {
    const [mail] = await server.mailsTo(of);
    expect(mail?.state).toBe(state);
    return mail;
  }, within);
}

function invitationTo(
  invitationId: string,
  kind: 'invitation' | 'contact-invitation',
  generation = 1,
): NewMail {
  return {
    kind,
    vlUserId: person,
    toName: 'Callum Mercer',
    toAddress: address,
    changeId: null,
    invitationId,
    facts: { generation },
  };
}

test('one planned mail is one message, from the fixed sender to the business e-mail (S5, S7)', async () => {
  const invitation = await server.addInvitation(person, 'assignment', [
    'product-keys-reader',
    'benefits-reader',
  ]);
  await server.plan([invitationTo(invitation, 'invitation')]);
  const mail = await untilState('sent');
  expect(sink.received).toHaveLength(1);
  const [message] = receivedBy(address);
  expect(message?.sender).toBe('no-reply@northlight.example');
  const { parsed } = message ?? {};
  expect(parsed?.subject).toBe('Action required: Sign in to manage your volume licensing assets');
  expect(parsed?.from?.value).toEqual([{ name: 'Microsoft', address: 'no-reply@northlight.example' }]);
  expect(parsed?.to).toMatchObject({ value: [{ name: 'Callum Mercer', address }] });
  expect(parsed?.messageId).toBe(`<${mail?.id}@northlight.example>`);
  expect(parsed?.headers.get('auto-submitted')).toBe('auto-generated');
  const link = server.composing.invitationLink(invitation, 1);
  expect(parsed?.text).toContain(link);
  expect(parsed?.html).toContain(`href="${link}"`);
  expect(parsed?.text).toContain('Alder & Finch');
  expect(parsed?.text).toContain('Product keys reader, Benefits reader');
});

test('the link is written into the message alone: the database does not hold it', async () => {
  const invitation = await server.addInvitation(person, 'assignment', ['benefits-reader']);
  await server.plan([invitationTo(invitation, 'invitation')]);
  await untilState('sent');
  const token = server.composing.invitationLink(invitation, 1).split('/').at(-1);
  const { rows } = await server.pool.query<{ row: string }>(
    'select m::text as row from mail m union all select j::text from pgboss.job j',
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ row }) => row.includes(String(token)))).toEqual([]);
});

test('a mail stays held for its time, and can be taken back until then', async () => {
  await server.plan([notice(person, 'Callum Mercer', address)], { holdSeconds: 2 });
  const other = 'taken-back@alder-finch.example';
  await server.plan([notice(person, 'Callum Mercer', other)], { holdSeconds: 2 });
  await server.db
    .updateTable('mail')
    .set({ state: 'cancelled' })
    .where('to_address', '=', other)
    .where('state', '=', 'held')
    .execute();
  const [held] = await server.mailsTo(address);
  expect(held?.state).toBe('held');
  await vi.waitFor(() => expect(receivedBy(address)).toHaveLength(1), within);
  expect(Date.now()).toBeGreaterThanOrEqual(held?.send_after.getTime() ?? 0);
  expect(receivedBy(other)).toEqual([]);
  expect(await server.mailsTo(other)).toMatchObject([{ state: 'cancelled', attempts: 0 }]);
});

test('while the SMTP server is away mail waits and says why; it goes out when the server is back', async () => {
  await sink.stop();
  await server.plan([notice(person, 'Callum Mercer', address)]);
  const waiting = await vi.waitFor(async () => {
    const [mail] = await server.mailsTo(address);
    expect(mail?.error).toContain('ECONNREFUSED');
    return mail;
  }, within);
  expect(waiting?.state).not.toBe('sent');
  await sink.start();
  const sent = await untilState('sent');
  expect(sent?.error).toBeNull();
  expect(receivedBy(address)).toHaveLength(1);
});

test('a mail that is never accepted has failed after its last try, visibly', async () => {
  sink.refuse(address, '451 4.3.0 Mailbox busy');
  await server.plan([notice(person, 'Callum Mercer', address)]);
  const failed = await untilState('failed');
  expect(failed).toMatchObject({ attempts: 4, error: expect.stringContaining('451') });
  expect(failed?.error).toContain('Mailbox busy');
});

test('a recipient that is refused for good fails at once with the reason, and holds up nobody', async () => {
  const other = 'fine@alder-finch.example';
  sink.refuse(address, '550 5.1.1 No such mailbox');
  await server.plan([notice(person, 'Callum Mercer', address), notice(person, 'Callum Mercer', other)]);
  const [failed, sent] = await Promise.all([untilState('failed'), untilState('sent', other)]);
  expect(failed).toMatchObject({ attempts: 1, error: expect.stringMatching(/^550 .*No such mailbox/) });
  expect(sent).toMatchObject({ attempts: 1, error: null });
  expect(receivedBy(other)).toHaveLength(1);
});

test('a connection dropped before the answer is tried again, with the same Message-ID', async () => {
  sink.dropNext(1);
  await server.plan([notice(person, 'Callum Mercer', address)]);
  await untilState('sent');
  expect(sink.dropped).toHaveLength(1);
  expect(receivedBy(address)).toHaveLength(1);
  expect(sink.dropped[0]?.parsed.messageId).toBe(receivedBy(address)[0]?.parsed.messageId);
});

test('a mail that somebody is sending is not taken over', async () => {
  sink.delayMs = 1_200;
  await server.plan([notice(person, 'Callum Mercer', address)]);
  const { id } = (await untilState('sending')) ?? {};
  const job = { organizationId: server.organizationId, mailId: String(id), sendAfter: new Date() };
  await server.db.transaction().execute((trx) => server.jobs.enqueueMails(trx, [job]));
  server.jobs.wake();
  await untilState('sent');
  expect(receivedBy(address)).toHaveLength(1);
});

test('many workers on one database send each mail once', async () => {
  const log = { error: () => {}, warn: () => {} };
  const jobs = await openJobQueue({ serverUrl: server.serverUrl, log });
  const second = await server.startWorker(sink.url, jobs);
  await server.plan(Array.from({ length: 120 }, () => notice(person, 'Callum Mercer', address)));
  await vi.waitFor(async () => {
    const states = (await server.mailsTo(address)).map(({ state }) => state);
    expect(states.filter((state) => state === 'sent')).toHaveLength(120);
  }, within);
  const ids = receivedBy(address).map(({ parsed }) => parsed.messageId);
  expect(ids).toHaveLength(120);
  expect(new Set(ids).size).toBe(120);
  await jobs.stop();
  await second.stop();
});

test.each([
  ['a comma', 'one@alder-finch.example,two@elsewhere.example'],
  ['a line break', 'one@alder-finch.example\r\nRCPT TO:<two@elsewhere.example>'],
  ['a second address in brackets', 'one@alder-finch.example <two@elsewhere.example>'],
])('an address with %s reaches nobody, least of all two people', async (_what, twisted) => {
  await server.plan([notice(person, 'Callum Mercer', twisted)]);
  expect(await untilState('failed', twisted)).toMatchObject({ attempts: 1 });
  expect(sink.received).toEqual([]);
});

test('a name with a line break or an address in it adds neither a header nor a recipient', async () => {
  const name = 'Mercer, Callum <two@elsewhere.example>\r\nBcc: three@elsewhere.example';
  await server.plan([notice(person, name, address)]);
  await untilState('sent');
  const [message] = sink.received;
  expect(message?.recipients).toEqual([address]);
  expect(message?.parsed.bcc).toBeUndefined();
  expect(message?.parsed.to).toMatchObject({ value: [{ address }] });
});

test.each([
  ['withdrawn', { state: 'withdrawn', ended_at: new Date() }, /withdrawn/],
  ['reset', { generation: 2 }, /reset/],
  ['expired', { expires_at: new Date(Date.now() - 1_000) }, /expired/],
] as const)(
  'an invitation that was %s before its mail left is not sent (S9, M3)',
  async (_what, change, why) => {
    const invitation = await server.addInvitation(person, 'assignment', ['benefits-reader']);
    await server.plan([invitationTo(invitation, 'invitation')], { holdSeconds: 1 });
    await server.db.updateTable('invitation').set(change).where('id', '=', invitation).execute();
    const cancelled = await untilState('cancelled');
    expect(cancelled?.error).toMatch(why);
    expect(sink.received).toEqual([]);
  },
);

test('a contact invitation says how to forward it, and whose contract it is, but no administrator (A3, A9)', async () => {
  const invitation = await server.addInvitation(person, 'contact', ['administrator']);
  await server.plan([invitationTo(invitation, 'contact-invitation')]);
  await untilState('sent');
  const { text = '' } = receivedBy(address)[0]?.parsed ?? {};
  expect(text).toContain('Alder & Finch');
  expect(text).toContain('forward it license ID by license ID');
  expect(text).not.toContain('Test');
});
