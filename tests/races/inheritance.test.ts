import { changeContact } from '@muniment/contract/partners.ts';
import { giveUpInherited, putPreferences } from '@muniment/contract/preferences.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { inParallel, outcome, setRoles, tally } from './shared-licenses.ts';

const TIMES = 30;

let muniment: Muniment;
let organization: Organization;
/** Notices correspondent of the agreement. */
let heir: Member;
let agreementNumber: string;
beforeAll(async () => {
  muniment = await startMuniment();
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  organization = await (await muniment.newPartner()).organization();
  heir = await organization.administrator();
  agreementNumber = await organization.agreement({
    noticesCorrespondent: { displayName: heir.name, email: heir.email },
  });
});

function opt(optedIn: boolean) {
  const entry = { agreementNumber, contact: 'notices-correspondent' as const, optedIn };
  return heir.api.call(putPreferences, { body: { inheritance: [entry] } });
}

function replaceHeir() {
  const to = { displayName: 'Somebody Else', email: organization.newEmail('else') };
  return organization.partner.api.call(changeContact, {
    body: { agreementNumber, contact: 'notices-correspondent', to, requestedBy: 'Purchasing' },
  });
}

/** Of license IDs, how many live Administrator grants of the heir there are, and by which origin. */
async function heldOn(licenseIds: readonly string[]) {
  const { rows } = await sql<{ licenseId: string; setUpAt: Date; assigned: number; inherited: number }>`
    select l.license_id as "licenseId", min(c.at) as "setUpAt",
      count(g.id) filter (where g.origin_agreement_id is null)::int as assigned,
      count(g.id) filter (where g.origin_agreement_id is not null)::int as inherited
    from license l
    join assignment_change_license t on t.organization_id = l.organization_id and t.license_id = l.id
    join assignment_change c on c.organization_id = t.organization_id and c.id = t.change_id and c.kind = 'set-up'
    left join role_grant g on g.organization_id = l.organization_id and g.license_id = l.id
      and g.vl_user_id = ${heir.vlUserId} and g.role = 'administrator' and g.closed_by is null
    where l.license_id = any(${licenseIds})
    group by l.license_id
  `.execute(muniment.db);
  return rows;
}

test('I1 opting in while license IDs are added: those added from then on are inherited, those before are not', async () => {
  let opted = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const [first, answer, second] = await Promise.all(
      time % 2 === 0
        ? [organization.license({ agreementNumber }), opt(true), organization.license({ agreementNumber })]
        : [organization.license({ agreementNumber }), opt(true), organization.license()],
    );
    expect(answer.status).toBe(200);
    const { opted_in_at: since } = await muniment.db
      .selectFrom('agreement_contact as c')
      .innerJoin('agreement as a', 'a.id', 'c.agreement_id')
      .select('c.opted_in_at')
      .where('a.number', '=', agreementNumber)
      .executeTakeFirstOrThrow();
    for (const { licenseId, setUpAt, inherited } of await heldOn([first, second])) {
      const isUnder = licenseId === first || time % 2 === 0;
      const isFromThenOn = isUnder && since !== null && setUpAt >= since;
      expect({ licenseId, inherited }).toEqual({ licenseId, inherited: isFromThenOn ? 1 : 0 });
      opted += inherited;
    }
    expect((await opt(false)).status).toBe(200);
  }
  // Some of them came first, some later: else nothing raced.
  expect(opted).toBeLessThan(TIMES * 1.5);
});

test('A10 replacing a contact while license IDs are added: what they inherited is assigned, nothing is lost or new', async () => {
  for (let time = 0; time < 10; time += 1) {
    expect((await opt(true)).status).toBe(200);
    const kept = await organization.license({ agreementNumber });
    const [added, answer, later] = await Promise.all([
      organization.license({ agreementNumber }),
      replaceHeir(),
      organization.license({ agreementNumber }),
    ]);
    expect(answer.status).toBe(201);
    const held = await heldOn([kept, added, later]);
    expect(held.find(({ licenseId }) => licenseId === kept)).toMatchObject({ assigned: 1, inherited: 0 });
    for (const { assigned, inherited } of held) {
      expect(inherited).toBe(0);
      expect(assigned).toBeLessThanOrEqual(1);
    }
    agreementNumber = await organization.agreement({
      noticesCorrespondent: { displayName: heir.name, email: heir.email },
    });
  }
});

test('A1 giving up while the other administrator steps down: one stays', async () => {
  const other = await organization.administrator();
  await opt(true);
  const licenseIds = await inParallel(Array.from({ length: TIMES }), 6, () =>
    organization.license({ agreementNumber }),
  );
  const named = await heir.api.send('POST', '/v1/assignment-changes', {
    body: {
      assignments: licenseIds.map((licenseId) => ({
        user: { vlUserId: other.vlUserId },
        licenseId,
        roles: ['administrator'],
      })),
    },
  });
  expect(named.status).toBe(201);
  const pairs = await inParallel(licenseIds, 10, async (licenseId, index) => {
    const giveUp = () => heir.api.call(giveUpInherited, { params: { licenseId } });
    const stepDown = () => setRoles(other, other.vlUserId, licenseId, []);
    const answers = await Promise.all(index % 2 === 0 ? [giveUp(), stepDown()] : [stepDown(), giveUp()]);
    return answers
      .map(outcome)
      .map((one) => (one.startsWith('20') ? 'done' : one))
      .toSorted()
      .join(' and ');
  });
  expect(tally(pairs)).toEqual({ 'done and last-administrator': TIMES });
  const { rows } = await sql<{ reachable: number }>`
    select c.reachable from license l cross join lateral administrator_count(l.organization_id, l.id) c
    where l.license_id = any(${licenseIds})
  `.execute(muniment.db);
  expect(rows.map(({ reachable }) => reachable)).toEqual(licenseIds.map(() => 1));
});
