import { verifyLedger } from '@muniment/contract/ledger.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { inParallel, outcome, setRoles, tally, twoAdministrators } from './shared-licenses.ts';

const LICENSE_IDS = 200;

let muniment: Muniment;
let organization: Organization;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
});
afterAll(() => muniment.stop());

/** By license ID, how many administrators can be counted on. */
async function reachable(licenseIds: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ reachable: number }>`
    select c.reachable from license l cross join lateral administrator_count(l.organization_id, l.id) c
    where l.license_id = any(${licenseIds})
  `.execute(muniment.db);
  return rows.map((row) => row.reachable);
}

test('A1 two administrators who remove each other at once, 200 times, never leave a license ID without one', async () => {
  const [one, other, licenseIds] = await twoAdministrators(muniment, organization, LICENSE_IDS);
  expect(await reachable(licenseIds)).toEqual(licenseIds.map(() => 2));
  const pairs = await inParallel(licenseIds, 10, async (licenseId, index) => {
    const removeOther = () => setRoles(one, other.vlUserId, licenseId, []);
    const removeOne = () => setRoles(other, one.vlUserId, licenseId, []);
    const answers = await Promise.all(
      index % 2 === 0 ? [removeOther(), removeOne()] : [removeOne(), removeOther()],
    );
    return answers.map(outcome).toSorted().join(' and ');
  });
  // The one who comes second is no administrator any more, and so finds nothing.
  expect(tally(pairs)).toEqual({ '201 and license-id-not-found': LICENSE_IDS });
  expect(await reachable(licenseIds)).toEqual(licenseIds.map(() => 1));
  const left = await organization.administrator();
  expect((await left.api.call(verifyLedger, {})).body.whole).toBe(true);
});

test('A1 two administrators who step down at once: one stays', async () => {
  const [one, other, licenseIds] = await twoAdministrators(muniment, organization, 30);
  const pairs = await inParallel(licenseIds, 10, async (licenseId) => {
    const answers = await Promise.all(
      [one, other].map((admin) => setRoles(admin, admin.vlUserId, licenseId, ['benefits-reader'])),
    );
    return answers.map(outcome).toSorted().join(' and ');
  });
  expect(tally(pairs)).toEqual({ '201 and last-administrator': licenseIds.length });
  expect(await reachable(licenseIds)).toEqual(licenseIds.map(() => 1));
});

test('A1 one bulk removal of everybody against another: no license ID is left without', async () => {
  const [one, other, licenseIds] = await twoAdministrators(muniment, organization, 40);
  const answers = await Promise.all([
    one.api.send('DELETE', `/v1/vl-users/${other.vlUserId}`),
    other.api.send('DELETE', `/v1/vl-users/${one.vlUserId}`),
    ...licenseIds.map((licenseId, index) =>
      index % 2 === 0
        ? setRoles(one, other.vlUserId, licenseId, [])
        : setRoles(other, one.vlUserId, licenseId, []),
    ),
  ]);
  for (const answer of answers) {
    expect([
      '200',
      '201',
      '204',
      'license-id-not-found',
      'vl-user-not-found',
      'last-administrator',
    ]).toContain(outcome(answer));
  }
  expect(Math.min(...(await reachable(licenseIds)))).toBeGreaterThanOrEqual(1);
});

test('A1 B8 two bulk removals that each take the other away, 20 times: one license ID after the other keeps one', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [one, other, licenseIds] = await twoAdministrators(muniment, organization, 5);
    const remove = { roles: ['administrator'] };
    const bulk = (by: Member, of: Member, body: object) =>
      by.api.send('POST', '/v1/bulk-changes', { body: { people: { vlUserIds: [of.vlUserId] }, ...body } });
    const answers = await Promise.all([
      bulk(one, other, { remove }),
      bulk(other, one, round % 2 === 0 ? { removePeople: true } : { remove: { ...remove, licenseIds } }),
      setRoles(other, other.vlUserId, licenseIds[2] ?? '', []),
    ]);
    for (const answer of answers) {
      expect(['200', '201', 'license-id-not-found', 'vl-user-not-found', 'last-administrator']).toContain(
        outcome(answer),
      );
    }
    expect(Math.min(...(await reachable(licenseIds)))).toBeGreaterThanOrEqual(1);
  }
}, 60_000);

test('B8 what is added in bulk gives nothing back that somebody else ends meanwhile', async () => {
  const [one, other, licenseIds] = await twoAdministrators(muniment, organization, 2);
  const [licenseId = ''] = licenseIds;
  const reader = await organization.colleague(one, { licenseIds: [licenseId], roles: ['benefits-reader'] });
  const add = { roles: ['product-keys-reader'], licenseIds: [licenseId] };
  const rounds = await inParallel(Array.from({ length: 15 }), 1, async () => {
    await setRoles(one, reader.vlUserId, licenseId, ['benefits-reader']);
    const answers = await Promise.all([
      one.api.send('POST', '/v1/bulk-changes', { body: { people: { vlUserIds: [reader.vlUserId] }, add } }),
      other.api.send('POST', '/v1/bulk-changes', {
        body: { people: { vlUserIds: [reader.vlUserId] }, remove: { roles: ['benefits-reader'] } },
      }),
    ]);
    expect(answers.map(outcome)).toEqual(['201', '201']);
    const { rows } = await sql<{ roles: string }>`
      select string_agg(role::text, ' ') as roles from role_grant
      where vl_user_id = ${reader.vlUserId} and closed_by is null
    `.execute(muniment.db);
    return rows[0]?.roles ?? '';
  });
  expect(tally(rounds)).toEqual({ 'product-keys-reader': 15 });
});
