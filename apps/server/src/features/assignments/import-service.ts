import type { AssignmentChangeRequest } from '@muniment/contract/assignment-changes.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import type { Role } from '@muniment/domain/roles.ts';
import type { Trx } from '../../database/connect.ts';
import { changeAssignments } from './change-assignments.ts';
import type { SaveDeps } from './save-decision.ts';

/** Roles of a person on a license ID, as another system held them. */
export interface ImportedPair {
  readonly signInEmail: string;
  /** For somebody new; who is there keeps theirs. */
  readonly businessEmail: string | undefined;
  readonly displayName: string;
  readonly licenseId: string;
  readonly roles: readonly Role[];
}

export interface ImportOutcome {
  /** For each pair, in the same order, what it has more than before. */
  readonly added: readonly ReadonlySet<Role>[];
  /** Keys of the sign-in e-mails of those who are mailed an invitation. */
  readonly invited: ReadonlySet<string>;
}

/**
 * Adds what another system held to the roles of one organization's people: nothing is taken away, and who has
 * registered is not told.
 *
 * @param pairs Each person and license ID once; the license IDs are the organization's.
 * @param registered Keys of the sign-in e-mails of people who had registered there.
 * @source G2
 */
export async function importAssignments(
  trx: Trx,
  deps: SaveDeps,
  organizationId: string,
  pairs: readonly ImportedPair[],
  { registered, dryRun }: { readonly registered: ReadonlySet<string>; readonly dryRun: boolean },
): Promise<ImportOutcome> {
  const assignments: AssignmentChangeRequest['assignments'] = pairs.map(
    ({ signInEmail, businessEmail, displayName, licenseId, roles }) => ({
      user: { signInEmail, displayName, ...(businessEmail === undefined ? {} : { businessEmail }) },
      licenseId,
      roles: [...roles],
    }),
  );
  const importer = {
    kind: 'publisher' as const,
    organization: { id: organizationId },
    displayName: deps.publisherName,
  };
  const { difference, emails } = await changeAssignments(
    trx,
    deps,
    importer,
    { assignments, dryRun },
    { onlyAdds: true, registeredElsewhere: registered },
  );
  return {
    added: difference.map(({ added }) => new Set(added)),
    invited: new Set(
      emails
        .filter(({ kind }) => kind === 'invitation')
        .map(({ signInEmail }) => emailKey(signInEmail) ?? ''),
    ),
  };
}
