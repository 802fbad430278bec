import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { invitationToken, readInvitationToken } from './invitation-token.ts';

const secret = randomBytes(32);

test('a token tells the invitation and the generation it was made for', () => {
  const id = v7();
  expect(readInvitationToken(secret, invitationToken(secret, id, 3))).toEqual({ id, generation: 3 });
});

test('a token of another server, or one with any bit changed, is none', () => {
  const token = invitationToken(secret, v7(), 1);
  expect(readInvitationToken(randomBytes(32), token)).toBeNull();
  const bytes = Buffer.from(token, 'base64url');
  for (let index = 0; index < bytes.length; index += 1) {
    const forged = Buffer.from(bytes);
    forged[index] = (forged[index] ?? 0) ^ 1;
    expect(readInvitationToken(secret, forged.toString('base64url'))).toBeNull();
  }
});

test.each(['', 'x', '%2e%2e', 'A'.repeat(200)])('%j is no token', (text) => {
  expect(readInvitationToken(secret, text)).toBeNull();
});
