import { AxeBuilder } from '@axe-core/playwright';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getMe } from '@muniment/contract/people.ts';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { DESKTOP, openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';

const GUESTS = 60;

let muniment: Muniment;
let browser: Browser;
let organization: Organization;
let administrator: Member;
let reader: Member;

beforeAll(async () => {
  [muniment, browser] = await Promise.all([startMuniment(), launchChromium()]);
  organization = await (await muniment.newPartner()).organization('Halden Robotics');
  administrator = await organization.administrator();
  reader = await organization.colleague(administrator);
  const guests = Array.from({ length: GUESTS }, (_, index) => `guest-${index}@ledgerway.example`);
  const assignments = guests.map((signInEmail) => ({
    user: { signInEmail, displayName: 'Guest of the Ledgerway' },
    licenseId: administrator.licenseId,
    roles: ['benefits-reader' as const],
  }));
  expect((await administrator.api.call(changeAssignments, { body: { assignments } })).status).toBe(201);
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const focusedText = (page: Page) => page.evaluate('document.activeElement.textContent');

describe('API tokens', () => {
  async function openTokens(person: Member, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openAs(browser, muniment, person.email, options);
    await page.goto(`/o/${organization.number}/tokens`);
    await heading(page, 'API tokens');
    return page;
  }

  test('one is created, shown once, copied, used and revoked with its consequence named', async () => {
    const page = await openTokens(administrator, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Create token' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create token' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Monthly report');
    await dialog.getByRole('checkbox', { name: 'Write' }).press('Space');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Create token' }).click();

    const title = 'Copy the token "Monthly report" now';
    await page.getByRole('heading', { name: title }).waitFor();
    await expect.poll(() => focusedText(page)).toBe(title);
    await page.getByRole('button', { name: 'Copy token' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
    const token = (await page.evaluate('navigator.clipboard.readText()')) as string;
    expect(await page.getByRole('textbox', { name: 'Token' }).inputValue()).toBe(token);
    const me = await muniment.as(token).call(getMe, {});
    expect(me.body.signInEmail).toBe(administrator.email);

    await page.reload();
    const row = page.getByRole('row', { name: /Monthly report/ });
    expect(await row.innerText()).toContain('Read, Write');
    expect(await page.content()).not.toContain(token);

    await page.getByRole('button', { name: 'Revoke Monthly report' }).click();
    const question = page.getByRole('alertdialog', { name: 'Revoke "Monthly report"?' });
    expect(await question.innerText()).toContain('Programs that use it are refused at once.');
    expect(await focusedText(page)).toBe('Cancel');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await question.getByRole('button', { name: 'Revoke token' }).click();
    await row.waitFor({ state: 'detached' });
    expect((await muniment.as(token).call(getMe, {})).status).toBe(401);
  });

  test('the form says what is missing, at the field that lacks it', async () => {
    const page = await openTokens(administrator);
    await page.getByRole('button', { name: 'Create token' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create token' });
    await dialog.getByRole('checkbox', { name: 'Read', exact: true }).press('Space');
    await dialog.getByRole('button', { name: 'Create token' }).click();
    await dialog.getByText('Give it a name').waitFor();
    await dialog.getByText('Choose at least one.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT');
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('the list names what each allows, when it expires and when it was used last; on a phone too', async () => {
    const page = await openTokens(reader);
    const row = page.getByRole('row', { name: /Tests/ });
    expect(await row.innerText()).toContain('Read, Write, Check access');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByText(`curl -H "Authorization: Bearer $MUNIMENT_TOKEN" ${muniment.url}/v1/me`).waitFor();

    await page.setViewportSize(PHONE);
    await page.getByText(/^Expires .+\. (Never used|Last used .+)\.$/).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(page)).toBe(false);
  });

  test('who has none is told what they are for', async () => {
    const email = organization.newEmail('newcomer');
    const licenseIds = [administrator.licenseId];
    const user = { signInEmail: email, displayName: 'New Comer' };
    const assignments = licenseIds.map((licenseId) => ({
      user,
      licenseId,
      roles: ['benefits-reader' as const],
    }));
    await administrator.api.call(changeAssignments, { body: { assignments } });
    await muniment.register(email);
    const page = await openAs(browser, muniment, email);
    await page.goto(`/o/${organization.number}/tokens`);
    await page.getByRole('heading', { name: 'No tokens yet' }).waitFor();
    expect(await page.getByRole('button', { name: 'Create token' }).count()).toBe(1);
    expect(await violationsInBothThemes(page)).toEqual([]);
  });
});

describe("the operator's outbox", () => {
  async function openWindow(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: muniment.url,
      locale: 'en-GB',
      viewport: DESKTOP,
      ...options,
    });
    return context.newPage();
  }

  async function openOutbox(path = '/outbox', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openWindow(options);
    await page.goto(`${path}#${muniment.publisherToken}`);
    return page;
  }

  /** The mail's frame runs no scripts, so axe cannot look into it. */
  async function violationsAroundMail(page: Page): Promise<string[]> {
    const axe = new AxeBuilder({ page }).setLegacyMode().exclude('iframe');
    return (await axe.analyze()).violations.map(({ id }) => id);
  }

  test('asks for the token, says what is wrong with it, keeps it in the tab alone and forgets it', async () => {
    const page = await openWindow();
    await page.goto('/outbox');
    await heading(page, 'Outbox');
    const field = page.getByLabel("Publisher's API token");
    const open = page.getByRole('button', { name: 'Open the outbox' });
    await open.click();
    await page.getByText('Paste the token.').waitFor();
    await field.fill('open sesame');
    await open.click();
    await page.getByText('A token begins with mun_').waitFor();
    await field.fill(`mun_${'x'.repeat(43)}`);
    await open.click();
    await page.getByText('This token is unknown, expired or revoked.').waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await field.fill(administrator.token);
    await open.click();
    await page.getByText("This token is not the publisher's.").waitFor();
    await field.fill(muniment.publisherToken);
    await open.click();
    await page.getByRole('grid', { name: 'Emails' }).waitFor();
    expect(await page.evaluate('Object.keys(localStorage)')).toEqual([]);

    await page.reload();
    await page.getByRole('grid', { name: 'Emails' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await field.waitFor();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('mun_');
  });

  test('takes the token from the fragment that the server prints, and out of the address bar', async () => {
    const page = await openOutbox('/outbox?q=ledgerway');
    await page.getByRole('grid', { name: 'Emails' }).waitFor();
    expect(page.url()).toBe(`${muniment.url}/outbox?q=ledgerway`);
    await page.goBack();
    expect(page.url()).not.toContain('mun_');
  });

  test('says plainly that mail is kept where no SMTP server is set', async () => {
    const page = await openOutbox();
    await page.getByText('Mail is kept here and not sent.').waitFor();
    await page.getByText('Kept here').first().waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('search and state are asked of the server, live in the address, and can be cleared', async () => {
    const page = await openOutbox();
    await page.getByRole('searchbox').fill(reader.email);
    await page.waitForURL(/\?q=/);
    await page.getByText('1 email', { exact: true }).waitFor();
    await page.getByRole('button', { name: /Any state/ }).click();
    await page.getByRole('option', { name: 'Sent', exact: true }).click();
    await page.getByRole('heading', { name: 'No email matches' }).waitFor();
    expect(new URL(page.url()).searchParams.get('state')).toBe('sent');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear search and state' }).click();
    await page.getByText('50 emails loaded, more below').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  test('more mail is loaded while one scrolls', async () => {
    const page = await openOutbox('/outbox?q=ledgerway.example');
    await page.getByText('50 emails loaded, more below').waitFor();
    await page.getByRole('grid', { name: 'Emails' }).hover();
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 2_000);
          return page.getByRole('status').filter({ hasText: 'emails' }).innerText();
        },
        { timeout: 15_000 },
      )
      .toBe(`${GUESTS} emails`);
  });

  test('a mail is read as it looks and as plain text, runs nothing, and its link opens in a new tab', async () => {
    const page = await openOutbox(`/outbox?q=${encodeURIComponent('guest-7@ledgerway.example')}`);
    const errors = watchForErrors(page);
    await page.getByRole('link', { name: 'Action required: Sign in' }).click();
    await heading(page, 'Action required: Sign in to manage your volume licensing assets');
    expect(await page.innerText('main')).toContain('Guest of the Ledgerway <guest-7@ledgerway.example>');
    const frame = page.getByTitle(/^Email: Action required/);
    expect(await frame.getAttribute('sandbox')).not.toContain('allow-scripts');
    const button = frame.contentFrame().getByRole('link', { name: 'Sign in and register' });
    await button.waitFor();
    expect(await violationsAroundMail(page)).toEqual([]);

    for (const link of [button, page.getByRole('link', { name: 'Open its link' })]) {
      const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
      await heading(opened, 'Sign in to register');
      expect(await opened.evaluate('window.opener')).toBeNull();
      await opened.close();
    }
    await page.getByRole('tab', { name: 'Plain text' }).click();
    await page.getByText('Hello Guest of the Ledgerway,').waitFor();
    expect(errors).toEqual([]);
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
    await crumbs.getByRole('link', { name: 'Outbox' }).click();
    await page.getByText('1 email', { exact: true }).waitFor();
  });

  test('a mail that is not there says so', async () => {
    const page = await openOutbox('/outbox/nothing');
    await heading(page, 'There is no such email');
    expect(await violationsInBothThemes(page)).toEqual([]);
  });

  test('list and mail fit a phone, and 320 px', async () => {
    const page = await openOutbox('/outbox', { viewport: PHONE });
    await page
      .getByRole('link', { name: /^Action required/ })
      .first()
      .waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await scrollsSideways(page)).toBe(false);
    await page
      .getByRole('link', { name: /^Action required/ })
      .first()
      .click();
    await page.getByTitle(/^Email/).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
  });
});

test.each([
  ['sign-in-failed', 'You were not signed in.'],
  ['sign-in-expired', 'The sign-in took too long.'],
  ['no-verified-email', 'Your account has no verified email address.'],
  ['provider-unavailable', 'The sign-in provider does not answer.'],
  ['too-many-requests', 'Too many sign-ins from your network.'],
])(
  'the sign-in page says what %s means, whose instance it is, and keeps the way on',
  async (problem, says) => {
    const context = await browser.newContext({ baseURL: muniment.url, locale: 'en-GB' });
    const page = await context.newPage();
    const errors = watchForErrors(page);
    await page.goto(`/sign-in?problem=${problem}&returnTo=/o/1/tokens`);
    await page.getByRole('alert').filter({ hasText: says }).waitFor();
    await page.getByText('with Northlight Software').waitFor();
    expect(await page.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe(
      '/auth/sign-in?returnTo=%2Fo%2F1%2Ftokens',
    );
    expect(await violationsInBothThemes(page)).toEqual([]);
    expect(errors).toEqual([]);
  },
);

test('signing out ends at the sign-in page, which says so once', async () => {
  const page = await openAs(browser, muniment, reader.email);
  await page.goto(`/o/${organization.number}/tokens`);
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in');
  await page.getByText('You are signed out.').waitFor();
  await page.reload();
  await heading(page, 'Sign in');
  expect(await page.getByText('You are signed out.').count()).toBe(0);
  await page.goto(`/o/${organization.number}/tokens`);
  await heading(page, 'Sign in');
});
