import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getMe, putMyLanguage } from '@muniment/contract/people.ts';
import type { Language } from '@muniment/domain/languages.ts';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readTexts } from '../architecture/translations.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';
import { DESKTOP, openAs, PHONE, scrollsSideways, violationsInBothThemes } from './browser.ts';
import { watchForErrors } from './chromium.ts';
import { invite, type Stage, startStage } from './scene.ts';
import { clippedButtons, englishAmong, shownTexts } from './shown-texts.ts';
import { newTeam, type Team } from './team.ts';

const MESSAGES = fileURLToPath(new URL('../../apps/web/src/messages', import.meta.url));
const textsIn = async (language: Language) => (await readTexts(join(MESSAGES, language))).texts;

let sink: SmtpSink;
let stage: Stage;
let team: Team;
beforeAll(async () => {
  sink = await startSmtpSink();
  stage = await startStage({ SMTP_URL: sink.url, RUN: 'web,worker', MAIL_HOLD_SECONDS: '0' });
  team = await newTeam(stage);
  await invite(team, ['Jonas Weber', 'Élodie Caron', '佐藤 美咲']);
});
afterAll(async () => {
  await stage?.close();
  await sink?.stop();
});
afterEach(() => stage.clear());

const langOf = (page: Page) => page.evaluate('document.documentElement.lang');

/** Waits until a page says the same for a while. It may never be without requests: it asks for what is new. */
async function settled(page: Page): Promise<void> {
  let before: string | null = null;
  await vi.waitFor(
    async () => {
      const now = JSON.stringify(await shownTexts(page));
      const isSame = now === before;
      before = now;
      if (!isSame) throw new Error('The page still changes.');
    },
    { timeout: 10_000, interval: 250 },
  );
}

describe('choosing a language', () => {
  test('changes the page in place: an edit, the address and the window stay; the next visit knows it', async () => {
    const page = await stage.open(team, `/vl/assignments?user=${team.colleague.vlUserId}`);
    const errors = watchForErrors(page);
    await page.getByRole('button', { name: `Roles on Contract ${team.first}` }).click();
    await page.getByRole('option', { name: 'Benefits reader' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('Edited', { exact: true }).waitFor();
    const address = page.url();
    await page.evaluate('window.isSameWindow = true');

    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await page.getByText('Bearbeitet', { exact: true }).waitFor();
    await page.getByRole('heading', { name: 'Zuweisungen verwalten' }).waitFor();
    expect(await langOf(page)).toBe('de');
    expect(page.url()).toBe(address);
    expect(await page.evaluate('window.isSameWindow')).toBe(true);
    expect(await page.title()).toContain('Zuweisungen verwalten');
    expect((await team.admin.api.call(getMe, {})).body.language).toBe('de');
    expect(errors).toEqual([]);

    // In another browser, which asks for English.
    const elsewhere = await openAs(stage.browser, stage.muniment, team.admin.email);
    await elsewhere.goto(`/o/${team.organization.number}/products/volume-licensing`);
    await elsewhere.getByRole('heading', { name: 'Ihre Produkte', level: 1 }).waitFor();
    await elsewhere.getByRole('button', { name: /^Konto von/ }).click();
    await elsewhere.getByRole('menuitem', { name: 'Wie in diesem Browser' }).click();
    await elsewhere.getByRole('heading', { name: 'Your products', level: 1 }).waitFor();
    expect(await langOf(elsewhere)).toBe('en-GB');
    expect((await team.admin.api.call(getMe, {})).body.language).toBeNull();
  });

  test('works before signing in, by keyboard, and is remembered in this browser', async () => {
    const context = await stage.browser.newContext({
      baseURL: stage.muniment.url,
      locale: 'fr-CA',
      viewport: PHONE,
    });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    expect(await langOf(page)).toBe('fr-CA');

    await page.getByRole('button', { name: /^Langue/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'English' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await langOf(page)).toBe('de');
  });

  test('S6 makes mail come in it, by SMTP', async () => {
    const { colleague, admin, first } = team;
    await colleague.api.call(putMyLanguage, { body: { language: 'de' } });
    await admin.api.call(changeAssignments, {
      body: {
        assignments: [
          { user: { vlUserId: colleague.vlUserId }, licenseId: first, roles: ['product-keys-reader'] },
        ],
      },
    });
    const received = await vi.waitFor(
      () => {
        const mail = sink.received.find(({ parsed }) =>
          parsed.subject?.startsWith('Geänderte Berechtigungen'),
        );
        if (mail === undefined) throw new Error(sink.received.map(({ parsed }) => parsed.subject).join('\n'));
        return mail;
      },
      { timeout: 15_000, interval: 100 },
    );
    expect(received.recipients).toEqual([colleague.email]);
    expect(received.parsed.text).toContain('Hinzugefügt: Leser für Produktschlüssel');
    expect(received.parsed.html).toContain('<html lang="de">');
    await colleague.api.call(putMyLanguage, { body: { language: null } });
  });
});

describe.each([
  ['de', 'de-DE'],
  ['fr', 'fr-FR'],
  ['ja', 'ja-JP'],
] as const)('in %s', (language, locale) => {
  test('no main page shows English, has to be scrolled sideways or cuts a button off', {
    timeout: 120_000,
  }, async () => {
    const [english, translated] = await Promise.all([textsIn('en'), textsIn(language)]);
    const page = await stage.open(team, '/products/volume-licensing', { locale });
    const errors = watchForErrors(page);
    const within = (path: string) => `/o/${team.organization.number}${path}`;
    const paths = [
      within('/products/volume-licensing'),
      within('/products/volume-licensing?pane=preferences'),
      within('/vl/assignments'),
      within(`/vl/assignments?user=${team.colleague.vlUserId}`),
      within(`/vl/assign?add=${team.colleague.vlUserId}&license=${team.first}&role=benefits-reader`),
      within('/vl/assign/verify'),
      within('/vl/matrix'),
      within('/vl/activity'),
      within('/tokens'),
      within('/there-is-no-such-page'),
      '/help/who-is-my-vl-admin',
      '/register/no-such-invitation',
      '/outbox',
      '/sign-in',
    ];
    const faults: string[] = [];
    for (const path of paths) {
      await page.setViewportSize(DESKTOP);
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await settled(page);
      for (const size of [DESKTOP, PHONE]) {
        await page.setViewportSize(size);
        const at = `${path} at ${size.width} px`;
        if ((await langOf(page)) !== locale) faults.push(`${at}: lang is ${await langOf(page)}`);
        if (await scrollsSideways(page)) faults.push(`${at}: scrolls sideways`);
        for (const words of await clippedButtons(page)) faults.push(`${at}: cuts "${words}" off`);
        for (const text of englishAmong(await shownTexts(page), english, translated)) {
          faults.push(`${at}: says "${text}"`);
        }
      }
    }
    expect(faults).toEqual([]);
    // Refusals that these pages are about are logged by the browser.
    expect(errors.filter((error) => !/status of (?:404|401)/.test(error))).toEqual([]);
  });
});
