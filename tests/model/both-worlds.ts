import { seesRole } from '@muniment/domain/seen-roles.ts';
import { sql } from 'kysely';
import { deriveKey } from '../../apps/server/src/encryption-key.ts';
import { invitationToken } from '../../apps/server/src/features/invitations/invitation-token.ts';
import type { System } from '../provisioning/receiver.ts';
import type { Api } from '../support/api.ts';
import type { Muniment } from '../support/muniment.ts';
import type { Organization } from '../support/partner.ts';
import type { Chosen } from './operations.ts';
import {
  administeredBy,
  isLive,
  isOpen,
  isPresent,
  isRegistered,
  type ModelGrant,
  type ModelInvitation,
  viewerOf,
  type World,
} from './world.ts';

/** One organization twice: behind the API on PostgreSQL, and in the model. */
export interface BothWorlds {
  readonly muniment: Muniment;
  readonly organization: Organization;
  readonly world: World;
  readonly people: readonly string[];
  readonly sessions: Map<string, Api>;
  readonly scimToken: string;
  readonly agreementNumber: string;
  readonly system: System;
}

export function among<T>(items: readonly T[], index: number): T | undefined {
  return items[index % items.length];
}

export function openOnes(world: World): ModelInvitation[] {
  return world.invitations.filter(({ state }) => state === 'open');
}

export function choose(
  { world, people }: BothWorlds,
  { index, anybody }: Chosen,
  at: Date,
): string | undefined {
  const registered = people.filter((email) => isRegistered(world, email) && isPresent(world, email, at));
  const acting = registered.filter((email) => administeredBy(world, email, at).length > 0);
  return among(anybody ? registered : acting, index);
}

export async function sessionOf(both: BothWorlds, email: string): Promise<Api> {
  const known = both.sessions.get(email) ?? (await both.muniment.sessionOf(email));
  both.sessions.set(email, known);
  return known;
}

export async function idOf({ muniment, organization }: BothWorlds, email: string): Promise<string> {
  const row = await muniment.db
    .selectFrom('vl_user as u')
    .innerJoin('organization as o', 'o.id', 'u.organization_id')
    .select('u.id')
    .where('o.number', '=', organization.number)
    // Of somebody who is gone for good, the address is given up but for its beginning.
    .where(sql<string>`split_part(u.sign_in_email_key, '#', 1)`, '=', email)
    .executeTakeFirst();
  return row?.id ?? '01890000-0000-7000-8000-000000000000';
}

async function rowOf(both: BothWorlds, invitation: ModelInvitation): Promise<string> {
  const rows = await both.muniment.db
    .selectFrom('invitation as i')
    .leftJoin('license as l', 'l.id', 'i.license_id')
    .select(['i.id', 'l.license_id as licenseId'])
    .where('i.vl_user_id', '=', await idOf(both, invitation.email))
    .where('i.kind', '=', invitation.kind)
    .orderBy('i.id')
    .execute();
  const alike = both.world.invitations.filter(
    (one) => one.email === invitation.email && one.licenseId === invitation.licenseId,
  );
  const row = rows.filter(({ licenseId }) => licenseId === invitation.licenseId)[alike.indexOf(invitation)];
  if (row === undefined) throw new Error('The database lacks an invitation of the model');
  return row.id;
}

/** The link is made as the server makes it. */
export async function linkTo(
  both: BothWorlds,
  invitation: ModelInvitation,
  generation: number,
): Promise<string> {
  const key = both.muniment.settings.encryptionKey ?? Buffer.alloc(0);
  return invitationToken(deriveKey(key, 'invitation links'), await rowOf(both, invitation), generation);
}

export async function moveInvitation(
  both: BothWorlds,
  invitation: ModelInvitation,
  to: { expires_at: Date } | { sent_at: Date; last_sent_at: Date },
): Promise<void> {
  const id = await rowOf(both, invitation);
  await both.muniment.db.updateTable('invitation').set(to).where('id', '=', id).execute();
}

/** License IDs on which a viewer sees a person hold something. */
export function seenLicenses(world: World, viewer: string, email: string, at: Date): string[] {
  const seen = new Set(seenGrants(world, viewer, email, at).map(({ licenseId }) => licenseId));
  return world.licenses.filter((licenseId) => seen.has(licenseId));
}

/** What a person holds, as far as a viewer sees it. @source R9, R10 */
export function seenGrants(world: World, viewer: string, email: string, at: Date): ModelGrant[] {
  const administered = new Set(administeredBy(world, viewer, at));
  return world.grants.filter(
    (grant) =>
      isOpen(grant, at) &&
      grant.vlUserId === email &&
      administered.has(grant.licenseId) &&
      isRoleSeen(world, viewer, grant),
  );
}

function isRoleSeen(world: World, viewer: string, { role, licenseId, vlUserId }: ModelGrant): boolean {
  return seesRole(viewerOf(world, viewer), { role, licenseId, userKey: vlUserId });
}

/** Open invitations of a person that cover a license ID which the viewer administers. @source Edges */
export function coveredInvitations(world: World, viewer: string, email: string, at: Date): ModelInvitation[] {
  const administered = new Set(administeredBy(world, viewer, at));
  return world.invitations.filter(
    (invitation) =>
      invitation.state === 'open' &&
      invitation.email === email &&
      world.grants.some(
        (grant) =>
          isLive(grant) &&
          grant.vlUserId === email &&
          administered.has(grant.licenseId) &&
          (invitation.licenseId === null
            ? grant.awaits !== 'contact-registration' && isRoleSeen(world, viewer, grant)
            : grant.licenseId === invitation.licenseId && grant.awaits === 'contact-registration'),
      ),
  );
}
