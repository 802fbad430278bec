import { useSyncExternalStore } from 'react';

/** Windows of one browser tell each other that somebody signed in again. */
const CHANNEL = 'muniment-session';

let hasEnded = false;
const listeners = new Set<() => void>();

function become(ended: boolean): void {
  if (hasEnded === ended) return;
  hasEnded = ended;
  for (const listener of listeners) listener();
}

/** The server no longer knows the person who works here. */
export function noteSessionEnded(): void {
  become(true);
}

/** It knows them again. */
export function noteSessionBack(): void {
  become(false);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the session ended while somebody was working. */
export function useHasSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, () => hasEnded);
}

/** Tells the other windows that somebody has signed in. */
export function announceSignIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('signed-in');
  channel.close();
}

/** @returns Ends the listening. */
export function onSignedInElsewhere(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  return () => channel.close();
}
