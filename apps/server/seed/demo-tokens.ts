import { emailKey } from '@muniment/domain/email-address.ts';
import type { Trx } from '../src/database/connect.ts';
import { findPartners } from '../src/features/partners/partner-service.ts';
import {
  createPartnerToken,
  createPersonToken,
  createPublisherToken,
  createScimToken,
  readTokens,
} from '../src/features/tokens/token-service.ts';
import type { DemoFile } from './demo-file.ts';
import { markDirectoriesHeard, selectDemoMembers, selectDemoOrganizations } from './demo-repository.ts';
import type { Headline } from './headline.ts';

const WANTED = { name: 'Demo', expiresInDays: 365 } as const;

/**
 * What `demo.json` is to hold: tokens that the database still accepts stay as they are, every other one is made
 * anew. A person whom the demo introduces and the database does not hold is left out.
 *
 * @param kept What is written down already.
 */
export async function provideTokens(
  trx: Trx,
  headlines: readonly Headline[],
  kept: Pick<DemoFile, 'people' | 'partners'> & Partial<Pick<DemoFile, 'publisher' | 'scim'>>,
): Promise<DemoFile> {
  const written = [
    ...kept.people.map(({ token }) => token),
    ...kept.partners.map(({ token }) => token),
    ...(kept.publisher === undefined ? [] : [kept.publisher.token]),
    ...Object.values(kept.scim ?? {}),
  ];
  const read = await readTokens(trx, written);
  const accepted = written.flatMap((token, index) => {
    const actor = read[index];
    return actor == null ? [] : [{ token, actor }];
  });

  const members = await selectDemoMembers(trx, headlines.map(keyOf));
  const people = [];
  for (const headline of headlines) {
    const member = members.find(
      (one) => one.emailKey === keyOf(headline) && one.organizationNumber === headline.organizationNumber,
    );
    if (member === undefined) continue;
    const { accountId, organizationId } = member;
    const found = accepted.find(
      ({ actor }) =>
        actor.kind === 'person' && actor.account.id === accountId && actor.organizationId === organizationId,
    );
    const made =
      found ??
      (await createPersonToken(trx, { ...WANTED, scopes: ['read', 'write'], accountId, organizationId }));
    people.push({
      email: member.email,
      name: member.displayName,
      organization: member.organizationName,
      about: headline.about,
      token: made.token,
    });
  }

  const partners = [];
  for (const { id, name } of await findPartners(trx)) {
    const found = accepted.find(({ actor }) => actor.kind === 'partner' && actor.partner.id === id);
    const made =
      found ?? (await createPartnerToken(trx, { ...WANTED, scopes: ['read', 'write'], partnerId: id }));
    partners.push({ name, token: made.token });
  }

  const found = accepted.find(({ actor }) => actor.kind === 'publisher');
  const publisher =
    found ?? (await createPublisherToken(trx, { ...WANTED, scopes: ['read', 'write', 'access:check'] }));

  const scim: Record<string, string> = {};
  const organizations = await selectDemoOrganizations(trx, headlines.map(numberOf));
  for (const { id, number } of organizations) {
    const directory = accepted.find(({ actor }) => actor.kind === 'scim' && actor.organizationId === id);
    scim[number] = (directory ?? (await createScimToken(trx, { ...WANTED, organizationId: id }))).token;
  }
  await markDirectoriesHeard(
    trx,
    organizations.map(({ id }) => id),
  );
  return { people, partners, publisher: { token: publisher.token }, scim };
}

function numberOf({ organizationNumber }: Headline): string {
  return organizationNumber;
}

function keyOf({ email }: Headline): string {
  const key = emailKey(email);
  if (key === null) throw new Error(`${email} is no e-mail address`);
  return key;
}
