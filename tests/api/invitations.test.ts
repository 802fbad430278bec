import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { getMe } from '@muniment/contract/people.ts';
import { getOutboxMail, listOutbox } from '@muniment/contract/publisher.ts';
import {
  getVlUser,
  listVlUsers,
  removeVlUser,
  resendInvitation,
  resetInvitation,
} from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner('Solberg')).organization('Kestrel Works AB');
});
afterAll(() => muniment.stop());

async function give(admin: Member, email: string, licenseId: string, roles: Role[]) {
  const user = { signInEmail: email, displayName: 'Vera Holm' };
  const answer = await admin.api.call(changeAssignments, {
    body: { assignments: [{ user, licenseId, roles }] },
  });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.body.difference[0]?.vlUserId ?? '';
}

async function read(email: string, token: string) {
  const session = await muniment.sessionOf(email);
  await muniment.forgetLinkAttempts();
  return session.call(getInvitation, { params: { token } });
}

async function register(email: string, token: string, offerVersion = 1) {
  const session = await muniment.sessionOf(email);
  await muniment.forgetLinkAttempts();
  return session.call(registerInvitation, { params: { token }, body: { offerVersion } });
}

async function mailsTo(address: string) {
  return (await muniment.publisher.call(listOutbox, { query: { q: address } })).body.items;
}

async function expire(vlUserId: string): Promise<void> {
  await muniment.db
    .updateTable('invitation')
    .set({ expires_at: new Date(Date.now() - 1_000) })
    .where('vl_user_id', '=', vlUserId)
    .where('state', '=', 'open')
    .execute();
}

async function sentLongAgo(vlUserId: string): Promise<void> {
  await muniment.db
    .updateTable('invitation')
    .set({ last_sent_at: new Date(Date.now() - 61_000) })
    .where('vl_user_id', '=', vlUserId)
    .execute();
}

async function statusOf(admin: Member, vlUserId: string): Promise<string> {
  return (await admin.api.call(getVlUser, { params: { vlUserId } })).body.status;
}

