import type { Language } from '@muniment/domain/languages.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { DownloadBegunTable, DownloadOfferTable, DownloadTable } from './tables/downloads.ts';
import type { HomeUseEntitlementTable, HomeUseProgramTable } from './tables/home-use.ts';
import type { InvoiceDocumentTable, InvoiceTable } from './tables/invoices.ts';
import type {
  EntitlementTable,
  LicenseSummaryLicenseTable,
  LicenseSummaryRowTable,
  LicenseSummaryTable,
} from './tables/license-summaries.ts';
import type {
  ActivationKeyTable,
  ActivationTable,
  OnlineServiceTable,
  RedemptionTable,
  ReservationTable,
} from './tables/online-services.ts';
import type { OrderLineTable, ProductOrderTable } from './tables/orders.ts';
import type { ProductKeyTable } from './tables/product-keys.ts';
import type { ProductTable } from './tables/products.ts';
import type { SubscriptionTable } from './tables/subscriptions.ts';

/** Set by the database when it is left out. */
type Created = ColumnType<Date, Date | undefined, never>;
type Fixed<T> = ColumnType<T, T, never>;

export interface InstanceTable {
  singleton: Generated<boolean>;
  demo: boolean;
  created_at: Created;
}

export interface PartnerTable {
  id: Fixed<string>;
  name: string;
  created_at: Created;
}

export interface OrganizationTable {
  id: Fixed<string>;
  number: Fixed<string>;
  name: string;
  partner_id: string;
  created_at: Created;
  /** null: the directory is not enforced, and everybody counts as present. */
  directory_enforced_at: Date | null;
  /** null: English. */
  language: Language | null;
  /** IANA; null: UTC. */
  time_zone: string | null;
}

export interface AgreementTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  number: Fixed<string>;
  name: string;
  partner_id: string;
  created_at: Created;
}

export type AgreementContactKind =
  | 'primary-contact'
  | 'notices-correspondent'
  | 'online-access-contact'
  | 'bill-to-contact';
export type LicenseContactKind = 'primary-contact' | 'notices-correspondent';

export interface AgreementContactTable {
  organization_id: Fixed<string>;
  agreement_id: Fixed<string>;
  contact: AgreementContactKind;
  display_name: string;
  email: string;
  email_key: string;
  /** Matched by verified sign-in e-mail once; null until then. */
  account_id: string | null;
  /** null: they inherit nothing new. */
  opted_in_at: Date | null;
}

export interface LicenseTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  license_id: Fixed<string>;
  agreement_id: string | null;
  partner_id: string;
  name: string;
  program: string;
  parent_program: string | null;
  /** YYYY-MM-DD */
  start_date: string;
  /** YYYY-MM-DD */
  end_date: string;
  city: string | null;
  country: string;
  license_type: Generated<string | null>;
  agreement_type: Generated<string | null>;
  /** YYYY-MM-DD */
  terminated_on: Generated<string | null>;
  offerings: Generated<string[]>;
  created_at: Created;
}

export interface LicenseContactTable {
  organization_id: Fixed<string>;
  license_id: Fixed<string>;
  contact: LicenseContactKind;
  display_name: string;
  email: string;
  email_key: string;
}

/** What a contact was and became, and who asked for it. */
export interface ContactChangeTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  at: Fixed<Date>;
  license_id: Fixed<string | null>;
  agreement_id: Fixed<string | null>;
  contact: Fixed<AgreementContactKind>;
  before_display_name: Fixed<string | null>;
  before_email: Fixed<string | null>;
  before_account_id: Fixed<string | null>;
  after_display_name: Fixed<string>;
  after_email: Fixed<string>;
  requested_by: Fixed<string>;
  partner_id: Fixed<string>;
}

export interface AccountTable {
  id: Fixed<string>;
  issuer: Fixed<string>;
  subject: Fixed<string>;
  display_name: string;
  email: string;
  email_key: string;
  email_verified: boolean;
  created_at: Created;
  last_sign_in_at: Generated<Date>;
  /** null: as the browser says. */
  language: Language | null;
}

export interface VlUserTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  sign_in_email: string;
  sign_in_email_key: string;
  business_email: string;
  display_name: string;
  account_id: string | null;
  registered_at: Date | null;
  absences: Generated<string>;
  created_at: Created;
  /** Matched by sign-in e-mail once; it stays when that account is deleted. */
  directory_account_id: string | null;
}

