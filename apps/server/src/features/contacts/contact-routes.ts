import { PAGE_LIMIT_DEFAULT } from '@muniment/contract/fields.ts';
import { changeContact as changeEndpoint, listPartnerLicenses } from '@muniment/contract/partners.ts';
import type { FastifyInstance } from 'fastify';
import { decodeCursor, encodeCursor } from '../../cursor.ts';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { type ContactDeps, changeContact } from './change-contact.ts';
import { selectContactsOf, selectPartnerLicenses } from './contact-list-repository.ts';

export function registerContacts(app: FastifyInstance, deps: WriteDeps & ContactDeps): void {
  serveWrite(app, deps, changeEndpoint, async ({ actor, body }, trx) => {
    const answer = await changeContact(trx, deps, actor, body);
    return { status: answer.changed ? 201 : 200, body: answer };
  });

  serveRead(app, deps, listPartnerLicenses, async ({ actor, query }, db) => {
    const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
    const rows = await selectPartnerLicenses(db, {
      partnerId: actor.kind === 'partner' ? actor.partner.id : null,
      noActiveAdministrator: query.noActiveAdministrator ?? null,
      after: decodeCursor(query.cursor, ['text'])?.[0] ?? null,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const contacts = await selectContactsOf(
      db,
      shown.map(({ id }) => id),
    );
    const last = shown.at(-1);
    return {
      status: 200,
      body: {
        items: shown.map(({ id, ...license }) => ({ ...license, contacts: contacts.get(id) ?? [] })),
        nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.licenseId]) : null,
      },
    };
  });
}
