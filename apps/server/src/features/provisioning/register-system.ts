import { randomBytes } from 'node:crypto';
import type { DownstreamSystem } from '@muniment/contract/downstream-systems.ts';
import { validate as isUuid, v7 } from 'uuid';
import type { Queryable, Trx } from '../../database/connect.ts';
import { currentTime } from '../../database/transaction.ts';
import type { JobQueue } from '../../jobs/job-queue.ts';
import { invalidField, Problem } from '../../problem.ts';
import { sealText } from '../../sealed-text.ts';
import { type EndpointRules, findAddress, readEndpointUrl } from './endpoint-address.ts';
import {
  insertSystem,
  lockSystems,
  markRemoved,
  replaceSecret,
  type StoredSystem,
  selectSystems,
  updateSystem,
} from './system-repository.ts';
import { webhookSecret } from './webhook-signature.ts';

export interface SystemDeps {
  readonly jobs: JobQueue;
  /** Seals the secrets of systems. */
  readonly systemKey: Buffer;
  readonly endpoints: EndpointRules;
}

const SECRET_BYTES = 32;
/** So long both secrets sign, for the system to take the new one over. */
const OVERLAP_SECONDS = 24 * 60 * 60;

/**
 * Refuses a URL that deliveries would never go to. Looked at again with each delivery: names move.
 *
 * @throws Problem invalid-request naming /url.
 * @source quality.md, Security
 */
export async function requireEndpoint(
  { endpoints }: Pick<SystemDeps, 'endpoints'>,
  text: string,
): Promise<void> {
  const url = readEndpointUrl(text);
  if (url === null) {
    throw invalidField(
      '/url',
      'Give an https URL with a host written in its usual form, without user, password or fragment.',
    );
  }
  const found = await findAddress(url, endpoints);
  if (found.kind === 'refused') throw invalidField('/url', found.why);
}

export async function listSystems(q: Queryable): Promise<DownstreamSystem[]> {
  return (await selectSystems(q)).map(shown);
}

/**
 * Registers a system: every change that grants waits for it from the commit on.
 *
 * @returns With the secret, which is nowhere to be read again.
 * @throws Problem invalid-request where the name is taken.
 */
export async function registerSystem(
  trx: Trx,
  deps: SystemDeps,
  wanted: { readonly name: string; readonly url: string },
): Promise<DownstreamSystem & { secret: string }> {
  await lockSystems(trx);
  await requireFreeName(trx, wanted.name, null);
  const secret = webhookSecret(randomBytes(SECRET_BYTES));
  const sealedSecret = sealText(deps.systemKey, secret);
  const system = await insertSystem(trx, { ...wanted, id: v7(), sealedSecret });
  return { ...shown(system), secret };
}

/** @throws Problem not-found, or invalid-request where the name is taken. */
export async function changeSystem(
  trx: Trx,
  systemId: string,
  change: { readonly name: string | undefined; readonly url: string | undefined },
): Promise<DownstreamSystem> {
  const id = idOf(systemId);
  await lockSystems(trx);
  if (change.name !== undefined) await requireFreeName(trx, change.name, id);
  return shown(required(await updateSystem(trx, id, change)));
}

/** Makes a new secret; for a day both sign. @throws Problem not-found. */
export async function rotateSecret(
  trx: Trx,
  deps: SystemDeps,
  systemId: string,
): Promise<DownstreamSystem & { secret: string }> {
  const secret = webhookSecret(randomBytes(SECRET_BYTES));
  const sealedSecret = sealText(deps.systemKey, secret);
  const system = await replaceSecret(trx, idOf(systemId), sealedSecret, OVERLAP_SECONDS);
  return { ...shown(required(system)), secret };
}

/** Removes a system. What waits for it is ended by the worker, soon after the commit. @throws Problem not-found. */
export async function removeSystem(trx: Trx, { jobs }: SystemDeps, systemId: string): Promise<void> {
  const id = idOf(systemId);
  if (!(await markRemoved(trx, id))) throw new Problem('not-found');
  await jobs.enqueueDeliveries(trx, [{ systemId: id, runAfter: await currentTime(trx) }]);
}

/** @throws Problem not-found where it is no id. */
export function idOf(text: string): string {
  if (!isUuid(text)) throw new Problem('not-found');
  return text.toLowerCase();
}

async function requireFreeName(trx: Trx, name: string, except: string | null): Promise<void> {
  const others = (await selectSystems(trx)).filter(({ id }) => id !== except);
  if (others.some((other) => other.name === name)) {
    throw invalidField('/name', 'There is a system of this name already.');
  }
}

function required(system: StoredSystem | null): StoredSystem {
  if (system === null) throw new Problem('not-found');
  return system;
}

function shown({ createdAt, previousSecretUntil, ...system }: StoredSystem): DownstreamSystem {
  return {
    ...system,
    createdAt: createdAt.toISOString(),
    previousSecretUntil: previousSecretUntil?.toISOString() ?? null,
  };
}
