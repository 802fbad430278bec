import { ServerNotReached } from '../api/client.ts';

const NOTE = 'signed-out';

/**
 * Ends the session, and the one at the identity provider where it has a page for that. Then the sign-in page is
 * loaded anew, so that nothing of the person stays in memory.
 *
 * @param returnTo Where the next sign-in leads.
 * @throws ServerNotReached where it is not known whether the session ended.
 */
export async function signOut(returnTo?: string): Promise<void> {
  // Not part of the API under /v1, so not in the contract either.
  const answer = await fetch('/auth/sign-out', { method: 'POST' }).catch(() => null);
  if (!answer?.ok) throw new ServerNotReached();
  const { redirectTo } = (await answer.json()) as { redirectTo: string };
  // The way may lead over the identity provider, which brings nothing back.
  sessionStorage.setItem(NOTE, returnTo ?? '');
  window.location.assign(redirectTo);
}

/** What signing out left for the sign-in page; null where nobody has just signed out. */
export function readSignedOutNote(): { returnTo?: string } | null {
  const returnTo = sessionStorage.getItem(NOTE);
  if (returnTo === null) return null;
  return returnTo === '' ? {} : { returnTo };
}

/** A later visit of the sign-in page is not the one after signing out. */
export function forgetSignedOutNote(): void {
  sessionStorage.removeItem(NOTE);
}
