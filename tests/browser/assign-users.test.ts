import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { listOutbox } from '@muniment/contract/publisher.ts';
import { getVlUserAccess, listVlUsers } from '@muniment/contract/vl-users.ts';
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { openAs, PHONE, scrollsSideways } from './browser.ts';
import { accessibilityViolations, launchChromium, watchForErrors } from './chromium.ts';

const A = '72041183';
const B = '72041190';
const SOLE = '88102207';

let muniment: Muniment;
let browser: Browser;
let organization: Organization;
/** Administers A, B and SOLE; of SOLE as the only one. */
let ingrid: Member;
/** Administers A and B too. */
let tomas: Member;
/** Holds Licensing Info Viewer on A. */
let amara: Member;
let page: Page;
let errors: string[];

beforeAll(async () => {
  [muniment, browser] = await Promise.all([
    startMuniment({ env: { MAIL_HOLD_SECONDS: '30' } }),
    launchChromium(),
  ]);
  organization = await (await muniment.newPartner()).organization('Fennimore Rail Group');
  const email = organization.newEmail('ingrid.solheim');
  for (const [licenseId, name] of [
    [A, 'Group enterprise 2026'],
    [B, 'Group server and cloud'],
    [SOLE, 'Depot sites'],
  ] as const) {
    await organization.license({ licenseId, name, contact: email });
    await muniment.register(email);
  }
  ingrid = {
    ...(await organization.administrator({ email, licenses: 0 })),
    licenseIds: [A, B, SOLE],
    licenseId: A,
  };
  tomas = await organization.colleague(ingrid, {
    email: organization.newEmail('tomas.varga'),
    licenseIds: [A, B],
    roles: ['administrator'],
  });
  amara = await organization.colleague(ingrid, {
    email: organization.newEmail('amara.nwosu'),
    licenseIds: [A],
    roles: ['licensing-info-viewer'],
  });
});

afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
});

beforeEach(async () => {
  page = await openAs(browser, muniment, ingrid.email);
  page.setDefaultTimeout(8_000);
  errors = watchForErrors(page);
});

afterEach(async () => {
  await page.context().close();
});

const path = (rest = '') => `/o/${organization.number}/vl/assign${rest}`;
const button = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const heading = (name: string | RegExp) => page.getByRole('heading', { name });
const focusedName = () =>
  page.evaluate(
    'document.activeElement === document.body ? null : document.activeElement.ariaLabel ?? document.activeElement.textContent',
  );
/** As it stands in a name, where the narrow gap counts as a space. */
const named = (licenseId: string) => `${licenseId.slice(0, 4)} ${licenseId.slice(4)}`;
const printed = (licenseId: string) => `${licenseId.slice(0, 4)}\u00a0${licenseId.slice(4)}`;

