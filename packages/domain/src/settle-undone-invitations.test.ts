import { describe, expect, test } from 'vitest';
import type { AssignmentDecision, InvitationStep, MailStep } from './assignment-decision.ts';
import { given, inDays, NOW, pendingPerson, person } from './example-facts.ts';
import { settleUndoneInvitations, type TouchedInvitation } from './settle-undone-invitations.ts';

const CHANGED_AT = inDays(-1);
const BEFORE = { generation: 1, sentAt: inDays(-9), lastSentAt: inDays(-9), expiresAt: inDays(21) };
const FACTS = given([pendingPerson('bjorn', 21), person('amara')], []);

function touched(
  step: TouchedInvitation['step'],
  now: Partial<TouchedInvitation['now']>,
  differing: Partial<TouchedInvitation> = {},
): TouchedInvitation {
  return {
    invitationId: 'i1',
    userKey: 'bjorn',
    licenseId: null,
    step,
    before: BEFORE,
    now: { ...BEFORE, state: 'open', ...now },
    isReplaced: false,
    isMailed: true,
    ...differing,
  };
}

/** Settles one decided step and its mail. */
function settle(
  decided: InvitationStep['step'] & ('open' | 'extend' | 'reset' | 'shrink' | 'withdraw'),
  invitation: TouchedInvitation,
  untold: readonly string[] = [],
) {
  const mails: MailStep[] =
    decided === 'open' || decided === 'extend' || decided === 'reset'
      ? [{ userKey: 'bjorn', kind: 'invitation' }]
      : [];
  const { decision } = settleUndoneInvitations(
    FACTS,
    decisionOf([{ step: decided, userKey: 'bjorn' }], mails),
    {
      changedAt: CHANGED_AT,
      touched: [invitation],
      untold: new Set(untold),
    },
  );
  return { step: decision.invitations[0], mails: decision.mails };
}

function decisionOf(invitations: InvitationStep[], mails: MailStep[]): AssignmentDecision {
  return { refusals: [], differences: [], opened: [], closed: [], administrators: [], invitations, mails };
}

const restored = (to: TouchedInvitation['before']) => ({
  step: { step: 'restore', userKey: 'bjorn', invitationId: 'i1', to },
  mails: [],
});

describe('invitations are put back as the change found them (B8, S9)', () => {
  test('a withdrawn one is open again, its link good again, without a mail', () => {
    expect(settle('open', touched('withdraw', { state: 'withdrawn' }))).toEqual(restored(BEFORE));
  });

  test('whoever never got its link gets it now', () => {
    const never = touched('withdraw', { state: 'withdrawn' }, { isMailed: false });
    expect(settle('open', never).mails).toEqual([{ userKey: 'bjorn', kind: 'invitation' }]);
  });

  test('one that offered less offers all again, without a mail', () => {
    expect(settle('extend', touched('shrink', {}))).toEqual(restored(BEFORE));
  });

  test('one that had run out before is as it was; one that ran out since gets a new link', () => {
    const over = { ...BEFORE, expiresAt: inDays(-3) };
    const before = touched('shrink', { expiresAt: inDays(-3) }, { before: over });
    expect(settle('reset', before).step).toMatchObject({ step: 'restore' });
    const since = touched(
      'shrink',
      { expiresAt: inDays(-0.5) },
      { before: { ...BEFORE, expiresAt: inDays(-0.5) } },
    );
    expect(settle('reset', since)).toMatchObject({
      step: { step: 'reset' },
      mails: [{ kind: 'invitation' }],
    });
    const withdrawn = touched(
      'withdraw',
      { state: 'withdrawn', expiresAt: inDays(-0.5) },
      { before: since.before },
    );
    expect(settle('open', withdrawn).step).toMatchObject({ step: 'open' });
  });

  test('one that was joined is as if nothing had been mailed, where nothing was', () => {
    const joined = touched('extend', { lastSentAt: CHANGED_AT });
    expect(settle('shrink', joined, ['bjorn'])).toEqual(restored(BEFORE));
    expect(settle('shrink', joined).step).toMatchObject({ step: 'shrink' });
  });

  test('one that was reset has its earlier link again, where the new one never went out', () => {
    const reset = touched('reset', { generation: 2, sentAt: CHANGED_AT, expiresAt: inDays(29) });
    expect(settle('shrink', reset, ['bjorn'])).toEqual(restored(BEFORE));
    expect(settle('shrink', reset).step).toMatchObject({ step: 'shrink' });
    const again = touched('reset', { generation: 3 });
    expect(settle('shrink', again, ['bjorn']).step).toMatchObject({ step: 'shrink' });
  });

  test('where somebody invited them anew, that invitation is joined', () => {
    const replaced = touched('withdraw', { state: 'withdrawn' }, { isReplaced: true });
    expect(settle('extend', replaced)).toMatchObject({
      step: { step: 'extend' },
      mails: [{ kind: 'invitation' }],
    });
  });

  test('M9: a contact’s invitation is open again, unless another one is', () => {
    const opened = [
      {
        userKey: 'bjorn',
        licenseId: 'E100',
        role: 'administrator' as const,
        period: { startsAt: NOW, endsAt: null },
        awaits: 'contact-registration' as const,
      },
    ];
    const contact = touched('withdraw-contact', { state: 'withdrawn' }, { licenseId: 'E100' });
    const settleContact = (invitations: TouchedInvitation[]) =>
      settleUndoneInvitations(
        FACTS,
        { ...decisionOf([], []), opened },
        {
          changedAt: CHANGED_AT,
          touched: invitations,
          untold: new Set(),
        },
      );
    expect(settleContact([contact])).toMatchObject({
      decision: { invitations: [{ step: 'restore', invitationId: 'i1', to: BEFORE }] },
      lostContacts: [],
    });
    expect(settleContact([{ ...contact, isReplaced: true }]).lostContacts).toEqual(['E100']);
    expect(settleContact([]).lostContacts).toEqual(['E100']);
  });
});

test('S6: whoever never heard of the change hears nothing of its undo, and whoever did does', () => {
  const mails: MailStep[] = [
    { userKey: 'amara', kind: 'permission-change' },
    { userKey: 'chioma', kind: 'permission-change' },
  ];
  const { decision } = settleUndoneInvitations(FACTS, decisionOf([], mails), {
    changedAt: CHANGED_AT,
    touched: [],
    untold: new Set(['amara']),
  });
  expect(decision.mails).toEqual([{ userKey: 'chioma', kind: 'permission-change' }]);
});
