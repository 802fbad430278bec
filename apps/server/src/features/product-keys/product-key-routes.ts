import {
  copyKey,
  exportKeys,
  exportMaskedKeys,
  getKey,
  listKeyedProducts,
  listKeys,
  listLicenseKeys,
  listProductKeys,
  putKey,
  requestActivations,
  revealKey,
} from '@muniment/contract/product-keys.ts';
import type { FastifyInstance } from 'fastify';
import type { Member } from '../../actor.ts';
import type { Database } from '../../database/connect.ts';
import { serveRead, serveText, serveWrite, type WriteDeps } from '../../http/serve-endpoint.ts';
import { Problem } from '../../problem.ts';
import { requireOpenedLicense } from '../licenses/license-service.ts';
import { putRecord } from '../records/put-record-service.ts';
import type { RecordDeps } from '../records/record-kind.ts';
import { countAttempt } from '../sign-in/attempt-service.ts';
import { countWriting } from '../support/support-service.ts';
import { exportInClear, findKey, type HandOutDeps, handOutKey } from './hand-out-keys.ts';
import { exportMasked, findKeyedProducts, findKeys, findKeysOfProduct, toProductKey } from './list-keys.ts';
import { keyKind } from './product-key-service.ts';
import { askForActivations } from './request-activations.ts';

/** As often one person may be handed a key, or a file of keys, in an hour. */
const MOST_AN_HOUR = { 'key-handed-out': 120, 'keys-exported': 30 } as const;

const ACTION = 'contract-key:view';

export function registerProductKeys(app: FastifyInstance, deps: WriteDeps & RecordDeps & HandOutDeps): void {
  serveRead(app, deps, listKeys, async ({ actor, query }, db) => ({
    status: 200,
    body: await findKeys(db, actor, query, { action: ACTION }),
  }));

  serveRead(app, deps, listLicenseKeys, async ({ actor, params, query }, db) => {
    await requireOpenedLicense(db, actor, params.licenseId, ACTION);
    return { status: 200, body: await findKeys(db, actor, { ...query, ...params }, { action: ACTION }) };
  });

  serveRead(app, deps, getKey, async ({ actor, params }, db) => ({
    status: 200,
    body: toProductKey(await findKey(db, actor, params.licenseId, params.keyId)),
  }));

  serveText(app, deps, exportMaskedKeys, async ({ actor, query }, db) => exportMasked(db, actor, query));

  // Neither is kept for an Idempotency-Key: an answer that could be read again would show a key with no entry.
  for (const [endpoint, how] of [
    [revealKey, 'revealed'],
    [copyKey, 'copied'],
  ] as const) {
    serveRead(app, deps, endpoint, async ({ actor, params }, db) => {
      await requireOpenedLicense(db, actor, params.licenseId, ACTION);
      await countHandOut(db, 'key-handed-out', actor);
      return { status: 200, body: await handOutKey(deps, actor, params, how) };
    });
  }

  serveText(app, deps, exportKeys, async ({ actor, body }) =>
    exportInClear(deps, actor, body, (db) => countHandOut(db, 'keys-exported', actor)),
  );

  serveWrite(
    app,
    deps,
    requestActivations,
    async ({ actor, params, body }, trx) => ({
      status: 201,
      body: await askForActivations(trx, actor, params, body),
    }),
    {
      before: async ({ actor, params }) => {
        await requireOpenedLicense(deps.db, actor, params.licenseId, ACTION);
        await countWriting(deps.db, 'support-ticket', actor.account.id);
      },
      // Whoever lost the role reads no answer that they were given under it.
      mayReplay: async ({ actor, params }, trx) => {
        await requireOpenedLicense(trx, actor, params.licenseId, ACTION);
      },
    },
  );

  serveRead(app, deps, listKeyedProducts, async ({ actor, query }, db) => ({
    status: 200,
    body: await findKeyedProducts(db, actor, query),
  }));

  serveRead(app, deps, listProductKeys, async ({ actor, params, query }, db) => ({
    status: 200,
    body: await findKeysOfProduct(db, actor, params.productId, query),
  }));

  putRecord(app, deps, putKey, keyKind, (params, body) => ({ ...params, ...body }));
}

/** @throws Problem too-many-requests. */
async function countHandOut(
  db: Database,
  what: keyof typeof MOST_AN_HOUR,
  { account }: Member,
): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(db, {
    what,
    who: account.id,
    windowSeconds: 3_600,
    max: MOST_AN_HOUR[what],
  });
  if (allowed) return;
  throw new Problem('too-many-requests', {
    detail: `At most ${MOST_AN_HOUR[what]} of these an hour. Go on in ${Math.ceil(retryAfterSeconds / 60)} minutes.`,
    retryAfterSeconds,
  });
}
