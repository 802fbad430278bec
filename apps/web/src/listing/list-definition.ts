import type { Action } from '@muniment/domain/roles.ts';
import type { ReactNode } from 'react';
import type { Api } from '../api/client.ts';
import type { EntitlementPath } from '../app/paths.ts';
import type { MessageId } from '../messages/en.ts';
import type { Messages } from '../messages/messages.tsx';
import type { DataColumn } from '../ui/data-table.tsx';

/** A row of a list; `id` is unique in it. */
export interface Listed {
  readonly id: string;
  readonly licenseId: string;
}

/** One page of rows as the API answers it (`countedPageOf` of the contract). */
export interface CountedPage<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** One value of a filter: by a text of ours, or as the server calls it. */
export type FilterOption = { readonly id: string } & (
  | { readonly label: MessageId }
  | { readonly text: string }
);

/** Narrows a list to some values: a small button that opens check boxes. */
export interface ListFilter {
  /** In the address, and in the API's query. */
  readonly name: string;
  readonly label: MessageId;
  readonly options: readonly FilterOption[];
  /** The API takes one value: choosing another replaces it. */
  readonly isSingle?: boolean;
}

/** All that makes one list differ from another. Keep it a constant of its module. */
export interface ListDefinition<Item extends Listed> {
  readonly page: EntitlementPath;
  /** Of a page with several lists, each in a tab (`?part=`): its name, by which their rows are kept apart. */
  readonly part?: string;
  /** What must be allowed on a license ID for it to be in the license ID filter. */
  readonly action: Action;
  readonly texts: {
    readonly title: MessageId;
    /** One line below the title. */
    readonly lead: MessageId;
    /** What the search looks through: "Search order number or reseller". */
    readonly search: MessageId;
    /** "128 orders", of `{count}`. Names the table too, as it says what is listed. */
    readonly count: MessageId;
    /** Where there is none at all: one sentence as a title, one that says when there will be some. */
    readonly empty: MessageId;
    readonly emptyBody: MessageId;
    /** "The orders could not be loaded" */
    readonly error: MessageId;
    /** What the CSV file is called: "orders". */
    readonly file: MessageId;
  };
  /**
   * Reads a page. The query is what the address asks for: `q`, `licenseId`, `sort` and the filters, with `limit` and
   * `cursor`. It is `never` so that it can be handed to the endpoint as it is: the server refuses what it does not know.
   */
  readonly read: (api: Api, query: never, signal: AbortSignal) => Promise<CountedPage<Item>>;
  /** Reads all that `read` would page through, as CSV; left out where nothing is exported. */
  readonly exportCsv?: (api: Api, query: never) => Promise<BodyInit>;
  readonly filters?: readonly ListFilter[];
  /** Without the filter by license ID: the list is of license IDs. */
  readonly hasNoLicenseFilter?: boolean;
  /** The order at first: a column, with `-` before it where it descends. */
  readonly defaultSort: string;
  /** `isSortable` where the API sorts by the column's id. */
  readonly columns: (messages: Messages) => readonly DataColumn<Item>[];
  /** The columns that stay while a row's details lie beside the list: what tells rows apart. Left out: all. */
  readonly besidePane?: readonly string[];
  /** The row on phones. */
  readonly card: (item: Item) => ReactNode;
  /** What the row says in one breath. */
  readonly nameOf: (item: Item) => string;
  /** 44, or 52 with two lines. Default 44. */
  readonly rowHeight?: 44 | 52;
  /** How a row's address goes on behind the page's; left out: license ID, then id. */
  readonly addressOf?: (item: Item) => readonly string[];
}
