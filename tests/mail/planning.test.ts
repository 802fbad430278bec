import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastInvitationMails, mailSubject } from '../../apps/server/src/features/mail/mail-service.ts';
import { type MailServer, notice, startMailServer } from './mail-server.ts';

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

test('subjects are letter for letter what they have to be (S5, S6)', () => {
  const publisher = 'Microsoft';
  const invitation = 'Action required: Sign in to manage your volume licensing assets';
  expect(mailSubject('invitation', publisher)).toBe(invitation);
  expect(mailSubject('contact-invitation', publisher)).toBe(invitation);
  expect(mailSubject('permission-change', publisher)).toBe(
    'Permission changes for Microsoft Volume Licensing contracts',
  );
});

test('a change that is rolled back leaves neither a mail nor a job', async () => {
  const person = await server.addPerson('Ines Duarte', 'ines@alder-finch.example');
  const mail = notice(person, 'Ines Duarte', 'ines@alder-finch.example');
  await expect(server.plan([mail], { fail: true })).rejects.toThrow('refused after all');
  expect(await server.mailsTo('ines@alder-finch.example')).toEqual([]);
  expect(await countJobs()).toBe(0);

  await server.plan([mail], { holdSeconds: 30 });
  expect(await server.mailsTo('ines@alder-finch.example')).toHaveLength(1);
  expect(await countJobs()).toBe(1);
});

test('thousands of mails of one change are planned at once, each held for the same time', async () => {
  const person = await server.addPerson('Otto Brandt', 'otto@alder-finch.example');
  const mails = Array.from({ length: 7_000 }, () =>
    notice(person, 'Otto Brandt', 'otto@alder-finch.example'),
  );
  await server.plan(mails, { holdSeconds: 45 });
  const rows = await server.mailsTo('otto@alder-finch.example');
  expect(rows).toHaveLength(7_000);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['held']));
  expect(new Set(rows.map((row) => row.send_after.getTime() - row.created_at.getTime()))).toEqual(
    new Set([45_000]),
  );
});

test('the newest mail of an invitation is the one that is told of (M3)', async () => {
  const person = await server.addPerson('Mara Lind', 'mara@alder-finch.example');
  const invited = await server.addInvitation(person, 'assignment', ['benefits-reader']);
  const silent = await server.addInvitation(
    await server.addPerson('Nils Roth', 'nils@alder-finch.example'),
    'assignment',
    ['benefits-reader'],
  );
  for (const toAddress of ['mara@old.example', 'mara@alder-finch.example']) {
    await server.plan(
      [
        {
          kind: 'invitation',
          vlUserId: person,
          toName: 'Mara Lind',
          toAddress,
          changeId: null,
          invitationId: invited,
          facts: { generation: 1 },
        },
      ],
      { holdSeconds: 30 },
    );
  }
  const last = await lastInvitationMails(server.db, server.organizationId, [invited, silent]);
  expect([...last.keys()]).toEqual([invited]);
  expect(last.get(invited)).toMatchObject({ state: 'held', to: 'mara@alder-finch.example', error: null });
});

async function countJobs(): Promise<number> {
  const { rows } = await server.pool.query('select count(*) as jobs from pgboss.job');
  return rows[0].jobs;
}
