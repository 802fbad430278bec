import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { putOrganization } from '@muniment/contract/partners.ts';
import { getMe, putMyLanguage } from '@muniment/contract/people.ts';
import { getOutboxMail, listOutbox } from '@muniment/contract/publisher.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import type { Language } from '@muniment/domain/languages.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
beforeAll(async () => {
  muniment = await startMuniment({ env: { PUBLISHER_NAME: 'Microsoft' } });
  organization = await (await muniment.newPartner()).organization('Lindgren AB');
  admin = await organization.administrator();
});
afterAll(() => muniment.stop());

async function newestMailTo(email: string) {
  const { items } = (await muniment.publisher.call(listOutbox, { query: { q: email, limit: 1 } })).body;
  const mailId = items[0]?.id ?? '';
  return (await muniment.publisher.call(getOutboxMail, { params: { mailId } })).body;
}

function give(signInEmail: string, roles: Role[]) {
  const user = { signInEmail, displayName: 'Mara Lind' };
  return admin.api.call(changeAssignments, {
    body: { assignments: [{ user, licenseId: admin.licenseId, roles }] },
  });
}

function setOrganizationLanguage(language: Language) {
  const body = { name: organization.name, language };
  return organization.partner.api.call(putOrganization, { params: { number: organization.number }, body });
}

test('a person chooses a language, as the person and by a token, and can leave it to the browser again', async () => {
  const session = await muniment.sessionOf(admin.email);
  expect((await session.call(getMe, {})).body.language).toBeNull();
  expect(await session.call(putMyLanguage, { body: { language: 'de' } })).toMatchObject({
    status: 200,
    body: { language: 'de' },
  });
  expect((await admin.api.call(getMe, {})).body.language).toBe('de');
  expect((await admin.api.call(putMyLanguage, { body: { language: null } })).status).toBe(200);
  expect((await session.call(getMe, {})).body.language).toBeNull();
});

test('a language that nobody translated is refused, and so is one for who is no person', async () => {
  expect(await admin.api.send('PUT', '/v1/me/language', { body: { language: 'pt' } })).toMatchObject({
    status: 400,
    problemId: 'invalid-request',
  });
  for (const api of [organization.partner.api, muniment.publisher]) {
    expect(await api.call(putMyLanguage, { body: { language: 'de' } })).toMatchObject({
      status: 404,
      problemId: 'not-found',
    });
    expect((await api.call(getMe, {})).body.language).toBeNull();
  }
  const readOnly = await muniment.personToken(admin.email, organization.number, { scopes: ['read'] });
  expect(await muniment.as(readOnly).call(putMyLanguage, { body: { language: 'de' } })).toMatchObject({
    status: 403,
    problemId: 'scope-missing',
  });
});

test('S6 mail is in the language of its recipient, from the subject to the names of roles', async () => {
  const colleague = await organization.colleague(admin);
  const roles: Role[] = ['licensing-info-viewer', 'benefits-reader'];
  await give(colleague.email, roles);
  expect(await newestMailTo(colleague.email)).toMatchObject({
    subject: 'Permission changes for Microsoft Volume Licensing contracts',
    text: expect.stringContaining('Added: Benefits reader'),
  });

  await colleague.api.call(putMyLanguage, { body: { language: 'de' } });
  await give(colleague.email, [...roles, 'product-keys-reader']);
  const german = await newestMailTo(colleague.email);
  expect(german.subject).toBe('Geänderte Berechtigungen für Volumenlizenzverträge mit Microsoft');
  expect(german.text).toContain('Hinzugefügt: Leser für Produktschlüssel');
  expect(german.html).toContain('<html lang="de">');

  await colleague.api.call(putMyLanguage, { body: { language: 'ja' } });
  await give(colleague.email, ['licensing-info-viewer']);
  const japanese = await newestMailTo(colleague.email);
  expect(japanese.text).toContain('特典閲覧者、プロダクト キー閲覧者');
  // What was planned before stays as it was planned.
  expect(
    (await muniment.publisher.call(getOutboxMail, { params: { mailId: german.id } })).body,
  ).toMatchObject({
    subject: german.subject,
    text: german.text,
  });
});

