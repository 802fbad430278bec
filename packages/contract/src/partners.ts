import { LANGUAGES } from '@muniment/domain/languages.ts';
import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  AgreementNumber,
  CalendarDate,
  CountryCode,
  EmailAddress,
  Id,
  Instant,
  LanguageId,
  LicenseIdNumber,
  Name,
  OptionalLine,
  OrganizationNumber,
  orNull,
  pageOf,
  pageQuery,
  strict,
} from './fields.ts';

export const Contact = Type.Object({ displayName: Name, email: EmailAddress }, strict);
export type Contact = Type.Static<typeof Contact>;

const Organization = Type.Object({
  id: Id,
  number: Type.String(),
  name: Type.String(),
  language: LanguageId,
  timeZone: Type.String({ description: 'IANA' }),
});

export const OrganizationSetUp = Type.Object(
  {
    name: Name,
    language: Type.Optional(
      Type.Enum([...LANGUAGES], {
        description:
          'Of mail to people who chose none themselves. Left out, it stays as it is; English at first.',
      }),
    ),
    timeZone: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 64,
        description:
          'A name of the IANA database, which the days of contracts are counted by. Left out, it stays as it is; UTC at first.',
        examples: ['Europe/Berlin'],
      }),
    ),
  },
  strict,
);

export const putOrganization = endpoint({
  id: 'putOrganization',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/organizations/:number',
  summary: 'Create or rename an organization of the partner',
  needs: 'partner',
  params: Type.Object({ number: OrganizationNumber }),
  body: OrganizationSetUp,
  responses: { 200: Organization, 201: Organization },
  problems: ['not-found'],
});

export const AgreementContacts = Type.Object(
  {
    primaryContact: Type.Optional(Contact),
    noticesCorrespondent: Type.Optional(Contact),
    onlineAccessContact: Type.Optional(Contact),
    billToContact: Type.Optional(Contact),
  },
  strict,
);
export type AgreementContacts = Type.Static<typeof AgreementContacts>;

const Agreement = Type.Object({
  id: Id,
  number: Type.String(),
  organizationNumber: Type.String(),
  name: Type.String(),
  contacts: AgreementContacts,
});

export const AgreementSetUp = Type.Object(
  { organizationNumber: OrganizationNumber, name: Name, contacts: AgreementContacts },
  strict,
);

export const putAgreement = endpoint({
  id: 'putAgreement',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/agreements/:number',
  summary: 'Create a master agreement with its contacts, or rename it',
  needs: 'partner',
  params: Type.Object({ number: AgreementNumber }),
  body: AgreementSetUp,
  responses: { 200: Agreement, 201: Agreement },
  problems: ['not-found', 'contacts-fixed'],
});

const LicenseContacts = Type.Object(
  { primaryContact: Type.Optional(Contact), noticesCorrespondent: Type.Optional(Contact) },
  strict,
);

export const LicenseSetUp = Type.Object(
  {
    organizationNumber: OrganizationNumber,
    agreementNumber: Type.Optional(AgreementNumber),
    name: Name,
    program: Name,
    parentProgram: Type.Optional(OptionalLine),
    startDate: CalendarDate,
    endDate: CalendarDate,
    city: Type.Optional(OptionalLine),
    country: CountryCode,
    licenseType: Type.Optional(OptionalLine),
    agreementType: Type.Optional(OptionalLine),
    terminatedOn: Type.Optional(CalendarDate),
    offerings: Type.Optional(
      Type.Array(Name, { maxItems: 200, description: 'What the contract offers, in the order shown.' }),
    ),
    contacts: LicenseContacts,
  },
  strict,
);
export type LicenseSetUp = Type.Static<typeof LicenseSetUp>;

const PartnerLicense = Type.Object({
  id: Id,
  licenseId: Type.String(),
  ...LicenseSetUp.properties,
  invited: orNull(Type.Object({ displayName: Type.String(), email: Type.String(), expiresAt: Instant })),
});

export const putLicense = endpoint({
  id: 'putLicense',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/licenses/:licenseId',
  summary: 'Set a license ID up and invite its contact as administrator (A2), or correct its facts',
  needs: 'partner',
  params: Type.Object({ licenseId: LicenseIdNumber }),
  body: LicenseSetUp,
  responses: { 200: PartnerLicense, 201: PartnerLicense },
  problems: ['not-found', 'contact-required', 'contacts-fixed'],
});

