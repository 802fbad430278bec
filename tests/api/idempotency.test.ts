import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { createToken } from '@muniment/contract/people.ts';
import { createPartner, listPartners } from '@muniment/contract/publisher.ts';
import { listVlUsers, resetInvitation } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { unique } from '../support/unique.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

function bodyFor(admin: Member, email: string, roles: Role[] = ['benefits-reader']) {
  const user = { signInEmail: email, displayName: 'Vera Holm' };
  return { assignments: [{ user, licenseId: admin.licenseId, roles }] };
}

test('the same key and body have one effect and the same answer', async () => {
  const admin = await organization.administrator();
  const input = { body: bodyFor(admin, organization.newEmail('vera')), idempotencyKey: unique() };
  const first = await admin.api.call(changeAssignments, input);
  const second = await admin.api.call(changeAssignments, input);
  expect(first.status).toBe(201);
  expect(second.status).toBe(201);
  expect(second.text).toBe(first.text);
  const [vera] = input.body.assignments;
  const mails = await muniment.db
    .selectFrom('mail')
    .select('id')
    .where('to_address', '=', vera?.user.signInEmail ?? '')
    .execute();
  expect(mails).toHaveLength(1);
});

test('the same key with another body is refused, 409', async () => {
  const admin = await organization.administrator();
  const idempotencyKey = unique();
  const body = bodyFor(admin, organization.newEmail('vera'));
  await admin.api.call(changeAssignments, { body, idempotencyKey });
  const other = bodyFor(admin, organization.newEmail('omar'));
  expect(await admin.api.call(changeAssignments, { body: other, idempotencyKey })).toMatchObject({
    status: 409,
    problemId: 'idempotency-key-reused',
  });
  expect((await admin.api.call(listVlUsers, {})).body.total).toBe(2);
});

test('the same key of another person, in another organization or of another operation is another key', async () => {
  const idempotencyKey = unique();
  const other = await (await muniment.newPartner()).organization();
  const one = await organization.administrator();
  const two = await organization.administrator();
  const elsewhere = await other.administrator({ email: one.email });
  for (const admin of [one, two, elsewhere]) {
    const body = bodyFor(admin, organization.newEmail('vera'));
    expect((await admin.api.call(changeAssignments, { body, idempotencyKey })).status).toBe(201);
  }
  const pending = (await one.api.call(listVlUsers, { query: { status: 'invitation-sent' } })).body.items[0];
  const params = { vlUserId: pending?.id ?? '' };
  expect((await one.api.call(resetInvitation, { params, idempotencyKey })).status).toBe(200);
});

test('a refusal is not kept: the same key works once the cause is gone', async () => {
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin);
  const idempotencyKey = unique();
  const leave = {
    assignments: [{ user: { vlUserId: admin.vlUserId }, licenseId: admin.licenseId, roles: [] as Role[] }],
  };
  expect((await admin.api.call(changeAssignments, { body: leave, idempotencyKey })).status).toBe(409);
  await admin.api.call(changeAssignments, { body: bodyFor(admin, colleague.email, ['administrator']) });
  expect((await admin.api.call(changeAssignments, { body: leave, idempotencyKey })).status).toBe(201);
});

test('a replay is authorized anew: who lost the right in between is told nothing', async () => {
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin, { roles: ['administrator'] });
  const email = organization.newEmail('vera');
  const idempotencyKey = unique();
  const body = bodyFor(colleague, email);
  const saved = await colleague.api.call(changeAssignments, { body, idempotencyKey });
  const params = { vlUserId: saved.body.difference[0]?.vlUserId ?? '' };
  expect((await colleague.api.call(resetInvitation, { params, idempotencyKey })).status).toBe(200);
  await admin.api.call(changeAssignments, { body: bodyFor(admin, colleague.email, ['benefits-reader']) });
  const replay = await colleague.api.call(changeAssignments, { body, idempotencyKey });
  expect(replay).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
  expect(replay.text).not.toContain(email);
  expect(await colleague.api.call(resetInvitation, { params, idempotencyKey })).toMatchObject({
    status: 404,
    problemId: 'vl-user-not-found',
  });
});

test('a secret that is shown once comes again under its key, and lies nowhere in clear', async () => {
  const idempotencyKey = unique();
  const body = { name: `Twice ${unique()}` };
  const first = await muniment.publisher.call(createPartner, { body, idempotencyKey });
  const second = await muniment.publisher.call(createPartner, { body, idempotencyKey });
  expect(second.body).toEqual(first.body);
  const partners = (await muniment.publisher.call(listPartners, {})).body.items;
  expect(partners.filter(({ name }) => name === body.name)).toHaveLength(1);

  const admin = await organization.administrator();
  const session = await muniment.sessionOf(admin.email);
  const made = await session.call(createToken, { body: { name: 'X' }, idempotencyKey });
  expect((await session.call(createToken, { body: { name: 'X' }, idempotencyKey })).body).toEqual(made.body);

  const email = organization.newEmail('vera');
  await admin.api.call(changeAssignments, { body: bodyFor(admin, email) });
  const link = await muniment.linkOf(email);
  const vera = await muniment.sessionOf(email);
  const { offerVersion } = (await vera.call(getInvitation, { params: { token: link } })).body;
  const registration = { params: { token: link }, body: { offerVersion }, idempotencyKey };
  const registered = await vera.call(registerInvitation, registration);
  // The link is used up, and the key still answers.
  expect((await vera.call(registerInvitation, registration)).text).toBe(registered.text);

  const kept = JSON.stringify(await muniment.db.selectFrom('idempotency').selectAll().execute());
  for (const secret of [first.body.token, made.body.token, link, email]) expect(kept).not.toContain(secret);
});

test('a key is kept for a day', async () => {
  const admin = await organization.administrator();
  const idempotencyKey = unique();
  const body = bodyFor(admin, organization.newEmail('vera'));
  await admin.api.call(changeAssignments, { body, idempotencyKey });
  await muniment.db
    .updateTable('idempotency')
    .set({ created_at: new Date(Date.now() - 23 * 3_600_000) } as never)
    .where('key', '=', idempotencyKey)
    .execute();
  expect((await admin.api.call(changeAssignments, { body, idempotencyKey })).status).toBe(201);
  await muniment.db
    .updateTable('idempotency')
    .set({ created_at: new Date(Date.now() - 25 * 3_600_000) } as never)
    .where('key', '=', idempotencyKey)
    .execute();
  // Done anew, it changes nothing any more; another body is no conflict.
  expect((await admin.api.call(changeAssignments, { body, idempotencyKey })).status).toBe(200);
});

test.each([
  ['blanks', 'a b'],
  ['more than 200 characters', 'x'.repeat(201)],
])('a key with %s is refused', async (_what, key) => {
  const admin = await organization.administrator();
  const body = bodyFor(admin, organization.newEmail('vera'));
  expect(
    await admin.api.send('POST', '/v1/assignment-changes', { body, headers: { 'idempotency-key': key } }),
  ).toMatchObject({ status: 400, problemId: 'idempotency-key-invalid' });
});
