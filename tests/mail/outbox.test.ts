import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listOutbox, readOutboxMail } from '../../apps/server/src/features/mail/outbox-service.ts';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { type MailServer, notice, startMailServer } from './mail-server.ts';

let server: MailServer;
let person: string;
beforeAll(async () => {
  server = await startMailServer();
  person = await server.addPerson('Ines Duarte', 'ines@alder-finch.example');
});
afterAll(() => server.stop());

test('without an SMTP server mail stays held and readable, and goes out once there is one', async () => {
  const inert = await server.startWorker(null);
  const invitation = await server.addInvitation(person, 'assignment', ['administrator']);
  await server.plan([
    {
      kind: 'invitation',
      vlUserId: person,
      toName: 'Ines Duarte',
      toAddress: 'ines@alder-finch.example',
      changeId: null,
      invitationId: invitation,
      facts: { generation: 1 },
    },
  ]);
  const { items } = await listOutbox(server.db, server.composing, { limit: 10 });
  expect(items).toMatchObject([
    {
      state: 'held',
      to: 'ines@alder-finch.example',
      toName: 'Ines Duarte',
      from: 'Microsoft <no-reply@northlight.example>',
      organizationNumber: '10001',
      subject: 'Action required: Sign in to manage your volume licensing assets',
      sentAt: null,
      attempts: 0,
      error: null,
    },
  ]);
  const mail = await readOutboxMail(server.db, server.composing, items[0]?.id ?? '');
  const link = server.composing.invitationLink(invitation, 1);
  expect(mail?.text).toContain(link);
  expect(mail?.html).toContain(link);
  await inert.stop();

  // As long after as you like: even the job is gone.
  await server.pool.query('delete from pgboss.job');
  const sink = await startSmtpSink();
  const worker = await server.startWorker(sink.url);
  await vi.waitFor(() => expect(sink.received).toHaveLength(1), 10_000);
  await vi.waitFor(async () => {
    const [sent] = (await listOutbox(server.db, server.composing, { limit: 1 })).items;
    expect(sent).toMatchObject({ state: 'sent', attempts: 1, sentAt: expect.any(String) });
  });
  await worker.stop();
  await sink.stop();
});

test('pages go on where the one before ended, newest first, through mails of one instant', async () => {
  const mails = Array.from({ length: 25 }, (_, index) =>
    notice(person, 'Ines Duarte', `page-${index}@alder-finch.example`),
  );
  await server.plan(mails.slice(0, 13), { holdSeconds: 3_600 });
  await server.plan(mails.slice(13), { holdSeconds: 3_600 });
  const seen: { id: string; createdAt: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOutbox(server.db, server.composing, { limit: 7, cursor, q: 'page-' });
    expect(page.items.length).toBeLessThanOrEqual(7);
    seen.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
  expect(seen.map(({ createdAt }) => createdAt)).toEqual(
    seen.map(({ createdAt }) => createdAt).toSorted((one, other) => (one < other ? 1 : -1)),
  );
});

test('a search finds what it says, and takes % and _ for themselves', async () => {
  await server.plan([notice(person, 'Under_Score 100%', 'found@alder-finch.example')], {
    holdSeconds: 3_600,
  });
  const find = async (query: { q?: string; state?: 'held' | 'failed' }) =>
    (await listOutbox(server.db, server.composing, { limit: 100, ...query })).items.map(({ to }) => to);
  expect(await find({ q: 'UNDER_score' })).toEqual(['found@alder-finch.example']);
  expect(await find({ q: '100%' })).toEqual(['found@alder-finch.example']);
  expect(await find({ q: 'under-score' })).toEqual([]);
  expect(await find({ q: '_', state: 'held' })).toEqual(['found@alder-finch.example']);
  expect(await find({ state: 'failed' })).toEqual([]);
  expect((await find({ q: 'alder & FINCH' })).length).toBeGreaterThan(20);
});

test('a cursor of another list is refused, and an unknown mail is none', async () => {
  for (const cursor of ['x', Buffer.from('["a","b"]').toString('base64url')]) {
    await expect(listOutbox(server.db, server.composing, { limit: 5, cursor })).rejects.toMatchObject({
      id: 'invalid-request',
    });
  }
  expect(await readOutboxMail(server.db, server.composing, 'none')).toBeNull();
  expect(await readOutboxMail(server.db, server.composing, server.organizationId)).toBeNull();
});
