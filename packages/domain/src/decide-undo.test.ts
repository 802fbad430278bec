import { describe, expect, test } from 'vitest';
import type { LiveGrant } from './assignment-facts.ts';
import { decideAssignments } from './decide-assignments.ts';
import { type ChangedGrant, decideUndo, undoRefusal } from './decide-undo.ts';
import { given, grant, inDays, NOW, pendingPerson, period, person, RUNNING } from './example-facts.ts';

function opened(held: LiveGrant, differing: Partial<ChangedGrant> = {}): ChangedGrant {
  return { ...held, originAgreementId: null, isOpenedByIt: true, isChangedSince: false, ...differing };
}

function closed(held: LiveGrant, differing: Partial<ChangedGrant> = {}): ChangedGrant {
  return opened(held, { grantId: `${held.grantId} closed`, isOpenedByIt: false, ...differing });
}

describe('which changes can be taken back (B8)', () => {
  const facts = {
    kind: 'assignment',
    isUndone: false,
    isAllTheirs: true,
    changesRoles: true,
    isChangedSince: false,
  };

  test.each(['assignment', 'undo'])('an %s can', (kind) => {
    expect(undoRefusal({ ...facts, kind })).toBeNull();
  });

  test.each(['set-up', 'registration', 'contact-change', 'given-up', 'import'])('a %s cannot', (kind) => {
    expect(undoRefusal({ ...facts, kind })).toBe('kind');
  });

  test.each([
    ['one that gave and took no role', { changesRoles: false }, 'kind'],
    ['one that was taken back', { isUndone: true }, 'undone-already'],
    ['one that touches more than the actor administers and sees', { isAllTheirs: false }, 'not-all-yours'],
    ['one that something changed since', { isChangedSince: true }, 'changed-since'],
    [
      'and that of foreign license IDs is not told',
      { isAllTheirs: false, isChangedSince: true },
      'not-all-yours',
    ],
  ] as const)('%s: not', (_what, differing, reason) => {
    expect(undoRefusal({ ...facts, ...differing })).toBe(reason);
  });
});

