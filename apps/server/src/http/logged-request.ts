/** What of a URL reaches the log: neither its query nor the token of an invitation, wherever the path leads. */
export function loggedPath(url: string): string {
  return url.replace(/\?.*/s, '').replace(/(register|invitations)(\/+)(?!register\b)[^/]+/gi, '$1$2:token');
}
