/** What became of one line that was pasted. */
export interface PastedLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly outcome: /** All that it names is in the draft already. */
    | { readonly kind: 'present'; readonly licenseIds: readonly string[] }
    /** All that it names stands further up. */
    | { readonly kind: 'repeated'; readonly licenseIds: readonly string[] }
    /** What it names is none of those that one administers: as typed, in the form of a license ID. */
    | { readonly kind: 'unknown'; readonly asked: readonly string[] }
    | { readonly kind: 'nothing' };
}

export interface PastedList {
  /** To add: known, not in the draft yet, each once, in the order of the text. */
  readonly found: readonly string[];
  /** In the draft already. */
  readonly present: readonly string[];
  /** Further mentions of what the text named before. */
  readonly repeated: number;
  /** None of those that one administers, each once. */
  readonly unknown: readonly string[];
  /** Lines that name no license ID that could be added, with the reason. Empty lines are not among them. */
  readonly problems: readonly PastedLine[];
}

// Cells of a spreadsheet come by tabs; people write commas, semicolons and bars.
const CELL_SEPARATORS = /[\t,;|]+/;
const TOKEN = /[A-Z0-9-]+/g;

/**
 * Reads license IDs out of pasted text: one or more a line, straight from a spreadsheet or typed, in groups
 * ("7204 1183") or not, with names and other text around them.
 *
 * @param administered Every license ID that may be named, as the API writes it.
 * @param inDraft Those that the draft has already.
 * @source S2
 */
export function readPastedLicenseIds(
  text: string,
  administered: ReadonlySet<string>,
  inDraft: ReadonlySet<string>,
): PastedList {
  const mentioned = new Set<string>();
  const found: string[] = [];
  const present: string[] = [];
  const unknown = new Set<string>();
  const problems: PastedLine[] = [];
  let repeated = 0;

  text.split(/\r\n|\r|\n/).forEach((lineText, index) => {
    if (lineText.trim() === '') return;
    const { known, asked } = readLine(lineText, administered);
    const fresh = known.filter((licenseId) => !mentioned.has(licenseId));
    repeated += known.length - fresh.length;
    const added = fresh.filter((licenseId) => !inDraft.has(licenseId));
    found.push(...added);
    present.push(...fresh.filter((licenseId) => inDraft.has(licenseId)));
    for (const licenseId of known) mentioned.add(licenseId);
    for (const each of asked) unknown.add(each);
    if (added.length > 0 && asked.length === 0) return;
    const outcome = outcomeOf(known, fresh, asked);
    problems.push({ line: index + 1, text: lineText.trim(), outcome });
  });
  return { found, present, repeated, unknown: [...unknown], problems };
}

function outcomeOf(
  known: readonly string[],
  fresh: readonly string[],
  asked: readonly string[],
): PastedLine['outcome'] {
  if (asked.length > 0) return { kind: 'unknown', asked };
  if (fresh.length > 0) return { kind: 'present', licenseIds: fresh };
  if (known.length > 0) return { kind: 'repeated', licenseIds: known };
  return { kind: 'nothing' };
}

/** The license IDs that a line names, each once, and what looks like one but is unknown. */
function readLine(text: string, administered: ReadonlySet<string>): { known: string[]; asked: string[] } {
  const known = new Set<string>();
  const asked: string[] = [];
  for (const cell of text.toUpperCase().split(CELL_SEPARATORS)) {
    const tokens = cell.match(TOKEN) ?? [];
    let index = 0;
    while (index < tokens.length) {
      const length = knownLength(tokens, index, administered);
      if (length > 0) {
        known.add(tokens.slice(index, index + length).join(''));
        index += length;
        continue;
      }
      const groups = knownLength(tokens, index + 1, administered) > 0 ? 0 : numberLength(tokens, index);
      if (groups > 0) asked.push(tokens.slice(index, index + groups).join(''));
      index += Math.max(groups, 1);
    }
  }
  return { known: [...known], asked };
}

const GROUPS_MAX = 5;

/** How many tokens from here make a license ID that is administered: the longest that does, else 0. */
function knownLength(tokens: readonly string[], start: number, administered: ReadonlySet<string>): number {
  for (let length = Math.min(GROUPS_MAX, tokens.length - start); length > 0; length -= 1) {
    if (administered.has(tokens.slice(start, start + length).join(''))) return length;
  }
  return 0;
}

/**
 * How many tokens from here look like the number of a license ID: eight digits, or two groups of four. Of an
 * odd run of groups the first is something else: a year, most likely.
 */
function numberLength(tokens: readonly string[], start: number): number {
  if (/^\d{8}$/.test(tokens[start] ?? '')) return 1;
  let run = 0;
  while (/^\d{4}$/.test(tokens[start + run] ?? '')) run += 1;
  return run > 0 && run % 2 === 0 ? 2 : 0;
}
