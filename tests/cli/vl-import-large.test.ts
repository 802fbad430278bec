import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import { createTypist } from './run-vl.ts';

let muniment: Muniment;
let directory: string;
beforeAll(async () => {
  muniment = await startMuniment();
  directory = await mkdtemp(join(tmpdir(), 'muniment-vl-import-large-'));
});
afterAll(async () => {
  await muniment.stop();
  await rm(directory, { recursive: true });
});

const ROWS = 100_000;
/** Of the command, in MiB: what it takes for one batch, far from what it would take for all rows. */
const HEAP_MIB = 40;

/** Nearly all left out by the cut-off, some to be taken, a stray quote early on. */
function* linesOf(licenseIds: readonly string[]) {
  yield 'License ID,Sign-in e-mail,Display name,Roles,Assigned on,Registered on\n';
  for (let row = 0; row < ROWS; row += 1) {
    const email = `person.${row}@corvane.example`;
    const registered = row % 100 === 0 ? '2022-05-09' : '';
    const name = row === 1_000 ? '"Stray' : `Person number ${row} of Corvane Textiles`;
    yield `${licenseIds[row % licenseIds.length]},${email},${name},"Download; Product Keys",2022-05-04,${registered}\n`;
  }
}

test('G2 100,000 rows are imported in a heap that holds a batch of them', { timeout: 240_000 }, async () => {
  const organization = await (await muniment.newPartner()).organization();
  const { licenseIds } = await organization.administrator({ licenses: 3 });
  const file = join(directory, 'large.csv');
  await pipeline(linesOf(licenseIds), createWriteStream(file));
  const typist = await createTypist({ VL_SERVER: muniment.url, VL_TOKEN: muniment.publisherToken });
  const env = { NODE_OPTIONS: `--max-old-space-size=${HEAP_MIB}` };
  const report = join(directory, 'report.csv');
  const outcome = await typist.program({ env }, 'import', 'vlsc', file, '--report', report);
  await typist.leave();
  expect(outcome.status).toBe(1);
  expect(outcome.stdout).toMatch(/taken +999 +registered\n/);
  expect(outcome.stdout).toMatch(/skipped +99,000 +not registered by cut off\n/);
  expect(outcome.stdout).toMatch(/rejected +1 +broken quote\n/);
  expect(outcome.stdout).toMatch(/1002 +rejected +A quotation mark/);
  expect(outcome.stderr).toContain('50,000 rows, to line 50,001 ...');
});
