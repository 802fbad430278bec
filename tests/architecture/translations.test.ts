import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES, type Language } from '@muniment/domain/languages.ts';
import { describe, expect, test } from 'vitest';
import { findFaults, readFileTexts, readTexts } from './translations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CONSOLE = join(root, 'apps/web/src/messages');
const MAIL = join(root, 'apps/server/src/features/mail/messages');
const SUMMARY_PDF = join(root, 'apps/server/src/features/license-summaries/messages');
const TRANSLATED: readonly Language[] = LANGUAGES.filter((language) => language !== 'en');

describe.each(TRANSLATED)('%s', (language) => {
  test('says all that the console says in English, with the same values, in its own plurals', async () => {
    const english = await readTexts(join(CONSOLE, 'en'));
    const translated = await readTexts(join(CONSOLE, language));
    expect(findFaults(language, english.texts, translated.texts)).toEqual([]);
    // A page brings the texts of the area by the name of its file: a text in another one would be English.
    const misplaced = Object.entries(translated.areas).flatMap(([area, ids]) =>
      ids.filter((id) => !english.areas[area]?.includes(id)).map((id) => `${area}: ${id}`),
    );
    expect(misplaced).toEqual([]);
  });

  test.each([
    ['the mails say', MAIL],
    ['the PDF of a license summary says', SUMMARY_PDF],
  ])('says all that %s in English, with the same values, in its own plurals', async (_what, folder) => {
    const [english, translated] = await Promise.all(
      ['en', language].map((each) => readFileTexts(join(folder, `${each}.ts`))),
    );
    expect(findFaults(language, english ?? {}, translated ?? {})).toEqual([]);
  });
});

describe('a translation is refused that', () => {
  test.each([
    ['lacks a text', { greeting: 'Hello' }, {}, ['missing: greeting']],
    ['has one too many', {}, { greeting: 'Hallo' }, ['not in English: greeting']],
    ['lacks a value', { greeting: 'Hello {name}' }, { greeting: 'Hallo' }, ['greeting: lacks {name}']],
    ['has another', { greeting: 'Hello' }, { greeting: 'Hallo {wer}' }, ['greeting: has {wer}, unknown']],
    ['lacks a tag', { greeting: '<b>Hello</b>' }, { greeting: 'Hallo' }, ['greeting: lacks {<b>}']],
    [
      'lacks a plural that its language has',
      { n: '{count, plural, one {# thing} other {# things}}' },
      { n: '{count, plural, other {# Dinge}}' },
      ['n: {count} lacks "one"'],
    ],
    [
      'has a plural that its language lacks',
      { n: '{count, plural, one {# thing} other {# things}}' },
      { n: '{count, plural, one {# Ding} few {# Dinge} other {# Dinge}}' },
      ['n: {count} has no "few"'],
    ],
    [
      'is still English',
      { lead: 'Nobody holds a role here' },
      { lead: 'Nobody holds a role here' },
      ['lead: is left in English'],
    ],
  ])('%s', (_what, english, translated, faults) => {
    expect(findFaults('de', english as Record<string, string>, translated as Record<string, string>)).toEqual(
      faults,
    );
  });

  test.each([
    ['de', 'Sag "Ja"', 'has straight quotation marks'],
    ['de', 'Prüfe deine Rollen', 'says du'],
    ['fr', 'Vous êtes prêt ?', 'has a space that may break before or after a sign'],
    ['fr', 'Vous êtes prêt?', 'lacks a narrow no-break space before a sign'],
    ['ja', '削除しますか?', 'has signs of half width'],
  ] as const)('in %s is set wrongly: %s', (language, text, fault) => {
    expect(findFaults(language, { a: 'A' }, { a: text })).toEqual([`a: ${fault}`]);
  });

  test('cannot be read', () => {
    expect(findFaults('de', { n: 'One' }, { n: '{count' })[0]).toMatch(/^n: cannot be read/);
  });
});
