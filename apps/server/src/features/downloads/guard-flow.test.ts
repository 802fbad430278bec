import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { guardFlow } from './guard-flow.ts';

const always = { ask: async () => {}, everyMs: 60_000, everyBytes: 1_000_000 };

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const piece of stream) text += piece;
  return text;
}

test('W5 what may flow comes as it is', async () => {
  expect(await textOf(guardFlow(Readable.from(['ab', 'cd']), { ...always, bytes: 4 }))).toBe('abcd');
});

test('W5 fewer or more bytes than there should be are an error, never a shorter file', async () => {
  for (const bytes of [3, 5]) {
    await expect(textOf(guardFlow(Readable.from(['ab', 'cd']), { ...always, bytes }))).rejects.toMatchObject({
      name: 'StorageError',
    });
  }
});

test('W5 after so many bytes the permission is asked again before the next ones are handed on', async () => {
  const pieces = Array.from({ length: 10 }, () => 'x'.repeat(10));
  let asked = 0;
  const ask = async () => {
    asked += 1;
    if (asked === 3) throw new Error('Revoked');
  };
  const seen: string[] = [];
  const flow = guardFlow(Readable.from(pieces), { ...always, ask, everyBytes: 20, bytes: 100 });
  await expect(
    (async () => {
      for await (const piece of flow) seen.push(String(piece));
    })(),
  ).rejects.toThrow('Revoked');
  expect(asked).toBe(3);
  expect(seen.join('').length).toBeLessThanOrEqual(50);
});

test('W5 a flow that stands still ends too when the permission does, and lets go of its source', async () => {
  let allowed = true;
  const source = new PassThrough();
  const ask = async () => {
    if (!allowed) throw new Error('Revoked');
  };
  const flow = guardFlow(source, { ...always, ask, everyMs: 10, bytes: 100 });
  source.write('begun');
  await once(flow, 'readable');
  await sleep(40);
  expect(flow.destroyed).toBe(false);
  allowed = false;
  await expect(once(flow, 'end')).rejects.toThrow('Revoked');
  expect(source.destroyed).toBe(true);
});

test('W5 where the permission cannot be found out, nothing flows on', async () => {
  const source = new PassThrough();
  const ask = async () => Promise.reject(new Error('The database is away'));
  const flow = guardFlow(source, { ...always, ask, everyMs: 5, bytes: 100 });
  await expect(once(flow, 'end')).rejects.toThrow('The database is away');
  expect(source.destroyed).toBe(true);
});

test('W5 a reader who goes away lets go of the source at once, also while that waits', async () => {
  const source = new PassThrough();
  const flow = guardFlow(source, { ...always, bytes: 100 });
  source.write('begun');
  await once(flow, 'readable');
  const closed = new Promise((resolve) => source.once('close', resolve));
  flow.destroy();
  await closed;
  expect(source.destroyed).toBe(true);
});
