// A mail is a row of its own, so that what became of it can be seen and a crash repeats it at most once with
// the same Message-ID. A request with an Idempotency-Key has one effect: its answer is kept in the transaction
// that made it.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail (
      organization_id uuid not null references organization (id),
      id uuid not null,
      kind text not null check (kind in ('invitation', 'contact-invitation', 'permission-change', 'contact-registered')),
      vl_user_id uuid not null,
      change_id uuid,
      invitation_id uuid,
      to_name text not null,
      to_address text not null,
      subject text not null,
      facts jsonb not null,
      state text not null check (state in ('held', 'sending', 'sent', 'failed', 'cancelled')),
      attempts integer not null default 0,
      error text,
      created_at timestamptz not null,
      send_after timestamptz not null,
      state_at timestamptz not null,
      primary key (organization_id, id),
      foreign key (organization_id, vl_user_id) references vl_user (organization_id, id),
      foreign key (organization_id, change_id) references assignment_change (organization_id, id),
      foreign key (organization_id, invitation_id) references invitation (organization_id, id)
    );
    create unique index mail_locator on mail (id);
    create index mail_newest on mail (created_at desc, id desc);
    create index mail_of_invitation on mail (organization_id, invitation_id, created_at desc)
      where invitation_id is not null;

    create table idempotency (
      actor text not null collate "C",
      organization text not null collate "C",
      route text not null collate "C",
      key text not null collate "C",
      body_hash bytea not null,
      status integer,
      response text,
      etag text,
      created_at timestamptz not null,
      primary key (actor, organization, route, key)
    );
    create index idempotency_oldest on idempotency (created_at);

    create table attempt (
      what text not null collate "C",
      who text not null collate "C",
      window_starts_at timestamptz not null,
      count integer not null,
      primary key (what, who, window_starts_at)
    );
  `.execute(db);
}