/** An account of an organization's directory; deleted ones stay, without personal data. */
export interface DirectoryAccountTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  external_id: string | null;
  user_name: string;
  user_name_key: string;
  sign_in_email: string | null;
  sign_in_email_key: string | null;
  display_name: string;
  search_name: GeneratedAlways<string>;
  /** JSON text on the way in. */
  profile: ColumnType<unknown, string, string>;
  active: boolean;
  version: Generated<number>;
  created_at: Fixed<Date>;
  updated_at: Date;
  deleted_at: Date | null;
}

export interface InvitationTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  kind: Fixed<'assignment' | 'contact'>;
  vl_user_id: Fixed<string>;
  license_id: Fixed<string | null>;
  state: 'open' | 'registered' | 'withdrawn';
  generation: Generated<number>;
  offer_version: Generated<number>;
  sent_at: Date;
  last_sent_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  registered_by: string | null;
}

export interface SessionTable {
  token_hash: Fixed<Buffer>;
  account_id: Fixed<string>;
  id_token: string | null;
  created_at: Created;
  expires_at: Date;
  /** Whose issuer it was opened by; null: the default one. */
  issuer_organization_id: string | null;
}

export interface SignInTable {
  state_hash: Fixed<Buffer>;
  code_verifier: string;
  nonce: string;
  return_to: string;
  expires_at: Date;
  /** Whose issuer; null: the default one. */
  organization_id: string | null;
  issuer: string | null;
  client_id: string | null;
}

/** The issuer of an organization. */
export interface IdentityProviderTable {
  organization_id: Fixed<string>;
  issuer: string;
  client_id: string;
  /** null: a public client. */
  sealed_secret: string | null;
  /** Another one with every change. */
  revision: string;
  updated_at: Date;
}

export interface IdentityProviderDomainTable {
  domain: Fixed<string>;
  organization_id: Fixed<string>;
}

export type TokenKind = 'person' | 'partner' | 'publisher' | 'scim';

export interface ApiTokenTable {
  id: Fixed<string>;
  token_hash: Fixed<Buffer>;
  kind: Fixed<TokenKind>;
  account_id: Fixed<string | null>;
  organization_id: Fixed<string | null>;
  partner_id: Fixed<string | null>;
  name: string;
  scopes: string[];
  created_at: Created;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export type ActorKind = 'person' | 'partner' | 'publisher' | 'system' | 'directory';
export type ChangeKind =
  | 'assignment'
  | 'undo'
  | 'set-up'
  | 'registration'
  | 'contact-change'
  | 'given-up'
  | 'import';

export interface AssignmentChangeTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  at: Fixed<Date>;
  kind: Fixed<ChangeKind>;
  actor_kind: Fixed<ActorKind>;
  actor_id: Fixed<string | null>;
  actor_name: Fixed<string>;
  reason: Fixed<string | null>;
  /** Of an undo: the change that it takes back. */
  undoes: ColumnType<string | null, string | null | undefined, never>;
  /** It ended roles that its author may not see: VL users were deleted. */
  ends_unseen: ColumnType<boolean, boolean | undefined, never>;
}

/** An invitation as it was before a change touched it, so that undo can put it back. */
export interface AssignmentChangeInvitationTable {
  organization_id: Fixed<string>;
  change_id: Fixed<string>;
  invitation_id: Fixed<string>;
  step: Fixed<'extend' | 'reset' | 'shrink' | 'withdraw' | 'withdraw-contact'>;
  generation: Fixed<number>;
  sent_at: Fixed<Date>;
  last_sent_at: Fixed<Date>;
  expires_at: Fixed<Date>;
}

/** Which license IDs a change touches. */
export interface AssignmentChangeLicenseTable {
  organization_id: Fixed<string>;
  license_id: Fixed<string>;
  /** Of the change. */
  at: Fixed<Date>;
  change_id: Fixed<string>;
  /** It touches nothing else there, so that only the bill-to contact sees it. */
  only_invoice_reader: Generated<boolean>;
}

export interface RoleGrantTable {
  organization_id: Fixed<string>;
  id: GeneratedAlways<number>;
  license_id: Fixed<string>;
  vl_user_id: Fixed<string>;
  role: Fixed<Role>;
  /** null where the grant was assigned; else the agreement that it is inherited from. */
  origin_agreement_id: Fixed<string | null>;
  starts_at: Fixed<Date>;
  ends_at: Fixed<Date | null>;
  opened_at: Fixed<Date>;
  opened_by: Fixed<string>;
  closed_at: Date | null;
  closed_by: string | null;
  awaits: 'contact-registration' | 'provisioning' | null;
  provisioning_id: string | null;
  ready_at: Date | null;
  effective_from: GeneratedAlways<Date | null>;
}

