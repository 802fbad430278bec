import { useMemo, useSyncExternalStore } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { type Draft, type DraftPerson, EMPTY_DRAFT } from './draft.ts';
import { draftStorageKey, readDraft, writeDraft } from './draft-storage.ts';

export interface DraftHandle {
  readonly draft: Draft;
  /** Whether this device keeps it; false where its storage is full or refused. */
  readonly isKept: boolean;
  /** Changes the people: the draft is kept at once, and a later save is a new one. */
  readonly changePeople: (change: (people: readonly DraftPerson[]) => readonly DraftPerson[]) => void;
  readonly setReason: (reason: string) => void;
  /** Notes the Idempotency-Key of the save under way. */
  readonly setSaveKey: (saveKey: string) => void;
  readonly discard: () => void;
  /** Discards what was saved with that Idempotency-Key: a draft that was changed since is another, and stays. */
  readonly discardSaved: (saveKey: string) => void;
  /** Puts a draft that was discarded back, with its people and reason. */
  readonly restore: (draft: Draft) => void;
}

/** The draft of the signed-in person in the organization of the address; the same in every tab and page. */
export function useDraft(): DraftHandle {
  const organization = useOrganization();
  // Who assigns is a VL user.
  const key = draftStorageKey(organization.number, organization.vlUserId ?? '');
  const store = useMemo(() => storeOf(key), [key]);
  const { draft, isKept } = useSyncExternalStore(store.subscribe, store.read);
  return useMemo(
    () => ({
      draft,
      isKept,
      changePeople: (change) =>
        store.change(({ people, reason }) => ({ people: change(people), reason, saveKey: null })),
      setReason: (reason) => store.change(({ people }) => ({ people, reason, saveKey: null })),
      setSaveKey: (saveKey) => store.change(({ people, reason }) => ({ people, reason, saveKey })),
      discard: store.discard,
      discardSaved: (saveKey) => store.read().draft.saveKey === saveKey && store.discard(),
      restore: ({ people, reason }) => store.change(() => ({ people, reason, saveKey: null })),
    }),
    [draft, isKept, store],
  );
}

interface Kept {
  readonly draft: Draft;
  readonly isKept: boolean;
}

const stores = new Map<string, ReturnType<typeof createStore>>();

function storeOf(key: string) {
  const known = stores.get(key);
  if (known !== undefined) return known;
  const store = createStore(key);
  stores.set(key, store);
  return store;
}

function createStore(key: string) {
  let kept: Kept = { draft: readDraft(readStored(key)), isKept: true };
  const listeners = new Set<() => void>();

  const show = (next: Kept) => {
    kept = next;
    for (const listener of listeners) listener();
  };
  // Another tab changed it.
  window.addEventListener('storage', (event) => {
    if (event.key === key) show({ draft: readDraft(event.newValue), isKept: true });
  });

  return {
    read: () => kept,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change: (draft: Draft) => Omit<Draft, 'changedAt'>) => {
      const draft = { ...change(kept.draft), changedAt: new Date().toISOString() };
      show({ draft, isKept: keep(key, draft) });
    },
    discard: () => {
      show({ draft: EMPTY_DRAFT, isKept: true });
      keep(key, null);
    },
  };
}

function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, draft: Draft | null): boolean {
  try {
    if (draft === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, writeDraft(draft));
    return true;
  } catch {
    return false;
  }
}
