import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openSealedText, sealText } from './sealed-text.ts';

const key = randomBytes(32);
const text = '{"token":"mun_Grüße"}';

test('a sealed text opens with its key, and shows nothing without it', () => {
  const sealed = sealText(key, text);
  expect(openSealedText(key, sealed)).toBe(text);
  expect(Buffer.from(sealed, 'base64').includes('mun_')).toBe(false);
  expect(sealText(key, text)).not.toBe(sealed);
});

test('a sealed text that was changed, or another key, opens nothing', () => {
  const bytes = Buffer.from(sealText(key, text), 'base64');
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
  expect(() => openSealedText(key, bytes.toString('base64'))).toThrow();
  expect(() => openSealedText(randomBytes(32), sealText(key, text))).toThrow();
});
