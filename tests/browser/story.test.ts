import { checkAccess } from '@muniment/contract/access.ts';
import type { Action } from '@muniment/domain/roles.ts';
import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { DESKTOP } from './browser.ts';
import { launchChromium, watchForErrors } from './chromium.ts';
import { continueAs } from './demo-pick-page.ts';

const INVITATION = 'Action required: Sign in to manage your volume licensing assets';
const PERMISSION_CHANGE = 'Permission changes for Northlight Software Volume Licensing contracts';
const REGISTERED = 'Your volume licensing invitation was registered';

const FIRST = { licenseId: '72041183', name: 'Group enterprise 2026' };
const SECOND = { licenseId: '72041190', name: 'Group server and cloud' };

const contact = { displayName: 'Nadia Whitlock', email: 'nadia.whitlock@halden.example' };
const primary = { displayName: 'Piet Claes', email: 'piet.claes@halden.example' };
const runa = { name: 'Runa Eskildsen', email: 'runa.eskildsen@halden.example' };
const tomas = {
  name: 'Tomas Varga',
  email: 'tomas.varga@ledgerway.example',
  businessEmail: 'licensing-desk@ledgerway.example',
};

/** People wait for mail; so does every step that follows from one. */
const MAIL = { timeout: 15_000 };

let sink: SmtpSink;
let muniment: Muniment;
let browser: Browser;
let organization: Organization;
/** The window of the one who becomes administrator. */
let runasPage: Page;
let errors: string[];

beforeAll(async () => {
  sink = await startSmtpSink();
  [muniment, browser] = await Promise.all([
    startMuniment({ env: { RUN: 'web,worker', SMTP_URL: sink.url, MAIL_HOLD_SECONDS: '1' } }),
    launchChromium(),
  ]);
  organization = await (await muniment.newPartner('Larkspur Licensing')).organization('Halden Robotics');
  runasPage = await newWindow();
  errors = watchForErrors(runasPage);
});

afterAll(async () => {
  await browser?.close();
  await muniment?.stop();
  await sink?.stop();
});

/** A window of somebody's own, on another machine: nobody is signed in. */
async function newWindow(): Promise<Page> {
  const context = await browser.newContext({ baseURL: muniment.url, locale: 'en-GB', viewport: DESKTOP });
  return context.newPage();
}

function mailsTo(address: string, subject: string): ReceivedMail[] {
  return sink.received.filter(
    ({ recipients, parsed }) => recipients.includes(address) && parsed.subject === subject,
  );
}

/** The newest of so many mails, once the last of them has arrived. */
async function mailTo(address: string, subject: string, count = 1): Promise<ReceivedMail> {
  await expect.poll(() => mailsTo(address, subject).length, MAIL).toBe(count);
  return mailsTo(address, subject)[count - 1] as ReceivedMail;
}

function linkIn({ parsed }: ReceivedMail): string {
  const link = /http\S+\/register\/[\w-]+/.exec(parsed.text ?? '')?.[0];
  if (link === undefined) throw new Error(`The mail holds no link:\n${parsed.text}`);
  return link;
}

async function signInAndOpen(page: Page, link: string, person: { name: string; email: string }) {
  await page.goto(link);
  await heading(page, 'Sign in to register');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await continueAs(page, person.email, person.name);
}

