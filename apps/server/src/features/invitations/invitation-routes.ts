import { sendInvitationsInBulk } from '@muniment/contract/bulk-changes.ts';
import { getInvitation, registerInvitation as registerEndpoint } from '@muniment/contract/invitations.ts';
import { resendInvitation, resetInvitation } from '@muniment/contract/vl-users.ts';
import type { FastifyInstance } from 'fastify';
import { type Member, type PartnerActor, type Person, type PublisherActor, viewerOf } from '../../actor.ts';
import type { Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { countAttempt } from '../sign-in/attempt-service.ts';
import type { Account } from '../sign-in/session-service.ts';
import { choosePeople, requireSeen } from '../vl-users/seen-vl-user-service.ts';
import { type RegisterDeps, registerInvitation, showInvitation } from './register-invitation.ts';
import { openInvitationsSeenBy, viewOpenInvitations } from './seen-invitation-service.ts';
import { type Again, type SendAgainDeps, sendInvitationsAgain } from './send-again.ts';
import { sendInBulk } from './send-in-bulk.ts';

/** As many links one account may try in ten minutes. */
const LINK_ATTEMPTS = { windowSeconds: 600, max: 60 };

export function registerInvitations(
  app: FastifyInstance,
  deps: WriteDeps & RegisterDeps & SendAgainDeps,
): void {
  serveRead(app, deps, getInvitation, async ({ actor, params }, db) => {
    const person = personOf(actor);
    await limitLinks(deps, person.account);
    return { status: 200, body: await showInvitation(db, deps, person, params.token) };
  });

  serveWrite(
    app,
    deps,
    registerEndpoint,
    async ({ actor, params, body }, trx) => {
      return {
        status: 200,
        body: await registerInvitation(trx, deps, personOf(actor), params.token, body.offerVersion),
      };
    },
    { before: ({ actor }) => limitLinks(deps, personOf(actor).account) },
  );

  const mayReplay = async ({ actor, params }: { actor: Member; params: { vlUserId: string } }, trx: Trx) => {
    await requireSeen(trx, viewerOf(actor), params.vlUserId);
  };

  serveWrite(
    app,
    deps,
    resendInvitation,
    async ({ actor, params }, trx) => ({
      status: 200,
      body: { items: await again(trx, deps, actor, params.vlUserId, 'resend') },
    }),
    { mayReplay },
  );

  serveWrite(
    app,
    deps,
    resetInvitation,
    async ({ actor, params }, trx) => ({
      status: 200,
      body: { items: await again(trx, deps, actor, params.vlUserId, 'reset') },
    }),
    { mayReplay },
  );

  serveWrite(
    app,
    deps,
    sendInvitationsInBulk,
    async ({ actor, body }, trx) => ({
      status: 200,
      body: await sendInBulk(trx, deps, actor, body),
    }),
    {
      mayReplay: async ({ actor }, trx, { items }) => {
        const vlUserIds = items.map(({ vlUserId }) => vlUserId);
        await choosePeople(trx, viewerOf(actor), { vlUserIds });
      },
    },
  );
}

async function again(trx: Trx, deps: SendAgainDeps, actor: Member, vlUserId: string, how: Again) {
  const viewer = viewerOf(actor);
  const { id } = await requireSeen(trx, viewer, vlUserId);
  const author = { kind: 'person' as const, id: actor.vlUserId, name: actor.displayName };
  const invitations = await sendInvitationsAgain(trx, deps, author, how, async (q) => {
    return (await openInvitationsSeenBy(q, viewer, [id])).get(id) ?? [];
  });
  return viewOpenInvitations(trx, viewer.organizationId, invitations, await currentTime(trx));
}

/** Invitations are registered by people; a partner's or the publisher's token is nobody to register. */
function personOf(actor: Person | PartnerActor | PublisherActor): Person {
  if (actor.kind === 'person') return actor;
  throw new Problem('not-found');
}

/** Counted outside of any transaction, so that refused tries count too. */
async function limitLinks(deps: Pick<WriteDeps, 'db'>, account: Account): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(deps.db, {
    what: 'invitation-link',
    who: account.id,
    ...LINK_ATTEMPTS,
  });
  if (!allowed)
    throw new Problem('too-many-requests', { detail: 'Too many links were tried.', retryAfterSeconds });
}
