import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDownstreamSystem } from '@muniment/contract/downstream-systems.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import {
  copyKey,
  exportKeys,
  exportMaskedKeys,
  listKeyedProducts,
  listKeys,
  listLicenseKeys,
  listProductKeys,
  putKey,
  requestActivations,
  revealKey,
} from '@muniment/contract/product-keys.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { answerMessage, listInbox } from '@muniment/contract/support.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createTypist } from '../cli/run-vl.ts';
import { type Api, createApi } from '../support/api.ts';
import { freePort } from '../support/free-port.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.ts';

const CANARY = 'CNRYA-9XVTB-4HNWR-P3C8D-ABCDE';
const BAD_CANARY = 'CNRYB-9XVTB-4HNWR-P3C8D-FGHJK';
/** Goes the same ways in clear, so that the search is known to look where it must. */
const MARKER = 'MRKER-7KQ2M-PLAIN-TEXTS-WRITE';

/** Whatever is left of a canary where no key may be: all of it, in other spellings, or a part that is not shown. */
const TRACES = [CANARY, BAD_CANARY].flatMap((key) => {
  const plain = key.replaceAll('-', '');
  const spellings = [key, plain, key.toLowerCase(), encodeURIComponent(key), key.slice(0, 11)];
  const bytes = [key, plain].map((text) => Buffer.from(text));
  return [
    ...spellings,
    ...bytes.flatMap((one) => [one.toString('hex'), one.toString('base64').replace(/=+$/, '').slice(0, -2)]),
  ];
});

let muniment: Muniment;
let sink: SmtpSink;
let child: ChildProcess;
let log = '';
let server: string;
let served: (token: string) => Api;
const webhooks: string[] = [];
const receiver = createServer((request, response) => {
  let text = '';
  request.on('data', (piece) => {
    text += piece;
  });
  request.on('end', () => {
    webhooks.push(JSON.stringify(request.headers) + text);
    response.writeHead(204).end();
  });
});
let organization: Organization;
let admin: Member;

