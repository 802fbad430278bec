import { changeAssignments, listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { expectToast, invite, type Stage, startStage } from './scene.ts';
import { choose, give, newTeam, openPane, rolesOf, type Team } from './team.ts';

// Looking at a page in both themes takes its time on a busy machine.
const WITH_AXE = { timeout: 90_000 };

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.close());
afterEach(() => stage.clear());

const focused = (page: Page) =>
  page.evaluate<string>(
    'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? ""',
  );

async function newestChange({ admin }: Team) {
  const { items } = (await admin.api.call(listAssignmentChanges, { query: { limit: 1 } })).body;
  return items[0];
}

describe('B8 Undo where one is', () => {
  test(
    'B8 the toast after a save undoes it by Alt T and Enter, and no email goes out',
    WITH_AXE,
    async () => {
      const team = await newTeam(stage);
      const { vlUserId } = team.colleague;
      const before = await rolesOf(team, vlUserId);
      const { page } = await openPane(stage, team, vlUserId);
      await choose(page, team.first, 'Benefits reader');
      await page.getByRole('button', { name: 'Verify and save' }).click();
      await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
      await expectToast(page, 'Assignments saved');
      await expectToast(page, '1 email goes out in 30 seconds.');
      expect(await violationsInBothThemes(page)).toEqual([]);
      expect((await rolesOf(team, vlUserId))[team.first]).toContain('benefits-reader');
      await page.keyboard.press('Alt+t');
      expect(await focused(page)).toBe('Undo');
      await page.keyboard.press('Enter');
      await expectToast(page, 'Undone');
      await expectToast(page, 'No emails were sent.');
      expect(await rolesOf(team, vlUserId)).toEqual(before);
      expect(await newestChange(team)).toMatchObject({ kind: 'undo', mail: { held: 0 } });
    },
  );

  test('B8 M5 a removal is undone from its toast', async () => {
    const team = await newTeam(stage);
    const { vlUserId, name } = team.colleague;
    const before = await rolesOf(team, vlUserId);
    const page = await stage.open(team, '/vl/assignments');
    await page.getByRole('button', { name: `More actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Remove person' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove person' }).click();
    await expectToast(page, `${name} removed`);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
    await expectToast(page, 'No emails were sent.');
    await page.getByRole('row', { name: new RegExp(name) }).waitFor();
    expect(await rolesOf(team, vlUserId)).toEqual(before);
  });

  test('B8 the overview undoes the newest change in place, keeps focus, and leads to all of them', async () => {
    const team = await newTeam(stage);
    await give(team.admin, team.colleague.vlUserId, team.first, ['benefits-reader']);
    const page = await stage.open(team, '/products/volume-licensing');
    const changes = page.getByRole('region', { name: 'Recent changes' });
    await changes
      .getByRole('button', { name: /^Undo the change/ })
      .first()
      .press('Enter');
    await expectToast(page, 'Undone');
    await changes.getByText('undid a change of').waitFor();
    await changes.getByText('Undone', { exact: true }).waitFor();
    expect(await focused(page)).not.toBe('');
    await changes.getByRole('link', { name: 'All activity' }).click();
    await page.getByRole('heading', { level: 1, name: 'Activity' }).waitFor();
  });

  test('B8 what cannot be undone any more says so in the toast, and changes nothing', async () => {
    const team = await newTeam(stage);
    const { vlUserId } = team.colleague;
    await give(team.admin, vlUserId, team.first, ['benefits-reader']);
    const page = await stage.open(team, '/vl/activity');
    const undo = page.getByRole('button', { name: /^Undo the change/ }).first();
    await undo.waitFor();
    await give(team.admin, vlUserId, team.first, []);
    await undo.click();
    await expectToast(page, 'Not undone');
    await expectToast(page, `Something changed since on ${team.first}`);
    await page.getByRole('button', { name: 'Show the change' }).click();
    await page.getByRole('heading', { level: 1, name: /^Change of/ }).waitFor();
    await page.getByText('A later change touched the same roles.').waitFor();
  });
});

describe('B8 Activity', () => {
  /** A change with a reason of the colleague's roles, and one of somebody else's. */
  async function newHistory(): Promise<Team> {
    const team = await newTeam(stage);
    const user = { vlUserId: team.colleague.vlUserId };
    await team.admin.api.call(changeAssignments, {
      body: {
        assignments: [{ user, licenseId: team.first, roles: ['benefits-reader'] }],
        reason: 'Joins the savings team',
      },
    });
    await invite(team, ['Jonas Petrov']);
    return team;
  }
  const rowsOf = (page: Page) => page.getByRole('list', { name: 'Changes' }).getByRole('listitem');

  test('B8 lists changes by day with who, whom and why, and opens one by keyboard', WITH_AXE, async () => {
    const team = await newHistory();
    const page = await stage.open(team, '/vl/activity');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).waitFor();
    await page.getByRole('heading', { level: 2, name: 'Today' }).waitFor();
    const rows = rowsOf(page);
    await rows.filter({ hasText: 'Jonas Petrov' }).filter({ hasText: 'has not gone out' }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await rows
      .filter({ hasText: 'Joins the savings team' })
      .getByRole('link', { name: /^Details of/ })
      .press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Change of/ }).waitFor();
  });

  test('B8 is narrowed to a person and a kind by keyboard, and the address says so', WITH_AXE, async () => {
    const team = await newHistory();
    const { name, vlUserId } = team.colleague;
    const page = await stage.open(team, '/vl/activity');
    await page.getByRole('button', { name: 'Person' }).press('Enter');
    await page.getByRole('searchbox', { name: 'Name or email' }).fill(name);
    const found = page.getByRole('option', { name: new RegExp(name) });
    await found.waitFor();
    await page.getByRole('option', { name: /Admin/ }).waitFor({ state: 'detached' });
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`user=${vlUserId}`));
    await page.getByRole('button', { name: `Person: ${name}` }).waitFor();
    await rowsOf(page).filter({ hasText: 'Jonas Petrov' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Import' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('No change matches these filters').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await page.waitForURL(/activity$/);
    await rowsOf(page).filter({ hasText: 'Jonas Petrov' }).waitFor();
  });

  test(
    'B8 a change in full names what undoing does, undoes it, and leads to what undid it',
    WITH_AXE,
    async () => {
      const team = await newTeam(stage);
      const { vlUserId } = team.colleague;
      await give(team.admin, vlUserId, team.first, ['benefits-reader', 'product-keys-reader']);
      const change = await newestChange(team);
      const page = await stage.open(team, `/vl/activity/${change?.id}`);
      const added = page.getByRole('insertion');
      await added.filter({ hasText: 'Benefits reader' }).waitFor();
      await page.getByRole('deletion').filter({ hasText: 'Licensing Info Viewer' }).waitFor();
      await page.getByText('2 roles that it gave end, at once.').waitFor();
      await page.getByText('1 role that it took is given back, with the dates that it had.').waitFor();
      await page.getByText('1 email that has not gone out never will').waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.getByRole('button', { name: 'Undo this change' }).press('Enter');
      await expectToast(page, 'No emails were sent.');
      await page.getByText('This change was undone.').waitFor();
      expect(await focused(page)).toContain('It was undone already');
      await page.getByRole('link', { name: 'Show what undid it' }).click();
      await page.getByText('It undid an earlier change.').waitFor();
      await page.getByRole('link', { name: 'Show that change' }).waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
    },
  );

  test('M2 what failed at other systems is named with its reason, and saved as CSV', WITH_AXE, async () => {
    const team = await newTeam(stage);
    const { vlUserId, name } = team.colleague;
    await give(team.admin, vlUserId, team.first, ['benefits-reader']);
    const change = await newestChange(team);
    const { organization_id } = await stage.muniment.db
      .selectFrom('vl_user')
      .select('organization_id')
      .where('id', '=', vlUserId)
      .executeTakeFirstOrThrow();
    const at = new Date(change?.at ?? '');
    const provisioning = { organization_id, id: crypto.randomUUID() };
    await stage.muniment.db
      .insertInto('provisioning')
      .values({
        ...provisioning,
        change_id: change?.id ?? '',
        vl_user_id: vlUserId,
        state: 'failed',
        reason: 'Keys: no seat is left',
        started_at: at,
        deadline_at: at,
        ended_at: at,
      })
      .execute();
    await stage.muniment.db
      .updateTable('role_grant')
      .set({ awaits: 'provisioning', provisioning_id: provisioning.id, ready_at: null })
      .where('opened_by', '=', change?.id ?? '')
      .execute();
    const page = await stage.open(team, `/vl/activity/${change?.id}`);
    await page.getByText('1 of 1 person could not be applied.').waitFor();
    await page.getByText('Keys: no seat is left').waitFor();
    await page.getByRole('link', { name: `Assign again for ${name}` }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save failed rows as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^failed-rows-.*\.csv$/);
  });

  test('B8 hundreds of changes are read as one scrolls', async () => {
    const team = await newTeam(stage);
    for (let count = 0; count < 40; count += 1) {
      await give(team.admin, team.colleague.vlUserId, team.first, [
        count % 2 === 0 ? 'benefits-reader' : 'product-keys-reader',
      ]);
    }
    const page = await stage.open(team, '/vl/activity');
    await page.getByText('30 changes so far').waitFor();
    await page.getByRole('button', { name: 'Show earlier changes' }).scrollIntoViewIfNeeded();
    await page.getByText(/^4\d changes$/).waitFor();
  });

  test(
    'A9 R10 to others neither page exists: they are told which role opens it, and who holds it is not',
    WITH_AXE,
    async () => {
      const team = await newTeam(stage);
      const change = await newestChange(team);
      for (const path of ['/vl/activity', `/vl/activity/${change?.id}`]) {
        const page = await stage.open(team, path, { email: team.colleague.email });
        await page.getByText('You need Administrator to see this page').waitFor();
        expect(await page.getByText(team.admin.name).count()).toBe(0);
        expect(await page.getByRole('link', { name: 'Activity' }).count()).toBe(0);
      }
      const page = await stage.open(team, '/vl/activity/01a20ded-7521-75e8-b095-3b24f59ea223');
      await page.getByText('There is no such change').waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
    },
  );

  test('B8 on a phone all of it is at hand, and Undo is a target of 24 px', WITH_AXE, async () => {
    const team = await newTeam(stage);
    await give(team.admin, team.colleague.vlUserId, team.first, ['benefits-reader']);
    const page = await stage.open(team, '/vl/activity', { viewport: PHONE });
    const undo = page.getByRole('button', { name: /^Undo the change/ }).first();
    await undo.waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    const box = await undo.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
    expect(box?.width).toBeGreaterThanOrEqual(24);
    await undo.click();
    await expectToast(page, 'No emails were sent.');
    await page.getByText('Undone', { exact: true }).first().waitFor();
  });

  test('B8 neither page is scrolled sideways at 320 px', async () => {
    const team = await newTeam(stage);
    await give(team.admin, team.colleague.vlUserId, team.first, ['benefits-reader']);
    const change = await newestChange(team);
    const page = await stage.open(team, '/vl/activity', { viewport: { width: 320, height: 800 } });
    await page
      .getByRole('button', { name: /^Undo the change/ })
      .first()
      .waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await page.goto(`/o/${team.organization.number}/vl/activity/${change?.id}`);
    await page.getByRole('button', { name: 'Undo this change' }).waitFor();
    expect(await scrollsSideways(page)).toBe(false);
  });
});
