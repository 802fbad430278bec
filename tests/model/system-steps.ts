import { sql } from 'kysely';
import { vi } from 'vitest';
import { register, removeAll } from '../provisioning/provisioned-muniment.ts';
import { type System, status } from '../provisioning/receiver.ts';
import type { BothWorlds } from './both-worlds.ts';
import { countEntries } from './directory-steps.ts';
import { isLive, type World } from './world.ts';

/** Lets the publisher register a downstream system that accepts or refuses all that it is asked, or remove it. */
export async function moveSystem(
  { muniment, world, system }: BothWorlds & { readonly system: System },
  answers: World['system'],
): Promise<void> {
  await removeAll(muniment);
  system.answer = answers === 'refuses' ? status(409, { reason: 'Not in this program' }) : status(204);
  if (answers !== null) await register(muniment, 'Key service', system);
  world.system = answers;
}

/**
 * Waits until nothing waits for downstream systems any more, and lets the model know what they said.
 *
 * @source M2
 */
export async function settle(both: BothWorlds): Promise<void> {
  const { muniment, world } = both;
  const waiting = world.grants.filter((grant) => isLive(grant) && grant.awaits === 'provisioning');
  if (waiting.length === 0) return;
  await vi.waitFor(
    async () => {
      const { rows } = await sql`select from provisioning where state = 'waiting'`.execute(muniment.db);
      if (rows.length > 0) throw new Error('Something still waits for a downstream system');
    },
    { timeout: 20_000, interval: 20 },
  );
  const at = new Date();
  for (const grant of waiting) {
    if (world.system === 'refuses') grant.awaits = 'assigning-again';
    else {
      grant.awaits = null;
      grant.readyAt = at;
    }
  }
  await countEntries(both);
}
