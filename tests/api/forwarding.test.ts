import { getInvitation, registerInvitation } from '@muniment/contract/invitations.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { getMe } from '@muniment/contract/people.ts';
import { getOutboxMail } from '@muniment/contract/publisher.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
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

describe('contact invitations (A3)', () => {
  test('A3 a contact who registers becomes the administrator', async () => {
    const contact = organization.newEmail('contact');
    const licenseId = await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    expect((await invited.read(contact, token)).body).toMatchObject({
      kind: 'contact',
      insteadOfContact: false,
    });
    expect((await invited.register(contact, token)).body.licenses).toEqual([
      { licenseId, roles: ['administrator'] },
    ]);
    expect((await invited.mailsTo(contact)).map(({ kind }) => kind)).toEqual(['contact-invitation']);
  });

  test('A3 whoever registers a forwarded invitation administers instead of the contact, who is told when, not by whom', async () => {
    const contact = organization.newEmail('contact');
    const forwardedTo = organization.newEmail('forwardee');
    const licenseId = await organization.license({ contact });
    const token = await muniment.linkOf(contact);
    expect((await invited.read(forwardedTo, token)).body).toMatchObject({
      kind: 'contact',
      insteadOfContact: true,
    });
    expect((await invited.register(forwardedTo, token)).status).toBe(200);

    const member = await muniment.sessionOf(forwardedTo);
    const { items } = (await member.call(listVlUsers, {})).body;
    // The contact's waiting role is gone, and with it the contact.
    expect(items.map(({ signInEmail, status, isYou }) => [signInEmail, status, isYou])).toEqual([
      [forwardedTo, 'active', true],
    ]);
    const [mail] = await invited.mailsTo(contact);
    expect(mail?.kind).toBe('contact-registered');
    const { text, html } = (
      await muniment.publisher.call(getOutboxMail, { params: { mailId: mail?.id ?? '' } })
    ).body;
    expect(text).toContain(licenseId);
    expect(text).toContain('partner');
    for (const shown of [text, html]) expect(shown).not.toContain('forwardee');

    const [entry] = (await member.call(listLedger, {})).body.items;
    const details = entry?.details as { registered: string; grants: { invited: string }[] };
    expect(entry?.event).toBe('invitation.registered');
    expect(details.registered).toBe(items[0]?.id);
    expect(details.grants).toMatchObject([{ kind: 'contact', invited: expect.any(String) }]);
    expect(details.grants[0]?.invited).not.toBe(details.registered);
    // The contact came too late, and may still be given roles.
    expect(await invited.register(contact, token)).toMatchObject({
      status: 409,
      problemId: 'invitation-used',
    });
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
    expect(await invited.register(organization.newEmail('late'), token)).toMatchObject({
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
    await invited.give(admin, pending, admin.licenseId, ['benefits-reader']);
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
    expect(await invited.register(pending, token)).toMatchObject({ status: 409, problemId: 'offer-changed' });
    const { offerVersion } = offer;
    const registered = await session.call(registerInvitation, { params: { token }, body: { offerVersion } });
    expect(registered.body.licenses).toHaveLength(2);
    // Registration is one fact on the VL user: their own invitation is used up by it (S9).
    expect(await invited.register(pending, theirs)).toMatchObject({
      status: 409,
      problemId: 'invitation-used',
    });
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
