import type { AssignmentsSearch, AssignSearch, AssignStep } from './paths.ts';

type RawSearch = Readonly<Record<string, unknown>>;

const ASSIGN_STEPS: readonly AssignStep[] = ['people', 'contracts', 'roles'];

/** Reads the search parameters of Manage assignments; what makes no sense is left out. */
export function readAssignmentsSearch(raw: RawSearch): AssignmentsSearch {
  return {
    q: text(raw.q),
    status: list(raw.status),
    role: list(raw.role),
    license: list(raw.license),
    sort: text(raw.sort),
    user: text(raw.user),
  };
}

/** Reads the search parameters of Assign users. */
export function readAssignSearch(raw: RawSearch): AssignSearch {
  return {
    step: ASSIGN_STEPS.find((step) => step === raw.step),
    user: text(raw.user),
    pane: text(raw.pane),
    add: list(raw.add),
    license: list(raw.license),
    role: list(raw.role),
  };
}

/** Reads where to go after signing in: a path of this console, never another site. */
export function readSignInSearch(raw: RawSearch): { returnTo?: string } {
  const returnTo = text(raw.returnTo);
  return returnTo !== undefined && /^\/(?![/\\])/.test(returnTo) ? { returnTo } : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function list(value: unknown): readonly string[] | undefined {
  const entries = Array.isArray(value) ? value.map(String) : (text(value)?.split(',') ?? []);
  return entries.length === 0 ? undefined : entries;
}
