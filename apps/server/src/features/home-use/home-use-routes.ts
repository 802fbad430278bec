import {
  acceptHomeUseTerms,
  activateHomeUse,
  checkHomeUse,
  deactivateHomeUse,
  exportBenefits,
  getBenefit,
  listBenefits,
  putHomeUseEntitlement,
  renewHomeUseCode,
  setHomeUseContact,
  setHomeUseDomains,
} from '@muniment/contract/home-use.ts';
import type { FastifyInstance } from 'fastify';
import type { Member } from '../../actor.ts';
import type { Queryable } from '../../database/connect.ts';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import {
  acceptTerms,
  activateProgram,
  deactivateProgram,
  renewCode,
  setContact,
  setDomains,
} from './change-program.ts';
import { homeUseEntitlementKind } from './home-use-service.ts';
import type { HomeUseDeps } from './program-view.ts';
import { exportSeenBenefits, isHomeUseAllowed, listSeenBenefits, showBenefit } from './read-programs.ts';

export function registerHomeUse(app: FastifyInstance, deps: WriteDeps & RecordDeps & HomeUseDeps): void {
  serveRead(app, deps, listBenefits, async ({ actor, query }, db) => ({
    status: 200,
    body: await listSeenBenefits(db, actor, query),
  }));

  serveText(app, deps, exportBenefits, ({ actor, query }, db) => exportSeenBenefits(db, actor, query));

  serveRead(app, deps, getBenefit, async ({ actor, params }, db) => ({
    status: 200,
    ...(await showBenefit(db, deps, actor, params.licenseId)),
  }));

  serveWrite(
    app,
    deps,
    acceptHomeUseTerms,
    async (call, trx) => ({
      status: 200,
      ...(await acceptTerms(trx, deps, programOf(call), call.body.version)),
    }),
    { mayReplay },
  );
  serveWrite(app, deps, setHomeUseContact, async (call, trx) => ({
    status: 200,
    ...(await setContact(trx, deps, programOf(call), call.body)),
  }));
  serveWrite(app, deps, setHomeUseDomains, async (call, trx) => ({
    status: 200,
    ...(await setDomains(trx, deps, programOf(call), call.body.domains)),
  }));
  for (const [endpoint, work] of [
    [activateHomeUse, activateProgram],
    [renewHomeUseCode, renewCode],
    [deactivateHomeUse, deactivateProgram],
  ] as const) {
    serveWrite(
      app,
      deps,
      endpoint,
      async (call, trx) => ({ status: 200, ...(await work(trx, deps, programOf(call))) }),
      { mayReplay },
    );
  }

  serveRead(app, deps, checkHomeUse, async ({ body }, db) => ({
    status: 200,
    body: { allowed: await isHomeUseAllowed(db, deps, body) },
  }));

  putRecord(app, deps, putHomeUseEntitlement, homeUseEntitlementKind, (params, body) => ({
    ...params,
    ...body,
  }));
}

interface ProgramCall {
  readonly actor: Member;
  readonly params: { readonly licenseId: string };
}

function programOf({ actor, params, ifMatch }: ProgramCall & { readonly ifMatch: string | null }) {
  return { actor, licenseId: params.licenseId, ifMatch };
}

/** A kept answer holds an access code: it is read again only by whoever may still read it. */
async function mayReplay({ actor, params }: ProgramCall, q: Queryable): Promise<void> {
  await requireOpenedLicense(q, actor, params.licenseId, 'benefit:manage');
}
