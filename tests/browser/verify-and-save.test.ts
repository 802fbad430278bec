import { readFile } from 'node:fs/promises';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Member } from '../support/partner.ts';
import {
  A,
  type AssignStage,
  type AssignWindow,
  B,
  printed,
  SOLE,
  startAssignStage,
} from './assign-stage.ts';

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

describe('what stands against saving', () => {
  test('A1: the last administrator cannot be taken away; keeping them is one press', async () => {
    await on.go(`?add=${stage.ingrid.vlUserId}&license=${SOLE}&role=benefits-reader`);
    await on.assignRoles(SOLE, 'Administrator');
    await on.verify();
    const blocked = `${printed(SOLE)} would be left without an administrator`;
    await on.page.getByText(blocked).first().waitFor();
    const save = on.button(/^Save 2 role changes/);
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await on.page.getByText(`Saving is blocked: ${blocked}.`).first().waitFor();
    await on.expectAccessible();
    await on.button(`Keep ${stage.ingrid.name} as administrator of ${printed(SOLE)}`).click();
    await on.button('Save 1 role change').waitFor();
    await expect.poll(() => on.button('Save 1 role change').getAttribute('aria-disabled')).toBeNull();
    await expect.poll(on.focusedName, { timeout: 8_000 }).toBe('Checks');
  });

  test('A1: another administrator who leaves meanwhile is no way around it', async () => {
    const bram = await stage.organization.colleague(stage.ingrid, {
      licenseIds: [SOLE],
      roles: ['administrator'],
    });
    await on.go(`?add=${stage.ingrid.vlUserId}&license=${SOLE}&role=product-keys-reader`);
    await on.assignRoles(SOLE, 'Administrator');
    await on.verify();
    await on.page.getByText(`${printed(SOLE)} drops to one administrator`).waitFor();
    await endRoles(bram, SOLE);
    await on.button(/^Save 2 role changes/).click();
    await on.page.getByRole('alert').filter({ hasText: 'would have none left' }).waitFor();
    await on.page.getByText(`Saving is blocked`).first().waitFor();
    await on.expectAccessible();
    expect(await stage.rolesOf(stage.ingrid, SOLE)).toEqual(['administrator']);
  });

  test('a person changed meanwhile: who did it is said, and one keeps one’s own wishes or theirs', async () => {
    const noor = await stage.organization.colleague(stage.ingrid, {
      licenseIds: [B],
      roles: ['benefits-reader'],
    });
    await on.draftOf(noor, B, 'product-keys-reader');
    await on.verify();
    await stage.tomas.api.call(changeAssignments, {
      body: {
        assignments: [
          {
            user: { vlUserId: noor.vlUserId },
            licenseId: B,
            roles: ['benefits-reader', 'product-download-manager'],
          },
        ],
      },
    });
    await on.button('Save 1 role change').click();
    await on.page.getByText(`${stage.tomas.name} changed ${printed(B)} for ${noor.name}.`).waitFor();
    expect(await on.button('Save 1 role change').getAttribute('aria-disabled')).toBe('true');
    await on.expectAccessible();
    await on.page
      .getByText(`${noor.name} on ${printed(B)}: now Downloads and Benefits; with yours`, { exact: false })
      .waitFor();
    await on.button('Keep mine').click();
    await on.page.getByText('compares your draft with what is there now').waitFor();
    expect(await on.page.locator('ins').allInnerTexts()).toEqual(['Product keys reader']);
    expect(await on.page.locator('del').count()).toBe(0);
    await on.button('Save 1 role change').click();
    await on.page.waitForURL('**/vl/assignments');
    expect(await stage.rolesOf(noor, B)).toEqual([
      'product-download-manager',
      'product-keys-reader',
      'benefits-reader',
    ]);
  });

  test('a server that is away keeps everything, and trying again saves once', async () => {
    const yara = await stage.organization.colleague(stage.ingrid, {
      licenseIds: [A],
      roles: ['benefits-reader'],
    });
    await on.draftOf(yara, A, 'product-keys-reader');
    await on.verify();
    const keys: (string | undefined)[] = [];
    await on.page.route('**/v1/assignment-changes', async (route) => {
      const { dryRun = false } = route.request().postDataJSON() as { dryRun?: boolean };
      if (!dryRun) keys.push(route.request().headers()['idempotency-key']);
      // The server saves, but its answer gets lost.
      if (!dryRun && keys.length === 1) {
        await route.fetch();
        return route.abort();
      }
      return route.continue();
    });
    await on.button('Save 1 role change').click();
    await on.page.getByText('No answer came').waitFor();
    await on.expectAccessible();
    await on.button('Try again').click();
    await on.page.waitForURL('**/vl/assignments');
    await on.page.getByText('1 email goes out in 30 seconds.').waitFor();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(await stage.rolesOf(yara, A)).toEqual(['product-keys-reader', 'benefits-reader']);
  });

  test('whoever goes elsewhere while it is saved stays there, and it is told there', async () => {
    const omar = await stage.organization.colleague(stage.ingrid, {
      licenseIds: [A],
      roles: ['benefits-reader'],
    });
    await on.draftOf(omar, A, 'product-keys-reader');
    await on.verify();
    const held = Promise.withResolvers<void>();
    await on.page.route('**/v1/assignment-changes', async (route) => {
      await held.promise;
      await route.continue();
    });
    await on.button('Save 1 role change').click();
    await on.page.getByRole('link', { name: 'Your products' }).first().click();
    await on.page.getByRole('heading', { name: 'Your products', level: 1 }).waitFor();
    held.resolve();
    await on.page.getByText('1 email goes out in 30 seconds.').waitFor();
    expect(await on.page.getByRole('heading', { name: 'Your products', level: 1 }).count()).toBe(1);
    expect(await stage.rolesOf(omar, A)).toEqual(['product-keys-reader', 'benefits-reader']);
  });

  test('where nothing would change it says so', async () => {
    await on.draftOf(stage.tomas, A, 'administrator');
    await on.verify();
    await on.page.getByText('Nothing would change: everybody has these roles already.').first().waitFor();
    expect(await on.button('Save 0 role changes').getAttribute('aria-disabled')).toBe('true');
    // Away from the button, which would say why in a tooltip.
    await on.page.mouse.move(0, 0);
    await on.page.getByRole('tooltip').waitFor({ state: 'detached' });
    await on.expectAccessible();
  });

  test('without a draft there is nothing to verify, and the way to one', async () => {
    await on.go('/verify');
    await on.heading('There is no draft to verify').waitFor();
    await on.expectAccessible();
    await on.page.getByRole('link', { name: 'Assign users to contracts' }).last().click();
    await on.heading('Nobody is in this draft yet').waitFor();
  });
});

