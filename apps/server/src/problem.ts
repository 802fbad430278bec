import {
  PROBLEM_TYPE_PATH,
  PROBLEMS,
  type ProblemBody,
  type ProblemId,
} from '@muniment/contract/problems.ts';

export interface ProblemFacts {
  /** What happened here and what to do, for the caller to read. */
  readonly detail?: string;
  /** The fields that are wrong. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly licenseIds?: readonly string[];
  /** When what was asked for had been done already. */
  readonly at?: Date;
  readonly retryAfterSeconds?: number;
}

/** A refusal on its way to the caller. Throwing it in a transaction rolls the transaction back. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly id: ProblemId;
  readonly status: number;
  readonly facts: ProblemFacts;

  constructor(id: ProblemId, facts: ProblemFacts = {}) {
    super(facts.detail ?? PROBLEMS[id].title);
    this.id = id;
    this.status = PROBLEMS[id].status;
    this.facts = facts;
  }
}

/** One field of the request is wrong; `pointer` is a JSON pointer into the body, or `query/…`, `params/…`. */
export function invalidField(pointer: string, detail: string): Problem {
  return new Problem('invalid-request', { detail: `${pointer}: ${detail}`, errors: [{ pointer, detail }] });
}

/** The body of a problem answer. @source RFC 9457 */
export function problemBody(problem: Problem, publicUrl: string, requestId: string): ProblemBody {
  const { detail, errors, licenseIds, at } = problem.facts;
  return {
    type: `${publicUrl}${PROBLEM_TYPE_PATH}${problem.id}`,
    title: PROBLEMS[problem.id].title,
    status: problem.status,
    ...(detail === undefined ? {} : { detail }),
    instance: requestId,
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(licenseIds === undefined ? {} : { licenseIds: [...licenseIds] }),
    ...(at === undefined ? {} : { at: at.toISOString() }),
  };
}
