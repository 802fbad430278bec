import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { BrowserContextOptions, Locator, Page } from '@playwright/test';
import type { Member } from '../support/partner.ts';
import type { Scene, Stage } from './scene.ts';

/** An administrator of two license IDs and a registered colleague who may view both. */
export interface Team extends Scene {
  readonly colleague: Member;
  readonly first: string;
  readonly second: string;
}

export async function newTeam(stage: Stage): Promise<Team> {
  const scene = await stage.newScene(2);
  const { admin, organization } = scene;
  const [first = '', second = ''] = admin.licenseIds;
  const colleague = await organization.colleague(admin, { licenseIds: admin.licenseIds });
  return { ...scene, colleague, first, second };
}

/** Opens Manage assignments with somebody's pane, and waits until their access is there. */
export async function openPane(
  stage: Stage,
  scene: Scene,
  vlUserId: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; pane: Locator }> {
  const page = await stage.open(scene, `/vl/assignments?user=${vlUserId}`, options);
  const pane = page.getByRole('region').or(page.getByRole('dialog')).filter({ hasText: 'Sign-in' });
  await pane.getByRole('tab', { name: /^Access/ }).waitFor();
  return { page, pane };
}

/** Ticks or unticks roles on a license ID of the open pane. */
export async function choose(page: Page, licenseId: string, ...roles: string[]): Promise<void> {
  await page.getByRole('button', { name: `Roles on Contract ${licenseId}` }).click();
  for (const role of roles) await page.getByRole('option', { name: role }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

/** What somebody holds, as the administrator's API answers it. */
export async function rolesOf({ admin }: Scene, vlUserId: string): Promise<Record<string, Role[]>> {
  const { items } = (await admin.api.call(getVlUserAccess, { params: { vlUserId } })).body;
  return Object.fromEntries(items.map(({ licenseId, roles }) => [licenseId, roles.map(({ role }) => role)]));
}

/** Sets somebody's roles on one license ID, beside the browser. */
export const give = (member: Member, vlUserId: string, licenseId: string, roles: Role[]) =>
  member.api.call(changeAssignments, { body: { assignments: [{ user: { vlUserId }, licenseId, roles }] } });
