/**
 * What of a URL reaches the log: neither its query, nor the token of an invitation or a download, wherever the path
 * leads, nor what somebody took for the id of a product key: it may be the key.
 */
export function loggedPath(url: string): string {
  return url
    .replace(/\?.*/s, '')
    .replace(/(register|invitations|files)(\/+)(?!register\b)[^/]+/gi, '$1$2:token')
    .replace(KEY_ID, '$1:key');
}

const KEY_ID = /(\/keys\/+)(?!(?:export|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$))[^/]+/gi;
