import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isLoopback, readSettings, SettingsError } from './settings.ts';

const KEY = Buffer.alloc(32, 1).toString('base64');
const IN_EARNEST = {
  DATABASE_URL: 'postgres://muniment_server@db.example/muniment',
  OIDC_ISSUER: 'https://sign-in.example',
  OIDC_CLIENT_ID: 'muniment',
  ENCRYPTION_KEY: KEY,
  PUBLIC_URL: 'https://licensing.example/',
};

function refusal(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  throw new Error('It was not refused');
}

test('without any setting it is a demo on this machine, with a database of its own', () => {
  expect(readSettings({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:8080',
    dataDir: path.resolve('data'),
    databaseUrl: null,
    databaseOwnerUrl: null,
    publisherName: 'Northlight Software',
    mailFrom: 'no-reply@muniment.example',
    smtpUrl: null,
    mailHoldSeconds: 30,
    invitationDays: 30,
    oidc: null,
    encryptionKey: null,
    encryptionKeyPrevious: null,
    demo: true,
    run: { web: true, worker: true },
    rateLimitPerMinute: 600,
    trustProxy: [],
    webhookAllowedRanges: [],
    supportPhone: null,
    supportUrl: null,
    homeUse: { termsVersion: '1', termsUrl: null, shopUrl: null },
    downloads: { directory: path.resolve('data/downloads'), s3: null },
    logLevel: 'warn',
  });
});

test('with a database of its own it is no demo, and the public URL is an origin', () => {
  const settings = readSettings({ ...IN_EARNEST, OIDC_CLIENT_SECRET: 's', SMTP_URL: 'smtps://mail.example' });
  expect(settings).toMatchObject({
    demo: false,
    publicUrl: 'https://licensing.example',
    oidc: { issuer: 'https://sign-in.example', clientId: 'muniment', clientSecret: 's' },
    smtpUrl: 'smtps://mail.example',
    logLevel: 'info',
  });
  expect(settings.encryptionKey).toHaveLength(32);
});

test('a key from before is taken beside the new one, and refused where it is none, alone, or the same', () => {
  const before = Buffer.alloc(32, 2).toString('base64');
  const settings = readSettings({ ...IN_EARNEST, ENCRYPTION_KEY_PREVIOUS: before });
  expect(settings.encryptionKeyPrevious?.toString('base64')).toBe(before);
  expect(refusal({ ...IN_EARNEST, ENCRYPTION_KEY_PREVIOUS: 'short' })).toContain(
    'ENCRYPTION_KEY_PREVIOUS is not 32',
  );
  expect(refusal({ ...IN_EARNEST, ENCRYPTION_KEY_PREVIOUS: KEY })).toContain('is the same as ENCRYPTION_KEY');
  expect(refusal({ ENCRYPTION_KEY_PREVIOUS: before })).toContain('ENCRYPTION_KEY is missing');
});

test('settings are trimmed, and an empty one is as if it were not there', () => {
  expect(readSettings({ PUBLISHER_NAME: '  Contoso ', PORT: ' 9000 ', SMTP_URL: ' ' })).toMatchObject({
    publisherName: 'Contoso',
    port: 9000,
    smtpUrl: null,
  });
});

describe('the public URL of a host that is none to call', () => {
  test.each([
    ['0.0.0.0', 'http://127.0.0.1:9000'],
    ['::', 'http://127.0.0.1:9000'],
    ['::1', 'http://[::1]:9000'],
    ['localhost', 'http://localhost:9000'],
  ])('%s is reached as %s', (HOST, publicUrl) => {
    expect(readSettings({ HOST, PORT: '9000' }).publicUrl).toBe(publicUrl);
  });
});

describe('what is wrong is said, with the name of the setting and what to do', () => {
  test.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '80.5' }],
    ['MAIL_HOLD_SECONDS', { MAIL_HOLD_SECONDS: '-1' }],
    ['INVITATION_DAYS', { INVITATION_DAYS: '0' }],
    ['RATE_LIMIT_PER_MINUTE', { RATE_LIMIT_PER_MINUTE: 'many' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db.example/muniment' }],
    ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: 'db.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'licensing.example' }],
    ['SMTP_URL', { SMTP_URL: 'http://mail.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'Nobody <no-reply@muniment.example>' }],
    ['MAIL_FROM', { MAIL_FROM: 'a@b.example, c@d.example' }],
    ['ENCRYPTION_KEY', { ENCRYPTION_KEY: 'c2hvcnQ=' }],
    ['DEMO', { DEMO: 'yes' }],
    ['RUN', { RUN: 'web,cron' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'ftp://sign-in.example' }],
    ['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://sign-in.example' }],
    ['PUBLISHER_NAME', { PUBLISHER_NAME: 'A\nB' }],
    ['SUPPORT_URL', { SUPPORT_URL: 'http://northlight.example/contact' }],
    ['SUPPORT_URL', { SUPPORT_URL: 'javascript:alert(1)' }],
    ['SUPPORT_PHONE', { SUPPORT_PHONE: '1'.repeat(41) }],
    ['HOME_USE_TERMS_VERSION', { HOME_USE_TERMS_VERSION: 'May 2026' }],
    ['HOME_USE_TERMS_URL', { HOME_USE_TERMS_URL: 'http://northlight.example/terms' }],
    ['HOME_USE_SHOP_URL', { HOME_USE_SHOP_URL: 'javascript:alert(1)' }],
  ] as [string, Record<string, string>][])('%s: %o', (name, env) => {
    expect(refusal(env)).toContain(name);
  });

  test('all of it at once', () => {
    const message = refusal({ PORT: 'x', DEMO: 'y', MAIL_FROM: 'z' });
    for (const name of ['PORT', 'DEMO', 'MAIL_FROM']) expect(message).toContain(name);
  });

  test('without repeating what may hold a password', () => {
    expect(refusal({ DATABASE_URL: 'mysql://u:hunter2@db.example/x' })).not.toContain('hunter2');
    expect(refusal({ SMTP_URL: 'mail://u:hunter2@mail.example' })).not.toContain('hunter2');
    expect(refusal({ ...IN_EARNEST, ENCRYPTION_KEY: 'hunter2' })).not.toContain('hunter2');
  });
});

