import type { AnswerOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type {
  exportLicenses,
  License,
  LicenseDetails,
  listLicenses,
  Overview,
} from '@muniment/contract/licenses.ts';
import { assignableRoles } from '@muniment/domain/seen-roles.ts';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import { rolesOf } from '../../database/enum-array.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { contactsOf } from '../contacts/contact-service.ts';
import { lastDirectorySync } from '../directory/directory-service.ts';
import { countByStatus } from '../vl-users/seen-vl-user-service.ts';
import { type LicenseRow, selectContractFacts, selectLicensePage } from './license-page-repository.ts';
import { countScope, selectReliance } from './license-repository.ts';

/** License IDs on which the caller holds a role with an action. @source R10, S2, W1 */
export async function listHeldLicenses(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listLicenses>,
): Promise<AnswerOf<typeof listLicenses>> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, action = 'contract:view', ...filter } = query;
  const page = await selectLicensePage(q, viewerOf(actor), { ...filter, action }, { limit, cursor });
  return { items: page.rows.map(toLicense), nextCursor: page.nextCursor, total: page.total };
}

/** Rows of a piece of the file. */
const PIECE = 500;
const CSV_COLUMNS = [
  'licenseId',
  'name',
  'organization',
  'city',
  'country',
  'program',
  'parentProgram',
  'agreementNumber',
  'startDate',
  'endDate',
  'status',
  'roles',
] as const;

/** What {@link listHeldLicenses} would page through, as CSV. @source W1 */
export function exportHeldLicenses(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportLicenses>,
): TextReply {
  return {
    fileName: `license-ids-${actor.organization.number}.csv`,
    pieces: csvOfPages(
      CSV_COLUMNS,
      (cursor) => listHeldLicenses(q, actor, { ...query, limit: PIECE, ...(cursor ? { cursor } : {}) }),
      (license) => [
        [
          license.licenseId,
          license.name,
          license.organizationName,
          license.city ?? '',
          license.country,
          license.program,
          license.parentProgram ?? '',
          license.agreementNumber ?? '',
          license.startDate,
          license.endDate,
          license.status,
          license.roles.join(' '),
        ],
      ],
    ),
  };
}

/** One license ID on which the caller holds a role. @throws Problem license-id-not-found. @source R10 */
export async function showLicense(q: Queryable, actor: Member, licenseId: string): Promise<License> {
  const filter = { action: 'contract:view' as const, licenseId };
  const { rows } = await selectLicensePage(q, viewerOf(actor), filter, { limit: 1 });
  const row = rows[0];
  if (row === undefined)
    throw new Problem('license-id-not-found', { detail: `You hold no role on license ID ${licenseId}.` });
  return toLicense(row);
}

/** One license ID with the facts and contacts of its contract. @throws Problem license-id-not-found. @source W1, A10 */
export async function showLicenseDetails(
  q: Queryable,
  actor: Member,
  licenseId: string,
): Promise<LicenseDetails> {
  const license = await showLicense(q, actor, licenseId);
  const facts = await selectContractFacts(q, viewerOf(actor).organizationId, license.id);
  return { ...license, ...facts, contacts: await contactsOf(q, license.id) };
}

const SOLE_SHOWN = 5;

/** What needs the caller today, over the license IDs that they administer. @source A5 */
export async function showOverview(q: Queryable, actor: Member): Promise<Overview> {
  const viewer = viewerOf(actor);
  const filter = { action: 'assignment:manage' as const, soleAdministrator: true };
  const { people, licenseIds } = await countScope(q, viewer);
  const statuses = await countByStatus(q, viewer);
  const sole = await selectLicensePage(q, viewer, filter, { limit: SOLE_SHOWN });
  const reliance = await selectReliance(
    q,
    viewer,
    sole.rows.map((row) => row.licenseId),
  );
  return {
    people,
    licenseIds,
    invitationsSent: statuses.get('invitation-sent') ?? 0,
    invitationsExpired: statuses.get('invitation-expired') ?? 0,
    assignmentsInProgress: statuses.get('assignment-in-progress') ?? 0,
    assignmentsFailed: statuses.get('failed') ?? 0,
    usersNotFound: statuses.get('user-not-found') ?? 0,
    soleAdministratorOf: {
      total: sole.total,
      items: sole.rows.map(({ licenseId, name }) => {
        const {
          people: relying = 0,
          suggestedId = null,
          suggestedName = null,
        } = reliance.get(licenseId) ?? {};
        const suggested =
          suggestedId === null || suggestedName === null
            ? null
            : { vlUserId: suggestedId, displayName: suggestedName };
        return { licenseId, name, people: relying, suggested };
      }),
    },
    directorySyncedAt: (await lastDirectorySync(q, viewer.organizationId))?.toISOString() ?? null,
  };
}

function toLicense(row: LicenseRow): License {
  return {
    id: row.id,
    licenseId: row.licenseId,
    name: row.name,
    program: row.program,
    parentProgram: row.parentProgram,
    agreementNumber: row.agreementNumber,
    startDate: row.startDate,
    endDate: row.endDate,
    status: row.status,
    city: row.city,
    country: row.country,
    organizationName: row.organizationName,
    roles: rolesOf(row.roles),
    administrators:
      row.reachable === null || row.pending === null
        ? null
        : { reachable: row.reachable, pending: row.pending },
    assignableRoles: row.reachable === null ? null : assignableRoles(row.billTo),
  };
}
