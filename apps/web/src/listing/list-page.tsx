/**
 * The one template of every list of what roles open: contracts, orders, keys, subscriptions, invoices.
 *
 * A page declares a `ListDefinition` (list-definition.ts: where it is, its texts, columns, filters, how it is read and
 * exported, its card on phones) and a pane for one row; see `pages/contracts` for the model. The template does the
 * rest: search, filters, chips, sorting, the count, CSV, endless pages, skeleton, empty states, errors, cards.
 *
 * All of its state is the address. `/vl/orders?q=rail&license=72041183&sort=-orderedOn` is the list;
 * `/vl/orders/72041183/0193…?q=rail&tab=lines` is the same list with one row's details in a pane beside it (on phones
 * over it): a single thing always lies under its license ID, as in the API. So Back closes the details, a reload keeps
 * them, and whoever may not open them gets the same "not there" as for what does not exist.
 *
 * How to add one is told in CONTRIBUTING.md ("Adding a list page").
 */
import { ArrowDownToLine } from 'lucide-react';
import { type ReactNode, Suspense, useCallback } from 'react';
import { useApi, useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { Page } from '../frame/page.tsx';
import { formatLicenseId } from '../messages/license-id.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/button.tsx';
import { FilterSelect } from '../ui/multi-select.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type Chip, FilterChips } from './filter-chips.tsx';
import { chosenValues } from './list-address.ts';
import type { FilterOption, ListDefinition, Listed } from './list-definition.ts';
import styles from './list-page.module.css';
import { ListedRows } from './listed-rows.tsx';
import { SearchFilter } from './search-filter.tsx';
import { useCsvFile } from './use-csv-file.ts';
import { type ListState, useList } from './use-list.ts';

/** The row whose details are to be shown. */
export interface OpenRow<Item> {
  readonly licenseId: string;
  readonly id: string;
  /** As the list has it, where it is loaded: shows what it is before its details are. */
  readonly row: Item | undefined;
  readonly onClose: () => void;
}

export interface ListPageProps<Item extends Listed> {
  list: ListDefinition<Item>;
  /** The details of a row, as a `DetailPane`; a component that is loaded on demand. */
  pane?: (open: OpenRow<Item>) => ReactNode;
  /** At the end of the heading's line: the one primary button. */
  actions?: ReactNode;
  /** Between the lead and the list: a message bar. */
  notice?: ReactNode;
  /** With it rows have check boxes, except on phones, where a tap opens. */
  selection?: ListSelection;
  /** At the end of the line with the count: what can be done with what is selected, or with all that match. */
  commands?: (state: ListState<Item>) => ReactNode;
}

/** The ids of selected rows. */
export interface ListSelection {
  readonly ids: ReadonlySet<string>;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
}

/** A page with a list, as the head of this file says. */
export function ListPage<Item extends Listed>({
  list,
  pane,
  actions,
  notice,
  selection,
  commands,
}: ListPageProps<Item>) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const state = useList(list);
  const { search, narrow, matching, openAddress } = state;
  const { texts } = list;
  const find = useCallback((q: string) => narrow({ q }), [narrow]);
  const words = matching === null ? null : t(texts.count, { count: matching });
  const chips = useChips(list, state);
  const isEmpty = matching === 0 && !state.isNarrowed;
  return (
    <Page
      title={t(texts.title)}
      crumbs={[{ label: t('page.products'), href: paths.volumeLicensing(number) }]}
      fillsHeight
      actions={actions}
      pane={
        openAddress !== null &&
        pane !== undefined && (
          <Suspense key={`${openAddress.licenseId}/${openAddress.id}`}>
            {pane({ ...openAddress, row: state.openItem, onClose: state.close })}
          </Suspense>
        )
      }
    >
      <p className={styles.lead}>{t(texts.lead)}</p>
      {notice}
      {!isEmpty && (
        <>
          <FilterBar
            label={t('list.filters.title')}
            searchLabel={t(texts.search)}
            text={search.q ?? ''}
            onSearch={find}
            count={state.filterCount}
            choices={hasChoices(list) && <Choices list={list} state={state} />}
            showLabel={matching === null ? t('ui.close') : t('list.filters.show', { count: matching })}
            onClear={state.clear}
          />
          <FilterChips chips={chips} />
          <div className={styles.toolbar}>
            <p role="status">{words}</p>
            {matching !== null && matching > 0 && (
              <div className={styles.commands}>
                {commands?.(state)}
                <ExportButton list={list} state={state} />
              </div>
            )}
          </div>
        </>
      )}
      <ListedRows list={list} state={state} selection={selection} />
    </Page>
  );
}

function wordsOf(option: FilterOption, t: Messages['t']): string {
  return 'text' in option ? option.text : t(option.label);
}

function hasChoices<Item extends Listed>({
  filters = [],
  hasNoLicenseFilter,
}: ListDefinition<Item>): boolean {
  return filters.length > 0 || !hasNoLicenseFilter;
}

interface PartProps<Item extends Listed> {
  list: ListDefinition<Item>;
  state: ListState<Item>;
}

function Choices<Item extends Listed>({ list, state: { search, narrow } }: PartProps<Item>) {
  const { t } = useMessages();
  const { filters = [], action, hasNoLicenseFilter } = list;
  return (
    <>
      {filters.map((filter) => {
        const values = chosenValues(search, filter);
        return (
          <FilterSelect
            key={filter.name}
            label={t(filter.label)}
            options={filter.options.map((option) => ({ id: option.id, label: wordsOf(option, t) }))}
            values={values}
            onChange={(ids) => {
              const chosen = filter.isSingle ? ids.filter((id) => !values.includes(id)).slice(0, 1) : ids;
              narrow({ [filter.name]: chosen.join(',') });
            }}
          />
        );
      })}
      {!hasNoLicenseFilter && (
        <SearchFilter
          kind="license"
          action={action}
          chosen={search.license ?? null}
          chosenName={search.license === undefined ? null : formatLicenseId(search.license)}
          onChoose={(license) => narrow({ license: license ?? undefined })}
        />
      )}
    </>
  );
}

function useChips<Item extends Listed>(
  { filters = [] }: ListDefinition<Item>,
  { search, narrow }: ListState<Item>,
): Chip[] {
  const { t } = useMessages();
  const chips = filters.flatMap((filter) => {
    const values = chosenValues(search, filter);
    return filter.options
      .filter(({ id }) => values.includes(id))
      .map((option) => ({
        label: t(filter.label),
        value: wordsOf(option, t),
        onRemove: () => narrow({ [filter.name]: values.filter((other) => other !== option.id).join(',') }),
      }));
  });
  if (!search.license) return chips;
  const license = {
    label: t('filter.license'),
    value: formatLicenseId(search.license),
    onRemove: () => narrow({ license: undefined }),
  };
  return [...chips, license];
}

function ExportButton<Item extends Listed>({ list, state: { query } }: PartProps<Item>) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { saveCsv, isSaving } = useCsvFile();
  const { exportCsv, texts } = list;
  if (exportCsv === undefined) return null;
  const day = new Date().toISOString().slice(0, 10);
  return (
    <Button
      variant="quiet"
      icon={<ArrowDownToLine size={18} strokeWidth={1.5} aria-hidden />}
      isPending={isSaving}
      onPress={() =>
        saveCsv({
          read: () => exportCsv(api, query as never),
          name: `${t(texts.file)}-${number}-${day}.csv`,
        })
      }
    >
      {t('list.export')}
    </Button>
  );
}
