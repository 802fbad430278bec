import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { listLedger, verifyLedger } from '@muniment/contract/ledger.ts';
import type { FastifyInstance } from 'fastify';
import { viewerOf } from '../../actor.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import { type ServeDeps, serveRead } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { checkChain, selectAdministeredIds, selectLedgerPage } from './ledger-repository.ts';
import { seenEntry } from './seen-entry.ts';

export function registerLedger(app: FastifyInstance, deps: ServeDeps): void {
  serveRead(app, deps, listLedger, async ({ actor, query }, db) => {
    const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
    const cursor = decodeCursor(query.cursor, ['id']);
    const viewer = viewerOf(actor);
    const administered = await selectAdministeredIds(db, viewer);
    const rows = await selectLedgerPage(db, viewer, {
      licenseId: query.licenseId,
      before: cursor?.[0] ?? null,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      status: 200,
      body: {
        items: shown.map((row) => seenEntry(row, administered)),
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
      },
    };
  });

  serveRead(app, deps, verifyLedger, async ({ actor }, db) => {
    const viewer = viewerOf(actor);
    if ((await selectAdministeredIds(db, viewer)).size === 0) throw new Problem('not-found');
    const { head, firstBroken } = await checkChain(db, viewer.organizationId);
    // Neither how many entries there are nor which one is broken: both count what others did (R10, A9).
    return { status: 200, body: { whole: firstBroken === null, head: head.toString('hex') } };
  });
}
