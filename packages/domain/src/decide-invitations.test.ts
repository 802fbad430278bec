import { describe, expect, test } from 'vitest';
import type { AssignmentFacts, UserFacts, WantedAssignment } from './assignment-facts.ts';
import { decideAssignments } from './decide-assignments.ts';
import { ENDED, given, grant, inDays, pendingPerson, person, wants } from './example-facts.ts';

const amara = person('amara');
const amaraAdministers = [grant('amara', 'E100', 'administrator'), grant('amara', 'E200', 'administrator')];
const waitsOnE100 = grant('chioma', 'E100', 'benefits-reader');
const waitsOnE200 = grant('chioma', 'E200', 'benefits-reader');

describe('S5: a person with nothing registered', () => {
  test('is invited, once, however many license IDs and roles', () => {
    const outcome = decide(
      given([amara, pendingPerson('chioma')], amaraAdministers),
      wants('chioma', 'E100', 'benefits-reader', 'invoice-reader'),
      wants('chioma', 'E200', 'benefits-reader'),
    );
    expect(outcome).toEqual({
      invitations: [{ step: 'open', userKey: 'chioma' }],
      mails: [invites('chioma')],
    });
  });

  test('is invited also where they were not a VL user before', () => {
    expect(decide(given([], []), wants('new@quillfeather.example', 'E100', 'benefits-reader'))).toEqual({
      invitations: [{ step: 'open', userKey: 'new@quillfeather.example' }],
      mails: [invites('new@quillfeather.example')],
    });
  });
});

describe('S6: a person who is registered', () => {
  test.each([
    ['added to', [], wants('bjorn', 'E100', 'benefits-reader')],
    ['removed (M5, M7)', [grant('bjorn', 'E100', 'benefits-reader')], wants('bjorn', 'E100')],
    [
      'rescheduled',
      [grant('bjorn', 'E100', 'benefits-reader')],
      wants('bjorn', 'E100', { role: 'benefits-reader', endsAt: inDays(9) }),
    ],
  ])('is told when roles are %s, and not invited again', (_how, grants, wanted) => {
    expect(decide(given([person('bjorn')], grants), wanted)).toEqual({
      invitations: [],
      mails: [tells('bjorn')],
    });
  });

  test('is told in one mail of changes on many license IDs', () => {
    const outcome = decide(
      given([person('bjorn')], [grant('bjorn', 'E200', 'benefits-reader')]),
      wants('bjorn', 'E100', 'benefits-reader', 'invoice-reader'),
      wants('bjorn', 'E200'),
    );
    expect(outcome.mails).toEqual([tells('bjorn')]);
  });

  test('S9: removed and added again later, is still registered', () => {
    const outcome = decide(given([person('bjorn')], []), wants('bjorn', 'E100', 'benefits-reader'));
    expect(outcome).toEqual({ invitations: [], mails: [tells('bjorn')] });
  });

  test('is not told of a change that changes nothing for them', () => {
    const facts = given([person('bjorn')], [grant('bjorn', 'E100', 'benefits-reader')]);
    expect(decide(facts, wants('bjorn', 'E100', 'benefits-reader'))).toEqual(NOTHING);
  });
});

describe('S9: a pending person has one invitation', () => {
  test('more license IDs join it: same link, a new mail that lists all', () => {
    expect(decide(pending(5), wants('chioma', 'E200', 'benefits-reader'))).toEqual({
      invitations: [{ step: 'extend', userKey: 'chioma' }],
      mails: [invites('chioma')],
    });
  });

  test('more roles on a license ID that it names already join it too', () => {
    expect(
      decide(pending(5), wants('chioma', 'E100', 'benefits-reader', 'invoice-reader')).invitations,
    ).toEqual([{ step: 'extend', userKey: 'chioma' }]);
  });

  test('more roles once it has expired reset it', () => {
    expect(decide(pending(0), wants('chioma', 'E200', 'benefits-reader'))).toEqual({
      invitations: [{ step: 'reset', userKey: 'chioma' }],
      mails: [invites('chioma')],
    });
  });

  test('other dates for what waits are offered by a new mail', () => {
    const later = wants('chioma', 'E100', { role: 'benefits-reader', startsAt: inDays(3) });
    expect(decide(pending(5), later)).toEqual({
      invitations: [{ step: 'extend', userKey: 'chioma' }],
      mails: [invites('chioma')],
    });
  });

  test('some roles taken and others given in one change: one mail', () => {
    expect(decide(pending(5), wants('chioma', 'E100'), wants('chioma', 'E200', 'invoice-reader'))).toEqual({
      invitations: [{ step: 'extend', userKey: 'chioma' }],
      mails: [invites('chioma')],
    });
  });

  test.each([
    ['still good', 5],
    ['expired', 0],
  ])('less shrinks one that is %s, without a mail', (_which, days) => {
    const facts = pending(days, [waitsOnE100, waitsOnE200]);
    expect(decide(facts, wants('chioma', 'E200'))).toEqual({
      invitations: [{ step: 'shrink', userKey: 'chioma' }],
      mails: [],
    });
  });

  test('what waits on a license ID of another administrator keeps it', () => {
    const elsewhere = grant('chioma', 'X900', 'benefits-reader');
    expect(decide(pending(5, [waitsOnE100, elsewhere]), wants('chioma', 'E100')).invitations).toEqual([
      { step: 'shrink', userKey: 'chioma' },
    ]);
  });

  test('a change that changes nothing leaves it alone', () => {
    expect(decide(pending(5), wants('chioma', 'E100', 'benefits-reader'))).toEqual(NOTHING);
  });
});

