import { type License, listLicenses } from '@muniment/contract/licenses.ts';
import { listRoles } from '@muniment/contract/people.ts';
import { getVlUserAccess } from '@muniment/contract/vl-users.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { queryOptions } from '@tanstack/react-query';
import { type Api, isProblem } from '../../api/client.ts';
import { type HeldAccess, inOrder, NOTHING_HELD } from './draft.ts';

const PAGE_LIMIT = 1_000;
const ACCESS_AT_ONCE = 6;

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
    const inherited = body.items.flatMap(({ licenseId, agreementNumber, roles: held }): [string, string][] =>
      held.some(({ origin }) => origin === 'inherited') ? [[licenseId, agreementNumber ?? '']] : [],
    );
    return {
      etag,
      roles: new Map(roles.filter(([, assigned]) => assigned.length > 0)),
      inheritedFrom: new Map(inherited),
    };
  } catch (error) {
    if (isProblem(error, 'vl-user-not-found')) return NOTHING_HELD;
    throw error;
  }
}

/** Reads what several people hold, a few at a time. People without a VL user hold nothing. */
export async function readHeldAccesses(
  api: Api,
  people: readonly { readonly id: string; readonly vlUserId: string | null }[],
): Promise<Map<string, HeldAccess>> {
  const read = new Map<string, HeldAccess>();
  const waiting = [...people];
  const work = async () => {
    for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
      const { id, vlUserId } = person;
      read.set(id, vlUserId === null ? NOTHING_HELD : await readHeldAccess(api, vlUserId));
    }
  };
  await Promise.all(Array.from({ length: ACCESS_AT_ONCE }, work));
  return read;
}
