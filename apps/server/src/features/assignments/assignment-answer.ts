import type {
  AssignmentChangeAnswer,
  Check,
  Difference,
  MailPlan,
} from '@muniment/contract/assignment-changes.ts';
import type { AssignmentDecision, MailStep, PairDifference } from '@muniment/domain/assignment-decision.ts';
import { mailSubject } from '../mail/mail-service.ts';
import type { KnownLicense } from './assignment-repository.ts';
import type { Person } from './resolve-people.ts';

/** The people and license IDs of a change, by their internal ids. */
export interface Named {
  readonly people: ReadonlyMap<string, Person>;
  readonly licenses: ReadonlyMap<string, KnownLicense>;
}

export interface SavedChange {
  readonly id: string;
  readonly at: Date;
  /** Ids of those for whom a mail was planned. */
  readonly told: ReadonlySet<string>;
}

/** Puts a decision into the words of the API. `saved` is null where nothing was saved. */
export function answerOf(
  decision: AssignmentDecision,
  named: Named,
  settings: { readonly publisherName: string; readonly mailHoldSeconds: number },
  saved: SavedChange | null,
): AssignmentChangeAnswer {
  const changed = decision.differences.filter(isChange);
  const count = (roles: (difference: PairDifference) => readonly unknown[]) =>
    changed.reduce((sum, difference) => sum + roles(difference).length, 0);
  return {
    id: saved?.id ?? null,
    saved: saved !== null,
    at: saved?.at.toISOString() ?? null,
    summary: {
      added: count(({ added }) => added),
      removed: count(({ removed }) => removed),
      rescheduled: count(({ rescheduled }) => rescheduled),
      people: new Set(changed.map(({ userKey }) => userKey)).size,
      licenseIds: new Set(changed.map(({ licenseId }) => licenseId)).size,
    },
    difference: decision.differences.map((difference) => differenceOf(difference, named)),
    emails: decision.mails.map((mail) => mailOf(mail, named, settings.publisherName)),
    mailHoldSeconds: settings.mailHoldSeconds,
    checks: checksOf(decision, named),
  };
}

/** Whether anything becomes of a pair. */
export function isChange({ added, removed, rescheduled }: PairDifference): boolean {
  return added.length + removed.length + rescheduled.length > 0;
}

function differenceOf(difference: PairDifference, named: Named): Difference {
  const person = named.people.get(difference.userKey);
  const license = named.licenses.get(difference.licenseId);
  return {
    vlUserId: person?.isNew ? null : difference.userKey,
    signInEmail: person?.signInEmail ?? '',
    displayName: person?.displayName ?? '',
    licenseId: license?.licenseId ?? '',
    licenseName: license?.name ?? '',
    added: [...difference.added],
    removed: [...difference.removed],
    rescheduled: [...difference.rescheduled],
    kept: [...difference.kept],
  };
}

function mailOf(mail: MailStep, named: Named, publisherName: string): MailPlan {
  const person = named.people.get(mail.userKey);
  return {
    kind: mail.kind,
    displayName: person?.displayName ?? '',
    signInEmail: person?.signInEmail ?? '',
    to: person?.newBusinessEmail ?? person?.businessEmail ?? '',
    subject: mailSubject(mail.kind, publisherName),
  };
}

function checksOf(decision: AssignmentDecision, named: Named): Check[] {
  const licenseIdOf = (id: string) => named.licenses.get(id)?.licenseId ?? '';
  const checks: Check[] = [];
  const add = (
    level: Check['level'],
    code: Check['code'],
    licenses: readonly string[],
    people: readonly string[] = [],
  ) => {
    if (licenses.length === 0) return;
    const licenseIds = [...new Set(licenses.map(licenseIdOf))].sort();
    const names = [...new Set(people.map((key) => named.people.get(key)?.displayName ?? ''))];
    checks.push({ level, code, licenseIds, people: names });
  };

  for (const refusal of decision.refusals) {
    if (refusal.kind === 'last-administrator') add('blocking', 'last-administrator', refusal.licenseIds);
    if (refusal.kind === 'assignment-in-progress') {
      const pairs = decision.differences.filter(({ userKey }) => refusal.userKeys.includes(userKey));
      add(
        'blocking',
        'assignment-in-progress',
        pairs.map((pair) => pair.licenseId),
        refusal.userKeys,
      );
    }
    if (refusal.kind === 'role-inherited') {
      const pairs = refusal.places.flatMap(({ assignment }) => decision.differences[assignment] ?? []);
      add(
        'blocking',
        'role-inherited',
        pairs.map((pair) => pair.licenseId),
        pairs.map((pair) => pair.userKey),
      );
    }
  }
  const licensesWhere = (holds: (before: number, after: number) => boolean) =>
    decision.administrators
      .filter(({ before, after }) => holds(before, after))
      .map(({ licenseId }) => licenseId);
  add(
    'warning',
    'drops-to-one-administrator',
    licensesWhere((before, after) => before > 1 && after === 1),
  );

  const invited = new Set(
    decision.mails.filter(({ kind }) => kind === 'invitation').map(({ userKey }) => userKey),
  );
  const pending = decision.opened.filter(
    ({ role, userKey }) => role === 'administrator' && invited.has(userKey),
  );
  add(
    'information',
    'administrator-pending',
    pending.map((grant) => grant.licenseId),
    pending.map((grant) => grant.userKey),
  );
  add(
    'good',
    'gains-second-administrator',
    licensesWhere((before, after) => before < 2 && after >= 2),
  );
  return checks;
}
