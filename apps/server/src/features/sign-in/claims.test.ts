import type { IDToken } from 'openid-client';
import { expect, test } from 'vitest';
import { personOf } from './claims.ts';

const ENTRA = 'https://login.microsoftonline.com/4d3c7e5a-0000-4000-8000-000000000000/v2.0';

function idToken(claims: Record<string, unknown>): IDToken {
  return { iss: 'https://id.example', sub: 's', aud: 'console', iat: 0, exp: 1, ...claims };
}

test.each([
  [true, true],
  ['1', true],
  [1, true],
  [false, false],
  ['0', false],
  [undefined, false],
])('Entra ID vouches for an address by xms_edov: %s gives %s', async (xms_edov, emailVerified) => {
  const token = idToken({ iss: ENTRA, name: 'A', email: 'a@fennimore.example', xms_edov });
  expect(await personOf(token, null)).toMatchObject({ issuer: ENTRA, emailVerified });
});

test('xms_edov of any other issuer means nothing', async () => {
  for (const iss of ['https://id.example', 'https://login.microsoftonline.com.evil.example/v2.0']) {
    const token = idToken({ iss, email: 'a@fennimore.example', xms_edov: true });
    expect(await personOf(token, null)).toMatchObject({ emailVerified: false });
  }
});

test('a UserInfo endpoint that fails is borne where the ID token holds an address', async () => {
  const fails = () => Promise.reject(new Error('away'));
  expect(await personOf(idToken({ email: 'a@fennimore.example' }), fails)).toMatchObject({
    email: 'a@fennimore.example',
    emailVerified: false,
  });
  await expect(personOf(idToken({}), fails)).rejects.toThrow('away');
});

test('UserInfo is not asked where the ID token says it all', async () => {
  const token = idToken({ name: 'A', email: 'a@fennimore.example', email_verified: true });
  expect(await personOf(token, () => Promise.reject(new Error('asked')))).toMatchObject({ displayName: 'A' });
});

test.each([
  [{ given_name: 'Mara', family_name: 'Lind' }, 'Mara Lind'],
  [{ preferred_username: 'mara.lind' }, 'mara.lind'],
  [{ name: '  ', email: 'mara@fennimore.example' }, 'mara@fennimore.example'],
  [{ name: 'x'.repeat(500) }, 'x'.repeat(200)],
  [{}, 's'],
])('of %j the name is %s', async (claims, displayName) => {
  expect(await personOf(idToken(claims), null)).toMatchObject({ displayName });
});

test('a long address is not cut into another one', async () => {
  const email = `${'a'.repeat(60)}@${'b'.repeat(200)}.example`;
  expect(await personOf(idToken({ email }), null)).toMatchObject({ email });
});
