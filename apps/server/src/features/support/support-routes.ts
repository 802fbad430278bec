import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import {
  answerMessage,
  createSupportTicket,
  getHelpArticle,
  getInboxMessage,
  getScreenshot,
  getSupportContact,
  giveFeedback,
  listHelpArticles,
  listInbox,
  listSupportTickets,
  setMessageState,
} from '@muniment/contract/support.ts';
import type { FastifyInstance } from 'fastify';
import { serveFile, serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import type { Settings } from '../../settings.ts';
import type { MailPlanning } from '../mail/mail-service.ts';
import { openHelp } from './help/help-articles.ts';
import {
  changeState,
  listMessages,
  previewAnswer,
  readScreenshot,
  saveAnswer,
  showMessage,
} from './inbox.ts';
import { listOwnTickets } from './own-tickets.ts';
import { countWriting } from './support-service.ts';
import { saveFeedback, saveTicket } from './write-to-publisher.ts';

export function registerSupport(
  app: FastifyInstance,
  deps: WriteDeps &
    MailPlanning & {
      readonly settings: Pick<Settings, 'publisherName' | 'publicUrl' | 'supportPhone' | 'supportUrl'>;
    },
): void {
  const { publisherName, publicUrl, supportPhone, supportUrl } = deps.settings;
  const help = openHelp({ publisherName });

  serveWrite(
    app,
    deps,
    giveFeedback,
    async ({ actor, body }, trx) => ({ status: 201, body: { id: await saveFeedback(trx, actor, body) } }),
    { before: ({ actor }) => countWriting(deps.db, 'feedback', actor.account.id) },
  );

  serveWrite(
    app,
    deps,
    createSupportTicket,
    async ({ actor, body }, trx) => ({ status: 201, body: await saveTicket(trx, actor, body) }),
    { before: ({ actor }) => countWriting(deps.db, 'support-ticket', actor.account.id) },
  );

  serveRead(app, deps, listSupportTickets, async ({ actor, query }, db) => ({
    status: 200,
    body: await listOwnTickets(db, actor, { ...query, limit: query.limit ?? PAGE_LIMIT_DEFAULT }),
  }));

  serveRead(app, deps, getSupportContact, async () => ({
    status: 200,
    body: { phone: supportPhone, url: supportUrl },
  }));

  serveRead(app, deps, listHelpArticles, async ({ query }) => ({
    status: 200,
    body: { items: help.search(query.q ?? '', query.language) },
  }));

  serveRead(app, deps, getHelpArticle, async ({ params, query }) => {
    const article = help.read(params.slug, query.language);
    if (article === null) throw new Problem('not-found');
    return { status: 200, body: article };
  });

  serveRead(app, deps, listInbox, async ({ query }, db) => ({
    status: 200,
    body: await listMessages(db, { ...query, limit: query.limit ?? PAGE_LIMIT_DEFAULT }),
  }));

  serveRead(app, deps, getInboxMessage, async ({ params }, db) => {
    const { details, etag } = await showMessage(db, params.messageId);
    return { status: 200, body: details, etag };
  });

  serveWrite(app, deps, setMessageState, async ({ params, body, ifMatch }, trx) => {
    await changeState(trx, params.messageId, body.state, ifMatch);
    const { details, etag } = await showMessage(trx, params.messageId);
    return { status: 200, body: details, etag };
  });

  serveWrite(app, deps, answerMessage, async ({ params, body, ifMatch }, trx) => {
    if (body.dryRun === true) {
      const mail = await previewAnswer(trx, { publisherName, publicUrl }, params.messageId, body.text);
      return { status: 200, body: { mail } };
    }
    await saveAnswer(trx, deps, params.messageId, body.text, ifMatch);
    const { details, etag } = await showMessage(trx, params.messageId);
    return { status: 201, body: details, etag };
  });

  serveFile(app, deps, getScreenshot, async ({ params }, db) => {
    const { mediaType, bytes } = await readScreenshot(db, params.messageId);
    return { mediaType, fileName: `screenshot.${mediaType.replace('image/', '')}`, bytes };
  });
}
