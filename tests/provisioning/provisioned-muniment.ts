import { checkAccess } from '@muniment/contract/access.ts';
import { changeAssignments } from '@muniment/contract/assignment-changes.ts';
import {
  createDownstreamSystem,
  listDeliveries,
  listDownstreamSystems,
  removeDownstreamSystem,
} from '@muniment/contract/downstream-systems.ts';
import { getVlUser } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member } from '../support/partner.ts';
import type { System } from './receiver.ts';

export const within = { timeout: 15_000, interval: 30 };

/** The product with a worker that may reach systems on this machine. */
export function startProvisioned(): Promise<Muniment> {
  return startMuniment({ env: { RUN: 'web,worker', WEBHOOK_ALLOWED_RANGES: '127.0.0.0/8' } });
}

export interface Registered {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
}

/** Registers a system by the publisher's API. */
export async function register(muniment: Muniment, name: string, { url }: System): Promise<Registered> {
  const answer = await muniment.publisher.call(createDownstreamSystem, { body: { name, url } });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

/** Removes all systems, so that the next test begins without. */
export async function removeAll(muniment: Muniment): Promise<void> {
  const { items } = (await muniment.publisher.call(listDownstreamSystems, {})).body;
  for (const { id } of items) {
    await muniment.publisher.call(removeDownstreamSystem, { params: { systemId: id } });
  }
}

/** Sets somebody's roles on the administrator's first license ID. */
export function setRoles(admin: Member, vlUserId: string, roles: Role[], licenseId = admin.licenseId) {
  return admin.api.call(changeAssignments, {
    body: { assignments: [{ user: { vlUserId }, licenseId, roles }] },
  });
}

/** How an administrator sees somebody. */
export async function seen(admin: Member, vlUserId: string) {
  return (await admin.api.call(getVlUser, { params: { vlUserId } })).body;
}

export function untilStatus(admin: Member, vlUserId: string, status: string) {
  return vi.waitFor(async () => {
    const details = await seen(admin, vlUserId);
    expect(details.status).toBe(status);
    return details;
  }, within);
}

/** Whether the license ID's contract keys are open to somebody, by the publisher's access check. */
export async function mayReadKeys(muniment: Muniment, vlUserId: string, licenseId: string): Promise<boolean> {
  const checks = [{ vlUserId, licenseId, action: 'contract-key:view' as const }];
  const { results } = (await muniment.publisher.call(checkAccess, { body: { checks } })).body;
  return results[0]?.allowed ?? false;
}

export async function deliveriesOf(muniment: Muniment, systemId: string) {
  return (await muniment.publisher.call(listDeliveries, { params: { systemId }, query: {} })).body.items;
}

/** Lets the time for answers of all that waits be over. */
export async function letDeadlinesPass(muniment: Muniment): Promise<void> {
  await sql`update provisioning set deadline_at = clock_timestamp() where state = 'waiting'`.execute(
    muniment.db,
  );
  await sql`
    update delivery set give_up_at = clock_timestamp(), next_attempt_at = clock_timestamp()
    where state = 'waiting' and provisioning_id is not null
  `.execute(muniment.db);
}
