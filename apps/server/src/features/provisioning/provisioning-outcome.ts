/** How one system stands to what is asked of it. */
export interface AskedSystem {
  readonly systemName: string;
  readonly state: 'waiting' | 'accepted' | 'refused' | 'failed' | 'cancelled';
  /** Why it refused, as it said or by its status. */
  readonly error: string | null;
}

export type ProvisioningOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * What has become of a change that waits: done when every system has accepted it, failed when one refuses or the time
 * is over. A system that was removed meanwhile is not waited for.
 *
 * @param asked One for each system that was asked.
 * @source M2, M8; architecture.md, Provisioning
 */
export function provisioningOutcome(
  asked: readonly AskedSystem[],
  deadlineAt: Date,
  at: Date,
): ProvisioningOutcome {
  const refused = asked.filter(({ state }) => state === 'refused');
  if (refused.length > 0) {
    return {
      kind: 'failed',
      reason: refused.map(({ systemName, error }) => `${systemName} refused: ${error}`).join('\n'),
    };
  }
  const isLate = at >= deadlineAt;
  const silent = asked.filter(({ state }) => state === 'failed' || (isLate && state === 'waiting'));
  if (silent.length > 0) {
    return {
      kind: 'failed',
      reason: silent.map(({ systemName }) => `${systemName} did not answer in time`).join('\n'),
    };
  }
  return asked.some(({ state }) => state === 'waiting') ? { kind: 'waiting' } : { kind: 'done' };
}
