import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../apps/server/src/settings.ts';
import { ROOT, readDocument, tableAfter } from './read-documents.ts';

const rows = tableAfter('## Settings', readDocument('README.md').text);
const source = readFileSync(join(ROOT, 'apps/server/src/settings.ts'), 'utf8');

const written = (cell: string) => cell.replaceAll('`', '');

test('the settings table names every setting that the server reads, and no other', () => {
  const read = source.matchAll(/\b(?:read|integer|url|choice|list)\(\s*'([A-Z0-9_]+)'/g);
  const names = [...new Set([...read].map(([, name]) => name))];
  expect(names.length).toBeGreaterThan(10);
  expect(rows.map(([name = '']) => written(name)).sort()).toEqual(names.sort());
});

test('the defaults in the settings table are those of a server that is told nothing', () => {
  const settings = readSettings({});
  const defaults = Object.fromEntries(rows.map(([name = '', value = '']) => [written(name), written(value)]));
  expect(defaults).toMatchObject({
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLISHER_NAME: settings.publisherName,
    MAIL_FROM: settings.mailFrom,
    MAIL_HOLD_SECONDS: String(settings.mailHoldSeconds),
    INVITATION_DAYS: String(settings.invitationDays),
    RATE_LIMIT_PER_MINUTE: String(settings.rateLimitPerMinute),
    RUN: 'web,worker',
  });
  expect(settings).toMatchObject({
    databaseUrl: null,
    smtpUrl: null,
    oidc: null,
    demo: true,
    trustProxy: [],
  });
  expect(settings.run).toEqual({ web: true, worker: true });
  expect(settings.dataDir).toBe(join(process.cwd(), defaults.DATA_DIR ?? ''));
});
