import { describe, expect, test } from 'vitest';
import { inDays, NOW, period, RUNNING } from './example-facts.ts';
import type { ExplainedGrant, HeldFacts } from './explain-access.ts';
import type { VlUserGates } from './grant.ts';
import { type NamedAdministratorGrant, removalConsequences } from './removal-consequence.ts';
import { ACTIONS, ROLE_TABLE, type Role } from './roles.ts';

const registered: VlUserGates = { registeredAt: inDays(-60), absences: [] };

function holds(role: Role, differing: Partial<ExplainedGrant> = {}): ExplainedGrant {
  return {
    grantId: `amara ${role}`,
    licenseId: 'E100',
    vlUserId: 'amara',
    role,
    origin: 'assigned',
    period: RUNNING,
    openedAt: inDays(-30),
    closedAt: null,
    readyAt: inDays(-30),
    isProvisioned: false,
    failedAt: null,
    ...differing,
  };
}

function administers(
  userKey: string,
  differing: Partial<NamedAdministratorGrant> = {},
): NamedAdministratorGrant {
  return {
    grantId: `${userKey} administrator`,
    userKey,
    licenseId: 'E100',
    period: RUNNING,
    awaits: null,
    holder: { registered: true, present: true },
    ...differing,
  };
}

function consequences(
  grants: readonly ExplainedGrant[],
  administrators: readonly NamedAdministratorGrant[],
  gates = registered,
) {
  const held: HeldFacts = { grants, gates };
  return removalConsequences(held, administrators, NOW);
}

describe('B3 what remains if a role is removed', () => {
  test('given one of two administrators with another role, then it stays and the other administers alone', () => {
    const both = [holds('product-keys-reader'), holds('administrator')];
    const [administrator, keys] = consequences(both, [administers('amara'), administers('ingrid')]);
    const kept = ROLE_TABLE['product-keys-reader'].actions;
    expect(administrator).toEqual({
      role: 'administrator',
      isLocked: false,
      isRefused: false,
      actionsLost: ACTIONS.filter((action) => !kept.includes(action)),
      rolesKept: ['product-keys-reader'],
      administratorsLeft: 1,
      onlyAdministrator: 'ingrid',
    });
    expect(keys).toMatchObject({
      actionsLost: [],
      rolesKept: ['administrator'],
      administratorsLeft: null,
      onlyAdministrator: null,
    });
  });

  test('given three administrators, then two are left, and nobody is the only one', () => {
    const [one] = consequences(
      [holds('administrator')],
      [administers('amara'), administers('ingrid'), administers('tomas')],
    );
    expect(one).toMatchObject({ administratorsLeft: 2, onlyAdministrator: null, rolesKept: [] });
  });

  test('A1 given the last administrator, then it would be refused: who is pending does not count', () => {
    const pending = administers('noor', { holder: { registered: false, present: true } });
    const [one] = consequences([holds('administrator')], [administers('amara'), pending]);
    expect(one).toMatchObject({ isRefused: true, administratorsLeft: 0, onlyAdministrator: null });
  });

  test('A5 given an administrator who is pending, then whoever was the only one before has not become it', () => {
    const pending = administers('amara', { holder: { registered: false, present: true } });
    const [one] = consequences([holds('administrator')], [pending, administers('ingrid')], {
      registeredAt: null,
      absences: [],
    });
    expect(one).toMatchObject({
      isRefused: false,
      actionsLost: [],
      administratorsLeft: 1,
      onlyAdministrator: null,
    });
  });

  test('I3 given an inherited role, then it is locked and nothing is lost', () => {
    const [one] = consequences([holds('administrator', { origin: 'inherited' })], [administers('amara')]);
    expect(one).toMatchObject({
      isLocked: true,
      isRefused: false,
      actionsLost: [],
      rolesKept: ['administrator'],
      administratorsLeft: null,
    });
  });

  test('I3 given a role both assigned and inherited, then what is inherited stays', () => {
    const inherited = holds('administrator', { origin: 'inherited', grantId: 'inherited' });
    const [one] = consequences(
      [holds('administrator'), inherited],
      [administers('amara'), administers('amara', { grantId: 'inherited' }), administers('ingrid')],
    );
    expect(one).toMatchObject({
      isLocked: false,
      actionsLost: [],
      rolesKept: ['administrator'],
      administratorsLeft: 2,
    });
  });

  test('I3 given an inherited role of who is gone from the directory, then it can be removed', () => {
    const absent = administers('amara', { holder: { registered: true, present: false } });
    const [one] = consequences(
      [holds('administrator', { origin: 'inherited' })],
      [absent, administers('ingrid')],
      { ...registered, absences: [period(-1)] },
    );
    expect(one).toMatchObject({ isLocked: false, isRefused: false, administratorsLeft: 1 });
  });

  test('what is closed or over is no role that could be removed', () => {
    expect(
      consequences(
        [
          holds('benefits-reader', { closedAt: inDays(-1) }),
          holds('product-keys-reader', { period: period(-9, -1) }),
        ],
        [],
      ),
    ).toEqual([]);
  });
});
