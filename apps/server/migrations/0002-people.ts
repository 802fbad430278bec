// An e-mail address is never an identity: (issuer, subject) is. A VL user belongs to one organization and is
// bound to at most one account, and an account is at most one VL user in an organization. Registration is one
// fact on the VL user (S9); absences are the periods in which an enforced directory did not hold the account.
// At most one assignment invitation is open per VL user (S9), and one contact invitation per license ID (A2).
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      id uuid primary key,
      issuer text not null collate "C",
      subject text not null collate "C",
      display_name text not null,
      email text not null,
      email_key text not null collate "C",
      email_verified boolean not null,
      created_at timestamptz not null default now(),
      last_sign_in_at timestamptz not null default now(),
      unique (issuer, subject)
    );

    create table vl_user (
      organization_id uuid not null references organization (id),
      id uuid not null,
      sign_in_email text not null,
      sign_in_email_key text not null collate "C",
      business_email text not null,
      display_name text not null,
      account_id uuid references account (id),
      registered_at timestamptz,
      absences tstzmultirange not null default '{}',
      created_at timestamptz not null default now(),
      primary key (organization_id, id),
      unique (organization_id, sign_in_email_key)
    );
    create unique index vl_user_account on vl_user (account_id, organization_id) where account_id is not null;
    create unique index vl_user_id on vl_user (id);

    create table invitation (
      organization_id uuid not null,
      id uuid not null,
      kind text not null check (kind in ('assignment', 'contact')),
      vl_user_id uuid not null,
      license_id uuid check ((kind = 'contact') = (license_id is not null)),
      state text not null check (state in ('open', 'registered', 'withdrawn')),
      generation integer not null default 1,
      offer_version integer not null default 1,
      sent_at timestamptz not null,
      last_sent_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz check ((state = 'open') = (ended_at is null)),
      registered_by uuid check ((state = 'registered') = (registered_by is not null)),
      primary key (organization_id, id),
      foreign key (organization_id, vl_user_id) references vl_user (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id)
    );
    create unique index invitation_locator on invitation (id);
    create unique index invitation_open_assignment on invitation (organization_id, vl_user_id)
      where state = 'open' and kind = 'assignment';
    create unique index invitation_open_contact on invitation (organization_id, license_id)
      where state = 'open' and kind = 'contact';
    create index invitation_of_vl_user on invitation (organization_id, vl_user_id) where state = 'open';

    create table session (
      token_hash bytea primary key,
      account_id uuid not null references account (id),
      id_token text,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    );
    create index session_of_account on session (account_id);

    create table sign_in (
      state_hash bytea primary key,
      code_verifier text not null,
      nonce text not null,
      return_to text not null,
      expires_at timestamptz not null
    );

    create table api_token (
      id uuid primary key,
      token_hash bytea not null unique,
      kind text not null check (kind in ('person', 'partner', 'publisher')),
      account_id uuid references account (id) check ((kind = 'person') = (account_id is not null)),
      organization_id uuid references organization (id) check ((kind = 'person') = (organization_id is not null)),
      partner_id uuid references partner (id) check ((kind = 'partner') = (partner_id is not null)),
      name text not null,
      scopes text[] not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      last_used_at timestamptz,
      revoked_at timestamptz
    );
    create index api_token_of_account on api_token (account_id, organization_id);
  `.execute(db);
}
