import { expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';

/** A run that ends when it is told to, and the keys of each. */
function heldRun() {
  const runs: { keys: readonly number[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const run = (keys: readonly number[]) =>
    new Promise<string[]>((resolve, reject) => {
      runs.push({ keys, finish: () => resolve(keys.map((key) => `answer ${key}`)), fail: reject });
    });
  return { run, runs };
}

const limits = { isCommonCause: () => true };
const turn = () => new Promise<void>((done) => setTimeout(done, 5));

test('calls that arrive together share one run, each with its own answer', async () => {
  const { run, runs } = heldRun();
  const ask = coalesce(run, { ...limits, atOnce: 1, most: 10 });
  const answers = Promise.all([ask(1), ask(2), ask(3)]);
  await turn();
  expect(runs.map(({ keys }) => keys)).toEqual([[1, 2, 3]]);
  runs[0]?.finish();
  expect(await answers).toEqual(['answer 1', 'answer 2', 'answer 3']);
});

test('B10 a call never joins a run that has begun: it would be answered from before it was made', async () => {
  const { run, runs } = heldRun();
  const ask = coalesce(run, { ...limits, atOnce: 1, most: 10 });
  const first = ask(1);
  await turn();
  const second = ask(1);
  const third = ask(1);
  await turn();
  expect(runs).toHaveLength(1);
  runs[0]?.finish();
  await first;
  await turn();
  expect(runs.map(({ keys }) => keys)).toEqual([[1], [1, 1]]);
  runs[1]?.finish();
  expect(await Promise.all([second, third])).toEqual(['answer 1', 'answer 1']);
});

test('no more runs than allowed are under way, and none is larger than allowed', async () => {
  const { run, runs } = heldRun();
  const ask = coalesce(run, { ...limits, atOnce: 2, most: 3 });
  const answers = Promise.all([1, 2, 3, 4, 5, 6, 7].map((key) => ask(key)));
  await turn();
  expect(runs.map(({ keys }) => keys)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  runs[1]?.finish();
  await turn();
  expect(runs.at(-1)?.keys).toEqual([7]);
  for (const one of runs) one.finish();
  expect(await answers).toHaveLength(7);
});

test('a run that fails for a common cause fails its calls; the next ones are answered', async () => {
  const { run, runs } = heldRun();
  const ask = coalesce(run, { ...limits, atOnce: 1, most: 10 });
  const failing = Promise.allSettled([ask(1), ask(2)]);
  await turn();
  const next = ask(3);
  runs[0]?.fail(new Error('The database went away'));
  expect((await failing).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await turn();
  runs[1]?.finish();
  expect(await next).toBe('answer 3');
});

test('where one call may have made a run fail, each is run by itself, and none suffers for another', async () => {
  const runs: (readonly number[])[] = [];
  const ask = coalesce(
    async (keys: readonly number[]) => {
      runs.push(keys);
      if (keys.includes(13)) throw new Error('This cannot be asked');
      return keys.map(String);
    },
    { atOnce: 1, most: 10, isCommonCause: () => false },
  );
  const answers = await Promise.allSettled([ask(1), ask(13), ask(2)]);
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'refused'))).toEqual([
    '1',
    'refused',
    '2',
  ]);
  expect(runs).toEqual([[1, 13, 2], [1], [13], [2]]);
});

test('a run is bounded by what its calls weigh, and a heavy call still runs', async () => {
  const runs: (readonly number[])[] = [];
  const ask = coalesce(
    async (keys: readonly number[]) => {
      runs.push(keys);
      return keys;
    },
    { ...limits, atOnce: 1, most: 10, weightOf: (key) => key },
  );
  await Promise.all([ask(4), ask(5), ask(20), ask(1)]);
  expect(runs).toEqual([[4, 5], [20], [1]]);
});

test('what one call brings along fails that call alone; a common cause fails all, once', async () => {
  let runs = 0;
  const run = async (keys: readonly string[]) => {
    runs += 1;
    if (keys.includes('away')) throw new Error('away');
    if (keys.includes('bad')) throw new Error('bad');
    return keys;
  };
  const isCommonCause = (error: unknown) => (error as Error).message === 'away';
  const ask = coalesce(run, { atOnce: 1, most: 10, isCommonCause });
  expect(await Promise.allSettled([ask('a'), ask('bad'), ask('b')])).toMatchObject([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected' },
    { status: 'fulfilled', value: 'b' },
  ]);
  runs = 0;
  const away = await Promise.allSettled([ask('a'), ask('away'), ask('b')]);
  expect(away.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(runs).toBe(1);
});

test('a run takes as much as its limit weighs, and at least one call', async () => {
  const sizes: number[] = [];
  const ask = coalesce(
    async (keys: readonly number[]) => {
      sizes.push(keys.length);
      return keys;
    },
    { atOnce: 1, most: 10, weightOf: (key) => key, isCommonCause: () => true },
  );
  await Promise.all([ask(20), ask(4), ask(6), ask(1)]);
  expect(sizes).toEqual([1, 2, 1]);
});
