import type { Contact } from '@muniment/contract/partners.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import type { AgreementContactKind } from '../../database/schema.ts';
import { invalidField, Problem } from '../../problem.ts';
import type { StoredContact } from './partner-repository.ts';

const KIND_OF_FIELD = {
  primaryContact: 'primary-contact',
  noticesCorrespondent: 'notices-correspondent',
  onlineAccessContact: 'online-access-contact',
  billToContact: 'bill-to-contact',
} as const satisfies Record<string, AgreementContactKind>;

type Field = keyof typeof KIND_OF_FIELD;

/** Reads the contacts of a request. @throws Problem invalid-request where an address is none. */
export function readContacts<F extends Field>(
  contacts: Partial<Record<F, Contact | undefined>>,
): StoredContact<(typeof KIND_OF_FIELD)[F]>[] {
  return (Object.entries(contacts) as [F, Contact | undefined][]).flatMap(([field, contact]) => {
    if (contact === undefined) return [];
    const key = emailKey(contact.email);
    if (key === null) throw invalidField(`/contacts/${field}/email`, 'This is no e-mail address.');
    return [
      {
        contact: KIND_OF_FIELD[field],
        displayName: contact.displayName.trim(),
        email: contact.email,
        emailKey: key,
      },
    ];
  });
}

/** Puts contacts into the words of the API. */
export function viewContacts(
  contacts: readonly StoredContact<AgreementContactKind>[],
): Partial<Record<Field, Contact>> {
  const fields = Object.entries(KIND_OF_FIELD) as [Field, AgreementContactKind][];
  return Object.fromEntries(
    fields.flatMap(([field, kind]) => {
      const found = contacts.find(({ contact }) => contact === kind);
      return found === undefined ? [] : [[field, { displayName: found.displayName, email: found.email }]];
    }),
  );
}

/** Which contacts there are, without who they are. */
export function kindsOf<Kind extends string>(contacts: readonly StoredContact<Kind>[]): Kind[] {
  return contacts.map(({ contact }) => contact).sort();
}

/**
 * Refuses other contacts than those that are set, by name or by address: they change by a contact-change request.
 *
 * @throws Problem contacts-fixed.
 * @source A10
 */
export function requireSameContacts(
  stored: readonly StoredContact<string>[],
  wanted: readonly StoredContact<string>[],
): void {
  const keyOf = (contacts: readonly StoredContact<string>[]) =>
    JSON.stringify(
      contacts.map(({ contact, emailKey: key, displayName }) => [contact, key, displayName]).sort(),
    );
  if (keyOf(stored) === keyOf(wanted)) return;
  throw new Problem('contacts-fixed', {
    detail:
      'Send the contacts that are set already; change one by POST /v1/partner/contact-changes. Nothing was changed.',
  });
}