describe('what taking a change back does (B8)', () => {
  test('what it gave ends, what it took is given again as it was, and the rest of the pair is left alone', () => {
    const added = grant('bjorn', 'E100', 'benefits-reader', { period: period(0) });
    const other = grant('bjorn', 'E100', 'licensing-info-viewer');
    const taken = closed(grant('bjorn', 'E100', 'product-keys-reader', { period: period(-30, 60) }));
    const decision = decideAssignments(
      given([person('bjorn')], [added, other]),
      decideUndo([opened(added), taken], NOW),
    );
    expect(decision.refusals).toEqual([]);
    expect(decision.closed).toEqual([added]);
    expect(decision.opened).toEqual([
      {
        userKey: 'bjorn',
        licenseId: 'E100',
        role: 'product-keys-reader',
        period: period(-30, 60),
        awaits: null,
      },
    ]);
    expect(decision.differences).toEqual([
      {
        userKey: 'bjorn',
        licenseId: 'E100',
        added: ['product-keys-reader'],
        removed: ['benefits-reader'],
        rescheduled: [],
        kept: ['licensing-info-viewer'],
      },
    ]);
    expect(decision.mails).toEqual([{ userKey: 'bjorn', kind: 'permission-change' }]);
  });

  test('a role that was moved in time is moved back, without waiting for systems that know it', () => {
    const moved = grant('bjorn', 'E100', 'benefits-reader', { period: period(-30, 5) });
    const before = closed(grant('bjorn', 'E100', 'benefits-reader'));
    const decision = decideAssignments(
      given([person('bjorn')], [moved], undefined, { opensInto: 'provisioning' }),
      decideUndo([opened(moved), before], NOW),
    );
    expect(decision.differences[0]?.rescheduled).toEqual(['benefits-reader']);
    expect(decision.opened).toMatchObject([{ period: RUNNING, awaits: null }]);
  });

  test('M2: what is given back waits for downstream systems, as it was taken from them too', () => {
    const decision = decideAssignments(
      given([person('bjorn')], [], undefined, { opensInto: 'provisioning' }),
      decideUndo([closed(grant('bjorn', 'E100', 'benefits-reader'))], NOW),
    );
    expect(decision.opened).toMatchObject([{ awaits: 'provisioning' }]);
  });

  test('what would be over by now stays over', () => {
    const over = closed(grant('bjorn', 'E100', 'benefits-reader', { period: period(-30, 5) }));
    expect(decideUndo([over], inDays(5))[0]?.takesBack?.restores).toEqual([]);
    expect(decideUndo([over], inDays(4))[0]?.takesBack?.restores).toHaveLength(1);
  });

  test('what had failed and was assigned again by the change comes not back; what had failed and was removed does', () => {
    const failed = closed(grant('bjorn', 'E100', 'benefits-reader', { awaits: 'assigning-again' }));
    const again = opened(grant('bjorn', 'E100', 'benefits-reader'));
    expect(decideUndo([failed, again], NOW)[0]?.takesBack?.restores).toEqual([]);
    expect(decideUndo([failed], NOW)[0]?.takesBack?.restores).toMatchObject([{ awaits: null }]);
  });

  test('M8: giving back is refused while an earlier change is being applied; only taking away is not', () => {
    const added = grant('bjorn', 'E100', 'benefits-reader', { awaits: 'provisioning' });
    const facts = given([person('bjorn')], [added], undefined, { inProgress: new Set(['bjorn']) });
    expect(decideAssignments(facts, decideUndo([opened(added)], NOW)).refusals).toEqual([]);
    const taken = closed(grant('bjorn', 'E200', 'product-keys-reader'));
    expect(decideAssignments(facts, decideUndo([opened(added), taken], NOW)).refusals).toEqual([
      { kind: 'assignment-in-progress', userKeys: ['bjorn'] },
    ]);
  });

  test('A1: taking back who is the last administrator by now is refused', () => {
    const named = grant('bjorn', 'E100', 'administrator');
    const decision = decideAssignments(given([person('bjorn')], [named]), decideUndo([opened(named)], NOW));
    expect(decision.refusals).toEqual([{ kind: 'last-administrator', licenseIds: ['E100'] }]);
  });

  test('I3: an inherited role that ended with who was gone from the directory is inherited again', () => {
    const taken = closed(grant('bjorn', 'E100', 'administrator', { origin: 'inherited' }), {
      originAgreementId: 'MA-1',
    });
    const admin = grant('amara', 'E100', 'administrator');
    const kept = grant('bjorn', 'E100', 'licensing-info-viewer', { origin: 'inherited' });
    const decision = decideAssignments(
      given([person('amara'), person('bjorn', { present: false })], [admin, kept]),
      decideUndo([taken], NOW),
    );
    expect(decision.opened).toMatchObject([{ role: 'administrator', originAgreementId: 'MA-1' }]);
    expect(decision.closed).toEqual([]);
  });

  test('M9: a contact’s role waits for its contact invitation again, and asks for no other', () => {
    const taken = closed(grant('bjorn', 'E100', 'administrator', { awaits: 'contact-registration' }));
    const decision = decideAssignments(given([pendingPerson('bjorn')], []), decideUndo([taken], NOW));
    expect(decision.opened).toMatchObject([{ awaits: 'contact-registration' }]);
    expect(decision.invitations).toEqual([]);
    expect(decision.mails).toEqual([]);
  });

  test('R9: a role that the actor does not see is not spoken of as kept', () => {
    const unseen = grant('bjorn', 'E100', 'invoice-reader');
    const added = grant('bjorn', 'E100', 'benefits-reader');
    const viewer = { userKey: 'amara', billToOn: new Set<string>() };
    const decision = decideAssignments(
      given([person('bjorn')], [unseen, added], undefined, { viewer }),
      decideUndo([opened(added)], NOW),
    );
    expect(decision.closed).toEqual([added]);
    expect(decision.differences[0]?.kept).toEqual([]);
  });
});
