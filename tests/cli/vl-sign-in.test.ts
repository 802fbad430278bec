import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Muniment, startMuniment } from '../support/muniment.ts';
import type { Member, Organization } from '../support/partner.ts';
import { createTypist, type Typist } from './run-vl.ts';

let muniment: Muniment;
let organization: Organization;
let admin: Member;
let typist: Typist;
beforeAll(async () => {
  muniment = await startMuniment();
  organization = await (await muniment.newPartner()).organization();
  admin = await organization.administrator();
});
afterAll(() => muniment.stop());
beforeEach(async () => {
  typist = await createTypist();
});
afterEach(() => typist.leave());

test('B1 a piped-in token is checked, and kept where only its owner can read it', async () => {
  const login = await typist.program({ input: `${admin.token}\n` }, 'login', '--server', muniment.url);
  expect(login).toMatchObject({ status: 0, stderr: '' });
  expect(login.stdout).toContain(`Signed in to ${muniment.url} as ${admin.name}.`);
  expect(login.stdout).not.toContain(admin.token);
  expect((await stat(typist.configFile)).mode & 0o777).toBe(0o600);

  const me = await typist.program({}, 'me');
  expect(me).toMatchObject({ status: 0, stderr: '' });
  expect(me.stdout).toContain(`${admin.name} <${admin.email}>`);
  expect(me.stdout).toContain(`${organization.name} (${organization.number})`);
  expect(me.stdout).toContain('assignment:manage');
});

test('a token typed at the question is taken, and login --json answers who signed in', async () => {
  const login = await typist.vlAnswering(
    async () => admin.token,
    'login',
    '--server',
    `${muniment.url}/some/page`,
    '--organization',
    organization.number,
    '--json',
  );
  expect(login).toMatchObject({ status: 0, stderr: `API token for ${muniment.url}: \n` });
  expect(JSON.parse(login.stdout)).toMatchObject({ kind: 'person', signInEmail: admin.email });
  expect(JSON.parse(await readFile(typist.configFile, 'utf8'))).toEqual({
    server: muniment.url,
    token: admin.token,
    organization: organization.number,
  });
});

test('signing in again closes a file that others could read', async () => {
  await typist.vl('login', '--server', muniment.url, '--token', admin.token);
  await chmod(typist.configFile, 0o644);
  await typist.vl('login', '--server', muniment.url, '--token', admin.token);
  expect((await stat(typist.configFile)).mode & 0o777).toBe(0o600);
});

test('a wrong token is refused with the id of the request, and nothing is kept', async () => {
  const wrong = `mun_${'x'.repeat(43)}`;
  const login = await typist.vl('login', '--server', muniment.url, '--token', wrong);
  expect(login).toMatchObject({ status: 1, stdout: '' });
  expect(login.stderr).toMatch(/^vl: You are not signed in\n/);
  expect(login.stderr).toMatch(/Request: \S+/);
  await expect(stat(typist.configFile)).rejects.toMatchObject({ code: 'ENOENT' });

  const asJson = await typist.vl('login', '--server', muniment.url, '--token', wrong, '--json');
  expect(asJson).toMatchObject({ status: 1, stdout: '' });
  expect(JSON.parse(asJson.stderr)).toMatchObject({
    type: expect.stringMatching(/\/not-signed-in$/),
    status: 401,
  });
});

test('a number that is none of the own organizations is refused, and the own are named', async () => {
  const args = ['login', '--server', muniment.url, '--token', admin.token, '--organization', 'O-0'];
  const login = await typist.vl(...args);
  expect(login.status).toBe(1);
  expect(login.stderr).toContain('You do not belong to organization O-0');
  expect(login.stderr).toContain(`Yours: ${organization.number}.`);
});

test('nobody is signed in before login and after logout; logout is no failure the second time', async () => {
  const before = await typist.vl('me');
  expect(before).toMatchObject({ status: 1, stdout: '' });
  expect(before.stderr).toContain('You are not signed in');
  expect(before.stderr).toContain('vl login');

  await typist.vl('login', '--server', muniment.url, '--token', admin.token);
  expect(await typist.vl('logout')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Signed out'),
  });
  expect((await typist.vl('me', '--json')).status).toBe(1);
  expect(await typist.vl('logout', '--json')).toMatchObject({
    status: 0,
    stdout: '{\n  "signedOut": false\n}\n',
  });
});

