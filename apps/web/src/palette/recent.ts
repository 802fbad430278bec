import { remember, remembered } from '../app/browser-memory.ts';

const KEPT = 5;

/**
 * What a person chose last in the palette, newest first. Only ids are kept, never a name: what they name is asked
 * anew, so that nobody finds what they may not see any more.
 *
 * @param owner Whose they are: an organization's number and a VL user.
 * @source R10, A9
 */
export function readRecent(owner: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(remembered(keyOf(owner)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Puts an entry first among the recent ones. */
export function keepRecent(owner: string, id: string): void {
  const kept = [id, ...readRecent(owner).filter((each) => each !== id)].slice(0, KEPT);
  remember(keyOf(owner), JSON.stringify(kept));
}

function keyOf(owner: string): string {
  return `recent:${owner}`;
}
