import type { HelpArticleSummary } from '@muniment/contract/support.ts';
import MiniSearch from 'minisearch';
import { type Article, FALLBACK, readArticles } from './article-files.ts';
import { isCommon, wordsOf } from './words.ts';

type ArticleAnswer = Omit<HelpArticleSummary, 'excerpt'> & { markdown: string };

export interface Help {
  /**
   * The articles that match a description, best first; all of them, in their order, where there is none.
   *
   * @param language BCP 47; what is not translated comes in English.
   */
  search(description: string, language?: string): HelpArticleSummary[];
  /** @returns null where there is no such article. */
  read(slug: string, language?: string): ArticleAnswer | null;
}

const MOST_FOUND = 8;
/** What scores less than this part of the best one is no answer to the same question. */
const LEAST_PART = 0.25;
const EXCERPT_LENGTH = 220;

/**
 * Opens the help: reads and indexes all articles, once. They come with the release and are the same for everybody, so
 * that what they say, and how long it takes, tells nothing of anybody (A9).
 *
 * @source F2
 */
export function openHelp({ publisherName }: { publisherName: string }): Help {
  const all = readArticles(publisherName);
  const shelves = new Map<string, Shelf>();
  const shelfOf = (language = FALLBACK): Shelf => {
    const known = all.some((article) => article.language === baseOf(language)) ? baseOf(language) : FALLBACK;
    const shelf = shelves.get(known) ?? createShelf(all, known);
    shelves.set(known, shelf);
    return shelf;
  };
  return {
    search(description, language) {
      const shelf = shelfOf(language);
      const asked = wordsOf(description, shelf.language);
      return asked.length === 0
        ? shelf.articles.map((article) => summaryOf(article, null))
        : shelf.find(asked);
    },
    read(slug, language) {
      const article = shelfOf(language).articles.find((one) => one.slug === slug);
      if (article === undefined) return null;
      const { excerpt: _none, ...summary } = summaryOf(article, null);
      return { ...summary, markdown: article.markdown };
    },
  };
}

/** The articles as a reader of one language finds them. */
interface Shelf {
  readonly language: string;
  readonly articles: readonly Article[];
  readonly find: (asked: readonly string[]) => HelpArticleSummary[];
}

function createShelf(all: readonly Article[], language: string): Shelf {
  const articles = all
    .filter((article) => article.language === FALLBACK)
    .map((english) => all.find((one) => one.slug === english.slug && one.language === language) ?? english)
    .sort((a, b) => a.order - b.order);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const index = new MiniSearch<Article & { id: string; text: string }>({
    fields: ['title', 'keywords', 'summary', 'text'],
    // Both sides of a comparison are cut alike, in the language of the articles.
    tokenize: (text) => wordsOf(text, language),
    processTerm: (word) => (isCommon(word, language) ? null : word),
  });
  index.addAll(
    articles.map((one) => ({ ...one, id: one.slug, text: [...one.headings, ...one.passages].join('\n') })),
  );

  return {
    language,
    articles,
    find(asked) {
      const found = index.search([...new Set(asked)].join(' '), {
        boost: { title: 4, keywords: 3, summary: 2 },
        // Without spaces, compounds are long and their parts are short.
        prefix: (word) => word.length >= (/^\p{Script=Latin}/u.test(word) ? 4 : 2),
        fuzzy: (word) => (word.length >= 5 ? 0.2 : false),
        weights: { prefix: 0.5, fuzzy: 0.3 },
      });
      const least = (found[0]?.score ?? 0) * LEAST_PART;
      return found.slice(0, MOST_FOUND).flatMap(({ id, score, terms }) => {
        const article = score < least ? undefined : bySlug.get(String(id));
        return article === undefined ? [] : [summaryOf(article, excerptOf(article, terms))];
      });
    },
  };
}

/** The passage that holds most of the words that were found. */
function excerptOf(article: Article, terms: readonly string[]): string {
  const wanted = new Set(terms);
  let best = { passage: article.summary, count: 0 };
  for (const passage of article.passages) {
    const count = new Set(wordsOf(passage, article.language)).intersection(wanted).size;
    if (count > best.count) best = { passage, count };
  }
  const { passage } = best;
  if (passage.length <= EXCERPT_LENGTH) return passage;
  const cut = passage.slice(0, EXCERPT_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT_LENGTH / 2)).trimEnd()}…`;
}

function summaryOf(article: Article, excerpt: string | null): HelpArticleSummary {
  const { slug, title, summary, topic, language } = article;
  return { slug, title, summary, topic, language, excerpt };
}

function baseOf(language: string): string {
  return language.split('-', 1)[0]?.toLowerCase() ?? FALLBACK;
}