/** In light all of it; in dark the colours, which are all that differs. */
async function expectAccessible() {
  const inLight = await accessibilityViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await accessibilityViolations(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  expect([...inLight, ...inDark]).toEqual([]);
}

/** Clicks a check box where a person does: on what is drawn for it. */
async function tick(name: string) {
  await page
    .locator('label')
    .filter({ has: page.getByRole('checkbox', { name }) })
    .click();
}

async function addFromDirectory(member: Member) {
  await page.getByRole('searchbox', { name: 'Search name or email' }).fill(member.email);
  await page.getByRole('option', { name: member.name }).click();
  await page.getByText(`${member.name} added.`).waitFor();
}

async function addExternal(person: { email: string; name: string; business?: string }) {
  await button('Add someone outside your directory').click();
  await page.getByRole('textbox', { name: 'Sign-in email' }).fill(person.email);
  await page.getByRole('textbox', { name: 'Full name' }).fill(person.name);
  if (person.business) await page.getByRole('textbox', { name: 'Business email' }).fill(person.business);
  await button('Add to the list').click();
  await page.getByText(`${person.name} added.`).waitFor();
}

async function applyUsers() {
  await button('Review and apply').click();
  await button('Apply').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function addContracts(...licenseIds: string[]) {
  await button('Add contracts').click();
  for (const licenseId of licenseIds) await page.getByRole('checkbox', { name: printed(licenseId) }).click();
  await button(`Add ${licenseIds.length} contract${licenseIds.length === 1 ? '' : 's'}`).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function chooseRoles(licenseId: string, ...roles: string[]) {
  await button(new RegExp(`Roles on ${named(licenseId)}`)).click();
  for (const role of roles) await page.getByRole('option', { name: role, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

async function assignRoles(licenseId: string, ...roles: string[]) {
  await button('Assign roles').click();
  await chooseRoles(licenseId, ...roles);
  await button('Apply').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function verify() {
  await button(/^Verify and save/).click();
  await heading('What will change').waitFor();
}

/** A draft with one person, made quickly by the link that an overview would give. */
async function draftOf(member: Member, licenseId: string, role: string) {
  await page.goto(path(`?add=${member.vlUserId}&license=${licenseId}&role=${role}`));
  await heading('1 person').waitFor();
}

async function rolesOf(member: Pick<Member, 'vlUserId'>, licenseId: string): Promise<string[]> {
  const { items } = (await ingrid.api.call(getVlUserAccess, { params: { vlUserId: member.vlUserId } })).body;
  return items.find((each) => each.licenseId === licenseId)?.roles.map(({ role }) => role) ?? [];
}

describe('the whole way', () => {
  test('S1-S6: two people, two license IDs, copy and paste, a diff, and mails that wait', async () => {
    const lea = {
      email: organization.newEmail('lea'),
      name: 'Lea Tanaka',
      business: 'ap.team@fennimore.example',
    };
    await page.goto(path());
    await heading('Nobody is in this draft yet').waitFor();
    await expectAccessible();

    await button('Add users').click();
    await addFromDirectory(amara);
    await expectAccessible();
    await addExternal(lea);
    await expectAccessible();
    await button('Review and apply').click();
    await page.getByText(`${lea.email} · mail goes to ${lea.business}`).waitFor();
    await expectAccessible();
    await button('Apply').click();
    await heading('2 people').waitFor();
    await expect.poll(focusedName).toBe('2 people');
    await expectAccessible();

    // S2: the license ID on which she holds a role starts with that role.
    await button('Add contracts').click();
    await page.getByText('3 available, 0 selected').waitFor();
    await expectAccessible();
    await page.getByRole('checkbox', { name: printed(A) }).click();
    await page.getByRole('checkbox', { name: printed(B) }).click();
    await page.getByText('3 available, 2 selected').waitFor();
    await tick('For the other person in this draft too');
    await button('Add 2 contracts').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // Edges: without roles nothing can be verified, and the page says where.
    await page
      .getByText(`${amara.name} has no roles yet on ${printed(B)}`)
      .first()
      .waitFor();
    expect(await button(/^Verify and save/).getAttribute('aria-disabled')).toBe('true');
    await expectAccessible();

    // S3: copy and paste by mouse.
    await button('Assign roles').click();
    await chooseRoles(A, 'Administrator');
    await button(`Copy role properties of ${printed(A)}`).click();
    await tick(`Select ${printed(B)}`);
    await button('Paste role properties to 1').click();
    await page.getByRole('status').filter({ hasText: 'Role properties pasted to 1 license ID.' }).waitFor();
    expect(await button(new RegExp(`Roles on ${named(B)}`)).innerText()).toBe('Administrator, Info viewer');
    await expectAccessible();
    await button('Apply').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // And by keyboard, into another person.
    await button(/^Lea Tanaka/).click();
    await button('Assign roles').click();
    await chooseRoles(A, 'Product keys reader');
    await button(new RegExp(`Roles on ${named(A)}`)).focus();
    await page.keyboard.press('Control+c');
    await page
      .getByRole('status')
      .filter({ hasText: `of ${printed(A)} copied: Keys reader.` })
      .waitFor();
    await button(new RegExp(`Roles on ${named(B)}`)).focus();
    await page.keyboard.press('Control+v');
    expect(await button(new RegExp(`Roles on ${named(B)}`)).innerText()).toBe('Keys reader');
    await button('Apply').click();
    await page.getByRole('strong').filter({ hasText: '5 roles added, 0 removed' }).waitFor();
    await expectAccessible();

    // The draft is on this device.
    await page.reload();
    await page.getByRole('strong').filter({ hasText: '5 roles added, 0 removed' }).waitFor();
    await page.getByText('Draft saved just now').waitFor();

    // S4: the diff.
    await verify();
    expect(await page.locator('ins').allInnerTexts()).toEqual([
      'Administrator',
      'Administrator',
      'Licensing Info Viewer',
      'Product keys reader',
      'Product keys reader',
    ]);
    await page.getByText('Gets a permission-change email').waitFor();
    await page.getByText(`Gets an invitation at ${lea.business}`).waitFor();
    await page.getByText('Emails wait 30 seconds after you save.').waitFor();
    expect(await page.getByText('Licensing Info Viewer').count()).toBe(2);
    await page.getByText('Show unchanged roles').click();
    await expect.poll(() => page.getByText('Licensing Info Viewer').count()).toBe(1);
    await expectAccessible();
    await page.getByRole('textbox', { name: 'Reason (optional)' }).fill('New buyers');
    await button('Save 5 role changes').click();

    await page.waitForURL(`**/o/${organization.number}/vl/assignments`);
    await page.getByText('2 emails go out in 30 seconds.').waitFor();
    expect(await rolesOf(amara, B)).toEqual(['administrator', 'licensing-info-viewer']);
    const listed = (await ingrid.api.call(listVlUsers, { query: { q: lea.email } })).body;
    expect(listed.items).toMatchObject([
      { displayName: lea.name, status: 'invitation-sent', businessEmail: lea.business },
    ]);
    const { items } = (await muniment.publisher.call(listOutbox, { query: { limit: 10 } })).body;
    const mailOf = (to: string) => items.find((mail) => mail.to === to);
    expect(mailOf(lea.business)).toMatchObject({
      state: 'held',
      subject: 'Action required: Sign in to manage your volume licensing assets',
    });
    expect(mailOf(amara.email)).toMatchObject({ kind: 'permission-change', state: 'held' });

    // The draft is gone.
    await page.goto(path());
    await heading('Nobody is in this draft yet').waitFor();
    expect(errors).toEqual([]);
  }, 60_000);

  test('with the keyboard alone, and focus is never lost', async () => {
    await page.goto(path());
    await heading('Nobody is in this draft yet').waitFor();
    await button('Add users').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type(amara.name);
    await page.getByRole('option', { name: amara.name }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(`${amara.name} added.`).waitFor();
    await button('Review and apply').focus();
    await page.keyboard.press('Enter');
    await button('Apply').focus();
    await page.keyboard.press('Enter');
    await expect.poll(focusedName).toBe('1 person');

    await button('Add contracts').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('grid').waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('depot');
    await page.getByText('1 available, 0 selected').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.getByText('1 available, 1 selected').waitFor();
    await button('Add 1 contract').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(focusedName).toContain('Add contracts');

    await button('Assign roles').focus();
    await page.keyboard.press('Enter');
    await button(/^No roles/)
      .or(button(/Roles on/))
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'Benefits reader' }).waitFor();
    await page.keyboard.type('Ben');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await button('Apply').focus();
    await page.keyboard.press('Enter');
    await expect.poll(focusedName).toContain('Assign roles');

    // Taking the row away leaves focus where one goes on.
    await button(new RegExp(`^Remove ${named(SOLE)}`)).focus();
    await page.keyboard.press('Enter');
    await expect.poll(focusedName).toContain('Add contracts');
    await button(`More for ${amara.name}`).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Remove from draft' }).press('Enter');
    await expect.poll(focusedName).toBe('Assign users to contracts');
  });
});

describe('adding people', () => {
  test('S1, S10: addresses are checked, doubles are merged and said so, known ones are found', async () => {
    await page.goto(path('?pane=users'));
    await button('Add someone outside your directory').click();
    await page.getByRole('textbox', { name: 'Sign-in email' }).fill('not an address');
    await button('Add to the list').click();
    await page.getByText('Enter an email address').waitFor();
    await page.getByText('Enter the full name').waitFor();
    await expectAccessible();
    await button('Close', page.locator('form')).click();

    // An address that was searched is not to be typed again (WCAG 3.3.7).
    await page.getByRole('searchbox').fill('Kim@Ledgerway.example');
    await page.getByText('Nobody found.').waitFor();
    await button('Add someone outside your directory').click();
    expect(await page.getByRole('textbox', { name: 'Sign-in email' }).inputValue()).toBe(
      'Kim@Ledgerway.example',
    );
    await page.getByRole('textbox', { name: 'Full name' }).fill('Kim Andrade');
    await page.keyboard.press('Enter');
    await page.getByText('Kim Andrade added.').waitFor();

    await page.getByRole('textbox', { name: 'Sign-in email' }).fill('kim@LEDGERWAY.example');
    await page.getByRole('textbox', { name: 'Full name' }).fill('Kim A.');
    await page.keyboard.press('Enter');
    await page.getByText('Kim Andrade is in the list already, so the two entries were merged.').waitFor();

    await page.getByRole('textbox', { name: 'Sign-in email' }).fill(tomas.email.toUpperCase());
    await page.getByRole('textbox', { name: 'Full name' }).fill('T. V.');
    await page.keyboard.press('Enter');
    await page.getByText(`${tomas.name} is in your directory with this email`).waitFor();
    expect(await page.getByRole('list', { name: 'People in the draft' }).getByRole('listitem').count()).toBe(
      2,
    );

    await button('Edit Kim Andrade').click();
    await page.getByRole('textbox', { name: 'Business email' }).last().fill('team@ledgerway.example');
    await button('Done').click();
    await page.getByText('Kim@Ledgerway.example · mail goes to team@ledgerway.example').waitFor();
    await applyUsers();
    await heading('2 people').waitFor();
  });

  test('a link fills the draft once and then leaves the address', async () => {
    await draftOf(amara, SOLE, 'administrator');
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('strong').filter({ hasText: '1 role added, 0 removed' }).waitFor();
    await page.reload();
    await heading('1 person').waitFor();
    await page.getByRole('strong').filter({ hasText: '1 role added, 0 removed' }).waitFor();
  });

  test('discarding asks, and a discarded draft is gone', async () => {
    await draftOf(amara, SOLE, 'administrator');
    await button('Discard draft').click();
    const dialog = page.getByRole('alertdialog', { name: 'Discard this draft?' });
    await dialog.getByText('1 person and 1 assignment leave the draft.').waitFor();
    await expectAccessible();
    await button('Discard draft', dialog).click();
    await heading('Nobody is in this draft yet').waitFor();
    await page.reload();
    await heading('Nobody is in this draft yet').waitFor();
  });
});

test('S2: a pasted list reports line by line what it does not add', async () => {
  await draftOf(amara, A, 'administrator');
  await button('Add contracts').click();
  await page.getByRole('tab', { name: 'Paste a list' }).click();
  const lines = [`Server and cloud\t${B}`, '7204 1183', '1111 2222', 'nothing', '8810 2207; 72041190'];
  await page.getByRole('textbox').fill(lines.join('\n'));
  await page.getByText('2 license IDs found, 1 already added, 1 repeated, 1 not among the IDs').waitFor();
  const problems = await page.getByRole('dialog').getByRole('listitem').allInnerTexts();
  expect(problems.map((text) => text.replaceAll('\u00a0', ' ').split('\n'))).toEqual([
    ['Line 2', '7204 1183', '7204 1183 already added'],
    ['Line 3', '1111 2222', '1111 2222 not among the license IDs you administer'],
    ['Line 4', 'nothing', 'No license ID found'],
  ]);
  await expectAccessible();
  await button('Add 2 contracts').click();
  await page.getByText('3 license IDs').waitFor();
});

describe('what stands against saving', () => {
  test('A1: the last administrator cannot be taken away; keeping them is one press', async () => {
    await page.goto(path(`?add=${ingrid.vlUserId}&license=${SOLE}&role=benefits-reader`));
    await assignRoles(SOLE, 'Administrator');
    await verify();
    const blocked = `${printed(SOLE)} would be left without an administrator`;
    await page.getByText(blocked).first().waitFor();
    const save = button(/^Save 2 role changes/);
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await page.getByText(`Saving is blocked: ${blocked}.`).first().waitFor();
    await expectAccessible();
    await button(`Keep ${ingrid.name} as administrator of ${printed(SOLE)}`).click();
    await button('Save 1 role change').waitFor();
    await expect.poll(() => button('Save 1 role change').getAttribute('aria-disabled')).toBeNull();
    await expect.poll(focusedName).toBe('Checks');
  });

  test('A1: another administrator who leaves meanwhile is no way around it', async () => {
    const bram = await organization.colleague(ingrid, { licenseIds: [SOLE], roles: ['administrator'] });
    await page.goto(path(`?add=${ingrid.vlUserId}&license=${SOLE}&role=product-keys-reader`));
    await assignRoles(SOLE, 'Administrator');
    await verify();
    await page.getByText(`${printed(SOLE)} drops to one administrator`).waitFor();
    await endRoles(bram, SOLE);
    await button(/^Save 2 role changes/).click();
    await page.getByRole('alert').filter({ hasText: 'would have none left' }).waitFor();
    await page.getByText(`Saving is blocked`).first().waitFor();
    await expectAccessible();
    expect(await rolesOf(ingrid, SOLE)).toEqual(['administrator']);
  });

  test('a person changed meanwhile: who did it is said, and reading again keeps the wishes', async () => {
    const noor = await organization.colleague(ingrid, { licenseIds: [B], roles: ['benefits-reader'] });
    await draftOf(noor, B, 'product-keys-reader');
    await verify();
    await tomas.api.call(changeAssignments, {
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
    await button('Save 1 role change').click();
    await page.getByText(`${tomas.name} changed ${printed(B)} for ${noor.name}.`).waitFor();
    expect(await button('Save 1 role change').getAttribute('aria-disabled')).toBe('true');
    await expectAccessible();
    await button('Read again').click();
    await page.getByText('Your wishes are kept').waitFor();
    expect(await page.locator('ins').allInnerTexts()).toEqual(['Product keys reader']);
    expect(await page.locator('del').count()).toBe(0);
    await button('Save 1 role change').click();
    await page.waitForURL('**/vl/assignments');
    expect(await rolesOf(noor, B)).toEqual([
      'product-download-manager',
      'product-keys-reader',
      'benefits-reader',
    ]);
  });

  test('a server that is away keeps everything, and trying again saves once', async () => {
    const yara = await organization.colleague(ingrid, { licenseIds: [A], roles: ['benefits-reader'] });
    await draftOf(yara, A, 'product-keys-reader');
    await verify();
    const keys: (string | undefined)[] = [];
    await page.route('**/v1/assignment-changes', async (route) => {
      const { dryRun = false } = route.request().postDataJSON() as { dryRun?: boolean };
      if (!dryRun) keys.push(route.request().headers()['idempotency-key']);
      // The server saves, but its answer gets lost.
      if (!dryRun && keys.length === 1) {
        await route.fetch();
        return route.abort();
      }
      return route.continue();
    });
    await button('Save 1 role change').click();
    await page.getByText('No answer came').waitFor();
    await expectAccessible();
    await button('Try again').click();
    await page.waitForURL('**/vl/assignments');
    await page.getByText('1 email goes out in 30 seconds.').waitFor();
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(await rolesOf(yara, A)).toEqual(['product-keys-reader', 'benefits-reader']);
  });

  test('where nothing would change it says so', async () => {
    await draftOf(tomas, A, 'administrator');
    await verify();
    await page.getByText('Nothing would change: everybody has these roles already.').first().waitFor();
    expect(await button('Save 0 role changes').getAttribute('aria-disabled')).toBe('true');
    // Away from the button, which would say why in a tooltip.
    await page.mouse.move(0, 0);
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
    await expectAccessible();
  });

  test('without a draft there is nothing to verify, and the way to one', async () => {
    await page.goto(path('/verify'));
    await heading('There is no draft to verify').waitFor();
    await expectAccessible();
    await page.getByRole('link', { name: 'Assign users to contracts' }).last().click();
    await heading('Nobody is in this draft yet').waitFor();
  });
});

async function endRoles(member: Member, licenseId: string) {
  const answer = await ingrid.api.call(changeAssignments, {
    body: { assignments: [{ user: { vlUserId: member.vlUserId }, licenseId, roles: [] }] },
  });
  expect(answer.status).toBe(201);
}

test('ten thousand assignments keep few rows in the document, and more than that is said so', async () => {
  await draftOf(amara, SOLE, 'administrator');
  const fill = (count: number) =>
    page.evaluate(`{
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
  await page.goto('/healthz');
  await fill(10_000);
  await page.goto(path());
  await page.getByText('10,000 roles added').first().waitFor();
  expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(1_500);
  expect(await button(/^Verify and save/).getAttribute('aria-disabled')).toBeNull();
  await page.goto('/healthz');
  await fill(10_001);
  await page.goto(path());
  await page
    .getByText('This draft holds 10,001 assignments; one change holds at most 10,000.')
    .first()
    .waitFor();
  expect(await button(/^Verify and save/).getAttribute('aria-disabled')).toBe('true');
});

describe('on a phone', () => {
  test('all steps fit, panes take the whole screen, and the buttons stay in sight', async () => {
    await page.setViewportSize(PHONE);
    await page.goto(path('?pane=users'));
    await addFromDirectory(amara);
    await applyUsers();
    await addContracts(B);
    await expectAccessible();
    await button('Assign roles').click();
    const dialog = page.getByRole('dialog');
    expect((await dialog.boundingBox())?.width).toBeCloseTo(PHONE.width, 1);
    await expectAccessible();
    await chooseRoles(B, 'Product download manager');
    await button('Apply').click();
    await dialog.waitFor({ state: 'detached' });
    await verify();
    await expectAccessible();
    const save = await button('Save 1 role change').boundingBox();
    expect((save?.y ?? 0) + (save?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
  });

  test('the pages and all panes reflow at 320 px (WCAG 1.4.10)', async () => {
    await draftOf(amara, SOLE, 'administrator');
    await page.setViewportSize({ width: 320, height: 512 });
    const panes = ['users', 'contracts', 'roles'].map((pane) => `?pane=${pane}&user=${amara.vlUserId}`);
    for (const rest of ['', ...panes, '/verify']) {
      await page.goto(path(rest));
      await page
        .getByRole('heading', { level: rest.startsWith('?') ? 2 : 1 })
        .first()
        .waitFor();
      expect([rest, await scrollsSideways(page)]).toEqual([rest, false]);
    }
  });
});
