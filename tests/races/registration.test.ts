import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { registerInvitation } from '@muniment/contract/invitations.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { outcome, setRoles, tally } from './shared-licenses.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

const body = { offerVersion: 1 };

test('A3 of 50 people who register one forwarded contact invitation at once, one wins', async () => {
  const contact = organization.newEmail('contact');
  const licenseId = await organization.license({ contact });
  const token = await muniment.linkOf(contact);
  const emails = [contact, ...Array.from({ length: 49 }, () => organization.newEmail('racer'))];
  const sessions = await Promise.all(emails.map((email) => muniment.sessionOf(email)));
  const answers = await Promise.all(
    sessions.map((session) => session.call(registerInvitation, { params: { token }, body })),
  );
  expect(tally(answers.map(outcome))).toEqual({ '200': 1, 'invitation-used': 49 });

  const winner = sessions[answers.findIndex(({ status }) => status === 200)];
  const { items } = (await winner?.call(listVlUsers, {}))?.body ?? { items: [] };
  expect(items.map(({ isYou, roles, status }) => [isYou, roles, status])).toEqual([
    [true, ['administrator'], 'active'],
  ]);
  const { rows } = await sql<{ entries: number; registered: number; administrators: number }>`
    select
      (select count(*) from ledger_entry e where e.event = 'invitation.registered' and l.id = any(e.license_ids)) as entries,
      (select count(*) from vl_user u where u.organization_id = l.organization_id and u.registered_at is not null) as registered,
      (select count(*) from role_grant g where g.license_id = l.id and g.closed_by is null) as administrators
    from license l where l.license_id = ${licenseId}
  `.execute(muniment.db);
  expect(rows).toEqual([{ entries: 1, registered: 1, administrators: 1 }]);
});

test('one person who registers one invitation 20 times at once registers it once', async () => {
  const admin = await organization.administrator();
  const email = organization.newEmail('vera');
  const user = { signInEmail: email, displayName: 'Vera' };
  const assignments = [{ user, licenseId: admin.licenseId, roles: ['benefits-reader' as const] }];
  await admin.api.call(changeAssignments, { body: { assignments } });
  const token = await muniment.linkOf(email);
  const session = await muniment.sessionOf(email);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => session.call(registerInvitation, { params: { token }, body })),
  );
  expect(tally(answers.map(outcome))).toEqual({ '200': 1, 'invitation-used': 19 });
});

test('M9 registering while the roles are being removed: either way nothing is held in the end', async () => {
  const admin = await organization.administrator();
  const outcomes: string[] = [];
  for (let round = 0; round < 25; round += 1) {
    const email = organization.newEmail('vera');
    const user = { signInEmail: email, displayName: 'Vera' };
    const assignments = [{ user, licenseId: admin.licenseId, roles: ['benefits-reader' as const] }];
    const saved = await admin.api.call(changeAssignments, { body: { assignments } });
    const vlUserId = saved.body.difference[0]?.vlUserId ?? '';
    const token = await muniment.linkOf(email);
    const session = await muniment.sessionOf(email);
    const register = () => session.call(registerInvitation, { params: { token }, body });
    const remove = () => setRoles(admin, vlUserId, admin.licenseId, []);
    const [registered, removed] =
      round % 2 === 0
        ? await Promise.all([register(), remove()])
        : (await Promise.all([remove(), register()])).toReversed();
    outcomes.push(`${outcome(registered as never)} and ${outcome(removed as never)}`);
    const { rows } = await sql<{ live: number; invited: number; registered: boolean; told: string[] }>`
      select
        (select count(*) from role_grant g where g.vl_user_id = u.id and g.closed_by is null) as live,
        (select count(*) from invitation i where i.vl_user_id = u.id and i.state = 'open') as invited,
        u.registered_at is not null as registered,
        (select array_agg(m.kind order by m.created_at, m.kind) from mail m where m.vl_user_id = u.id) as told
      from vl_user u where u.id = ${vlUserId}
    `.execute(muniment.db);
    const wasRegistered = registered?.status === 200;
    expect(rows).toEqual([
      {
        live: 0,
        invited: 0,
        registered: wasRegistered,
        // Who registered in time is told that the role has gone; who did not, hears nothing more.
        told: wasRegistered ? ['invitation', 'permission-change'] : ['invitation'],
      },
    ]);
  }
  for (const one of new Set(outcomes)) {
    expect(['200 and 201', 'invitation-not-found and 201']).toContain(one);
  }
});
