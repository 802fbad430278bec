import type {
  ActivitySearch,
  AssignmentsSearch,
  AssignSearch,
  AssignStep,
  InboxSearch,
  MatrixSearch,
  OutboxSearch,
} from './paths.ts';

type RawSearch = Readonly<Record<string, unknown>>;

const ASSIGN_STEPS: readonly AssignStep[] = ['people', 'contracts', 'roles'];

/** Reads the search parameters of Manage assignments; what makes no sense is left out. */
export function readAssignmentsSearch(raw: RawSearch): AssignmentsSearch {
  return {
    view: text(raw.view),
    q: text(raw.q),
    status: list(raw.status),
    role: list(raw.role),
    license: list(raw.license),
    sort: text(raw.sort),
    user: text(raw.user),
    tab: raw.tab === 'history' ? raw.tab : undefined,
    asOf: moment(raw.asOf),
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

/** Reads the search parameters of the access matrix. */
export function readMatrixSearch(raw: RawSearch): MatrixSearch {
  return {
    q: text(raw.q),
    agreement: text(raw.agreement),
    license: text(raw.license),
    only: raw.only === 'license' ? 'license' : undefined,
    role: text(raw.role),
    user: text(raw.user),
  };
}

/** Reads the search parameters of Activity. */
export function readActivitySearch(raw: RawSearch): ActivitySearch {
  return { user: text(raw.user), license: text(raw.license), kind: list(raw.kind) };
}

/** Reads the search parameters of the outbox. */
export function readOutboxSearch(raw: RawSearch): OutboxSearch {
  return { q: text(raw.q), state: text(raw.state) };
}

/** Reads the search parameters of the inbox. */
export function readInboxSearch(raw: RawSearch): InboxSearch {
  return { q: text(raw.q), kind: text(raw.kind), state: text(raw.state) };
}

/** Reads the search parameters of a list: each list knows which of them it has. */
export function readListSearch(raw: RawSearch): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => text(value) !== undefined)) as never;
}

/** What the sign-in page can be asked to show. */
export interface SignInSearch {
  /** Where to go after signing in. */
  readonly returnTo?: string;
  /** Why the last try did not come about, as the server named it. */
  readonly problem?: string;
}

/** Reads where to go after signing in: a path of this console, never another site. */
export function readSignInSearch(raw: RawSearch): SignInSearch {
  const returnTo = text(raw.returnTo);
  return {
    ...(returnTo !== undefined && /^\/(?![/\\])/.test(returnTo) ? { returnTo } : {}),
    problem: text(raw.problem),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function list(value: unknown): readonly string[] | undefined {
  const entries = Array.isArray(value) ? value.map(String) : (text(value)?.split(',') ?? []);
  return entries.length === 0 ? undefined : entries;
}

/** A day or a moment that there is. */
function moment(value: unknown): string | undefined {
  const asked = text(value);
  const isMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?$/.test(asked ?? '');
  return isMoment && !Number.isNaN(Date.parse(asked ?? '')) ? asked : undefined;
}
