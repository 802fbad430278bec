import type { Adapter, AdapterPayload } from 'oidc-provider';

const MAX_ENTRIES = 5_000;
const SWEEP_MS = 60_000;

interface Entry {
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

/**
 * Keeps what the demo provider knows for minutes: in memory, since a sign-in that a restart interrupts is simply
 * started again. Bounded, so that nobody can fill the memory by starting sign-ins.
 */
export function createDemoStorage(): { adapter: (model: string) => Adapter } {
  const entries = new Map<string, Entry>();
  let sweptAt = performance.now();

  function live(key: string): AdapterPayload | undefined {
    const entry = entries.get(key);
    return entry !== undefined && entry.endsAt > performance.now() ? entry.payload : undefined;
  }

  function makeRoom(): void {
    const now = performance.now();
    if (now - sweptAt > SWEEP_MS) {
      sweptAt = now;
      for (const [key, entry] of entries) if (entry.endsAt <= now) entries.delete(key);
    }
    for (const key of entries.keys()) {
      if (entries.size < MAX_ENTRIES) break;
      entries.delete(key);
    }
  }

  function find(matches: (key: string, payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const key of entries.keys()) {
      const payload = live(key);
      if (payload !== undefined && matches(key, payload)) return payload;
    }
    return undefined;
  }

  return {
    adapter: (model) => ({
      async upsert(id, payload, expiresIn) {
        makeRoom();
        const endsAt =
          expiresIn === undefined ? Number.POSITIVE_INFINITY : performance.now() + expiresIn * 1_000;
        entries.set(`${model}:${id}`, { payload, endsAt });
      },
      async find(id) {
        return live(`${model}:${id}`);
      },
      async findByUid(uid) {
        return find((key, payload) => key.startsWith(`${model}:`) && payload.uid === uid);
      },
      async findByUserCode() {
        // The device flow is off.
      },
      async consume(id) {
        const payload = live(`${model}:${id}`);
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      async destroy(id) {
        entries.delete(`${model}:${id}`);
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    }),
  };
}
