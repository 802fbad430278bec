import { useSyncExternalStore } from 'react';

const KEY = 'publisher-token';
const FORM = /^mun_[\w-]{43}$/;

const listeners = new Set<() => void>();

/** Whether a text can be an API token at all. */
export function isTokenForm(text: string): boolean {
  return FORM.test(text);
}

/** The publisher's API token that the operator gave to this tab; null where there is none. */
export function usePublisherToken(): string | null {
  return useSyncExternalStore(
    (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    () => sessionStorage.getItem(KEY),
  );
}

/** Keeps the token in this tab, until it is closed or the token is forgotten. */
export function keepPublisherToken(token: string): void {
  sessionStorage.setItem(KEY, token);
  for (const listener of listeners) listener();
}

export function forgetPublisherToken(): void {
  sessionStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

/**
 * Takes the token from the fragment of an address, where the server's greeting puts it: browsers send fragments
 * to nobody.
 *
 * @param fragment With or without `#`.
 * @returns Whether there was one.
 */
export function takePublisherToken(fragment: string): boolean {
  const token = fragment.replace(/^#/, '');
  if (!isTokenForm(token)) return false;
  keepPublisherToken(token);
  return true;
}
