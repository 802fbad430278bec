import { createSupportTicket, getInboxMessage, listInbox } from '@muniment/contract/support.ts';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { DESKTOP, openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { watchForErrors } from './chromium.ts';
import { type Scene, type Stage, startStage } from './scene.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PICTURE = { name: 'screen.png', mimeType: 'image/png', buffer: PNG };
/** Looks at every state in both themes, on machines that are busy, too. */
const WITH_AXE_MS = 120_000;
const OVERVIEW = '/products/volume-licensing';

let sink: SmtpSink;
let stage: Stage;
let scene: Scene;
beforeAll(async () => {
  sink = await startSmtpSink();
  stage = await startStage({
    RUN: 'web,worker',
    SMTP_URL: sink.url,
    MAIL_HOLD_SECONDS: '0',
    SUPPORT_PHONE: '+46 8 555 0100',
    SUPPORT_URL: 'https://northlight.example/contact',
  });
  scene = await stage.newScene();
});
afterEach(() => stage.clear());
afterAll(async () => {
  await stage?.close();
  await sink?.stop();
});

const focused = (page: Page) => page.evaluate('document.activeElement.textContent');
const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });

/** Presses Tab until a control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(
      '(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent).trim()',
    );
    if (here === name) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

/** Pastes a picture where the focus is. A text, since the tests know no document. */
function pasteInto(picture: Buffer): string {
  return `{
    const bytes = Uint8Array.from(atob('${picture.toString('base64')}'), (one) => one.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], 'pasted.png', { type: 'image/png' }));
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`;
}

async function openInbox(
  path = '/inbox',
  viewport: { width: number; height: number } = DESKTOP,
): Promise<Page> {
  const context = await stage.browser.newContext({ baseURL: stage.muniment.url, locale: 'en-GB', viewport });
  const page = await context.newPage();
  await page.goto(`${path}#${stage.muniment.publisherToken}`);
  return page;
}

