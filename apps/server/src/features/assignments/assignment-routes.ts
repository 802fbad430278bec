import {
  changeAssignments as changeEndpoint,
  getAssignmentChange,
  listAssignmentChanges,
  undoAssignmentChange,
} from '@muniment/contract/assignment-changes.ts';
import { changeInBulk as bulkEndpoint } from '@muniment/contract/bulk-changes.ts';
import { removeVlUser as removeEndpoint } from '@muniment/contract/vl-users.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { changeInBulk } from './bulk-change.ts';
import { changeAssignments, requireAdministered } from './change-assignments.ts';
import { listChanges, showChange } from './change-history.ts';
import { withIfMatch } from './read-request.ts';
import { removeVlUser } from './remove-vl-user.ts';
import type { SaveDeps } from './save-decision.ts';
import { undoChange } from './undo-change.ts';

export function registerAssignments(app: FastifyInstance, deps: WriteDeps & SaveDeps): void {
  serveWrite(
    app,
    deps,
    changeEndpoint,
    async ({ actor, body, ifMatch }, trx) => {
      const answer = await changeAssignments(trx, deps, actor, withIfMatch(body, ifMatch));
      return { status: answer.saved ? 201 : 200, body: answer };
    },
    { mayReplay: ({ actor, body }, trx) => requireAdministered(trx, actor, body.assignments) },
  );

  serveWrite(
    app,
    deps,
    bulkEndpoint,
    async ({ actor, body }, trx) => {
      const answer = await changeInBulk(trx, deps, actor, body);
      return { status: answer.saved ? 201 : 200, body: answer };
    },
    {
      mayReplay: ({ actor }, trx, { difference, skipped }) =>
        requireAdministered(trx, actor, [...difference, ...skipped]),
    },
  );

  serveWrite(app, deps, removeEndpoint, async ({ actor, params, ifMatch }, trx) => {
    await removeVlUser(trx, deps, actor, params.vlUserId, ifMatch);
    return { status: 204, body: null };
  });

  serveWrite(
    app,
    deps,
    undoAssignmentChange,
    async ({ actor, params }, trx) => ({
      status: 201,
      body: await undoChange(trx, deps, actor, params.changeId),
    }),
    {
      mayReplay: ({ actor }, trx, { difference }) => requireAdministered(trx, actor, difference),
    },
  );

  serveRead(app, deps, listAssignmentChanges, async ({ actor, query }, db) => ({
    status: 200,
    body: await listChanges(db, actor, query),
  }));

  serveRead(app, deps, getAssignmentChange, async ({ actor, params }, db) => ({
    status: 200,
    body: await showChange(db, actor, params.changeId),
  }));
}
