import type { AccessExplanation } from '@muniment/contract/explain.ts';
import type { NotCounting } from '@muniment/domain/explain-access.ts';
import type { Action } from '@muniment/domain/roles.ts';

type IfRemoved = NonNullable<AccessExplanation['ifRemoved']>[number];

/** What `vl explain` and `vl who` print. */
export const explainMessages = {
  headline: (
    { allowed, action, license, at }: AccessExplanation,
    person: string,
    roles: string,
    isPast: boolean,
  ): string => {
    const where = `${license.licenseId} (${license.name})`;
    const when = isPast ? ` at ${at}` : '';
    const could = isPast ? 'could' : 'may';
    if (action !== null) return `${person} ${could}${allowed ? '' : ' not'} ${action} on ${where}${when}.`;
    const held = isPast ? 'held' : 'holds';
    return allowed
      ? `${person} ${held} ${roles} on ${where}${when}.`
      : `${person} ${held} nothing that counts on ${where}${when}.`;
  },
  doesNotCount: 'What does not count:',
  because: {
    closed: 'taken',
    ended: 'its time is over',
    'user-not-found': 'not in the directory',
    'provisioning-failed': 'a downstream system refused it',
    provisioning: 'waits for downstream systems',
    'not-registered': 'not registered',
    'not-started': 'not begun yet',
  } satisfies Record<NotCounting, string>,
  ifRemoved: (role: string, kept: string, rest: IfRemoved): string => {
    if (rest.isLocked) return `${role} is inherited: only its holder can give it up, in Preferences.`;
    if (rest.isRefused) return `${role} cannot be removed: no administrator would be left.`;
    const stays = kept === '' ? 'nothing stays' : `${kept} stays`;
    const only = rest.onlyAdministrator;
    const alone =
      only === null
        ? ''
        : `, and ${only.isYou ? 'you become' : `${only.displayName} becomes`} the only administrator`;
    return `Without ${role} ${stays}${alone}.`;
  },
  you: 'you',
  administrator: 'an administrator',
  inheritedFrom: (agreement: string) => `Inherited from ${agreement}`,
  assigned: 'Assigned',
  actions: (actions: readonly Action[], all: number) =>
    actions.length === all ? 'everything' : actions.join(', '),
  nothing: 'Nothing on license IDs that you may ask about.',
  nobody: 'Nobody.',
  idNeeded: 'Give the id of the VL user: this token is of no person, who could be looked for by e-mail.',
  columns: {
    role: 'Role',
    origin: 'Origin',
    by: 'Given by',
    given: 'Given',
    since: 'Counts since',
    ends: 'Ends',
    reason: 'Reason',
    why: 'Why not',
    taken: 'Taken',
    takenBy: 'Taken by',
    mayDo: 'May do',
  },
} as const;
