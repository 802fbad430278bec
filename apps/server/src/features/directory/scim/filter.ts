import { ScimError } from './scim-error.ts';

/** Longer ones are refused before they are read. */
const FILTER_MAX_LENGTH = 2_000;
const DEPTH_MAX = 20;

const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Operator = (typeof OPERATORS)[number];
export type FilterValue = string | number | boolean | null;

/** A filter as it is written; whether its attributes exist is not looked at here. @source RFC 7644 3.4.2.2 */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter }
  | { readonly kind: 'present'; readonly path: string }
  | {
      readonly kind: 'compare';
      readonly path: string;
      readonly operator: Operator;
      readonly value: FilterValue;
    }
  /** Some value of a multi-valued attribute passes: `emails[type eq "work"]`. */
  | { readonly kind: 'some'; readonly path: string; readonly filter: Filter };

/** A path of PATCH: `emails[type eq "work"].value`. */
export interface PatchPath {
  /** With its URN, if any. */
  readonly attribute: string;
  readonly filter: Filter | null;
  readonly subAttribute: string | null;
}

// The alternatives begin with different characters and no repetition holds another, so that the time is linear in the
// length whatever the text.
const TOKEN =
  /[ \t]*(?:([()[\]])|("(?:[^"\\]|\\.)*")|(\.?[A-Za-z$][\w.$:-]*)|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?))/y;

type Token =
  | { readonly kind: 'bracket' | 'word' | 'string' | 'number'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' };

/**
 * Reads a filter.
 *
 * @throws ScimError invalidFilter where it is malformed, longer than 2,000 characters, or deeper than 20.
 */
export function parseFilter(text: string): Filter {
  const reader = readTokens(text, 'invalidFilter');
  const filter = readOr(reader, 0);
  reader.expect('end', '');
  return filter;
}

/** Reads a path of PATCH. @throws ScimError invalidPath. */
export function parsePatchPath(text: string): PatchPath {
  const reader = readTokens(text, 'invalidPath');
  const attribute = reader.word();
  let filter: Filter | null = null;
  let subAttribute: string | null = null;
  if (reader.take('bracket', '[')) {
    filter = readOr(reader, 1);
    reader.expect('bracket', ']');
    const next = reader.peek();
    if (next.kind === 'word' && next.text.startsWith('.')) {
      reader.word();
      subAttribute = next.text.slice(1);
    }
  }
  reader.expect('end', '');
  if (attribute.startsWith('.')) throw reader.refusal();
  return { attribute, filter, subAttribute };
}

type Reader = ReturnType<typeof readTokens>;

function readTokens(text: string, scimType: 'invalidFilter' | 'invalidPath') {
  const what = scimType === 'invalidFilter' ? 'filter' : 'path';
  const refusal = (detail = `The ${what} is malformed.`) => new ScimError(400, scimType, detail);
  if (text.length > FILTER_MAX_LENGTH) {
    throw refusal(`The ${what} has more than ${FILTER_MAX_LENGTH} characters.`);
  }
  const tokens: Token[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) throw refusal(`The ${what} cannot be read from character ${at + 1} on.`);
    const [whole, bracket, string, word, number] = found;
    at += whole.length;
    if (bracket !== undefined) tokens.push({ kind: 'bracket', text: bracket });
    else if (string !== undefined) tokens.push({ kind: 'string', text: string });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'number', text: number ?? '' });
  }
  let next = 0;
  const peek = (): Token => tokens[next] ?? { kind: 'end', text: '' };
  const take = (kind: Token['kind'], wanted: string): boolean => {
    const token = peek();
    if (token.kind !== kind || token.text.toLowerCase() !== wanted) return false;
    next += 1;
    return true;
  };
  return {
    refusal,
    peek,
    take,
    expect(kind: Token['kind'], wanted: string): void {
      if (!take(kind, wanted)) throw refusal();
    },
    any(): Token {
      next += 1;
      return tokens[next - 1] ?? { kind: 'end', text: '' };
    },
    word(): string {
      const token = peek();
      if (token.kind !== 'word') throw refusal();
      next += 1;
      return token.text;
    },
  };
}

function readOr(reader: Reader, depth: number): Filter {
  if (depth > DEPTH_MAX) throw reader.refusal(`It is nested more than ${DEPTH_MAX} deep.`);
  return readJoined('or', reader, () => readJoined('and', reader, () => readOne(reader, depth)));
}

function readJoined(kind: 'and' | 'or', reader: Reader, readPart: () => Filter): Filter {
  const first = readPart();
  const parts = [first];
  while (reader.take('word', kind)) parts.push(readPart());
  return parts.length === 1 ? first : { kind, parts };
}

function readOne(reader: Reader, depth: number): Filter {
  if (reader.take('bracket', '(')) {
    const inner = readOr(reader, depth + 1);
    reader.expect('bracket', ')');
    return inner;
  }
  if (reader.take('word', 'not')) {
    reader.expect('bracket', '(');
    const part = readOr(reader, depth + 1);
    reader.expect('bracket', ')');
    return { kind: 'not', part };
  }
  const path = reader.word();
  if (path.startsWith('.')) throw reader.refusal();
  if (!reader.take('bracket', '[')) return readComparison(reader, path);
  const filter = readOr(reader, depth + 1);
  reader.expect('bracket', ']');
  const next = reader.peek();
  if (next.kind !== 'word' || !next.text.startsWith('.')) return { kind: 'some', path, filter };
  // The grammar has no such form; Entra ID sends it: `emails[type eq "work"].value eq "x"`.
  reader.word();
  const compared = readComparison(reader, next.text.slice(1));
  return { kind: 'some', path, filter: { kind: 'and', parts: [filter, compared] } };
}

function readComparison(reader: Reader, path: string): Filter {
  const operator = reader.word().toLowerCase();
  if (operator === 'pr') return { kind: 'present', path };
  if (!isOperator(operator)) throw reader.refusal(`There is no operator ${operator.slice(0, 40)}.`);
  return { kind: 'compare', path, operator, value: readValue(reader) };
}

function isOperator(word: string): word is Operator {
  return (OPERATORS as readonly string[]).includes(word);
}

function readValue(reader: Reader): FilterValue {
  const token = reader.any();
  switch (token.kind) {
    case 'string':
      try {
        return JSON.parse(token.text) as string;
      } catch {
        throw reader.refusal('A text in it is no JSON string.');
      }
    case 'number':
      return Number(token.text);
    case 'word': {
      const word = token.text.toLowerCase();
      if (word === 'true' || word === 'false') return word === 'true';
      if (word === 'null') return null;
      throw reader.refusal('A value is missing, or stands without quotes.');
    }
    default:
      throw reader.refusal('A value is missing.');
  }
}
