import Type from 'typebox';

/**
 * Every problem that the API answers, by id. The `type` of an answer ends in the id and has a page under
 * docs/problems.
 *
 * @source RFC 9457
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'organization-required': { status: 400, title: 'Say which organization you mean' },
  'idempotency-key-invalid': { status: 400, title: 'The Idempotency-Key is not valid' },
  'not-signed-in': { status: 401, title: 'You are not signed in' },
  'wrong-account': { status: 403, title: 'This invitation is for another account' },
  'origin-refused': { status: 403, title: 'The request does not come from the console' },
  'scope-missing': { status: 403, title: 'The token does not allow this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'license-id-not-found': { status: 404, title: 'License ID not found' },
  'vl-user-not-found': { status: 404, title: 'VL user not found' },
  'invitation-not-found': { status: 404, title: 'This invitation is not known or was withdrawn' },
  'product-key-not-found': { status: 404, title: 'No such product key is known' },
  'idempotency-key-reused': { status: 409, title: 'The Idempotency-Key was used for another request' },
  'last-administrator': { status: 409, title: 'A license ID would be left without an administrator' },
  'role-inherited': { status: 409, title: 'An inherited role cannot be assigned or removed here' },
  'assignment-in-progress': { status: 409, title: 'A change of this person is being applied' },
  'not-undoable': { status: 409, title: 'This change cannot be undone' },
  'undone-already': { status: 409, title: 'This change was undone already' },
  'undo-superseded': { status: 409, title: 'Something changed since' },
  'invitation-expired': { status: 409, title: 'The invitation was not accepted in time' },
  'invitation-used': { status: 409, title: 'The invitation was registered already' },
  'invitation-reset': { status: 409, title: 'A newer invitation replaced this one' },
  'no-open-invitation': { status: 409, title: 'There is no invitation waiting' },
  'no-answer-wanted': { status: 409, title: 'Its sender does not want to be answered' },
  'not-redeliverable': { status: 409, title: 'This delivery cannot be sent again' },
  'offer-changed': { status: 409, title: 'The invitation changed while you read it' },
  'email-domain-taken': { status: 409, title: 'The e-mail domain belongs to another organization' },
  'role-set-name-taken': { status: 409, title: 'You have a role set of this name already' },
  'contacts-fixed': { status: 409, title: 'Contacts change only by a contact-change request' },
  'download-not-available': { status: 409, title: 'This is not available for download' },
  'saved-view-name-taken': { status: 409, title: 'You have a saved view by that name' },
  'too-many-saved-views': { status: 409, title: 'There is no room for another saved view' },
  'quantity-out-of-bounds': { status: 409, title: 'The quantity lies outside of what is allowed' },
  'subscription-not-changeable': { status: 409, title: 'This subscription cannot be changed' },
  'home-use-state': { status: 409, title: 'The Home Use Program is not ready for this' },
  'reservation-not-cancelable': { status: 409, title: 'The reservation can no longer be canceled' },
  'product-key-redeemed': { status: 409, title: 'The key was used already' },
  'activation-refused': { status: 409, title: 'The key cannot be used so' },
  'already-redeemed': { status: 409, title: 'It was redeemed already' },
  'summary-not-done': { status: 409, title: 'The summary is not done' },
  'too-many-summaries': { status: 409, title: 'Your earlier summaries are still being made' },
  'product-key-invalid': { status: 400, title: 'This is no product key' },
  'key-does-not-open': { status: 409, title: 'The key cannot be opened' },
  'key-counts-no-activations': { status: 409, title: 'This key counts no activations' },
  'contact-required': { status: 400, title: 'A contract needs a contact to administer it' },
  'unknown-role': { status: 400, title: 'There is no such role' },
  'stale-version': { status: 412, title: 'It changed since you read it' },
  'range-not-satisfiable': { status: 416, title: 'The file has no such bytes' },
  'payload-too-large': { status: 413, title: 'The request is too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  'file-unavailable': { status: 503, title: 'The file cannot be read just now' },
  unavailable: { status: 503, title: 'Not available for the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemId = keyof typeof PROBLEMS;

export const PROBLEM_IDS = Object.keys(PROBLEMS) as ProblemId[];

/** Where problem types live: a page for each id stands under this path. */
export const PROBLEM_TYPE_PATH = '/docs/problems/';

export const ProblemBody = Type.Object({
  type: Type.String({ description: 'Ends in the id of the problem.' }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String({ description: 'What happened here, and what to do.' })),
  instance: Type.Optional(Type.String({ description: 'The id of the request, to quote to support.' })),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        pointer: Type.String({ description: 'JSON pointer into the body, or `query/name`, `params/name`.' }),
        detail: Type.String(),
      }),
    ),
  ),
  licenseIds: Type.Optional(Type.Array(Type.String(), { description: 'The license IDs concerned.' })),
  at: Type.Optional(
    Type.String({ description: 'When it was used or redeemed (RFC 3339), where it was already.' }),
  ),
});

export type ProblemBody = Type.Static<typeof ProblemBody>;

/** The id at the end of a problem's type; null where it is none of this API (a proxy's page, say). */
export function problemIdOf(type: string): ProblemId | null {
  const start = type.lastIndexOf(PROBLEM_TYPE_PATH);
  return start < 0 ? null : (type.slice(start + PROBLEM_TYPE_PATH.length) as ProblemId);
}
