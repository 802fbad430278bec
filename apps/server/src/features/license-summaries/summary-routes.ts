import { putEntitlement } from '@muniment/contract/entitlements.ts';
import {
  cancelLicenseSummary,
  createLicenseSummary,
  exportLicenseSummary,
  getLicenseSummary,
  listLicenseSummaries,
  listLicenseSummaryRows,
  printLicenseSummary,
} from '@muniment/contract/license-summaries.ts';
import type { FastifyInstance } from 'fastify';
import { serveFile, serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { cancelSummary, createSummary } from './create-summary.ts';
import { entitlementKind } from './entitlement-service.ts';
import { printSummary } from './print-summary.ts';
import { exportSummary, listSummaries, listSummaryRows, showSummary } from './show-summaries.ts';

export function registerLicenseSummaries(
  app: FastifyInstance,
  deps: WriteDeps & RecordDeps & { readonly jobs: JobQueue; readonly publisherName: string },
): void {
  serveWrite(
    app,
    deps,
    createLicenseSummary,
    async ({ actor, body }, trx) => ({
      status: 201,
      body: await createSummary(trx, deps.jobs, actor, body),
    }),
    { mayReplay: async ({ actor }, trx, kept) => void (await showSummary(trx, actor, kept.id)) },
  );

  serveRead(app, deps, listLicenseSummaries, async ({ actor, query }, db) => ({
    status: 200,
    body: await listSummaries(db, actor, query),
  }));

  serveRead(app, deps, getLicenseSummary, async ({ actor, params }, db) => ({
    status: 200,
    body: await showSummary(db, actor, params.summaryId),
  }));

  serveRead(app, deps, listLicenseSummaryRows, async ({ actor, params, query }, db) => ({
    status: 200,
    body: await listSummaryRows(db, actor, params.summaryId, query),
  }));

  serveText(app, deps, exportLicenseSummary, ({ actor, params }, db) =>
    exportSummary(db, actor, params.summaryId),
  );

  serveFile(app, deps, printLicenseSummary, ({ actor, params, query }, db) =>
    printSummary(db, actor, params.summaryId, { ...query, publisherName: deps.publisherName }),
  );

  serveWrite(
    app,
    deps,
    cancelLicenseSummary,
    async ({ actor, params }, trx) => ({
      status: 200,
      body: await cancelSummary(trx, actor, params.summaryId),
    }),
    { mayReplay: async ({ actor, params }, trx) => void (await showSummary(trx, actor, params.summaryId)) },
  );

  putRecord(app, deps, putEntitlement, entitlementKind, (params, body) => ({ ...params, ...body }));
}
