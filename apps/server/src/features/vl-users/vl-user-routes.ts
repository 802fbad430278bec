import { lookUpPeople } from '@muniment/contract/people-lookups.ts';
import {
  countVlUsers,
  editVlUser,
  exportVlUsers,
  getVlUser,
  getVlUserAccess,
  listVlUsers,
  searchDirectory,
} from '@muniment/contract/vl-users.ts';
import type { FastifyInstance } from 'fastify';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { changeVlUser } from './edit-vl-user.ts';
import { exportSeenVlUsers } from './export-vl-users.ts';
import { findPeopleByAddress } from './find-people.ts';
import { countForTabs, listSeenVlUsers, searchPeople, showAccess, showVlUser } from './list-vl-users.ts';

export function registerVlUsers(app: FastifyInstance, deps: WriteDeps): void {
  serveRead(app, deps, listVlUsers, async ({ actor, query }, db) => ({
    status: 200,
    body: await listSeenVlUsers(db, actor, query),
  }));

  serveRead(app, deps, countVlUsers, async ({ actor, query }, db) => ({
    status: 200,
    body: await countForTabs(db, actor, query.asOf),
  }));

  serveText(app, deps, exportVlUsers, ({ actor, query }, db) => exportSeenVlUsers(db, actor, query));

  serveRead(app, deps, getVlUser, async ({ actor, params, query }, db) => {
    const { details, ...version } = await showVlUser(db, actor, params.vlUserId, query.asOf);
    return { status: 200, body: details, ...version };
  });

  serveRead(app, deps, getVlUserAccess, async ({ actor, params, query }, db) => {
    const { items, ...version } = await showAccess(db, actor, params.vlUserId, query.asOf);
    return { status: 200, body: { items }, ...version };
  });

  serveWrite(app, deps, editVlUser, async ({ actor, params, body, ifMatch }, trx) => {
    await changeVlUser(trx, actor, params.vlUserId, body, ifMatch);
    const { details, ...version } = await showVlUser(trx, actor, params.vlUserId);
    return { status: 200, body: details, ...version };
  });

  serveRead(app, deps, searchDirectory, async ({ actor, query }, db) => ({
    status: 200,
    body: { items: await searchPeople(db, actor, query.q, query.limit ?? 20) },
  }));

  serveRead(app, deps, lookUpPeople, async ({ actor, body }, db) => ({
    status: 200,
    body: await findPeopleByAddress(db, actor, body.signInEmails),
  }));
}
