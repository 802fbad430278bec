export interface CoalesceLimits<K> {
  /** Runs under way at one time; more calls wait, and make the next run bigger. */
  readonly atOnce: number;
  /** The most that one run takes, in calls or in what `weightOf` counts. */
  readonly most: number;
  readonly weightOf?: (key: K) => number;
  /** Whether a failure has nothing to do with what was asked: then nobody is run again. */
  readonly isCommonCause: (error: unknown) => boolean;
}

/**
 * Lets calls that arrive together share one run.
 *
 * A call joins only a run that has not begun: a run answers from rows read after every one of its calls began.
 * (Joining one under way would answer from before the call, and so from before a revocation.)
 *
 * @param run Answers many keys at once, in their order. Where a run fails for a cause that one of its calls may have
 *   brought along, each of them is run by itself, so that none suffers for another.
 */
export function coalesce<K, V>(
  run: (keys: readonly K[]) => Promise<readonly V[]>,
  limits: CoalesceLimits<K>,
): (key: K) => Promise<V> {
  interface Waiting {
    readonly key: K;
    readonly resolve: (value: V) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let underWay = 0;
  let isScheduled = false;

  function schedule(): void {
    if (isScheduled || waiting.length === 0 || underWay >= limits.atOnce) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const batch = nextBatch();
      waiting = waiting.slice(batch.length);
      underWay += 1;
      void answer(batch).finally(() => {
        underWay -= 1;
        schedule();
      });
      schedule();
    });
  }

  function nextBatch(): Waiting[] {
    const weightOf = limits.weightOf ?? (() => 1);
    let weight = 0;
    const end = waiting.findIndex(({ key }, index) => {
      weight += weightOf(key);
      return index > 0 && weight > limits.most;
    });
    return end === -1 ? [...waiting] : waiting.slice(0, end);
  }

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const values = await run(batch.map(({ key }) => key));
      for (const [index, { resolve }] of batch.entries()) resolve(values[index] as V);
    } catch (error) {
      if (batch.length > 1 && !limits.isCommonCause(error)) {
        for (const call of batch) await answer([call]);
        return;
      }
      for (const { reject } of batch) reject(error);
    }
  }

  return (key) =>
    new Promise<V>((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      schedule();
    });
}