test('S5 who has chosen no language is written to in that of their organization, English at first', async () => {
  const [first, second] = [organization.newEmail('first'), organization.newEmail('second')];
  await give(first, ['benefits-reader']);
  expect((await newestMailTo(first)).subject).toBe(
    'Action required: Sign in to manage your volume licensing assets',
  );

  expect(await setOrganizationLanguage('fr')).toMatchObject({ status: 200, body: { language: 'fr' } });
  await give(second, ['benefits-reader']);
  const french = await newestMailTo(second);
  expect(french.subject).toBe('Action requise\u202f: connectez-vous pour gérer vos licences en volume');
  expect(french.text).toMatch(/valable jusqu’au \d+ \p{L}+ \d{4} à \d\d:\d\d UTC/u);
  expect(french.text).not.toMatch(/\bthe\b|\byou\b/i);

  // Left out it stays, and renaming does not lose it.
  const params = { number: organization.number };
  const renamed = await organization.partner.api.call(putOrganization, {
    params,
    body: { name: 'Lindgren & Co' },
  });
  expect(renamed.body).toMatchObject({ name: 'Lindgren & Co', language: 'fr' });
  expect((await setOrganizationLanguage('en')).body).toMatchObject({ language: 'en' });
});

test('B5 the ledger of an organization tells of its language, before and after, once', async () => {
  const own = await organization.partner.organization();
  const put = (language: Language) =>
    own.partner.api.call(putOrganization, {
      params: { number: own.number },
      body: { name: own.name, language },
    });
  for (const language of ['en', 'de', 'de', 'ja'] as const) await put(language);
  const entries = await muniment.db
    .selectFrom('ledger_entry as e')
    .innerJoin('organization as o', 'o.id', 'e.organization_id')
    .select('e.body')
    .where('o.number', '=', own.number)
    .where('e.event', '=', 'organization.language-set')
    .orderBy('e.sequence')
    .execute();
  expect(entries.map(({ body }) => JSON.parse(body).details)).toMatchObject([
    { before: { language: 'en' }, after: { language: 'de' } },
    { before: { language: 'de' }, after: { language: 'ja' } },
  ]);
});

test('M1 people are listed as one looks names up, whatever their letters, and alike page by page', async () => {
  const own = await organization.partner.organization();
  const boss = await own.administrator({ email: own.newEmail('zz.boss') });
  const names = [
    'Zoe Ødegaard',
    'émile Roux',
    'Ägidius Baum',
    'あおい 田中',
    'Emil Roth',
    '山田 太郎',
    'Adam Baum',
    'Ahmed Said',
  ];
  const assignments = names.map((displayName, index) => ({
    user: { signInEmail: own.newEmail(`person${index}`), displayName },
    licenseId: boss.licenseId,
    roles: ['benefits-reader' as const],
  }));
  await boss.api.call(changeAssignments, { body: { assignments } });

  const whole = (await boss.api.call(listVlUsers, { query: { limit: 50 } })).body.items;
  const listed = whole.map(({ displayName }) => displayName);
  expect(listed.filter((name) => names.includes(name))).toEqual([
    'Adam Baum',
    'Ägidius Baum',
    'Ahmed Said',
    'Emil Roth',
    'émile Roux',
    'Zoe Ødegaard',
    'あおい 田中',
    '山田 太郎',
  ]);

  for (const sort of ['displayName', '-displayName'] as const) {
    const paged: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { limit: 1, sort, ...(cursor ? { cursor } : {}) };
      const { items, nextCursor } = (await boss.api.call(listVlUsers, { query })).body;
      paged.push(...items.map(({ displayName }) => displayName));
      cursor = nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(sort === 'displayName' ? listed : listed.toReversed());
  }
});

test('a person finds their organizations by name, whatever its letters', async () => {
  const email = organization.newEmail('many');
  for (const name of ['Zebra AB', 'Östlund AB', 'Oslo AS', 'あさひ株式会社', 'Ecole SA', 'Éclair SA']) {
    const own = await organization.partner.organization(name);
    await own.administrator({ email });
  }
  const session = await muniment.sessionOf(email);
  const { organizations } = (await session.call(getMe, {})).body;
  expect(organizations.map(({ name }) => name)).toEqual([
    'Éclair SA',
    'Ecole SA',
    'Oslo AS',
    'Östlund AB',
    'Zebra AB',
    'あさひ株式会社',
  ]);
});
