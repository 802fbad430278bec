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
      { userKey: 'bjorn', licenseId: 'E100', role: 'benefits-reader', period: period(0), awaits: null },
      { userKey: 'bjorn', licenseId: 'E100', role: 'product-keys-reader', period: period(0), awaits: null },
      { userKey: 'bjorn', licenseId: 'E200', role: 'licensing-info-viewer', period: period(0), awaits: null },
      {
        userKey: 'chioma',
        licenseId: 'E100',
        role: 'online-services-manager',
        period: period(0),
        awaits: null,
      },
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

  test('G2: what only adds takes nothing away, and holds what is inherited or has an end for held already', () => {
    const inherited = grant('bjorn', 'E100', 'administrator', { origin: 'inherited' });
    const ending = grant('bjorn', 'E100', 'product-keys-reader', { period: period(-30, 30) });
    const decision = decideAssignments(given([person('bjorn')], [bjornReads, inherited, ending]), [
      {
        ...wants('bjorn', 'E100', 'administrator', 'product-keys-reader', 'online-services-manager'),
        onlyAdds: true,
      },
    ]);
    expect(decision).toMatchObject({ refusals: [], closed: [] });
    expect(decision.differences).toEqual([
      difference('bjorn', 'E100', {
        added: ['online-services-manager'],
        kept: ['administrator', 'product-keys-reader'],
      }),
    ]);
  });

  test('B8: what only ends some roles leaves the others, and what waits to be assigned again, as they are', () => {
    const failed = grant('bjorn', 'E100', 'product-keys-reader', { awaits: 'assigning-again' });
    const inherited = grant('bjorn', 'E100', 'licensing-info-viewer', { origin: 'inherited' });
    const wanted = {
      ...wants('bjorn', 'E100'),
      onlyEnds: new Set(['benefits-reader', 'licensing-info-viewer'] as const),
    };
    const held = [bjornReads, failed, inherited];
    const decision = decideAssignments(given([person('bjorn')], held), [wanted]);
    expect(decision).toMatchObject({ refusals: [], opened: [], closed: [bjornReads] });
    const gone = decideAssignments(given([person('bjorn', { present: false })], held), [wanted]);
    expect(gone.closed).toEqual([bjornReads, inherited]);
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

test('I3: of somebody who is gone from the directory, an empty list ends inherited roles too', () => {
  const inherited = grant('bjorn', 'E100', 'administrator', { origin: 'inherited' });
  const facts = given(
    [amara, person('bjorn', { present: false })],
    [amaraAdministersE100, inherited, bjornReads],
  );
  expect(decideAssignments(facts, [wants('bjorn', 'E100')]).closed).toEqual([bjornReads, inherited]);
  const keeping = decideAssignments(facts, [wants('bjorn', 'E100', 'benefits-reader')]);
  expect(keeping.closed).toEqual([]);
});

describe('M2, M8: while downstream systems are waited for', () => {
  const waiting = grant('bjorn', 'E100', 'product-keys-reader', { awaits: 'provisioning' });
  const inProgress = given([amara, person('bjorn')], [amaraAdministersE100, waiting, bjornReads], undefined, {
    inProgress: new Set(['bjorn']),
    opensInto: 'provisioning',
  });

  test('nothing more is given to the same person, on any of the license IDs', () => {
    expect(refusalsOf(inProgress, wants('bjorn', 'E200', 'benefits-reader'))).toEqual([
      { kind: 'assignment-in-progress', userKeys: ['bjorn'] },
    ]);
  });

  test('what only removes is accepted, and takes what waits with it', () => {
    const decision = decideAssignments(inProgress, [wants('bjorn', 'E100')]);
    expect(decision.refusals).toEqual([]);
    expect(decision.closed).toEqual([waiting, bjornReads]);
  });

  test('others are edited as ever', () => {
    expect(refusalsOf(inProgress, wants('amara', 'E200', 'benefits-reader'))).toEqual([]);
  });

  test('what is added waits; what only moves in time does not', () => {
    const facts = { ...inProgress, inProgress: new Set<string>() };
    const { opened } = decideAssignments(facts, [
      wants('bjorn', 'E100', 'product-keys-reader', { role: 'benefits-reader', endsAt: inDays(9) }),
      wants('bjorn', 'E200', 'benefits-reader'),
    ]);
    expect(opened.map(({ licenseId, role, awaits }) => [licenseId, role, awaits])).toEqual([
      ['E100', 'benefits-reader', null],
      ['E200', 'benefits-reader', 'provisioning'],
    ]);
  });

  test('A1: an administrator who waits cannot stand in for one who can act', () => {
    const facts = { ...inProgress, inProgress: new Set<string>() };
    expect(
      refusalsOf(facts, wants('amara', 'E100'), wants('bjorn', 'E100', 'benefits-reader', 'administrator')),
    ).toEqual([{ kind: 'last-administrator', licenseIds: ['E100'] }]);
  });

  test('M2: what failed is assigned again by the same list: closed, and opened anew', () => {
    const failed = { ...waiting, awaits: 'assigning-again' as const };
    const facts = given([person('bjorn')], [failed], undefined, { opensInto: 'provisioning' });
    const decision = decideAssignments(facts, [wants('bjorn', 'E100', 'product-keys-reader')]);
    expect(decision.closed).toEqual([failed]);
    expect(decision.opened.map(({ role, awaits }) => [role, awaits])).toEqual([
      ['product-keys-reader', 'provisioning'],
    ]);
    expect(decision.differences).toEqual([difference('bjorn', 'E100', { added: ['product-keys-reader'] })]);
  });
});

describe('R9: Invoice Reader, by somebody who is not bill-to contact', () => {
  const invoices = grant('bjorn', 'E100', 'invoice-reader');
  const facts = given([amara, person('bjorn')], [amaraAdministersE100, invoices, bjornReads], undefined, {
    viewer: { userKey: 'amara', billToOn: new Set() },
  });

  test('asked for, it is an unknown role, with the place in the list', () => {
    expect(refusalsOf(facts, wants('bjorn', 'E100', 'benefits-reader', 'invoice-reader'))).toEqual([
      { kind: 'unknown-role', places: [{ assignment: 0, role: 1 }] },
    ]);
  });

  test('saving the other roles neither drops it nor speaks of it', () => {
    const decision = decideAssignments(facts, [wants('bjorn', 'E100')]);
    expect(decision.closed).toEqual([bjornReads]);
    expect(decision.differences).toEqual([difference('bjorn', 'E100', { removed: ['benefits-reader'] })]);
  });

  test('M5: deleting the VL user ends it too', () => {
    const deleted = { ...wants('bjorn', 'E100'), endsUnseen: true };
    expect(decideAssignments(facts, [deleted]).closed).toEqual([invoices, bjornReads]);
  });

  test('whoever holds it sees it, may keep it and give it up, and cannot give it more time', () => {
    const own = grant('amara', 'E100', 'invoice-reader', { period: period(-5, 5) });
    const ofOwn = { ...facts, grants: [amaraAdministersE100, own] };
    const keep = wants('amara', 'E100', 'administrator', 'invoice-reader');
    expect(decideAssignments(ofOwn, [keep]).refusals).toEqual([]);
    expect(decideAssignments(ofOwn, [wants('amara', 'E100', 'administrator')]).closed).toEqual([own]);
    const longer = wants('amara', 'E100', 'administrator', { role: 'invoice-reader', endsAt: null });
    expect(refusalsOf(ofOwn, longer)).toEqual([
      { kind: 'unknown-role', places: [{ assignment: 0, role: 1 }] },
    ]);
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
      { userKey: 'bjorn', licenseId: 'E100', role: 'benefits-reader', period: then, awaits: null },
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
