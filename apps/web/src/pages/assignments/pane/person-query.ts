import {
  getVlUser,
  getVlUserAccess,
  type LicenseAccess,
  type VlUserDetails,
} from '@muniment/contract/vl-users.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Api } from '../../../api/client.ts';
import { isBeingApplied } from './person-standing.ts';

/** A VL user and what they hold, as one state: both were read at the same version. */
export interface PersonAccess {
  readonly person: VlUserDetails;
  readonly licenses: readonly LicenseAccess[];
  /** The version, for `expected` and If-Match. */
  readonly etag: string;
}

const READS_MAX = 3;
const MAIL_UNDER_WAY_MILLISECONDS = 5_000;
const BEING_APPLIED_MILLISECONDS = 2_500;

export function personKey(organization: string, vlUserId: string, at?: string) {
  return [organization, 'person', vlUserId, at ?? null] as const;
}

/**
 * One person with their access, now or at a past moment. While a change is being applied, or an e-mail is on its way,
 * it is asked for again.
 */
export function personQuery(api: Api, organization: string, vlUserId: string, at?: string) {
  return queryOptions({
    queryKey: personKey(organization, vlUserId, at),
    queryFn: ({ signal }) => readPerson(api, vlUserId, at, signal),
    refetchInterval: ({ state: { data } }) => {
      if (at !== undefined) return false;
      if (data !== undefined && isBeingApplied(data)) return BEING_APPLIED_MILLISECONDS;
      return isMailUnderWay(data) ? MAIL_UNDER_WAY_MILLISECONDS : false;
    },
  });
}

async function readPerson(
  api: Api,
  vlUserId: string,
  at: string | undefined,
  signal: AbortSignal,
): Promise<PersonAccess> {
  const params = { vlUserId };
  const query = at === undefined ? {} : { asOf: at };
  for (let read = 1; ; read++) {
    const [person, access] = await Promise.all([
      api.callVersioned(getVlUser, { params, query, signal }),
      api.callVersioned(getVlUserAccess, { params, query, signal }),
    ]);
    // Somebody saved between the two: the older half must not be edited as if it were the newer.
    if (person.etag === access.etag || read === READS_MAX) {
      return { person: person.body, licenses: access.body.items, etag: access.etag ?? '' };
    }
  }
}

function isMailUnderWay(access: PersonAccess | undefined): boolean {
  const states = access?.person.invitations.map(({ mail }) => mail?.state) ?? [];
  return states.includes('held') || states.includes('sending');
}