test('the environment wins over what was kept, and needs nothing kept', async () => {
  const env = { VL_SERVER: muniment.url, VL_TOKEN: admin.token, VL_ORGANIZATION: organization.number };
  expect(await typist.vlWith({ env }, 'me', '--json')).toMatchObject({ status: 0, stderr: '' });

  await typist.vl('login', '--server', muniment.url, '--token', admin.token);
  const other = await organization.colleague(admin);
  const me = await typist.vlWith({ env: { VL_TOKEN: other.token } }, 'me', '--json');
  expect(JSON.parse(me.stdout)).toMatchObject({ signInEmail: other.email });
});

test('a kept token is sent to no other server than the one it was kept for', async () => {
  await typist.vl('login', '--server', muniment.url, '--token', admin.token);
  let requests = 0;
  const stranger = createServer((_request, response) => {
    requests += 1;
    response.end('{}');
  });
  await new Promise<void>((done) => stranger.listen(0, '127.0.0.1', done));
  const { port } = stranger.address() as AddressInfo;
  const me = await typist.vlWith({ env: { VL_SERVER: `http://127.0.0.1:${port}` } }, 'me');
  await new Promise((done) => stranger.close(done));
  expect(me.status).toBe(1);
  expect(me.stderr).toContain('You are not signed in');
  expect(requests).toBe(0);
});

test('a file that is no credentials is named, and is no obstacle to a token of the environment', async () => {
  await typist.vl('login', '--server', muniment.url, '--token', admin.token);
  await writeFile(typist.configFile, '{"server": 7');
  const me = await typist.vl('me');
  expect(me.status).toBe(1);
  expect(me.stderr).toContain(`${typist.configFile} cannot be read as credentials`);
  const env = { VL_SERVER: muniment.url, VL_TOKEN: admin.token };
  expect((await typist.vlWith({ env }, 'me')).status).toBe(0);
});

test('a server that is away is said to be, with the reason', async () => {
  const env = { VL_SERVER: 'http://127.0.0.1:9', VL_TOKEN: admin.token };
  const me = await typist.vlWith({ env }, 'me');
  expect(me).toMatchObject({ status: 1, stdout: '' });
  expect(me.stderr).toContain('vl: http://127.0.0.1:9 does not answer');
  const asJson = await typist.vlWith({ env }, 'users', '--json');
  expect(asJson.status).toBe(1);
  expect(JSON.parse(asJson.stderr)).toMatchObject({ type: 'urn:muniment:vl:server-unreachable' });
});

test('what is no Muniment is found out', async () => {
  const page = createServer((_request, response) => response.end('<h1>It works!</h1>'));
  await new Promise<void>((done) => page.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
  const login = await typist.vl('login', '--server', url, '--token', admin.token);
  await new Promise((done) => page.close(done));
  expect(login.status).toBe(1);
  expect(login.stderr).toContain(`${url} does not answer as this command expects`);
});

test('plain HTTP that leaves this machine is warned of', async () => {
  const args = ['login', '--server', 'http://licensing.example', '--token', ''];
  const login = await typist.vl(...args);
  expect(login.status).toBe(2);
  expect(login.stderr).toContain('whoever listens on the way can read the token');
});

test('npm links the command, so that npx vl finds it', async () => {
  const command = join(import.meta.dirname, '..', '..', 'node_modules', '.bin', 'vl');
  const help = await typist.program({ command }, '--help');
  expect(help).toMatchObject({ status: 0, stderr: '' });
  for (const name of ['login', 'logout', 'me', 'licenses', 'users', 'access', 'assign', 'remove', 'ledger']) {
    expect(help.stdout).toContain(`\n  ${name} `);
  }
});

test('the program ends with the status of its command, and keeps answer and refusal apart', async () => {
  expect(await typist.program({}, 'me')).toMatchObject({ status: 1, stdout: '' });
  const usage = await typist.program({}, 'me', '--json', '--colour');
  expect(usage).toMatchObject({ status: 2, stdout: '' });
  expect(JSON.parse(usage.stderr)).toMatchObject({ type: 'urn:muniment:vl:wrong-usage' });
});
