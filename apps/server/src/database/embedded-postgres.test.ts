import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readPostmaster } from './embedded/postmaster-file.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

const MODULE = new URL('./embedded-postgres.ts', import.meta.url).href;
const isWindows = process.platform === 'win32';

let root: string;
let dataDir: string;
const running: { stop(): Promise<void> }[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'muniment-embedded-'));
  await chmod(root, 0o755);
  // Most tests go on with one database: making one takes a second.
  dataDir = join(root, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop();
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

test('the first start makes a durable UTF-8 database that sorts by code point and knows ICU', async () => {
  const postgres = await start(dataDir);
  expect(
    await query(
      postgres.serverUrl,
      `select current_user::text as role, current_database()::text as database,
         current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
         'a' < 'B' as is_linguistic, 'a' < 'B' collate "en-x-icu" as is_linguistic_with_icu`,
    ),
  ).toEqual([
    {
      role: 'muniment_server',
      database: 'muniment',
      encoding: 'UTF8',
      fsync: 'on',
      is_linguistic: false,
      is_linguistic_with_icu: true,
    },
  ]);
});

test('the owner role may make tables; the server role has no rights until a migration gives it some', async () => {
  const postgres = await start(dataDir);
  await query(postgres.ownerUrl, 'create table kept (id int)');
  await expect(query(postgres.serverUrl, 'create table denied (id int)')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(query(postgres.serverUrl, 'select from kept')).rejects.toMatchObject({ code: '42501' });
});

test('it is reachable from this machine alone, by an account that may enter its socket directory', async () => {
  const postgres = await start(dataDir);
  const [settings] = await query(
    postgres.ownerUrl,
    `select current_setting('listen_addresses') as addresses`,
  );
  expect(settings).toEqual({ addresses: isWindows ? '127.0.0.1' : '' });
  if (isWindows) return;
  const socketDirectory = new URL(postgres.serverUrl).searchParams.get('host') ?? '';
  expect((await stat(socketDirectory)).mode & 0o777).toBe(0o700);
});

test('a later start finds the rows of the one before', async () => {
  const first = await start(dataDir);
  await query(first.ownerUrl, 'insert into kept values (1)');
  await first.stop();
  expect(await postmasterPid(dataDir)).toBeUndefined();

  const second = await start(dataDir);
  expect(await query(second.ownerUrl, 'select id from kept')).toEqual([{ id: 1 }]);
});

test('a PostgreSQL whose server was killed is adopted, and stopped by the one that adopted it', async () => {
  const parent = await startInProcess(dataDir);
  const pid = await postmasterPid(dataDir);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect(await postmasterPid(dataDir)).toBe(pid);

  const heir = await start(dataDir);
  expect(await postmasterPid(dataDir)).toBe(pid);
  expect(await query(heir.serverUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
  await heir.stop();
  expect(await postmasterPid(dataDir)).toBeUndefined();
});

test('two servers on one data directory share one PostgreSQL, and the last one out stops it', async () => {
  const other = await startInProcess(dataDir);
  const pid = await postmasterPid(dataDir);
  const postgres = await start(dataDir);
  expect(await postmasterPid(dataDir)).toBe(pid);

  other.stdin?.end('stop\n');
  await once(other, 'exit');
  expect(await query(postgres.serverUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
  await postgres.stop();
  expect(await postmasterPid(dataDir)).toBeUndefined();
});

test('two servers that start at the same moment on nothing end up on one database', async () => {
  const empty = join(root, 'at-once');
  const [one, other] = await Promise.all([startInProcess(empty), startInProcess(empty)]);
  const postgres = await start(empty);
  const countLeases = () =>
    query(
      postgres.ownerUrl,
      `select count(*)::int as leases from pg_stat_activity where application_name = 'muniment lease'`,
    );
  expect(await countLeases()).toEqual([{ leases: 3 }]);

  // Those who are killed hold nothing on.
  one.kill('SIGKILL');
  other.kill('SIGKILL');
  await expect.poll(countLeases).toEqual([{ leases: 1 }]);
});

test('one server stopping while another starts never leaves the second without PostgreSQL', async () => {
  let last = await start(dataDir);
  for (let round = 0; round < 10; round++) {
    const [, next] = await Promise.all([last.stop(), start(dataDir)]);
    expect(await query(next.serverUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    last = next;
  }
});

test('a PostgreSQL that is killed comes back by itself with everything that was committed', async () => {
  const postgres = await start(dataDir);
  await query(postgres.ownerUrl, 'insert into kept values (2)');
  const pid = await postmasterPid(dataDir);
  process.kill(pid ?? Number.NaN, 'SIGKILL');

  await expect
    .poll(() => query(postgres.ownerUrl, 'select id from kept order by id').catch(() => []), {
      timeout: 20_000,
    })
    .toEqual([{ id: 1 }, { id: 2 }]);
  await expect.poll(() => postmasterPid(dataDir)).not.toBe(pid);
});

test('a process number that now belongs to another program does not keep PostgreSQL from starting', async () => {
  await writeFile(join(dataDir, 'postgresql', 'cluster', 'postmaster.pid'), `${process.pid}\n`);
  const postgres = await start(dataDir);
  expect(await query(postgres.serverUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
});

test('settings that PostgreSQL refuses are reported with what it said', async () => {
  await expect(startEmbeddedPostgres({ dataDir, settings: { max_connections: 'many' } })).rejects.toThrow(
    /did not start on .*"max_connections"/s,
  );
});

test('a socket goes elsewhere when the data directory is too deep for one', async () => {
  const deep = join(root, 'a'.repeat(60), 'b'.repeat(60));
  const postgres = await start(deep);
  expect(await query(postgres.serverUrl, 'select 1 as answer')).toEqual([{ answer: 1 }]);
  if (isWindows) return;
  const socketDirectory = new URL(postgres.serverUrl).searchParams.get('host') ?? '';
  expect(socketDirectory).toMatch(/muniment-[0-9a-f]{16}$/);
  await postgres.stop();
  await rm(socketDirectory, { recursive: true });
});

test("a data directory that PostgreSQL's own account cannot enter still works, and stays where it was named", async () => {
  const closed = join(root, 'closed');
  await mkdir(closed, { mode: 0o700 });
  const postgres = await start(join(closed, "it's $data"));
  await query(postgres.ownerUrl, 'create table kept (id int)');
  await postgres.stop();

  const again = await start(join(closed, "it's $data"));
  expect(await query(again.ownerUrl, 'select id from kept')).toEqual([]);
  await again.stop();
  await rm(await realpath(join(closed, "it's $data", 'postgresql')), { recursive: true });
});

test('a database of another major version is refused, by name of both versions', async () => {
  await writeFile(join(dataDir, 'postgresql', 'cluster', 'PG_VERSION'), '17\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(
    /made by PostgreSQL 17, and this version of Muniment brings PostgreSQL 18/,
  );
});

test('a directory that is no database is refused and left alone', async () => {
  const cluster = join(root, 'foreign', 'postgresql', 'cluster');
  await mkdir(cluster, { recursive: true });
  await writeFile(join(cluster, 'precious.txt'), 'kept');
  await expect(startEmbeddedPostgres({ dataDir: join(root, 'foreign') })).rejects.toThrow(/no PG_VERSION/);
  await expect(stat(join(cluster, 'precious.txt'))).resolves.toBeDefined();
});

async function start(directory: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir: directory });
  running.push(postgres);
  return postgres;
}

/** A server process of its own that holds PostgreSQL until it reads a line, or is killed. */
async function startInProcess(directory: string): Promise<ChildProcess> {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(MODULE)});
    const postgres = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(directory)} });
    console.log('ready');
    process.stdin.once('data', () => postgres.stop().then(() => process.exit(0)));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  expect(line).toBe('ready');
  return child;
}

async function postmasterPid(directory: string): Promise<number | undefined> {
  // A process that was killed may be listed for a moment longer.
  await sleep(20);
  return (await readPostmaster(join(directory, 'postgresql', 'cluster')))?.pid;
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
