import { getLicense, type License, listLicenses } from '@muniment/contract/licenses.ts';
import { getVlUser, listVlUsers } from '@muniment/contract/vl-users.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Api } from '../api/client.ts';

const SHOWN = 5;
/** More are read than shown: those that begin with what was typed come first. */
const READ = 25;

/** Somebody who was found. */
export interface FoundPerson {
  readonly id: string;
  readonly displayName: string;
  readonly signInEmail: string;
}

export interface Found {
  readonly people: readonly FoundPerson[];
  readonly licenses: readonly License[];
}

/** People and license IDs that a text means, among those that the person may see. @source R10 */
export function foundQuery(api: Api, organization: string, text: string, isAdministrator: boolean) {
  return queryOptions({
    queryKey: [organization, 'palette', 'found', text, isAdministrator],
    queryFn: async ({ signal }): Promise<Found> => {
      const [people, licenses] = await Promise.all([
        isAdministrator ? api.call(listVlUsers, { query: { q: text, limit: SHOWN }, signal }) : { items: [] },
        api.call(listLicenses, { query: { q: text, limit: READ }, signal }),
      ]);
      const beginning = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
      const isBeginning = ({ licenseId }: License) => licenseId.startsWith(beginning);
      const ordered = licenses.items.toSorted((a, b) => Number(isBeginning(b)) - Number(isBeginning(a)));
      return { people: people.items, licenses: ordered.slice(0, SHOWN) };
    },
    placeholderData: keepPreviousData,
  });
}

/** Those of the recent entries that the person may still see, in their order. */
export function recentQuery(api: Api, organization: string, ids: readonly string[]) {
  return queryOptions({
    queryKey: [organization, 'palette', 'recent', ids],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, FoundPerson | License>> => {
      const answers = await Promise.allSettled(
        ids.map((id): Promise<FoundPerson | License> => {
          const name = id.slice(id.indexOf(':') + 1);
          return id.startsWith('person:')
            ? api.call(getVlUser, { params: { vlUserId: name }, signal })
            : api.call(getLicense, { params: { licenseId: name }, signal });
        }),
      );
      return new Map(
        answers.flatMap((answer, index) =>
          answer.status === 'fulfilled' ? [[ids[index] ?? '', answer.value] as const] : [],
        ),
      );
    },
  });
}
