import type { NamedContact } from '@muniment/contract/partners.ts';
import type { Queryable, Trx } from '../../database/connect.ts';
import { selectContactsOf } from './contact-list-repository.ts';
import {
  type AgreementContact,
  lockAgreements,
  selectInheritingContacts,
  updateOptedIn,
} from './inheritance-repository.ts';

/** The contacts of a license ID (internal id) and of its agreement, for whoever may see the contract. @source A10 */
export async function contactsOf(q: Queryable, licenseId: string): Promise<NamedContact[]> {
  return (await selectContactsOf(q, [licenseId])).get(licenseId) ?? [];
}

/** What an account is as contact who may inherit, by agreement. @source I1 */
export function inheritingContactsOf(
  q: Queryable,
  organizationId: string,
  accountId: string,
): Promise<AgreementContact[]> {
  return selectInheritingContacts(q, organizationId, accountId);
}

/** Keeps agreements from gaining license IDs or other contacts while somebody opts in or out. */
export function lockForOptIn(
  trx: Trx,
  organizationId: string,
  agreementIds: readonly string[],
): Promise<void> {
  return lockAgreements(trx, organizationId, agreementIds);
}

/** Opts a contact in since a time, or out where it is null. @source I1, I4 */
export function setOptedIn(
  trx: Trx,
  organizationId: string,
  of: Pick<AgreementContact, 'agreementId' | 'contact'> & { readonly accountId: string },
  at: Date | null,
): Promise<void> {
  return updateOptedIn(trx, organizationId, of, at);
}
