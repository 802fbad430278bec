// An organization's directory, pushed by SCIM. An account matches a VL user by sign-in e-mail once and by id from then
// on: directory_account_id is filled in once, and a deleted account stays as a tombstone without personal data, so
// that whoever gets its address next matches nothing of the leaver (M6). Only an enforced directory makes absences.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organization add column directory_enforced_at timestamptz;

    create table directory_account (
      organization_id uuid not null references organization (id),
      id uuid not null,
      external_id text,
      user_name text not null,
      user_name_key text not null collate "C",
      -- What people sign in with: the user name where it is an address, else the primary e-mail.
      sign_in_email text,
      sign_in_email_key text collate "C",
      display_name text not null,
      -- The rest of what SCIM keeps, as its own JSON: name, emails and so on.
      profile jsonb not null default '{}',
      active boolean not null,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      deleted_at timestamptz,
      primary key (organization_id, id)
    );
    create unique index directory_account_user_name on directory_account (organization_id, user_name_key)
      where deleted_at is null;
    create index directory_account_external_id on directory_account (organization_id, external_id)
      where deleted_at is null and external_id is not null;
    create index directory_account_sign_in_email on directory_account (organization_id, sign_in_email_key)
      where deleted_at is null;
    create index directory_account_newest on directory_account (organization_id, created_at, id)
      where deleted_at is null;

    alter table vl_user
      add column directory_account_id uuid,
      add foreign key (organization_id, directory_account_id) references directory_account (organization_id, id);
    create unique index vl_user_directory_account on vl_user (organization_id, directory_account_id)
      where directory_account_id is not null;

    alter table api_token drop constraint api_token_kind_check;
    alter table api_token add constraint api_token_kind_check check (kind in ('person', 'partner', 'publisher', 'scim'));
    alter table api_token drop constraint api_token_check1;
    alter table api_token add constraint api_token_of_organization check (
      (kind in ('person', 'scim')) = (organization_id is not null)
    );
    create index api_token_of_directory on api_token (organization_id) where kind = 'scim';

    alter table assignment_change drop constraint assignment_change_actor_kind_check;
    alter table assignment_change add constraint assignment_change_actor_kind_check check (
      actor_kind in ('person', 'partner', 'publisher', 'system', 'directory')
    );
  `.execute(db);
}
