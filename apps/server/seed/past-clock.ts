import type { KyselyPlugin, RawNode } from 'kysely';
import type { Trx } from '../src/database/connect.ts';

const CLOCK = 'clock_timestamp()';

/**
 * The same transaction at another time: whoever asks the database what time it is, is told `at`.
 *
 * With it the use cases themselves write the past: changes, invitations and ledger entries agree on their times,
 * and no entry of the ledger has to be rewritten. What counts now is still judged by the real time.
 *
 * @param at Must not be in the future; call in the order of time, since the ledger is a chain.
 */
export function inThePast(trx: Trx, at: Date): Trx {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) =>
      node.kind === 'RawNode' && (node as RawNode).sqlFragments.some((text) => text.includes(CLOCK))
        ? { ...(node as RawNode), sqlFragments: (node as RawNode).sqlFragments.map(tellTime) }
        : node,
    transformResult: async ({ result }) => result,
  };
  const tellTime = (text: string) => text.replaceAll(CLOCK, `timestamptz '${at.toISOString()}'`);
  return trx.withPlugin(plugin);
}