describe('registration (G1)', () => {
  test('G1 S8 a link says what it offers, reading it consumes nothing, and roles count once it is registered', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await give(admin, email, admin.licenseId, ['benefits-reader', 'product-keys-reader']);
    const token = await muniment.linkOf(email);
    for (let scan = 0; scan < 3; scan += 1) {
      expect((await read(email, token)).body).toEqual({
        kind: 'assignment',
        organization: { name: 'Kestrel Works AB' },
        licenses: [
          {
            licenseId: admin.licenseId,
            name: `Contract ${admin.licenseId}`,
            roles: [
              { role: 'product-keys-reader', startsAt: expect.any(String), endsAt: null },
              { role: 'benefits-reader', startsAt: expect.any(String), endsAt: null },
            ],
          },
        ],
        insteadOfContact: false,
        expiresAt: expect.any(String),
        offerVersion: 1,
      });
    }
    const session = await muniment.sessionOf(email);
    expect((await session.call(getMe, {})).body.organizations).toEqual([]);
    expect(await statusOf(admin, vlUserId)).toBe('invitation-sent');

    expect((await register(email, token)).body).toEqual({
      organization: { number: organization.number, name: 'Kestrel Works AB' },
      licenses: [{ licenseId: admin.licenseId, roles: ['product-keys-reader', 'benefits-reader'] }],
    });
    expect((await session.call(getMe, {})).body.organizations[0]?.actions).toContain('benefit:manage');
    expect(await statusOf(admin, vlUserId)).toBe('active');
  });

  test('A9 an invitation and its mail name the organization, license IDs and roles, never the inviter', async () => {
    const admin = await organization.administrator({ email: organization.newEmail('secretadmin') });
    const email = organization.newEmail('vera');
    await give(admin, email, admin.licenseId, ['benefits-reader']);
    const offer = await read(email, await muniment.linkOf(email));
    const [mail] = await mailsTo(email);
    const { text, html } = (
      await muniment.publisher.call(getOutboxMail, { params: { mailId: mail?.id ?? '' } })
    ).body;
    for (const shown of [offer.text, text, html]) {
      expect(shown).toContain('Kestrel Works AB');
      expect(shown.toLowerCase()).not.toContain('secretadmin');
    }
  });

  test('G1 expired, used, reset, withdrawn, unknown and foreign links each say so, and nothing else', async () => {
    const admin = await organization.administrator();
    const [vera, stranger] = [organization.newEmail('vera'), organization.newEmail('stranger')];
    const vlUserId = await give(admin, vera, admin.licenseId, ['benefits-reader']);
    const first = await muniment.linkOf(vera);
    const refusals: [string, string, string, number][] = [];
    const expectRefused = async (email: string, token: string, problemId: string, status: number) => {
      refusals.push([email, token, problemId, status]);
      for (const answer of [await read(email, token), await register(email, token)]) {
        expect(answer).toMatchObject({ status, problemId });
        const told = JSON.stringify({ ...answer.problem, instance: '' });
        for (const secret of ['Kestrel', admin.licenseId, organization.number, vera]) {
          expect(told).not.toContain(secret);
        }
      }
    };

    await expectRefused(stranger, first, 'wrong-account', 403);
    await expire(vlUserId);
    await expectRefused(vera, first, 'invitation-expired', 409);
    await admin.api.call(resetInvitation, { params: { vlUserId } });
    await expectRefused(vera, first, 'invitation-reset', 409);
    const second = await muniment.linkOf(vera);
    expect(second).not.toBe(first);
    expect((await register(vera, second)).status).toBe(200);
    await expectRefused(vera, second, 'invitation-used', 409);

    const omar = organization.newEmail('omar');
    await give(admin, omar, admin.licenseId, ['benefits-reader']);
    const withdrawn = await muniment.linkOf(omar);
    await give(admin, omar, admin.licenseId, []);
    await expectRefused(omar, withdrawn, 'invitation-not-found', 404);
    const tampered = `${first.slice(0, -2)}${first.endsWith('A') ? 'BB' : 'AA'}`;
    for (const unknown of ['x', 'x'.repeat(70), tampered, `${first}A`]) {
      await expectRefused(vera, unknown, 'invitation-not-found', 404);
    }
    expect(refusals).toHaveLength(9);
  });

  test('S5 an assignment invitation is registered only by the verified address that it names', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    await give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    const account = await muniment.accountOf(email, { emailVerified: false });
    const unverified = await muniment.sessionOfAccount(account);
    expect(await unverified.call(getInvitation, { params: { token } })).toMatchObject({
      status: 403,
      problemId: 'wrong-account',
    });
    // The address is compared by its key: other letters are the same person.
    expect((await register(email.toUpperCase(), token)).status).toBe(200);
  });

  test('what is registered is what was shown: a changed offer has to be read again', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    await give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    const shown = (await read(email, token)).body.offerVersion;
    await give(admin, email, admin.licenseId, ['benefits-reader', 'administrator']);
    expect(await register(email, token, shown)).toMatchObject({ status: 409, problemId: 'offer-changed' });
    const again = (await read(email, token)).body.offerVersion;
    expect((await register(email, token, again)).status).toBe(200);
  });

  test('a token cannot register for a person who is none', async () => {
    for (const api of [muniment.publisher, organization.partner.api]) {
      expect(await api.call(getInvitation, { params: { token: 'x' } })).toMatchObject({ status: 404 });
    }
  });
});

