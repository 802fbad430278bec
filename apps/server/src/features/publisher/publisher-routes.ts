import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import {
  createPartner,
  getOutboxMail,
  getPublisher,
  listOutbox as listEndpoint,
  listPartners,
  listPartnerTokens,
  listPublisherTokens,
  revokePartnerToken as revokePartnerEndpoint,
  revokePublisherToken,
  createPartnerToken as tokenEndpoint,
} from '@muniment/contract/publisher.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { invalidField, Problem } from '../../problem.ts';
import type { Settings } from '../../settings.ts';
import type { MailComposing } from '../mail/compose-mail.ts';
import { listOutbox, readOutboxMail } from '../mail/outbox-service.ts';
import {
  addPartnerToken,
  admitPartner,
  findPartners,
  partnerTokens,
  revokePartnerToken,
} from '../partners/partner-service.ts';
import { isAnyIssuer } from '../sign-in/issuer-service.ts';
import { listTokens, revokeToken } from '../tokens/token-service.ts';

const PARTNER_TOKEN_DAYS = 365;

export function registerPublisher(
  app: FastifyInstance,
  deps: WriteDeps & {
    readonly mail: MailComposing;
    readonly settings: Pick<Settings, 'publisherName' | 'demo' | 'smtpUrl'>;
  },
): void {
  const { publisherName, demo, smtpUrl } = deps.settings;

  serveRead(app, deps, getPublisher, async (_call, db) => ({
    status: 200,
    body: { name: publisherName, demo, workEmailFirst: await isAnyIssuer(db) },
  }));

  serveRead(app, deps, listPartners, async (_call, db) => ({
    status: 200,
    body: {
      items: (await findPartners(db)).map(({ createdAt, ...partner }) => ({
        ...partner,
        createdAt: createdAt.toISOString(),
      })),
    },
  }));

  serveWrite(app, deps, createPartner, async ({ body }, trx) => {
    const { id, name, createdAt, token } = await admitPartner(trx, body.name.trim());
    return { status: 201, body: { id, name, createdAt: createdAt.toISOString(), token: token.token } };
  });

  serveWrite(app, deps, tokenEndpoint, async ({ params, body }, trx) => {
    const token = await addPartnerToken(trx, params.partnerId.toLowerCase(), {
      name: body.name.trim(),
      expiresInDays: body.expiresInDays ?? PARTNER_TOKEN_DAYS,
    });
    if (token === null) throw new Problem('not-found');
    return { status: 201, body: { token: token.token, expiresAt: token.expiresAt } };
  });

  serveRead(app, deps, listPartnerTokens, async ({ params }, db) => {
    const items = await partnerTokens(db, params.partnerId.toLowerCase());
    if (items === null) throw new Problem('not-found');
    return { status: 200, body: { items } };
  });

  serveWrite(app, deps, revokePartnerEndpoint, async ({ params }, trx) => {
    if (!(await revokePartnerToken(trx, params.partnerId, params.tokenId))) throw new Problem('not-found');
    return { status: 204, body: null };
  });

  serveRead(app, deps, listPublisherTokens, async (_call, db) => ({
    status: 200,
    body: { items: await listTokens(db, { kind: 'publisher' }) },
  }));

  serveWrite(app, deps, revokePublisherToken, async ({ actor, params }, trx) => {
    const tokenId = params.tokenId.toLowerCase();
    if (actor.key === `token:${tokenId}`) {
      throw invalidField(
        'params/tokenId',
        'This is the token that you call with. Revoke it with another one.',
      );
    }
    if (!(await revokeToken(trx, { kind: 'publisher' }, tokenId))) throw new Problem('not-found');
    return { status: 204, body: null };
  });

  serveRead(app, deps, listEndpoint, async ({ query }, db) => ({
    status: 200,
    body: {
      ...(await listOutbox(db, deps.mail, { ...query, limit: query.limit ?? PAGE_LIMIT_DEFAULT })),
      sending: smtpUrl !== null,
    },
  }));

  serveRead(app, deps, getOutboxMail, async ({ params }, db) => {
    const mail = await readOutboxMail(db, deps.mail, params.mailId);
    if (mail === null) throw new Problem('not-found');
    return { status: 200, body: mail };
  });
}