describe('F1 feedback', () => {
  test(
    'F1 is given from any page by keyboard alone; closing, being offline and reloading lose nothing that was written',
    async () => {
      const page = await stage.open(scene, OVERVIEW);
      const errors = watchForErrors(page);
      await page.getByRole('heading', { name: 'Your products' }).waitFor();
      await tabTo(page, 'Give feedback');
      await page.keyboard.press('Enter');
      const pane = sheet(page, 'Give feedback');
      await pane.waitFor();
      expect(new URL(page.url()).searchParams.get('pane')).toBe('feedback');

      await pane.getByRole('radio', { name: 'Satisfied', exact: true }).press('Space');
      await pane.getByRole('textbox').press('Enter');
      await page.keyboard.type('The overview is good.');
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        pane.getByRole('button', { name: 'Choose a picture' }).press('Enter'),
      ]);
      await chooser.setFiles({
        ...PICTURE,
        name: 'page.png',
        buffer: Buffer.from('<svg onload="alert(1)"/>'),
      });
      await pane.getByText('This is no picture that can be shown.').waitFor();
      const [again] = await Promise.all([
        page.waitForEvent('filechooser'),
        pane.getByRole('button', { name: 'Choose a picture' }).press('Enter'),
      ]);
      await again.setFiles(PICTURE);
      await pane.getByRole('img', { name: 'Your screenshot' }).waitFor();
      await pane.getByRole('checkbox', { name: 'You may contact me about it' }).press('Space');
      expect(await pane.getByRole('textbox', { name: 'Email' }).inputValue()).toBe(scene.admin.email);
      expect(await violationsInBothThemes(page)).toEqual([]);

      await page.keyboard.press('Escape');
      await pane.waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe('Give feedback');
      await page.keyboard.press('Enter');
      await pane.getByRole('img', { name: 'Your screenshot' }).waitFor();
      expect(await pane.getByRole('textbox').first().inputValue()).toContain('The overview is good.');

      await page.context().setOffline(true);
      await pane.getByRole('button', { name: 'Send feedback' }).press('Enter');
      await pane.getByRole('alert').filter({ hasText: 'What you wrote is kept.' }).waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.context().setOffline(false);
      errors.length = 0;
      await pane.getByRole('button', { name: 'Send feedback' }).press('Enter');
      const thanks = pane.getByRole('heading', { name: 'Thank you, your feedback was sent' });
      await thanks.waitFor();
      await expect.poll(() => focused(page)).toBe('Thank you, your feedback was sent');
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.reload();
      await pane.getByRole('textbox').first().waitFor();
      expect(await pane.getByRole('textbox').first().inputValue()).toBe('');
      expect(errors).toEqual([]);

      const { items } = (await stage.muniment.publisher.call(listInbox, { query: { q: 'overview is good' } }))
        .body;
      const { body } = await stage.muniment.publisher.call(getInboxMessage, {
        params: { messageId: items[0]?.id ?? '' },
      });
      expect(items).toHaveLength(1);
      expect(body).toMatchObject({
        sentiment: 'satisfied',
        page: `/o/${scene.organization.number}${OVERVIEW}`,
        hasScreenshot: true,
        email: scene.admin.email,
      });
    },
    WITH_AXE_MS,
  );

  test(
    'F1 a picture is pasted and removed; nothing to say is said at the field; all of it fits a phone and 320 px',
    async () => {
      const page = await stage.open(scene, `${OVERVIEW}?pane=feedback`, { viewport: PHONE });
      const pane = sheet(page, 'Give feedback');
      await pane.getByRole('button', { name: 'Send feedback' }).click();
      await pane.getByText('Write a few words.').waitFor();
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      await page.evaluate(pasteInto(PNG));
      await pane.getByRole('img', { name: 'Your screenshot' }).waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await pane.getByRole('button', { name: 'Remove screenshot' }).click();
      await pane.getByRole('img').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Choose a picture');
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await scrollsSideways(page)).toBe(false);

      await page.keyboard.press('Escape');
      await pane.waitFor({ state: 'detached' });
      const button = page.getByRole('button', { name: 'Give feedback' });
      const box = await button.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(24);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(600);
      expect(await scrollsSideways(page)).toBe(false);
    },
    WITH_AXE_MS,
  );

  test(
    'F1 whoever is signed in and belongs to no organization finds it, too',
    async () => {
      const email = 'somebody@elsewhere.example';
      await stage.muniment.accountOf(email);
      const page = await openAs(stage.browser, stage.muniment, email);
      await page.goto('/');
      await page.getByRole('button', { name: 'Give feedback' }).click();
      const pane = sheet(page, 'Give feedback');
      await pane.getByRole('textbox').fill('I do not know whom to ask.');
      await pane.getByRole('button', { name: 'Send feedback' }).click();
      await pane.getByRole('heading', { name: /^Thank you/ }).waitFor();
      const { items } = (await stage.muniment.publisher.call(listInbox, { query: { q: email } })).body;
      expect(items).toMatchObject([{ text: 'I do not know whom to ask.', organizationNumber: null }]);
    },
    WITH_AXE_MS,
  );
});

