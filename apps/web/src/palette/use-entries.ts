import type { License } from '@muniment/contract/licenses.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFilter } from 'react-aria-components/Autocomplete';
import { useApi, useOrganization } from '../app/organization.ts';
import { useShowPane } from '../app/panes.ts';
import { paths } from '../app/paths.ts';
import { formatLicenseId } from '../messages/license-id.ts';
import { useMessages } from '../messages/messages.tsx';
import { useLater } from '../ui/use-later.ts';
import { matches, type PaletteEntry } from './palette-entry.ts';
import { type FoundPerson, foundQuery, recentQuery } from './palette-queries.ts';
import { keepRecent, readRecent } from './recent.ts';
import { useActions } from './use-actions.ts';

const TYPING_MILLISECONDS = 150;
const LONGEST = 200;

export interface Entries {
  readonly entries: readonly PaletteEntry[];
  /** People and license IDs are still asked for. */
  readonly isSearching: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** Remembers what was chosen. */
  readonly keep: (entry: PaletteEntry) => void;
}

/** What a text means: pages and acts at once, people and license IDs when the server has answered. */
export function useEntries(text: string): Entries {
  const api = useApi();
  const { number, vlUserId, actions: allowed } = useOrganization();
  const owner = `${number}:${vlUserId}`;
  const isAdministrator = allowed.includes('assignment:manage');
  const { contains } = useFilter({ sensitivity: 'base' });
  const actions = useActions();
  const entryOf = useEntryOf();

  const wanted = text.trim().slice(0, LONGEST);
  const asked = useLater(wanted, TYPING_MILLISECONDS);
  const maySearch = asked !== '' && allowed.length > 0;
  const found = useQuery({ ...foundQuery(api, number, asked, isAdministrator), enabled: maySearch });
  const [recentIds] = useState(() => readRecent(owner));
  const askedIds = recentIds.filter((id) => /^(person|license):/.test(id));
  const recent = useQuery({ ...recentQuery(api, number, askedIds), enabled: askedIds.length > 0 });

  const people = wanted === '' ? [] : (found.data?.people ?? []).map(entryOf.person);
  const licenses = wanted === '' ? [] : (found.data?.licenses ?? []).map(entryOf.license);
  const acts = actions.filter(({ label, about = '' }) => matches(wanted, `${label} ${about}`, contains));
  const last = recentIds.flatMap((id): PaletteEntry[] => {
    const seen = recent.data?.get(id);
    const entry = seen === undefined ? actions.find((each) => each.id === id) : entryOf.any(seen);
    return entry === undefined ? [] : [{ ...entry, group: 'palette.group.recent' }];
  });
  const isAboutLicense = /\d/.test(wanted);
  return {
    entries:
      wanted === ''
        ? [...last, ...acts.filter(({ id }) => !last.some((each) => each.id === id))]
        : isAboutLicense
          ? [...licenses, ...people, ...acts]
          : [...acts, ...people, ...licenses],
    isSearching: wanted !== '' && allowed.length > 0 && (asked !== wanted || found.isFetching),
    error: maySearch ? found.error : null,
    retry: () => void found.refetch(),
    keep: ({ id }) => keepRecent(owner, id),
  };
}

/** How people and license IDs show, and where they lead. */
function useEntryOf() {
  const { t } = useMessages();
  const { number, actions } = useOrganization();
  const showPreferences = useShowPane('preferences');
  const isAdministrator = actions.includes('assignment:manage');
  const person = ({ id, displayName, signInEmail }: FoundPerson): PaletteEntry => ({
    id: `person:${id}`,
    label: displayName,
    about: signInEmail,
    group: 'palette.group.people',
    href: paths.assignments(number, { user: id }),
  });
  const license = ({ licenseId, name, administrators }: License): PaletteEntry => {
    const shown = formatLicenseId(licenseId);
    const id = `license:${licenseId}`;
    if (administrators !== null) {
      const href = paths.assignments(number, { license: [licenseId] });
      return {
        id,
        label: t('palette.who', { licenseId: shown }),
        about: name,
        group: 'palette.group.actions',
        href,
      };
    }
    const own = { id, label: shown, about: name, group: 'palette.group.licenses' as const };
    // Who administers others sees what they hold themselves in Preferences alone.
    return isAdministrator
      ? { ...own, onAction: () => showPreferences(true) }
      : { ...own, href: paths.volumeLicensing(number, { q: licenseId }) };
  };
  const any = (seen: FoundPerson | License) => ('licenseId' in seen ? license(seen) : person(seen));
  return { person, license, any };
}
