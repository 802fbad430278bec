import { emailKey } from '@muniment/domain/email-address.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';
import { ALWAYS, isSamePeriod, type RolePeriod, type RolePeriods } from './role-periods.ts';

/** One license ID that a person is to have roles on. */
export interface DraftLicense {
  readonly licenseId: string;
  readonly name: string;
  /** All assigned roles wanted after saving, in the order of ROLES. */
  readonly roles: readonly Role[];
  /** The assigned roles that were there when last read. */
  readonly held: readonly Role[];
  /** The agreement from which Administrator is inherited there, where it is: not to be given or taken. @source I3 */
  readonly inheritedFrom?: string | null;
  /** Periods that were asked for; of the other roles they stay as they are. @source B6 */
  readonly periods?: RolePeriods;
  /** Periods that were there when last read. */
  readonly heldPeriods?: RolePeriods;
}

/** One person of the draft. */
export interface DraftPerson {
  /** Their VL user's id; of somebody new, one made here. */
  readonly id: string;
  readonly vlUserId: string | null;
  readonly signInEmail: string;
  readonly displayName: string;
  readonly businessEmail: string;
  /** The business e-mail that is saved; null where nothing is. */
  readonly savedBusinessEmail: string | null;
  /** Not in the directory of the organization, which has one. */
  readonly isExternal: boolean;
  /** Their name was typed here, and may be typed anew. */
  readonly hasTypedName?: boolean;
  /** What was read of them, for `expected`; null where there is nothing that the caller sees. */
  readonly etag: string | null;
  readonly licenses: readonly DraftLicense[];
}

/** Wanted assignments that are not saved yet. */
export interface Draft {
  readonly people: readonly DraftPerson[];
  readonly reason: string;
  /** The Idempotency-Key of a save that got no answer: the same draft tries again with it. */
  readonly saveKey: string | null;
  /** When it last changed, RFC 3339; null while it is empty and new. */
  readonly changedAt: string | null;
}

export const EMPTY_DRAFT: Draft = { people: [], reason: '', saveKey: null, changedAt: null };

/** Who somebody is, without what they are to have. */
export type DraftIdentity = Omit<DraftPerson, 'licenses' | 'etag'>;

/** What was read of a person: their assigned roles by license ID, and the version of that. */
export interface HeldAccess {
  readonly etag: string | null;
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  /** By license ID the agreement from which Administrator is inherited. */
  readonly inheritedFrom?: ReadonlyMap<string, string>;
  /** By license ID the periods of roles that start later or end. */
  readonly periods?: ReadonlyMap<string, RolePeriods>;
}

export const NOTHING_HELD: HeldAccess = { etag: null, roles: new Map() };

/** Whether two sign-in e-mails are one person's. @source S10 */
export function isSamePerson(
  a: Pick<DraftIdentity, 'signInEmail'>,
  b: Pick<DraftIdentity, 'signInEmail'>,
): boolean {
  return keyOf(a.signInEmail) === keyOf(b.signInEmail);
}

/** By what people of a draft are told apart: the key of their sign-in e-mail. */
export function keyOf(signInEmail: string): string {
  const known = keys.get(signInEmail);
  if (known !== undefined) return known;
  // Lists of thousands ask for the same few thousand keys again and again, and each parses an address.
  if (keys.size >= KEYS_MAX) keys.clear();
  const key = emailKey(signInEmail) ?? signInEmail;
  keys.set(signInEmail, key);
  return key;
}

const KEYS_MAX = 50_000;
const keys = new Map<string, string>();

/**
 * Makes a draft hold exactly these people. Those who were in it keep their license IDs; doubles by the key of
 * the sign-in e-mail are taken once.
 *
 * @param read What was read of people who are new to the draft, by their id.
 */
export function setPeople(
  people: readonly DraftPerson[],
  wanted: readonly DraftIdentity[],
  read: ReadonlyMap<string, HeldAccess>,
): DraftPerson[] {
  const before = new Map(people.map((person) => [keyOf(person.signInEmail), person]));
  const seen = new Set<string>();
  return wanted.flatMap((identity) => {
    const key = keyOf(identity.signInEmail);
    if (seen.has(key)) return [];
    seen.add(key);
    const known = before.get(key);
    if (known !== undefined) return [{ ...known, ...identity, id: known.id }];
    return [{ ...identity, etag: read.get(identity.id)?.etag ?? null, licenses: [] }];
  });
}

/** Changes one person of a list, the others stay the same objects. */
export function changePerson(
  people: readonly DraftPerson[],
  id: string,
  change: (person: DraftPerson) => DraftPerson,
): DraftPerson[] {
  return people.map((person) => (person.id === id ? change(person) : person));
}

