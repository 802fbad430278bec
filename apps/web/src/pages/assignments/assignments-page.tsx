import type { VlUser } from '@muniment/contract/vl-users.ts';
import { UserRoundPlus } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { type AssignmentsSearch, paths } from '../../app/paths.ts';
import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { PHONE, useMediaQuery } from '../../ui/use-media-query.ts';
import styles from './assignments-page.module.css';
import { ListFilters } from './list-filters.tsx';
import { ListedPeople } from './listed-people.tsx';
import { useInvitations } from './use-invitations.ts';
import { usePeople } from './use-people.ts';

// The list shows without them.
const AccessPane = lazy(() =>
  import('./pane/access-pane.tsx').then((module) => ({ default: module.AccessPane })),
);
const RemovePerson = lazy(() =>
  import('./remove-person.tsx').then((module) => ({ default: module.RemovePerson })),
);

const ALL: Partial<AssignmentsSearch> = {
  q: undefined,
  status: undefined,
  role: undefined,
  license: undefined,
};

/** Manage assignments: who holds roles on the license IDs that one administers. @source M1-M5 */
export default function AssignmentsPage() {
  const { t } = useMessages();
  const { number } = useOrganization();
  const isPhone = useMediaQuery(PHONE);
  const view = usePeople();
  const { search, show, people, matching, total, isSmall, isNarrowed } = view;
  const { sendAgain } = useInvitations();
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
    show({ user: undefined });
  }, [show]);
  const narrow = useCallback((change: Partial<AssignmentsSearch>) => show(change, 'replace'), [show]);

  // The pane of somebody who was removed is gone at once; then the address follows.
  useEffect(() => {
    if (removedId === null) return;
    if (search.user === removedId) close();
    else setRemovedId(null);
  }, [search.user, removedId, close]);

  const pane = openId !== null && (
    <Suspense>
      <AccessPane
        key={openId}
        vlUserId={openId}
        row={people.find(({ id }) => id === openId)}
        assignsAgain={openId === againId}
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
        <ButtonLink
          variant="primary"
          href={paths.assign(number)}
          icon={<UserRoundPlus size={18} strokeWidth={1.75} aria-hidden />}
        >
          {t(isPhone ? 'assignments.assign.short' : 'assignments.assign')}
        </ButtonLink>
      }
      pane={pane}
    >
      {(!isSmall || isNarrowed) && (
        <ListFilters search={search} matching={matching} onChange={narrow} onClear={() => narrow(ALL)} />
      )}
      <p role="status" className={styles.count}>
        {matching !== null &&
          (isNarrowed && total !== null
            ? t('assignments.count.of', { count: matching, total })
            : t('assignments.count', { count: matching }))}
      </p>
      <ListedPeople
        view={view}
        openId={openId}
        onOpen={open}
        onRemove={setRemoving}
        onSendAgain={sendAgain}
        onAssignAgain={assignAgain}
        onClear={() => narrow(ALL)}
      />
      {removing && (
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
  setTimeout(() => {
    const heading = document.querySelector('main h1');
    if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
  }, 50);
}
