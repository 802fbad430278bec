import { removeVlUser } from '@muniment/contract/vl-users.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import { type SecondProcess, startSecondProcess } from '../support/second-process.ts';
import { setRoles } from './shared-licenses.ts';

const SECONDS = Number(process.env.REVOCATION_SECONDS ?? 6);
const ARRIVALS_PER_SECOND = 80;
/** A call with so many checks takes a while, as one of an export does: time enough to be overtaken by a removal. */
const CHECKS_IN_A_CALL = 400;

let muniment: Muniment;
let second: SecondProcess;
beforeAll(async () => {
  muniment = await startMuniment();
  second = await startSecondProcess(muniment);
});
afterAll(async () => {
  await second.stop();
  await muniment.stop();
});

interface Check {
  readonly begun: number;
  ended: number;
  allowed: boolean;
}

/** From the answer of one save to the sending of the next: what is certain in between. */
interface Certain {
  readonly from: number;
  until: number;
  readonly allowed: boolean;
}

/**
 * Sends checks at a steady rate, whether or not earlier ones have been answered: clients do not wait for each
 * other. (A closed loop, which does, hides a check that is answered from before the revocation.)
 */
function sendChecks(ask: (index: number) => Promise<boolean>) {
  const checks: Check[] = [];
  const pending: Promise<void>[] = [];
  const started = performance.now();
  let arrived = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - started) * ARRIVALS_PER_SECOND) / 1_000;
    while (arrived < due) {
      arrived += 1;
      send();
    }
  }, 1);

  function send(): void {
    const check: Check = { begun: performance.now(), ended: Number.POSITIVE_INFINITY, allowed: false };
    const index = checks.push(check);
    pending.push(
      ask(index).then((allowed) => {
        check.allowed = allowed;
        check.ended = performance.now();
      }),
    );
  }

  return {
    send,
    finish: async () => {
      clearInterval(timer);
      await Promise.all(pending);
      return checks;
    },
  };
}

test('B10 no check that begins after a removal was answered is allowed, over two server processes', async () => {
  const organization = await (await muniment.newPartner()).organization();
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin);
  const { vlUserId } = colleague;
  const check = { vlUserId, licenseId: admin.licenseId, action: 'benefit:manage' };
  const body = JSON.stringify({ checks: Array.from({ length: CHECKS_IN_A_CALL }, () => check) });
  const urls = [muniment.url, second.url];
  const { send, finish } = sendChecks(async (index) => {
    const response = await fetch(`${urls[index % 2]}/v1/access/check`, {
      method: 'POST',
      headers: { authorization: `Bearer ${muniment.publisherToken}`, 'content-type': 'application/json' },
      body,
    });
    const { results } = (await response.json()) as { results: { allowed: boolean }[] };
    const answers = new Set(results.map((result) => result.allowed));
    if (answers.size !== 1) throw new Error('One statement gave two answers to one question');
    return answers.has(true);
  });

  const certain: Certain[] = [];
  const end = performance.now() + SECONDS * 1_000;
  while (performance.now() < end) {
    await save(certain, true, () => setRoles(admin, vlUserId, admin.licenseId, ['benefits-reader']), send);
    await save(
      certain,
      false,
      () =>
        certain.length % 4 === 1
          ? deleteUser(admin, vlUserId)
          : setRoles(admin, vlUserId, admin.licenseId, []),
      send,
    );
  }
  const checks = await finish();

  let held = 0;
  const wrong: Check[] = [];
  for (const check of checks) {
    const known = certain.find(({ from, until }) => from <= check.begun && check.ended <= until);
    if (known === undefined) continue;
    held += 1;
    if (known.allowed !== check.allowed) wrong.push(check);
  }
  expect(wrong).toEqual([]);
  // Enough of them fell into the time in which the answer is certain.
  expect(certain.length).toBeGreaterThan(SECONDS);
  expect(held).toBeGreaterThan(checks.length / 20);
});

/** Saves, and at once asks both servers: a check that joined an older one under way would show here. */
async function save(
  certain: Certain[],
  allowed: boolean,
  change: () => Promise<{ status: number }>,
  sendCheck: () => void,
): Promise<void> {
  const last = certain.at(-1);
  if (last !== undefined) last.until = performance.now();
  const { status } = await change();
  if (status >= 300) throw new Error(`The save answered ${status}`);
  certain.push({ from: performance.now(), until: Number.POSITIVE_INFINITY, allowed });
  for (let count = 0; count < 4; count += 1) sendCheck();
  await new Promise((done) => setTimeout(done, 40));
}

function deleteUser(admin: Member, vlUserId: string) {
  return admin.api.call(removeVlUser, { params: { vlUserId } });
}
