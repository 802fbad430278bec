import type { ProblemError } from '@muniment/contract/client.ts';

/** What went wrong here, before or instead of an answer of the server. Ends the command with 1. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** Names the failure to scripts, under `urn:muniment:vl:`. */
  readonly id: FailureId;
  readonly title: string;
  readonly detail: string | undefined;

  constructor(id: FailureId, title: string, detail?: string) {
    super(title);
    this.id = id;
    this.title = title;
    this.detail = detail;
  }
}

export type FailureId =
  | 'not-signed-in'
  | 'server-unreachable'
  | 'server-unknown'
  | 'credentials-unreadable'
  | 'organization-not-found'
  | 'vl-user-not-found'
  | 'vl-user-ambiguous'
  | 'export-cut'
  | 'download-cut'
  | 'checksum-wrong'
  | 'not-found'
  | 'summary-not-made'
  | 'product-key-invalid'
  | 'unexpected';

/** The command was not typed as it must be. Ends it with 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Somebody pressed Ctrl-C at a question. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** The server refused, and the command knows what helps. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ProblemError;
  readonly hint: string;

  constructor(problem: ProblemError, hint: string) {
    super(problem.message);
    this.problem = problem;
    this.hint = hint;
  }
}
