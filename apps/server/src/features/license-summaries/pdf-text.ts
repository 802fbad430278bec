import { create, type Font } from 'fontkit';
import type PDFDocument from 'pdfkit';
import { FONT_FILES, type FontFile, fontBytes, type Weight } from './pdf-fonts.ts';

type Doc = InstanceType<typeof PDFDocument>;

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
}

/** Text of one font, on one line. */
interface Run {
  readonly font: FontFile;
  readonly text: string;
  readonly width: number;
}

/** Stands for what no font has. */
export const NO_GLYPH = '\ufffd';

const LEADING = 1.35;
/** Text of different fonts stands on one line where their ascents differ. */
const ASCENT = 1.07;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const coverage = new Map<string, Font>();

/**
 * Writes text into a PDF, whatever its alphabets: each character in the first font that has it.
 *
 * What is not covered: scripts that none of the fonts has (Arabic, Hebrew, Thai, Chinese and Korean beyond what
 * Japanese uses, emoji). Such a character becomes U+FFFD, and `hasGaps` says so afterwards.
 */
export function textWriter(doc: Doc) {
  let hasGaps = false;
  const pieces = new Map<string, Run>();
  for (const { name, file } of FONT_FILES) doc.registerFont(name, fontBytes(file));

  function fontOf(text: string, weight: Weight): FontFile | null {
    return (
      FONT_FILES.find(
        ({ file, weight: of }) =>
          of === weight &&
          [...text].every((character) => fontAt(file).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
      ) ?? null
    );
  }

  function piecesOf(text: string, style: TextStyle): Run[] {
    return [...graphemes.segment(text.normalize('NFC'))].map(({ segment }) => {
      const key = `${style.weight} ${style.size} ${segment}`;
      const before = pieces.get(key);
      if (before !== undefined) return before;
      const known = fontOf(segment, style.weight);
      // A space of another width is no character that somebody misses.
      const shown = known !== null ? segment : /^\s$/.test(segment) ? ' ' : NO_GLYPH;
      if (shown === NO_GLYPH) hasGaps = true;
      const font = known ?? fontOf(shown, style.weight);
      if (font === null) throw new Error(`No font has ${JSON.stringify(shown)}`);
      doc.font(font.name, style.size);
      const piece = { font, text: shown, width: doc.widthOfString(shown) };
      pieces.set(key, piece);
      return piece;
    });
  }

  /** Breaks text into lines, between words where it can. */
  function linesOf(text: string, style: TextStyle, width: number): Run[][] {
    const lines: Run[][] = [];
    let line: Run[] = [];
    for (const word of wordsOf(piecesOf(text, style))) {
      if (line.length > 0 && widthOf(line) + widthOf(trimmed(word)) > width) {
        lines.push(line);
        line = [];
      }
      for (const piece of word) {
        if (line.length > 0 && widthOf(line) + piece.width > width && piece.text !== ' ') {
          lines.push(line);
          line = [];
        }
        line.push(piece);
      }
    }
    lines.push(line);
    return lines.map((of) => joined(trimmed(of)));
  }

  return {
    hasGaps: () => hasGaps,
    /** How high text is, in points, in a column of a width. */
    heightOf: (text: string, style: TextStyle, width: number): number =>
      linesOf(text, style, width).length * style.size * LEADING,
    /** Writes text into a column. @returns Its height. */
    write(
      text: string,
      style: TextStyle,
      place: { readonly x: number; readonly y: number; readonly width: number; readonly align?: 'end' },
    ): number {
      const lines = linesOf(text, style, place.width);
      for (const [index, runs] of lines.entries()) {
        let x = place.x + (place.align === 'end' ? place.width - widthOf(runs) : 0);
        const baseline = place.y + index * style.size * LEADING + style.size * ASCENT;
        for (const run of runs) {
          doc.font(run.font.name, style.size);
          doc.text(run.text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
          x += run.width;
        }
      }
      return lines.length * style.size * LEADING;
    },
  };
}

function fontAt(file: string): Font {
  const font = coverage.get(file) ?? (create(fontBytes(file)) as Font);
  coverage.set(file, font);
  return font;
}

/** Where a line may break: behind a space or a hyphen, and around each character of a script without spaces. */
function* wordsOf(pieces: readonly Run[]): Generator<Run[]> {
  let word: Run[] = [];
  for (const piece of pieces) {
    const standsAlone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(piece.text);
    if (standsAlone && word.length > 0) {
      yield word;
      word = [];
    }
    word.push(piece);
    if (standsAlone || piece.text === ' ' || piece.text === '-') {
      yield word;
      word = [];
    }
  }
  if (word.length > 0) yield word;
}

function trimmed(line: readonly Run[]): Run[] {
  return line.slice(0, line.findLastIndex(({ text }) => text !== ' ') + 1);
}

function widthOf(line: readonly Run[]): number {
  return line.reduce((sum, { width }) => sum + width, 0);
}

/** Neighbours of one font as one run: so a reader finds words, not letters. */
function joined(line: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const piece of line) {
    const last = runs.at(-1);
    if (last?.font === piece.font) {
      runs[runs.length - 1] = {
        font: last.font,
        text: last.text + piece.text,
        width: last.width + piece.width,
      };
    } else runs.push(piece);
  }
  return runs;
}
