import { createHash } from 'node:crypto';
import type { Preferences } from '@muniment/contract/preferences.ts';
import type { Affiliate } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { inheritingContactsOf } from '../contacts/contact-service.ts';
import { findVlUserById } from '../vl-users/vl-user-service.ts';
import { selectHeldRoles } from './preferences-repository.ts';

/** What somebody may read of themselves, and what their preferences are. @source I2 */
export async function readPreferences(
  q: Queryable,
  actor: Affiliate,
): Promise<{ preferences: Preferences; etag: string }> {
  const organizationId = actor.organization.id;
  const user = actor.vlUserId === null ? null : await findVlUserById(q, organizationId, actor.vlUserId);
  const { account } = actor;
  const contacts = await inheritingContactsOf(q, organizationId, account.id);
  const preferences: Preferences = {
    displayName: user?.displayName ?? account.displayName,
    signInEmail: user?.signInEmail ?? account.email,
    businessEmail: user?.businessEmail ?? account.email,
    roles: user === null ? [] : await selectHeldRoles(q, organizationId, user.id),
    inheritance: contacts.map(({ agreementNumber, agreementName, contact, optedIn }) => ({
      agreementNumber,
      agreementName,
      contact,
      optedIn,
    })),
  };
  const version = createHash('sha256').update(JSON.stringify(preferences)).digest('base64url');
  return { preferences, etag: `"${version}"` };
}
