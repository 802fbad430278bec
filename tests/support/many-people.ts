import { sql } from 'kysely';
import { connect } from '../../apps/server/src/database/connect.ts';
import type { Muniment } from './muniment.ts';
import type { Member } from './partner.ts';

/**
 * Gives an administrator's organization many people and license IDs at once, past the API: the administrator holds
 * Administrator on all license IDs, and each person Benefits reader on some of them, by turns.
 *
 * @param size.licensesEach How many license IDs each person has; they are neighbours.
 */
export async function addManyPeople(
  muniment: { readonly database: Pick<Muniment['database'], 'ownerUrl'> },
  administrator: Pick<Member, 'licenseId' | 'vlUserId'>,
  size: { readonly people: number; readonly licenses: number; readonly licensesEach: number },
): Promise<void> {
  // As the owner, who may tell the planner of them: rows that came one by one would have been noticed.
  const { db } = connect(muniment.database.ownerUrl, 1);
  await sql`
    with base as (
      select g.organization_id, g.license_id, g.opened_by, g.opened_at, g.starts_at, l.partner_id
      from role_grant g
      join license l on l.organization_id = g.organization_id and l.id = g.license_id
      where l.license_id = ${administrator.licenseId} and g.vl_user_id = ${administrator.vlUserId} and g.closed_by is null
    ), more as (
      select n, md5('many license ' || n)::uuid as id from generate_series(0, ${size.licenses}::int - 1) n
    ), somebody as (
      select n, md5('many person ' || n)::uuid as id, 'person' || n || '@many.example' as email
      from generate_series(0, ${size.people}::int - 1) n
    ), licenses as (
      insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
      select b.organization_id, m.id, 'MANY' || lpad(m.n::text, 6, '0'), b.partner_id, 'Contract ' || m.n, 'Select',
        '2026-01-01', '2031-12-31', 'SE'
      from base b cross join more m
    ), people as (
      insert into vl_user
        (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
      select b.organization_id, s.id, s.email, s.email, s.email, 'Person ' || lpad(s.n::text, 6, '0'), b.opened_at
      from base b cross join somebody s
    )
    insert into role_grant (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at)
    select b.organization_id, m.id, ${administrator.vlUserId}::uuid, 'administrator'::vl_role, b.starts_at, b.opened_at,
      b.opened_by, b.opened_at
    from base b cross join more m
    union all
    select b.organization_id, m.id, s.id, 'benefits-reader'::vl_role, b.starts_at, b.opened_at, b.opened_by, b.opened_at
    from base b cross join somebody s
    cross join lateral (
      select (s.n + k) % ${size.licenses}::int as n from generate_series(0, ${size.licensesEach}::int - 1) k
    ) of_person
    join more m on m.n = of_person.n
  `.execute(db);
  await sql`analyze`.execute(db);
  await db.destroy();
}