describe('contact invitations (A3)', () => {
  test('A3 a contact who registers becomes the administrator', async () => {
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    expect((await read(contact, token)).body).toMatchObject({ kind: 'contact', insteadOfContact: false });
    expect((await register(contact, token)).body.licenses).toEqual([{ licenseId, roles: ['administrator'] }]);
    expect((await mailsTo(contact)).map(({ kind }) => kind)).toEqual(['contact-invitation']);
  });

  test('A3 whoever registers a forwarded invitation administers instead of the contact, who is told when, not by whom', async () => {
    const contact = organization.newEmail('contact');
    const forwardedTo = organization.newEmail('forwardee');
    const licenseId = await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    expect((await read(forwardedTo, token)).body).toMatchObject({ kind: 'contact', insteadOfContact: true });
    expect((await register(forwardedTo, token)).status).toBe(200);

    const member = await muniment.sessionOf(forwardedTo);
    const { items } = (await member.call(listVlUsers, {})).body;
    // The contact's waiting role is gone, and with it the contact.
    expect(items.map(({ signInEmail, status, isYou }) => [signInEmail, status, isYou])).toEqual([
      [forwardedTo, 'active', true],
    ]);
    const [mail] = await mailsTo(contact);
    expect(mail?.kind).toBe('contact-registered');
    const { text, html } = (
      await muniment.publisher.call(getOutboxMail, { params: { mailId: mail?.id ?? '' } })
    ).body;
    expect(text).toContain(licenseId);
    expect(text).toContain('partner');
    for (const shown of [text, html]) expect(shown).not.toContain('forwardee');

    const [entry] = (await member.call(listLedger, {})).body.items;
    const details = entry?.details as { invited: string; registered: string };
    expect(entry?.event).toBe('invitation.registered');
    expect(details.registered).toBe(items[0]?.id);
    expect(details.invited).not.toBe(details.registered);
    // The contact came too late, and may still be given roles.
    expect(await register(contact, token)).toMatchObject({ status: 409, problemId: 'invitation-used' });
  });

  test('A3 a contact forwards license ID by license ID: there is one invitation for each', async () => {
    const contact = organization.newEmail('contact');
    const other = organization.newEmail('forwardee');
    const first = await organization.license({ contact });
    const firstLink = await muniment.linkOf(contact);
    const second = await organization.license({ contact });
    await muniment.register(other, firstLink);
    await muniment.register(contact);
    const licensesOf = async (email: string) =>
      (await (await muniment.sessionOf(email)).send('GET', '/v1/licenses')).body as {
        items: { licenseId: string }[];
      };
    expect((await licensesOf(other)).items.map(({ licenseId }) => licenseId)).toEqual([first]);
    expect((await licensesOf(contact)).items.map(({ licenseId }) => licenseId)).toEqual([second]);
  });

  test('A4 a contact who has registered can no longer forward that invitation', async () => {
    const contact = organization.newEmail('contact');
    await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    await muniment.register(contact, token);
    expect(await register(organization.newEmail('late'), token)).toMatchObject({
      status: 409,
      problemId: 'invitation-used',
    });
  });

  test('A3 somebody who holds a waiting or another role there becomes administrator all the same', async () => {
    const admin = await organization.administrator();
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    const pending = organization.newEmail('pending');
    await give(admin, pending, admin.licenseId, ['benefits-reader']);
    const theirs = await muniment.linkOf(pending);
    // All that one registration registers is offered, and only what was offered is registered.
    const session = await muniment.sessionOf(pending);
    const offer = (await session.call(getInvitation, { params: { token } })).body;
    expect(
      Object.fromEntries(offer.licenses.map((one) => [one.licenseId, one.roles.map(({ role }) => role)])),
    ).toEqual({
      [licenseId]: ['administrator'],
      [admin.licenseId]: ['benefits-reader'],
    });
    expect(await register(pending, token)).toMatchObject({ status: 409, problemId: 'offer-changed' });
    const { offerVersion } = offer;
    const registered = await session.call(registerInvitation, { params: { token }, body: { offerVersion } });
    expect(registered.body.licenses).toHaveLength(2);
    // Registration is one fact on the VL user: their own invitation is used up by it (S9).
    expect(await register(pending, theirs)).toMatchObject({ status: 409, problemId: 'invitation-used' });
    const { items } = (await session.send('GET', '/v1/licenses')).body as {
      items: { licenseId: string; roles: Role[] }[];
    };
    expect(Object.fromEntries(items.map((item) => [item.licenseId, item.roles]))).toEqual({
      [licenseId]: ['administrator'],
      [admin.licenseId]: ['benefits-reader'],
    });
  });

  test('A3 somebody to whom two invitations were forwarded registers both at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const contacts = [organization.newEmail('contact'), organization.newEmail('contact')];
      for (const contact of contacts) await organization.license({ contact });
      const links = await Promise.all(contacts.map((contact) => muniment.linkOf(contact)));
      const session = await muniment.sessionOf(organization.newEmail('forwardee'));
      const answers = await Promise.all(
        links.map((token) =>
          session.call(registerInvitation, { params: { token }, body: { offerVersion: 1 } }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
  });

  test('an address that the issuer does not vouch for is told so, before anything of the organization', async () => {
    const contact = organization.newEmail('contact');
    await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    const account = await muniment.accountOf(organization.newEmail('unverified'), { emailVerified: false });
    const session = await muniment.sessionOfAccount(account);
    const refused = await session.call(getInvitation, { params: { token } });
    expect(refused).toMatchObject({ status: 403, problemId: 'wrong-account' });
    expect(refused.text).toContain('vouch');
    expect(refused.text).not.toContain(organization.name);
  });

  test('S9 a registered user who is contact of another license ID registers that one by itself', async () => {
    const admin = await organization.administrator();
    const licenseId = await organization.license({ contact: admin.email });
    const licenses = async () =>
      ((await admin.api.send('GET', '/v1/licenses')).body as { items: { licenseId: string }[] }).items.map(
        (item) => item.licenseId,
      );
    expect(await licenses()).toEqual([admin.licenseId]);
    await muniment.register(admin.email);
    expect((await licenses()).toSorted()).toEqual([admin.licenseId, licenseId].toSorted());
  });

  test("an address that is somebody else's VL user cannot take a forwarded invitation over", async () => {
    const admin = await organization.administrator();
    const contact = organization.newEmail('contact');
    await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    // The same address at another account of the issuer: an address is no identity.
    await muniment.db
      .updateTable('account')
      .set({ email: 'moved@elsewhere.example', email_key: 'moved@elsewhere.example' })
      .where('email', '=', admin.email)
      .execute();
    const impostor = await muniment.db
      .insertInto('account')
      .values({
        id: '01890000-0000-7000-8000-000000000abc',
        issuer: 'https://sign-in.example',
        subject: 'impostor',
        display_name: 'Impostor',
        email: admin.email,
        email_key: admin.email,
        email_verified: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const session = await muniment.sessionOfAccount(impostor.id);
    expect(
      await session.call(registerInvitation, { params: { token }, body: { offerVersion: 1 } }),
    ).toMatchObject({ status: 403, problemId: 'wrong-account' });
    expect((await session.call(getMe, {})).body.organizations).toEqual([]);
  });
});

describe('the one open invitation of a pending user (S9)', () => {
  test('S9 more license IDs join it: same link, a new mail that lists all', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const email = organization.newEmail('vera');
    const vlUserId = await give(admin, email, first, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    const { invitations: before } = (await admin.api.call(getVlUser, { params: { vlUserId } })).body;
    await give(admin, email, second, ['product-keys-reader']);
    expect(await muniment.linkOf(email)).toBe(token);
    const { invitations: after } = (await admin.api.call(getVlUser, { params: { vlUserId } })).body;
    expect(after).toHaveLength(1);
    expect(after[0]?.expiresAt).toBe(before[0]?.expiresAt);
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    const { text } = (
      await muniment.publisher.call(getOutboxMail, { params: { mailId: mails[0]?.id ?? '' } })
    ).body;
    for (const licenseId of [first, second]) expect(text).toContain(licenseId);
    const offer = (await read(email, token)).body;
    expect(offer.offerVersion).toBe(2);
    expect(offer.licenses.map(({ licenseId }) => licenseId).toSorted()).toEqual([first, second].toSorted());
  });

  test('S9 fewer shrink it without a mail; with none left it is withdrawn', async () => {
    const admin = await organization.administrator({ licenses: 2 });
    const [first = '', second = ''] = admin.licenseIds;
    const email = organization.newEmail('vera');
    await give(admin, email, first, ['benefits-reader']);
    await give(admin, email, second, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    await give(admin, email, first, []);
    expect((await read(email, token)).body.licenses.map(({ licenseId }) => licenseId)).toEqual([second]);
    expect(await mailsTo(email)).toHaveLength(2);
    await give(admin, email, second, []);
    expect(await read(email, token)).toMatchObject({ status: 404, problemId: 'invitation-not-found' });
    expect(await mailsTo(email)).toHaveLength(2);
    // Added again, they get another invitation.
    await give(admin, email, first, ['benefits-reader']);
    expect(await muniment.linkOf(email)).not.toBe(token);
  });

  test('Edges: more roles for a pending user whose invitation has expired reset it', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    await expire(vlUserId);
    expect(await statusOf(admin, vlUserId)).toBe('invitation-expired');
    await give(admin, email, admin.licenseId, ['benefits-reader', 'product-keys-reader']);
    expect(await statusOf(admin, vlUserId)).toBe('invitation-sent');
    expect(await read(email, token)).toMatchObject({ status: 409, problemId: 'invitation-reset' });
    await muniment.register(email);
    expect(await statusOf(admin, vlUserId)).toBe('active');
  });

  test('M9 removing a pending user closes what waits and withdraws the invitation', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('second');
    const vlUserId = await give(admin, email, admin.licenseId, ['administrator']);
    const token = await muniment.linkOf(email);
    expect((await admin.api.call(removeVlUser, { params: { vlUserId } })).status).toBe(204);
    expect(await read(email, token)).toMatchObject({ status: 404, problemId: 'invitation-not-found' });
    expect(await admin.api.call(getVlUser, { params: { vlUserId } })).toMatchObject({
      status: 404,
      problemId: 'vl-user-not-found',
    });
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe('resend and reset (M3)', () => {
  test('M3 M9 resend mails the same link with the same expiry, at most once a minute', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await give(admin, email, admin.licenseId, ['benefits-reader']);
    const params = { vlUserId };
    const token = await muniment.linkOf(email);
    const tooSoon = await admin.api.call(resendInvitation, { params });
    expect(tooSoon).toMatchObject({ status: 429, problemId: 'too-many-requests' });
    expect(tooSoon.headers.get('retry-after')).not.toBeNull();
    await sentLongAgo(vlUserId);
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
    expect(await mailsTo(email)).toHaveLength(2);
    expect((await admin.api.call(resendInvitation, { params })).status).toBe(429);
    expect((await register(email, token)).status).toBe(200);
  });

  test('M3 reset makes a new link and expiry, on sent and on expired invitations, and kills earlier links', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await give(admin, email, admin.licenseId, ['benefits-reader']);
    const params = { vlUserId };
    const links = [await muniment.linkOf(email)];
    expect((await admin.api.call(resetInvitation, { params })).status).toBe(200);
    links.push(await muniment.linkOf(email));
    await expire(vlUserId);
    expect(await admin.api.call(resendInvitation, { params })).toMatchObject({
      status: 409,
      problemId: 'invitation-expired',
    });
    const reset = await admin.api.call(resetInvitation, { params });
    expect(reset.body.items[0]?.expired).toBe(false);
    links.push(await muniment.linkOf(email));
    expect(new Set(links).size).toBe(3);
    for (const old of links.slice(0, 2)) {
      expect(await register(email, old)).toMatchObject({ status: 409, problemId: 'invitation-reset' });
    }
    expect((await register(email, links[2] ?? '')).status).toBe(200);
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
    const vlUserId = await give(admin, email, admin.licenseId, ['benefits-reader']);
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
