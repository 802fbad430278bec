import { putDirectory } from '@muniment/contract/directory.ts';
import { listLedger } from '@muniment/contract/ledger.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import type { Muniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { connectDirectory, type Directory } from './scim-client.ts';

/** An organization with a directory, an administrator and a colleague. */
export interface Scene {
  readonly organization: Organization;
  readonly directory: Directory;
  readonly admin: Member;
  readonly colleague: Member;
  readonly adminAccount: string;
  readonly colleagueAccount: string;
}

/** An administrator and a colleague, both with accounts in a directory. */
export async function scene(muniment: Muniment, { enforced = true } = {}): Promise<Scene> {
  const organization = await (await muniment.newPartner()).organization();
  const directory = await connectDirectory(muniment, organization.number);
  const admin = await organization.administrator();
  const colleague = await organization.colleague(admin, { roles: ['licensing-info-viewer'] });
  const { id: adminAccount } = await directory.create(admin.email, { displayName: 'Anna Administrator' });
  const { id: colleagueAccount } = await directory.create(colleague.email, { displayName: 'Cleo Colleague' });
  if (enforced) await enforce(muniment, organization, true);
  return { organization, directory, admin, colleague, adminAccount, colleagueAccount };
}

/** Switches enforcement. */
export function enforce(muniment: Muniment, { number }: Organization, enforced: boolean) {
  return muniment.publisher.call(putDirectory, { params: { number }, body: { enforced } });
}

/** Somebody as Manage Assignments shows them. */
export async function rowOf(admin: Member, email: string) {
  const { items } = (await admin.api.call(listVlUsers, { query: { q: email } })).body;
  return items.find(({ signInEmail }) => signInEmail === email);
}

export async function statusOf(admin: Member, email: string) {
  return (await rowOf(admin, email))?.status;
}

/** What the ledger tells an administrator of the directory, newest first. */
export async function eventsOf(admin: Member) {
  const { items } = (await admin.api.call(listLedger, { query: { limit: 50 } })).body;
  return items.filter(({ event }) => event.startsWith('directory.'));
}
