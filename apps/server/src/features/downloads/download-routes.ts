import {
  createDownloadLink,
  exportDownloads,
  getDownload,
  listDownloadFacets,
  listDownloadLicenses,
  listDownloads,
  listLicenseDownloads,
  putDownload,
  putDownloadOffer,
} from '@muniment/contract/downloads.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { createLink, type LinkDeps } from './create-link.ts';
import { downloadKind, downloadOfferKind } from './download-service.ts';
import {
  exportOpenDownloads,
  listOfferingLicenses,
  listOpenDownloads,
  openDownloadFacets,
  showDownload,
} from './list-downloads.ts';
import { type FileDeps, registerDownloadedFiles } from './serve-file.ts';

export type DownloadDeps = WriteDeps & RecordDeps & LinkDeps & FileDeps;

export function registerDownloads(app: FastifyInstance, deps: DownloadDeps): void {
  serveRead(app, deps, listDownloads, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOpenDownloads(db, actor, query),
  }));
  serveRead(app, deps, listDownloadFacets, async ({ actor, query }, db) => ({
    status: 200,
    body: await openDownloadFacets(db, actor, query),
  }));
  serveText(app, deps, exportDownloads, ({ actor, query }, db) => exportOpenDownloads(db, actor, query));
  serveRead(app, deps, listDownloadLicenses, async ({ actor, params, query }, db) => ({
    status: 200,
    body: await listOfferingLicenses(db, actor, params.downloadId, query),
  }));
  serveRead(app, deps, listLicenseDownloads, async ({ actor, params, query }, db) => {
    const { licenseId } = await requireOpenedLicense(db, actor, params.licenseId, 'product:download');
    return { status: 200, body: await listOpenDownloads(db, actor, { ...query, licenseId }) };
  });
  serveRead(app, deps, getDownload, async ({ actor, params }, db) => ({
    status: 200,
    body: await showDownload(db, actor, params.licenseId, params.downloadId),
  }));
  serveWrite(
    app,
    deps,
    createDownloadLink,
    async ({ actor, params }, trx) => ({
      status: 201,
      body: await createLink(trx, deps, actor, params.licenseId, params.downloadId),
    }),
    {
      mayReplay: async ({ actor, params }, trx) => {
        await requireOpenedLicense(trx, actor, params.licenseId, 'product:download');
      },
    },
  );
  registerDownloadedFiles(app, deps);
  putRecord(app, deps, putDownload, downloadKind, (params, body) => ({ ...params, ...body }));
  putRecord(app, deps, putDownloadOffer, downloadOfferKind, (params, body) => ({ ...params, ...body }));
}
