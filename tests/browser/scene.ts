import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs } from './browser.ts';
import { launchChromium } from './chromium.ts';

/** An organization with one administrator, whose console is looked at. */
export interface Scene {
  readonly organization: Organization;
  readonly admin: Member;
}

/** The product and a browser, for one test file. */
export interface Stage {
  readonly muniment: Muniment;
  readonly browser: Browser;
  /** A new organization whose administrator has so many license IDs. */
  newScene(licenses?: number): Promise<Scene>;
  /** A page of the scene's administrator, or of somebody else who has signed in. */
  open(scene: Scene, path: string, options?: BrowserContextOptions & { email?: string }): Promise<Page>;
  /** Closes the windows that a test left open. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** @param env Settings over those of the tests. */
export async function startStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const [muniment, browser] = await Promise.all([
    startMuniment({ env: { MAIL_HOLD_SECONDS: '30', ...env } }),
    launchChromium(),
  ]);
  return {
    muniment,
    browser,
    async newScene(licenses = 1) {
      const organization = await (await muniment.newPartner()).organization();
      return { organization, admin: await organization.administrator({ licenses }) };
    },
    async open(scene, path, { email = scene.admin.email, ...options } = {}) {
      const page = await openAs(browser, muniment, email, options);
      await page.goto(`/o/${scene.organization.number}${path}`);
      return page;
    },
    clear: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    async close() {
      await browser.close();
      await muniment.stop();
    },
  };
}

/**
 * Gives a role on the administrator's first license ID to people who are not registered, in one change.
 *
 * @returns Their ids, in the order of the names.
 */
export async function invite(
  { admin, organization }: Scene,
  names: readonly string[],
  role: Role = 'benefits-reader',
): Promise<string[]> {
  const assignments = names.map((displayName) => ({
    user: { signInEmail: organization.newEmail(displayName.replace(/\W/g, '')), displayName },
    licenseId: admin.licenseId,
    roles: [role],
  }));
  const answer = await admin.api.call(changeAssignments, { body: { assignments } });
  return answer.body.difference.map(({ vlUserId }) => vlUserId ?? '');
}

/** Waits for a toast that says something. */
export async function expectToast(page: Page, text: string): Promise<void> {
  await page.getByRole('alertdialog').filter({ hasText: text }).waitFor();
}
