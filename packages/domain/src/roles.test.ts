import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACTIONS, actionsOf, allows, isRole, ROLE_TABLE, ROLES, ROLES_ALLOWING, toRoleSet } from './roles.ts';

test('R1-R7: every role × action is as the reviewed matrix says', () => {
  const golden = readFileSync(new URL('./role-matrix.golden.md', import.meta.url), 'utf8');
  expect(renderMatrix()).toBe(golden);
});

test('R1: Administrator may do all that any other role may', () => {
  for (const role of ROLES) {
    for (const action of ROLE_TABLE[role].actions) {
      expect(allows(toRoleSet(['administrator']), action), `${role} ${action}`).toBe(true);
    }
  }
});

test('R1: no other role may manage assignments', () => {
  expect(ROLES_ALLOWING['assignment:manage']).toEqual(['administrator']);
});

test('no role allows nothing', () => {
  for (const action of ACTIONS) expect(allows(toRoleSet([]), action)).toBe(false);
});

test('R8: several roles on one license ID allow the union of their actions', () => {
  expect(actionsOf(['product-download-manager', 'benefits-reader'])).toEqual([
    'contract:view',
    'product:download',
    'benefit:manage',
  ]);
});

test('R1-R8, R10: every set of roles allows just what the table lists for one of them', () => {
  for (let bits = 0; bits < 1 << ROLES.length; bits += 1) {
    const held = ROLES.filter((_role, index) => (bits & (1 << index)) !== 0);
    for (const action of ACTIONS) {
      const isListed = held.some((role) => ROLE_TABLE[role].actions.includes(action));
      expect(allows(toRoleSet(held), action), `${held} ${action}`).toBe(isListed);
    }
    expect(actionsOf(held.toReversed())).toEqual(ACTIONS.filter((action) => allows(toRoleSet(held), action)));
  }
});

test('only the seven names are roles', () => {
  for (const role of ROLES) expect(isRole(role)).toBe(true);
  for (const text of ['', 'Administrator', 'administrator ', 'toString', '__proto__', 'owner']) {
    expect(isRole(text), text).toBe(false);
  }
});

/** A table that a reviewer can read in a diff: to change a right, change it here too. */
function renderMatrix(): string {
  const names = ROLES.map((role) => ROLE_TABLE[role].name);
  const lines = [
    '# What each role may do on a license ID on which it is held',
    '',
    `| action | ${names.join(' | ')} |`,
    `| --- | ${names.map(() => ':-:').join(' | ')} |`,
    ...ACTIONS.map(
      (action) =>
        `| \`${action}\` | ${ROLES.map((role) => (allows(toRoleSet([role]), action) ? 'yes' : '·')).join(' | ')} |`,
    ),
    `| *source* | ${ROLES.map((role) => ROLE_TABLE[role].source).join(' | ')} |`,
    '',
  ];
  return lines.join('\n');
}
