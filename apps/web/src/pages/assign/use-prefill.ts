import { getLicense } from '@muniment/contract/licenses.ts';
import { getVlUser } from '@muniment/contract/vl-users.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Api } from '../../api/client.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { type AssignSearch, paths } from '../../app/paths.ts';
import { readHeldAccess } from './assignment-queries.ts';
import type { DraftIdentity, HeldAccess } from './draft.ts';
import { applyPrefill, type Prefill, prefillOf } from './prefill.ts';
import type { DraftHandle } from './use-draft.ts';

export interface PrefillState {
  readonly isPending: boolean;
  /** Some of what the link named could not be read. */
  readonly failed: boolean;
  readonly dismiss: () => void;
}

/** Takes what a link names into the draft, once, and then out of the address: Back and reload add nothing. */
export function usePrefill(handle: DraftHandle): PrefillState {
  const api = useApi();
  const { number } = useOrganization();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as AssignSearch;
  const prefill = prefillOf(search);
  const [failed, setFailed] = useState(false);
  const taken = useRef<string | null>(null);
  const { changePeople } = handle;

  useEffect(() => {
    const asked = JSON.stringify(prefill);
    if (prefill === null || taken.current === asked) return;
    taken.current = asked;
    void readPrefill(api, prefill).then(({ added, licenses, isComplete }) => {
      if (added.length > 0) {
        changePeople((people) => applyPrefill(people, added, licenses, prefill.roles, prefill.pairs));
      }
      setFailed(!isComplete);
      taken.current = null;
      void navigate({ href: paths.assign(number), replace: true });
    });
  }, [api, prefill, changePeople, navigate, number]);

  return { isPending: prefill !== null, failed, dismiss: () => setFailed(false) };
}

interface Added {
  readonly identity: DraftIdentity;
  readonly access: HeldAccess;
}

async function readPrefill(api: Api, { vlUserIds, licenseIds }: Prefill) {
  const [people, licenses] = await Promise.all([
    Promise.allSettled(vlUserIds.map((vlUserId) => readPerson(api, vlUserId))),
    Promise.allSettled(licenseIds.map((licenseId) => api.call(getLicense, { params: { licenseId } }))),
  ]);
  const isRead = <T>(result: PromiseSettledResult<T>) => result.status === 'fulfilled';
  return {
    added: people.filter(isRead).map(({ value }) => value),
    licenses: licenses
      .filter(isRead)
      .map(({ value }) => value)
      .filter(({ administrators }) => administrators !== null),
    isComplete: people.every(isRead) && licenses.every(isRead),
  };
}

async function readPerson(api: Api, vlUserId: string): Promise<Added> {
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