async function allowed(action: Action, licenseId: string): Promise<boolean | undefined> {
  const body = { checks: [{ signInEmail: tomas.email, licenseId, action }] };
  return (await muniment.publisher.call(checkAccess, { body })).body.results[0]?.allowed;
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();
const button = (name: string | RegExp, within: Page | Locator = runasPage) =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const printed = (licenseId: string) => `${licenseId.slice(0, 4)}\u00a0${licenseId.slice(4)}`;
const rowOfTomas = () => runasPage.getByRole('row', { name: new RegExp(tomas.name) });

describe('from a contract that is set up to a person who leaves', () => {
  test('A2 S7 a partner sets contracts up: the notices correspondent is invited, once for each', async () => {
    for (const { licenseId, name } of [FIRST, SECOND]) {
      await organization.license({
        licenseId,
        name,
        contacts: { primaryContact: primary, noticesCorrespondent: contact },
      });
    }
    const mail = await mailTo(contact.email, INVITATION, 2);
    expect(mail.sender).toBe(muniment.settings.mailFrom);
    expect(mail.parsed.from?.text).toContain('Northlight Software');
    expect(mailsTo(primary.email, INVITATION)).toEqual([]);
  });

  test('G1 a mail scanner opens every link first, and uses nothing up', async () => {
    for (const link of mailsTo(contact.email, INVITATION).map(linkIn)) {
      for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200);
    }
  });

  test('A3 the contact forwards both: somebody else signs in, registers, and administers instead', async () => {
    const [first = '', second = ''] = mailsTo(contact.email, INVITATION).map(linkIn);
    await signInAndOpen(runasPage, first, runa);
    await runasPage.getByText('You register instead of the contact.').waitFor();
    expect(await runasPage.innerText('main')).toContain(`${runa.name}\n${runa.email}`);
    expect(await runasPage.innerText('main')).not.toContain(contact.displayName);
    await button('Register').click();
    await heading(runasPage, 'You are registered');

    await runasPage.goto(second);
    await button('Register').click();
    await heading(runasPage, 'You are registered');
    await runasPage.getByRole('link', { name: 'Open volume licensing' }).click();
    await heading(runasPage, 'Your products');
  });

  test('A3 A9 the contact is told that they were registered and when, by nobody’s name', async () => {
    const { parsed } = await mailTo(contact.email, REGISTERED, 2);
    for (const part of [parsed.text ?? '', String(parsed.html)]) {
      expect(part).toContain('Halden Robotics');
      expect(part).not.toContain(runa.email);
      expect(part).not.toMatch(/Runa|Eskildsen/);
    }
    const page = await newWindow();
    const [link = ''] = mailsTo(contact.email, INVITATION).map(linkIn);
    await signInAndOpen(page, link, { name: contact.displayName, email: contact.email });
    await heading(page, 'This invitation is registered already');
    await page.context().close();
  });

  test('S1-S5 the administrator assigns a colleague two roles on two license IDs, in one save', async () => {
    await runasPage.getByRole('link', { name: 'Assign users' }).first().click();
    await button('Add users').click();
    await button('Add someone by email').click();
    await runasPage.getByRole('textbox', { name: 'Sign-in email' }).fill(tomas.email);
    await runasPage.getByRole('textbox', { name: 'Full name' }).fill(tomas.name);
    await runasPage.getByRole('textbox', { name: 'Business email' }).fill(tomas.businessEmail);
    await button('Add to the list').click();
    await runasPage.getByText(`${tomas.name} added.`).waitFor();
    await button('Review and apply').click();
    await button('Apply').click();

    await button('Add contracts').click();
    for (const { licenseId } of [FIRST, SECOND]) {
      await runasPage.getByRole('checkbox', { name: printed(licenseId) }).click();
    }
    await button('Add 2 contracts').click();

    await button('Assign roles').click();
    await runasPage.getByRole('button', { name: `Roles on ${printed(FIRST.licenseId)}` }).click();
    for (const role of ['Licensing Info Viewer', 'Product download manager']) {
      await runasPage.getByRole('option', { name: role, exact: true }).click();
    }
    await runasPage.keyboard.press('Escape');
    await button(`Copy role properties of ${printed(FIRST.licenseId)}`).click();
    await runasPage.getByRole('checkbox', { name: `Select ${printed(SECOND.licenseId)}` }).press('Space');
    await button('Paste role properties to 1').click();
    await button('Apply').click();
    await runasPage.getByText('4 roles added, 0 removed').first().waitFor();

    await button(/^Verify and save/).click();
    await runasPage.getByText(`Gets an invitation at ${tomas.businessEmail}`).waitFor();
    await button('Save 4 role changes').click();
    await runasPage.waitForURL('**/vl/assignments');
    await rowOfTomas().getByText('Invitation sent').waitFor();
    expect(await allowed('product:download', FIRST.licenseId)).toBe(false);
  });

  test('S5 one invitation arrives at the business e-mail, and names who may register it', async () => {
    const { parsed } = await mailTo(tomas.businessEmail, INVITATION);
    expect(parsed.text).toContain(tomas.email);
    for (const { licenseId } of [FIRST, SECOND]) expect(parsed.text).toContain(licenseId);
    expect(mailsTo(tomas.email, INVITATION)).toEqual([]);
  });

  test('M3 after a reset the old link is dead, and the new one opens for no other account', async () => {
    const oldLink = linkIn(await mailTo(tomas.businessEmail, INVITATION));
    await button(`More actions for ${tomas.name}`).click();
    await runasPage.getByRole('menuitem', { name: 'Reset invite' }).click();
    const newLink = linkIn(await mailTo(tomas.businessEmail, INVITATION, 2));
    expect(newLink).not.toBe(oldLink);

    const page = await newWindow();
    await signInAndOpen(page, oldLink, tomas);
    await heading(page, 'A newer invitation replaced this one');
    await page.context().close();

    const other = await newWindow();
    await signInAndOpen(other, newLink, { name: 'Olga Other', email: 'olga@ledgerway.example' });
    await heading(other, 'This invitation is for another account');
    expect(await other.innerText('body')).not.toContain('Halden');
    await other.context().close();
  });

  test('G1 S8 the colleague opens the link in another browser, registers, and may act at once', async () => {
    const link = linkIn(await mailTo(tomas.businessEmail, INVITATION, 2));
    const page = await newWindow();
    const seen = watchForErrors(page);
    await signInAndOpen(page, link, tomas);
    await button('Register 2 license IDs', page).click();
    await heading(page, 'You are registered');
    expect(await allowed('product:download', FIRST.licenseId)).toBe(true);
    await page.getByRole('link', { name: 'Open volume licensing' }).click();
    await heading(page, 'Your products');
    expect(seen.filter((error) => !error.includes('401'))).toEqual([]);
    await page.context().close();
  });

  test('M1 M2 the administrator sees Active in Manage assignments', async () => {
    await runasPage.reload();
    await rowOfTomas().getByText('Active').waitFor();
    expect(await rowOfTomas().innerText()).toContain(tomas.businessEmail);
  });

  test('M4 S6 an edit in the pane is told: what was added, what was removed, and where', async () => {
    await button(`View access of ${tomas.name}`).click();
    await runasPage.getByRole('button', { name: `Roles on ${FIRST.name}` }).click();
    for (const role of ['Product download manager', 'Product keys reader']) {
      await runasPage.getByRole('option', { name: role }).click();
    }
    await runasPage.keyboard.press('Escape');
    await button('Verify and save').click();
    await button('Save 2 role changes').click();

    const { parsed } = await mailTo(tomas.businessEmail, PERMISSION_CHANGE);
    expect(parsed.text).toContain('Added: Product keys reader');
    expect(parsed.text).toContain('Removed: Product download manager');
    expect(parsed.text).toContain(FIRST.licenseId);
    expect(parsed.text).not.toContain(SECOND.licenseId);
    expect(parsed.text).not.toContain(runa.name);
    expect(await allowed('product:download', FIRST.licenseId)).toBe(false);
    expect(await allowed('product-key:view', FIRST.licenseId)).toBe(true);
    await runasPage.keyboard.press('Escape');
  });

  test('M5 whoever is removed is off the list, may do nothing, and is told', async () => {
    await button(`More actions for ${tomas.name}`).click();
    await runasPage.getByRole('menuitem', { name: 'Remove person' }).click();
    const question = runasPage.getByRole('alertdialog', { name: `Remove ${tomas.name}?` });
    await question.getByText('They lose access to 2 license IDs').waitFor();
    await button('Remove person', question).click();
    await rowOfTomas().waitFor({ state: 'detached' });

    for (const { licenseId } of [FIRST, SECOND])
      expect(await allowed('contract:view', licenseId)).toBe(false);
    const { parsed } = await mailTo(tomas.businessEmail, PERMISSION_CHANGE, 2);
    expect(parsed.text).toContain('Removed: Licensing Info Viewer, Product keys reader');
    for (const { licenseId } of [FIRST, SECOND]) expect(parsed.text).toContain(licenseId);
  });

  test('nothing went wrong in the administrator’s window all the while', () => {
    // Asking who one is, before one has signed in, is answered by 401.
    expect(errors.filter((error) => !error.includes('401'))).toEqual([]);
  });
});
