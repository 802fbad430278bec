// Prints the figures of the product as one table, measured side by side in one run.
//
//   npm run bench                      with 1 M grants
//   npm run bench -- --grants 5000000
//   npm run bench -- --only console    one part of it: checks, console, start or import
import { parseArgs } from 'node:util';
import { migrateToLatest } from '../../apps/server/src/database/migrate.ts';
import { startTestServer } from '../support/test-server.ts';
import { generateData } from './generate-data.ts';
import { MIX_IN_WORDS } from './generate-records.ts';
import { measureBatches, measureHttp } from './measure-checks.ts';
import { measureConsole } from './measure-console.ts';
import { measureDecision } from './measure-decision.ts';
import { measureImports } from './measure-import.ts';
import type { LighthouseScores } from './measure-lighthouse.ts';
import { measureStart } from './measure-start.ts';

const PARTS = ['checks', 'console', 'start', 'import'] as const;
const { values } = parseArgs({
  options: { grants: { type: 'string', default: '1000000' }, only: { type: 'string', multiple: true } },
});
const grants = Number(values.grants);
const unknown = values.only?.find((part) => !PARTS.some((each) => each === part));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}". The parts are ${PARTS.join(', ')}.\n`);
  process.exit(2);
}
const isWanted = (part: (typeof PARTS)[number]) => values.only?.includes(part) ?? true;

interface Row {
  readonly id: string;
  readonly what: string;
  readonly measured: string;
  readonly bar: string;
  readonly met: boolean;
}

const rows: Row[] = [];
const count = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

if (isWanted('checks')) await benchChecks();
if (isWanted('console')) await benchConsole();
if (isWanted('start')) await benchStart();
if (isWanted('import')) await benchImport();
print();

async function benchChecks(): Promise<void> {
  const decision = measureDecision();
  rows.push({
    id: 'P3',
    what: 'decision in memory',
    measured: `${decision.nanoseconds.toFixed(1)} ns, ${decision.bytes.toFixed(2)} bytes`,
    bar: '≤ 60 ns, no allocation',
    met: decision.nanoseconds <= 60 && decision.bytes < 0.1,
  });

  const server = await startTestServer();
  try {
    await migrateToLatest(server.ownerUrl);
    const adminUrl = server.adminUrl.replace('/postgres?', '/muniment?');
    const started = performance.now();
    const data = await generateData(adminUrl, { grants });
    const seconds = ((performance.now() - started) / 1_000).toFixed(0);
    process.stdout.write(
      `${count.format(data.grants)} grants, ${count.format(data.licenses)} license IDs, ${count.format(data.users)} VL users, made in ${seconds} s\n`,
    );

    const batches = await measureBatches(server.serverUrl, data);
    rows.push({
      id: 'P2',
      what: '1,000 checks in a call, by id',
      measured: `${count.format(batches.byId)} checks/s`,
      bar: '≥ 100,000',
      met: batches.byId >= 100_000,
    });
    rows.push({
      id: 'P2',
      what: '1,000 checks in a call, by e-mail',
      measured: `${count.format(batches.byEmail)} checks/s (${(batches.allowedShare * 100).toFixed(0)} % allowed)`,
      bar: '≥ 50,000',
      met: batches.byEmail >= 50_000,
    });

    const http = await measureHttp(server.serverUrl, data);
    rows.push({
      id: 'P1',
      what: 'one check a request, against a constant route',
      measured: `${count.format(http.check)} of ${count.format(http.constant)} req/s = ${(http.check / http.constant).toFixed(2)} ×`,
      bar: '≥ 0.6 ×',
      met: http.check >= 0.6 * http.constant,
    });
    rows.push({
      id: 'P1',
      what: 'one check a request, against one query a request',
      measured: `${count.format(http.check)} of ${count.format(http.uncoalesced)} req/s = ${(http.check / http.uncoalesced).toFixed(2)} ×`,
      bar: '≥ 3 ×',
      met: http.check >= 3 * http.uncoalesced,
    });
    rows.push({
      id: 'P10',
      what: 'memory of the server under P1',
      measured: `${count.format(http.residentBytes / 1e6)} MB`,
      bar: '< 200 MB',
      met: http.residentBytes < 200e6,
    });
  } finally {
    await server.close();
  }
}

