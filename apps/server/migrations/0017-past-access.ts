// The past is read as it was recorded (B4): what was open at a moment is found by index on each license ID, and how it
// stood then follows from times that nothing overwrites. Of an invitation each generation keeps when it was sent and
// when it would expire, because a reset writes both anew.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index role_grant_closed_of_license on role_grant (organization_id, license_id, closed_at)
      where closed_by is not null;

    create table invitation_generation (
      organization_id uuid not null,
      invitation_id uuid not null,
      generation integer not null,
      vl_user_id uuid not null,
      license_id uuid,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      -- When it was taken back, and the one before it was good again.
      ended_at timestamptz,
      primary key (organization_id, invitation_id, generation),
      foreign key (organization_id, invitation_id) references invitation (organization_id, id)
    );
    create index invitation_generation_of_vl_user
      on invitation_generation (organization_id, vl_user_id, license_id, sent_at desc);

    -- Kept by the database, so that the version before keeps it too while both run.
    create function keep_invitation_generation() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          update invitation_generation set ended_at = clock_timestamp()
          where organization_id = new.organization_id and invitation_id = new.id and generation > new.generation
            and ended_at is null;
        end if;
        insert into invitation_generation
          (organization_id, invitation_id, generation, vl_user_id, license_id, sent_at, expires_at)
        values (new.organization_id, new.id, new.generation, new.vl_user_id, new.license_id, new.sent_at, new.expires_at)
        on conflict (organization_id, invitation_id, generation)
          do update set sent_at = excluded.sent_at, expires_at = excluded.expires_at, ended_at = null;
        return null;
      end
    $$;
    create trigger invitation_keeps_generations after insert or update of generation, sent_at, expires_at on invitation
      for each row execute function keep_invitation_generation();

    insert into invitation_generation
      (organization_id, invitation_id, generation, vl_user_id, license_id, sent_at, expires_at)
    select organization_id, id, generation, vl_user_id, license_id, sent_at, expires_at from invitation;

    -- What open_assignment answers now, as it was at a moment. Callers ask once for live grants and once for closed
    -- ones (closed_by): both have an index of their own.
    create function assignment_at(t timestamptz)
    returns table (
      organization_id uuid,
      grant_id bigint,
      license_id uuid,
      vl_user_id uuid,
      role vl_role,
      origin_agreement_id uuid,
      starts_at timestamptz,
      ends_at timestamptz,
      closed_by uuid,
      closed_at timestamptz,
      standing text
    )
    language sql stable parallel safe
    as $$
      select g.organization_id, g.id, g.license_id, g.vl_user_id, g.role, g.origin_agreement_id, g.starts_at, g.ends_at,
        g.closed_by, g.closed_at,
        case
          when u.absences @> t then 'user-not-found'
          when p.state = 'failed' and p.ended_at <= t then 'failed'
          when p.id is not null then 'assignment-in-progress'
          when u.registered_at <= t and g.ready_at <= t then 'active'
          when i.expires_at <= t then 'invitation-expired'
          else 'invitation-sent'
        end
      from role_grant g
      join vl_user u on u.organization_id = g.organization_id and u.id = g.vl_user_id
      left join provisioning p on p.organization_id = g.organization_id and p.id = g.provisioning_id
        and (g.ready_at is null or g.ready_at > t)
      left join lateral (
        (select i.expires_at
        from invitation_generation i
        where (g.ready_at is null or g.ready_at > t) and i.organization_id = g.organization_id
          and i.vl_user_id = g.vl_user_id and i.license_id = g.license_id and i.sent_at <= t
          and (i.ended_at is null or i.ended_at > t)
        order by i.sent_at desc limit 1)
        union all
        (select i.expires_at
        from invitation_generation i
        where g.ready_at <= t and (u.registered_at is null or u.registered_at > t)
          and i.organization_id = g.organization_id and i.vl_user_id = g.vl_user_id and i.license_id is null
          and i.sent_at <= t and (i.ended_at is null or i.ended_at > t)
        order by i.sent_at desc limit 1)
        offset 0 limit 1
      ) i on true
      where g.opened_at <= t and (g.closed_at is null or g.closed_at > t) and (g.ends_at is null or g.ends_at > t)
    $$;

    -- As assignment_seen_by, at a past moment: on the license IDs that the viewer administers now.
    create function assignment_seen_by_at(organization uuid, viewer uuid, t timestamptz)
    returns table (
      grant_id bigint,
      license_id uuid,
      vl_user_id uuid,
      role vl_role,
      origin_agreement_id uuid,
      starts_at timestamptz,
      ends_at timestamptz,
      standing text
    )
    language sql stable parallel safe
    as $$
      select g.grant_id, g.license_id, g.vl_user_id, g.role, g.origin_agreement_id, g.starts_at, g.ends_at, g.standing
      from license_administered_by(organization, viewer) a
      cross join lateral (
        select * from (
          select * from assignment_at(t) g
          where g.organization_id = organization and g.license_id = a.license_id and g.closed_by is null
          union all
          select * from assignment_at(t) g
          where g.organization_id = organization and g.license_id = a.license_id and g.closed_by is not null
            and g.closed_at > t
        ) g
        where role_seen_by(organization, viewer, g.license_id, g.vl_user_id, g.role)
        offset 0
      ) g
    $$;

    create function assignment_of_person_seen_by_at(organization uuid, viewer uuid, person uuid, t timestamptz)
    returns table (
      grant_id bigint,
      license_id uuid,
      vl_user_id uuid,
      role vl_role,
      origin_agreement_id uuid,
      starts_at timestamptz,
      ends_at timestamptz,
      standing text
    )
    language sql stable parallel safe
    as $$
      select g.grant_id, g.license_id, g.vl_user_id, g.role, g.origin_agreement_id, g.starts_at, g.ends_at, g.standing
      from (
        select * from assignment_at(t) g
        where g.organization_id = organization and g.vl_user_id = person and g.closed_by is null
        union all
        select * from assignment_at(t) g
        where g.organization_id = organization and g.vl_user_id = person and g.closed_by is not null
      ) g
      cross join lateral (
        select from effective_role e
        where e.organization_id = organization and e.license_id = g.license_id and e.vl_user_id = viewer
          and e.role = 'administrator'
        offset 0 limit 1
      ) administered
      where role_seen_by(organization, viewer, g.license_id, g.vl_user_id, g.role)
    $$;

    -- As administrator_count, at a past moment. @source A1
    create function administrator_count_at(organization uuid, license uuid, t timestamptz)
    returns table (reachable integer, pending integer)
    language sql stable parallel safe
    as $$
      select
        count(*) filter (where c.counts and g.ends_at is null)::integer,
        count(*) filter (where not c.counts or g.ends_at is not null)::integer
      from (
        select * from role_grant g
        where g.organization_id = organization and g.license_id = license and g.closed_by is null
        union all
        select * from role_grant g
        where g.organization_id = organization and g.license_id = license and g.closed_by is not null
          and g.closed_at > t
      ) g
      cross join lateral (
        select exists (
          select from vl_user u
          where u.organization_id = g.organization_id and u.id = g.vl_user_id and u.registered_at <= t
            and not (u.absences @> t) and g.effective_from <= t
          offset 0
        ) as counts
        offset 0
      ) c
      where g.role = 'administrator' and g.opened_at <= t and (g.ends_at is null or g.ends_at > t)
    $$;
  `.execute(db);
}
