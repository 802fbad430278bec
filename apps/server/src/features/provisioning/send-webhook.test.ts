import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http, { type RequestListener, type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { addressRules } from '../../address-rules.ts';
import { type EndpointRules, findAddress, readEndpointUrl, resolveName } from './endpoint-address.ts';
import { sendWebhook } from './send-webhook.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener, server: Server = http.createServer()): Promise<number> {
  server.on('request', listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Allows this machine, under whatever name. */
const here: EndpointRules = { addresses: addressRules(['127.0.0.0/8']), resolve: async () => ['127.0.0.1'] };
const strict: EndpointRules = { addresses: addressRules([]), resolve: resolveName };
const limits = { connectMs: 1_000, totalMs: 1_500 };

function post(url: string, rules: EndpointRules = here) {
  return sendWebhook({ url, headers: { 'webhook-id': 'one' }, body: '{"a":1}' }, rules, limits);
}

describe('what is refused before anything is connected to', () => {
  test.each([
    'http://127.0.0.1:9/hook',
    'https://127.0.0.1/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:10.0.0.1]/',
    'https://[::1]/',
    'https://[64:ff9b::a00:1]/',
    // By a real look-up.
    'https://localhost/',
    'https://localhost./',
    // Addresses in disguise.
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    // Of the internet, but in a form that only hides it.
    'https://134744072/',
    'https://user:secret@hooks.example/',
    'ftp://hooks.example/',
    'https://hooks.example:0/',
    'hooks.example',
  ])('%s', async (text) => {
    const url = readEndpointUrl(text);
    const found = url === null ? { kind: 'refused' } : await findAddress(url, strict);
    expect(found.kind).toBe('refused');
    const { status, error } = await post(text, strict);
    expect({ status, error }).toEqual({ status: null, error: expect.any(String) });
  });

  test('a name that leads to several addresses of which one is private', async () => {
    const rules = { ...strict, resolve: async () => ['8.8.8.8', '10.0.0.1'] };
    expect(await findAddress(new URL('https://hooks.example/'), rules)).toMatchObject({ kind: 'refused' });
  });

  test.each(['10.0.0.1', '169.254.169.254', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe'])(
    'a name that leads to %s',
    async (address) => {
      const rules = { ...strict, resolve: async () => [address] };
      expect(await findAddress(new URL('https://hooks.example/'), rules)).toMatchObject({ kind: 'refused' });
    },
  );

  test('http to an address of the internet', async () => {
    const rules = { ...strict, resolve: async () => ['8.8.8.8'] };
    expect(await findAddress(new URL('http://hooks.example/'), rules)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('https'),
    });
    expect(await findAddress(new URL('https://hooks.example/'), rules)).toMatchObject({ address: '8.8.8.8' });
  });
});

test('the name is resolved once, and the connection goes to the address that was checked', async () => {
  const hosts: string[] = [];
  const port = await serve((request, response) => {
    hosts.push(String(request.headers.host));
    response.writeHead(204).end();
  });
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  let asked = 0;
  const rules = { ...here, resolve: async () => answers[asked++] ?? [] };
  expect(await post(`http://hooks.example:${port}/`, rules)).toEqual({
    status: 204,
    error: null,
    reason: null,
  });
  expect(hosts).toEqual([`hooks.example:${port}`]);
  expect(asked).toBe(1);
  // The name has moved meanwhile: the next delivery looks again, and does not follow it inside.
  expect(await post(`http://hooks.example:${port}/`, rules)).toMatchObject({ status: null });
  expect(hosts).toHaveLength(1);
});

test('a redirect is not followed, wherever it leads', async () => {
  let reached = 0;
  const inside = await serve((_request, response) => {
    reached += 1;
    response.end();
  });
  const port = await serve((_request, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${inside}/` }).end();
  });
  expect(await post(`http://hooks.example:${port}/`)).toMatchObject({
    status: 307,
    error: expect.stringContaining('redirect'),
    reason: expect.stringContaining('redirect'),
  });
  expect(reached).toBe(0);
});

test('an answer is read as far as its bound, and its status counts', async () => {
  let closed = false;
  const port = await serve((_request, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    const fill = () => {
      while (!response.destroyed && response.write('x'.repeat(16_384))) {}
    };
    response.on('drain', fill).on('close', () => {
      closed = true;
    });
    fill();
  });
  expect(await post(`http://hooks.example:${port}/`)).toEqual({
    status: 403,
    error: 'It answered 403.',
    reason: null,
  });
  await expect.poll(() => closed).toBe(true);
});

test.each([
  ['is as it says', { reason: 'No seats' }, 'No seats'],
  ['becomes one line without control characters', { reason: ' a\r\n\tb\u0000\u202e\u2028c ' }, 'a b c'],
  ['is cut', { reason: 'é'.repeat(10_000) }, `${'é'.repeat(199)}…`],
  ['that is none is left out', { reason: { no: 1 } }, null],
  ['that is empty is left out', { reason: ' \n ' }, null],
  ['is left out where the answer is something else', ['no'], null],
])('a reason %s', async (_what, body, reason) => {
  const port = await serve((_request, response) => response.writeHead(422).end(JSON.stringify(body)));
  expect((await post(`http://hooks.example:${port}/`)).reason).toBe(reason);
});

test.each<[string, RequestListener]>([
  ['never answers', () => {}],
  ['never ends its headers', (request) => void request.socket.write('HTTP/1.1 200 OK\r\nx: y\r\n')],
])('a system that %s is given up in time', async (_what, listener) => {
  const port = await serve(listener);
  const begun = performance.now();
  expect(await post(`http://hooks.example:${port}/`)).toEqual({
    status: null,
    error: 'It took too long to answer.',
    reason: null,
  });
  expect(performance.now() - begun).toBeLessThan(limits.totalMs + 1_000);
});

test('a system that has accepted and never ends its answer has accepted', async () => {
  const port = await serve((_request, response) => {
    response.writeHead(200);
    response.write('{');
  });
  expect(await post(`http://hooks.example:${port}/`)).toMatchObject({ status: 200, error: null });
});

test('a connection that is refused or reset says so by its code, not by what was sent', async () => {
  const port = await serve((request) => request.socket.resetAndDestroy());
  expect((await post(`http://hooks.example:${port}/?token=hidden`)).error).toBe(
    'The connection failed (ECONNRESET).',
  );
  expect((await post('http://hooks.example:9/')).error).toBe('The connection failed (ECONNREFUSED).');
});

test('a name that never resolves is given up in time', async () => {
  const rules = { ...here, resolve: () => new Promise<string[]>(() => {}) };
  expect(await post('http://hooks.example/', rules)).toMatchObject({ error: 'It took too long to answer.' });
});

describe('https', () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'muniment-tls-'));
  const trusted = tls.getCACertificates('default');

  /** A certificate for one name, made for this run and gone with it. */
  function certificate(name: string): { key: string; cert: string } {
    const [key, cert] = ['key.pem', 'cert.pem'].map((file) => path.join(directory, file));
    execFileSync(
      'openssl',
      // biome-ignore format: as one would type it
      ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1',
        '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', String(key), '-out', String(cert)],
      { stdio: 'ignore' },
    );
    return { key: readFileSync(String(key), 'utf8'), cert: readFileSync(String(cert), 'utf8') };
  }

  afterEach(() => {
    tls.setDefaultCACertificates(trusted);
    rmSync(directory, { recursive: true, force: true });
  });

  test('the certificate must be for the name, not for the address; nobody else is told anything', async () => {
    const { key, cert } = certificate('hooks.example');
    let names: (string | false)[] = [];
    const server = https.createServer({ key, cert });
    const port = await serve((request, response) => {
      names = [...names, (request.socket as tls.TLSSocket).servername ?? ''];
      response.writeHead(200).end();
    }, server);
    expect((await post(`https://hooks.example:${port}/`)).error).toMatch(
      /^The connection failed \(.*SELF_SIGNED.*\)\.$/,
    );
    tls.setDefaultCACertificates([cert]);
    expect(await post(`https://hooks.example:${port}/`)).toMatchObject({ status: 200 });
    expect((await post(`https://other.example:${port}/`)).error).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(names).toEqual(['hooks.example']);
  });
});
