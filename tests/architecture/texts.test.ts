import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findLooseTexts, findServerTexts, findWordsOfTemplates, type LooseText } from './texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MAIL = 'apps/server/src/features/mail';

function inFiles(
  folder: string,
  which: (path: string) => boolean,
  find: (path: string, source: string) => LooseText[],
) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && which(path))
    .flatMap((path) => find(path, readFileSync(join(root, folder, path), 'utf8')))
    .map(({ path, text }) => `${path}: ${text}`);
}

const isNoCatalog = (path: string) => !path.startsWith('messages/');

// Hundreds of files are parsed.
const patient = { timeout: 60_000 };

test('every text of the console stands in the catalog', patient, () => {
  expect(inFiles('apps/web/src', isNoCatalog, findLooseTexts)).toEqual([]);
});

test('the console says in its own words what the server refused', patient, () => {
  expect(inFiles('apps/web/src', isNoCatalog, findServerTexts)).toEqual([]);
});

test('every text of the mails stands in their catalog', () => {
  const isTemplate = (path: string) => /^(?:render-|write-|letter)/.test(path);
  expect(inFiles(MAIL, isTemplate, findWordsOfTemplates)).toEqual([]);
});

describe('a text beside the catalog is found', () => {
  test.each([
    ['between tags', '<p>Hello there</p>', 'Hello there'],
    ['as an expression', "<p>{isOpen ? 'Open now' : t('state.closed')}</p>", 'Open now'],
    ['as a template', `<p>{\`${'$'}{count} people\`}</p>`, 'people'],
    ['in what is read out', '<button aria-label="Close it" />', 'Close it'],
    ['in a property of a component', "<Menu label={isNew ? 'New one' : t('menu.old')} />", 'New one'],
    ['in an entry', "const entry = { id: 'x', label: 'Remove' };", 'Remove'],
  ])('%s', (_where, source, text) => {
    expect(findLooseTexts('some.tsx', source)).toEqual([{ path: 'some.tsx', text }]);
  });

  test.each([
    ['a message', "<p title={t('page.title')}>{t('page.lead', { label })}</p>"],
    ['an id that stands for its text', "const item = { label: 'frame.nav.roles' };"],
    ['signs', '<span aria-hidden>·</span>'],
    ['the name of the product', '<b>Muniment</b>'],
    ['what nobody reads', '<div id={id.concat("-label")} className="wide" data-kind="some words" />'],
  ])('but not %s', (_what, source) => {
    expect(findLooseTexts('some.tsx', source)).toEqual([]);
  });

  test('in the template of a mail', () => {
    const template = (words: string) => `html\`<p class="text">${words}${'$'}{name}</p>\`;`;
    const words = findWordsOfTemplates('letter.ts', template('Hello '));
    expect(words.map(({ text }) => text)).toEqual(['Hello']);
    expect(findWordsOfTemplates('letter.ts', template(''))).toEqual([]);
  });

  test('and so is a text of the server', () => {
    expect(findServerTexts('some.tsx', '<p>{error.body.detail}</p>')).toHaveLength(1);
    expect(findServerTexts('some.tsx', '<p>{t(problemText(error))}</p>')).toEqual([]);
  });
});
