import { describe, expect, test } from 'vitest';
import type { AssignmentFacts, WantedAssignment } from './assignment-facts.ts';
import { decideAssignments } from './decide-assignments.ts';
import { ENDED, given, grant, inDays, NOW, pendingPerson, period, person, wants } from './example-facts.ts';

const amara = person('amara');
const amaraAdministersE100 = grant('amara', 'E100', 'administrator');
const bjornReads = grant('bjorn', 'E100', 'benefits-reader');

describe('S3, S4: assigning', () => {
  test('R8: several roles on several license IDs, several people, are one decision', () => {
    const decision = decideAssignments(given([amara, person('bjorn'), pendingPerson('chioma')], []), [
      wants('bjorn', 'E100', 'benefits-reader', 'product-keys-reader'),
      wants('bjorn', 'E200', 'licensing-info-viewer'),
      wants('chioma', 'E100', 'online-services-manager'),
    ]);
    expect(decision.refusals).toEqual([]);
    expect(decision.opened).toEqual([
      { userKey: 'bjorn', licenseId: 'E100', role: 'benefits-reader', period: period(0) },
      { userKey: 'bjorn', licenseId: 'E100', role: 'product-keys-reader', period: period(0) },
      { userKey: 'bjorn', licenseId: 'E200', role: 'licensing-info-viewer', period: period(0) },
      { userKey: 'chioma', licenseId: 'E100', role: 'online-services-manager', period: period(0) },
    ]);
    expect(decision.closed).toEqual([]);
  });

  test('the wanted roles replace the held ones: some added, some removed, some kept', () => {
    const keeps = grant('bjorn', 'E100', 'product-keys-reader');
    const decision = decideAssignments(given([person('bjorn')], [bjornReads, keeps]), [
      wants('bjorn', 'E100', 'product-keys-reader', 'invoice-reader'),
    ]);
    expect(decision.differences).toEqual([
      difference('bjorn', 'E100', {
        added: ['invoice-reader'],
        removed: ['benefits-reader'],
        kept: ['product-keys-reader'],
      }),
    ]);
    expect(decision.closed).toEqual([bjornReads]);
    expect(decision.opened.map((opening) => opening.role)).toEqual(['invoice-reader']);
  });

  test('asking for what is held already changes nothing and mails nobody', () => {
    const decision = decideAssignments(given([person('bjorn')], [bjornReads]), [
      wants('bjorn', 'E100', 'benefits-reader'),
    ]);
    expect(decision).toEqual({
      ...NOTHING,
      differences: [difference('bjorn', 'E100', { kept: ['benefits-reader'] })],
    });
  });

  test('M5: what someone holds on a license ID that the change does not name is not touched', () => {
    const elsewhere = grant('bjorn', 'E200', 'benefits-reader');
    const decision = decideAssignments(given([person('bjorn')], [bjornReads, elsewhere]), [
      wants('bjorn', 'E100'),
    ]);
    expect(decision.closed).toEqual([bjornReads]);
  });

  test('no pairs at all is a change of nothing', () => {
    expect(decideAssignments(given([], []), [])).toEqual(NOTHING);
  });
});

describe('R10: a license ID that the actor does not administer', () => {
  const wanted = [wants('bjorn', 'E100', 'benefits-reader'), wants('bjorn', 'X900')];

  test('is not found, and the whole change with it', () => {
    expect(decideAssignments(given([person('bjorn')], []), wanted)).toEqual({
      ...NOTHING,
      refusals: [{ kind: 'license-id-not-found', licenseIds: ['X900'] }],
    });
  });

  test('is refused in the same words whether or not it exists and whoever holds what there', () => {
    const itsGrants = [
      grant('bjorn', 'X900', 'benefits-reader'),
      grant('dana', 'X900', 'administrator'),
      grant('bjorn', 'X900', 'administrator', { origin: 'inherited' }),
    ];
    const ofExisting = decideAssignments(given([person('bjorn'), person('dana')], itsGrants), wanted);
    expect(ofExisting).toEqual(decideAssignments(given([], []), wanted));
  });

  test('is named once, however often it was asked for', () => {
    const twice = [wants('bjorn', 'X900'), wants('chioma', 'X900'), wants('chioma', 'X901')];
    expect(decideAssignments(given([], []), twice).refusals).toEqual([
      { kind: 'license-id-not-found', licenseIds: ['X900', 'X901'] },
    ]);
  });
});

describe('I3: inherited roles', () => {
  const inherited = grant('bjorn', 'E100', 'administrator', { origin: 'inherited' });

  test('stay when a change leaves them out', () => {
    const decision = decideAssignments(given([person('bjorn')], [inherited, bjornReads]), [
      wants('bjorn', 'E100'),
    ]);
    expect(decision.refusals).toEqual([]);
    expect(decision.closed).toEqual([bjornReads]);
    expect(decision.differences).toEqual([difference('bjorn', 'E100', { removed: ['benefits-reader'] })]);
  });

  test('are refused when a change names them, with the place in the list', () => {
    expect(
      refusalsOf(
        given([amara, person('bjorn')], [inherited]),
        wants('amara', 'E200', 'benefits-reader'),
        wants('bjorn', 'E100', 'benefits-reader', 'administrator'),
      ),
    ).toEqual([{ kind: 'role-inherited', places: [{ assignment: 1, role: 1 }] }]);
  });

  test('are refused also where the same role was once assigned and has ended', () => {
    const over = grant('bjorn', 'E100', 'administrator', { period: ENDED });
    expect(
      refusalsOf(given([person('bjorn')], [inherited, over]), wants('bjorn', 'E100', 'administrator')),
    ).toEqual([{ kind: 'role-inherited', places: [{ assignment: 0, role: 0 }] }]);
  });

  test('held assigned as well, the assigned one is kept or removed like any other', () => {
    const assigned = grant('bjorn', 'E100', 'administrator');
    const facts = given([person('bjorn')], [inherited, assigned]);
    expect(decideAssignments(facts, [wants('bjorn', 'E100', 'administrator')]).differences).toEqual([
      difference('bjorn', 'E100', { kept: ['administrator'] }),
    ]);
    expect(decideAssignments(facts, [wants('bjorn', 'E100')]).closed).toEqual([assigned]);
  });

  test('no longer lock the role once they have ended', () => {
    const over = { ...inherited, period: ENDED };
    expect(refusalsOf(given([person('bjorn')], [over]), wants('bjorn', 'E100', 'administrator'))).toEqual([]);
  });
});

