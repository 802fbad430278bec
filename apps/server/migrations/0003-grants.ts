// A role is held once at a time: at most one live grant per license ID, VL user, role and origin. A grant is
// opened and closed, never rewritten; only what it waits for (ready_at) is filled in, once. Live means
// closed_by is null: a revocation is a closed row, never a timestamp compared with a clock.
//
// effective_role_at is the one truth for access: every page, check and list asks it (B10). It is a plain SQL
// function so that the planner inlines it; the grant carries its own effective period and the VL user the two
// gates, so that it costs one join.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create type vl_role as enum (
      'administrator',
      'licensing-info-viewer',
      'product-download-manager',
      'product-keys-reader',
      'benefits-reader',
      'online-services-manager',
      'invoice-reader'
    );

    create table assignment_change (
      organization_id uuid not null references organization (id),
      id uuid not null,
      at timestamptz not null,
      kind text not null check (kind in ('assignment', 'set-up', 'registration')),
      actor_kind text not null check (actor_kind in ('person', 'partner', 'publisher', 'system')),
      actor_id uuid,
      actor_name text not null,
      reason text,
      primary key (organization_id, id)
    );

    -- Which license IDs a change touches, each once: what administrators list is found by them, however many
    -- changes of others there are.
    create table assignment_change_license (
      organization_id uuid not null,
      license_id uuid not null,
      at timestamptz not null,
      change_id uuid not null,
      primary key (organization_id, license_id, at, change_id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      foreign key (organization_id, change_id) references assignment_change (organization_id, id)
    );
    create index assignment_change_license_of_change on assignment_change_license (organization_id, change_id);

    create table role_grant (
      organization_id uuid not null,
      id bigint generated always as identity,
      license_id uuid not null,
      vl_user_id uuid not null,
      role vl_role not null,
      origin_agreement_id uuid,
      starts_at timestamptz not null,
      ends_at timestamptz check (ends_at > starts_at),
      opened_at timestamptz not null,
      opened_by uuid not null,
      closed_at timestamptz,
      closed_by uuid check ((closed_by is null) = (closed_at is null)),
      awaits text check (awaits in ('contact-registration')),
      ready_at timestamptz check (awaits is null or ready_at is null),
      effective_from timestamptz generated always as (
        case when ready_at is not null then greatest(starts_at, ready_at) end
      ) stored,
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      foreign key (organization_id, vl_user_id) references vl_user (organization_id, id),
      foreign key (organization_id, origin_agreement_id) references agreement (organization_id, id),
      foreign key (organization_id, opened_by) references assignment_change (organization_id, id),
      foreign key (organization_id, closed_by) references assignment_change (organization_id, id),
      check (ready_at >= opened_at),
      check (closed_at >= opened_at)
    );

    create unique index role_grant_live on role_grant (organization_id, license_id, vl_user_id, role, origin_agreement_id)
      nulls not distinct where closed_by is null;
    create index role_grant_live_of_vl_user on role_grant (organization_id, vl_user_id, role, license_id)
      where closed_by is null;
    create index role_grant_closed_of_vl_user on role_grant (organization_id, vl_user_id, license_id)
      where closed_by is not null;
    create index role_grant_opened_by on role_grant (organization_id, opened_by);
    create index role_grant_closed_by on role_grant (organization_id, closed_by) where closed_by is not null;

    create function effective_role_at(t timestamptz)
    returns table (
      organization_id uuid,
      license_id uuid,
      vl_user_id uuid,
      role vl_role,
      grant_id bigint,
      ends_at timestamptz,
      closed_by uuid
    )
    language sql stable parallel safe
    as $$
      select g.organization_id, g.license_id, g.vl_user_id, g.role, g.id, g.ends_at, g.closed_by
      from role_grant g
      join vl_user u on u.organization_id = g.organization_id and u.id = g.vl_user_id
      where g.effective_from <= t
        and (g.ends_at is null or g.ends_at > t)
        and (g.closed_at is null or g.closed_at > t)
        and u.registered_at <= t
        and not (u.absences @> t)
    $$;

    create view effective_role as
      select organization_id, license_id, vl_user_id, role, grant_id, ends_at
      from effective_role_at(statement_timestamp())
      where closed_by is null;

    -- R10: the license IDs that a person may manage assignments on, each once: somebody may hold Administrator both
    -- assigned and inherited.
    create function license_administered_by(organization uuid, viewer uuid)
    returns table (license_id uuid)
    language sql stable parallel safe
    as $$
      select distinct e.license_id
      from effective_role e
      where e.organization_id = organization and e.vl_user_id = viewer and e.role = 'administrator'
    $$;

    -- Open grants, future-dated ones included, each with how it stands (M2).
    create view open_assignment as
      select g.organization_id, g.id as grant_id, g.license_id, g.vl_user_id, g.role, g.origin_agreement_id,
        g.starts_at, g.ends_at,
        case
          when u.registered_at is not null and g.awaits is null then 'active'
          when i.expires_at <= statement_timestamp() then 'invitation-expired'
          else 'invitation-sent'
        end as standing
      from role_grant g
      join vl_user u on u.organization_id = g.organization_id and u.id = g.vl_user_id
      -- Of each kind at most one is open, and found by the index that says so: somebody may be the pending contact
      -- of thousands of license IDs.
      left join lateral (
        select i.expires_at
        from invitation i
        where g.awaits = 'contact-registration' and i.organization_id = g.organization_id
          and i.license_id = g.license_id and i.vl_user_id = g.vl_user_id and i.kind = 'contact' and i.state = 'open'
        union all
        select i.expires_at
        from invitation i
        where g.awaits is null and u.registered_at is null and i.organization_id = g.organization_id
          and i.vl_user_id = g.vl_user_id and i.kind = 'assignment' and i.state = 'open'
        offset 0 limit 1
      ) i on true
      where g.closed_by is null and (g.ends_at is null or g.ends_at > statement_timestamp());

    -- What an administrator sees of who holds what, on the license IDs that they administer: the projection behind
    -- lists, counts and details. One look-up a license ID ('offset 0' keeps it so): planned by averages, a new large
    -- organization took half a minute until its tables were analyzed.
    create function assignment_seen_by(organization uuid, viewer uuid)
    returns setof open_assignment
    language sql stable parallel safe
    as $$
      select g.*
      from license_administered_by(organization, viewer) a
      cross join lateral (
        select * from open_assignment g where g.organization_id = organization and g.license_id = a.license_id offset 0
      ) g
    $$;

    -- The part of it that is about one person, found by their grants.
    create function assignment_of_person_seen_by(organization uuid, viewer uuid, person uuid)
    returns setof open_assignment
    language sql stable parallel safe
    as $$
      select g.*
      from open_assignment g
      cross join lateral (
        select from effective_role e
        where e.organization_id = organization and e.license_id = g.license_id and e.vl_user_id = viewer
          and e.role = 'administrator'
        offset 0 limit 1
      ) administered
      where g.organization_id = organization and g.vl_user_id = person
    $$;

    -- Of a person's open invitations, those that cover a license ID which the viewer administers: a contact invitation
    -- covers its one, an assignment invitation all on which something waits without a contact invitation of its own.
    create function open_invitation_seen_by(organization uuid, viewer uuid, person uuid)
    returns setof invitation
    language sql stable parallel safe
    as $$
      select i.*
      from invitation i
      where i.organization_id = organization and i.vl_user_id = person and i.state = 'open'
        and case i.kind
          when 'contact' then exists (
            select from role_grant g
            cross join lateral (
              select from effective_role e
              where e.organization_id = organization and e.license_id = g.license_id and e.vl_user_id = viewer
                and e.role = 'administrator'
              offset 0 limit 1
            ) administered
            where g.organization_id = organization and g.license_id = i.license_id and g.vl_user_id = person
              and g.closed_by is null and g.awaits = 'contact-registration'
            offset 0
          )
          else exists (
            select from role_grant g
            cross join lateral (
              select from effective_role e
              where e.organization_id = organization and e.license_id = g.license_id and e.vl_user_id = viewer
                and e.role = 'administrator'
              offset 0 limit 1
            ) administered
            where g.organization_id = organization and g.vl_user_id = person and g.closed_by is null
              and g.awaits is null
            offset 0
          )
        end
    $$;

    -- A1: administrators of a license ID who can act now and have no end date, and those designated besides.
    create function administrator_count(organization uuid, license uuid)
    returns table (reachable integer, pending integer)
    language sql stable parallel safe
    as $$
      select
        count(*) filter (where e.grant_id is not null and g.ends_at is null)::integer,
        count(*) filter (where e.grant_id is null or g.ends_at is not null)::integer
      from role_grant g
      left join effective_role e on e.organization_id = g.organization_id and e.license_id = g.license_id
        and e.vl_user_id = g.vl_user_id and e.role = g.role and e.grant_id = g.id
      where g.organization_id = organization and g.license_id = license and g.role = 'administrator'
        and g.closed_by is null and (g.ends_at is null or g.ends_at > statement_timestamp())
    $$;
  `.execute(db);
}
