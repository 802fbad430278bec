import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getInvitation } from '@muniment/contract/invitations.ts';
import { listVlUsers, removeVlUser, resetInvitation } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { continueAs } from './demo-pick-page.ts';

const ORGANIZATION = 'Halden Robotics';

let muniment: Muniment;
let browser: Browser;
let organization: Organization;
let administrator: Member;

beforeAll(async () => {
  [muniment, browser] = await Promise.all([startMuniment(), launchChromium()]);
  organization = await (await muniment.newPartner()).organization(ORGANIZATION);
  administrator = await organization.administrator({ licenses: 2 });
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

/** Opens a window for somebody who has signed in. */
async function openFor(email: string, name?: string): Promise<Page> {
  await muniment.accountOf(email, name === undefined ? {} : { name });
  return openAs(browser, muniment, email);
}

/** Assigns roles to somebody new, and gives the link of their invitation. */
async function invite(email: string, roles: Role[] = ['licensing-info-viewer']): Promise<string> {
  const assignments = administrator.licenseIds.map((licenseId) => ({
    user: { signInEmail: email, displayName: 'Tomas Varga' },
    licenseId,
    roles,
  }));
  expect((await administrator.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
  return muniment.linkOf(email);
}

async function vlUserIdOf(email: string): Promise<string> {
  const { items } = (await administrator.api.call(listVlUsers, { query: { q: email } })).body;
  return items[0]?.id ?? '';
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const focusedText = (page: Page) => page.evaluate('document.activeElement.textContent');

test('a link that somebody opens before they sign in leads to sign-in and back to what it offers (G1)', async () => {
  const email = organization.newEmail();
  const link = await invite(email);
  const context = await browser.newContext({ baseURL: muniment.url, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(`/register/${link}`);
  await heading(page, 'Sign in to register');
  expect(await page.textContent('main')).not.toContain(ORGANIZATION);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await continueAs(page, email);
  await heading(page, 'Register your access');
  expect(page.url()).toBe(`${muniment.url}/register/${link}`);
});

test('an invited colleague reads what they register and as whom, registers it, and learns what they may do (G1, A9)', async () => {
  const email = organization.newEmail();
  const link = await invite(email, ['product-keys-reader', 'benefits-reader']);
  const page = await openFor(email, 'Tomas Varga');
  await page.goto(`/register/${link}`);
  await heading(page, 'Register your access');

  const main = await page.innerText('main');
  expect(main).toContain(`${ORGANIZATION} has volume licensing roles for you on 2 license IDs`);
  for (const licenseId of administrator.licenseIds) expect(main).toContain(licenseId);
  expect(main).toContain('Product keys reader');
  expect(main).toContain(`Tomas Varga\n${email}`);
  expect(main).not.toContain(administrator.email);
  expect(main).not.toContain(administrator.name);
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.getByRole('button', { name: 'Register 2 license IDs' }).click();
  await heading(page, 'You are registered');
  expect(await focusedText(page)).toBe('You are registered');
  expect(await violationsInBothThemes(page)).toEqual([]);
  expect(await page.innerText('main')).toContain('manage Home Use Program entitlements');
  await page.getByRole('link', { name: 'Open volume licensing' }).click();
  await page.waitForURL(`**/o/${organization.number}/products/volume-licensing`);
  await heading(page, 'Your products');
});

test('a contact is told that the invitation may be forwarded, and somebody else that they administer instead (A3)', async () => {
  const contact = organization.newEmail('contact');
  const licenseId = await organization.license({ contact, name: 'Group enterprise 2027' });
  const link = await muniment.linkOf(contact);

  const own = await openFor(contact);
  await own.goto(`/register/${link}`);
  await own.getByText('Should someone else administer it?').waitFor();
  expect(await violationsInBothThemes(own)).toEqual([]);

  const other = await openFor(organization.newEmail('other'));
  await other.goto(`/register/${link}`);
  await other.getByText('You register instead of the contact.').waitFor();
  expect(await other.innerText('main')).toContain(licenseId);
  expect(await violationsInBothThemes(other)).toEqual([]);
});

interface RefusalCase {
  readonly is: string;
  readonly title: string;
  /** Makes a link that is refused to the person with this address. */
  link(email: string): Promise<string>;
}

const REFUSALS: readonly RefusalCase[] = [
  {
    is: 'expired',
    title: 'This invitation has expired',
    async link(email) {
      const link = await invite(email);
      await muniment.db
        .updateTable('invitation')
        .set({ expires_at: new Date(Date.now() - 1_000) })
        .where('vl_user_id', '=', await vlUserIdOf(email))
        .execute();
      return link;
    },
  },
  {
    is: 'used',
    title: 'This invitation is registered already',
    async link(email) {
      const link = await invite(email);
      await muniment.register(email, link);
      return link;
    },
  },
  {
    is: 'reset',
    title: 'A newer invitation replaced this one',
    async link(email) {
      const link = await invite(email);
      const params = { vlUserId: await vlUserIdOf(email) };
      expect((await administrator.api.call(resetInvitation, { params })).status).toBe(200);
      return link;
    },
  },
  {
    is: 'withdrawn',
    title: 'This invitation is not known',
    async link(email) {
      const link = await invite(email);
      const params = { vlUserId: await vlUserIdOf(email) };
      expect((await administrator.api.call(removeVlUser, { params })).status).toBeLessThan(300);
      return link;
    },
  },
  {
    is: 'unknown',
    title: 'This invitation is not known',
    link: async () => 'c29tZXRoaW5nIGVsc2U',
  },
  {
    is: 'for another account',
    title: 'This invitation is for another account',
    link: () => invite(organization.newEmail('invited')),
  },
];

test.each(REFUSALS)(
  'a link that is $is has a page of its own that gives nothing about the organization away (G1, A9)',
  async ({ title, link: makeLink }) => {
    const email = organization.newEmail();
    const link = await makeLink(email);
    const page = await openFor(email);
    await page.goto(`/register/${link}`);
    await heading(page, title);

    const text = await page.innerText('body');
    for (const secret of [
      ORGANIZATION,
      organization.number,
      administrator.name,
      ...administrator.licenseIds,
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(await page.getByRole('button', { name: /^Register/ }).count()).toBe(0);
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(page)).toBe(false);
  },
);

test('an offer that changed while it was read is shown anew, and nothing is registered before it was read (S9)', async () => {
  const email = organization.newEmail();
  const link = await invite(email, ['licensing-info-viewer']);
  const page = await openFor(email);
  await page.goto(`/register/${link}`);
  await page.getByRole('button', { name: 'Register 2 license IDs' }).waitFor();
  await invite(email, ['licensing-info-viewer', 'benefits-reader']);

  await page.getByRole('button', { name: 'Register 2 license IDs' }).click();
  await page.getByText('The invitation changed while you read it.').waitFor();
  await page.getByText('Benefits reader').first().waitFor();
  const session = await muniment.sessionOf(email);
  expect((await session.call(getInvitation, { params: { token: link } })).status).toBe(200);
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.getByRole('button', { name: 'Register 2 license IDs' }).click();
  await heading(page, 'You are registered');
});

test('without a network the page says so, and Try again registers', async () => {
  const email = organization.newEmail();
  const link = await invite(email);
  const page = await openFor(email);
  await page.goto(`/register/${link}`);
  await page.getByRole('button', { name: 'Register 2 license IDs' }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Register 2 license IDs' }).click();
  await page.getByText('The server did not answer.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'You are registered');
});

test('an answer that is lost on its way does not make the next try a refusal', async () => {
  const email = organization.newEmail();
  const link = await invite(email);
  const page = await openFor(email);
  await page.goto(`/register/${link}`);
  // The server registers, and its answer never arrives.
  await page.route(
    '**/register',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Register 2 license IDs' }).click();
  await page.getByText('The server did not answer.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'You are registered');
});

test('"Not you?" signs out, and another account comes back to the same link', async () => {
  const contact = organization.newEmail('contact');
  await organization.license({ contact });
  const link = await muniment.linkOf(contact);
  const page = await openFor(contact);
  await page.goto(`/register/${link}`);
  await page.getByRole('button', { name: 'Not you? Sign in with another account' }).click();
  await heading(page, 'Sign in to register');
  await page.getByText('You are signed out.').waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.getByRole('link', { name: 'Sign in' }).click();
  const other = organization.newEmail('other');
  await continueAs(page, other);
  await heading(page, 'Register your access');
  expect(page.url()).toBe(`${muniment.url}/register/${link}`);
  expect(await page.innerText('main')).toContain(other);
});

test('too many links tried are refused with how long to wait', async () => {
  const email = organization.newEmail();
  const page = await openFor(email);
  const session = await muniment.sessionOf(email);
  const params = { token: 'bm8gc3VjaCBsaW5r' };
  await expect
    .poll(async () => (await session.call(getInvitation, { params })).status, {
      interval: 1,
      timeout: 20_000,
    })
    .toBe(429);
  await page.goto(`/register/${params.token}`);
  await heading(page, 'Too many links were tried');
  await page.getByText(/Wait (a minute|\d+ minutes), then try again/).waitFor();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await muniment.forgetLinkAttempts();
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading(page, 'This invitation is not known');
});

test('a mail scanner that opens a link, signed in or not, uses nothing up', async () => {
  const email = organization.newEmail();
  const link = await invite(email);
  for (const method of ['GET', 'HEAD']) {
    expect((await fetch(`${muniment.url}/register/${link}`, { method })).status).toBe(200);
  }
  const scanner = await openFor(organization.newEmail('scanner'));
  await scanner.goto(`/register/${link}`);
  await heading(scanner, 'This invitation is for another account');
  const page = await openFor(email);
  await page.setViewportSize(PHONE);
  await page.goto(`/register/${link}`);
  await page.getByRole('button', { name: 'Register 2 license IDs' }).click();
  await heading(page, 'You are registered');
});
