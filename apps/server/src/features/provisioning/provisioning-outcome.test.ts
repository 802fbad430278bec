import { expect, test } from 'vitest';
import { type AskedSystem, provisioningOutcome } from './provisioning-outcome.ts';

const DEADLINE = new Date('2027-03-01T12:10:00Z');
const BEFORE = new Date('2027-03-01T12:09:59.999Z');

function asked(systemName: string, state: AskedSystem['state'], error: string | null = null): AskedSystem {
  return { systemName, state, error };
}

test.each<[what: string, systems: AskedSystem[], outcome: object]>([
  ['all have accepted', [asked('Keys', 'accepted'), asked('Billing', 'accepted')], { kind: 'done' }],
  ['every system was removed', [], { kind: 'done' }],
  ['one has not answered', [asked('Keys', 'accepted'), asked('Billing', 'waiting')], { kind: 'waiting' }],
  [
    'one refuses while another has not answered',
    [asked('Billing', 'refused', 'no seats'), asked('Keys', 'waiting')],
    { kind: 'failed', reason: 'Billing refused: no seats' },
  ],
  [
    'two refuse at once',
    [asked('Billing', 'refused', 'no seats'), asked('Keys', 'refused', 'it answered 403')],
    { kind: 'failed', reason: 'Billing refused: no seats\nKeys refused: it answered 403' },
  ],
  [
    'one was given up',
    [asked('Billing', 'failed', 'ignored'), asked('Keys', 'accepted')],
    { kind: 'failed', reason: 'Billing did not answer in time' },
  ],
])('M2 before the time is over, when %s', (_what, systems, outcome) => {
  expect(provisioningOutcome(systems, DEADLINE, BEFORE)).toEqual(outcome);
});

test('M2 when the time is over, whoever has not answered has failed it', () => {
  const systems = [asked('Keys', 'waiting'), asked('Billing', 'accepted')];
  expect(provisioningOutcome(systems, DEADLINE, DEADLINE)).toEqual({
    kind: 'failed',
    reason: 'Keys did not answer in time',
  });
  expect(provisioningOutcome([asked('Billing', 'accepted')], DEADLINE, DEADLINE)).toEqual({ kind: 'done' });
});
