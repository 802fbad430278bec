import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoSubject } from '../../apps/server/src/features/sign-in/demo-people.ts';
import { type SignInServer, startSignInServer } from '../sign-in/sign-in-server.ts';
import { accessibilityViolations, launchChromium, watchForErrors } from './chromium.ts';

const PEOPLE = [
  ['Ingrid Solheim', 'ingrid.solheim@fennimore.example', 'Administrator on every license ID'],
  ['Jonas Petrov', `jonas.${'long-'.repeat(8)}address@fennimore.example`, 'Product keys reader'],
].map(([displayName = '', email = '', about = '']) => ({
  subject: demoSubject(email),
  email,
  displayName,
  about,
  organizationName: 'Fennimore Rail Group',
}));

let server: SignInServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startSignInServer({ people: PEOPLE }), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openPickPage(page: Page): Promise<void> {
  await page.goto(`${server.url}/auth/sign-in?returnTo=/whoami`);
  await page.getByRole('heading', { name: 'Choose who to be' }).waitFor();
}

test('without scripts a person is picked by a click, and signed in', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const errors = watchForErrors(page);
  await openPickPage(page);
  await page
    .getByRole('region', { name: 'Fennimore Rail Group' })
    .getByRole('button', { name: 'Ingrid' })
    .click();
  await page.waitForURL('**/whoami');
  expect(await page.textContent('body')).toContain('ingrid.solheim@fennimore.example');
  expect(errors).toEqual([]);
  await context.close();
});

test('by keyboard alone a newcomer types their address, is told of a mistake, and signs in', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openPickPage(page);
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type('mara');
  await page.keyboard.press('Enter');
  const email = page.getByRole('textbox', { name: 'E-mail' });
  await page.getByText('Type an e-mail address, like').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('email');
  expect(await email.getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('End');
  await page.keyboard.type('.lind@orrin.example');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/whoami');
  expect(await page.textContent('body')).toContain('"displayName":"Mara Lind"');
  await context.close();
});

test.each([
  [1440, 'light'],
  [1440, 'dark'],
  [390, 'light'],
  [390, 'dark'],
  [320, 'light'],
] as const)(
  'the pick page at %i px in %s has no accessibility violation and fits',
  async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const page = await context.newPage();
    const errors = watchForErrors(page);
    await openPickPage(page);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    expect(errors).toEqual([]);
    await context.close();
  },
);
