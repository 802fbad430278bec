import { putIdentityProvider } from '@muniment/contract/identity-providers.ts';
import type { Browser, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type HostileIssuer, startHostileIssuer } from '../sign-in/hostile-issuer.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { scrollsSideways, violationsInBothThemes } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';

let issuer: HostileIssuer;
let muniment: Muniment;
let organization: Organization;
let browser: Browser;
beforeAll(async () => {
  [issuer, muniment, browser] = await Promise.all([
    startHostileIssuer('console'),
    startMuniment(),
    launchChromium(),
  ]);
  organization = await (await muniment.newPartner()).organization();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
  await issuer?.away();
});

async function openSignIn(width = 1440): Promise<Page> {
  const context = await browser.newContext({ baseURL: muniment.url, viewport: { width, height: 844 } });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto('/sign-in?returnTo=%2Fregister%2Fabc');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  return page;
}

test('nobody is asked for an address while every organization signs in at the same issuer', async () => {
  const page = await openSignIn();
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  expect(await page.getByLabel('Work email').count()).toBe(0);
});

test('by keyboard the work e-mail leads to the issuer of its domain, and back to the page that was asked for (B9)', async () => {
  const email = organization.newEmail();
  const answer = await muniment.publisher.call(putIdentityProvider, {
    params: { number: organization.number },
    body: { issuer: issuer.url, clientId: 'console', emailDomains: [email.split('@')[1] ?? ''] },
  });
  expect(answer.status).toBe(201);
  const page = await openSignIn();
  const errors = watchForErrors(page);
  await page.getByLabel('Work email').focus();
  await page.keyboard.type('mara');
  await page.keyboard.press('Enter');
  await page.getByText('Type your work email').waitFor();
  expect(await page.evaluate('document.activeElement.name')).toBe('email');
  expect(await violationsInBothThemes(page)).toEqual([]);
  expect(errors).toEqual([]);

  await page.getByLabel('Work email').fill(` ${email} `);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/register/abc');
  expect(issuer.authorizeRequests.at(-1)?.get('login_hint')).toBe(email);

  const another = await openSignIn();
  await another.getByLabel('Work email').fill('somebody@unknown.example');
  await another.getByRole('button', { name: 'Continue' }).click();
  await another.getByRole('heading', { name: 'Choose who to be' }).waitFor();
  const without = await openSignIn(320);
  expect(await scrollsSideways(without)).toBe(false);
  await without.getByRole('link', { name: 'Sign in without it' }).click();
  await without.getByRole('heading', { name: 'Choose who to be' }).waitFor();
});
