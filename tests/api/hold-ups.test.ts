// What one caller does, or the database does to one connection, holds nobody else up.
import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import { getMe } from '@muniment/contract/people.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../apps/server/src/database/connect.ts';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

/** Holds the row of a license ID, as a change of it does, until the work is done. */
async function whileLocked<T>(licenseId: string, work: () => Promise<T>): Promise<T> {
  const { db } = connect(muniment.database.serverUrl, 1);
  try {
    return await db.transaction().execute(async (trx) => {
      await trx.selectFrom('license').select('id').where('license_id', '=', licenseId).forUpdate().execute();
      return await work();
    });
  } finally {
    await db.destroy();
  }
}

const save = (admin: Member, licenseId: string) =>
  admin.api.call(changeAssignments, {
    body: {
      assignments: [
        {
          user: { signInEmail: organization.newEmail(), displayName: 'New' },
          licenseId,
          roles: ['benefits-reader'],
        },
      ],
    },
  });

async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; milliseconds: number }> {
  const start = performance.now();
  const answer = await work();
  return { answer, milliseconds: performance.now() - start };
}

test('R10 a license ID that somebody else saves just now is as unknown, and as fast, as one that is not there', async () => {
  const admin = await organization.administrator();
  const other = await organization.administrator();
  const { answer, milliseconds } = await whileLocked(other.licenseId, () =>
    timed(() => save(admin, other.licenseId)),
  );
  expect(answer).toMatchObject({ status: 404, problemId: 'license-id-not-found' });
  expect(milliseconds).toBeLessThan(2_000);
});

test('changes that wait for one license ID do not hold up checks, sign-ins or reads of others', async () => {
  const admin = await organization.administrator();
  const { vlUserId, licenseId } = admin;
  const checks = [{ vlUserId, licenseId, action: 'contract:view' as const }];
  await whileLocked(licenseId, async () => {
    const waiting = Array.from({ length: 30 }, () => save(admin, licenseId));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const check = await timed(() => muniment.publisher.call(checkAccess, { body: { checks } }));
    expect(check.answer.body.results).toEqual([{ allowed: true }]);
    expect(check.milliseconds).toBeLessThan(2_000);
    const answers = await Promise.all(waiting);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  });
  expect((await save(admin, licenseId)).status).toBe(201);
});

test('a broken question of one caller does not fail the checks of others', async () => {
  const admin = await organization.administrator();
  const { vlUserId, licenseId } = admin;
  const good = { body: { checks: [{ vlUserId, licenseId, action: 'contract:view' as const }] } };
  const odd = {
    body: { checks: [{ vlUserId: `urn:uuid:${vlUserId}`, licenseId, action: 'contract:view' }] },
  };
  const answers = await Promise.all(
    Array.from({ length: 40 }, async (_, index) =>
      index % 4 === 0
        ? (await admin.api.send('POST', '/v1/access/check', odd)).status
        : (await muniment.publisher.call(checkAccess, good)).status,
    ),
  );
  expect(answers.filter((status) => status === 400)).toHaveLength(10);
  expect(answers.filter((status) => status === 200)).toHaveLength(30);
});

test('a database connection that is killed in the middle of a change fails that change alone, as 503', async () => {
  const admin = await organization.administrator();
  const { db: superuser } = connect(muniment.database.adminUrl, 1);
  try {
    const saved = await whileLocked(admin.licenseId, async () => {
      const saving = save(admin, admin.licenseId);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { rows } = await sql<{ killed: boolean }>`
        select pg_terminate_backend(pid) as killed from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%no key update%'
      `.execute(superuser);
      expect(rows).toEqual([{ killed: true }]);
      return saving;
    });
    expect(saved).toMatchObject({ status: 503, problemId: 'unavailable' });
    expect((await admin.api.call(getMe, {})).status).toBe(200);
    expect((await save(admin, admin.licenseId)).status).toBe(201);
  } finally {
    await superuser.destroy();
  }
});
