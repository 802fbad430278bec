import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { activateService, listActivations, putActivationKey } from '@muniment/contract/activations.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { putProduct } from '@muniment/contract/products.ts';
import { pushRecords } from '@muniment/contract/records.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newProductKey } from '../support/activation-keys.ts';
import { type Api, createApi } from '../support/api.ts';
import { freePort } from '../support/free-port.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';

let muniment: Muniment;
let child: ChildProcess;
let log = '';
let served: (token: string) => Api;

beforeAll(async () => {
  muniment = await startMuniment();
  // A process of its own, whose log is read: every level.
  child = fork(path.join(import.meta.dirname, '../support/server-process.ts'), [], {
    execArgv: [],
    silent: true,
    env: { ...process.env, ...muniment.environment, PORT: String(await freePort()), LOG_LEVEL: 'trace' },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      log += text;
    });
  }
  const [server] = (await once(child, 'message')) as [string];
  served = (token) => createApi(server, { authorization: `Bearer ${token}` }, () => {});
});
afterAll(async () => {
  child.disconnect();
  await once(child, 'exit');
  await muniment.stop();
});

test('W6 a key that activates is in no log, answer or ledger, also where the server fails with it in its hands', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const admin = await organization.administrator();
  const partner = served(organization.partner.token);
  const person = served(admin.token);
  const product = { name: 'Tidewater', family: 'Tidewater', version: 'Online', pool: 'servers' as const };
  await muniment.publisher.call(putProduct, { params: { partNumber: 'OSV-LOG-1' }, body: product });

  const [good, unknown] = [newProductKey(), newProductKey()];
  const mistyped = unknown.replace(/^./, (first) => (first === '2' ? '3' : '2'));
  const answers: string[] = [];
  const note = async (answer: Promise<{ readonly text: string; readonly status: number }>) => {
    const { text, status } = await answer;
    answers.push(text);
    return status;
  };
  const sold = { partNumber: 'OSV-LOG-1', seats: 5 };
  const put = (body: object) => note(partner.send('PUT', '/v1/partner/activation-keys', { body }));
  await note(partner.call(putActivationKey, { body: { ...sold, key: good } }));
  await put({ ...sold, key: mistyped });
  await put({ ...sold, key: unknown, partNumber: 'NO-SUCH' });
  await put({ ...sold, key: [unknown] });
  const record = { type: 'activation-key', ...sold, key: unknown, seats: -1 };
  await note(partner.call(pushRecords, { body: { records: [{ line: 1, record }] } }));

  const use = (key: unknown, idempotencyKey?: string) =>
    note(
      person.send('POST', `/v1/licenses/${admin.licenseId}/activations`, {
        body: { key, choice: 'add-seats' },
        ...(idempotencyKey === undefined ? {} : { headers: { 'idempotency-key': idempotencyKey } }),
      }),
    );
  expect(await use(unknown)).toBe(404);
  expect(await use(mistyped)).toBe(400);
  expect(await use({ key: unknown })).toBe(400);
  expect(await use(good, 'canary')).toBe(201);
  expect(await use(good)).toBe(409);
  await note(person.call(listActivations, { query: { q: good } }));
  await note(person.call(listLedger, { query: {} }));
  await note(
    person.call(activateService, {
      params: { licenseId: 'NO-SUCH' },
      body: { key: unknown, choice: 'renew' },
    }),
  );

  const owner = new Client(muniment.database.ownerUrl);
  await owner.connect();
  await owner.query('alter table activation_key rename to activation_key_away');
  expect(await use(unknown)).toBe(500);
  await owner.query('alter table activation_key_away rename to activation_key');
  await owner.end();

  // The search looks where it must.
  expect(log).toContain(`/v1/licenses/${admin.licenseId}/activations`);
  expect(log).toContain('"level":50');
  expect(answers.join()).toContain('service.activated');
  for (const text of [log, ...answers]) {
    const found = [good, unknown, mistyped].flatMap((key) =>
      [key.slice(0, 11), key.replaceAll('-', '').slice(0, 10)].filter((trace) =>
        text.toUpperCase().includes(trace),
      ),
    );
    expect({ in: text, found }).toEqual({ in: text, found: [] });
  }
});
