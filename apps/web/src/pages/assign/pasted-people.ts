import { emailKey } from '@muniment/domain/email-address.ts';

/** Somebody whom a pasted text names. */
export interface PastedPerson {
  /** Counted from 1. */
  readonly line: number;
  readonly signInEmail: string;
  /** As written beside the address; empty where nothing is. */
  readonly displayName: string;
}

/** A part of a pasted text that names nobody, and why. */
export interface PastedFault {
  readonly line: number;
  readonly text: string;
  readonly reason: /** No address in it. */
    | 'nothing'
    /** Something with an @ that is no address. */
    | 'no-address'
    /** Somebody who stands further up. */
    | 'repeated';
}

export interface PastedPeople {
  /** Each once, in the order of the text. */
  readonly people: readonly PastedPerson[];
  readonly faults: readonly PastedFault[];
}

const NAME_MAX = 200;

/**
 * Reads people out of pasted text: one or more a line, as "Name <address>", as cells of a spreadsheet or of a CSV file in
 * any order, or as bare addresses with commas, semicolons or blanks between them.
 *
 * @source S1
 */
export function readPastedPeople(text: string): PastedPeople {
  const people: PastedPerson[] = [];
  const faults: PastedFault[] = [];
  const seen = new Set<string>();
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((lineText, index) => {
      const line = index + 1;
      for (const part of partsOf(lineText)) {
        const { address, name } = readPart(part);
        const key = address === null ? null : emailKey(address);
        if (address === null || key === null) {
          faults.push({ line, text: part, reason: address === null ? 'nothing' : 'no-address' });
        } else if (seen.has(key)) {
          faults.push({ line, text: address, reason: 'repeated' });
        } else {
          seen.add(key);
          people.push({ line, signInEmail: address, displayName: name });
        }
      }
    });
  return { people, faults };
}

/** Cuts a line into parts that name one person each. */
function partsOf(line: string): string[] {
  const text = line.trim();
  if (text === '') return [];
  if (countAddresses(text) <= 1) return [text];
  const bySemicolon = split(text, /;/);
  return bySemicolon.flatMap((part) => {
    if (countAddresses(part) <= 1) return [part];
    const byComma = split(part, /[,\t|]/);
    return byComma.flatMap((piece) => (countAddresses(piece) <= 1 ? [piece] : split(piece, /\s/)));
  });
}

function countAddresses(text: string): number {
  return text.match(/[^\s@;,|<>"]@/g)?.length ?? 0;
}

/** Splits outside of quotes; empty parts are dropped. */
function split(text: string, separator: RegExp): string[] {
  const parts: string[] = [''];
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && separator.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** The address of a part, as written, and what stands beside it. */
function readPart(part: string): { address: string | null; name: string } {
  const inBrackets = /<\s*(?:mailto:)?([^<>]*@[^<>]*?)\s*>/i.exec(part);
  if (inBrackets !== null) {
    return { address: inBrackets[1] ?? '', name: nameOf(part.replace(inBrackets[0], ' ')) };
  }
  // Cells: the one with the @ is the address, the others are the name.
  const bare = /(?:mailto:)?([^\s;,|<>"]*@[^\s;,|<>"]*)/i.exec(part);
  if (bare === null) return { address: null, name: '' };
  return { address: bare[1] ?? '', name: nameOf(part.replace(bare[0], ' ').replace(/[;,|\t]/g, ' ')) };
}

function nameOf(text: string): string {
  const name = text
    .replace(/["<>]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;|]+|[\s,;|]+$/g, '');
  return name.length > NAME_MAX ? '' : name;
}
