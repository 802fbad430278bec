import { getOutboxMail } from '@muniment/contract/publisher.ts';
import { getVlUser, removeVlUser, resendInvitation, resetInvitation } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { createInvitedPeople, type InvitedPeople } from './invited-people.ts';

let muniment: Muniment;
let organization: Organization;
let invited: InvitedPeople;
beforeAll(async () => {
  muniment = await startMuniment();
  invited = createInvitedPeople(muniment);
  organization = await (await muniment.newPartner('Solberg')).organization('Kestrel Works AB');
});
afterAll(() => muniment.stop());

describe('the one open invitation of a pending user (S9)', () => {
  test('S9 more license IDs join it: same link, a new mail that lists all', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const email = organization.newEmail('vera');
    const vlUserId = await invited.give(admin, email, first, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    const { invitations: before } = (await admin.api.call(getVlUser, { params: { vlUserId } })).body;
    await invited.give(admin, email, second, ['product-keys-reader']);
    expect(await muniment.linkOf(email)).toBe(token);
    const { invitations: after } = (await admin.api.call(getVlUser, { params: { vlUserId } })).body;
    expect(after).toHaveLength(1);
    expect(after[0]?.expiresAt).toBe(before[0]?.expiresAt);
    const mails = await invited.mailsTo(email);
    expect(mails).toHaveLength(2);
    const { text } = (
      await muniment.publisher.call(getOutboxMail, { params: { mailId: mails[0]?.id ?? '' } })
    ).body;
    for (const licenseId of [first, second]) expect(text).toContain(licenseId);
    const offer = (await invited.read(email, token)).body;
    expect(offer.offerVersion).toBe(2);
    expect(offer.licenses.map(({ licenseId }) => licenseId).toSorted()).toEqual([first, second].toSorted());
  });

  test('S9 fewer shrink it without a mail; with none left it is withdrawn', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const email = organization.newEmail('vera');
    await invited.give(admin, email, first, ['benefits-reader']);
    await invited.give(admin, email, second, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    await invited.give(admin, email, first, []);
    expect((await invited.read(email, token)).body.licenses.map(({ licenseId }) => licenseId)).toEqual([
      second,
    ]);
    expect(await invited.mailsTo(email)).toHaveLength(2);
    await invited.give(admin, email, second, []);
    expect(await invited.read(email, token)).toMatchObject({
      status: 404,
      problemId: 'invitation-not-found',
    });
    expect(await invited.mailsTo(email)).toHaveLength(2);
    // Added again, they get another invitation.
    await invited.give(admin, email, first, ['benefits-reader']);
    expect(await muniment.linkOf(email)).not.toBe(token);
  });

  test('Edges: more roles for a pending user whose invitation has expired reset it', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    await invited.expire(vlUserId);
    expect(await invited.statusOf(admin, vlUserId)).toBe('invitation-expired');
    await invited.give(admin, email, admin.licenseId, ['benefits-reader', 'product-keys-reader']);
    expect(await invited.statusOf(admin, vlUserId)).toBe('invitation-sent');
    expect(await invited.read(email, token)).toMatchObject({ status: 409, problemId: 'invitation-reset' });
    await muniment.register(email);
    expect(await invited.statusOf(admin, vlUserId)).toBe('active');
  });

  test('M9 removing a pending user closes what waits and withdraws the invitation', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('second');
    const vlUserId = await invited.give(admin, email, admin.licenseId, ['administrator']);
    const token = await muniment.linkOf(email);
    expect((await admin.api.call(removeVlUser, { params: { vlUserId } })).status).toBe(204);
    expect(await invited.read(email, token)).toMatchObject({
      status: 404,
      problemId: 'invitation-not-found',
    });
    expect(await admin.api.call(getVlUser, { params: { vlUserId } })).toMatchObject({
      status: 404,
      problemId: 'vl-user-not-found',
    });
    expect(await invited.mailsTo(email)).toHaveLength(1);
  });
});

describe('resend and reset (M3)', () => {
  test('M3 M9 resend mails the same link with the same expiry, at most once a minute', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    const params = { vlUserId };
    const token = await muniment.linkOf(email);
    const tooSoon = await admin.api.call(resendInvitation, { params });
    expect(tooSoon).toMatchObject({ status: 429, problemId: 'too-many-requests' });
    expect(tooSoon.headers.get('retry-after')).not.toBeNull();
    await invited.sentLongAgo(vlUserId);
    const before = (await admin.api.call(getVlUser, { params })).body.invitations[0];
    const resent = await admin.api.call(resendInvitation, { params });
    expect(resent.status).toBe(200);
    expect(resent.body.items[0]).toMatchObject({
      kind: 'assignment',
      expiresAt: before?.expiresAt,
      expired: false,
      licenseId: null,
      mail: { state: 'held', to: email, error: null },
    });
    expect(await muniment.linkOf(email)).toBe(token);
    expect(await invited.mailsTo(email)).toHaveLength(2);
    expect((await admin.api.call(resendInvitation, { params })).status).toBe(429);
    expect((await invited.register(email, token)).status).toBe(200);
  });

  test('M3 reset makes a new link and expiry, on sent and on expired invitations, and kills earlier links', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    const params = { vlUserId };
    const links = [await muniment.linkOf(email)];
    expect((await admin.api.call(resetInvitation, { params })).status).toBe(200);
    links.push(await muniment.linkOf(email));
    await invited.expire(vlUserId);
    expect(await admin.api.call(resendInvitation, { params })).toMatchObject({
      status: 409,
      problemId: 'invitation-expired',
    });
    const reset = await admin.api.call(resetInvitation, { params });
    expect(reset.body.items[0]?.expired).toBe(false);
    links.push(await muniment.linkOf(email));
    expect(new Set(links).size).toBe(3);
    for (const old of links.slice(0, 2)) {
      expect(await invited.register(email, old)).toMatchObject({
        status: 409,
        problemId: 'invitation-reset',
      });
    }
    expect((await invited.register(email, links[2] ?? '')).status).toBe(200);
    for (const endpoint of [resendInvitation, resetInvitation]) {
      expect(await admin.api.call(endpoint, { params })).toMatchObject({
        status: 409,
        problemId: 'no-open-invitation',
      });
    }
  });

  test('Edges: resend and reset are open to an administrator of a covered license ID, and to no other', async () => {
    const admin = await organization.administrator();
    const stranger = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    for (const endpoint of [resendInvitation, resetInvitation]) {
      const foreign = await stranger.api.call(endpoint, { params: { vlUserId } });
      expect(foreign).toMatchObject({ status: 404, problemId: 'vl-user-not-found' });
      const unknown = await stranger.api.call(endpoint, {
        params: { vlUserId: '01890000-0000-7000-8000-000000000000' },
      });
      expect({ ...foreign.problem, instance: '' }).toEqual({ ...unknown.problem, instance: '' });
    }
    // An open contact invitation of a license ID that the viewer does not administer is none of theirs.
    const licenseId = await organization.license({ contact: admin.email });
    expect(licenseId).not.toBe(admin.licenseId);
    expect(await admin.api.call(resetInvitation, { params: { vlUserId: admin.vlUserId } })).toMatchObject({
      status: 409,
      problemId: 'no-open-invitation',
    });
  });
});
