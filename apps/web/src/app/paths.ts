/** What the Manage assignments page can be asked to show. Every view is an address. */
export interface AssignmentsSearch {
  /** A view: one that everybody has, or the id of one's own. */
  readonly view?: string;
  readonly q?: string;
  readonly status?: readonly string[];
  readonly role?: readonly string[];
  readonly license?: readonly string[];
  /** A column, with `-` before it where it descends. */
  readonly sort?: string;
  /** The VL user whose pane is open. */
  readonly user?: string;
  /** The part of the pane that is shown. */
  readonly tab?: PersonTab;
  /** A past day (`2026-09-02`) or moment, at which it is looked at. */
  readonly asOf?: string;
}

/** What a person's pane shows besides their access. */
export type PersonTab = 'history';

export type AssignStep = 'people' | 'contracts' | 'roles';

/** What the Assign users page can be asked to show. */
export interface AssignSearch {
  readonly step?: AssignStep;
  /** The person whose row is open. */
  readonly user?: string;
  /** The pane that lies over the page. */
  readonly pane?: string;
  /**
   * VL users (their ids) to add to the draft, once, with the roles in `role`: on all of `license`, or as pairs
   * where both name as many.
   */
  readonly add?: readonly string[];
  readonly license?: readonly string[];
  readonly role?: readonly string[];
}

/** What the access matrix can be asked to show. */
export interface MatrixSearch {
  readonly q?: string;
  readonly agreement?: string;
  /** A license ID to look for, or part of its name. */
  readonly license?: string;
  /** `license`: only people who hold something on the license ID that was found. */
  readonly only?: string;
  /** The role that stands out; Administrator where it is left out. */
  readonly role?: string;
  /** The VL user whose pane is open. */
  readonly user?: string;
}

/** What the operator's outbox can be asked to show. */
export interface OutboxSearch {
  readonly q?: string;
  readonly state?: string;
}

/** What the operator's inbox can be asked to show. */
export interface InboxSearch {
  readonly q?: string;
  readonly kind?: string;
  readonly state?: string;
}

/** What the Activity page can be asked to show. */
export interface ActivitySearch {
  /** Only changes of this VL user's roles. */
  readonly user?: string;
  /** Only changes on this license ID. */
  readonly license?: string;
  readonly kind?: readonly string[];
}

/** Where the pages lie that some roles open, below the organization's. */
export type EntitlementPath =
  | 'vl/contracts'
  | 'vl/orders'
  | 'vl/keys'
  | 'vl/products-and-services'
  | 'vl/summaries'
  | 'vl/downloads'
  | 'vl/services'
  | 'vl/benefits'
  | 'subscriptions'
  | 'invoices';

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Writes search parameters: lists joined by commas, empty ones left out. */
export function stringifySearch(search: SearchParams): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    const written = typeof value === 'string' ? value : (value ?? []).join(',');
    if (written !== '') params.set(name, written);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text.replaceAll('%2C', ',')}`;
}

/** Reads search parameters as the texts they are; each route makes lists of those that are lists. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function within(organization: string, path: string, search: SearchParams = {}): string {
  return `/o/${encodeURIComponent(organization)}${path}${stringifySearch(search)}`;
}

/** The addresses of all pages, for links. `organization` is its number. */
export const paths = {
  signIn: (returnTo?: string) => `/sign-in${stringifySearch({ returnTo })}`,
  /** Where the window ends in which somebody signed in again. */
  signedIn: '/signed-in',
  register: (token: string) => `/register/${encodeURIComponent(token)}`,
  help: '/help',
  helpArticle: (slug: string) => `/help/${encodeURIComponent(slug)}`,
  /** Says how to find out who administers. */
  whoIsMyAdmin: '/help/who-is-my-vl-admin',
  outbox: (search: OutboxSearch = {}) => `/outbox${stringifySearch({ ...search })}`,
  outboxMail: (mailId: string, search: OutboxSearch = {}) =>
    `/outbox/${encodeURIComponent(mailId)}${stringifySearch({ ...search })}`,
  inbox: (search: InboxSearch = {}) => `/inbox${stringifySearch({ ...search })}`,
  inboxMessage: (messageId: string, search: InboxSearch = {}) =>
    `/inbox/${encodeURIComponent(messageId)}${stringifySearch({ ...search })}`,
  home: (organization: string) => within(organization, '/home'),
  /** `q` searches what somebody holds. */
  volumeLicensing: (organization: string, search: { readonly q?: string } = {}) =>
    within(organization, '/products/volume-licensing', { ...search }),
  assignments: (organization: string, search: AssignmentsSearch = {}) =>
    within(organization, '/vl/assignments', { ...search }),
  assign: (organization: string, search: AssignSearch = {}) =>
    within(organization, '/vl/assign', { ...search }),
  verify: (organization: string) => within(organization, '/vl/assign/verify'),
  matrix: (organization: string, search: MatrixSearch = {}) =>
    within(organization, '/vl/matrix', { ...search }),
  activity: (organization: string, search: ActivitySearch = {}) =>
    within(organization, '/vl/activity', { ...search }),
  change: (organization: string, changeId: string) =>
    within(organization, `/vl/activity/${encodeURIComponent(changeId)}`),
  /** A page of `EntitlementPath`; `row` is what of a row's address follows: its license ID, then its id. */
  entitlement: (
    organization: string,
    path: EntitlementPath,
    row: readonly string[] = [],
    search: SearchParams = {},
  ) => within(organization, ['', path, ...row.map(encodeURIComponent)].join('/'), search),
  tokens: (organization: string) => within(organization, '/tokens'),
};
