import type { Action } from '@muniment/domain/roles.ts';
import type { Static, TSchema } from 'typebox';
import type { ProblemId } from './problems.ts';

/**
 * What a caller must be for an endpoint to answer.
 *
 * - `nothing`: anyone, signed in or not
 * - `sign-in`: any signed-in person
 * - an action: a person in one organization; the answer covers only license IDs on which they hold it (R10)
 * - `membership`: a person who is a VL user of the chosen organization, whatever they hold
 * - `affiliation`: as `membership`, or somebody who is only a contact of one of the organization's agreements
 * - `person`: any signed-in person, in an organization of theirs where they have one
 * - `session`: as `membership`, in the console; API tokens are refused
 * - `partner`, `publisher`: their API tokens
 * - `partner-or-publisher`, `person-or-publisher`: either
 * - `scim`: the token of an organization's directory; it opens /scim alone
 */
export type Needs =
  | 'nothing'
  | 'sign-in'
  | 'membership'
  | 'affiliation'
  | 'person'
  | 'session'
  | 'partner'
  | 'publisher'
  | 'partner-or-publisher'
  | 'person-or-publisher'
  | 'scim'
  | Action;

/** What an API token may be used for. `read` is every GET, `write` everything else. */
export const TOKEN_SCOPES = ['read', 'write', 'access:check'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/**
 * One operation of the API: the server registers it, the client calls it, OpenAPI describes it.
 * Nothing about an operation is said anywhere else.
 */
export interface Endpoint {
  /** The operation's name in OpenAPI. */
  readonly id: string;
  readonly tag: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for parameters. */
  readonly path: string;
  readonly summary: string;
  readonly needs: Needs;
  /** Of a token; `read` for GET and `write` for the rest where it is not named. */
  readonly scope?: TokenScope;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** The longest body that is read, where it may be longer than other bodies. */
  readonly maxBodyBytes?: number;
  /** Of a body that is a file as it is, in place of JSON. What it holds is the handler's to check. */
  readonly bodyMediaType?: 'application/pdf';
  /**
   * Of its good answers, where that is not JSON: text, which may be long, a picture or a document. Server and client hand it on as
   * it comes and hold no more than a piece of it.
   */
  readonly mediaType?: 'text/csv' | 'image/*' | 'application/pdf';
  /** The schema of each good answer by status. */
  readonly responses: Readonly<Partial<Record<200 | 201 | 204, TSchema>>>;
  /** Problems particular to this operation, besides those that any may answer. */
  readonly problems?: readonly ProblemId[];
  /** The answer carries an ETag, or the request may carry If-Match. */
  readonly versioned?: boolean;
}

type StaticOr<S, Else> = S extends TSchema ? Static<S> : Else;
type Values<T> = T[keyof T];

export type ParamsOf<E extends Endpoint> = StaticOr<E['params'], undefined>;
export type QueryOf<E extends Endpoint> = StaticOr<E['query'], undefined>;
export type BodyOf<E extends Endpoint> = E extends { readonly bodyMediaType: string }
  ? Uint8Array<ArrayBuffer>
  : StaticOr<E['body'], undefined>;
export type AnswerOf<E extends Endpoint> = E extends { readonly mediaType: string }
  ? ReadableStream<Uint8Array>
  : Values<{ [Status in keyof E['responses']]: StaticOr<E['responses'][Status], undefined> }>;

/** Declares an endpoint and keeps its exact type. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}
