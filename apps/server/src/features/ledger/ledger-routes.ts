import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { listLedger, verifyLedger } from '@muniment/contract/ledger.ts';
import type { FastifyInstance } from 'fastify';
import { viewerOf } from '../../actor.ts';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import { type ServeDeps, serveRead } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { findLicenseId } from '../licenses/license-service.ts';
import { checkChain, selectLedgerEyes, selectLedgerPage } from './ledger-repository.ts';
import { seenEntry } from './seen-entry.ts';

export function registerLedger(app: FastifyInstance, deps: ServeDeps): void {
  serveRead(app, deps, listLedger, async ({ actor, query }, db) => {
    const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
    const cursor = decodeCursor(query.cursor, ['id']);
    const viewer = viewerOf(actor);
    const eyes = await selectLedgerEyes(db, viewer);
    const items: NonNullable<ReturnType<typeof seenEntry>>[] = [];
    let before = cursor?.[0] ?? null;
    let isMore = true;
    const asked =
      query.licenseId === undefined ? null : await findLicenseId(db, viewer.organizationId, query.licenseId);
    // A page with holes would tell that something is hidden: read on until it is full.
    while (isMore && items.length <= limit) {
      const wanted = limit + 1 - items.length;
      const rows = await selectLedgerPage(db, viewer, {
        chain: query.chain ?? 'changes',
        licenseId: query.licenseId,
        before,
        limit: wanted,
      });
      items.push(...rows.map((row) => seenEntry(row, eyes, asked)).filter((entry) => entry !== null));
      isMore = rows.length === wanted;
      before = rows.at(-1)?.id ?? null;
    }
    const shown = items.slice(0, limit);
    const last = shown.at(-1);
    return {
      status: 200,
      body: {
        items: shown,
        nextCursor: items.length > limit && last !== undefined ? encodeCursor([last.id]) : null,
      },
    };
  });

  serveRead(app, deps, verifyLedger, async ({ actor }, db) => {
    const viewer = viewerOf(actor);
    if ((await selectLedgerEyes(db, viewer)).administered.size === 0) throw new Problem('not-found');
    const changes = await checkChain(db, viewer.organizationId, 'changes');
    if (changes === null) throw new Error('The organization has no ledger');
    const disclosures = await checkChain(db, viewer.organizationId, 'disclosures');
    // Neither how many entries there are nor which one is broken: both count what others did (R10, A9).
    return {
      status: 200,
      body: {
        whole: changes.firstBroken === null && (disclosures?.firstBroken ?? null) === null,
        head: changes.head.toString('hex'),
        disclosuresHead: disclosures?.head.toString('hex') ?? null,
      },
    };
  });
}
