import { getInvitation } from '@muniment/contract/invitations.ts';
import { getMe } from '@muniment/contract/people.ts';
import { getOutboxMail } from '@muniment/contract/publisher.ts';
import { resetInvitation } from '@muniment/contract/vl-users.ts';
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

describe('registration (G1)', () => {
  test('G1 S8 a link says what it offers, reading it consumes nothing, and roles count once it is registered', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    const vlUserId = await invited.give(admin, email, admin.licenseId, [
      'benefits-reader',
      'product-keys-reader',
    ]);
    const token = await muniment.linkOf(email);
    for (let scan = 0; scan < 3; scan += 1) {
      expect((await invited.read(email, token)).body).toEqual({
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
    expect(await invited.statusOf(admin, vlUserId)).toBe('invitation-sent');

    expect((await invited.register(email, token)).body).toEqual({
      organization: { number: organization.number, name: 'Kestrel Works AB' },
      licenses: [{ licenseId: admin.licenseId, roles: ['product-keys-reader', 'benefits-reader'] }],
    });
    expect((await session.call(getMe, {})).body.organizations[0]?.actions).toContain('benefit:manage');
    expect(await invited.statusOf(admin, vlUserId)).toBe('active');
  });

  test('A9 an invitation and its mail name the organization, license IDs and roles, never the inviter', async () => {
    const admin = await organization.administrator({ email: organization.newEmail('secretadmin') });
    const email = organization.newEmail('vera');
    await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    const offer = await invited.read(email, await muniment.linkOf(email));
    const [mail] = await invited.mailsTo(email);
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
    const vlUserId = await invited.give(admin, vera, admin.licenseId, ['benefits-reader']);
    const first = await muniment.linkOf(vera);
    const refusals: [string, string, string, number][] = [];
    const expectRefused = async (email: string, token: string, problemId: string, status: number) => {
      refusals.push([email, token, problemId, status]);
      for (const answer of [await invited.read(email, token), await invited.register(email, token)]) {
        expect(answer).toMatchObject({ status, problemId });
        const told = JSON.stringify({ ...answer.problem, instance: '' });
        for (const secret of ['Kestrel', admin.licenseId, organization.number, vera]) {
          expect(told).not.toContain(secret);
        }
      }
    };

    await expectRefused(stranger, first, 'wrong-account', 403);
    await invited.expire(vlUserId);
    await expectRefused(vera, first, 'invitation-expired', 409);
    await admin.api.call(resetInvitation, { params: { vlUserId } });
    await expectRefused(vera, first, 'invitation-reset', 409);
    const second = await muniment.linkOf(vera);
    expect(second).not.toBe(first);
    expect((await invited.register(vera, second)).status).toBe(200);
    await expectRefused(vera, second, 'invitation-used', 409);

    const omar = organization.newEmail('omar');
    await invited.give(admin, omar, admin.licenseId, ['benefits-reader']);
    const withdrawn = await muniment.linkOf(omar);
    await invited.give(admin, omar, admin.licenseId, []);
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
    await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    const account = await muniment.accountOf(email, { emailVerified: false });
    const unverified = await muniment.sessionOfAccount(account);
    expect(await unverified.call(getInvitation, { params: { token } })).toMatchObject({
      status: 403,
      problemId: 'wrong-account',
    });
    // The address is compared by its key: other letters are the same person.
    expect((await invited.register(email.toUpperCase(), token)).status).toBe(200);
  });

  test('what is registered is what was shown: a changed offer has to be read again', async () => {
    const admin = await organization.administrator();
    const email = organization.newEmail('vera');
    await invited.give(admin, email, admin.licenseId, ['benefits-reader']);
    const token = await muniment.linkOf(email);
    const shown = (await invited.read(email, token)).body.offerVersion;
    await invited.give(admin, email, admin.licenseId, ['benefits-reader', 'administrator']);
    expect(await invited.register(email, token, shown)).toMatchObject({
      status: 409,
      problemId: 'offer-changed',
    });
    const again = (await invited.read(email, token)).body.offerVersion;
    expect((await invited.register(email, token, again)).status).toBe(200);
  });

  test('a token cannot register for a person who is none', async () => {
    for (const api of [muniment.publisher, organization.partner.api]) {
      expect(await api.call(getInvitation, { params: { token: 'x' } })).toMatchObject({ status: 404 });
    }
  });
});
