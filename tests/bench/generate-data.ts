import { Client } from 'pg';

/** How the generated publisher is made up. Nine in ten grants of a large one are Active. */
export interface DataSize {
  readonly grants: number;
}

const LARGE = { licenses: 4_000, users: 2_000, grants: 100_000 };
const SMALL = { licenses: 1, users: 3, grants: 4 };

export interface GeneratedData {
  readonly grants: number;
  readonly organizations: number;
  readonly licenses: number;
  readonly users: number;
}

/**
 * Writes a deterministic, skewed publisher: half of the grants in organizations with 4,000 license IDs and 2,000
 * people, half in organizations with one license ID and three people.
 *
 * It writes the tables directly, with foreign keys unchecked, since what it writes holds them by construction.
 *
 * @param adminUrl Signs in as a superuser of a migrated database without data.
 */
export async function generateData(adminUrl: string, size: DataSize): Promise<GeneratedData> {
  const large = Math.max(1, Math.round(size.grants / 2 / LARGE.grants));
  const small = Math.max(1, Math.round((size.grants - large * LARGE.grants) / SMALL.grants));
  const client = new Client(adminUrl);
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(`
      create function generated_id(kind text, a bigint, b bigint default 0) returns uuid language sql immutable parallel safe
        as $$ select md5(kind || '/' || a || '/' || b)::uuid $$;
      insert into partner (id, name) values (generated_id('partner', 0), 'Generated partner');
    `);
    await organizations(client, 0, large, LARGE);
    await organizations(client, large, small, SMALL);
    await client.query('set session_replication_role = default');
    await client.query('drop function generated_id');
    await client.query('vacuum analyze license, vl_user, role_grant, organization, assignment_change');
    const { rows } = await client.query<{ grants: string; licenses: string; users: string }>(`
      select (select count(*) from role_grant) as grants, (select count(*) from license) as licenses,
        (select count(*) from vl_user) as users`);
    const counts = rows[0];
    return {
      grants: Number(counts?.grants),
      organizations: large + small,
      licenses: Number(counts?.licenses),
      users: Number(counts?.users),
    };
  } finally {
    await client.end();
  }
}

/** The license ID, and the sign-in e-mail, with these places in the generated data. */
export const licenseIdOf = (organization: number, license: number) => `G${organization}-${license}`;
export const emailOf = (organization: number, user: number) => `user${user}@org${organization}.example`;

async function organizations(
  client: Client,
  first: number,
  count: number,
  each: typeof LARGE,
): Promise<void> {
  const range = `generate_series(${first}, ${first + count - 1}) as o`;
  await client.query(`
    insert into organization (id, number, name, partner_id)
    select generated_id('organization', o), 'G' || o, 'Organization ' || o, generated_id('partner', 0) from ${range};

    insert into license (organization_id, id, license_id, partner_id, name, program, start_date, end_date, country)
    select generated_id('organization', o), generated_id('license', o, l), 'G' || o || '-' || l,
      generated_id('partner', 0), 'Contract ' || l, 'Enterprise', '2025-01-01', '2027-12-31', 'DE'
    from ${range}, generate_series(0, ${each.licenses - 1}) as l;

    insert into vl_user (organization_id, id, sign_in_email, sign_in_email_key, business_email, display_name, registered_at)
    select generated_id('organization', o), generated_id('user', o, u), e, e, e, 'User ' || u,
      case when u % 10 <> 9 then timestamptz '2026-01-01' end
    from ${range}, generate_series(0, ${each.users - 1}) as u,
      lateral (select 'user' || u || '@org' || o || '.example' as e) as address;

    insert into assignment_change (organization_id, id, at, kind, actor_kind, actor_name)
    select generated_id('organization', o), generated_id('change', o), '2026-01-01', 'set-up', 'system', 'Generated'
    from ${range};

    insert into role_grant (organization_id, license_id, vl_user_id, role, starts_at, opened_at, opened_by, ready_at)
    select generated_id('organization', o), generated_id('license', o, g % ${each.licenses}),
      generated_id('user', o, (g / ${each.licenses} * 7 + g) % ${each.users}),
      (enum_range(null::vl_role))[1 + (g / ${each.licenses} + g) % 7],
      '2026-01-01', '2026-01-01', generated_id('change', o), '2026-01-01'
    from ${range}, generate_series(0, ${each.grants - 1}) as g
    on conflict do nothing;
  `);
}