/** The roles that count now: the one truth for access. */
export interface EffectiveRoleView {
  organization_id: string;
  license_id: string;
  vl_user_id: string;
  role: Role;
  grant_id: number;
  ends_at: Date | null;
}

/**
 * `changes`: what somebody did. `disclosures`: what somebody was shown or given, a key or a file; it comes in numbers,
 * and must not make changes wait.
 */
export type LedgerChain = 'changes' | 'disclosures';

export interface LedgerHeadTable {
  organization_id: Fixed<string>;
  chain: Fixed<LedgerChain>;
  sequence: number;
  hash: Buffer;
}

export interface LedgerEntryTable {
  organization_id: Fixed<string>;
  chain: Fixed<LedgerChain>;
  sequence: Fixed<number>;
  id: Fixed<string>;
  at: Fixed<Date>;
  event: Fixed<string>;
  version: Fixed<number>;
  license_ids: Fixed<string[]>;
  /** The bytes that were hashed: JSON. */
  body: Fixed<string>;
  previous_hash: Fixed<Buffer>;
  hash: Fixed<Buffer>;
}

export type MailKind =
  | 'invitation'
  | 'contact-invitation'
  | 'permission-change'
  | 'contact-registered'
  | 'contact-changed'
  | 'support-answer';
export type MailState = 'held' | 'sending' | 'sent' | 'failed' | 'cancelled';

export interface MailTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  kind: Fixed<MailKind>;
  /** null: an answer to somebody who is no VL user. */
  vl_user_id: Fixed<string | null>;
  change_id: Fixed<string | null>;
  invitation_id: Fixed<string | null>;
  to_name: Fixed<string>;
  to_address: Fixed<string>;
  /** Of its subject and of all that it says. */
  language: ColumnType<Language, Language | undefined, never>;
  subject: Fixed<string>;
  /** What the mail says, by kind: see mail-facts.ts. JSON text on the way in. */
  facts: ColumnType<unknown, string, never>;
  state: MailState;
  attempts: Generated<number>;
  error: string | null;
  created_at: Fixed<Date>;
  send_after: Date;
  state_at: Date;
}

/** A system of the publisher that must know of a grant before it counts. */
export interface DownstreamSystemTable {
  id: Fixed<string>;
  name: string;
  url: string;
  /** Sealed. */
  secret: string;
  previous_secret: string | null;
  previous_secret_until: Date | null;
  created_at: Fixed<Date>;
  removed_at: Date | null;
}

/** What one VL user's grants of one change wait for. */
export interface ProvisioningTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  change_id: Fixed<string>;
  vl_user_id: Fixed<string>;
  state: 'waiting' | 'done' | 'failed' | 'cancelled';
  reason: string | null;
  started_at: Fixed<Date>;
  deadline_at: Fixed<Date>;
  ended_at: Date | null;
  /** Its VL user is told nothing of it: it puts back what they never heard was gone. */
  is_silent: Generated<boolean>;
}

/** One message to one downstream system. */
export interface DeliveryTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  system_id: Fixed<string>;
  provisioning_id: Fixed<string | null>;
  event: Fixed<string>;
  body: Fixed<string>;
  state: 'waiting' | 'accepted' | 'refused' | 'failed' | 'cancelled';
  attempts: Generated<number>;
  error: string | null;
  created_at: Fixed<Date>;
  next_attempt_at: Date;
  give_up_at: Date;
  ended_at: Date | null;
}

export interface DeliveryAttemptTable {
  organization_id: Fixed<string>;
  delivery_id: Fixed<string>;
  number: Fixed<number>;
  at: Fixed<Date>;
  status: Fixed<number | null>;
  error: Fixed<string | null>;
  duration_ms: Fixed<number>;
}

