import type { QueryOf } from '@muniment/contract/endpoint.ts';
import type { exportVlUsers } from '@muniment/contract/vl-users.ts';
import { type Member, viewerOf } from '../../actor.ts';
import { csvHead, csvRows } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { pastOf } from '../../moment.ts';
import { type ExportedGrant, selectExported } from './export-repository.ts';
import { filterOf } from './people-filter.ts';
import { selectMatching } from './seen-repository.ts';
import type { Viewer } from './viewer.ts';

const COLUMNS = [
  'displayName',
  'status',
  'signInEmail',
  'businessEmail',
  'licenseId',
  'licenseName',
  'agreementNumber',
  'role',
  'origin',
  'startsAt',
  'endsAt',
] as const;

/** As many people, and license IDs of people, one piece of the file holds; of one person always all. */
const PIECE_PEOPLE_MAX = 500;
const PIECE_LICENSES_MAX = 2_000;

/**
 * Everybody who matches, in the order of the list, with every role that the caller sees, now or as it was.
 *
 * Who matches is decided once, when it begins. What they hold is read piece by piece, each as it is then: a right that
 * ends meanwhile ends the rows that it opened (R9, R10), and no connection is held while a slow reader reads.
 *
 * @throws Problem invalid-request for a moment that is still to come.
 * @source B8, B4, RFC 4180
 */
export async function exportSeenVlUsers(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportVlUsers>,
): Promise<TextReply> {
  const viewer = viewerOf(actor);
  const past = await pastOf(q, query.asOf);
  const filter = { ...filterOf(query), ...past };
  const people = await selectMatching(q, viewer, filter, query.sort ?? 'displayName');
  const day = (past.at ?? (await currentTime(q))).toISOString().slice(0, 10);
  return {
    fileName: `vl-users-${actor.organization.number}-${day}.csv`,
    pieces: piecesOf(q, viewer, inPieces(people), past.at),
  };
}

async function* piecesOf(
  q: Queryable,
  viewer: Viewer,
  pieces: Iterable<readonly string[]>,
  at: Date | undefined,
): AsyncGenerator<string> {
  yield csvHead(COLUMNS);
  for (const vlUserIds of pieces) {
    const grants = await selectExported(q, viewer, vlUserIds, at);
    if (grants.length > 0) yield csvRows(grants.map(cellsOf));
  }
}

function* inPieces(
  people: readonly { readonly id: string; readonly licenseIdCount: number }[],
): Generator<string[]> {
  let piece: string[] = [];
  let licenses = 0;
  for (const { id, licenseIdCount } of people) {
    if (
      piece.length > 0 &&
      (piece.length === PIECE_PEOPLE_MAX || licenses + licenseIdCount > PIECE_LICENSES_MAX)
    ) {
      yield piece;
      piece = [];
      licenses = 0;
    }
    piece.push(id);
    licenses += licenseIdCount;
  }
  if (piece.length > 0) yield piece;
}

function cellsOf(grant: ExportedGrant): string[] {
  const { displayName, status, signInEmail, businessEmail, licenseId, licenseName, agreementNumber } = grant;
  return [
    displayName,
    status,
    signInEmail,
    businessEmail,
    licenseId,
    licenseName,
    agreementNumber ?? '',
    grant.role,
    grant.inherited ? 'inherited' : 'assigned',
    grant.startsAt.toISOString(),
    grant.endsAt?.toISOString() ?? '',
  ];
}
