import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token } from 'marked';

/** Where the articles lie: a folder for each language, a file for each article. English has all of them. */
const ARTICLES = path.join(import.meta.dirname, '../../../../help');
export const FALLBACK = 'en';

/** A help article. */
export interface Article {
  readonly slug: string;
  readonly language: string;
  readonly topic: string;
  /** Its place among all articles. */
  readonly order: number;
  /** Words that people use for it and that the article does not. */
  readonly keywords: string;
  readonly title: string;
  /** Its first paragraph. */
  readonly summary: string;
  /** Without its title. */
  readonly markdown: string;
  /** Its headings, as plain text. */
  readonly headings: readonly string[];
  /** Its paragraphs, list items and table rows, as plain text. */
  readonly passages: readonly string[];
}

/**
 * Reads all articles of all languages, once: they come with the release.
 *
 * @param publisherName Stands where an article says `{publisher}`.
 * @throws Where an article is not as it must be, so that no release starts with it.
 */
export function readArticles(publisherName: string): Article[] {
  const languages = readdirSync(ARTICLES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return languages.flatMap(({ name: language }) =>
    readdirSync(path.join(ARTICLES, language))
      .filter((file) => file.endsWith('.md'))
      .map((file) => {
        const text = readFileSync(path.join(ARTICLES, language, file), 'utf8');
        return parseArticle(path.basename(file, '.md'), language, text, publisherName);
      }),
  );
}

/** Reads one article: a head of `name: value` lines between `---`, a title, and Markdown without HTML. */
export function parseArticle(slug: string, language: string, text: string, publisherName: string): Article {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n+([\s\S]*)$/.exec(text) ?? [];
  const wrong = (what: string) => new Error(`The help article ${language}/${slug}.md ${what}.`);
  if (head === undefined || body === undefined) throw wrong('has no head');
  const fields = Object.fromEntries(head.split('\n').map((line) => line.split(/:\s*(.*)/, 2)));
  const [titleLine, ...rest] = body.split('\n');
  const title = /^# (.+)$/.exec(titleLine ?? '')?.[1];
  if (title === undefined) throw wrong('does not begin with its title');
  const markdown = rest
    .join('\n')
    .trim()
    .replaceAll(ARTICLE_LINK, '](/help/$1)')
    .replaceAll('{publisher}', escapeMarkdown(publisherName));
  const tokens = marked.lexer(markdown);
  if (hasHtml(tokens)) throw wrong('holds HTML');
  const headings = tokens.filter(({ type }) => type === 'heading').map(plainText);
  const passages = tokens.flatMap(passagesOf);
  const first = tokens.find(({ type }) => type === 'paragraph');
  const order = Number(fields.order);
  if (first === undefined || !fields.topic || !Number.isInteger(order))
    throw wrong('lacks topic, order or summary');
  return {
    slug,
    language,
    topic: fields.topic,
    order,
    keywords: fields.keywords ?? '',
    title: title.replaceAll('{publisher}', publisherName),
    summary: plainText(first),
    markdown,
    headings,
    passages,
  };
}

/** A link to another article: its file in the same language, or in English. */
const ARTICLE_LINK = /\]\((?:\.\.\/en\/)?([a-z0-9-]+)\.md\)/g;

/** A name in a text stands for itself, whatever it holds. */
function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>&~]/g, '\\$&');
}

type Nested = Token & { tokens?: Token[]; items?: Token[]; header?: Cell[]; rows?: Cell[][] };
type Cell = { tokens: Token[] };

function hasHtml(tokens: readonly Token[]): boolean {
  return tokens.some((token) => {
    const { type, tokens: within = [], items = [], header = [], rows = [] } = token as Nested;
    const cells = [...header, ...rows.flat()].flatMap((cell) => cell.tokens);
    return type === 'html' || hasHtml([...within, ...items, ...cells]);
  });
}

/** What of a block is read as one piece. */
function passagesOf(token: Token): string[] {
  const { type, items = [], rows = [] } = token as Nested;
  if (type === 'list') return items.map(plainText);
  if (type === 'table') {
    return rows.map((row) => row.map((cell) => cell.tokens.map(plainText).join('')).join(' · '));
  }
  return type === 'paragraph' ? [plainText(token)] : [];
}

function plainText(token: Token): string {
  const { type, tokens } = token as Nested;
  if (tokens !== undefined && tokens.length > 0) {
    const parts = tokens.map(plainText);
    return type === 'list_item' ? parts.filter(Boolean).join(' ') : parts.join('');
  }
  return 'text' in token && typeof token.text === 'string' ? unescapeEntities(token.text) : '';
}

/** The lexer writes some characters of texts as entities. */
function unescapeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