beforeAll(async () => {
  sink = await startSmtpSink();
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  muniment = await startMuniment();
  // A process of its own, whose log is read: every level, with a worker that sends mail and webhooks.
  const port = String(await freePort());
  child = fork(path.join(import.meta.dirname, '../support/server-process.ts'), [], {
    execArgv: [],
    silent: true,
    env: {
      ...process.env,
      ...muniment.environment,
      PORT: port,
      LOG_LEVEL: 'trace',
      RUN: 'web,worker',
      SMTP_URL: sink.url,
      WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8',
    },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      log += text;
    });
  }
  [server] = (await once(child, 'message')) as [string];
  served = (token) => createApi(server, { authorization: `Bearer ${token}` }, () => {});
  await served(muniment.publisherToken).call(createDownstreamSystem, {
    body: { name: 'Key service', url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook` },
  });
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});
afterAll(async () => {
  child.disconnect();
  await once(child, 'exit');
  receiver.close();
  await sink.stop();
  await muniment.stop();
});

/** Every row of every table, as text. */
async function dumpTables(): Promise<Map<string, string>> {
  const client = new Client(muniment.database.adminUrl);
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'
  `);
  const dump = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
    dump.set(name, rows.map(({ text }) => text).join('\n'));
  }
  await client.end();
  return dump;
}

function tracesIn(text: string): string[] {
  return TRACES.filter((trace) => text.includes(trace));
}

test('W3 a key that went every way is nowhere but in the answers that hand it out', async () => {
  const partner = served(organization.partner.token);
  const person = served(admin.token);
  const { licenseId } = admin;
  const answers: string[] = [];
  const handedOut: string[] = [];
  const note = async (answer: Promise<{ readonly text: string; readonly headers: Headers }>) => {
    const { text, headers } = await answer;
    answers.push(text + JSON.stringify([...headers]));
  };

  // In: good, bad, the same again, the same under another key, with what the database refuses.
  const product = { name: 'Ledgerline', family: 'Ledgerline', version: '2027', pool: 'servers' as const };
  await served(muniment.publisherToken).call(putProduct, { params: { partNumber: 'LDG' }, body: product });
  const params = { licenseId, keyNumber: 'K-1' };
  const body = { partNumber: 'LDG', keyType: 'mak' as const, key: CANARY, activationsTotal: 500 };
  await note(partner.call(putKey, { params, body }));
  await note(partner.call(putKey, { params, body }));
  await note(partner.call(putKey, { params, body: { ...body, activationsUsed: 480 } }));
  const bad = { ...body, key: BAD_CANARY };
  await note(partner.call(putKey, { params, body: { ...bad, partNumber: 'NO-SUCH' } }));
  await note(partner.call(putKey, { params, body: { ...bad, keyType: BAD_CANARY as never } }));
  await note(partner.call(putKey, { params, body: { ...bad, key: `${BAD_CANARY} ` } }));
  await note(partner.call(putKey, { params, body: { ...bad, activationsUsed: BAD_CANARY as never } }));
  await note(partner.call(putKey, { params: { ...params, licenseId: 'NO-SUCH-1' }, body: bad }));
  await note(
    partner.send('PUT', `/v1/partner/licenses/${licenseId}/keys/K-1`, { body: `{"key":"${BAD_CANARY}` }),
  );
  const record = { type: 'key', licenseId, ...body };
  const records = [
    { ...record, keyNumber: 'K-2' },
    { ...record, keyNumber: 'K-3', key: BAD_CANARY, partNumber: 'NO-SUCH' },
    { ...record, keyNumber: 'K-4', key: [BAD_CANARY] },
    { ...record, keyNumber: 'K-5', key: BAD_CANARY, keyType: BAD_CANARY },
    { ...record, type: 'order', keyNumber: 'K-6', key: BAD_CANARY },
    { ...record, type: BAD_CANARY, keyNumber: 'K-7' },
  ].map((one, index) => ({ line: index + 1, record: one }));
  const idempotencyKey = `push-${MARKER}`;
  await note(partner.call(pushRecords, { body: { records }, idempotencyKey }));
  await note(partner.call(pushRecords, { body: { records }, idempotencyKey }));
  // From a file, with lines that cannot be taken, and a report of those.
  const folder = await mkdtemp(path.join(tmpdir(), 'muniment-canary-'));
  const [file, report] = ['records.ndjson', 'refused.ndjson'].map((name) => path.join(folder, name));
  const lines = [
    JSON.stringify({ ...record, keyNumber: 'K-2' }),
    JSON.stringify({ ...record, keyNumber: 'K-8', key: `${BAD_CANARY} ` }),
    JSON.stringify({ ...record, keyNumber: 'K-9', key: BAD_CANARY, partNumber: 'NO-SUCH' }),
    `{"type":"key","key":"${BAD_CANARY}"`,
    `{"type":"key","keyNumber":"K-10","key":"${BAD_CANARY}",}`,
  ];
  await writeFile(file ?? '', lines.join('\n'));
  const typist = await createTypist({ VL_SERVER: server, VL_TOKEN: organization.partner.token });
  const imported = await typist.vl('import', 'contracts', file ?? '', '--report', report ?? '');
  const refused = await readFile(report ?? '', 'utf8');
  await Promise.all([typist.leave(), rm(folder, { recursive: true })]);
  expect(imported.status).toBe(1);
  expect(refused.trim().split('\n')).toHaveLength(4);
  answers.push(imported.stdout, imported.stderr, refused);

  // And where the server itself fails with a key in its hands.
  const owner = new Client(muniment.database.ownerUrl);
  await owner.connect();
  await owner.query('alter table product_key rename to product_key_away');
  const failed = partner.call(putKey, { params, body: bad });
  await note(failed);
  expect((await failed).status).toBe(500);
  await owner.query('alter table product_key_away rename to product_key');
  await owner.end();

  // Out: lists, searches, refusals.
  await note(person.call(listKeys, { query: {} }));
  await note(person.call(listKeys, { query: { q: CANARY } }));
  await note(person.call(listLicenseKeys, { params: { licenseId }, query: {} }));
  await note(person.call(exportMaskedKeys, { query: {} }));
  const products = await person.call(listKeyedProducts, { query: {} });
  const productId = products.body.items[0]?.id ?? '';
  await note(person.call(listProductKeys, { params: { productId }, query: {} }));
  const { items } = (await person.call(listKeys, { query: {} })).body;
  expect(items.map(({ keyNumber }) => keyNumber).sort()).toEqual(['K-1', 'K-2']);
  const key = { licenseId, keyId: items.find(({ keyNumber }) => keyNumber === 'K-1')?.id ?? '' };
  await note(person.call(revealKey, { params: { ...key, licenseId: 'NO-SUCH-1' } }));
  await note(person.send('POST', `/v1/licenses/${licenseId}/keys/${CANARY}/reveal`));

  // In clear: revealed, copied, exported; each is recorded.
  for (const endpoint of [revealKey, copyKey]) {
    handedOut.push((await person.call(endpoint, { params: key, idempotencyKey: `show-${MARKER}` })).text);
  }
  handedOut.push((await person.call(exportKeys, { body: {}, idempotencyKey: `export-${MARKER}` })).text);
  for (const text of handedOut) expect(text).toContain(CANARY);

  // To people: a ticket, its answer by mail, and a change of roles by webhook.
  const asked = { wanted: 750, justification: `Because of ${MARKER}.` };
  await note(person.call(requestActivations, { params: key, body: asked, idempotencyKey: `ask-${MARKER}` }));
  const publisher = served(muniment.publisherToken);
  const inbox = publisher.call(listInbox, { query: { q: MARKER } });
  await note(inbox);
  const messageId = (await inbox).body.items[0]?.id ?? '';
  await note(publisher.call(answerMessage, { params: { messageId }, body: { text: 'They are raised.' } }));
  await organization.colleague(admin, { roles: ['product-keys-reader'] });
  await vi.waitFor(
    () => {
      expect(webhooks.length).toBeGreaterThan(0);
      expect(sink.received.some((mail) => mail.parsed.text?.includes(MARKER))).toBe(true);
    },
    { timeout: 20_000, interval: 100 },
  );
  const ledger = await person.call(listLedger, { query: { chain: 'disclosures' } });
  expect(ledger.body.items.map(({ event }) => event)).toEqual([
    'product-key.exported',
    'product-key.copied',
    'product-key.revealed',
  ]);
  await note(person.call(listLedger, { query: {} }));

  // The search looks where it must: what was sent in clear is there.
  const tables = await dumpTables();
  const mails = sink.received.map((mail) => JSON.stringify(mail.parsed)).join('\n');
  expect(tables.get('public.support_message')).toContain(MARKER);
  expect(tables.get('public.idempotency')).toContain(MARKER);
  expect(tables.get('public.product_key')).toContain('ABCDE');
  expect(mails).toContain(MARKER);
  expect(log).toContain(`/v1/licenses/${licenseId}/keys/${key.keyId}/reveal`);
  expect(log).toContain('"level":50');
  expect(webhooks.join()).toContain(licenseId);
  expect(answers.join()).toContain('invalid-request');
  expect(tracesIn(handedOut.join())).not.toEqual([]);

  for (const [name, text] of tables)
    expect({ in: name, traces: tracesIn(text) }).toEqual({ in: name, traces: [] });
  expect({ in: 'log', traces: tracesIn(log) }).toEqual({ in: 'log', traces: [] });
  expect({ in: 'mail', traces: tracesIn(mails) }).toEqual({ in: 'mail', traces: [] });
  expect({ in: 'webhooks', traces: tracesIn(webhooks.join()) }).toEqual({ in: 'webhooks', traces: [] });
  expect({ in: 'ledger', traces: tracesIn(ledger.text) }).toEqual({ in: 'ledger', traces: [] });
  for (const text of answers) expect({ in: text, traces: tracesIn(text) }).toEqual({ in: text, traces: [] });
});
