import type { Role } from '@muniment/domain/roles.ts';
import { useCallback, useEffect, useState } from 'react';
import { type AccessDraft, changedLicenseIds, rebase, wantAgain, wantRoles } from './access-draft.ts';
import type { PersonAccess } from './person-query.ts';

/**
 * The edits of a pane, and whether somebody else saved other roles since they began.
 *
 * A newer version with the same roles (an e-mail was sent, a name mended) is no conflict: the edits move on to it.
 */
export function useAccessDraft(access: PersonAccess | undefined) {
  const [draft, setDraft] = useState<AccessDraft | null>(null);
  const isOlder = draft !== null && access !== undefined && draft.base.etag !== access.etag;
  const isStale = isOlder && changedLicenseIds(draft.base, access).length > 0;

  useEffect(() => {
    if (isOlder && !isStale) setDraft(rebase(draft, access));
  }, [isOlder, isStale, draft, access]);

  const want = useCallback(
    (licenseId: string, roles: readonly Role[]) => {
      if (access !== undefined) setDraft((before) => wantRoles(before, access, licenseId, roles));
    },
    [access],
  );
  return {
    draft,
    isStale,
    want,
    /** Wants what failed again. */
    again: useCallback(() => {
      if (access !== undefined) setDraft((before) => wantAgain(before, access));
    }, [access]),
    discard: useCallback(() => setDraft(null), []),
    /** Puts the edits on top of what is there now. */
    keepOnTop: () => draft !== null && access !== undefined && setDraft(rebase(draft, access)),
  };
}
