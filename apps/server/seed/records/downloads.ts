import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DownloadRecord } from '@muniment/contract/downloads.ts';
import { BRAMBLEWICK_NUMBER } from '../bramblewick-bakery.ts';
import { HALDEN_NUMBER } from '../halden-robotics.ts';
import type { DemoRecord, DemoRecordContext } from './demo-record.ts';
import { PRODUCTS } from './products.ts';

type Product = (typeof PRODUCTS)[number];

/** Of these the publisher hands out nothing any more. */
const NOT_AVAILABLE = new Set(['HAL-ENT-11', 'MER-SRV-2022', 'CAS-STD-2024']);
/** Used online, or given at home: there is nothing to install. */
const NOT_INSTALLED = /^(?:OSV-|CAS-HOM-|MER-USR-)/;
const RICH = new Set([HALDEN_NUMBER, BRAMBLEWICK_NUMBER]);

const INSTALLED = PRODUCTS.filter(({ partNumber }) => !NOT_INSTALLED.test(partNumber));
const FOR_CLOUD = INSTALLED.filter(({ pool }) => pool === 'servers');
const FOR_DESKS = INSTALLED.filter(({ pool }) => pool !== 'servers');

interface DemoFile {
  readonly record: DownloadRecord;
  /** Of a file that is available. */
  readonly content: string | null;
}

/** A few small files of each product that is installed: their sizes and checksums are true. */
const FILES: readonly DemoFile[] = INSTALLED.flatMap((product, place) =>
  variantsOf(product).map(([language, architecture, fileType], variant) =>
    fileOf(product, language, architecture, fileType, 40_100 + place * 10 + variant),
  ),
);

type Variant = readonly [language: string, architecture: string, fileType: string];

function variantsOf({ partNumber, pool }: Product): readonly Variant[] {
  if (NOT_AVAILABLE.has(partNumber)) return [['en', 'x64', pool === 'applications' ? 'EXE' : 'ISO']];
  if (pool === 'applications') {
    return ['en', 'de', 'fr', 'ja'].map((language): Variant => [language, 'x64', 'EXE']);
  }
  if (pool === 'servers') {
    return [
      ['mul', 'x64', 'ISO'],
      ['mul', 'arm64', 'ISO'],
    ];
  }
  return [
    ['en', 'x64', 'ISO'],
    ['en', 'arm64', 'ISO'],
    ['de', 'x64', 'ISO'],
    ['fr', 'x64', 'ISO'],
  ];
}

function fileOf(
  { partNumber, name, version }: Product,
  language: string,
  architecture: string,
  fileType: string,
  number: number,
): DemoFile {
  const facts = {
    downloadNumber: `D-${number}`,
    partNumber,
    version: /^\d{4}$/.test(version) ? `${version.slice(2)}.1` : `${version}.0`,
    language,
    architecture,
    fileType,
  };
  if (NOT_AVAILABLE.has(partNumber)) return { record: { ...facts, available: false }, content: null };
  const fileName = `${partNumber.toLowerCase()}-${facts.version}-${language}-${architecture}.${fileType.toLowerCase()}`;
  const line = `An invented file of the demo: ${name}, version ${facts.version}, ${language}, ${architecture}.\n`;
  const content = line.repeat(40 + (number % 37));
  return {
    record: {
      ...facts,
      fileName,
      sizeBytes: Buffer.byteLength(content),
      sha256: createHash('sha256').update(content).digest('hex'),
      storageKey: `demo/${fileName}`,
    },
    content,
  };
}

/** The files of the catalog, and which license IDs offer which products. */
export function downloads({ contracts, random }: DemoRecordContext): DemoRecord[] {
  const offers = contracts.flatMap(({ licenseId, program, organizationNumber }) => {
    const from = program.includes('cloud') ? FOR_CLOUD : FOR_DESKS;
    const count = RICH.has(organizationNumber) ? random.between(5, 9) : random.between(2, 3);
    const partNumbers = new Set(Array.from({ length: count }, () => random.pick(from).partNumber));
    return [...partNumbers].map((partNumber) => ({ type: 'download-offer', licenseId, partNumber }));
  });
  return [...FILES.map(({ record }) => ({ type: 'download', ...record })), ...offers];
}

/** Writes the files of the demo where the server reads downloads. @throws Where that cannot be written. */
export async function writeDemoDownloads(directory: string): Promise<void> {
  for (const { record, content } of FILES) {
    if (content === null || record.storageKey === undefined) continue;
    const file = path.join(directory, record.storageKey);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}
