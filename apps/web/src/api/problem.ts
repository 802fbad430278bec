/** One field that the server refused: a JSON pointer into the body sent, and why. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/**
 * What the server answers instead of a result.
 *
 * @source RFC 9457
 */
export interface ProblemDetails {
  /** The last part of the `type` address, for instance `last-administrator`. */
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly errors: readonly FieldProblem[];
  /** The license IDs concerned, where the problem names any. */
  readonly licenseIds: readonly string[];
  /** To quote to support; null where the server was not reached. */
  readonly requestId: string | null;
}

/** Types that are made here and not by the server. */
export const SERVER_NOT_REACHED = 'server-not-reached';

/** A refusal of the server, or its absence, as an error that pages can tell apart by `problem.type`. */
export class ProblemError extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.detail === '' ? problem.title : problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Whether an error is the problem of this type: `isProblem(error, 'stale-version')`. */
export function isProblem(error: unknown, type: string): error is ProblemError {
  return error instanceof ProblemError && error.problem.type === type;
}

/** Reads a refusal. A body that is no problem document still gives a problem, with the status as its type. */
export async function readProblem(response: Response): Promise<ProblemDetails> {
  const body: unknown = await response.json().catch(() => null);
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  return {
    type: lastSegment(text(fields.type)) || `http-${response.status}`,
    title: text(fields.title) || response.statusText,
    detail: text(fields.detail),
    status: response.status,
    errors: fieldProblems(fields.errors),
    licenseIds: Array.isArray(fields.licenseIds) ? fields.licenseIds.map(String) : [],
    requestId: response.headers.get('x-request-id') ?? (lastSegment(text(fields.instance)) || null),
  };
}

function fieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: Record<string, unknown>) => ({
    pointer: text(entry.pointer),
    detail: text(entry.detail),
  }));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function lastSegment(address: string): string {
  return address.split(/[/:]/).at(-1) ?? '';
}
