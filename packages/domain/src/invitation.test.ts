import { describe, expect, test } from 'vitest';
import { inDays, NOW } from './example-facts.ts';
import {
  decideRegistration,
  expiryOf,
  type Invitation,
  type Invitee,
  isExpired,
  isInvitee,
  linkRefusal,
  type Registrant,
  resendRefusal,
  resetRefusal,
} from './invitation.ts';

function invitation(differing: Partial<Invitation> = {}): Invitation {
  return {
    kind: 'assignment',
    state: 'open',
    generation: 3,
    sentAt: inDays(-2),
    expiresAt: inDays(7),
    lastSentAt: inDays(-1),
    offerVersion: 5,
    ...differing,
  };
}

const amara: Invitee = { vlUserId: 'amara', signInEmailKey: 'amara@fennimore.example', hasAccount: false };
const amaraSignedIn: Registrant = { vlUserId: null, verifiedEmailKey: 'amara@fennimore.example' };
const bjornSignedIn: Registrant = { vlUserId: 'bjorn', verifiedEmailKey: 'bjorn@fennimore.example' };
const strangerSignedIn: Registrant = { vlUserId: null, verifiedEmailKey: 'stranger@quillfeather.example' };

describe('G1: a link', () => {
  test('of an open invitation is good', () => {
    expect(linkRefusal(invitation(), 3, NOW)).toBeNull();
  });

  test('of a registered invitation is used', () => {
    expect(linkRefusal(invitation({ state: 'registered' }), 3, NOW)).toBe('invitation-used');
  });

  test('of a withdrawn invitation answers as unknown (S9)', () => {
    expect(linkRefusal(invitation({ state: 'withdrawn' }), 3, NOW)).toBe('invitation-not-found');
  });

  test('from before a reset is dead (M3)', () => {
    expect(linkRefusal(invitation(), 2, NOW)).toBe('invitation-reset');
  });

  test('is expired from the moment of expiry, and good a moment earlier', () => {
    const expiresAt = inDays(7);
    expect(linkRefusal(invitation({ expiresAt }), 3, expiresAt)).toBe('invitation-expired');
    expect(linkRefusal(invitation({ expiresAt }), 3, new Date(expiresAt.getTime() - 1))).toBeNull();
  });

  test('that was reset and then used, or reset and then expired, says the thing to act on', () => {
    expect(linkRefusal(invitation({ state: 'registered' }), 2, NOW)).toBe('invitation-used');
    expect(linkRefusal(invitation({ expiresAt: NOW }), 2, NOW)).toBe('invitation-reset');
  });
});

describe('S5: the invitee is recognized', () => {
  test('by the verified sign-in e-mail, once, before any account is bound', () => {
    expect(isInvitee(amaraSignedIn, amara)).toBe(true);
  });

  test('by account from then on', () => {
    const bound = { ...amara, hasAccount: true };
    expect(isInvitee({ vlUserId: 'amara', verifiedEmailKey: 'renamed@fennimore.example' }, bound)).toBe(true);
  });

  test.each<[string, Registrant, Invitee]>([
    ['another address', strangerSignedIn, amara],
    ['an address that was not verified', { vlUserId: null, verifiedEmailKey: null }, amara],
    ['the address of someone whose account is bound already', amaraSignedIn, { ...amara, hasAccount: true }],
    ['an account of another VL user', { ...amaraSignedIn, vlUserId: 'bjorn' }, amara],
  ])('not by %s', (_by, registrant, invitee) => {
    expect(isInvitee(registrant, invitee)).toBe(false);
  });
});

describe('S5: an assignment invitation', () => {
  test('is registered by the person it names', () => {
    expect(register(amaraSignedIn)).toEqual({ kind: 'register', byInvitee: true });
  });

  test.each([bjornSignedIn, strangerSignedIn])('is refused to everybody else', (registrant) => {
    expect(register(registrant)).toEqual({ kind: 'refused', refusal: 'wrong-account' });
  });
});

describe('A3: a contact invitation', () => {
  const contact = { kind: 'contact' } as const;

  test('is registered by the contact', () => {
    expect(register(amaraSignedIn, contact)).toEqual({ kind: 'register', byInvitee: true });
  });

  test.each([bjornSignedIn, strangerSignedIn])(
    'may be registered by whomever it was forwarded to, and says that it was not the contact',
    (registrant) => {
      expect(register(registrant, contact)).toEqual({ kind: 'register', byInvitee: false });
    },
  );

  test('cannot be forwarded any more once the contact has registered (M9)', () => {
    expect(register(strangerSignedIn, { ...contact, state: 'registered' })).toEqual({
      kind: 'refused',
      refusal: 'invitation-used',
    });
  });
});

