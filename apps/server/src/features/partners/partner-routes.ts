import {
  putAgreement,
  putLicense,
  putOrganization,
  resendContactInvitation,
  resetContactInvitation,
} from '@muniment/contract/partners.ts';
import type { FastifyInstance } from 'fastify';
import { serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { sendContactInvitationAgain } from './contact-invitation.ts';
import { saveAgreement } from './save-agreement.ts';
import { saveLicense } from './save-license.ts';
import { saveOrganization } from './save-organization.ts';
import type { SetUpDeps } from './set-up-deps.ts';

export function registerPartners(app: FastifyInstance, deps: WriteDeps & SetUpDeps): void {
  serveWrite(app, deps, putOrganization, async ({ actor, params, body }, trx) =>
    answer(await saveOrganization(trx, actor, params.number, body)),
  );

  serveWrite(app, deps, putAgreement, async ({ actor, params, body }, trx) =>
    answer(await saveAgreement(trx, actor, params.number, body)),
  );

  serveWrite(app, deps, putLicense, async ({ actor, params, body }, trx) =>
    answer(await saveLicense(trx, deps, actor, params.licenseId, body)),
  );

  serveWrite(app, deps, resendContactInvitation, async ({ actor, params }, trx) => ({
    status: 200,
    body: await sendContactInvitationAgain(trx, deps, actor, params.licenseId, 'resend'),
  }));

  serveWrite(app, deps, resetContactInvitation, async ({ actor, params }, trx) => ({
    status: 200,
    body: await sendContactInvitationAgain(trx, deps, actor, params.licenseId, 'reset'),
  }));
}

function answer<T>({ created, body }: { readonly created: boolean; readonly body: T }) {
  return { status: created ? 201 : 200, body };
}
