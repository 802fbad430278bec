import type { AssignmentRefusal } from '@muniment/domain/assignment-decision.ts';
import { Problem } from '../../problem.ts';
import type { Named } from './assignment-answer.ts';
import { type ReadAssignment, unknownRole } from './read-request.ts';

/** License IDs, as people call them, that the caller does not administer. @source R10 */
export function licenseIdsNotFound(licenseIds: readonly string[]): Problem {
  return new Problem('license-id-not-found', {
    detail: `You administer no license ID ${licenseIds.slice(0, 10).join(', ')}${licenseIds.length > 10 ? ' and more' : ''}.`,
    licenseIds,
  });
}

/** What the caller is told of a refusal; `assignments` is what was asked, so that fields can be pointed at. */
export function problemOf(
  refusal: AssignmentRefusal,
  named: Named,
  assignments: readonly ReadAssignment[],
): Problem {
  const licenseIdOf = (id: string) => named.licenses.get(id)?.licenseId ?? id;
  switch (refusal.kind) {
    case 'license-id-not-found':
      return licenseIdsNotFound(refusal.licenseIds.map(licenseIdOf));
    case 'last-administrator': {
      const licenseIds = refusal.licenseIds.map(licenseIdOf).sort();
      return new Problem('last-administrator', {
        detail: `No administrator who has registered would be left on ${licenseIds.join(', ')}. Name another one first.`,
        licenseIds,
      });
    }
    case 'unknown-role': {
      const [{ assignment, role } = { assignment: 0, role: 0 }] = refusal.places;
      const asked = assignments[assignment]?.asked[role];
      return unknownRole(asked?.pointer ?? '', asked?.role ?? '');
    }
    case 'assignment-in-progress': {
      const names = refusal.userKeys.map((key) => named.people.get(key)?.displayName ?? '');
      return new Problem('assignment-in-progress', {
        detail: `A change of ${names.slice(0, 5).join(', ')} is being applied. Editing opens again when it ends; removing is possible now.`,
      });
    }
    case 'role-inherited':
      return new Problem('role-inherited', {
        detail:
          'Only its holder can give an inherited role up. Leave it out of the list: that does not remove it.',
        errors: refusal.places.map(({ assignment, role }) => ({
          pointer: `/assignments/${assignment}/roles/${role}`,
          detail: 'This role is inherited from the agreement.',
        })),
      });
    case 'invalid-period':
      return new Problem('invalid-request', {
        detail: 'A role starts now or later, and ends after it starts.',
        errors: refusal.places.map(({ assignment, role }) => ({
          pointer: `/assignments/${assignment}/roles/${role}`,
          detail: 'Give a start that is not past, and an end after it.',
        })),
      });
  }
}