/** What somebody wrote to the publisher: feedback, or a ticket. */
export interface SupportMessageTable {
  id: Fixed<string>;
  kind: Fixed<'feedback' | 'ticket'>;
  state: Generated<'new' | 'in-progress' | 'answered' | 'closed'>;
  version: Generated<number>;
  account_id: Fixed<string>;
  /** null: the person belongs to none. */
  organization_id: Fixed<string | null>;
  /** Of a ticket. */
  reference: Fixed<string | null>;
  subject: Fixed<string | null>;
  body: Fixed<string>;
  sentiment: Fixed<'satisfied' | 'neither' | 'dissatisfied' | null>;
  page: Fixed<string | null>;
  /** As it was written: it refers to nothing. */
  asked_license_id: Fixed<string | null>;
  contact_method: Fixed<'email' | 'phone' | null>;
  phone: Fixed<string | null>;
  /** null: the person wants no answer. */
  contact_email: Fixed<string | null>;
  created_at: Fixed<Date>;
  updated_at: Date;
}

export type ScreenshotType = 'image/png' | 'image/jpeg' | 'image/webp';

export interface SupportScreenshotTable {
  message_id: Fixed<string>;
  media_type: Fixed<ScreenshotType>;
  bytes: Fixed<Buffer>;
}

export interface SupportAnswerTable {
  id: Fixed<string>;
  message_id: Fixed<string>;
  body: Fixed<string>;
  created_at: Fixed<Date>;
  /** Of the mail; null where none was sent. */
  organization_id: Fixed<string | null>;
  mail_id: Fixed<string | null>;
}

export interface IdempotencyTable {
  actor: Fixed<string>;
  organization: Fixed<string>;
  route: Fixed<string>;
  key: Fixed<string>;
  body_hash: Fixed<Buffer>;
  status: number | null;
  response: string | null;
  etag: string | null;
  created_at: Fixed<Date>;
}

export interface AttemptTable {
  what: Fixed<string>;
  who: Fixed<string>;
  window_starts_at: Fixed<Date>;
  count: number;
}

/** Somebody's own name for a search of Manage Assignments. */
export interface SavedViewTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  vl_user_id: Fixed<string>;
  name: string;
  name_key: string;
  /** JSON is written as text. */
  search: ColumnType<unknown, string, string>;
  created_at: Created;
}

/** Somebody's own name for some roles: it gives nobody a role. */
export interface RoleSetTable {
  organization_id: Fixed<string>;
  id: Fixed<string>;
  vl_user_id: Fixed<string>;
  name: string;
  name_key: string;
  roles: Role[];
  created_at: Created;
}

export interface Schema {
  instance: InstanceTable;
  partner: PartnerTable;
  organization: OrganizationTable;
  agreement: AgreementTable;
  agreement_contact: AgreementContactTable;
  license: LicenseTable;
  license_contact: LicenseContactTable;
  contact_change: ContactChangeTable;
  account: AccountTable;
  vl_user: VlUserTable;
  directory_account: DirectoryAccountTable;
  invitation: InvitationTable;
  session: SessionTable;
  sign_in: SignInTable;
  identity_provider: IdentityProviderTable;
  identity_provider_domain: IdentityProviderDomainTable;
  api_token: ApiTokenTable;
  assignment_change: AssignmentChangeTable;
  assignment_change_license: AssignmentChangeLicenseTable;
  assignment_change_invitation: AssignmentChangeInvitationTable;
  role_grant: RoleGrantTable;
  effective_role: EffectiveRoleView;
  ledger_head: LedgerHeadTable;
  ledger_entry: LedgerEntryTable;
  mail: MailTable;
  support_message: SupportMessageTable;
  support_screenshot: SupportScreenshotTable;
  support_answer: SupportAnswerTable;
  downstream_system: DownstreamSystemTable;
  provisioning: ProvisioningTable;
  delivery: DeliveryTable;
  delivery_attempt: DeliveryAttemptTable;
  idempotency: IdempotencyTable;
  attempt: AttemptTable;
  role_set: RoleSetTable;
  saved_view: SavedViewTable;
  product: ProductTable;
  invoice: InvoiceTable;
  invoice_document: InvoiceDocumentTable;
  home_use_entitlement: HomeUseEntitlementTable;
  home_use_program: HomeUseProgramTable;
  online_service: OnlineServiceTable;
  reservation: ReservationTable;
  activation_key: ActivationKeyTable;
  activation: ActivationTable;
  redemption: RedemptionTable;
  product_key: ProductKeyTable;
  download: DownloadTable;
  download_offer: DownloadOfferTable;
  download_begun: DownloadBegunTable;
  product_order: ProductOrderTable;
  order_line: OrderLineTable;
  subscription: SubscriptionTable;
  entitlement: EntitlementTable;
  license_summary: LicenseSummaryTable;
  license_summary_license: LicenseSummaryLicenseTable;
  license_summary_row: LicenseSummaryRowTable;
}
