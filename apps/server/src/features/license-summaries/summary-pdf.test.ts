import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { summaryMessages } from './messages/catalog.ts';
import { type PrintedSummary, writeSummaryPdf } from './summary-pdf.ts';

const summary: PrintedSummary = {
  publisherName: 'Northlight',
  organizationName: 'Łódź 東京 Ελλάδα Київ AB',
  asOf: '2026-11-24',
  licenses: Array.from({ length: 400 }, (_, index) => ({
    licenseId: String(70_000_000 + index),
    name: 'Select',
  })),
  rows: Array.from({ length: 80 }, (_, index) => ({
    id: String(index),
    family: 'Castellan',
    version: '2027',
    pool: 'servers' as const,
    type: 'license' as const,
    granted: index === 0,
    effectiveQuantity: 1_200,
    activeSoftwareAssuranceQuantity: 0,
  })),
  totals: [{ pool: 'servers', effectiveQuantity: 96_000, activeSoftwareAssuranceQuantity: 0 }],
};

/** Every character that a reader can take out of a document: what its fonts map their glyphs to. */
function charactersOf(pdf: Buffer): Set<string> {
  const characters = new Set<string>();
  const text = pdf.toString('latin1');
  for (const { index, 0: head } of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(index - 3, index) === 'end') continue;
    const end = text.indexOf('endstream', index);
    let stream: string;
    try {
      stream = inflateSync(pdf.subarray(index + head.length, end)).toString('latin1');
    } catch {
      continue;
    }
    if (!stream.includes('beginbfrange')) continue;
    for (const [, hex = ''] of stream.slice(stream.indexOf('beginbfrange')).matchAll(/<([0-9a-f]{4,})>/gi)) {
      for (const character of Buffer.from(hex, 'hex').swap16().toString('utf16le')) characters.add(character);
    }
  }
  return characters;
}

const lacking = (pdf: Buffer, text: string) => {
  const characters = charactersOf(pdf);
  return [...text].filter((character) => !characters.has(character));
};

test.each(['en', 'de', 'fr', 'ja'] as const)(
  'W4 the PDF in %s holds names of Latin, Greek, Cyrillic and Japanese as text, is tagged and numbers its pages',
  async (language) => {
    const messages = summaryMessages(language);
    const pdf = await writeSummaryPdf(summary, messages);
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain(`/Lang (${language})`);
    expect(text).toMatch(/\/StructTreeRoot/);
    expect(text.match(/\/S \/Table\b/g)).toHaveLength(2);
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
    expect(lacking(pdf, summary.organizationName)).toEqual([]);
    expect(lacking(pdf, messages.t('column.activeSoftwareAssuranceQuantity'))).toEqual([]);
    expect(charactersOf(pdf).has('\ufffd')).toBe(false);
  },
);

test('W4 what no typeface has is shown as U+FFFD, and nothing else is', async () => {
  const messages = summaryMessages('en');
  const pdf = await writeSummaryPdf({ ...summary, organizationName: 'Łódź شركة 🚆' }, messages);
  expect(charactersOf(pdf).has('\ufffd')).toBe(true);
  expect(lacking(pdf, 'Łódź')).toEqual([]);
});
