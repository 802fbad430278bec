import type { AssignmentChangeRequest } from '@muniment/contract/assignment-changes.ts';
import type { LicenseAccess } from '@muniment/contract/vl-users.ts';
import { ROLES, type Role } from '@muniment/domain/roles.ts';

/** What was read of a person and is being edited: the state that the edits started from. */
export interface AccessState {
  readonly licenses: readonly LicenseAccess[];
  readonly etag: string;
}

/** Edits of one person's assigned roles that are not saved: complete wanted roles by license ID. */
export interface AccessDraft {
  readonly base: AccessState;
  readonly wanted: ReadonlyMap<string, readonly Role[]>;
}

/** The assigned roles on a license ID, in the order of the program. Inherited ones are not to be edited. */
export function assignedRoles(license: LicenseAccess | undefined): Role[] {
  return rolesOf(license, 'assigned');
}

export function inheritedRoles(license: LicenseAccess | undefined): Role[] {
  return rolesOf(license, 'inherited');
}

function rolesOf(license: LicenseAccess | undefined, origin: 'assigned' | 'inherited'): Role[] {
  const held = new Set(license?.roles.filter((each) => each.origin === origin).map(({ role }) => role));
  return ROLES.filter((role) => held.has(role));
}

/**
 * Wants a set of roles on one license ID. What equals the roles held is no edit.
 *
 * @param draft null where nothing is edited yet; then `state` is what the edits start from.
 * @returns null where no edit is left.
 */
export function wantRoles(
  draft: AccessDraft | null,
  state: AccessState,
  licenseId: string,
  roles: readonly Role[],
): AccessDraft | null {
  const base = draft?.base ?? state;
  const wanted = new Map(draft?.wanted);
  const license = find(base, licenseId);
  const inherited = inheritedRoles(license);
  const asked = ROLES.filter((role) => roles.includes(role) && !inherited.includes(role));
  if (isSame(asked, assignedRoles(license))) wanted.delete(licenseId);
  else wanted.set(licenseId, asked);
  return wanted.size === 0 ? null : { base, wanted };
}

/**
 * Wants again what failed, beside the edits that there are: the same roles, so that they are given anew.
 *
 * @param draft null where nothing is edited yet; then `state` is what the edits start from.
 * @returns null where nothing failed.
 * @source M2
 */
export function wantAgain(draft: AccessDraft | null, state: AccessState): AccessDraft | null {
  const base = draft?.base ?? state;
  const wanted = new Map(draft?.wanted);
  for (const license of base.licenses) {
    const isFailed = license.roles.some(({ status }) => status === 'failed');
    if (isFailed && !wanted.has(license.licenseId)) wanted.set(license.licenseId, assignedRoles(license));
  }
  return wanted.size === 0 ? null : { base, wanted };
}

/** How many roles the draft adds and removes. One that failed and is wanted is added. */
export function countChanges({ base, wanted }: AccessDraft): number {
  let changes = 0;
  for (const [licenseId, roles] of wanted) {
    const license = find(base, licenseId);
    const standing = standingRoles(license);
    const added = roles.filter((role) => !standing.includes(role));
    const removed = assignedRoles(license).filter((role) => !roles.includes(role));
    changes += added.length + removed.length;
  }
  return changes;
}

/** The assigned roles that did not fail. */
function standingRoles(license: LicenseAccess | undefined): Role[] {
  const failed = license?.roles.filter(({ status }) => status === 'failed').map(({ role }) => role) ?? [];
  return assignedRoles(license).filter((role) => !failed.includes(role));
}

/** What the draft asks of `POST /v1/assignment-changes`. */
export function requestOf(
  { base, wanted }: AccessDraft,
  vlUserId: string,
  dryRun: boolean,
): AssignmentChangeRequest {
  return {
    assignments: [...wanted].map(([licenseId, roles]) => ({
      user: { vlUserId },
      licenseId,
      roles: [...roles],
    })),
    expected: [{ vlUserId, etag: base.etag }],
    dryRun,
  };
}

/** Whether the person holds nothing any more once the draft is saved, so that they leave the list. */
export function leavesNothing({ base, wanted }: AccessDraft): boolean {
  return base.licenses.every(
    (license) =>
      inheritedRoles(license).length + (wanted.get(license.licenseId) ?? assignedRoles(license)).length === 0,
  );
}

/** License IDs whose roles, assigned or inherited, differ between two states. */
export function changedLicenseIds(before: AccessState, after: AccessState): string[] {
  const all = new Set([...before.licenses, ...after.licenses].map(({ licenseId }) => licenseId));
  return [...all].filter((licenseId) => {
    const [old, now] = [find(before, licenseId), find(after, licenseId)];
    return (
      !isSame(assignedRoles(old), assignedRoles(now)) || !isSame(inheritedRoles(old), inheritedRoles(now))
    );
  });
}

/**
 * Puts the draft's edits on top of a newer state: a role that it added is added there, one that it removed is
 * removed there, and what somebody else changed besides stays.
 */
export function rebase(draft: AccessDraft, state: AccessState): AccessDraft | null {
  let rebased: AccessDraft | null = null;
  for (const [licenseId, roles] of draft.wanted) {
    const before = assignedRoles(find(draft.base, licenseId));
    const now = assignedRoles(find(state, licenseId));
    const kept = now.filter((role) => !before.includes(role) || roles.includes(role));
    const added = roles.filter((role) => !before.includes(role));
    rebased = wantRoles(rebased, state, licenseId, [...kept, ...added]);
  }
  // What was wanted again and still fails is no difference of roles.
  const again = wantAgain(null, { ...state, licenses: state.licenses.filter(wasWantedAgain) });
  if (again === null) return rebased;
  return { base: state, wanted: new Map([...again.wanted, ...(rebased?.wanted ?? [])]) };

  function wasWantedAgain({ licenseId }: LicenseAccess): boolean {
    const roles = draft.wanted.get(licenseId);
    return roles !== undefined && isSame(roles, assignedRoles(find(draft.base, licenseId)));
  }
}

function find(state: AccessState, licenseId: string): LicenseAccess | undefined {
  return state.licenses.find((license) => license.licenseId === licenseId);
}

function isSame(one: readonly Role[], other: readonly Role[]): boolean {
  return one.length === other.length && one.every((role, index) => role === other[index]);
}