describe('F2 help and support', () => {
  test(
    'F2 a description finds articles, and becomes the ticket where they do not solve it: nothing is typed twice or lost',
    async () => {
      const page = await stage.open(scene, OVERVIEW);
      const errors = watchForErrors(page);
      await page.getByRole('button', { name: 'Help', exact: true }).press('Enter');
      const help = sheet(page, 'Help & support');
      const description = 'My colleague never got the invitation mail. I sent it twice.';
      await help.getByRole('textbox').waitFor();
      await page.keyboard.type(description);
      await help.getByRole('heading', { name: /articles? may help/ }).waitFor();
      const article = help.getByRole('listitem').first().getByRole('link');
      expect(await article.innerText()).toBe('Send an invitation again, or reset it');
      expect(await violationsInBothThemes(page)).toEqual([]);
      await article.press('Enter');
      await help.getByRole('row', { name: /^Link The same/ }).waitFor();
      await expect.poll(() => focused(page)).toBe('Send an invitation again, or reset it');
      expect(new URL(page.url()).searchParams.get('help')).toBe('resend-or-reset');
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.goBack();
      expect(await help.getByRole('textbox').inputValue()).toBe(description);
      await page.goForward();

      await help.getByRole('button', { name: 'No, write to support' }).press('Enter');
      const form = sheet(page, 'Write to support');
      expect(await form.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe(
        'My colleague never got the invitation mail',
      );
      expect(await form.getByRole('textbox', { name: /^What is wrong/ }).inputValue()).toBe(description);
      await form.getByRole('textbox', { name: /^License ID/ }).fill('8810 2207');
      await form.getByRole('radio', { name: 'By email' }).press('ArrowRight');
      await form.getByRole('button', { name: 'Send ticket' }).press('Enter');
      await form.getByText('Give the number that support shall call').waitFor();
      await expect.poll(() => page.evaluate('document.activeElement.type')).toBe('tel');
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.keyboard.type('+46 70 555 01 23');
      await form.getByRole('textbox', { name: 'Email' }).fill('on-call@lindgren.example');
      await page.reload();
      expect(await form.getByRole('textbox', { name: /^License ID/ }).inputValue()).toBe('8810 2207');
      await form.getByRole('button', { name: 'Send ticket' }).press('Enter');
      const sent = help.getByRole('heading', { name: /^Ticket T-\w{4}-\w{4} was sent$/ });
      await sent.waitFor();
      const reference = /T-\w{4}-\w{4}/.exec(await sent.innerText())?.[0] ?? '';
      await expect.poll(() => focused(page)).toBe(await sent.innerText());
      await help.getByRole('button', { name: /My colleague never got.*Received/ }).waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      expect(errors).toEqual([]);
      const { items } = (await stage.muniment.publisher.call(listInbox, { query: { q: reference } })).body;
      const params = { messageId: items[0]?.id ?? '' };
      expect((await stage.muniment.publisher.call(getInboxMessage, { params })).body).toMatchObject({
        text: description,
        licenseId: '8810 2207',
        contactMethod: 'phone',
        phone: '+46 70 555 01 23',
        email: 'on-call@lindgren.example',
      });
    },
    WITH_AXE_MS,
  );

  test(
    'F2 the publisher answers from its inbox after a look at the mail, which arrives; the person reads the answer in place',
    async () => {
      const ticket = await scene.admin.api.call(createSupportTicket, {
        body: {
          subject: 'A link says that it expired',
          description: 'I sent it yesterday.',
          licenseId: '8810 2207',
          contactMethod: 'email',
          email: 'on-call@lindgren.example',
        },
      });
      const { reference } = ticket.body;
      const inbox = await openInbox();
      await inbox.getByRole('searchbox').fill(reference);
      await inbox.getByText('1 message', { exact: true }).waitFor();
      await inbox.getByRole('link', { name: 'A link says that it expired' }).click();
      await inbox.getByText('8810 2207').waitFor();
      await inbox.getByRole('button', { name: /State/ }).press('Enter');
      await inbox.getByRole('option', { name: 'In progress' }).press('Enter');
      await inbox.getByRole('alertdialog').filter({ hasText: 'State set to In progress' }).waitFor();
      await inbox.getByRole('button', { name: 'Send answer' }).click();
      await inbox.getByText('Write an answer.').waitFor();
      await inbox.getByRole('textbox', { name: 'Your answer' }).fill('Look at the business email <there>.');
      expect(await violationsInBothThemes(inbox)).toEqual([]);
      await inbox.getByRole('button', { name: 'Preview email' }).click();
      const preview = sheet(inbox, 'The email as it will look');
      await preview.getByText('To: on-call@lindgren.example').waitFor();
      await preview.frameLocator('iframe').getByText('Look at the business email <there>.').waitFor();
      await preview.getByRole('button', { name: 'Send answer' }).click();
      await inbox.getByText(/^Answered \d/).waitFor();

      const mail = await vi.waitFor(
        () => {
          const found = sink.received.find(({ recipients }) =>
            recipients.includes('on-call@lindgren.example'),
          );
          if (found === undefined) throw new Error('No mail yet');
          return found.parsed;
        },
        { timeout: 15_000, interval: 100 },
      );
      expect(mail.subject).toContain(reference);
      expect(mail.text).toContain('Look at the business email <there>.');
      await inbox.getByRole('link', { name: 'Its email' }).click();
      await inbox.getByRole('heading', { level: 1, name: mail.subject ?? '' }).waitFor();

      const page = await stage.open(scene, `${OVERVIEW}?pane=help`);
      const help = sheet(page, 'Help & support');
      await help.getByRole('button', { name: /A link says that it expired.*Answered/ }).press('Enter');
      await help.getByText('Look at the business email <there>.').waitFor();
      expect(await help.getByRole('link', { name: 'Call +46 8 555 0100' }).getAttribute('href')).toBe(
        'tel:+4685550100',
      );
      expect(await help.getByRole('link', { name: /^Web form/ }).getAttribute('href')).toBe(
        'https://northlight.example/contact',
      );
      expect(await violationsInBothThemes(page)).toEqual([]);
    },
    WITH_AXE_MS,
  );

  test(
    'F2 help is read by anybody, on a phone and at 320 px; what does not match or exist says so',
    async () => {
      const context = await stage.browser.newContext({ baseURL: stage.muniment.url, viewport: PHONE });
      const page = await context.newPage();
      await page.goto('/help');
      await page.getByRole('heading', { name: 'Getting access' }).waitFor();
      await page.getByText('Sign in to write to support').waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.getByRole('searchbox').fill('xylophone');
      await page.getByText('No article matches').waitFor();
      await page.getByRole('searchbox').fill('what does failed mean');
      await page.getByRole('link', { name: 'An assignment failed' }).waitFor();
      for (const slug of ['statuses', 'resend-or-reset', 'roles-and-what-they-allow']) {
        await page.goto(`/help/${slug}`);
        await page.getByRole('table').waitFor();
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await scrollsSideways(page)).toBe(false);
      }
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.goto('/help/no-such-thing');
      await page.getByRole('heading', { name: 'There is no such article' }).waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);

      await page.setViewportSize(PHONE);
      const signedIn = await stage.open(scene, `${OVERVIEW}?pane=help`, { viewport: PHONE });
      await sheet(signedIn, 'Help & support').getByRole('heading', { name: 'Often read' }).waitFor();
      expect(await violationsInBothThemes(signedIn)).toEqual([]);
      await signedIn.setViewportSize({ width: 320, height: 640 });
      expect(await scrollsSideways(signedIn)).toBe(false);
    },
    WITH_AXE_MS,
  );

  test(
    'F2 the inbox asks for the token, keeps its filters in the address, and fits a phone',
    async () => {
      const context = await stage.browser.newContext({ baseURL: stage.muniment.url });
      const closed = await context.newPage();
      await closed.goto('/inbox');
      await closed.getByRole('button', { name: 'Open the inbox' }).waitFor();
      expect(await violationsInBothThemes(closed)).toEqual([]);

      const page = await openInbox('/inbox', PHONE);
      await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
      await page.getByRole('button', { name: /Kind/ }).click();
      await page.getByRole('option', { name: 'Tickets', exact: true }).click();
      await page.waitForURL('**/inbox?kind=ticket');
      await page.getByRole('searchbox').fill('nothing like this');
      await page.getByRole('heading', { name: 'No message matches' }).waitFor();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.getByRole('button', { name: 'Clear search and filters' }).click();
      await page.waitForURL('**/inbox');
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await scrollsSideways(page)).toBe(false);
      await page.goto('/inbox/nothing');
      await page.getByRole('heading', { name: 'There is no such message' }).waitFor();
    },
    WITH_AXE_MS,
  );
});
