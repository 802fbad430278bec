import { expect, test } from 'vitest';
import { domainOf, emailDomainKey, emailKey } from './email-address.ts';

test.each([
  ['Amara.Nwosu@Fennimore.EXAMPLE', 'amara.nwosu@fennimore.example'],
  ['josé@bücher.example', 'josé@xn--bcher-kva.example'],
  ['jose\u0301@xn--bcher-kva.example', 'josé@xn--bcher-kva.example'],
  ["o'hara+vl@fennimore.example", "o'hara+vl@fennimore.example"],
])('%s is compared as %s', (address, key) => {
  expect(emailKey(address)).toBe(key);
});

test.each([
  '',
  'amara',
  '@fennimore.example',
  'amara@',
  'amara@a@b.example',
  'amara@fennimore.example\r\nBcc: x@y.example',
  'amara nwosu@fennimore.example',
  'amara@fennimore.example,other@fennimore.example',
  '<amara@fennimore.example>',
  'amara@fennimore..example',
  'amara@1.2.3',
  'amara@host/path',
  'am\ud800ra@fennimore.example',
  `${'a'.repeat(65)}@fennimore.example`,
  `amara@${'a'.repeat(300)}.example`,
])('%j is no e-mail address', (text) => {
  expect(emailKey(text)).toBeNull();
});

test.each([
  ['Fennimore.EXAMPLE', 'fennimore.example'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['@fennimore.example', null],
  ['a@fennimore.example', null],
  ['fennimore.example/path', null],
  ['', null],
])('the e-mail domain %j is compared as %j', (domain, key) => {
  expect(emailDomainKey(domain)).toBe(key);
});

test('the domain of an address is compared as the domain by itself', () => {
  expect(domainOf(emailKey('josé@Bücher.example') ?? '')).toBe(emailDomainKey('bücher.example'));
});
