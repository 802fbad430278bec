export const SIGN_IN_START = '/auth/sign-in';

/** Where signing in starts; it ends at `returnTo`, or at the start page. */
export function signInStart(returnTo?: string): string {
  return `${SIGN_IN_START}${returnTo === undefined ? '' : `?${new URLSearchParams({ returnTo })}`}`;
}

/** The description of the API. */
export const API_DOCUMENTATION = '/docs';

/** Whether a path is answered by the server itself and is no page of the console. */
export function isPageOfServer(path: string): boolean {
  return /^\/(auth|docs)([/?#]|$)/.test(path);
}
