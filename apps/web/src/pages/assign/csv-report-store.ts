import { useMemo, useSyncExternalStore } from 'react';
import { useOrganization } from '../../app/organization.ts';
import type { ReportRow } from './csv-plan.ts';

/** What became of the rows of a file that went into the draft. Stays until the person dismisses it. */
export interface CsvReport {
  readonly fileName: string;
  /** When it was uploaded, RFC 3339. */
  readonly at: string;
  readonly total: number;
  readonly taken: number;
  /** All rows; after a reload those alone that were not taken, where all of them are too many to keep. */
  readonly rows: readonly ReportRow[];
}

export interface CsvReportHandle {
  readonly report: CsvReport | null;
  readonly keep: (report: CsvReport) => void;
  readonly dismiss: () => void;
}

const VERSION = 1;

/** The report of the file that the signed-in person uploaded last in this organization. */
export function useCsvReport(): CsvReportHandle {
  const { number, vlUserId } = useOrganization();
  const key = `muniment.csv-report.${number}.${vlUserId ?? ''}`;
  const store = useMemo(() => storeOf(key), [key]);
  const report = useSyncExternalStore(store.subscribe, store.read);
  return { report, keep: store.keep, dismiss: store.dismiss };
}

const stores = new Map<string, ReturnType<typeof createStore>>();

function storeOf(key: string) {
  const known = stores.get(key) ?? createStore(key);
  stores.set(key, known);
  return known;
}

function createStore(key: string) {
  let report = readStored(key);
  const listeners = new Set<() => void>();
  const show = (next: CsvReport | null) => {
    report = next;
    for (const listener of listeners) listener();
  };
  return {
    read: () => report,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep: (next: CsvReport) => {
      show(next);
      const leftOut = { ...next, rows: next.rows.filter(({ fault }) => fault !== null) };
      if (!store(key, next)) store(key, leftOut);
    },
    dismiss: () => {
      show(null);
      store(key, null);
    },
  };
}

/** @returns false where this device has no room for it, or keeps nothing. */
function store(key: string, report: CsvReport | null): boolean {
  try {
    if (report === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, JSON.stringify({ version: VERSION, ...report }));
    return true;
  } catch {
    return false;
  }
}

function readStored(key: string): CsvReport | null {
  try {
    const stored = JSON.parse(window.localStorage.getItem(key) ?? 'null') as
      | (CsvReport & { version: number })
      | null;
    return stored?.version === VERSION && Array.isArray(stored.rows) ? stored : null;
  } catch {
    return null;
  }
}
