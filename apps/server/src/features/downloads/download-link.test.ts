import { randomBytes } from 'node:crypto';
import { v4 } from 'uuid';
import { expect, test } from 'vitest';
import { downloadToken, type LinkClaims, readDownloadToken } from './download-link.ts';

const secret = Buffer.alloc(32, 'one');
const claims: LinkClaims = {
  linkId: v4(),
  organizationId: v4(),
  vlUserId: v4(),
  licenseId: v4(),
  downloadId: v4(),
  sha256: randomBytes(32),
  expiresAt: new Date('2026-11-24T18:00:00.123Z'),
};

test('W5 a link says what it is good for, and fits into a path', () => {
  const token = downloadToken(secret, claims);
  expect(readDownloadToken(secret, token)).toEqual(claims);
  expect(token).toMatch(/^[\w-]{200}$/);
});

test('W5 a link of another key, or one with any bit changed, is none', () => {
  const token = downloadToken(secret, claims);
  expect(readDownloadToken(Buffer.alloc(32, 'two'), token)).toBeNull();
  const bytes = Buffer.from(token, 'base64url');
  for (let place = 0; place < bytes.length; place += 1) {
    const altered = Buffer.from(bytes);
    altered[place] = (altered[place] ?? 0) ^ 1;
    expect(readDownloadToken(secret, altered.toString('base64url'))).toBeNull();
  }
});

test.each(['', 'x', '%', `${'A'.repeat(199)}!`, 'A'.repeat(200), 'A'.repeat(500)])(
  'W5 %j is no link',
  (text) => {
    expect(readDownloadToken(secret, text)).toBeNull();
  },
);

test('W5 a link has one spelling', () => {
  const token = downloadToken(secret, claims);
  expect(readDownloadToken(secret, `${token}=`)).toBeNull();
  expect(readDownloadToken(secret, ` ${token}`)).toBeNull();
});
