import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AssignStage, type AssignWindow, B, SOLE, startAssignStage } from './assign-stage.ts';
import { PHONE, scrollsSideways } from './browser.ts';

let stage: AssignStage;
let on: AssignWindow;
beforeAll(async () => {
  stage = await startAssignStage();
});
afterAll(() => stage?.close());
beforeEach(async () => {
  on = await stage.open();
});
afterEach(() => on.close());

describe('on a phone', () => {
  test('all steps fit, panes take the whole screen, and the buttons stay in sight', async () => {
    await on.page.setViewportSize(PHONE);
    await on.go('?pane=users');
    await on.addFromDirectory(stage.amara);
    await on.applyUsers();
    await on.addContracts(B);
    await on.expectAccessible();
    await on.button('Assign roles').click();
    const dialog = on.page.getByRole('dialog');
    expect((await dialog.boundingBox())?.width).toBeCloseTo(PHONE.width, 1);
    await on.expectAccessible();
    await on.chooseRoles(B, 'Product download manager');
    await on.button('Apply').click();
    await dialog.waitFor({ state: 'detached' });
    await on.verify();
    await on.expectAccessible();
    const save = await on.button('Save 1 role change').boundingBox();
    expect((save?.y ?? 0) + (save?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  });

  test('the pages and all panes reflow at 320 px (WCAG 1.4.10)', async () => {
    await on.draftOf(stage.amara, SOLE, 'administrator');
    await on.page.setViewportSize({ width: 320, height: 512 });
    const panes = ['users', 'contracts', 'roles', 'copy', 'csv'].map(
      (pane) => `?pane=${pane}&user=${stage.amara.vlUserId}`,
    );
    for (const rest of ['', ...panes, '/verify']) {
      await on.go(rest);
      await on.page
        .getByRole('heading', { level: rest.startsWith('?') ? 2 : 1 })
        .first()
        .waitFor();
      expect([rest, await scrollsSideways(on.page)]).toEqual([rest, false]);
    }
  });
});
