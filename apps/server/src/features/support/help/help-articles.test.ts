import { LANGUAGES } from '@muniment/domain/languages.ts';
import { expect, test } from 'vitest';
import { parseArticle } from './article-files.ts';
import { openHelp } from './help-articles.ts';
import { wordsOf } from './words.ts';

const help = openHelp({ publisherName: 'North*light_' });
const found = (description: string, language?: string) =>
  help.search(description, language).map(({ slug }) => slug);

test.each([
  ['Who is my administrator?', 'who-is-my-vl-admin'],
  ['I want to pass my invitation on to a colleague', 'forward-a-contact-invitation'],
  ['my boss left the company, take away her access', 'change-or-remove-roles'],
  ['why can I not see invoices', 'invoice-reader'],
  ['how long does it take', 'how-long-it-takes'],
  ['copy the same roles to many license ids', 'copy-and-paste-roles'],
  ['I made a mistake and want it back as it was', 'undo-a-change'],
  ['the primary contact of our contract is wrong', 'change-contacts'],
  ['asign user to contrcts', 'assign-users'],
])('F2 "%s" finds %s first', (description, slug) => {
  expect(found(description)[0]).toBe(slug);
});

test('F2 a description in Japanese is cut into words, though it has no spaces', () => {
  expect(wordsOf('管理者を調べる', 'ja')).toEqual(['管理者', 'を', '調べる']);
  expect(found('誰が管理者ですか', 'ja')[0]).toBe('who-is-my-vl-admin');
  expect(help.read('who-is-my-vl-admin', 'ja')?.language).toBe('ja');
});

test.each(LANGUAGES)(
  'F2 every article is there in %s, with the topic and the links of the English one',
  (language) => {
    const linksOf = (markdown = '') => (markdown.match(/\]\([^)]*\)/g) ?? []).toSorted();
    for (const english of help.search('')) {
      const { slug, topic } = english;
      const article = help.read(slug, language);
      expect(article).toMatchObject({ slug, topic, language });
      expect({ slug, links: linksOf(article?.markdown) }).toEqual({
        slug,
        links: linksOf(help.read(slug)?.markdown),
      });
    }
  },
);

test.each([
  ['de', 'Wie lange dauert es?', 'how-long-it-takes'],
  ['de', 'Einladung nochmals senden', 'resend-or-reset'],
  ['fr', 'Je ne vois pas les factures', 'invoice-reader'],
  ['fr', 'annuler une erreur', 'undo-a-change'],
  ['ja', '変更を元に戻したい', 'undo-a-change'],
  ['ja', '招待メールが届かない', 'resend-or-reset'],
])('F2 in %s "%s" finds %s first', (language, description, slug) => {
  expect(found(description, language)[0]).toBe(slug);
});

test('F2 what is not translated comes in English', () => {
  expect(help.read('statuses', 'sv-SE')?.language).toBe('en');
});

test('F2 case, width and accents do not count, and what no article answers finds none', () => {
  expect(wordsOf('Ｒéset it', 'en')).toEqual(['reset', 'it']);
  expect(found('zuständig für Zugriff', 'de')).toContain('who-is-my-vl-admin');
  expect(found('the and of')).toEqual([]);
  expect(found('xylophone')).toEqual([]);
});

test("F2 the publisher's name stands in an article as it is, whatever it holds", () => {
  expect(help.read('change-contacts')?.markdown).toContain('North\\*light\\_');
});

test.each([
  ['HTML', '# Title\n\nA <img src=x onerror=alert(1)> picture.'],
  ['a block of HTML', '# Title\n\nText.\n\n<script>alert(1)</script>'],
  ['HTML in a table', '# Title\n\nText.\n\n| a | b |\n| --- | --- |\n| <b>x</b> | y |'],
  ['no title', 'Text.'],
  ['no first paragraph', '# Title\n\n- only a list'],
])('F2 no server starts with an article that holds %s', (_what, body) => {
  const text = `---\ntopic: statuses\norder: 1\nkeywords: x\n---\n${body}\n`;
  expect(() => parseArticle('x', 'en', text, 'Northlight')).toThrow('The help article en/x.md');
});
