import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

export interface Document {
  /** From the workspace's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Link {
  readonly text: string;
  readonly target: string;
}

export const ROOT = join(import.meta.dirname, '..', '..');
const SKIPPED = new Set(['node_modules', 'dist', 'data', '.git', 'test-results', 'coverage']);

/** Every Markdown file of the workspace. */
export function readDocuments(): Document[] {
  return filesBelow('')
    .filter((path) => path.endsWith('.md'))
    .map(readDocument);
}

export function readDocument(path: string): Document {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

function filesBelow(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = relative(ROOT, join(ROOT, directory, entry.name))
      .split(sep)
      .join('/');
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Links and pictures of a page. What stands in code is none. */
export function linksOf(text: string): Link[] {
  const prose = text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ' '));
  return [...prose.matchAll(/!?\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g)].map(
    ([, linkText = '', target = '']) => ({
      text: linkText,
      target,
    }),
  );
}

/** Where a relative link leads, from the workspace's root; null where it leads to another site or into its own page. */
export function fileOf(link: Link, from: Document): string | null {
  if (/^[a-z]+:|^#/i.test(link.target)) return null;
  const [path = ''] = link.target.split('#');
  return posix.normalize(posix.join(posix.dirname(from.path), decodeURIComponent(path)));
}

/** The names by which links reach the headings of a page. */
export function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

/** The cells of the first table after a heading, row by row, without its head. */
export function tableAfter(heading: string, text: string): string[][] {
  const lines = text.slice(`\n${text}`.indexOf(`\n${heading}\n`)).split('\n');
  const start = lines.findIndex((line) => /^\| ?-/.test(line));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 1, end).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}
