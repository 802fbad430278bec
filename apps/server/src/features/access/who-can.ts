import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import type { whatCan, whoCan } from '@muniment/contract/explain.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { type Action, actionsOf, ROLES, ROLES_ALLOWING, type Role } from '@muniment/domain/roles.ts';
import { type Member, type PublisherActor, viewerOf } from '../../actor.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import type { Queryable } from '../../database/connect.ts';
import { momentOf } from '../../moment.ts';
import { Problem } from '../../problem.ts';
import { selectAskedLicense, selectAskedPerson } from './explain-repository.ts';
import { selectHeldLicenses, selectHolders } from './who-repository.ts';

/**
 * Who may do something on a license ID, by name.
 *
 * @throws Problem license-id-not-found where the caller does not administer it now; invalid-request for a moment that
 *   is still to come.
 * @source B3, B4, A9, R9, R10
 */
export async function listWhoCan(
  q: Queryable,
  actor: Member | PublisherActor,
  query: QueryOf<typeof whoCan>,
): Promise<AnswerOf<typeof whoCan>> {
  const moment = await momentOf(q, query.at, 'at');
  const viewer = actor.kind === 'publisher' ? null : viewerOf(actor);
  const license = await selectAskedLicense(q, viewer, query.licenseId);
  if (license === null || !(viewer === null || license.isAdministered))
    throw new Problem('license-id-not-found');
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  const asked = {
    organizationId: license.organizationId,
    licenseId: license.id,
    roles: rolesGiving(query.action),
  };
  const after = decodeCursor(query.cursor, ['text', 'id']);
  const rows = await selectHolders(q, viewer, asked, moment, { limit: limit + 1, after });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id, displayName, signInEmail, roles }) => ({
      vlUserId: id,
      displayName,
      signInEmail,
      isYou: id === viewer?.vlUserId,
      roles,
    })),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.nameSort, last.id]) : null,
  };
}

/**
 * What somebody may do on which license IDs: of others, those that the caller administers now.
 *
 * @throws Problem vl-user-not-found; invalid-request for a moment that is still to come.
 * @source B3, B4, A9, R9, R10
 */
export async function listWhatCan(
  q: Queryable,
  actor: Member | PublisherActor,
  query: QueryOf<typeof whatCan>,
): Promise<AnswerOf<typeof whatCan>> {
  const moment = await momentOf(q, query.at, 'at');
  const viewer = actor.kind === 'publisher' ? null : viewerOf(actor);
  const person = await selectAskedPerson(q, viewer, query.vlUserId);
  if (person === null) throw new Problem('vl-user-not-found');
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  const asked = {
    organizationId: person.organizationId,
    vlUserId: person.id,
    roles: rolesGiving(query.action),
  };
  const after = decodeCursor(query.cursor, ['text'])?.[0] ?? null;
  const rows = await selectHeldLicenses(q, viewer, asked, moment, { limit: limit + 1, after });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ ...row, actions: actionsOf(row.roles) })),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.licenseId]) : null,
  };
}

function rolesGiving(action: Action | undefined): readonly Role[] {
  return action === undefined ? ROLES : ROLES_ALLOWING[action];
}
