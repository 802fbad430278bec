import type { AssignmentChangeAnswer, Difference, MailPlan } from '@muniment/contract/assignment-changes.ts';
import { type DraftPerson, keyOf } from '../assign/draft.ts';

/** What a change does to one person. */
export interface PersonChanges {
  readonly signInEmail: string;
  readonly displayName: string;
  readonly person: DraftPerson | undefined;
  readonly mail: MailPlan | undefined;
  /** In the order in which the draft has the license IDs. */
  readonly differences: readonly Difference[];
}

/** Whether a license ID gains or loses a role. */
export function isChanged({ added, removed, rescheduled }: Difference): boolean {
  return added.length + removed.length + rescheduled.length > 0;
}

/** Which license IDs of a difference are shown. */
export const CHANGE_FILTERS = ['all', 'added', 'removed', 'unchanged'] as const;
export type ChangeFilter = (typeof CHANGE_FILTERS)[number];

/** Whether a filter shows a license ID of a person. */
export function isShown(difference: Difference, filter: ChangeFilter): boolean {
  switch (filter) {
    case 'added':
      return difference.added.length > 0;
    case 'removed':
      return difference.removed.length > 0;
    case 'unchanged':
      return !isChanged(difference);
    default:
      return true;
  }
}

/** Of so many license IDs whoever loses roles comes first: what is taken away must not be overlooked. */
const REMOVALS_FIRST_FROM = 100;

/** Whether a difference is so long that those who lose roles come first. */
export function putsRemovalsFirst(differences: readonly Difference[]): boolean {
  return differences.length >= REMOVALS_FIRST_FROM && differences.some(({ removed }) => removed.length > 0);
}

/** Puts those who lose roles first, and first among theirs the license IDs on which they do. */
export function removalsFirst(groups: readonly PersonChanges[]): PersonChanges[] {
  const loses = ({ removed }: Difference) => removed.length > 0;
  const order = (a: boolean, b: boolean) => Number(b) - Number(a);
  return groups
    .map((group) => ({
      ...group,
      differences: group.differences.toSorted((a, b) => order(loses(a), loses(b))),
    }))
    .toSorted((a, b) => order(a.differences.some(loses), b.differences.some(loses)));
}

/** Sorts an answer by person, in the order of the draft. */
export function groupByPerson(
  { difference, emails }: Pick<AssignmentChangeAnswer, 'difference' | 'emails'>,
  people: readonly DraftPerson[],
): PersonChanges[] {
  const mails = new Map(emails.map((mail) => [mail.signInEmail, mail]));
  const groups = [...Map.groupBy(difference, ({ signInEmail }) => signInEmail)];
  const byId = new Map(
    people.flatMap((person) => (person.vlUserId === null ? [] : [[person.vlUserId, person]])),
  );
  const byKey = new Map(people.map((person) => [keyOf(person.signInEmail), person]));
  return groups.map(([signInEmail, differences]) => {
    const vlUserId = differences[0]?.vlUserId ?? '';
    return {
      signInEmail,
      displayName: differences[0]?.displayName ?? '',
      person: byId.get(vlUserId) ?? byKey.get(keyOf(signInEmail)),
      mail: mails.get(signInEmail),
      differences,
    };
  });
}

/** The pairs on which the draft takes Administrator away, on these license IDs. */
export function administratorsTakenAway(
  { difference }: Pick<AssignmentChangeAnswer, 'difference'>,
  licenseIds: readonly string[],
): Difference[] {
  return difference.filter(
    ({ licenseId, removed }) => licenseIds.includes(licenseId) && removed.includes('administrator'),
  );
}
