import { lazy, Suspense, useSyncExternalStore } from 'react';

/** The result of something that the person did. */
export interface Toast {
  tone: 'success' | 'info' | 'danger';
  title: string;
  message?: string;
  /** One way on, usually Undo. The toast closes when it is taken. */
  action?: { label: string; onAction: () => void };
}

// The region is loaded with the first toast: no page waits for it.
const loadRegion = () => import('./toast-region.tsx');
const Region = lazy(loadRegion);

let isNeeded = false;
const listeners = new Set<() => void>();

/**
 * Shows a toast: 20 s where it offers an action or tells of a failure, else 8 s; the time stands still while
 * it is hovered or focused.
 *
 * @returns A function that takes it away.
 */
export function showToast(toast: Toast): () => void {
  isNeeded = true;
  for (const listener of listeners) listener();
  const added = loadRegion().then(({ addToast }) => addToast(toast));
  return () => void added.then((close) => close());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where toasts appear; once, around all pages. Alt T puts focus on the newest one's action. */
export function Toasts() {
  const hasToasts = useSyncExternalStore(subscribe, () => isNeeded);
  return hasToasts ? (
    <Suspense>
      <Region />
    </Suspense>
  ) : null;
}
