import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { resendContactInvitation, resetContactInvitation } from '@muniment/contract/partners.ts';
import { getVlUser, resendInvitation, resetInvitation } from '@muniment/contract/vl-users.ts';
import { RESEND_INTERVAL_SECONDS } from '@muniment/domain/invitation.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

async function age(vlUserId: string): Promise<void> {
  await sql`
    update invitation set sent_at = sent_at - interval '61 seconds', last_sent_at = last_sent_at - interval '61 seconds'
    where vl_user_id = ${vlUserId}
  `.execute(muniment.db);
}

/** The contact of a license ID is the pending contact of so many more, all of which somebody administers. */
async function contactOfMany(admin: Member, email: string, count: number): Promise<string> {
  const first = await organization.license({ contact: email });
  const { rows } = await sql<{ organization: string; contact: string; license: string; change: string }>`
    select i.organization_id as organization, i.vl_user_id as contact, i.license_id as license, g.opened_by as change
    from invitation i
    join license l on l.organization_id = i.organization_id and l.id = i.license_id
    join role_grant g on g.organization_id = i.organization_id and g.license_id = i.license_id
    where l.license_id = ${first}
  `.execute(muniment.db);
  const [row] = rows;
  if (row === undefined) throw new Error('The contact was not invited');
  const ids = sql`
    select md5(${first} || n)::uuid as id, ${first} || n as license_id from generate_series(1, ${count}::int) n
  `;
  await sql`
    with more as (${ids}), made as (
      insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      select l.organization_id, m.id, m.license_id, l.partner_id, l.name, l.program, l.start_date, l.end_date, l.country
      from license l cross join more m where l.id = ${row.license}
    ), granted as (
      insert into role_grant
        (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, awaits, ready_at)
      select g.organization_id, m.id, who.id, g.role, g.starts_at, g.opened_at, g.opened_by, who.awaits,
        case when who.awaits is null then g.opened_at end
      from role_grant g cross join more m
      cross join (values (${row.contact}::uuid, 'contact-registration'), (${admin.vlUserId}::uuid, null))
        as who (id, awaits)
      where g.license_id = ${row.license}
    )
    insert into invitation
      (organization_id, id, kind, vl_user_id, license_id, state, sent_at, last_sent_at, expires_at)
    select i.organization_id, md5('invitation' || m.id)::uuid, i.kind, i.vl_user_id, m.id, i.state, i.sent_at,
      i.last_sent_at, i.expires_at
    from invitation i cross join more m where i.license_id = ${row.license}
  `.execute(muniment.db);
  return row.contact;
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const start = performance.now();
  const answer = await work();
  return { ms: performance.now() - start, answer };
}

test('somebody invited to 4,000 license IDs is mailed again and reset in seconds, by one ledger entry each', async () => {
  const admin = await organization.administrator();
  const vlUserId = await contactOfMany(admin, organization.newEmail('correspondent'), 4_000);
  const params = { vlUserId };
  await age(vlUserId);
  for (const [endpoint, event, generation] of [
    [resendInvitation, 'invitation.resent', 1],
    [resetInvitation, 'invitation.reset', 2],
  ] as const) {
    const before = await muniment.db.selectFrom('ledger_head').select('sequence').execute();
    const sent = await timed(() => admin.api.call(endpoint, { params }));
    expect(new Set(sent.answer.body.items.map(({ licenseId }) => licenseId)).size).toBe(4_000);
    expect(sent.ms).toBeLessThan(10_000);
    const after = await muniment.db.selectFrom('ledger_head').select('sequence').execute();
    expect(after[0]?.sequence).toBe((before[0]?.sequence ?? 0) + 1);
    const [entry] = (await admin.api.call(listLedger, { query: { limit: 1 } })).body.items;
    expect(entry?.event).toBe(event);
    const rows =
      (entry?.details as { invitations?: { vlUserId: string; generation: number }[] } | undefined)
        ?.invitations ?? [];
    expect(rows).toHaveLength(4_000);
    for (const row of rows) expect(row).toMatchObject({ vlUserId, generation });
  }
  const { mails } = await muniment.db
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where('vl_user_id', '=', vlUserId)
    .executeTakeFirstOrThrow();
  expect(mails).toBe(1 + 2 * 4_000);
}, 60_000);

test('R10 whoever administers one of many license IDs reads of a reset what is theirs', async () => {
  const admin = await organization.administrator({ licenses: 2 });
  const [first = '', second = ''] = admin.licenseIds;
  const deputy = await organization.colleague(admin, { licenseIds: [first], roles: ['administrator'] });
  const email = organization.newEmail('vera');
  const { vlUserId, invitations } = await invite(admin, email, [first, second]);
  expect(invitations).toBe(1);
  expect((await admin.api.call(resetInvitation, { params: { vlUserId } })).status).toBe(200);
  const rowsSeenBy = async (member: Member) => {
    const [entry] = (await member.api.call(listLedger, { query: { limit: 1 } })).body.items;
    expect(entry?.event).toBe('invitation.reset');
    return (entry?.details as { invitations?: object[] } | undefined)?.invitations;
  };
  expect(await rowsSeenBy(admin)).toHaveLength(2);
  expect(await rowsSeenBy(deputy)).toHaveLength(1);
});

describe('M3 M9 an invitation is reset at once, and then once a minute', () => {
  test('by an administrator', async () => {
    const admin = await organization.administrator();
    const { vlUserId } = await invite(admin, organization.newEmail('vera'), [admin.licenseId]);
    const reset = () => admin.api.call(resetInvitation, { params: { vlUserId } });
    expect((await reset()).status).toBe(200);
    const refused = await reset();
    expect(refused).toMatchObject({ status: 429, problemId: 'too-many-requests' });
    expect(refused.headers.get('retry-after')).toBe(String(RESEND_INTERVAL_SECONDS));
    expect((await admin.api.call(resendInvitation, { params: { vlUserId } })).status).toBe(429);
    await age(vlUserId);
    expect((await reset()).status).toBe(200);
    await sql`update invitation set expires_at = sent_at where vl_user_id = ${vlUserId}`.execute(muniment.db);
    expect((await reset()).status).toBe(200);
  });

  test('by the partner', async () => {
    const licenseId = await organization.license();
    const { api } = organization.partner;
    const call = (endpoint: typeof resetContactInvitation | typeof resendContactInvitation) =>
      api.call(endpoint, { params: { licenseId } });
    expect((await call(resetContactInvitation)).status).toBe(200);
    expect(await call(resetContactInvitation)).toMatchObject({ status: 429, problemId: 'too-many-requests' });
    expect(await call(resendContactInvitation)).toMatchObject({
      status: 429,
      problemId: 'too-many-requests',
    });
  });

  test('of many at once, one goes through', async () => {
    const admin = await organization.administrator();
    const { vlUserId } = await invite(admin, organization.newEmail('vera'), [admin.licenseId]);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => admin.api.call(resetInvitation, { params: { vlUserId } })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 429, 429, 429, 429, 429]);
  });
});

async function invite(admin: Member, email: string, licenseIds: readonly string[]) {
  const user = { signInEmail: email, displayName: 'Vera Holm' };
  const assignments = licenseIds.map((licenseId) => ({ user, licenseId, roles: ['benefits-reader'] }));
  const { body } = await admin.api.call(changeAssignments, { body: { assignments } as never });
  const vlUserId = body.difference[0]?.vlUserId ?? '';
  const shown = (await admin.api.call(getVlUser, { params: { vlUserId } })).body;
  return { vlUserId, invitations: shown.invitations.length };
}
