import { describe, expect, test } from 'vitest';
import type { AssignmentFacts, WantedAssignment } from './assignment-facts.ts';
import { decideAssignments } from './decide-assignments.ts';
import { ENDED, given, grant, inDays, pendingPerson, period, person, wants } from './example-facts.ts';

const amara = person('amara');
const amaraAdministersE100 = grant('amara', 'E100', 'administrator');
const amaraAdministersE200 = grant('amara', 'E200', 'administrator');

describe('A1: the last administrator', () => {
  test('A4: assigning another administrator removes nobody', () => {
    const decision = decideAssignments(given([amara, person('bjorn')], [amaraAdministersE100]), [
      wants('bjorn', 'E100', 'administrator'),
    ]);
    expect(decision.refusals).toEqual([]);
    expect(decision.closed).toEqual([]);
    expect(decision.administrators).toEqual([{ licenseId: 'E100', before: 1, after: 2 }]);
  });

  test('A6: an administrator may remove another one', () => {
    const facts = given(
      [amara, person('bjorn')],
      [amaraAdministersE100, grant('bjorn', 'E100', 'administrator')],
    );
    const decision = decideAssignments(facts, [wants('bjorn', 'E100')]);
    expect(decision.refusals).toEqual([]);
    expect(decision.administrators).toEqual([{ licenseId: 'E100', before: 2, after: 1 }]);
  });

  test('may not be removed, and every license ID concerned is named', () => {
    const facts = given([amara], [amaraAdministersE100, amaraAdministersE200]);
    expect(refusalsOf(facts, wants('amara', 'E100'), wants('amara', 'E200', 'benefits-reader'))).toEqual([
      { kind: 'last-administrator', licenseIds: ['E100', 'E200'] },
    ]);
  });

  test('may hand over to someone registered in the same change, whichever is named first', () => {
    const facts = given([amara, person('bjorn')], [amaraAdministersE100]);
    const handOver = [wants('amara', 'E100'), wants('bjorn', 'E100', 'administrator')];
    expect(refusalsOf(facts, ...handOver)).toEqual([]);
    expect(refusalsOf(facts, ...handOver.toReversed())).toEqual([]);
  });

  test.each([
    ['has not registered', pendingPerson('bjorn'), wants('bjorn', 'E100', 'administrator')],
    ['is not in the directory', person('bjorn', { present: false }), wants('bjorn', 'E100', 'administrator')],
    ['starts later', person('bjorn'), wants('bjorn', 'E100', { role: 'administrator', startsAt: inDays(1) })],
    [
      'has an end date',
      person('bjorn'),
      wants('bjorn', 'E100', { role: 'administrator', endsAt: inDays(900) }),
    ],
  ])('may not step down in favour of someone who %s', (_who, successor, wanted) => {
    expect(
      refusalsOf(given([amara, successor], [amaraAdministersE100]), wants('amara', 'E100'), wanted),
    ).toEqual([{ kind: 'last-administrator', licenseIds: ['E100'] }]);
  });

  test.each([
    ['end', { endsAt: inDays(90) }],
    ['be moved to a later start', { startsAt: inDays(1) }],
  ])('may not be set to %s', (_how, dates) => {
    expect(
      refusalsOf(
        given([amara], [amaraAdministersE100]),
        wants('amara', 'E100', { role: 'administrator', ...dates }),
      ),
    ).toEqual([{ kind: 'last-administrator', licenseIds: ['E100'] }]);
  });

  test('may give up the assigned role where the inherited one stays', () => {
    const inherited = grant('amara', 'E100', 'administrator', { origin: 'inherited' });
    expect(refusalsOf(given([amara], [amaraAdministersE100, inherited]), wants('amara', 'E100'))).toEqual([]);
  });

  test('M9: where none is reachable, a pending contact may not be removed', () => {
    const contact = grant('amara', 'E100', 'administrator', { awaits: 'contact-registration' });
    expect(refusalsOf(given([pendingPerson('amara')], [contact]), wants('amara', 'E100'))).toEqual([
      { kind: 'last-administrator', licenseIds: ['E100'] },
    ]);
  });

  test('where none is reachable, one with an end date may not be all that remains', () => {
    const facts = given(
      [person('amara', { present: false }), person('bjorn')],
      [amaraAdministersE100, grant('bjorn', 'E100', 'administrator', { period: period(-1, 30) })],
    );
    expect(refusalsOf(facts, wants('amara', 'E100'))).toEqual([
      { kind: 'last-administrator', licenseIds: ['E100'] },
    ]);
    expect(refusalsOf(facts, wants('amara', 'E100'), wants('chioma', 'E100', 'administrator'))).toEqual([]);
  });

  test('a change that names no administrator is never refused for the lack of one', () => {
    expect(refusalsOf(given([person('bjorn')], []), wants('bjorn', 'E100', 'benefits-reader'))).toEqual([]);
  });
});

describe('A5: the decision tells how many reachable administrators a license ID keeps', () => {
  test('down to a sole one, so that the actor can be warned', () => {
    const facts = given(
      [amara, person('bjorn'), pendingPerson('chioma')],
      [
        amaraAdministersE100,
        grant('bjorn', 'E100', 'administrator'),
        grant('chioma', 'E100', 'administrator'),
      ],
    );
    expect(decideAssignments(facts, [wants('bjorn', 'E100')]).administrators).toEqual([
      { licenseId: 'E100', before: 2, after: 1 },
    ]);
  });

  test('only where the change adds or ends one', () => {
    const over = grant('bjorn', 'E100', 'administrator', { period: ENDED });
    const facts = given([amara, person('bjorn')], [amaraAdministersE100, over]);
    expect(decideAssignments(facts, [wants('bjorn', 'E100', 'benefits-reader')]).administrators).toEqual([]);
  });
});

function refusalsOf(facts: AssignmentFacts, ...wanted: WantedAssignment[]) {
  return decideAssignments(facts, wanted).refusals;
}
