// What somebody wrote to the publisher (F1, F2) belongs to the account that wrote it, and to an organization where the
// person has one; only an answer is ever added to it. A screenshot lies apart from its message, so that no list reads
// it. An answer may go to somebody who is no VL user, so a mail that brings one need not name a VL user.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table support_message (
      id uuid primary key,
      kind text not null check (kind in ('feedback', 'ticket')),
      state text not null default 'new' check (state in ('new', 'in-progress', 'answered', 'closed')),
      version integer not null default 1,
      account_id uuid not null references account (id),
      organization_id uuid references organization (id),
      reference text unique collate "C",
      subject text,
      body text not null,
      sentiment text check (sentiment in ('satisfied', 'neither', 'dissatisfied')),
      page text,
      asked_license_id text,
      contact_method text check (contact_method in ('email', 'phone')),
      phone text,
      contact_email text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      check ((kind = 'ticket') = (reference is not null)),
      check (kind <> 'ticket' or (subject is not null and contact_method is not null and contact_email is not null)),
      check (contact_method <> 'phone' or phone is not null)
    );
    create index support_message_newest on support_message (created_at desc, id desc);
    create index support_message_of_account on support_message (account_id, created_at desc, id desc);

    create table support_screenshot (
      message_id uuid primary key references support_message (id) on delete cascade,
      media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
      bytes bytea not null check (length(bytes) <= 2097152)
    );

    create table support_answer (
      id uuid primary key,
      message_id uuid not null references support_message (id) on delete cascade,
      body text not null,
      created_at timestamptz not null,
      organization_id uuid,
      mail_id uuid,
      check ((mail_id is null) = (organization_id is null)),
      foreign key (organization_id, mail_id) references mail (organization_id, id)
    );
    create index support_answer_of_message on support_answer (message_id, created_at, id);

    alter table mail alter column vl_user_id drop not null;
    alter table mail drop constraint mail_kind_check;
    alter table mail add constraint mail_kind_check check (
      kind in (
        'invitation', 'contact-invitation', 'permission-change', 'contact-registered', 'contact-changed',
        'support-answer'
      )
    );
    alter table mail add constraint mail_vl_user_check check (vl_user_id is not null or kind = 'support-answer');
  `.execute(db);
}
