// A contact is matched by verified sign-in e-mail once and by account from then on (R9), and what they opted in to
// stands beside them (I1). What a contact was before, and who asked for the change, stays in contact_change (A10).
//
// role_seen_by is what a person may see of a role (R9), in one place: the functions that lists, details, versions,
// counts and invitations read from all go through it. Its twin is seesRole in the domain.
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table agreement_contact
      add column account_id uuid references account (id),
      add column opted_in_at timestamptz,
      add check (opted_in_at is null or (contact <> 'bill-to-contact' and account_id is not null));
    create index agreement_contact_unmatched on agreement_contact (email_key) where account_id is null;
    create index agreement_contact_account on agreement_contact (account_id) where account_id is not null;
    create index account_email on account (email_key) where email_verified;
    create index license_of_agreement on license (organization_id, agreement_id) where agreement_id is not null;

    create table contact_change (
      organization_id uuid not null references organization (id),
      id uuid not null,
      at timestamptz not null,
      license_id uuid,
      agreement_id uuid check ((agreement_id is null) <> (license_id is null)),
      contact text not null check (
        contact in ('primary-contact', 'notices-correspondent', 'online-access-contact', 'bill-to-contact')
      ),
      before_display_name text,
      before_email text,
      before_account_id uuid references account (id),
      after_display_name text not null,
      after_email text not null,
      requested_by text not null,
      partner_id uuid not null references partner (id),
      primary key (organization_id, id),
      foreign key (organization_id, license_id) references license (organization_id, id),
      foreign key (organization_id, agreement_id) references agreement (organization_id, id)
    );
    create index contact_change_of_license on contact_change (organization_id, license_id, at);
    create index contact_change_of_agreement on contact_change (organization_id, agreement_id, at);

    alter table assignment_change drop constraint assignment_change_kind_check;
    alter table assignment_change add constraint assignment_change_kind_check check (
      kind in ('assignment', 'set-up', 'registration', 'contact-change', 'given-up', 'import')
    );
    alter table mail drop constraint mail_kind_check;
    alter table mail add constraint mail_kind_check check (
      kind in ('invitation', 'contact-invitation', 'permission-change', 'contact-registered', 'contact-changed')
    );

    -- Where a change touches nothing but Invoice Reader, it is a change to the bill-to contact alone (R9).
    alter table assignment_change_license add column only_invoice_reader boolean not null default false;

    update assignment_change_license t set only_invoice_reader = true
    from (
      select organization_id, license_id, opened_by as change_id from role_grant where role = 'invoice-reader'
      union
      select organization_id, license_id, closed_by from role_grant
      where role = 'invoice-reader' and closed_by is not null
    ) found
    where t.organization_id = found.organization_id and t.license_id = found.license_id
      and t.change_id = found.change_id and not exists (
        select from role_grant other
        where other.organization_id = t.organization_id and other.license_id = t.license_id
          and other.role <> 'invoice-reader' and t.change_id in (other.opened_by, other.closed_by)
      );
    -- Contacts who have signed in before, where only one account has their verified address.
    update agreement_contact c set account_id = known.id
    from (
      select email_key, min(id::text)::uuid as id from account where email_verified
      group by email_key having count(*) = 1
    ) known
    where known.email_key = c.email_key;

    -- Whether a VL user is the bill-to contact of a license ID's agreement.
    create function is_bill_to(organization uuid, viewer uuid, license uuid)
    returns boolean
    language sql stable parallel safe
    as $$
      select exists (
        select from license l
        join agreement_contact c on c.organization_id = l.organization_id and c.agreement_id = l.agreement_id
          and c.contact = 'bill-to-contact'
        join vl_user v on v.organization_id = l.organization_id and v.account_id = c.account_id
        where l.organization_id = organization and l.id = license and v.id = viewer
      )
    $$;

    -- R9: whether a viewer may know that somebody holds a role on a license ID.
    create function role_seen_by(organization uuid, viewer uuid, license uuid, holder uuid, role vl_role)
    returns boolean
    language sql stable parallel safe
    as $$
      select role <> 'invoice-reader' or holder = viewer or is_bill_to(organization, viewer, license)
    $$;

    create or replace function assignment_seen_by(organization uuid, viewer uuid)
    returns setof open_assignment
    language sql stable parallel safe
    as $$
      select g.*
      from license_administered_by(organization, viewer) a
      cross join lateral (
        select * from open_assignment g
        where g.organization_id = organization and g.license_id = a.license_id
          and role_seen_by(organization, viewer, g.license_id, g.vl_user_id, g.role)
        offset 0
      ) g
    $$;

    create or replace function assignment_of_person_seen_by(organization uuid, viewer uuid, person uuid)
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
        and role_seen_by(organization, viewer, g.license_id, g.vl_user_id, g.role)
    $$;

create or replace function open_invitation_seen_by(organization uuid, viewer uuid, person uuid)
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
              and g.awaits is distinct from 'contact-registration'
              and role_seen_by(organization, viewer, g.license_id, g.vl_user_id, g.role)
            offset 0
          )
        end
    $$;
  `.execute(db);
}