describe('B6: periods', () => {
  const bounded = { ...bjornReads, period: period(-5, 5) };

  test('left out, a held period stays as it is', () => {
    const decision = decideAssignments(given([person('bjorn')], [bounded]), [
      wants('bjorn', 'E100', 'benefits-reader'),
    ]);
    expect(decision.differences).toEqual([difference('bjorn', 'E100', { kept: ['benefits-reader'] })]);
  });

  test.each([
    ['a new end', { endsAt: inDays(9) }, period(-5, 9)],
    ['no end any more', { endsAt: null }, period(-5)],
    ['a start to come', { startsAt: inDays(2) }, period(2, 5)],
    ['both', { startsAt: NOW, endsAt: inDays(1) }, period(0, 1)],
  ])('%s closes the grant and opens another: it is never rewritten', (_what, dates, then) => {
    const decision = decideAssignments(given([person('bjorn')], [bounded]), [
      wants('bjorn', 'E100', { role: 'benefits-reader', ...dates }),
    ]);
    expect(decision.closed).toEqual([bounded]);
    expect(decision.opened).toEqual([
      { userKey: 'bjorn', licenseId: 'E100', role: 'benefits-reader', period: then },
    ]);
    expect(decision.differences).toEqual([difference('bjorn', 'E100', { rescheduled: ['benefits-reader'] })]);
  });

  test.each([
    ['ends before it starts', { startsAt: inDays(5), endsAt: inDays(4) }],
    ['ends as it starts', { startsAt: inDays(5), endsAt: inDays(5) }],
    ['is over already', { endsAt: NOW }],
    ['starts in the past', { startsAt: inDays(-1) }],
    ['starts at no date', { startsAt: new Date(Number.NaN) }],
    ['ends at no date', { endsAt: new Date(Number.NaN) }],
  ])('one that %s is refused, with the place in the list', (_what, dates) => {
    expect(
      refusalsOf(
        given([person('bjorn')], []),
        wants('bjorn', 'E100', 'invoice-reader', { role: 'benefits-reader', ...dates }),
      ),
    ).toEqual([{ kind: 'invalid-period', places: [{ assignment: 0, role: 1 }] }]);
  });

  test('a start in the past may be named where it is the one that is held', () => {
    const decision = decideAssignments(given([person('bjorn')], [bounded]), [
      wants('bjorn', 'E100', { role: 'benefits-reader', startsAt: inDays(-5), endsAt: inDays(5) }),
    ]);
    expect(decision.refusals).toEqual([]);
    expect(decision.opened).toEqual([]);
  });

  test('a grant that has ended is not held: asked for again, it is added anew', () => {
    const over = { ...bjornReads, period: ENDED };
    const decision = decideAssignments(given([person('bjorn')], [over]), [
      wants('bjorn', 'E100', 'benefits-reader'),
    ]);
    expect(decision.closed).toEqual([over]);
    expect(decision.opened.map((opening) => opening.period)).toEqual([period(0)]);
    expect(decision.differences).toEqual([difference('bjorn', 'E100', { added: ['benefits-reader'] })]);
  });

  test('a grant that has ended is not removed a second time: nobody is told', () => {
    const over = { ...bjornReads, period: ENDED };
    const decision = decideAssignments(given([person('bjorn')], [over]), [wants('bjorn', 'E100')]);
    expect(decision.closed).toEqual([over]);
    expect(decision.differences).toEqual([difference('bjorn', 'E100', {})]);
    expect(decision.mails).toEqual([]);
  });
});

test('every refusal of a change is told at once', () => {
  const inherited = grant('bjorn', 'E100', 'administrator', { origin: 'inherited' });
  const facts = given([amara, person('bjorn', { present: false })], [amaraAdministersE100, inherited]);
  const refused = refusalsOf(
    facts,
    wants('amara', 'E100'),
    wants('bjorn', 'E100', 'administrator', { role: 'benefits-reader', endsAt: NOW }),
  );
  expect(refused.map((refusal) => refusal.kind).sort()).toEqual([
    'invalid-period',
    'last-administrator',
    'role-inherited',
  ]);
});

const NOTHING = {
  refusals: [],
  differences: [],
  opened: [],
  closed: [],
  invitations: [],
  mails: [],
  administrators: [],
};

function difference(userKey: string, licenseId: string, roles: object) {
  return { userKey, licenseId, added: [], removed: [], rescheduled: [], kept: [], ...roles };
}

function refusalsOf(facts: AssignmentFacts, ...wanted: WantedAssignment[]) {
  return decideAssignments(facts, wanted).refusals;
}
