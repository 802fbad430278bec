import type { Page } from '@playwright/test';
import { examplesOf, type Gated } from '../api/gated-operations.ts';
import type { Api } from '../support/api.ts';

/** Somebody of the demo, as the table shows them. */
export interface ShownPerson {
  readonly name: string;
  /** Their one role, as pages print it. */
  readonly role: string;
  readonly email: string;
  /** A license ID on which they hold it. */
  readonly licenseId: string;
  readonly api: Api;
}

/** What the navigation offers somebody: the names of the pages and where they lie below their organization. */
export async function offeredPages(page: Page): Promise<{ name: string; path: string }[]> {
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const found = await links.all();
  return Promise.all(
    found.map(async (link) => ({
      name: (await link.innerText()).trim(),
      path: (await link.getAttribute('href'))?.replace(/^\/o\/[^/]+/, '') ?? '',
    })),
  );
}

/** Instead of a page that no role opens. */
export const NEEDS_ROLE = 'says what is needed';

/** What a page shows somebody: how many it lists, `yes` where it lists nothing, or that it is not open to them. */
export async function shownBy(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const text = await page.getByRole('main').innerText();
  if (text.includes('No access to this page')) return NEEDS_ROLE;
  const count = /^(\d[\d,.]*) [a-z]/m.exec(text)?.[1];
  return count ?? 'yes';
}

/** Whether the API lets somebody through an operation on a license ID of theirs. */
export async function answered(person: ShownPerson, operation: Gated): Promise<boolean> {
  const { path, body } = examplesOf(operation, person.licenseId);
  const answer = await person.api.send(operation.method, path, body === undefined ? {} : { body });
  return answer.problemId !== 'license-id-not-found';
}

/** A table in Markdown. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_cell, index) => (index === 0 ? '---' : ':-:'))),
    ...rows.map(line),
  ].join('\n');
}
