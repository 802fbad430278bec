import path from 'node:path';
import { emailKey } from '@muniment/domain/email-address.ts';
import { isAddressRange } from './address-rules.ts';

/** Everything that the environment decides. Read once, at start. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Origin under which people reach the server; no slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  /** null: the server starts its own PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  readonly publisherName: string;
  readonly mailFrom: string;
  /** null: mail is kept and shown in the operator's outbox. */
  readonly smtpUrl: string | null;
  readonly mailHoldSeconds: number;
  readonly invitationDays: number;
  /** null: the demo identity provider signs people in (demo only). */
  readonly oidc: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string | null;
  } | null;
  /** null: made once and kept in `dataDir`. */
  readonly encryptionKey: Buffer | null;
  /** The one before, while what it sealed is sealed anew: it opens, and seals nothing. */
  readonly encryptionKeyPrevious: Buffer | null;
  readonly demo: boolean;
  readonly run: { readonly web: boolean; readonly worker: boolean };
  /** 0: no limit. */
  readonly rateLimitPerMinute: number;
  /** Addresses or ranges of proxies whose X-Forwarded-* headers are believed; empty: none. */
  readonly trustProxy: readonly string[];
  /** Ranges of addresses that are not of the internet and where downstream systems may lie all the same, as CIDR. */
  readonly webhookAllowedRanges: readonly string[];
  /** Of the publisher's support, as it is dialled; null: none is shown. */
  readonly supportPhone: string | null;
  /** The publisher's web form, or a `mailto:` address; null: none is shown. */
  readonly supportUrl: string | null;
  /** Of the publisher's Home Use Program. */
  readonly homeUse: {
    /** Whoever accepted another version accepts this one before a program is activated again. */
    readonly termsVersion: string;
    /** null: the console names the version alone. */
    readonly termsUrl: string | null;
    /** Where employees give their access code; null: they are not told. */
    readonly shopUrl: string | null;
  };
  /** Where the files of downloads lie: in a bucket of an S3-compatible service, else in a directory. */
  readonly downloads: {
    readonly directory: string;
    readonly s3: {
      readonly url: string;
      readonly bucket: string;
      readonly region: string;
      readonly accessKey: string;
      readonly secretKey: string;
    } | null;
  };
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment does not say what the server needs to start; the message lists all that is wrong. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings from the environment.
 *
 * @throws SettingsError naming every setting that is wrong, and what to do.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const read = (name: string) => env[name]?.trim() || undefined;

  function integer(name: string, fallback: number, min: number, max: number): number {
    const text = read(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    wrong.push(`${name} is "${text}": give a whole number from ${min} to ${max}.`);
    return fallback;
  }

  function url(name: string, protocols: readonly string[]): string | null {
    const text = read(name);
    if (text === undefined) return null;
    const parsed = URL.parse(text);
    if (parsed !== null && protocols.includes(parsed.protocol)) return text;
    // The value may hold a password, so the message does not repeat it.
    wrong.push(`${name} is no URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
    return null;
  }

  function choice<const T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const text = read(name);
    if (text === undefined) return fallback;
    const found = choices.find((one) => one === text);
    if (found !== undefined) return found;
    wrong.push(`${name} is "${text}": give one of ${choices.join(', ')}.`);
    return fallback;
  }

  function list(name: string): string[] {
    return (read(name) ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean);
  }

  function bucketOfDownloads(): Settings['downloads']['s3'] {
    const service = url('DOWNLOADS_S3_URL', ['https:', 'http:']);
    const bucket = read('DOWNLOADS_S3_BUCKET');
    const region = read('DOWNLOADS_S3_REGION') ?? 'us-east-1';
    const accessKey = read('DOWNLOADS_S3_ACCESS_KEY');
    const secretKey = read('DOWNLOADS_S3_SECRET_KEY');
    if (service === null) return null;
    if (bucket !== undefined && accessKey !== undefined && secretKey !== undefined) {
      return { url: service, bucket, region, accessKey, secretKey };
    }
    wrong.push(
      'DOWNLOADS_S3_URL needs DOWNLOADS_S3_BUCKET, DOWNLOADS_S3_ACCESS_KEY and DOWNLOADS_S3_SECRET_KEY.',
    );
    return null;
  }

  const port = integer('PORT', 8080, 0, 65_535);
  const host = read('HOST') ?? '127.0.0.1';
  const databaseUrl = url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const demo = choice('DEMO', ['0', '1'], databaseUrl === null ? '1' : '0') === '1';
  const publicUrl = originOf(url('PUBLIC_URL', ['http:', 'https:'])) ?? `http://${urlHost(host)}:${port}`;

  const issuer = url('OIDC_ISSUER', ['https:', 'http:']);
  if (issuer?.startsWith('http:') && !isLoopback(issuer)) {
    wrong.push('OIDC_ISSUER starts with http:// and is not on this machine: use https://.');
  }
  const clientId = read('OIDC_CLIENT_ID');
  if (issuer !== null && clientId === undefined)
    wrong.push('OIDC_CLIENT_ID is missing: OIDC_ISSUER needs it.');
  if (issuer === null && !demo) {
    wrong.push('OIDC_ISSUER is missing: name the identity provider that signs people in, or set DEMO=1.');
  }
  if (issuer === null && demo && !isLoopback(publicUrl)) {
    wrong.push(
      'DEMO=1 without OIDC_ISSUER lets anyone sign in as anyone: PUBLIC_URL must be on this machine.',
    );
  }

  const mailFrom = read('MAIL_FROM') ?? 'no-reply@muniment.example';
  if (emailKey(mailFrom) === null) wrong.push(`MAIL_FROM is "${mailFrom}": give one e-mail address.`);

  function key(name: string, text: string | undefined): Buffer | null {
    const value = text === undefined ? null : Buffer.from(text, 'base64');
    if (value === null || value.length === 32) return value;
    wrong.push(`${name} is not 32 bytes in base64: make one with \`openssl rand -base64 32\`.`);
    return value;
  }

  const encryptionKey = key('ENCRYPTION_KEY', read('ENCRYPTION_KEY'));
  const encryptionKeyPrevious = key('ENCRYPTION_KEY_PREVIOUS', read('ENCRYPTION_KEY_PREVIOUS'));
  if (encryptionKeyPrevious !== null && encryptionKey === null) {
    wrong.push('ENCRYPTION_KEY is missing: ENCRYPTION_KEY_PREVIOUS is the one before it.');
  }
  if (encryptionKey !== null && encryptionKeyPrevious?.equals(encryptionKey)) {
    wrong.push(
      'ENCRYPTION_KEY_PREVIOUS is the same as ENCRYPTION_KEY: give the one before, or leave it out.',
    );
  }
  if (encryptionKey === null && databaseUrl !== null) {
    wrong.push('ENCRYPTION_KEY is missing: with DATABASE_URL it must be given, the same to every server.');
  }

  const parts = (read('RUN') ?? 'web,worker').split(',').map((part) => part.trim());
  for (const part of parts) {
    if (part !== 'web' && part !== 'worker') wrong.push(`RUN holds "${part}": give web, worker, or both.`);
  }

  const webhookAllowedRanges = list('WEBHOOK_ALLOWED_RANGES');
  for (const range of webhookAllowedRanges) {
    if (!isAddressRange(range))
      wrong.push(`WEBHOOK_ALLOWED_RANGES holds "${range}": give ranges like 10.20.0.0/16 or fd00:1::/32.`);
  }

  const supportUrl = read('SUPPORT_URL');
  if (supportUrl !== undefined && !['https:', 'mailto:'].includes(URL.parse(supportUrl)?.protocol ?? '')) {
    wrong.push('SUPPORT_URL is no URL that starts with https:// or mailto:.');
  }

  const dataDir = path.resolve(read('DATA_DIR') ?? 'data');
  const settings: Settings = {
    port,
    host,
    publicUrl,
    dataDir,
    databaseUrl,
    databaseOwnerUrl: url('DATABASE_OWNER_URL', ['postgres:', 'postgresql:']),
    publisherName: read('PUBLISHER_NAME') ?? 'Northlight Software',
    mailFrom,
    smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:']),
    mailHoldSeconds: integer('MAIL_HOLD_SECONDS', 30, 0, 86_400),
    invitationDays: integer('INVITATION_DAYS', 30, 1, 365),
    oidc:
      issuer === null
        ? null
        : { issuer, clientId: clientId ?? '', clientSecret: read('OIDC_CLIENT_SECRET') ?? null },
    encryptionKey,
    encryptionKeyPrevious,
    demo,
    run: { web: parts.includes('web'), worker: parts.includes('worker') },
    rateLimitPerMinute: integer('RATE_LIMIT_PER_MINUTE', 600, 0, 1_000_000),
    trustProxy: list('TRUST_PROXY'),
    webhookAllowedRanges,
    supportPhone: read('SUPPORT_PHONE') ?? null,
    supportUrl: supportUrl ?? null,
    homeUse: {
      termsVersion: read('HOME_USE_TERMS_VERSION') ?? '1',
      termsUrl: url('HOME_USE_TERMS_URL', ['https:']),
      shopUrl: url('HOME_USE_SHOP_URL', ['https:']),
    },
    downloads: {
      directory: path.resolve(read('DOWNLOADS_DIR') ?? path.join(dataDir, 'downloads')),
      s3: bucketOfDownloads(),
    },
    logLevel: choice('LOG_LEVEL', LOG_LEVELS, demo ? 'warn' : 'info'),
  };
  if (/\p{Cc}/u.test(settings.publisherName)) wrong.push('PUBLISHER_NAME holds a control character.');
  if (/[\p{Cc}]|.{41}/u.test(settings.supportPhone ?? '')) {
    wrong.push('SUPPORT_PHONE is no phone number: give at most 40 characters.');
  }
  if (!/^[\x21-\x7e]{1,40}$/.test(settings.homeUse.termsVersion)) {
    wrong.push('HOME_USE_TERMS_VERSION is no version: give at most 40 ASCII characters without blanks.');
  }
  if (wrong.length > 0) throw new SettingsError(wrong.join('\n'));
  return settings;
}

/** Whether a URL points to this machine. */
export function isLoopback(url: string): boolean {
  const hostname = URL.parse(url)?.hostname ?? '';
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function originOf(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.origin ?? null);
}

function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
