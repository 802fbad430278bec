import { type License, listLicenses } from '@muniment/contract/licenses.ts';
import { listRoles } from '@muniment/contract/people.ts';
import { type FoundPerson, LOOKUP_MAX, lookUpPeople } from '@muniment/contract/people-lookups.ts';
import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { queryOptions } from '@tanstack/react-query';
import { type Api, isProblem } from '../../api/client.ts';
import { type HeldAccess, inOrder, keyOf, NOTHING_HELD } from './draft.ts';
import { notablePeriod, type RolePeriods } from './role-periods.ts';

const PAGE_LIMIT = 1_000;

/** Every license ID that the caller administers, by license ID: up to some thousands. @source S2, R10 */
export function administeredLicensesQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: ['administered-licenses', organization],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<License[]> => {
      const licenses: License[] = [];
      let cursor: string | undefined;
      do {
        const page = await api.call(listLicenses, {
          query: { action: 'assignment:manage', limit: PAGE_LIMIT, cursor },
          signal,
        });
        licenses.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return licenses;
    },
  });
}

/** The roles that the caller may give on a license ID, in the order in which they are shown. */
export type AssignableRoles = (licenseId: string) => readonly Role[];

/**
 * What may be given where. Only whoever sees Invoice Reader at all has license IDs that differ in that, and needs
 * them all read. @source R9
 */
export function assignableRolesQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: ['assignable-roles', organization],
    staleTime: 60_000,
    queryFn: async ({ signal, client }): Promise<AssignableRoles> => {
      const seen = (await api.call(listRoles, { signal })).items.map(({ id }) => id);
      const everywhere = seen.filter((role) => role !== 'invoice-reader');
      if (everywhere.length === seen.length) return () => everywhere;
      const licenses = await client.fetchQuery(administeredLicensesQuery(api, organization));
      const byLicense = new Map(
        licenses.map(({ licenseId, assignableRoles }) => [licenseId, inOrder(assignableRoles ?? [])]),
      );
      return (licenseId) => byLicense.get(licenseId) ?? everywhere;
    },
  });
}

/** What a VL user holds on the license IDs that the caller administers, for the draft. */
export function heldAccessQuery(api: Api, organization: string, vlUserId: string) {
  return queryOptions({
    queryKey: ['held-access', organization, vlUserId],
    staleTime: 0,
    queryFn: ({ signal }) => readHeldAccess(api, vlUserId, signal),
  });
}

/**
 * Reads what a VL user holds. Somebody who holds nothing that the caller administers is not found there, and
 * holds nothing.
 */
export async function readHeldAccess(api: Api, vlUserId: string, signal?: AbortSignal): Promise<HeldAccess> {
  try {
    const { body, etag } = await api.callVersioned(getVlUserAccess, { params: { vlUserId }, signal });
    const roles = body.items.map(({ licenseId, roles: held }): [string, Role[]] => [
      licenseId,
      held.filter(({ origin }) => origin === 'assigned').map(({ role }) => role),
    ]);
    const now = new Date();
    const periods = body.items.map(({ licenseId, roles: held }): [string, RolePeriods] => [
      licenseId,
      periodsOf(
        held.filter(({ origin }) => origin === 'assigned'),
        now,
      ),
    ]);
    const inherited = body.items.flatMap(({ licenseId, agreementNumber, roles: held }): [string, string][] =>
      held.some(({ origin }) => origin === 'inherited') ? [[licenseId, agreementNumber ?? '']] : [],
    );
    return {
      etag,
      roles: new Map(roles.filter(([, assigned]) => assigned.length > 0)),
      inheritedFrom: new Map(inherited),
      periods: new Map(periods.filter(([, each]) => Object.keys(each).length > 0)),
    };
  } catch (error) {
    if (isProblem(error, 'vl-user-not-found')) return NOTHING_HELD;
    throw error;
  }
}

/** The periods of roles that start later or end, of what is held. */
function periodsOf(
  held: readonly { readonly role: Role; readonly startsAt: string; readonly endsAt: string | null }[],
  now: Date,
): RolePeriods {
  return Object.fromEntries(
    held.flatMap(({ role, startsAt, endsAt }) => {
      const period = notablePeriod(startsAt, endsAt, now);
      return period === null ? [] : [[role, period]];
    }),
  );
}

/** Whom addresses name, by the key of the address, and whether there is a directory that could name them. */
export interface Lookup {
  readonly hasDirectory: boolean;
  readonly found: ReadonlyMap<string, FoundPerson>;
}

/**
 * Looks addresses up, a thousand at a time.
 *
 * @param onProgress Told how many were asked for so far.
 */
export async function lookUp(
  api: Api,
  signInEmails: readonly string[],
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (asked: number) => void } = {},
): Promise<Lookup> {
  const found = new Map<string, FoundPerson>();
  let hasDirectory = false;
  let start = 0;
  do {
    const asked = signInEmails.slice(start, start + LOOKUP_MAX);
    const answer = await api.call(lookUpPeople, { body: { signInEmails: asked }, signal });
    hasDirectory = answer.hasDirectory;
    for (const person of answer.items) found.set(keyOf(person.signInEmail), person);
    start += LOOKUP_MAX;
    onProgress?.(Math.min(start, signInEmails.length));
  } while (start < signInEmails.length);
  return { hasDirectory, found };
}

/** Whether the organization has a directory: without one nobody is outside of it. */
export function hasDirectoryQuery(api: Api, organization: string) {
  return queryOptions({
    queryKey: ['has-directory', organization],
    staleTime: 300_000,
    queryFn: async ({ signal }) => (await lookUp(api, [], { signal })).hasDirectory,
  });
}

/** What a look-up found of somebody, for the draft. */
export function accessOf({ access }: FoundPerson): HeldAccess {
  if (access === null) return NOTHING_HELD;
  const now = new Date();
  const assigned = access.licenses.map(
    ({ licenseId, roles }) => [licenseId, roles.filter(({ origin }) => origin === 'assigned')] as const,
  );
  return {
    etag: access.etag,
    roles: new Map(
      assigned.flatMap(([licenseId, held]) =>
        held.length === 0 ? [] : [[licenseId, held.map(({ role }) => role)]],
      ),
    ),
    inheritedFrom: new Map(
      access.licenses.flatMap(({ licenseId, agreementNumber, roles }) =>
        roles.some(({ origin }) => origin === 'inherited') ? [[licenseId, agreementNumber ?? '']] : [],
      ),
    ),
    periods: new Map(assigned.map(([licenseId, held]) => [licenseId, periodsOf(held, now)])),
  };
}

/** Reads what several people hold, by their ids in the draft. People without a VL user hold nothing. */
export async function readHeldAccesses(
  api: Api,
  people: readonly { readonly id: string; readonly vlUserId: string | null; readonly signInEmail: string }[],
): Promise<Map<string, HeldAccess>> {
  const known = people.filter(({ vlUserId }) => vlUserId !== null);
  const { found } =
    known.length === 0
      ? { found: new Map<string, FoundPerson>() }
      : await lookUp(
          api,
          known.map(({ signInEmail }) => signInEmail),
        );
  const read = new Map<string, HeldAccess>();
  for (const { id, vlUserId, signInEmail } of people) {
    const person = found.get(keyOf(signInEmail));
    if (vlUserId === null) read.set(id, NOTHING_HELD);
    else if (person?.account.vlUserId === vlUserId) read.set(id, accessOf(person));
    // Gone from the directory, or of another address by now: those are few.
    else read.set(id, await readHeldAccess(api, vlUserId));
  }
  return read;
}
