import { fork } from 'node:child_process';
import { connect } from '../../apps/server/src/database/connect.ts';
import { type Question, selectAllowed } from '../../apps/server/src/features/access/access-repository.ts';
import { createPublisherToken } from '../../apps/server/src/features/tokens/token-service.ts';
import type { GeneratedData } from './generate-data.ts';
import { emailOf, licenseIdOf } from './generate-data.ts';

export interface HttpRates {
  /** Requests a second: a bare route that returns a constant, one query a request, and the real route. */
  readonly constant: number;
  readonly uncoalesced: number;
  readonly check: number;
  /** Resident memory of the serving process after the run, in bytes. */
  readonly residentBytes: number;
}

const ROUTES = {
  constant: ({ barePort }: { barePort: number }) => `http://127.0.0.1:${barePort}/constant`,
  uncoalesced: ({ port }: { port: number }) => `http://127.0.0.1:${port}/v1/uncoalesced`,
  check: ({ port }: { port: number }) => `http://127.0.0.1:${port}/v1/access/check`,
};

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 32;

/** Measures the three routes in turns, over HTTP, each served by the same process. @source quality.md P1, P10 */
export async function measureHttp(serverUrl: string, data: GeneratedData): Promise<HttpRates> {
  const { db } = connect(serverUrl, 1);
  const { token } = await createPublisherToken(db, {
    name: 'bench',
    scopes: ['access:check'],
    expiresInDays: 1,
  });
  await db.destroy();

  const child = fork(new URL('./check-server.ts', import.meta.url), [serverUrl], { stdio: 'inherit' });
  try {
    const ports = await new Promise<{ port: number; barePort: number }>((resolve, reject) => {
      child.once('message', (message) => resolve(message as { port: number; barePort: number }));
      child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    });
    const rates: Record<'constant' | 'uncoalesced' | 'check', number[]> = {
      constant: [],
      uncoalesced: [],
      check: [],
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const route of ['constant', 'uncoalesced', 'check'] as const) {
        rates[route].push(await load(ROUTES[route](ports), token, data));
      }
    }
    const residentBytes = await new Promise<number>((resolve) => {
      child.once('message', (message) => resolve((message as { residentBytes: number }).residentBytes));
      child.send('memory');
    });
    return {
      constant: median(rates.constant),
      uncoalesced: median(rates.uncoalesced),
      check: median(rates.check),
      residentBytes,
    };
  } finally {
    child.kill();
  }
}

async function load(url: string, token: string, data: GeneratedData): Promise<number> {
  const { default: autocannon } = await import('autocannon');
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    requests: Array.from({ length: 200 }, (_, index) => ({
      body: JSON.stringify({ checks: [checkOf(index * 7919, data)] }),
    })),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return result.requests.average;
}

function checkOf(seed: number, data: GeneratedData) {
  const { organization, license, user } = placeOf(seed, data);
  return {
    signInEmail: emailOf(organization, user),
    licenseId: licenseIdOf(organization, license),
    action: 'contract:view',
  };
}

/** Half of the questions are about the large organizations, half about the small ones. */
function placeOf(seed: number, data: GeneratedData) {
  const large = Math.max(1, Math.round(data.grants / 2 / 100_000));
  return seed % 2 === 0
    ? { organization: (seed >> 1) % large, license: (seed * 31) % 4_000, user: (seed * 17) % 2_000 }
    : { organization: large + ((seed * 13) % (data.organizations - large)), license: 0, user: seed % 3 };
}

/** Checks a second, a thousand in a call, by id and by e-mail. @source quality.md P2 */
export async function measureBatches(
  serverUrl: string,
  data: GeneratedData,
): Promise<{ byId: number; byEmail: number; allowedShare: number }> {
  const { db, prepared } = connect(serverUrl, 1);
  try {
    const calls = Array.from({ length: 40 }, (_, call) =>
      Array.from({ length: 1_000 }, (_, index): Question => {
        const { organization, license, user } = placeOf(call * 1_000 + index * 104_729, data);
        return {
          vlUserId: null,
          emailKey: emailOf(organization, user),
          licenseId: licenseIdOf(organization, license),
          roles: 'administrator,licensing-info-viewer,product-keys-reader',
        };
      }),
    );
    const ids = new Map<string, string>();
    const asked = [...new Set(calls.flat().map((question) => question.emailKey ?? ''))];
    const rows = await db
      .selectFrom('vl_user')
      .select(['id', 'sign_in_email_key'])
      .where('sign_in_email_key', 'in', asked)
      .execute();
    for (const row of rows) ids.set(row.sign_in_email_key, row.id);
    const byIdCalls = calls.map((call) =>
      call.map(
        (question): Question => ({
          ...question,
          vlUserId: ids.get(question.emailKey ?? '') ?? null,
          emailKey: null,
        }),
      ),
    );
    let allowed = 0;
    const rate = async (batches: readonly Question[][]) => {
      for (const call of batches.slice(0, 10)) await selectAllowed(prepared, call);
      const start = performance.now();
      for (const call of batches) allowed += (await selectAllowed(prepared, call)).filter(Boolean).length;
      return (batches.length * 1_000) / ((performance.now() - start) / 1_000);
    };
    const byId = await rate(byIdCalls);
    const byEmail = await rate(calls);
    return { byId, byEmail, allowedShare: allowed / 80_000 };
  } finally {
    await db.destroy();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