/** Adds license IDs that are not there yet; each starts with the roles that the person holds on it. */
export function addLicenses(
  person: DraftPerson,
  licenses: readonly { readonly licenseId: string; readonly name: string }[],
  access: HeldAccess,
): DraftPerson {
  const present = new Set(person.licenses.map(({ licenseId }) => licenseId));
  const added = licenses
    .filter(({ licenseId }) => !present.has(licenseId))
    .map(({ licenseId, name }) => {
      const held = inOrder(access.roles.get(licenseId) ?? []);
      const periods = access.periods?.get(licenseId);
      const inherited = inheritedFrom(access, licenseId);
      return {
        licenseId,
        name,
        roles: held,
        held,
        ...(inherited === null ? {} : { inheritedFrom: inherited }),
        ...(periods === undefined || Object.keys(periods).length === 0 ? {} : { heldPeriods: periods }),
      };
    });
  return added.length === 0 ? person : { ...person, licenses: [...person.licenses, ...added] };
}

/** Takes license IDs out of the draft: what the person holds there stays as it is. */
export function removeLicenses(person: DraftPerson, licenseIds: ReadonlySet<string>): DraftPerson {
  return { ...person, licenses: person.licenses.filter(({ licenseId }) => !licenseIds.has(licenseId)) };
}

/**
 * Takes a newer reading of what a person holds. What was wanted stays wanted: roles that the draft added or
 * took away are added or taken away from what is there now.
 */
export function readAgain(person: DraftPerson, access: HeldAccess): DraftPerson {
  const licenses = person.licenses.map((license) => {
    const { licenseId } = license;
    const now = inOrder(access.roles.get(licenseId) ?? []);
    const from = inheritedFrom(access, licenseId);
    const heldPeriods = access.periods?.get(licenseId) ?? {};
    const isSame =
      isSameRoles(now, license.held) &&
      from === (license.inheritedFrom ?? null) &&
      now.every((role) => isSamePeriod(heldPeriods[role] ?? ALWAYS, license.heldPeriods?.[role] ?? ALWAYS));
    if (isSame) return license;
    const { added, removed } = differenceOf(license);
    const gained = added.filter((role) => from === null || role !== INHERITABLE);
    const roles = inOrder([...now.filter((role) => !removed.includes(role)), ...gained]);
    return { ...license, held: now, roles, inheritedFrom: from, heldPeriods };
  });
  return { ...person, etag: access.etag, licenses };
}

/**
 * Takes a newer reading and gives up what was wanted wherever somebody else changed something meanwhile.
 *
 * @returns The person with those license IDs as they are now; what nobody else touched stays wanted.
 */
export function keepTheirs(person: DraftPerson, access: HeldAccess): DraftPerson {
  const read = readAgain(person, access);
  return {
    ...read,
    licenses: read.licenses.map((license, index) => {
      if (license === person.licenses[index]) return license;
      const { periods: _, ...untouched } = license;
      return { ...untouched, roles: license.held };
    }),
  };
}

/** The one role that comes from an agreement. @source I1 */
const INHERITABLE: Role = 'administrator';

function inheritedFrom(access: HeldAccess, licenseId: string): string | null {
  return access.inheritedFrom?.get(licenseId) ?? null;
}

/** The roles that somebody inherits on a license ID. */
export function inheritedRoles({ inheritedFrom }: DraftLicense): readonly Role[] {
  return inheritedFrom === undefined || inheritedFrom === null ? [] : [INHERITABLE];
}

/** The period of a role after saving. */
export function periodOf({ periods, heldPeriods, held }: DraftLicense, role: Role): RolePeriod {
  const before = held.includes(role) ? (heldPeriods?.[role] ?? ALWAYS) : ALWAYS;
  const wanted = periods?.[role];
  // Without a start of its own it starts as it does today.
  return wanted === undefined ? before : { ...wanted, startsAt: wanted.startsAt ?? before.startsAt };
}

/** The roles that a license ID gains and loses by the draft, and those that are kept with another period. */
function differenceOf(license: DraftLicense): { added: Role[]; removed: Role[]; rescheduled: Role[] } {
  const { roles, held, heldPeriods } = license;
  return {
    added: roles.filter((role) => !held.includes(role)),
    removed: held.filter((role) => !roles.includes(role)),
    rescheduled: roles.filter(
      (role) => held.includes(role) && !isSamePeriod(periodOf(license, role), heldPeriods?.[role] ?? ALWAYS),
    ),
  };
}

export interface DraftTotals {
  readonly added: number;
  readonly removed: number;
  /** Roles that are kept with another period. */
  readonly rescheduled: number;
  /** License IDs on which something changes, each once. */
  readonly licenseIds: number;
}

/** What a person's part, or a whole draft, changes. */
export function totalsOf(people: readonly DraftPerson[]): DraftTotals {
  let added = 0;
  let removed = 0;
  let rescheduled = 0;
  const touched = new Set<string>();
  for (const person of people) {
    for (const license of person.licenses) {
      const difference = differenceOf(license);
      added += difference.added.length;
      removed += difference.removed.length;
      rescheduled += difference.rescheduled.length;
      if (Object.values(difference).some(({ length }) => length > 0)) touched.add(license.licenseId);
    }
  }
  return { added, removed, rescheduled, licenseIds: touched.size };
}

/** Puts roles in the order in which they are always shown, each once. */
export function inOrder(roles: Iterable<Role>): Role[] {
  const set = new Set(roles);
  return ROLES.filter((role) => set.has(role));
}

function isSameRoles(a: readonly Role[], b: readonly Role[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}
