import { ASSIGNMENTS_MAX } from '@muniment/contract/assignment-changes.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { accessOf, type Lookup } from './assignment-queries.ts';
import type { CheckedRow, RowEntry, RowFault } from './csv-rows.ts';
import {
  addLicenses,
  type DraftIdentity,
  type DraftLicense,
  type DraftPerson,
  type HeldAccess,
  inheritedRoles,
  inOrder,
  keyOf,
  NOTHING_HELD,
  readAgain,
  setPeople,
} from './draft.ts';
import { fromDirectory, fromEntry } from './users-draft.ts';

/** Whether the roles of a file come beside those that somebody has there, or instead of them. */
export type CsvMode = 'add' | 'replace';

/** What became of one row, for the report. */
export interface ReportRow {
  readonly line: number;
  readonly signInEmail: string;
  readonly displayName: string;
  readonly businessEmail: string;
  readonly licenseId: string;
  readonly roles: string;
  /** null: it is taken. */
  readonly fault: RowFault | null;
  /** What the fault is about, as typed. */
  readonly detail: string;
}

/** One person of a file with what the file gives them. */
interface PlannedPerson {
  readonly identity: DraftIdentity;
  /** null where the file gives none. */
  readonly businessEmail: string | null;
  readonly access: HeldAccess;
  readonly roles: ReadonlyMap<string, readonly Role[]>;
}

export interface CsvPlan {
  readonly report: readonly ReportRow[];
  readonly people: readonly PlannedPerson[];
}

/**
 * Decides which rows of a file are taken: of unknown people those with a name, and no more pairs than one change holds.
 * Several rows of one person on one license ID count together.
 *
 * @source S1, S10, B8
 */
export function planCsv(
  checked: readonly CheckedRow[],
  { found, hasDirectory }: Lookup,
  draft: readonly DraftPerson[],
): CsvPlan {
  const names = firstOf(checked, ({ row }) => row.cells.displayName);
  const businessEmails = firstOf(checked, ({ row }) => row.cells.businessEmail);
  const inDraft = new Map(draft.map((person) => [keyOf(person.signInEmail), person]));
  const pairs = new Set(
    draft.flatMap((person) =>
      person.licenses.map(({ licenseId }) => pairOf(keyOf(person.signInEmail), licenseId)),
    ),
  );
  const taken = new Map<string, Map<string, Role[]>>();
  const signInEmails = new Map<string, string>();

  const report = checked.map((each): ReportRow => {
    if (each.kind === 'fault') return reportOf(each.row, each.fault, each.detail);
    const { entry } = each;
    const { emailKey: key, licenseId, roles, row } = entry;
    const isKnown = found.has(key) || inDraft.has(key);
    if (!isKnown && !names.has(key)) return reportOf(row, 'name-missing', entry.signInEmail);
    const pair = pairOf(key, licenseId);
    if (!pairs.has(pair) && pairs.size >= ASSIGNMENTS_MAX) return reportOf(row, 'too-many', '');
    pairs.add(pair);
    const byLicense = taken.get(key) ?? new Map<string, Role[]>();
    byLicense.set(licenseId, [...(byLicense.get(licenseId) ?? []), ...roles]);
    taken.set(key, byLicense);
    if (!signInEmails.has(key)) signInEmails.set(key, entry.signInEmail);
    return reportOf(row, null, '');
  });

  const people = [...taken].map(([key, roles]): PlannedPerson => {
    const person = found.get(key);
    const businessEmail = businessEmails.get(key) ?? null;
    const identity =
      identityOf(inDraft.get(key)) ??
      (person === undefined
        ? fromEntry(
            {
              signInEmail: signInEmails.get(key) ?? key,
              displayName: names.get(key) ?? '',
              businessEmail: businessEmail ?? '',
            },
            hasDirectory,
          )
        : fromDirectory(person.account));
    const access = person === undefined ? NOTHING_HELD : accessOf(person);
    return { identity, businessEmail, access, roles };
  });
  return { report, people };
}

/** Puts what a file gives into a draft. Everything else in it stays. */
export function applyCsv(
  people: readonly DraftPerson[],
  plan: CsvPlan,
  names: ReadonlyMap<string, string>,
  mode: CsvMode,
): DraftPerson[] {
  const planned = new Map(plan.people.map((each) => [keyOf(each.identity.signInEmail), each]));
  const read = new Map(plan.people.map(({ identity, access }) => [identity.id, access]));
  const present = new Set(people.map(({ signInEmail }) => keyOf(signInEmail)));
  const fresh = plan.people.filter(({ identity }) => !present.has(keyOf(identity.signInEmail)));
  const all = setPeople(people, [...people, ...fresh.map(({ identity }) => identity)], read);
  return all.map((person) => {
    const given = planned.get(keyOf(person.signInEmail));
    if (given === undefined) return person;
    const { access, roles, businessEmail } = given;
    const now = person.vlUserId === null ? person : readAgain(person, access);
    const added = [...roles.keys()].map((licenseId) => ({ licenseId, name: names.get(licenseId) ?? '' }));
    const extended = addLicenses(now, added, access);
    return {
      ...extended,
      businessEmail: businessEmail ?? extended.businessEmail,
      licenses: extended.licenses.map((license) => withRoles(license, roles.get(license.licenseId), mode)),
    };
  });
}

function withRoles(license: DraftLicense, given: readonly Role[] | undefined, mode: CsvMode): DraftLicense {
  if (given === undefined) return license;
  const inherited = inheritedRoles(license);
  const kept = mode === 'add' ? license.roles : [];
  return { ...license, roles: inOrder([...kept, ...given.filter((role) => !inherited.includes(role))]) };
}

function identityOf(person: DraftPerson | undefined): DraftIdentity | null {
  if (person === undefined) return null;
  const { licenses: _licenses, etag: _etag, ...identity } = person;
  return identity;
}

/** The first text that is not empty, by person. */
function firstOf(checked: readonly CheckedRow[], read: (entry: RowEntry) => string): Map<string, string> {
  const first = new Map<string, string>();
  for (const each of checked) {
    if (each.kind !== 'entry') continue;
    const text = read(each.entry);
    if (text !== '' && !first.has(each.entry.emailKey)) first.set(each.entry.emailKey, text);
  }
  return first;
}

function reportOf(row: RowEntry['row'], fault: RowFault | null, detail: string): ReportRow {
  return { line: row.line, ...row.cells, fault, detail };
}

function pairOf(key: string, licenseId: string): string {
  return `${key}\n${licenseId}`;
}
