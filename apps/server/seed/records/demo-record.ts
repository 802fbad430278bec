import type { DemoContract } from '../demo-repository.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** A record as the API takes it. */
export type DemoRecord = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface DemoRecordContext {
  /** All of Halden Robotics and Bramblewick Bakery, and some of Fennimore Rail Group, in the order of their set-up. */
  readonly contracts: readonly DemoContract[];
  /** Of each generator its own: what one draws changes nothing for the others. */
  readonly random: SeededRandom;
  readonly now: Date;
}
