import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDays, NOW, period, RUNNING } from './example-facts.ts';
import {
  effectiveRoles,
  type GrantRecord,
  hasEnded,
  holdsAt,
  isEffective,
  type VlUserGates,
} from './grant.ts';

const registered: VlUserGates = { registeredAt: inDays(-60), absences: [] };

function record(differing: Partial<GrantRecord> = {}): GrantRecord {
  return {
    licenseId: 'E100',
    vlUserId: 'amara',
    role: 'benefits-reader',
    origin: 'assigned',
    period: RUNNING,
    openedAt: inDays(-30),
    closedAt: null,
    readyAt: inDays(-30),
    ...differing,
  };
}

describe('B6: a period holds from its start, included, to its end, not included', () => {
  test.each([
    ['before its start', period(1, 2), false, false],
    ['at its start', period(0, 2), true, false],
    ['between', period(-1, 1), true, false],
    ['without an end', period(-1), true, false],
    ['at its end', period(-1, 0), false, true],
    ['after its end', period(-2, -1), false, true],
  ])('%s', (_when, ofGrant, holds, ended) => {
    expect(holdsAt(ofGrant, NOW)).toBe(holds);
    expect(hasEnded(ofGrant, NOW)).toBe(ended);
  });
});

describe('a grant is effective', () => {
  test('when it is open, ready, in its period, and its holder registered and present', () => {
    expect(isEffective(record(), registered, NOW)).toBe(true);
  });

  test.each<[string, Partial<GrantRecord>]>([
    ['opened this moment', { openedAt: NOW }],
    ['ready this moment', { readyAt: NOW }],
    ['starting this moment', { period: period(0) }],
    ['closed only later (B4: as it was recorded then)', { closedAt: inDays(1) }],
    ['inherited', { origin: 'inherited' }],
  ])('when %s', (_how, differing) => {
    expect(isEffective(record(differing), registered, NOW)).toBe(true);
  });
});

describe('a grant is not effective', () => {
  test.each<[string, Partial<GrantRecord>]>([
    ['before it was opened', { openedAt: inDays(1) }],
    ['from the moment it is closed (B10)', { closedAt: NOW }],
    ['before its period starts (B6)', { period: period(1) }],
    ['from the moment its period ends (B6)', { period: period(-30, 0) }],
    ['while the contact has not registered it (A3)', { readyAt: null }],
    ['before the contact registered it (A3)', { readyAt: inDays(1) }],
  ])('%s', (_when, differing) => {
    expect(isEffective(record(differing), registered, NOW)).toBe(false);
  });

  test.each<[string, VlUserGates]>([
    ['while its holder has not registered (S5)', { registeredAt: null, absences: [] }],
    ['before its holder registered (B4)', { registeredAt: inDays(1), absences: [] }],
    ['while its holder is absent from the directory (M6)', { ...registered, absences: [period(-1)] }],
    ['from the moment its holder is absent (M6)', { ...registered, absences: [period(0)] }],
  ])('%s', (_when, gates) => {
    expect(isEffective(record(), gates, NOW)).toBe(false);
  });
});

test('M6: the same account enabled again has again what still stands', () => {
  expect(isEffective(record(), { ...registered, absences: [period(-9, -5), period(-2, 0)] }, NOW)).toBe(true);
});

test('S9: registering makes every grant that waits effective at once', () => {
  const grants = [record(), record({ licenseId: 'E200', role: 'administrator' })];
  const gates: VlUserGates = { registeredAt: NOW, absences: [] };
  for (const each of grants) expect(isEffective(each, gates, NOW)).toBe(true);
});

describe('R8: the effective roles of a person on a license ID', () => {
  const grants = [
    record(),
    record({ role: 'administrator', origin: 'inherited' }),
    record({ role: 'administrator' }),
    record({ role: 'product-keys-reader', closedAt: inDays(-1) }),
    record({ licenseId: 'E200', role: 'invoice-reader' }),
    record({ vlUserId: 'bjorn', role: 'online-services-manager' }),
  ];

  test('are those of this person on this license ID alone, each once', () => {
    const roles = effectiveRoles(grants, registered, { vlUserId: 'amara', licenseId: 'E100' }, NOW);
    expect([...roles].sort()).toEqual(['administrator', 'benefits-reader']);
  });

  test('are none where nothing is held', () => {
    expect(effectiveRoles(grants, registered, { vlUserId: 'bjorn', licenseId: 'E200' }, NOW).size).toBe(0);
  });
});

const anyDay = fc.integer({ min: -5, max: 5 });
const anyPeriod = fc.tuple(anyDay, fc.option(anyDay)).map(([start, end]) => period(start, end));
const anyRecord = fc
  .record({
    period: anyPeriod,
    openedAt: anyDay.map(inDays),
    closedAt: fc.option(anyDay.map(inDays)),
    readyAt: fc.option(anyDay.map(inDays)),
  })
  .map(record);
const anyGates = fc.record({
  registeredAt: fc.option(anyDay.map(inDays)),
  absences: fc.array(anyPeriod, { maxLength: 3 }),
});

test('B10: whatever else is true, nothing is effective once it is closed or has ended', () => {
  fc.assert(
    fc.property(anyRecord, anyGates, anyDay.map(inDays), (ofGrant, gates, at) => {
      const isOver =
        (ofGrant.closedAt !== null && ofGrant.closedAt <= at) ||
        (ofGrant.period.endsAt !== null && ofGrant.period.endsAt <= at);
      if (isOver) expect(isEffective(ofGrant, gates, at)).toBe(false);
    }),
  );
});

test('each thing that a grant waits for can only take effect away, never give it', () => {
  fc.assert(
    fc.property(anyRecord, anyGates, anyDay.map(inDays), (ofGrant, gates, at) => {
      if (!isEffective(ofGrant, gates, at)) return;
      expect(isEffective({ ...ofGrant, readyAt: null }, gates, at)).toBe(false);
      expect(isEffective(ofGrant, { ...gates, registeredAt: null }, at)).toBe(false);
      const absence = { startsAt: at, endsAt: null };
      expect(isEffective(ofGrant, { ...gates, absences: [...gates.absences, absence] }, at)).toBe(false);
    }),
  );
});
