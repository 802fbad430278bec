import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { A, type AssignStage, type AssignWindow, B, SOLE, startAssignStage } from './assign-stage.ts';

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

const nobody = () => on.heading('Nobody is in this draft yet').waitFor();

test('a link fills the draft once and then leaves the address', async () => {
  await on.draftOf(stage.amara, SOLE, 'administrator');
  expect(new URL(on.page.url()).search).toBe('');
  await on.summary('1 role added, 0 removed');
  await on.page.reload();
  await on.heading('1 person').waitFor();
  await on.summary('1 role added, 0 removed');
});

test('a link does not join an unfinished draft by itself: continue, join or start anew, and undo that', async () => {
  await on.draftOf(stage.amara, SOLE, 'administrator');
  const link = `?add=${stage.tomas.vlUserId}&license=${B}&role=benefits-reader`;
  await on.go(link);
  await on.heading('You have an unfinished draft').waitFor();
  await on.page.getByText(`It holds ${stage.amara.name} with 1 assignment`).waitFor();
  await on.expectAccessible();
  await on.button('Continue your draft').click();
  await on.heading('1 person').waitFor();
  expect(new URL(on.page.url()).search).toBe('');

  await on.go(link);
  await on.button('Add to your draft').click();
  await on.heading('2 people').waitFor();
  await on.summary('2 roles added, 0 removed');

  await on.go(link);
  await on.page.getByText('Starting anew discards 2 assignments of 2 people.').waitFor();
  await on.button('Start anew').click();
  await on.heading('1 person').waitFor();
  await on.button(new RegExp(`^${stage.tomas.name}`)).waitFor();
  await on.button('Undo').click();
  await on.heading('2 people').waitFor();
});

test('a draft is discarded at once, and comes back by Undo', async () => {
  await on.draftOf(stage.amara, SOLE, 'administrator');
  await on.button('Discard draft').click();
  await nobody();
  await expect.poll(on.focusedName, { timeout: 8_000 }).toBe('Assign users to contracts');
  await on.page.getByText('1 person and 1 assignment left it.').waitFor();
  await on.expectAccessible();
  await on.page.reload();
  await nobody();
  await on.draftOf(stage.amara, SOLE, 'administrator');
  await on.button('Discard draft').click();
  await on.button('Undo').click();
  await on.heading('1 person').waitFor();
  await on.page.reload();
  await on.summary('1 role added, 0 removed');
});

test('I3: a license ID with an inherited role only does not block Verify, and stays inherited', async () => {
  await on.draftOf(stage.amara, SOLE, 'administrator');
  // From another page of the same origin, so that the wizard does not write its own draft over it on leaving.
  await on.page.goto('/healthz');
  await on.page.evaluate(`{
    const [key, text] = Object.entries(localStorage).find(([key]) => key.startsWith('muniment.assign-draft'));
    const draft = JSON.parse(text);
    const [license] = draft.people[0].licenses;
    draft.people[0].licenses.push({ ...license, licenseId: '${A}', roles: [], held: [], inheritedFrom: 'MA-30418' });
    localStorage.setItem(key, JSON.stringify(draft));
  }`);
  await on.go();
  await on.page.getByText('Stays inherited').waitFor();
  await on.verify();
  await on.page.getByText('Administrator stays, inherited from MA-30418').waitFor();
});

test('with many license IDs the ways on are docked, and those of a few stand below them', async () => {
  await on.draftOf(stage.amara, SOLE, 'administrator');
  expect(await on.page.getByRole('group', { name: /^License IDs and roles of/ }).count()).toBe(0);
  await on.page.goto('/healthz');
  await on.page.evaluate(`{
    const [key, text] = Object.entries(localStorage).find(([key]) => key.startsWith('muniment.assign-draft'));
    const draft = JSON.parse(text);
    const [license] = draft.people[0].licenses;
    draft.people[0].licenses = Array.from({ length: 3000 }, (_, index) => ({
      ...license,
      licenseId: String(10000000 + index),
    }));
    localStorage.setItem(key, JSON.stringify(draft));
  }`);
  await on.go();
  const docked = on.page.getByRole('group', { name: `License IDs and roles of ${stage.amara.name}` });
  await on.button('Assign roles', docked).click();
  await on.heading('Assign roles to selected contracts').waitFor();
  await on.button(/^Roles on 1000 0000/).waitFor();
  expect(await on.page.evaluate<number>('document.querySelectorAll("*").length')).toBeLessThan(1_800);
  await on.page.keyboard.press('Escape');
  await on.sheetGone();
  await expect.poll(on.focusedName, { timeout: 8_000 }).not.toBeNull();
  const box = await docked.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(900);
}, 60_000);
