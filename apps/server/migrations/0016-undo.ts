// A change is undone at most once, by a change of its own. An undo within the mail hold tells nobody: it finds the mails
// that the change still holds, and puts invitations back as they were, their links good again (B8).
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table assignment_change
      add column undoes uuid,
      add column ends_unseen boolean not null default false,
      add foreign key (organization_id, undoes) references assignment_change (organization_id, id),
      drop constraint assignment_change_kind_check,
      add constraint assignment_change_kind_check check (
        kind in ('assignment', 'undo', 'set-up', 'registration', 'contact-change', 'given-up', 'import')
      ),
      add constraint assignment_change_undoes_check check ((kind = 'undo') = (undoes is not null));
    create unique index assignment_change_undone on assignment_change (organization_id, undoes)
      where undoes is not null;

    create table assignment_change_invitation (
      organization_id uuid not null,
      change_id uuid not null,
      invitation_id uuid not null,
      step text not null check (step in ('extend', 'reset', 'shrink', 'withdraw', 'withdraw-contact')),
      generation integer not null,
      sent_at timestamptz not null,
      last_sent_at timestamptz not null,
      expires_at timestamptz not null,
      primary key (organization_id, change_id, invitation_id),
      foreign key (organization_id, change_id) references assignment_change (organization_id, id),
      foreign key (organization_id, invitation_id) references invitation (organization_id, id)
    );

    create index mail_held_of_change on mail (organization_id, change_id) where state = 'held';
    alter table provisioning add column is_silent boolean not null default false;
  `.execute(db);
}
