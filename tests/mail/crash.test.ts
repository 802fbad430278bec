import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { startSmtpSink } from '../support/smtp-sink.ts';
import { notice, startMailServer } from './mail-server.ts';

const within = { timeout: 20_000, interval: 20 };

test('a worker killed in the middle of sending repeats each mail at most once, with the same Message-ID', async () => {
  const server = await startMailServer();
  const sink = await startSmtpSink();
  sink.delayMs = 1_000;
  const person = await server.addPerson('Ines Duarte', 'ines@alder-finch.example');
  const program = path.join(import.meta.dirname, 'mail-worker-process.ts');
  const child = spawn(process.execPath, [program, server.serverUrl, sink.url], { stdio: 'inherit' });
  await server.plan(
    Array.from({ length: 8 }, () => notice(person, 'Ines Duarte', 'ines@alder-finch.example')),
  );
  await vi.waitFor(async () => {
    const states = (await server.mailsTo('ines@alder-finch.example')).map(({ state }) => state);
    expect(states).toContain('sending');
  }, within);
  child.kill('SIGKILL');
  await once(child, 'exit');

  sink.delayMs = 0;
  const worker = await server.startWorker(sink.url);
  await vi.waitFor(async () => {
    const states = (await server.mailsTo('ines@alder-finch.example')).map(({ state }) => state);
    expect(states).toEqual(Array.from({ length: 8 }, () => 'sent'));
  }, within);

  const perMail = Map.groupBy(sink.received, ({ parsed }) => parsed.messageId);
  const ids = (await server.mailsTo('ines@alder-finch.example')).map(
    ({ id }) => `<${id}@northlight.example>`,
  );
  expect(new Set(perMail.keys())).toEqual(new Set(ids));
  for (const copies of perMail.values()) expect(copies.length).toBeLessThanOrEqual(2);
  await server.stop();
  await worker.stop();
  await sink.stop();
});