describe('registering', () => {
  test('the offer as it was shown is taken; one that has changed since is not', () => {
    expect(register(amaraSignedIn, {}, 5)).toEqual({ kind: 'register', byInvitee: true });
    expect(register(amaraSignedIn, {}, 4)).toEqual({ kind: 'refused', refusal: 'stale-version' });
  });

  test('the wrong account is not told that an offer changed', () => {
    expect(register(strangerSignedIn, {}, 4)).toEqual({ kind: 'refused', refusal: 'wrong-account' });
  });

  test.each<[string, Partial<Invitation>]>([
    ['invitation-not-found', { state: 'withdrawn' }],
    ['invitation-used', { state: 'registered' }],
    ['invitation-reset', { generation: 4 }],
    ['invitation-expired', { expiresAt: NOW }],
  ])('by a bad link is refused alike to everybody: %s', (refusal, differing) => {
    for (const registrant of [amaraSignedIn, strangerSignedIn]) {
      expect(register(registrant, differing, 5)).toEqual({ kind: 'refused', refusal });
    }
  });
});

describe('M3, M9: Resend mails the same link again', () => {
  test('a minute after the last mail, and no sooner', () => {
    const sentAgo = (ms: number) => invitation({ lastSentAt: new Date(NOW.getTime() - ms) });
    expect(resendRefusal(sentAgo(60_000), NOW)).toBeNull();
    expect(resendRefusal(sentAgo(59_999), NOW)).toBe('resent-too-soon');
  });

  test.each<[string, Partial<Invitation>]>([
    ['invitation-expired', { expiresAt: NOW }],
    ['invitation-used', { state: 'registered' }],
    ['invitation-not-found', { state: 'withdrawn' }],
  ])('unless it is over: %s', (refusal, differing) => {
    expect(resendRefusal(invitation(differing), NOW)).toBe(refusal);
  });
});

describe('M3, M9: Reset', () => {
  test.each<[string, Partial<Invitation>]>([
    ['one that is sent', {}],
    ['one that has expired', { expiresAt: inDays(-1) }],
    ['one that was mailed a moment ago', { lastSentAt: NOW }],
  ])('replaces the link of %s', (_which, differing) => {
    expect(resetRefusal(invitation(differing), NOW)).toBeNull();
  });

  test('is refused within a minute of the last reset, and no longer', () => {
    const resetAgo = (ms: number) => invitation({ sentAt: new Date(NOW.getTime() - ms) });
    expect(resetRefusal(resetAgo(59_999), NOW)).toBe('resent-too-soon');
    expect(resetRefusal(resetAgo(60_000), NOW)).toBeNull();
  });

  test.each<[string, Partial<Invitation>]>([
    ['it was never reset', { generation: 1 }],
    ['it has expired', { expiresAt: NOW }],
  ])('is not refused within the minute where %s', (_why, differing) => {
    expect(resetRefusal(invitation({ sentAt: NOW, lastSentAt: NOW, ...differing }), NOW)).toBeNull();
  });

  test.each<[string, Partial<Invitation>]>([
    ['invitation-used', { state: 'registered' }],
    ['invitation-not-found', { state: 'withdrawn' }],
  ])('is refused once it is over: %s', (refusal, differing) => {
    expect(resetRefusal(invitation(differing), NOW)).toBe(refusal);
  });
});

test('an invitation is good for the days of the setting, to the millisecond', () => {
  const expiresAt = expiryOf(NOW, 30);
  expect(expiresAt).toEqual(inDays(30));
  expect(isExpired({ expiresAt }, new Date(expiresAt.getTime() - 1))).toBe(false);
  expect(isExpired({ expiresAt }, expiresAt)).toBe(true);
});

function register(
  registrant: Registrant,
  differing: Partial<Invitation> = {},
  offerVersion: number | null = null,
) {
  const facts = { invitation: invitation(differing), linkGeneration: 3, registrant, invitee: amara, at: NOW };
  return decideRegistration(facts, offerVersion);
}
