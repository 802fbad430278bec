import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { en } from './en.ts';

const messages = Object.entries(en);

function idsWhere(isBad: (message: string) => boolean): string[] {
  return messages.filter(([, message]) => isBad(message)).map(([id]) => id);
}

test('every message can be formatted', () => {
  const failures: string[] = [];
  const intl = createIntl({
    locale: 'en',
    messages: en,
    onError: (error) => failures.push(error.message),
  });
  for (const [id, message] of messages) {
    const names = [...message.matchAll(/\{(\w+)/g)].map(([, name]) => [name, 1]);
    intl.formatMessage({ id }, { ...Object.fromEntries(names), b: (chunks: unknown[]) => chunks.join('') });
  }
  expect(failures).toEqual([]);
});

test('no message says "please" or "successfully", or shouts', () => {
  expect(idsWhere((message) => /\bplease\b|\bsuccessfully\b|!/i.test(message))).toEqual([]);
});

test('no message calls a license ID a contract number', () => {
  expect(idsWhere((message) => /contract number/i.test(message))).toEqual([]);
});

test('no message names the publisher, which is a setting', () => {
  expect(idsWhere((message) => /microsoft|northlight/i.test(message))).toEqual([]);
});
