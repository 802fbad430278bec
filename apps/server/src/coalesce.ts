/**
 * Lets calls that arrive together share one run.
 *
 * A call joins only a run that has not begun: a run answers from rows read after every one of its calls began.
 * (Joining one under way would answer from before the call, and so from before a revocation.)
 *
 * @param run Answers many keys at once, in their order. A run that fails fails all of its calls.
 * @param limits `atOnce`: runs under way at one time; more calls wait, and make the next run bigger.
 */
export function coalesce<K, V>(
  run: (keys: readonly K[]) => Promise<readonly V[]>,
  limits: { readonly atOnce: number; readonly most: number },
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
      const batch = waiting.slice(0, limits.most);
      waiting = waiting.slice(limits.most);
      underWay += 1;
      void answer(batch).finally(() => {
        underWay -= 1;
        schedule();
      });
      schedule();
    });
  }

  async function answer(batch: readonly Waiting[]): Promise<void> {
    try {
      const values = await run(batch.map(({ key }) => key));
      batch.forEach(({ resolve }, index) => resolve(values[index] as V));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  return (key) =>
    new Promise<V>((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      schedule();
    });
}
