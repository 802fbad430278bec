import type { AssignmentChangeRequest, WantedUser } from '@muniment/contract/assignment-changes.ts';
import type { WantedRole } from '@muniment/domain/assignment-facts.ts';
import { isRole } from '@muniment/domain/roles.ts';
import { invalidField, Problem } from '../../problem.ts';

/** One pair of the request with its roles read; `userKey` comes with the people. */
export interface ReadAssignment {
  readonly user: WantedUser;
  readonly licenseId: string;
  readonly roles: readonly WantedRole[];
  /** Where each role stands in the request. */
  readonly asked: readonly { readonly pointer: string; readonly role: string }[];
}

/**
 * Reads the roles of a request.
 *
 * @throws Problem unknown-role, or invalid-request where a role is asked for twice.
 */
export function readAssignments(request: AssignmentChangeRequest): ReadAssignment[] {
  return request.assignments.map(({ user, licenseId, roles }, index) => {
    const read = roles.map((wanted, place) => readRole(wanted, `/assignments/${index}/roles/${place}`));
    const seen = new Set<string>();
    read.forEach(({ role }, place) => {
      if (seen.has(role))
        throw invalidField(`/assignments/${index}/roles/${place}`, 'The role is there already.');
      seen.add(role);
    });
    const asked = read.map(({ role }, place) => ({
      pointer: pointerOf(`/assignments/${index}/roles/${place}`, roles[place]),
      role,
    }));
    return { user, licenseId, roles: read, asked };
  });
}

type AskedRole = AssignmentChangeRequest['assignments'][number]['roles'][number];

function readRole(wanted: AskedRole, pointer: string): WantedRole {
  const asked = typeof wanted === 'string' ? { role: wanted } : wanted;
  if (!isRole(asked.role)) throw unknownRole(pointerOf(pointer, wanted), asked.role);
  return {
    role: asked.role,
    startsAt: asked.startsAt === undefined ? undefined : new Date(asked.startsAt),
    endsAt: asked.endsAt === undefined || asked.endsAt === null ? asked.endsAt : new Date(asked.endsAt),
  };
}

function pointerOf(place: string, wanted: AskedRole | undefined): string {
  return typeof wanted === 'string' ? place : `${place}/role`;
}

/** A role that does not exist, or that the caller may not see: the two answers are the same. @source R9 */
export function unknownRole(pointer: string, role: string): Problem {
  const detail = `There is no role "${role}". GET /v1/roles lists them.`;
  return new Problem('unknown-role', { detail: `${pointer}: ${detail}`, errors: [{ pointer, detail }] });
}

/**
 * Takes If-Match as what the caller read of the one VL user whom the change names.
 *
 * @throws Problem invalid-request where the change names several, or somebody new.
 */
export function withIfMatch(
  request: AssignmentChangeRequest,
  ifMatch: string | null,
): AssignmentChangeRequest {
  if (ifMatch === null) return request;
  const ids = new Set(
    request.assignments.map(({ user }) => ('vlUserId' in user ? user.vlUserId.toLowerCase() : null)),
  );
  const [vlUserId] = ids;
  if (ids.size !== 1 || vlUserId === null || vlUserId === undefined) {
    throw invalidField(
      'headers/if-match',
      'It goes with one VL user by vlUserId. For several, send `expected`.',
    );
  }
  return { ...request, expected: [...(request.expected ?? []), { vlUserId, etag: ifMatch }] };
}
