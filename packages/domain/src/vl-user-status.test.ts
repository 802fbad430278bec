import { describe, expect, test } from 'vitest';
import { inDays, NOW } from './example-facts.ts';
import { grantStanding, VL_USER_STATUSES, vlUserActions, vlUserStatus } from './vl-user-status.ts';

describe('M2: one open grant stands as', () => {
  test('active once its holder is registered', () => {
    expect(standing({ holderRegistered: true })).toBe('active');
  });

  test('active for a registered holder, however old an invitation is', () => {
    expect(standing({ holderRegistered: true, invitationExpiresAt: inDays(-9) })).toBe('active');
  });

  test('invitation sent while it waits for its holder', () => {
    expect(standing({ invitationExpiresAt: inDays(1) })).toBe('invitation-sent');
  });

  test.each([
    [
      'user not found, whatever else holds',
      { holderPresent: false, awaits: 'provisioning' as const },
      'user-not-found',
    ],
    [
      'assignment in progress while systems are waited for',
      { awaits: 'provisioning' as const },
      'assignment-in-progress',
    ],
    ['failed until it is assigned again', { awaits: 'assigning-again' as const }, 'failed'],
  ])('M2: %s', (_how, facts, status) => {
    expect(standing({ holderRegistered: true, ...facts })).toBe(status);
  });

  test('invitation expired from the moment of expiry', () => {
    expect(standing({ invitationExpiresAt: NOW })).toBe('invitation-expired');
  });

  test('invitation sent where a registered contact has yet to register this license ID (A3)', () => {
    expect(
      standing({
        holderRegistered: true,
        awaits: 'contact-registration',
        invitationExpiresAt: inDays(1),
      }),
    ).toBe('invitation-sent');
  });
});

describe('M2: where several statuses hold, the first of the order is shown', () => {
  test('the order is the one of the requirement', () => {
    expect(VL_USER_STATUSES).toEqual([
      'user-not-found',
      'failed',
      'assignment-in-progress',
      'active',
      'invitation-expired',
      'invitation-sent',
    ]);
  });

  test.each([
    ['registered on one, waiting on others', ['invitation-sent', 'active', 'invitation-expired'], 'active'],
    ['waiting, and not registered in time', ['invitation-sent', 'invitation-expired'], 'invitation-expired'],
    ['waiting', ['invitation-sent', 'invitation-sent'], 'invitation-sent'],
  ] as const)('%s', (_how, standings, status) => {
    expect(vlUserStatus(standings)).toBe(status);
    expect(vlUserStatus(standings.toReversed())).toBe(status);
  });

  test('M1: who holds nothing that the viewer administers has no status, hence no row', () => {
    expect(vlUserStatus([])).toBeNull();
  });
});

describe('M3: an administrator can', () => {
  test('view access, always', () => {
    expect(vlUserActions([], NOW)).toEqual(['view-access']);
  });

  test('resend or reset an invitation that is sent', () => {
    expect(vlUserActions([{ expiresAt: inDays(1) }], NOW)).toEqual([
      'view-access',
      'resend-invite',
      'reset-invite',
    ]);
  });

  test('only reset one that has expired', () => {
    expect(vlUserActions([{ expiresAt: NOW }], NOW)).toEqual(['view-access', 'reset-invite']);
  });

  test('resend the good one where a contact invitation and an assignment invitation are open', () => {
    expect(vlUserActions([{ expiresAt: NOW }, { expiresAt: inDays(1) }], NOW)).toContain('resend-invite');
  });
});

function standing(differing: Partial<Parameters<typeof grantStanding>[0]>) {
  const waiting = { holderRegistered: false, holderPresent: true, awaits: null, invitationExpiresAt: null };
  return grantStanding({ ...waiting, ...differing }, NOW);
}
