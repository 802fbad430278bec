import type { QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import type { exportServices, listServices, OnlineService } from '@muniment/contract/online-services.ts';
import { usageDays } from '@muniment/domain/reservations.ts';
import { DEFAULT_TIME_ZONE } from '@muniment/domain/time-zone.ts';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { exportName, PIECE_ROWS } from './export-file.ts';
import { type ServiceRow, selectServicePage, selectTimeZone } from './service-repository.ts';

/** Services that the caller may reserve, each with the days that it may be reserved for now. @source W6, R10 */
export async function listOpenServices(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listServices>,
): Promise<{ items: OnlineService[]; nextCursor: string | null; total: number }> {
  const { limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const { rows, nextCursor, total } = await selectServicePage(q, viewerOf(actor), filter, { limit, cursor });
  const timeZone = (await selectTimeZone(q, actor.organization.id)) ?? DEFAULT_TIME_ZONE;
  const now = await currentTime(q);
  return { items: rows.map((row) => viewOf(row, timeZone, now)), nextCursor, total };
}

function viewOf(row: ServiceRow, timeZone: string, now: Date): OnlineService {
  const { id, licenseId, licenseName, partNumber, product, seats, endsOn, anniversary } = row;
  return {
    id,
    licenseId,
    licenseName,
    partNumber,
    product,
    seats,
    endsOn,
    usageDays: { ...usageDays({ now, timeZone, anniversary }), timeZone },
  };
}

/** The services that match as CSV. What is open is decided anew with each piece. @source W6, RFC 4180 */
export async function exportOpenServices(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportServices>,
): Promise<TextReply> {
  const readPage = async (cursor: string | undefined) => {
    const page = { limit: PIECE_ROWS, cursor };
    const { rows, nextCursor } = await selectServicePage(q, viewerOf(actor), query, page);
    return { items: rows, nextCursor };
  };
  const columns = ['licenseId', 'partNumber', 'product', 'seats', 'endsOn'];
  return {
    fileName: await exportName(q, actor, 'services'),
    pieces: csvOfPages(columns, readPage, ({ licenseId, partNumber, product, seats, endsOn }) => [
      [licenseId, partNumber, product, String(seats), endsOn ?? ''],
    ]),
  };
}