describe('M9: removing a pending person', () => {
  test('withdraws the invitation, without a mail', () => {
    const facts = pending(5, [waitsOnE100, waitsOnE200]);
    expect(decide(facts, wants('chioma', 'E100'), wants('chioma', 'E200'))).toEqual({
      invitations: [{ step: 'withdraw', userKey: 'chioma' }],
      mails: [],
    });
  });

  test('withdraws it also where nothing is left but grants that have ended', () => {
    const over = { ...waitsOnE200, period: ENDED };
    expect(decide(pending(5, [waitsOnE100, over]), wants('chioma', 'E100')).invitations).toEqual([
      { step: 'withdraw', userKey: 'chioma' },
    ]);
    expect(decide(pending(5, [over]), wants('chioma', 'E200')).invitations).toEqual([
      { step: 'withdraw', userKey: 'chioma' },
    ]);
  });

  test('who was never invited withdraws nothing', () => {
    const facts = given([amara, pendingPerson('chioma')], [...amaraAdministers, waitsOnE100]);
    expect(decide(facts, wants('chioma', 'E100'))).toEqual(NOTHING);
  });
});

describe('A2, M9: a pending contact', () => {
  const contactOfE100 = grant('chioma', 'E100', 'administrator', { awaits: 'contact-registration' });

  test('removed, loses the contact invitation of that license ID', () => {
    const contactOfE200 = grant('chioma', 'E200', 'administrator', { awaits: 'contact-registration' });
    const facts = given(
      [amara, pendingPerson('chioma')],
      [...amaraAdministers, contactOfE100, contactOfE200],
    );
    expect(decide(facts, wants('chioma', 'E100'))).toEqual({
      invitations: [{ step: 'withdraw-contact', userKey: 'chioma', licenseId: 'E100' }],
      mails: [],
    });
  });

  test('removed, keeps the assignment invitation as it was', () => {
    const facts = pending(5, [contactOfE100, waitsOnE200]);
    expect(decide(facts, wants('chioma', 'E100')).invitations).toEqual([
      { step: 'withdraw-contact', userKey: 'chioma', licenseId: 'E100' },
    ]);
  });

  test('keeps the contact invitation while more roles are assigned beside it', () => {
    const facts = given([amara, pendingPerson('chioma')], [...amaraAdministers, contactOfE100]);
    expect(decide(facts, wants('chioma', 'E100', 'administrator', 'benefits-reader'))).toEqual({
      invitations: [{ step: 'open', userKey: 'chioma' }],
      mails: [invites('chioma')],
    });
  });

  test('does not hold the assignment invitation open once no assignment waits', () => {
    const facts = pending(5, [waitsOnE200, contactOfE100]);
    expect(decide(facts, wants('chioma', 'E200')).invitations).toEqual([
      { step: 'withdraw', userKey: 'chioma' },
    ]);
  });

  test('who is a registered VL user already, removed, is told', () => {
    const facts = given([amara, person('chioma')], [...amaraAdministers, contactOfE100]);
    expect(decide(facts, wants('chioma', 'E100'))).toEqual({
      invitations: [{ step: 'withdraw-contact', userKey: 'chioma', licenseId: 'E100' }],
      mails: [tells('chioma')],
    });
  });
});

const NOTHING = { invitations: [], mails: [] };

/** Chioma, who waits to register what is listed, with an invitation that expires so many days from now. */
function pending(invitationExpiresInDays: number, waiting = [waitsOnE100]): AssignmentFacts {
  const chioma: UserFacts = pendingPerson('chioma', invitationExpiresInDays);
  return given([amara, chioma], [...amaraAdministers, ...waiting]);
}

function decide(facts: AssignmentFacts, ...wanted: WantedAssignment[]) {
  const { refusals, invitations, mails } = decideAssignments(facts, wanted);
  expect(refusals).toEqual([]);
  return { invitations, mails };
}

function invites(userKey: string) {
  return { userKey, kind: 'invitation' };
}

function tells(userKey: string) {
  return { userKey, kind: 'permission-change' };
}
