import type { AssignmentChangeAnswer, Difference, MailPlan } from '@muniment/contract/assignment-changes.ts';
import { type DraftPerson, isSamePerson } from '../assign/draft.ts';

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
  return groups.map(([signInEmail, differences]) => {
    const vlUserId = differences[0]?.vlUserId ?? '';
    return {
      signInEmail,
      displayName: differences[0]?.displayName ?? '',
      person: byId.get(vlUserId) ?? people.find((person) => isSamePerson(person, { signInEmail })),
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
