import type { AnswerOf, BodyOf, QueryOf } from '@muniment/contract/endpoint.ts';
import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import {
  BENEFIT_SORT_DEFAULT,
  type BenefitDetails,
  type checkHomeUse,
  type exportBenefits,
  type listBenefits,
} from '@muniment/contract/home-use.ts';
import { allowsHomeUse, readAccessCode } from '@muniment/domain/home-use.ts';
import { type Member, viewerOf } from '../../actor.ts';
import { csvOfPages } from '../../csv-text.ts';
import type { Queryable } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { TextReply } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { hashOfAccessCode } from './access-code.ts';
import { selectBenefitPage, selectProgram, selectProgramByCode } from './home-use-repository.ts';
import { etagOf, type HomeUseDeps, toBenefitDetails } from './program-view.ts';

/** A page of the Home Use Programs that the caller manages. @source W8, R10 */
export async function listSeenBenefits(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof listBenefits>,
): Promise<AnswerOf<typeof listBenefits>> {
  const { sort = BENEFIT_SORT_DEFAULT, limit = PAGE_LIMIT_DEFAULT, cursor, ...filter } = query;
  const page = { sort, limit, cursor };
  const { rows, nextCursor, total } = await selectBenefitPage(q, viewerOf(actor), filter, page);
  return {
    items: rows.map((row) => ({
      id: row.id,
      licenseId: row.licenseId,
      name: row.name,
      endDate: row.endDate,
      state: row.state,
      total: row.total,
      used: row.used,
    })),
    nextCursor,
    total,
  };
}

const CSV_COLUMNS = ['licenseId', 'name', 'endDate', 'state', 'total', 'used'] as const;
const PIECE_ROWS = 500;

/** The programs that match as CSV, without their access codes. @source W8, R10 */
export async function exportSeenBenefits(
  q: Queryable,
  actor: Member,
  query: QueryOf<typeof exportBenefits>,
): Promise<TextReply> {
  const day = (await currentTime(q)).toISOString().slice(0, 10);
  return {
    fileName: `home-use-${actor.organization.number}-${day}.csv`,
    pieces: csvOfPages(
      CSV_COLUMNS,
      (cursor) =>
        listSeenBenefits(q, actor, {
          ...query,
          limit: PIECE_ROWS,
          ...(cursor === undefined ? {} : { cursor }),
        }),
      (row) => [CSV_COLUMNS.map((column) => String(row[column]))],
    ),
  };
}

/** One program, and its version. @throws Problem license-id-not-found, as {@link requireOpenedLicense}. */
export async function showBenefit(
  q: Queryable,
  deps: HomeUseDeps,
  actor: Member,
  licenseId: string,
): Promise<{ body: BenefitDetails; etag: string }> {
  const license = await requireOpenedLicense(q, actor, licenseId, 'benefit:manage');
  const row = await selectProgram(q, viewerOf(actor), license.id);
  return { body: toBenefitDetails(deps, row), etag: etagOf(row) };
}

/**
 * Whether an access code is good for somebody with an address. A code that there is not, one that was replaced or
 * switched off, and another domain are answered alike.
 *
 * @source W8
 */
export async function isHomeUseAllowed(
  q: Queryable,
  { homeUseKey, previousHomeUseKey = null }: HomeUseDeps,
  { accessCode, email }: BodyOf<typeof checkHomeUse>,
): Promise<boolean> {
  const code = readAccessCode(accessCode);
  if (code === null) return false;
  const program =
    (await selectProgramByCode(q, hashOfAccessCode(homeUseKey, code))) ??
    (previousHomeUseKey === null
      ? null
      : await selectProgramByCode(q, hashOfAccessCode(previousHomeUseKey, code)));
  return program !== null && allowsHomeUse(program, email);
}
