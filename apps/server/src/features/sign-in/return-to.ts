const MAX_LENGTH = 2_000;
const HOME = '/';

/**
 * Where to go after sign-in: a path of this server, or `/` where what was asked for is anything else.
 *
 * A link to our own sign-in page must not be able to lead elsewhere afterwards (open redirect).
 */
export function localPath(returnTo: unknown): string {
  if (typeof returnTo !== 'string' || returnTo.length > MAX_LENGTH) return HOME;
  if (!returnTo.startsWith('/') || returnTo.includes('//') || returnTo.includes('\\')) return HOME;
  if (/[\p{Cc}\s]/u.test(returnTo) || !URL.canParse(returnTo, 'http://local.example')) return HOME;
  // Browsers resolve dots before they go there, and headers are ASCII: look at, and answer, what they see.
  const { origin, pathname, search, hash } = new URL(returnTo, 'http://local.example');
  if (origin !== 'http://local.example' || pathname.startsWith('//')) return HOME;
  // Back to where a sign-in starts or ends would go round in circles.
  if (/^\/(auth|sign-in)(\/|$)/.test(pathname)) return HOME;
  return `${pathname}${search}${hash}`;
}