async function endRoles(member: Member, licenseId: string) {
  const answer = await stage.ingrid.api.call(changeAssignments, {
    body: { assignments: [{ user: { vlUserId: member.vlUserId }, licenseId, roles: [] }] },
  });
  expect(answer.status).toBe(201);
}

test('a long difference is filtered, shows removals first, and can be handed around as a file', async () => {
  const others = Array.from({ length: 110 }, (_, index) => ({
    user: { signInEmail: `p${index}@ledgerway.example`, displayName: `Person ${index}` },
    licenseId: A,
    roles: ['benefits-reader' as const],
  }));
  const saved = await stage.ingrid.api.call(changeAssignments, { body: { assignments: others } });
  const vlUserIds = saved.body.difference.map(({ vlUserId }) => vlUserId);
  await on.go(`?add=${vlUserIds.join(',')}&license=${A}&role=product-keys-reader`);
  await on.heading('110 people').waitFor({ timeout: 20_000 });
  // The last one loses a role.
  await on.page.goto('/healthz');
  await on.page.evaluate(`{
    const [key, text] = Object.entries(localStorage).find(([key]) => key.startsWith('muniment.assign-draft'));
    const draft = JSON.parse(text);
    draft.people.at(-1).licenses[0].roles = ['product-keys-reader'];
    localStorage.setItem(key, JSON.stringify(draft));
  }`);
  await on.go('/verify');
  await on.page.getByText('People who lose roles come first.').waitFor();
  const first = on.page
    .getByRole('list', { name: 'Changes by person and license ID' })
    .getByRole('heading')
    .first();
  const loser = await first.innerText();
  await on.tick('Removed', 'radio');
  await expect.poll(() => on.page.locator('del').count()).toBe(1);
  expect(await first.innerText()).toBe(loser);
  await on.tick('Unchanged', 'radio');
  await on.heading('Every license ID in the draft changes').waitFor();
  await on.expectAccessible();
  await on.tick('All', 'radio');
  const [download] = await Promise.all([
    on.page.waitForEvent('download'),
    on.button('Download change plan (CSV)').click(),
  ]);
  const plan = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(plan).toHaveLength(111);
  expect(plan.filter((line) => line.includes(',Product keys reader,Benefits reader,'))).toHaveLength(1);
}, 60_000);

test('ten thousand assignments keep few rows in the document, and more than that is said so', async () => {
  await on.draftOf(stage.amara, SOLE, 'administrator');
  const fill = (count: number) =>
    on.page.evaluate(`{
      const [key, text] = Object.entries(localStorage).find(([key]) => key.startsWith('muniment.assign-draft'));
      const draft = JSON.parse(text);
      const [license] = draft.people[0].licenses;
      draft.people[0].licenses = Array.from({ length: ${count} }, (_, index) => ({
        ...license,
        licenseId: String(10000000 + index),
      }));
      localStorage.setItem(key, JSON.stringify(draft));
    }`);
  // From another page of the same origin, so that the wizard does not write its own draft over it on leaving.
  await on.page.goto('/healthz');
  await fill(10_000);
  await on.go();
  await on.page.getByText('10,000 roles added').first().waitFor();
  expect(await on.page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(1_500);
  expect(await on.button(/^Verify and save/).getAttribute('aria-disabled')).toBeNull();
  await on.page.goto('/healthz');
  await fill(10_001);
  await on.go();
  await on.page
    .getByText('This draft holds 10,001 assignments; one change holds at most 10,000.')
    .first()
    .waitFor();
  expect(await on.button(/^Verify and save/).getAttribute('aria-disabled')).toBe('true');
});
