import type { VlUser } from '@muniment/contract/vl-users.ts';
import { useQuery } from '@tanstack/react-query';
import { UserRoundPlus } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import { AsOfBar } from './as-of/as-of-bar.tsx';
import { AsOfControl } from './as-of/as-of-control.tsx';
import { type BulkAct, CommandBar } from './command-bar.tsx';
import { ListFilters } from './list-filters.tsx';
import { ListToolbar } from './list-toolbar.tsx';
import { ListedPeople } from './listed-people.tsx';
import { ownViewsQuery } from './own-views.ts';
import { PeopleChips } from './people-chips.tsx';
import { useHiddenColumns } from './shown-columns.ts';
import { useInvitations } from './use-invitations.ts';
import { usePeople } from './use-people.ts';
import { useSelection } from './use-selection.ts';
import { ViewMenu } from './view-menu.tsx';
import { ViewTabs } from './view-tabs.tsx';

// The list shows without them.
const AccessPane = lazy(() =>
  import('./pane/access-pane.tsx').then((module) => ({ default: module.AccessPane })),
);
const RemovePerson = lazy(() =>
  import('./remove-person.tsx').then((module) => ({ default: module.RemovePerson })),
);
const BulkAction = lazy(() => import('./bulk/bulk-action.tsx'));

/** Manage assignments: who holds roles on the license IDs that one administers. @source M1-M5, B8 */
export default function AssignmentsPage() {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const isPhone = useMediaQuery(PHONE);
  const view = usePeople();
  const { address, search, show, narrow, clear, people, matching, isSmall, isNarrowed, at } = view;
  const { sendAgain } = useInvitations();
  const { data: ownViews = [] } = useQuery({ ...ownViewsQuery(api, number), enabled: !isSmall });
  const [hiddenColumns, hideColumns] = useHiddenColumns();
  const selection = useSelection(view.filter, matching, view.everybody);
  /** On phones rows are selected after one asked to: a tap opens otherwise. */
  const [isSelecting, setSelecting] = useState(false);
  const [act, setAct] = useState<BulkAct | null>(null);
  const [removing, setRemoving] = useState<VlUser | null>(null);
  /** Whose pane is to open with what failed wanted again. */
  const [againId, setAgainId] = useState<string | null>(null);
  const [removedId, setRemovedId] = useState<string | null>(null);
  const openId = search.user !== undefined && search.user !== removedId ? search.user : null;

  const open = useCallback((user: string) => show({ user }), [show]);
  const assignAgain = useCallback(
    ({ id }: VlUser) => {
      setAgainId(id);
      show({ user: id });
    },
    [show],
  );
  const close = useCallback(() => {
    setAgainId(null);
    show({ user: undefined, tab: undefined });
  }, [show]);
  const endSelecting = () => {
    selection.clear();
    setSelecting(false);
    focusList();
  };
  const leaveStepByStep = () => {
    if (openId !== null) close();
    else if (selection.count > 0) selection.clear();
  };

  // The pane of somebody who was removed is gone at once; then the address follows.
  useEffect(() => {
    if (removedId === null) return;
    if (search.user === removedId) close();
    else setRemovedId(null);
  }, [search.user, removedId, close]);

  // Nobody changes the past.
  const isPast = at !== undefined;
  // Back may lead into the past while one of them is open.
  useEffect(() => {
    if (!isPast) return;
    setAct(null);
    setRemoving(null);
  }, [isPast]);
  const lookAt = (asOf: string | undefined) => {
    selection.clear();
    show({ asOf }, 'replace');
  };
  const canSelect = !isPast && (!isPhone || isSelecting);
  const bar = canSelect && (isPhone || selection.count > 0) && (
    <CommandBar selection={selection} matching={matching} onAct={setAct} onClear={endSelecting} />
  );
  const pane = openId !== null && (
    <Suspense>
      <AccessPane
        key={`${openId} ${at}`}
        vlUserId={openId}
        row={people.find(({ id }) => id === openId)}
        assignsAgain={openId === againId && !isPast}
        at={at}
        shownTab={{ tab: search.tab, onTab: (tab) => show({ tab }, 'replace') }}
        onClose={close}
        onRemove={setRemoving}
      />
    </Suspense>
  );
  return (
    <Page
      title={t('page.assignments')}
      crumbs={[{ label: t('page.products'), href: paths.volumeLicensing(number) }]}
      fillsHeight
      actions={
        <>
          {!isSmall && <AsOfControl asOf={isPast ? search.asOf : undefined} onLookAt={lookAt} />}
          {!isPast && (
            <ButtonLink
              variant="primary"
              href={paths.assign(number)}
              icon={<UserRoundPlus size={18} strokeWidth={1.75} aria-hidden />}
            >
              {t(isPhone ? 'assignments.assign.short' : 'assignments.assign')}
            </ButtonLink>
          )}
        </>
      }
      bottomBar={isPhone && bar}
      pane={pane}
    >
      {isPast && search.asOf !== undefined && (
        <AsOfBar
          asOf={search.asOf}
          onBack={() => {
            lookAt(undefined);
            focusHeading();
          }}
        />
      )}
      {!isSmall && <ViewTabs view={view} own={ownViews} />}
      {(!isSmall || isNarrowed) && (
        <>
          <ListFilters
            search={search}
            matching={matching}
            onChange={narrow}
            onClear={clear}
            end={
              !isSmall &&
              !isPast && <ViewMenu view={view} shown={ownViews.find(({ id }) => id === address.view)} />
            }
          />
          <PeopleChips search={search} onChange={narrow} />
        </>
      )}
      {bar && !isPhone ? (
        bar
      ) : (
        <ListToolbar
          view={view}
          hiddenColumns={hiddenColumns}
          onHideColumns={hideColumns}
          onSelect={isSelecting ? undefined : () => setSelecting(true)}
        />
      )}
      <ListedPeople
        view={view}
        openId={openId}
        onOpen={open}
        onRemove={setRemoving}
        onSendAgain={sendAgain}
        onAssignAgain={assignAgain}
        onClear={clear}
        hiddenColumns={hiddenColumns}
        selection={canSelect ? selection : undefined}
        onEscape={leaveStepByStep}
      />
      {act !== null && !isPast && (
        <Suspense>
          <BulkAction
            act={act}
            people={selection.people}
            count={selection.count}
            onClose={() => setAct(null)}
            onDone={() => {
              setAct(null);
              endSelecting();
            }}
            onAct={setAct}
          />
        </Suspense>
      )}
      {removing && !isPast && (
        <Suspense>
          <RemovePerson
            person={removing}
            onClose={() => setRemoving(null)}
            onRemoved={(id) => {
              setRemoving(null);
              setRemovedId(id);
              focusHeading();
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}

/** The row that had focus is gone. After the dialog has tried to give focus back to it. */
function focusHeading(): void {
  setTimeout(() => focus(document.querySelector('main h1')), 50);
}

/** What had focus goes with the selection: the list has it, where nothing else took it. */
function focusList(): void {
  setTimeout(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) focus(document.querySelector('main [role="grid"] [tabindex="0"]'));
  }, 50);
}

function focus(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: true });
}
