import { ACTIONS, allows, ROLES, toRoleSet } from '@muniment/domain/roles.ts';

/** Nanoseconds of one decision in memory, and bytes that it allocates. @source quality.md P3 */
export function measureDecision(): { nanoseconds: number; bytes: number } {
  const sets = ROLES.map((role, index) => toRoleSet([role, ROLES[(index * 3) % ROLES.length] ?? role]));
  const run = (rounds: number) => {
    let allowed = 0;
    for (let round = 0; round < rounds; round += 1) {
      const set = sets[round % sets.length] ?? 0;
      const action = ACTIONS[round % ACTIONS.length] ?? 'contract:view';
      if (allows(set, action)) allowed += 1;
    }
    return allowed;
  };
  run(2_000_000);
  const rounds = 20_000_000;
  const heapBefore = process.memoryUsage().heapUsed;
  const start = process.hrtime.bigint();
  const allowed = run(rounds);
  const elapsed = Number(process.hrtime.bigint() - start);
  const bytes = Math.max(0, process.memoryUsage().heapUsed - heapBefore);
  if (allowed === 0) throw new Error('Nothing was allowed: the decision was not measured');
  return { nanoseconds: elapsed / rounds, bytes: bytes / rounds };
}
