import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSubject } from '../../apps/server/src/features/sign-in/demo-people.ts';
import { HttpBrowser } from './http-browser.ts';
import { type SignInServer, startSignInServer } from './sign-in-server.ts';

const person = (email: string) => ({
  subject: demoSubject(email),
  email,
  displayName: 'Somebody',
  about: 'A contact',
  organizationName: 'Lindgren AB',
});
const NORA = person('nora@lindgren.example');
const OLE = person('ole@lindgren.example');

let server: SignInServer;
beforeAll(async () => {
  server = await startSignInServer({ people: [NORA, OLE] });
  await server.sql(`
    insert into partner (id, name) values (md5('partner')::uuid, 'Partner');
    insert into organization (id, number, name, partner_id)
      values (md5('o')::uuid, 'O', 'Lindgren AB', md5('partner')::uuid);
    insert into agreement (organization_id, id, number, name, partner_id)
      values (md5('o')::uuid, md5('a')::uuid, 'A', 'Agreement', md5('partner')::uuid);
    insert into agreement_contact (organization_id, agreement_id, contact, display_name, email, email_key)
      values (md5('o')::uuid, md5('a')::uuid, 'primary-contact', 'Nora', 'Nora@lindgren.example', 'nora@lindgren.example'),
        (md5('o')::uuid, md5('a')::uuid, 'bill-to-contact', 'Ole', 'ole@lindgren.example', 'ole@lindgren.example');
    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
      select md5('o')::uuid, md5(name)::uuid, name || '@lindgren.example', name || '@lindgren.example', 'x@y.example', name,
        registered
      from (values ('nora', timestamptz '2020-01-01'), ('ole', null)) as people (name, registered);
  `);
});
afterAll(() => server.close());

async function signIn(who: typeof NORA): Promise<void> {
  const browser = new HttpBrowser();
  const { url } = await browser.follow(`${server.url}/auth/sign-in?returnTo=/`);
  await browser.submit(url, { subject: who.subject });
}

/** Whose account each contact has, and each VL user, by subject. */
async function known(): Promise<Record<string, string | null>> {
  const rows = await server.sql<{ what: string; subject: string | null }>(`
    select c.contact as what, a.subject from agreement_contact c left join account a on a.id = c.account_id
    union all
    select u.display_name, a.subject from vl_user u left join account a on a.id = u.account_id
  `);
  return Object.fromEntries(rows.map(({ what, subject }) => [what, subject]));
}

test('R9 G2 signing in makes somebody the contact with their verified address, and the VL user who was imported with it', async () => {
  await signIn(NORA);
  expect(await known()).toEqual({
    'primary-contact': NORA.subject,
    'bill-to-contact': null,
    nora: NORA.subject,
    ole: null,
  });
  // Whoever was invited and has not registered does so by the invitation, not by signing in.
  await signIn(OLE);
  expect(await known()).toMatchObject({ 'bill-to-contact': OLE.subject, ole: null });
});

test('R9 an address counts once: whoever has it later is not the contact', async () => {
  await signIn(NORA);
  await server.sql(
    `
    update account set subject = 'before', email = 'other@lindgren.example', email_key = 'other@lindgren.example'
    where subject = $1
  `,
    [NORA.subject],
  );
  await signIn(NORA);
  expect(await known()).toMatchObject({ 'primary-contact': 'before', nora: 'before' });
});
