import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Language } from '@muniment/domain/languages.ts';

/** Texts by id, and the ids by the file that they stand in. */
export interface Texts {
  readonly texts: Readonly<Record<string, string>>;
  readonly areas: Readonly<Record<string, readonly string[]>>;
}

/** Reads the catalog files of a folder: each exports one object of texts. */
export async function readTexts(folder: string): Promise<Texts> {
  const files = readdirSync(folder).filter((file) => /^[\w-]+\.ts$/.test(file));
  const areas = await Promise.all(files.map(async (file) => [file, await readFileTexts(join(folder, file))]));
  return {
    texts: Object.assign({}, ...areas.map(([, texts]) => texts)),
    areas: Object.fromEntries(areas.map(([file, texts]) => [file, Object.keys(texts ?? {})])),
  };
}

/** Reads one catalog file. */
export async function readFileTexts(file: string): Promise<Record<string, string>> {
  const module: Record<string, Record<string, string>> = await import(pathToFileURL(file).href);
  return Object.assign({}, ...Object.values(module).filter((value) => typeof value === 'object'));
}

/**
 * Compares a translation with the English texts.
 *
 * @returns What is wrong, a line each: texts that are missing, left over, unreadable or left in English; values or
 *   tags that differ; plural categories that the language has and the text lacks, or the other way round.
 */
export function findFaults(
  language: Language,
  english: Readonly<Record<string, string>>,
  translated: Readonly<Record<string, string>>,
): string[] {
  const missing = Object.keys(english).filter((id) => !Object.hasOwn(translated, id));
  const leftOver = Object.keys(translated).filter((id) => !Object.hasOwn(english, id));
  return [
    ...missing.map((id) => `missing: ${id}`),
    ...leftOver.map((id) => `not in English: ${id}`),
    ...Object.entries(translated).flatMap(([id, text]) => {
      const original = english[id];
      return original === undefined
        ? []
        : compare(language, original, text).map((fault) => `${id}: ${fault}`);
    }),
  ];
}

function compare(language: Language, english: string, translated: string): string[] {
  let shape: Shape;
  try {
    shape = shapeOf(parse(translated));
  } catch (error) {
    return [`cannot be read (${error instanceof Error ? error.message : error})`];
  }
  const original = shapeOf(parse(english));
  const faults: string[] = [];
  for (const value of original.values) if (!shape.values.has(value)) faults.push(`lacks {${value}}`);
  for (const value of shape.values) if (!original.values.has(value)) faults.push(`has {${value}}, unknown`);
  for (const [wrong, what] of MISSET[language] ?? []) if (wrong.test(translated)) faults.push(what);
  for (const plural of shape.plurals) faults.push(...pluralFaults(language, plural));
  if (english === translated && (english.match(/\p{L}{2,}/gu)?.length ?? 0) > 3)
    faults.push('is left in English');
  return faults;
}

/** How each language sets its signs; see docs/translating.md. */
const MISSET: Readonly<Partial<Record<Language, readonly [RegExp, string][]>>> = {
  de: [
    [/["']/, 'has straight quotation marks'],
    [/\b(?:du|dich|dir|deine?[mnrs]?)\b/i, 'says du'],
  ],
  fr: [
    [/ [;:!?»]|« /, 'has a space that may break before or after a sign'],
    [/[\p{L}}][;!?](?!\w)/u, 'lacks a narrow no-break space before a sign'],
    [/["']/, 'has straight quotation marks'],
  ],
  ja: [[/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][,.!?](?!\w)/u, 'has signs of half width']],
};

interface Shape {
  /** Arguments with their types, and tags: `count:plural`, `<b>`. */
  readonly values: ReadonlySet<string>;
  readonly plurals: readonly { readonly name: string; readonly categories: readonly string[] }[];
}

function shapeOf(elements: readonly MessageFormatElement[]): Shape {
  const values = new Set<string>();
  const plurals: Shape['plurals'][number][] = [];
  const visit = (element: MessageFormatElement): void => {
    switch (element.type) {
      case TYPE.argument:
      case TYPE.number:
      case TYPE.date:
      case TYPE.time:
        values.add(element.value);
        break;
      case TYPE.select:
        values.add(`${element.value}, select ${Object.keys(element.options).toSorted().join(' ')}`);
        Object.values(element.options).forEach(({ value }) => {
          value.forEach(visit);
        });
        break;
      case TYPE.plural:
        values.add(element.value);
        plurals.push({ name: element.value, categories: Object.keys(element.options) });
        Object.values(element.options).forEach(({ value }) => {
          value.forEach(visit);
        });
        break;
      case TYPE.tag:
        values.add(`<${element.value}>`);
        element.children.forEach(visit);
        break;
      default:
        break;
    }
  };
  elements.forEach(visit);
  return { values, plurals };
}

/** `one` and `other` where the language has them; `many` of French is of millions, where `other` does too. */
function pluralFaults(language: Language, { name, categories }: Shape['plurals'][number]): string[] {
  const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories as readonly string[];
  const named = categories.filter((category) => !category.startsWith('='));
  return [
    ...named.filter((category) => !known.includes(category)).map((each) => `{${name}} has no "${each}"`),
    ...known
      .filter((category) => category !== 'many' && !named.includes(category))
      .map((each) => `{${name}} lacks "${each}"`),
  ];
}