const CONTACT_KINDS = [
  'primary-contact',
  'notices-correspondent',
  'online-access-contact',
  'bill-to-contact',
] as const;

const contactChange = {
  contact: Type.Enum([...CONTACT_KINDS]),
  to: Contact,
  requestedBy: Type.String({
    minLength: 1,
    maxLength: 200,
    pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*$',
    description: 'Who asked for it, on the customer’s side.',
  }),
};

export const ContactChangeRequest = Type.Union([
  Type.Object({ licenseId: LicenseIdNumber, ...contactChange }, strict),
  Type.Object({ agreementNumber: AgreementNumber, ...contactChange }, strict),
]);
export type ContactChangeRequest = Type.Static<typeof ContactChangeRequest>;

const ContactChange = Type.Object({
  id: orNull(Id),
  at: orNull(Instant),
  changed: Type.Boolean({ description: 'false where the contact is as asked for already.' }),
  invited: orNull(
    Type.Object(
      { displayName: Type.String(), email: Type.String(), expiresAt: Instant },
      {
        description:
          'Where no administrator can act: the new contact is invited. Else the administrators are told.',
      },
    ),
  ),
});
export type ContactChange = Type.Static<typeof ContactChange>;

export const changeContact = endpoint({
  id: 'changeContact',
  tag: 'Partner',
  method: 'POST',
  path: '/v1/partner/contact-changes',
  summary: "Change a contact of a license ID or an agreement on the customer's behalf (A10)",
  needs: 'partner',
  body: ContactChangeRequest,
  responses: { 200: ContactChange, 201: ContactChange },
  problems: ['license-id-not-found', 'not-found'],
});

export const NamedContact = Type.Object({
  contact: Type.Enum([...CONTACT_KINDS]),
  of: Type.Enum(['license', 'agreement']),
  displayName: Type.String(),
  email: Type.String(),
});
export type NamedContact = Type.Static<typeof NamedContact>;

export const listPartnerLicenses = endpoint({
  id: 'listPartnerLicenses',
  tag: 'Partner',
  method: 'GET',
  path: '/v1/partner/licenses',
  summary:
    'License IDs that the partner set up (the publisher: all), also those that nobody can administer (A1)',
  needs: 'partner-or-publisher',
  query: Type.Object(
    {
      ...pageQuery,
      noActiveAdministrator: Type.Optional(
        Type.Boolean({ description: 'true: only those of which no administrator can act.' }),
      ),
    },
    strict,
  ),
  responses: {
    200: pageOf(
      Type.Object({
        licenseId: Type.String(),
        name: Type.String(),
        organizationNumber: Type.String(),
        organizationName: Type.String(),
        noActiveAdministrator: Type.Boolean(),
        contacts: Type.Array(NamedContact),
      }),
    ),
  },
});

const ContactInvitation = Type.Object({
  licenseId: Type.String(),
  email: Type.String(),
  sentAt: Instant,
  expiresAt: Instant,
});

const licenseParams = Type.Object({ licenseId: Type.String({ maxLength: 64 }) });

export const resendContactInvitation = endpoint({
  id: 'resendContactInvitation',
  tag: 'Partner',
  method: 'POST',
  path: '/v1/partner/licenses/:licenseId/invitation/resend',
  summary: "Mail a contact's invitation again (A2)",
  needs: 'partner-or-publisher',
  params: licenseParams,
  responses: { 200: ContactInvitation },
  problems: ['license-id-not-found', 'no-open-invitation', 'invitation-expired', 'too-many-requests'],
});

export const resetContactInvitation = endpoint({
  id: 'resetContactInvitation',
  tag: 'Partner',
  method: 'POST',
  path: '/v1/partner/licenses/:licenseId/invitation/reset',
  summary: "Replace a contact's invitation with a new link (A2)",
  needs: 'partner-or-publisher',
  params: licenseParams,
  responses: { 200: ContactInvitation },
  problems: ['license-id-not-found', 'no-open-invitation', 'too-many-requests'],
});
