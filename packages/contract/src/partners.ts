import Type from 'typebox';
import { endpoint } from './endpoint.ts';
import {
  AgreementNumber,
  CalendarDate,
  CountryCode,
  EmailAddress,
  Id,
  Instant,
  LicenseIdNumber,
  Name,
  OptionalLine,
  OrganizationNumber,
  orNull,
  strict,
} from './fields.ts';

export const Contact = Type.Object({ displayName: Name, email: EmailAddress }, strict);
export type Contact = Type.Static<typeof Contact>;

const Organization = Type.Object({ id: Id, number: Type.String(), name: Type.String() });

export const putOrganization = endpoint({
  id: 'putOrganization',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/organizations/:number',
  summary: 'Create or rename an organization of the partner',
  needs: 'partner',
  params: Type.Object({ number: OrganizationNumber }),
  body: Type.Object({ name: Name }, strict),
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

export const putAgreement = endpoint({
  id: 'putAgreement',
  tag: 'Partner',
  method: 'PUT',
  path: '/v1/partner/agreements/:number',
  summary: 'Create a master agreement with its contacts, or rename it',
  needs: 'partner',
  params: Type.Object({ number: AgreementNumber }),
  body: Type.Object(
    { organizationNumber: OrganizationNumber, name: Name, contacts: AgreementContacts },
    strict,
  ),
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
