/**
 * The seven roles and what each one allows, as one table.
 *
 * A role is always held on one license ID. Its actions are fixed: they are what the volume licensing
 * program promises, so they live here and nowhere else (no copy in the database, none in the console).
 *
 * @source R1-R7, R10
 */

export const ACTIONS = [
  'assignment:manage',
  'contract:view',
  'order:view',
  'contract-key:view',
  'summary:create',
  'product:download',
  'product-key:view',
  'service:reserve',
  'service:activate',
  'service:redeem',
  'subscription:manage',
  'benefit:manage',
  'invoice:list',
  'invoice:download',
] as const;

/** One thing a role allows on the license ID on which it is held. */
export type Action = (typeof ACTIONS)[number];

export const ROLES = [
  'administrator',
  'licensing-info-viewer',
  'product-download-manager',
  'product-keys-reader',
  'benefits-reader',
  'online-services-manager',
  'invoice-reader',
] as const;

export type Role = (typeof ROLES)[number];

export interface RoleDescription {
  readonly id: Role;
  /** As pages and e-mails print it. */
  readonly name: string;
  /** The name in exports of the legacy service center; null where it had none. */
  readonly legacyName: string | null;
  readonly actions: readonly Action[];
  /** The requirement that this row comes from. */
  readonly source: string;
}

export const ROLE_TABLE: Readonly<Record<Role, RoleDescription>> = {
  administrator: {
    id: 'administrator',
    name: 'Administrator',
    legacyName: 'Administrator',
    actions: ACTIONS,
    source: 'R1',
  },
  'licensing-info-viewer': {
    id: 'licensing-info-viewer',
    name: 'Licensing Info Viewer',
    legacyName: 'Licensing Info Viewer',
    actions: ['contract:view', 'order:view', 'contract-key:view', 'summary:create'],
    source: 'R2',
  },
  'product-download-manager': {
    id: 'product-download-manager',
    name: 'Product download manager',
    legacyName: 'Download',
    actions: ['contract:view', 'product:download'],
    source: 'R3',
  },
  'product-keys-reader': {
    id: 'product-keys-reader',
    name: 'Product keys reader',
    legacyName: 'Product Keys',
    actions: ['contract:view', 'contract-key:view', 'product-key:view', 'service:activate', 'service:redeem'],
    source: 'R4',
  },
  'benefits-reader': {
    id: 'benefits-reader',
    name: 'Benefits reader',
    legacyName: 'Software Assurance Manager',
    actions: ['contract:view', 'benefit:manage'],
    source: 'R5',
  },
  'online-services-manager': {
    id: 'online-services-manager',
    name: 'Online services manager',
    legacyName: 'Online Services Manager',
    actions: [
      'contract:view',
      'order:view',
      'service:reserve',
      'service:activate',
      'service:redeem',
      'subscription:manage',
    ],
    source: 'R6',
  },
  'invoice-reader': {
    id: 'invoice-reader',
    name: 'Invoice Reader',
    legacyName: null,
    actions: ['contract:view', 'invoice:list', 'invoice:download'],
    source: 'R7',
  },
};

/** The roles that allow each action, in the order of {@link ROLES}. */
export const ROLES_ALLOWING: Readonly<Record<Action, readonly Role[]>> = recordOf(ACTIONS, (action) =>
  ROLES.filter((role) => ROLE_TABLE[role].actions.includes(action)),
);

/** Roles as a bit set: one small integer, so that a decision in memory allocates nothing. */
export type RoleSet = number;

const ROLE_BIT: Readonly<Record<Role, RoleSet>> = recordOf(ROLES, (_role, index) => 1 << index);

const ROLE_SET_ALLOWING: Readonly<Record<Action, RoleSet>> = recordOf(ACTIONS, (action) =>
  toRoleSet(ROLES_ALLOWING[action]),
);

/** Packs roles into a {@link RoleSet}. */
export function toRoleSet(roles: Iterable<Role>): RoleSet {
  let set = 0;
  for (const role of roles) set |= ROLE_BIT[role];
  return set;
}

/**
 * Whether roles held on a license ID allow an action there.
 *
 * @param held Every role that is effective for the person on the license ID.
 * @source R10
 */
export function allows(held: RoleSet, action: Action): boolean {
  return (held & ROLE_SET_ALLOWING[action]) !== 0;
}

/** The actions that a set of roles allows together, in the order of {@link ACTIONS}. */
export function actionsOf(roles: Iterable<Role>): Action[] {
  const held = toRoleSet(roles);
  return ACTIONS.filter((action) => allows(held, action));
}

const ROLE_IDS: ReadonlySet<string> = new Set(ROLES);

export function isRole(text: string): text is Role {
  return ROLE_IDS.has(text);
}

function recordOf<K extends string, V>(
  keys: readonly K[],
  value: (key: K, index: number) => V,
): Record<K, V> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as unknown as Record<K, V>;
}
