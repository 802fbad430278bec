import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { sendInvitationsInBulk } from '@muniment/contract/bulk-changes.ts';
import { getInvitation } from '@muniment/contract/invitations.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
/** One whose invitation is good, one whose expired, one who was mailed just now, one who has registered. */
const emails = { open: '', expired: '', recent: '', active: '' };
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
  emails.active = (await organization.colleague(admin, { email: organization.newEmail('active') })).email;
  for (const name of ['open', 'expired', 'recent'] as const) emails[name] = organization.newEmail(name);
  await admin.api.call(changeAssignments, {
    body: {
      assignments: [emails.open, emails.expired, emails.recent].map((signInEmail) => ({
        user: { signInEmail, displayName: signInEmail.split('.')[0] ?? '' },
        licenseId: admin.licenseId,
        roles: ['benefits-reader'],
      })),
    },
  });
  await age(
    emails.open,
    "last_sent_at = last_sent_at - interval '1 hour', sent_at = sent_at - interval '1 hour'",
  );
  await age(
    emails.expired,
    "sent_at = sent_at - interval '60 days', last_sent_at = last_sent_at - interval '60 days', expires_at = expires_at - interval '60 days'",
  );
});
afterAll(() => muniment.stop());

async function age(email: string, set: string): Promise<void> {
  await sql`
    update invitation set ${sql.raw(set)}
    where vl_user_id = (select id from vl_user where sign_in_email_key = ${email}) and state = 'open'
  `.execute(muniment.db);
}

const send = (action: 'resend' | 'reset', people: object = { matching: {} }, by = admin) =>
  by.api.send('POST', '/v1/bulk-invitations', { body: { people, action } });

async function mailsTo(email: string): Promise<number> {
  const { rows } = await sql<{ mails: number }>`
    select count(*)::int as mails from mail m join vl_user u on u.organization_id = m.organization_id
      and u.id = m.vl_user_id and u.sign_in_email_key = ${email} and m.kind = 'invitation'
  `.execute(muniment.db);
  return rows[0]?.mails ?? 0;
}

test('M3 M9 resending to many mails those who may be mailed, and tells of each of the others why not', async () => {
  const entries = (await admin.api.call(listLedger, {})).body.items.length;
  const link = await muniment.linkOf(emails.open);
  const { status, body } = await admin.api.call(sendInvitationsInBulk, {
    body: { people: { matching: {} }, action: 'resend' },
  });
  expect(status).toBe(200);
  const outcomes = Object.fromEntries(body.items.map(({ displayName, outcome }) => [displayName, outcome]));
  expect(outcomes).toMatchObject({
    open: 'sent',
    expired: 'expired',
    recent: 'too-soon',
    [admin.name]: 'no-open-invitation',
  });
  expect(body.items).toHaveLength(5);
  expect(body.sent).toBe(1);
  expect(await mailsTo(emails.open)).toBe(2);
  expect(await mailsTo(emails.recent)).toBe(1);
  const { items } = (await admin.api.call(listLedger, {})).body;
  expect(items).toHaveLength(entries + 1);
  expect(items[0]?.event).toBe('invitation.resent');
  const session = await muniment.sessionOf(emails.open);
  expect((await session.call(getInvitation, { params: { token: link } })).status).toBe(200);
});

test('B8 who match a filter are mailed only if they are as many as the caller saw', async () => {
  const entries = (await admin.api.call(listLedger, {})).body.items.length;
  const mails = await mailsTo(emails.open);
  const matching = { status: ['invitation-sent' as const, 'invitation-expired' as const] };
  const { total } = (await admin.api.call(listVlUsers, { query: matching })).body;
  const sendTo = (expectedPeople: number) =>
    admin.api.send('POST', '/v1/bulk-invitations', {
      body: { people: { matching }, action: 'resend', expectedPeople },
    });
  expect(await sendTo(total - 1)).toMatchObject({ status: 412, problemId: 'stale-version' });
  expect(await mailsTo(emails.open)).toBe(mails);
  expect((await admin.api.call(listLedger, {})).body.items).toHaveLength(entries);
  expect(await sendTo(total)).toMatchObject({ status: 200, body: { sent: 0 } });
});

test('M3 resetting many gives each a new link, and the expired ones are good again', async () => {
  const link = await muniment.linkOf(emails.open);
  const { body } = await admin.api.call(sendInvitationsInBulk, {
    body: { people: { matching: { status: ['invitation-sent', 'invitation-expired'] } }, action: 'reset' },
  });
  expect(body.items.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'sent']);
  const session = await muniment.sessionOf(emails.open);
  expect(await session.call(getInvitation, { params: { token: link } })).toMatchObject({
    problemId: 'invitation-reset',
  });
  expect((await admin.api.call(listVlUsers, { query: { status: 'invitation-expired' } })).body.total).toBe(0);
  await muniment.register(emails.expired);
});

test('where nobody waits, nothing is sent and nothing recorded', async () => {
  const entries = (await admin.api.call(listLedger, {})).body.items.length;
  expect((await send('resend', { matching: { status: ['active'] } })).body).toMatchObject({ sent: 0 });
  expect((await send('resend', { matching: { q: 'no such person' } })).body).toEqual({ items: [], sent: 0 });
  expect((await admin.api.call(listLedger, {})).body.items).toHaveLength(entries);
});

test('R10 people whom the caller does not see are not found', async () => {
  const stranger = await organization.administrator();
  const [row] = (await admin.api.call(listVlUsers, { query: { q: emails.recent } })).body.items;
  const answer = await send('reset', { vlUserIds: [row?.id ?? ''] }, stranger);
  expect(answer).toMatchObject({ status: 404, problemId: 'vl-user-not-found' });
});
