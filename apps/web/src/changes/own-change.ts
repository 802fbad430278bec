import { listAssignmentChanges } from '@muniment/contract/assignment-changes.ts';
import type { Api } from '../api/client.ts';
import type { Saved } from './use-undo.ts';

const LOOKED_AT = 5;

/**
 * The newest change that one made oneself of a person's roles: for what answers without naming its change.
 *
 * @returns null where there is none, or where it could not be read.
 */
export async function newestOwnChange(api: Api, vlUserId: string): Promise<Saved | null> {
  try {
    const { items } = await api.call(listAssignmentChanges, { query: { vlUserId, limit: LOOKED_AT } });
    const own = items.find(({ actor, kind }) => actor.isYou && kind === 'assignment');
    return own?.undo.possible ? { id: own.id, saved: true, emails: [], mailHoldSeconds: 0 } : null;
  } catch {
    return null;
  }
}
