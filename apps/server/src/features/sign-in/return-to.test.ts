import { expect, test } from 'vitest';
import { localPath } from './return-to.ts';

test.each([
  '/',
  '/home',
  '/o/FEN-100/vl/assignments?status=failed&q=anna#row',
  '/register/AZ-_09?a=%2F%2Fevil.example',
  '/o/1?next=https:%2F%2Fevil.example',
])('the local path %s is kept', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  ['another site', 'https://evil.example/'],
  ['a site without scheme', '//evil.example'],
  ['three slashes', '///evil.example'],
  ['a backslash, which browsers read as a slash', '/\\evil.example'],
  ['a backslash in front', '\\/evil.example'],
  ['slashes later on', '/home//evil.example'],
  ['dots before slashes', '/.//evil.example'],
  ['a tab, which browsers drop', '/\t/evil.example'],
  ['a line break', '/\n/evil.example'],
  ['a carriage return for a header', '/home\r\nset-cookie: a=b'],
  ['a null byte', '/\0/evil.example'],
  ['a blank in front', ' /home'],
  ['a script', 'javascript:alert(1)'],
  ['a data URL', 'data:text/html,x'],
  ['a user in front of a host', '@evil.example'],
  ['no slash', 'home'],
  ['nothing', ''],
  ['nothing at all', undefined],
  ['two of them', ['/home', '//evil.example']],
  ['an object', { path: '//evil.example' }],
  ['the start of a sign-in: it would go round in circles', '/auth/sign-in'],
  ['its callback by dots', '/o/../auth/callback'],
  ['the sign-in page', '/sign-in?problem=sign-in-failed'],
  ['more than anyone types', `/${'a'.repeat(3_000)}`],
])('returnTo with %s leads home', (_name, returnTo) => {
  expect(localPath(returnTo)).toBe('/');
});

test('a path comes out as a header can carry it', () => {
  expect(localPath('/o/1/vl/assignments?q=Åsa')).toBe('/o/1/vl/assignments?q=%C3%85sa');
});
