import {
  type AssignmentChangeRequest,
  changeAssignments,
  getAssignmentChange,
  undoAssignmentChange,
} from '@muniment/contract/assignment-changes.ts';
import type { Member } from '../support/partner.ts';
import { nameOf } from '../support/people.ts';

type Wanted = AssignmentChangeRequest['assignments'][number]['roles'];

/** Sets what somebody holds on a license ID. @returns The id of the change. */
export async function give(by: Member, email: string, licenseId: string, roles: Wanted): Promise<string> {
  const user = { signInEmail: email, displayName: nameOf(email) };
  const answer = await by.api.call(changeAssignments, {
    body: { assignments: [{ user, licenseId, roles }] },
  });
  return answer.body.id ?? '';
}

/** Takes a change back. */
export const undo = (by: Member, changeId: string, idempotencyKey?: string) =>
  by.api.call(undoAssignmentChange, {
    params: { changeId },
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });

/** Reads a change as somebody sees it. */
export const read = async (by: Member, changeId: string) =>
  (await by.api.call(getAssignmentChange, { params: { changeId } })).body;
