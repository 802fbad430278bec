/** How patiently downstream systems are asked. Seconds. */
export interface ProvisioningPace {
  /** So long a change that grants waits for an answer; then it has failed. */
  readonly answerWithin: number;
  /** So long a system is told of what nothing waits for; then the delivery has failed, visibly. */
  readonly tellWithin: number;
  /** How long a delivery that is waited for rests after its first, second, … try; the last one repeats. */
  readonly askAgainAfter: readonly number[];
  /** The same of a delivery that only informs. */
  readonly tellAgainAfter: readonly number[];
  /** A delivery that was begun so long ago was left behind by a process that died. More than a try can take. */
  readonly lease: number;
  /** How often, and after how long, what a lost job should have done is looked for. */
  readonly sweepEvery: number;
  readonly overdueAfter: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** @source architecture.md, Provisioning */
export const PROVISIONING_PACE: ProvisioningPace = {
  answerWithin: 10 * MINUTE,
  tellWithin: 24 * HOUR,
  askAgainAfter: [2, 5, 10, 20, 40, MINUTE],
  tellAgainAfter: [10, MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR],
  lease: 30,
  sweepEvery: 10,
  overdueAfter: 10,
};
