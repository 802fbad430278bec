import { expect, test } from 'vitest';
import { loggedPath } from './logged-request.ts';

test.each([
  ['/register/AbC-123', '/register/:token'],
  ['/register/AbC-123/', '/register/:token/'],
  ['/v1/invitations/AbC-123/register?x=1', '/v1/invitations/:token/register'],
  ['/v1/invitations//AbC-123', '/v1/invitations//:token'],
  ['/V1/Invitations/AbC-123', '/V1/Invitations/:token'],
  ['/v1/files/AbC-123', '/v1/files/:token'],
  ['/v1/me?token=AbC-123', '/v1/me'],
])('%s is logged as %s: neither an invitation nor a download can be had from a log', (url, logged) => {
  expect(loggedPath(url)).toBe(logged);
});

test.each([
  ['/v1/licenses/L1/keys/ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2/reveal', '/v1/licenses/L1/keys/:key/reveal'],
  [
    '/v1/licenses/L1/keys/019ab04c-6a52-7e0c-a5cf-5f3a3f2c7b19/reveal',
    '/v1/licenses/L1/keys/019ab04c-6a52-7e0c-a5cf-5f3a3f2c7b19/reveal',
  ],
  ['/v1/keys/export', '/v1/keys/export'],
  ['/v1/keys', '/v1/keys'],
])('W3 %s is logged as %s: no product key can be had from a log', (url, logged) => {
  expect(loggedPath(url)).toBe(logged);
});
