/** The same server and account, another database. */
export function onDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The same server and database, another account. An empty password leaves the one that was there. */
export function asRole(url: string, role: string, password = ''): string {
  const changed = new URL(url);
  changed.username = encodeURIComponent(role);
  if (password !== '') changed.password = encodeURIComponent(password);
  return changed.href;
}