async function benchConsole(): Promise<void> {
  const figures = await measureConsole();
  const scores = ({ performance, accessibility }: LighthouseScores) => `${performance} and ${accessibility}`;
  const isGood = ({ performance, accessibility }: LighthouseScores) =>
    performance >= 95 && accessibility >= 95;
  rows.push(
    {
      id: 'P9',
      what: 'first load of the console, gzipped JavaScript',
      measured: `${figures.firstLoadKib.toFixed(1)} KiB`,
      bar: '≤ 160 KiB',
      met: figures.firstLoadKib <= 160,
    },
    {
      id: 'P9',
      what: 'the page that loads most besides',
      measured: `${figures.largestLaterKib.toFixed(1)} KiB`,
      bar: '≤ 60 KiB',
      met: figures.largestLaterKib <= 60,
    },
    {
      id: 'P9',
      what: '10,000 rows scroll: 95th of 100 frames, and elements in the document',
      measured: `${figures.scroll.p95} ms (${figures.scroll.work} ms work), ${count.format(figures.scroll.nodes)}`,
      bar: '< 34 ms, < 1,500',
      met: figures.scroll.p95 < 34 && figures.scroll.nodes < 1_500,
    },
    {
      id: 'P9',
      what: 'Lighthouse, performance and accessibility, desktop',
      measured: scores(figures.desktop),
      bar: '≥ 95 each',
      met: isGood(figures.desktop),
    },
    {
      id: 'P9',
      what: 'Lighthouse, performance and accessibility, slow telephone',
      measured: scores(figures.mobile),
      bar: '≥ 95 each',
      met: isGood(figures.mobile),
    },
  );
}

async function benchStart(): Promise<void> {
  const start = await measureStart();
  rows.push({
    id: 'P8',
    what: 'start to ready, first time, demo data included',
    measured: `${start.firstSeconds.toFixed(1)} s`,
    bar: '< 8 s',
    met: start.firstSeconds < 8,
  });
  rows.push({
    id: 'P8',
    what: 'start to ready, second time',
    measured: `${start.secondSeconds.toFixed(1)} s`,
    bar: '< 2 s',
    met: start.secondSeconds < 2,
  });
}

async function benchImport(): Promise<void> {
  const { long, again, setUps } = await measureImports();
  process.stdout.write(`A mixed file holds, for each license ID: ${MIX_IN_WORDS}\n`);
  const memory = (of: 'server' | 'command') =>
    `${count.format(long[of].halfway / 1e6)} and ${count.format(long[of].inAll / 1e6)} MB`;
  const isFlat = (of: 'server' | 'command') => long[of].inAll <= 1.25 * long[of].halfway;
  rows.push(
    {
      id: 'P7',
      what: '`vl import contracts`, 200,000 records of a mixed file',
      measured: `${count.format(long.perSecond)} records/s`,
      bar: '≥ 5,000',
      met: long.perSecond >= 5_000,
    },
    {
      id: 'P7',
      what: 'the same file again, 20,000 records',
      measured: `${count.format(again.perSecond)} records/s`,
      bar: '≥ 5,000',
      met: again.perSecond >= 5_000,
    },
    {
      id: 'P7',
      what: 'license IDs that are set up, with invitation and mail, 20,000 records',
      measured: `${count.format(setUps.perSecond)} records/s`,
      bar: 'none',
      met: true,
    },
    {
      id: 'P7',
      what: 'most memory of the command, halfway and in all, 200,000 records',
      measured: memory('command'),
      bar: 'flat: ≤ 1.25 ×',
      met: isFlat('command'),
    },
    {
      id: 'P7',
      what: 'most memory of the server, halfway and in all, 200,000 records',
      measured: memory('server'),
      bar: 'flat: ≤ 1.25 ×',
      met: isFlat('server'),
    },
  );
}

function print(): void {
  const width = (pick: (row: Row) => string) => Math.max(...rows.map((row) => pick(row).length));
  const widths = [width((row) => row.what), width((row) => row.measured), width((row) => row.bar)];
  for (const row of rows.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))) {
    process.stdout.write(
      `${row.id.padEnd(4)} ${row.what.padEnd(widths[0] ?? 0)}  ${row.measured.padEnd(widths[1] ?? 0)}  ${row.bar.padEnd(widths[2] ?? 0)}  ${row.met ? 'met' : 'NOT MET'}\n`,
    );
  }
}
