import { useCallback, useState } from 'react';

/**
 * A form's content that survives closing it and reloading the page, in this tab. It is kept apart for each person, so
 * that whoever signs in next in the same tab does not find it.
 *
 * @param name Of the form.
 * @param person Their sign-in email.
 * @param empty What the form begins with; texts and null alone. What is stored with other fields is forgotten.
 * @returns The draft; a function that changes some of its fields; one that forgets it.
 */
export function useKeptDraft<T extends Readonly<Record<string, string | boolean | null>>>(
  name: string,
  person: string,
  empty: T,
): [draft: T, change: (fields: Partial<T>) => void, forget: () => void] {
  const key = `muniment.${name}.${person}`;
  const [draft, setDraft] = useState<T>(() => read(key, empty));
  const change = useCallback(
    (fields: Partial<T>) =>
      setDraft((before) => {
        const next = { ...before, ...fields };
        write(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a form begins with does not change
  const forget = useCallback(() => {
    write(key, null);
    setDraft(empty);
  }, [key]);
  return [draft, change, forget];
}

function read<T extends object>(key: string, empty: T): T {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (typeof stored !== 'object' || stored === null) return empty;
    const known = Object.entries(stored).filter(([field]) => field in empty);
    return { ...empty, ...Object.fromEntries(known) };
  } catch {
    return empty;
  }
}

/** A browser that keeps nothing loses the draft with the page. */
function write(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {}
}
