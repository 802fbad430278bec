import { getPreferences, giveUpInherited, putPreferences } from '@muniment/contract/preferences.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import type { MailPlanning } from '../mail/mail-service.ts';
import { giveUp } from './give-up.ts';
import { readPreferences } from './read-preferences.ts';
import { savePreferences } from './save-preferences.ts';

export function registerPreferences(app: FastifyInstance, deps: WriteDeps & MailPlanning): void {
  serveRead(app, deps, getPreferences, async ({ actor }, db) => {
    const { preferences, etag } = await readPreferences(db, actor);
    return { status: 200, body: preferences, etag };
  });

  serveWrite(app, deps, putPreferences, async ({ actor, body, ifMatch }, trx) => {
    const { preferences, etag } = await savePreferences(trx, actor, body, ifMatch);
    return { status: 200, body: preferences, etag };
  });

  serveWrite(app, deps, giveUpInherited, async ({ actor, params }, trx) => {
    await giveUp(trx, deps, actor, params.licenseId);
    return { status: 204, body: null };
  });
}
