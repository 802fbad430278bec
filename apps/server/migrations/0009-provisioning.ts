// A change that grants waits until every downstream system that was registered when it was made has accepted it (M2,
// M8). One provisioning waits for one VL user of one change; its grants carry its id and have no ready_at until it is
// done. What systems are told carries a version per (VL user, license ID) that only grows, so that a late delivery
// cannot grant again.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table downstream_system (
      id uuid primary key,
      name text not null,
      url text not null,
      secret text not null,
      previous_secret text,
      previous_secret_until timestamptz,
      created_at timestamptz not null,
      removed_at timestamptz
    );
    create unique index downstream_system_name on downstream_system (name) where removed_at is null;

    create table provisioning (
      organization_id uuid not null,
      id uuid not null,
      change_id uuid not null,
      vl_user_id uuid not null,
      state text not null check (state in ('waiting', 'done', 'failed', 'cancelled')),
      -- Of a failed one, for the administrator to read.
      reason text,
      started_at timestamptz not null,
      deadline_at timestamptz not null,
      ended_at timestamptz check ((state = 'waiting') = (ended_at is null)),
      primary key (organization_id, id),
      foreign key (organization_id, change_id) references assignment_change (organization_id, id),
      foreign key (organization_id, vl_user_id) references vl_user (organization_id, id)
    );
    create index provisioning_waiting on provisioning (deadline_at) where state = 'waiting';

    create table delivery (
      organization_id uuid not null references organization (id),
      id uuid not null,
      system_id uuid not null references downstream_system (id),
      -- null where nothing waits for it: what only takes roles away, and what puts a failed change right again.
      provisioning_id uuid,
      event text not null,
      -- The bytes that are signed and sent.
      body text not null,
      state text not null check (state in ('waiting', 'accepted', 'refused', 'failed', 'cancelled')),
      attempts integer not null default 0,
      error text,
      created_at timestamptz not null,
      next_attempt_at timestamptz not null,
      give_up_at timestamptz not null,
      ended_at timestamptz check ((state = 'waiting') = (ended_at is null)),
      primary key (organization_id, id),
      foreign key (organization_id, provisioning_id) references provisioning (organization_id, id)
    );
    create unique index delivery_locator on delivery (id);
    create index delivery_waiting on delivery (next_attempt_at) where state = 'waiting';
    create index delivery_of_provisioning on delivery (organization_id, provisioning_id)
      where provisioning_id is not null;
    create index delivery_of_system on delivery (system_id, created_at desc, id desc);

    create table delivery_attempt (
      organization_id uuid not null,
      delivery_id uuid not null,
      number integer not null,
      at timestamptz not null,
      -- The HTTP status that was answered, or null where none was.
      status integer,
      error text,
      duration_ms integer not null,
      primary key (organization_id, delivery_id, number),
      foreign key (organization_id, delivery_id) references delivery (organization_id, id)
    );

    create sequence assignment_version;

    alter table role_grant
      add column provisioning_id uuid,
      add foreign key (organization_id, provisioning_id) references provisioning (organization_id, id),
      drop constraint role_grant_awaits_check,
      add constraint role_grant_awaits_check check (awaits in ('contact-registration', 'provisioning'));
    create index role_grant_of_provisioning on role_grant (organization_id, provisioning_id)
      where provisioning_id is not null and closed_by is null;

    create or replace view open_assignment as
      select g.organization_id, g.id as grant_id, g.license_id, g.vl_user_id, g.role, g.origin_agreement_id,
        g.starts_at, g.ends_at,
        case
          when u.absences @> statement_timestamp() then 'user-not-found'
          when g.awaits = 'provisioning' and p.state = 'failed' then 'failed'
          when g.awaits = 'provisioning' then 'assignment-in-progress'
          when u.registered_at is not null and g.awaits is null then 'active'
          when i.expires_at <= statement_timestamp() then 'invitation-expired'
          else 'invitation-sent'
        end as standing
      from role_grant g
      join vl_user u on u.organization_id = g.organization_id and u.id = g.vl_user_id
      left join provisioning p on g.awaits = 'provisioning' and p.organization_id = g.organization_id
        and p.id = g.provisioning_id
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
  `.execute(db);
}
