import { emailKey } from '@muniment/domain/email-address.ts';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import type { Database } from '../../apps/server/src/database/connect.ts';
import { openSession, sessionCookie } from '../../apps/server/src/features/sign-in/session-service.ts';
import { accessibilityViolations } from './chromium.ts';

/** A running server whose console is to be looked at. */
export interface ConsoleServer {
  readonly url: string;
  readonly db: Database;
}

export const DESKTOP = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/**
 * Opens a window of its own for somebody who has signed in, by the cookie that sign-in would have set.
 *
 * @param email The address of an account that has signed in before.
 * @throws Where nobody with that address has an account.
 */
export async function openAs(
  browser: Browser,
  server: ConsoleServer,
  email: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { id } = await server.db
    .selectFrom('account')
    .select('id')
    .where('email_key', '=', emailKey(email))
    .executeTakeFirstOrThrow(() => new Error(`Nobody has signed in as ${email}.`));
  const { token } = await openSession(server.db, id);
  const { name } = sessionCookie({ publicUrl: server.url });
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'en-GB',
    viewport: DESKTOP,
    ...options,
  });
  context.setDefaultTimeout(10_000);
  await context.addCookies([{ name, value: token, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
  return context.newPage();
}

/** What axe finds wrong with a page in light and in dark, one line each; empty where it is clean. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, so that no colour is caught on its way from one theme to the other.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await accessibilityViolations(page);
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

/** What lies over a page (a tooltip, a menu) finds its new place only after the window has its new width. */
const SETTLES_TOO_WIDE = `(async () => {
  const isTooWide = () => document.documentElement.scrollWidth > window.innerWidth;
  const end = performance.now() + 1000;
  while (isTooWide() && performance.now() < end) await new Promise((done) => setTimeout(done, 50));
  return isTooWide();
})()`;

/** Whether a page must be scrolled sideways to be read (WCAG 1.4.10 forbids it from 320 px on). */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(SETTLES_TOO_WIDE);
}
