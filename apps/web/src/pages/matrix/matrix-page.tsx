import type { VlUser } from '@muniment/contract/vl-users.ts';
import { isRole } from '@muniment/domain/roles.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { rolesQuery } from '../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { type MatrixSearch, paths } from '../../app/paths.ts';
import { Page } from '../../frame/page.tsx';
import { Message, useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { FilterChoice } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import { findColumn } from './find-column.ts';
import { MatrixGrid } from './matrix-grid.tsx';
import styles from './matrix-page.module.css';
import { columnsQuery, type TilePlace } from './matrix-query.ts';
import { RoleLegend } from './role-legend.tsx';
import { SettledSearch } from './settled-search.tsx';
import { useTiles } from './use-tiles.ts';

const ROUTE = '/o/$organization/vl/matrix';
const FIRST: readonly TilePlace[] = [{ row: 0, column: 0 }];

// The grid shows without them.
const AccessPane = lazy(() =>
  import('../assignments/pane/access-pane.tsx').then((module) => ({ default: module.AccessPane })),
);
const RemovePerson = lazy(() =>
  import('../assignments/remove-person.tsx').then((module) => ({ default: module.RemovePerson })),
);

/** Who holds what on which license ID, at one glance; nothing is changed here but in a person's pane. @source B8 */
export default function MatrixPage() {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const { search, show, find } = useView();
  const all = useQuery(columnsQuery(api, number));
  const roles = useQuery(rolesQuery(api, number)).data ?? [];
  const columns = useMemo(
    () => (all.data ?? []).filter(({ agreementNumber }) => isAsked(agreementNumber, search.agreement)),
    [all.data, search.agreement],
  );
  const [places, setPlaces] = useState(FIRST);
  const foundColumn = search.license === undefined ? null : findColumn(columns, search.license);
  const found = foundColumn === null ? undefined : columns[foundColumn]?.licenseId;
  const filter = {
    q: search.q,
    agreement: search.agreement,
    licenseId: search.only === 'license' ? found : undefined,
  };
  const { total, people, error, retry } = useTiles(filter, columns, places);
  const [removing, setRemoving] = useState<VlUser | null>(null);
  const open = useCallback((user: string) => show({ user }), [show]);
  const close = useCallback(() => show({ user: undefined }), [show]);

  const isPending = all.isPending || (total === null && error === null && columns.length > 0);
  const isSlow = useIsSlow(isPending);
  const highlighted = search.role !== undefined && isRole(search.role) ? search.role : 'administrator';
  const agreements = [...new Set((all.data ?? []).map((column) => column.agreementNumber))].filter(
    (agreement) => agreement !== null,
  );

  return (
    <Page
      title={t('matrix.title')}
      crumbs={[{ label: t('page.products'), href: paths.volumeLicensing(number) }]}
      fillsHeight
      pane={
        search.user !== undefined && (
          <Suspense>
            <AccessPane
              key={search.user}
              vlUserId={search.user}
              row={undefined}
              onClose={close}
              onRemove={setRemoving}
            />
          </Suspense>
        )
      }
    >
      <search aria-label={t('matrix.search')} className={styles.bar}>
        <SettledSearch label={t('matrix.search.people')} text={search.q} onChange={(q) => find({ q })} />
        <SettledSearch
          label={t('matrix.search.licenses')}
          text={search.license}
          onChange={(license) => find({ license })}
        />
        {agreements.length > 1 && (
          <FilterChoice
            label={t('matrix.agreement')}
            options={agreements.map((id) => ({ id, label: id }))}
            value={search.agreement ?? null}
            onChange={(agreement) => find({ agreement: agreement ?? undefined })}
          />
        )}
      </search>
      {found !== undefined && (
        <div className={styles.only}>
          <Switch
            isSelected={search.only === 'license'}
            onChange={(isOn) => find({ only: isOn ? 'license' : undefined })}
          >
            <Message id="matrix.only" values={{ licenseId: <LicenseId id={found} /> }} />
          </Switch>
        </div>
      )}
      <RoleLegend roles={roles} highlighted={highlighted} onHighlight={(role) => find({ role })} />
      <p role="status" className={styles.count}>
        {total !== null && all.data !== undefined && (
          <>
            {t('matrix.count', { people: total, licenses: columns.length })}{' '}
            {columns.some(({ administrators }) => administrators === 1) && (
              <Message id="matrix.dot" values={{ dot: <span aria-hidden className={styles.dot} /> }} />
            )}
            {search.license !== undefined && foundColumn === null && ` ${t('matrix.empty.licenses')}`}
          </>
        )}
      </p>
      {content()}
      {removing && (
        <Suspense>
          <RemovePerson
            person={removing}
            onClose={() => setRemoving(null)}
            onRemoved={() => {
              setRemoving(null);
              close();
            }}
          />
        </Suspense>
      )}
    </Page>
  );

  function content() {
    if (isPending) return isSlow && <SkeletonRows rows={12} />;
    const failure = all.error ?? error;
    if (failure !== null) {
      const again = () => (all.isError ? void all.refetch() : retry());
      return <PageError title={t('matrix.error')} error={failure} onRetry={again} />;
    }
    if (total === null || total === 0) {
      return (
        <EmptyState
          title={t('matrix.empty')}
          action={
            <Button
              onPress={() =>
                find({ q: undefined, agreement: undefined, license: undefined, only: undefined })
              }
            >
              {t('matrix.empty.clear')}
            </Button>
          }
        >
          {t('matrix.empty.body')}
        </EmptyState>
      );
    }
    return (
      <MatrixGrid
        columns={columns}
        total={total}
        people={people}
        highlighted={highlighted}
        foundColumn={foundColumn}
        openId={search.user ?? null}
        onOpen={open}
        onSight={setPlaces}
      />
    );
  }
}

/** What the address asks for. A pane is a step in the history, what narrows the matrix is not. */
function useView() {
  const search = useSearch({ from: ROUTE });
  const navigate = useNavigate({ from: ROUTE });
  const go = useCallback(
    (change: Partial<MatrixSearch>, replace: boolean) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace, resetScroll: false }),
    [navigate],
  );
  const show = useCallback((change: Partial<MatrixSearch>) => go(change, false), [go]);
  const find = useCallback((change: Partial<MatrixSearch>) => go(change, true), [go]);
  return { search, show, find };
}

function isAsked(agreementNumber: string | null, asked: string | undefined): boolean {
  return asked === undefined || agreementNumber === asked;
}
