import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type {
  countVlUsers,
  LicenseAccess,
  listVlUsers,
  VlUser,
  VlUserDetails,
} from '@muniment/contract/vl-users.ts';
import { assignableRoles } from '@muniment/domain/seen-roles.ts';
import { vlUserActions } from '@muniment/domain/vl-user-status.ts';
import { validate as isUuid } from 'uuid';
import { type Member, viewerOf } from '../../actor.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { pastOf } from '../../moment.ts';
import { Problem } from '../../problem.ts';
import { searchDirectoryPeople } from '../directory/directory-service.ts';
import { openInvitationsSeenBy, viewOpenInvitations } from '../invitations/seen-invitation-service.ts';
import { seenProvisioning } from '../provisioning/seen-provisioning-service.ts';
import { filterOf } from './people-filter.ts';
import { selectSeenGrants, selectVersions } from './seen-person-repository.ts';
import { countTabs, EVERYBODY, type SeenFilter, type SeenVlUser, selectSeen } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

/**
 * One page of Manage Assignments: the VL users on the license IDs that the caller administers, now or as it was.
 *
 * @throws Problem invalid-request for a moment that is still to come.
 * @source M1, M2, R10, B4
 */
export async function listSeenVlUsers(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listVlUsers>,
): Promise<AnswerOf<typeof listVlUsers>> {
  const sort = query.sort ?? 'displayName';
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  const cursor = decodeCursor(query.cursor, ['text', 'text', 'id']);
  // A cursor of another order would skip people: it starts that order anew.
  const after = cursor !== null && cursor[0] === sort ? ([cursor[1], cursor[2]] as const) : null;
  const viewer = viewerOf(actor);
  const past = await pastOf(q, query.asOf);
  const filter = { ...filterOf(query), ...past };
  const { rows, total } = await selectSeen(q, viewer, filter, { sort, limit: limit + 1, after });
  const shown = rows.slice(0, limit);
  // In the past there is nothing to do about an invitation.
  const asked = past.at === undefined ? shown.map((row) => row.id) : [];
  const invitations = await openInvitationsSeenBy(q, viewer, asked);
  const at = await currentTime(q);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => rowOf(row, invitations.get(row.id) ?? [], actor, at)),
    nextCursor:
      rows.length > limit && last !== undefined ? encodeCursor([sort, last.sortValue, last.id]) : null,
    total,
  };
}

/** How many people each tab of Manage Assignments lists, now or as it was. @source M1, M2, R10, B4 */
export async function countForTabs(
  q: Queryable,
  actor: Member,
  asOf: string | undefined,
): Promise<AnswerOf<typeof countVlUsers>> {
  return countTabs(q, viewerOf(actor), await pastOf(q, asOf));
}

/**
 * One VL user as the caller sees them, now or as it was; of the past there is no version to edit.
 *
 * @throws Problem vl-user-not-found where they hold nothing that the caller administers.
 */
export async function showVlUser(
  q: Queryable,
  actor: Member,
  vlUserId: string,
  asOf?: string,
): Promise<{ details: VlUserDetails; etag?: string }> {
  const viewer = viewerOf(actor);
  const past = await pastOf(q, asOf);
  const row = await findSeen(q, viewer, vlUserId, past);
  const at = await currentTime(q);
  if (past.at !== undefined) {
    const nothingWaits = { provisioning: { waitingFor: [], failed: null }, invitations: [] };
    return { details: { ...rowOf(row, [], actor, at), ...nothingWaits } };
  }
  const invitations = (await openInvitationsSeenBy(q, viewer, [row.id])).get(row.id) ?? [];
  const provisioning = (await seenProvisioning(q, viewer, [row.id])).get(row.id);
  return {
    details: {
      ...rowOf(row, invitations, actor, at),
      provisioning: provisioning ?? { waitingFor: [], failed: null },
      invitations: await viewOpenInvitations(q, viewer.organizationId, invitations, at),
    },
    etag: await versionOf(q, viewer, row.id),
  };
}

/** Roles of one VL user by license ID, now or as it was. @throws Problem vl-user-not-found. @source M4, B4 */
export async function showAccess(
  q: Queryable,
  actor: Member,
  vlUserId: string,
  asOf?: string,
): Promise<{ items: LicenseAccess[]; etag?: string }> {
  const viewer = viewerOf(actor);
  const past = await pastOf(q, asOf);
  const row = await findSeen(q, viewer, vlUserId, past);
  const grants = await selectSeenGrants(q, viewer, row.id, past.at);
  const items = [...Map.groupBy(grants, (grant) => grant.licenseId).values()].flatMap(([first, ...rest]) =>
    first === undefined
      ? []
      : [
          {
            licenseId: first.licenseId,
            name: first.name,
            agreementNumber: first.agreementNumber,
            agreementName: first.agreementName,
            administrators: { reachable: first.reachable, pending: first.pending },
            assignableRoles: past.at === undefined ? assignableRoles(first.billTo) : [],
            roles: [first, ...rest].map((grant) => ({
              role: grant.role,
              origin: grant.inherited ? ('inherited' as const) : ('assigned' as const),
              startsAt: grant.startsAt.toISOString(),
              endsAt: grant.endsAt?.toISOString() ?? null,
              status: grant.status,
            })),
          },
        ],
  );
  return past.at === undefined ? { items, etag: await versionOf(q, viewer, row.id) } : { items };
}

/** People of the organization whom an administrator may add. @source S1 */
export function searchPeople(q: Queryable, actor: Member, text: string, limit: number) {
  return searchDirectoryPeople(q, viewerOf(actor), text.trim(), limit);
}

/** Finds a VL user whom a viewer sees, or saw at a past moment. @throws Problem vl-user-not-found. */
export async function findSeen(
  q: Queryable,
  viewer: Viewer,
  vlUserId: string,
  past: { readonly at?: Date } = {},
): Promise<SeenVlUser> {
  const filter: SeenFilter = { ...EVERYBODY, vlUserIds: [vlUserId], ...past };
  const { rows } = isUuid(vlUserId)
    ? await selectSeen(q, viewer, filter, { sort: 'displayName', limit: 1, after: null })
    : { rows: [] };
  const row = rows[0];
  if (row === undefined) throw new Problem('vl-user-not-found');
  return row;
}

async function versionOf(q: Queryable, viewer: Viewer, vlUserId: string): Promise<string> {
  return (await selectVersions(q, viewer, [vlUserId])).get(vlUserId)?.etag ?? '""';
}

function rowOf(
  row: SeenVlUser,
  invitations: readonly { readonly expiresAt: Date }[],
  actor: Member,
  at: Date,
): VlUser {
  return {
    id: row.id,
    displayName: row.displayName,
    status: row.status,
    actions: vlUserActions(invitations, at),
    signInEmail: row.signInEmail,
    businessEmail: row.businessEmail,
    roles: row.roles,
    licenseIdCount: row.licenseIdCount,
    isYou: row.id === actor.vlUserId,
  };
}
