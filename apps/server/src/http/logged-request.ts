/** What of a URL reaches the log: neither its query nor the token of an invitation or a download, wherever the path leads. */
export function loggedPath(url: string): string {
  return url
    .replace(/\?.*/s, '')
    .replace(/(register|invitations|files)(\/+)(?!register\b)[^/]+/gi, '$1$2:token');
}
