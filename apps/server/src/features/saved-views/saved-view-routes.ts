import { deleteSavedView, editSavedView, listSavedViews, saveView } from '@muniment/contract/saved-views.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { addView, changeView, forgetView, listViews } from './keep-views.ts';

export function registerSavedViews(app: FastifyInstance, deps: WriteDeps): void {
  serveRead(app, deps, listSavedViews, async ({ actor }, db) => ({
    status: 200,
    body: { items: await listViews(db, actor) },
  }));

  serveWrite(app, deps, saveView, async ({ actor, body }, trx) => ({
    status: 201,
    body: await addView(trx, actor, body),
  }));

  serveWrite(app, deps, editSavedView, async ({ actor, params, body }, trx) => ({
    status: 200,
    body: await changeView(trx, actor, params.viewId, body),
  }));

  serveWrite(app, deps, deleteSavedView, async ({ actor, params }, trx) => {
    await forgetView(trx, actor, params.viewId);
    return { status: 204, body: null };
  });
}
