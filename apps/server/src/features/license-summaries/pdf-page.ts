import type PDFDocument from 'pdfkit';
import { type TextStyle, textWriter } from './pdf-text.ts';

type Doc = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Doc['struct']>;

export interface Column {
  readonly heading: string;
  /** Of the width, beside the other columns. */
  readonly share: number;
  readonly align?: 'end';
}

const MARGIN = 48;
const FOOT = 40;
const GAP = 8;
const BODY: TextStyle = { size: 9, weight: 'regular' };
const HEAD: TextStyle = { size: 8, weight: 'bold' };
const SMALL: TextStyle = { size: 8, weight: 'regular' };
const TITLES = { 1: { size: 20, weight: 'bold' }, 2: { size: 12, weight: 'bold' } } as const;
const RULE = '#8a8f98';
const INK = '#1b1f24';

/** Writes down a document, from the top of its first page, adding pages as they fill; each part tagged as what it is. */
export function pdfPage(doc: Doc, masthead: string) {
  const writer = textWriter(doc);
  const document = doc.struct('Document');
  doc.addStructure(document);
  let y = 0;
  let width = 0;
  let bottom = 0;

  function addPage(): void {
    doc.addPage();
    width = doc.page.width - 2 * MARGIN;
    bottom = doc.page.height - MARGIN - FOOT;
    doc.fillColor(INK);
    artifact(() => writer.write(masthead, SMALL, { x: MARGIN, y: MARGIN / 2, width }));
    y = MARGIN + 8;
  }

  function artifact(write: () => void): void {
    doc.markContent('Artifact', { type: 'Pagination' });
    write();
    doc.endMarkedContent();
  }

  function rule(at: number): void {
    artifact(() =>
      doc
        .moveTo(MARGIN, at)
        .lineTo(MARGIN + width, at)
        .lineWidth(0.5)
        .stroke(RULE),
    );
  }

  function tagged(parent: Element, tag: string, write: () => void): void {
    const content = doc.markStructureContent(tag);
    write();
    doc.endMarkedContent();
    const element = doc.struct(tag, {}, [content]);
    parent.add(element);
    element.end();
  }

  function block(
    tag: string,
    text: string,
    style: TextStyle,
    space: { before: number; after: number },
  ): void {
    const height = writer.heightOf(text, style, width);
    if (y + space.before + height > bottom) addPage();
    y += space.before;
    tagged(document, tag, () => writer.write(text, style, { x: MARGIN, y, width }));
    y += height + space.after;
  }

  function placesOf(columns: readonly Pick<Column, 'share' | 'align'>[]) {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    let x = MARGIN;
    return columns.map(({ share, align }, index) => {
      const of = (width * share) / shares;
      const gap = index === columns.length - 1 ? 0 : GAP;
      const place = { x, width: of - gap, ...(align === undefined ? {} : { align }) };
      x += of;
      return place;
    });
  }

  addPage();
  return {
    hasGaps: writer.hasGaps,
    heading(text: string, level: 1 | 2): void {
      // Not by itself at the foot of a page.
      if (y + 80 > bottom) addPage();
      block(`H${level}`, text, TITLES[level], { before: level === 1 ? 0 : 16, after: 6 });
    },
    paragraph(text: string): void {
      block('P', text, BODY, { before: 0, after: 2 });
    },
    /** Short texts side by side. */
    cells(texts: readonly string[], columns: number): void {
      const places = placesOf(Array.from({ length: columns }, () => ({ share: 1 })));
      const heights = texts.map((text, index) => writer.heightOf(text, BODY, places[index]?.width ?? width));
      if (y + Math.max(...heights) > bottom) addPage();
      for (const [index, text] of texts.entries()) {
        const place = places[index];
        if (place !== undefined) tagged(document, 'P', () => writer.write(text, BODY, { ...place, y }));
      }
      y += Math.max(...heights);
    },
    /** A table whose head is repeated where it goes on on another page. */
    table(columns: readonly Column[]) {
      const table = doc.struct('Table');
      document.add(table);
      const places = placesOf(columns);
      const headings = columns.map(({ heading }) => heading);
      const heightOf = (texts: readonly string[], style: TextStyle) =>
        Math.max(...texts.map((text, index) => writer.heightOf(text, style, places[index]?.width ?? width)));

      function cellsOf(texts: readonly string[], style: TextStyle, write: (text: () => void) => void): void {
        for (const [index, text] of texts.entries()) {
          const place = places[index];
          if (place !== undefined) write(() => writer.write(text, style, { ...place, y }));
        }
        y += heightOf(texts, style) + 3;
        rule(y);
        y += 3;
      }

      function row(texts: readonly string[], style: TextStyle, tag: 'TH' | 'TD'): void {
        const element = doc.struct('TR');
        table.add(element);
        cellsOf(texts, style, (write) => tagged(element, tag, write));
        element.end();
      }

      if (y + heightOf(headings, HEAD) + 30 > bottom) addPage();
      row(headings, HEAD, 'TH');
      return {
        row(texts: readonly string[]): void {
          if (y + heightOf(texts, BODY) + 6 > bottom) {
            addPage();
            // Said once to those who listen.
            cellsOf(headings, HEAD, artifact);
          }
          row(texts, BODY, 'TD');
        },
        end: () => table.end(),
      };
    },
    /** Numbers the pages and closes the document. */
    end(footOf: (page: number, pages: number) => string): void {
      document.end();
      const { start, count } = doc.bufferedPageRange();
      for (let number = 1; number <= count; number += 1) {
        doc.switchToPage(start + number - 1);
        const at = doc.page.height - MARGIN - SMALL.size;
        artifact(() => writer.write(footOf(number, count), SMALL, { x: MARGIN, y: at, width, align: 'end' }));
      }
      doc.end();
    },
  };
}
