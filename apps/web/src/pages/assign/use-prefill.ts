import { getLicense } from '@muniment/contract/licenses.ts';
import { getVlUser } from '@muniment/contract/vl-users.ts';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Api } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { type AssignSearch, paths } from '../../app/paths.ts';
import { readHeldAccess } from './assignment-queries.ts';
import { applyPrefill, type Prefill, type PrefilledPerson, prefillOf } from './prefill.ts';
import type { DraftHandle } from './use-draft.ts';

export interface PrefillState {
  readonly isPending: boolean;
  /** A draft is unfinished: whether the link joins it is not said yet. */
  readonly isAsking: boolean;
  /** How many people the link adds. */
  readonly people: number;
  /** Takes the link into the draft. */
  readonly accept: () => void;
  /** Leaves the draft as it is, without the link. */
  readonly leave: () => void;
  /** Some of what the link named could not be read. */
  readonly failed: boolean;
  readonly dismiss: () => void;
}

/**
 * Takes what a link names into the draft, once, and then out of the address: Back and reload add nothing. It never joins
 * an unfinished draft by itself.
 */
export function usePrefill(handle: DraftHandle): PrefillState {
  const api = useApi();
  const { number } = useOrganization();
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ strict: false }) as AssignSearch;
  const prefill = prefillOf(search);
  const [failed, setFailed] = useState(false);
  const [accepted, setAccepted] = useState<string | null>(null);
  const taken = useRef<string | null>(null);
  const { changePeople, draft } = handle;
  const asked = prefill === null ? null : JSON.stringify([...prefill.licenseIdsByUser, prefill.roles]);
  const isAsking = asked !== null && accepted !== asked && draft.people.length > 0;

  useEffect(() => {
    if (prefill === null || asked === null || isAsking || taken.current === asked) return;
    // What it adds makes the draft one with people in it: that is no reason to ask.
    setAccepted(asked);
    taken.current = asked;
    void readPrefill(api, prefill).then(async ({ added, isComplete }) => {
      // Whoever went elsewhere meanwhile stays there; the link is taken when they come back to it.
      if (router.latestLocation.pathname !== paths.assign(number)) {
        taken.current = null;
        return;
      }
      if (added.length > 0) changePeople((people) => applyPrefill(people, added, prefill.roles));
      setFailed(!isComplete);
      await navigate({ href: paths.assign(number), replace: true });
      // Not before it is out of the address: it would be taken again, and close what was opened meanwhile.
      taken.current = null;
      setAccepted(null);
    });
  }, [api, prefill, asked, isAsking, changePeople, navigate, router, number]);

  return {
    isPending: asked !== null && !isAsking,
    isAsking,
    people: prefill?.licenseIdsByUser.size ?? 0,
    accept: () => setAccepted(asked),
    leave: () => void navigate({ href: paths.assign(number), replace: true }),
    failed,
    dismiss: () => setFailed(false),
  };
}

/** Reads people and license IDs; those that cannot be read, or are not administered, are left out. */
async function readPrefill(
  api: Api,
  { licenseIdsByUser }: Prefill,
): Promise<{ added: PrefilledPerson[]; isComplete: boolean }> {
  const licenseIds = [...new Set([...licenseIdsByUser.values()].flat())];
  const [people, licenses] = await Promise.all([
    Promise.allSettled([...licenseIdsByUser.keys()].map((vlUserId) => readPerson(api, vlUserId))),
    Promise.allSettled(licenseIds.map((licenseId) => api.call(getLicense, { params: { licenseId } }))),
  ]);
  const administered = new Map(
    licenses
      .flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      .filter(({ administrators }) => administrators !== null)
      .map((license) => [license.licenseId, license]),
  );
  const found = people.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  return {
    added: found.map((person) => ({
      ...person,
      licenses: (licenseIdsByUser.get(person.identity.id) ?? []).flatMap(
        (licenseId) => administered.get(licenseId) ?? [],
      ),
    })),
    isComplete: found.length === people.length && administered.size === licenseIds.length,
  };
}

async function readPerson(api: Api, vlUserId: string): Promise<Omit<PrefilledPerson, 'licenses'>> {
  const [user, access] = await Promise.all([
    api.call(getVlUser, { params: { vlUserId } }),
    readHeldAccess(api, vlUserId),
  ]);
  const { id, signInEmail, displayName, businessEmail } = user;
  return {
    identity: {
      id,
      vlUserId: id,
      signInEmail,
      displayName,
      businessEmail,
      savedBusinessEmail: businessEmail,
      isExternal: false,
    },
    access,
  };
}
