import type { Page } from '@playwright/test';

/** On the demo provider's page, goes on as somebody who is not in its list. */
export async function continueAs(page: Page, email: string, name?: string): Promise<void> {
  await page.getByRole('heading', { name: 'Choose who to be' }).waitFor();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
  if (name !== undefined) await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