describe('the demo lets anyone sign in as anyone, so it stays on this machine', () => {
  test('no issuer and no demo is refused', () => {
    const { OIDC_ISSUER: _, ...withoutIssuer } = IN_EARNEST;
    expect(refusal(withoutIssuer)).toContain('OIDC_ISSUER is missing');
  });

  test.each([
    'https://licensing.example',
    'http://192.168.1.5:8080',
    'http://127.0.0.1.evil.example',
    'http://localhost.example',
  ])('DEMO=1 without an issuer at %s is refused', (PUBLIC_URL) => {
    expect(refusal({ DEMO: '1', PUBLIC_URL })).toContain('must be on this machine');
  });

  test('DEMO=1 works with an issuer elsewhere', () => {
    expect(readSettings({ ...IN_EARNEST, DEMO: '1' })).toMatchObject({ demo: true });
  });

  test('an http issuer is accepted on this machine only', () => {
    const env = { ...IN_EARNEST, OIDC_ISSUER: 'http://127.0.0.1:9000' };
    expect(readSettings(env).oidc?.issuer).toBe('http://127.0.0.1:9000');
    expect(refusal({ ...env, OIDC_ISSUER: 'http://sign-in.example' })).toContain('use https://');
  });

  test('with DATABASE_URL the key must be given: every server needs the same', () => {
    const { ENCRYPTION_KEY: _, ...withoutKey } = IN_EARNEST;
    expect(refusal(withoutKey)).toContain('ENCRYPTION_KEY is missing');
  });
});

test.each([
  ['http://127.0.0.1', true],
  ['http://127.1.2.3:80', true],
  ['http://[::1]:80', true],
  ['http://localhost:80', true],
  ['http://0.0.0.0', false],
  ['http://127.0.0.1@evil.example', false],
  ['http://10.0.0.1', false],
  ['not a url', false],
])('%s on this machine: %s', (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});

test('ranges that webhooks may reach are CIDR, of either family, or single addresses', () => {
  const settings = readSettings({ WEBHOOK_ALLOWED_RANGES: '10.20.0.0/16, fd00:1::/32,192.168.7.9' });
  expect(settings.webhookAllowedRanges).toEqual(['10.20.0.0/16', 'fd00:1::/32', '192.168.7.9']);
});

test.each(['10.0.0.0/33', 'fd00::/129', '10.0.0/8', 'intranet.example', '10.0.0.0/8/8', 'fe80::1%eth0'])(
  'the range %s is refused',
  (range) => {
    expect(refusal({ WEBHOOK_ALLOWED_RANGES: range })).toContain(`WEBHOOK_ALLOWED_RANGES holds "${range}"`);
  },
);

test('downloads lie in the data directory, in another one, or in a bucket of which all is told', () => {
  const { dataDir, downloads } = readSettings({ DATA_DIR: '/srv/muniment' });
  expect(downloads).toEqual({ directory: `${dataDir}/downloads`, s3: null });
  expect(readSettings({ DOWNLOADS_DIR: '/srv/files' }).downloads.directory).toBe('/srv/files');
  const bucket = {
    DOWNLOADS_S3_URL: 'https://objects.example',
    DOWNLOADS_S3_BUCKET: 'downloads',
    DOWNLOADS_S3_ACCESS_KEY: 'key',
    DOWNLOADS_S3_SECRET_KEY: 'secret',
  };
  expect(readSettings(bucket).downloads.s3).toEqual({
    url: 'https://objects.example',
    bucket: 'downloads',
    region: 'us-east-1',
    accessKey: 'key',
    secretKey: 'secret',
  });
  for (const name of ['DOWNLOADS_S3_BUCKET', 'DOWNLOADS_S3_ACCESS_KEY', 'DOWNLOADS_S3_SECRET_KEY']) {
    expect(refusal({ ...bucket, [name]: undefined })).toContain(name);
  }
  expect(refusal({ ...bucket, DOWNLOADS_S3_URL: 'ftp://objects.example' })).toContain('DOWNLOADS_S3_URL');
});
