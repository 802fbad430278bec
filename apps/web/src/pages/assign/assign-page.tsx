import { useNavigate } from '@tanstack/react-router';
import { ClipboardCopy, FileUp, UserRoundPen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { Page } from '../../frame/page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { AssignBar } from './assign-bar.tsx';
import styles from './assign-page.module.css';
import { AssignSteps } from './assign-steps.tsx';
import { CsvReportBar } from './csv-report-bar.tsx';
import { DraftChoice } from './draft-choice.tsx';
import { stepOf } from './draft-gaps.ts';
import { DraftStatus } from './draft-status.tsx';
import { PeopleList } from './people-list.tsx';
import type { CopiedRoles } from './role-clipboard.ts';
import { NOBODY, useAssignView } from './use-assign-view.ts';
import { useDiscard } from './use-discard.ts';
import { useDraft } from './use-draft.ts';
import { useFocusTarget } from './use-focus-target.ts';
import { usePrefill } from './use-prefill.ts';

const UsersSheet = lazy(() => import('./users-sheet.tsx'));
const ContractsSheet = lazy(() => import('./contracts-sheet.tsx'));
const RolesSheet = lazy(() => import('./roles-sheet.tsx'));
const CopySheet = lazy(() => import('./copy-sheet.tsx'));
const CsvSheet = lazy(() => import('./csv-sheet.tsx'));

const HEADING_ID = 'assign-people';
const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** Assign users to contracts: people, their license IDs, and the roles on each. @source S1, S2, S3 */
export default function AssignPage() {
  const { t } = useMessages();
  const organization = useOrganization();
  const navigate = useNavigate();
  const handle = useDraft();
  const view = useAssignView(handle.draft.people);
  const prefill = usePrefill(handle);
  const focusOn = useFocusTarget();
  const discard = useDiscard(handle);
  const [copied, setCopied] = useState<CopiedRoles | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const { people } = handle.draft;
  const step = view.step ?? stepOf(people);
  const person = people.find(({ id }) => id === view.paneUser);
  const openPerson = people.find(({ id }) => id === view.openUser) ?? null;

  const closePane = (message?: string) => {
    if (message !== undefined) setAnnouncement(message);
    view.closePane();
    focusOn(person === undefined ? `#${HEADING_ID}` : `[data-person="${CSS.escape(person.id)}"] button`);
  };
  const close = () => void navigate({ href: paths.assignments(organization.number) });

  return (
    <Page
      title={t('page.assign')}
      width="medium"
      crumbs={[{ label: t('page.products'), href: paths.volumeLicensing(organization.number) }]}
      actions={
        <DraftStatus
          handle={handle}
          onDiscarded={() => {
            view.reset();
            focusOn('main h1');
          }}
        />
      }
      bottomBar={
        people.length > 0 &&
        !prefill.isAsking && (
          <AssignBar
            handle={handle}
            step={step}
            openPerson={openPerson}
            onOpenPane={view.openPane}
            onClose={close}
          />
        )
      }
    >
      <AssignSteps current={step} />
      <div role="status" className="visually-hidden">
        {announcement}
      </div>
      <div className={styles.bars}>
        {prefill.failed && (
          <MessageBar tone="warning" title={t('assign.prefill.failed')} onDismiss={prefill.dismiss}>
            {t('assign.prefill.failedBody')}
          </MessageBar>
        )}
        {!handle.isKept && (
          <MessageBar tone="warning" title={t('assign.draft.notKept.title')}>
            {t('assign.draft.notKept.body')}
          </MessageBar>
        )}
        <CsvReportBar onShow={() => view.openPane('csv')} />
      </div>
      {prefill.isAsking ? (
        <DraftChoice
          draft={handle.draft}
          added={prefill.people}
          onContinue={() => {
            prefill.leave();
            focusOn(`#${HEADING_ID}`, 'main h1');
          }}
          onJoin={() => {
            prefill.accept();
            focusOn('main h1');
          }}
          onAnew={() => {
            discard();
            prefill.accept();
            focusOn('main h1');
          }}
        />
      ) : prefill.isPending ? (
        <SkeletonRows rows={3} rowHeight={52} />
      ) : people.length === 0 ? (
        <EmptyState
          title={t('assign.empty.title')}
          action={
            <div className={styles.emptyWays}>
              <Button variant="primary" onPress={() => view.openPane('users')}>
                {t('assign.empty.action')}
              </Button>
              <Button icon={<FileUp {...icon} />} onPress={() => view.openPane('csv')}>
                {t('assign.people.csv')}
              </Button>
            </div>
          }
        >
          {t('assign.empty.body')}
        </EmptyState>
      ) : (
        <>
          <div className={styles.heading}>
            <h2 id={HEADING_ID} tabIndex={-1}>
              {t('assign.people.count', { count: people.length })}
            </h2>
            <div className={styles.headingButtons}>
              <Button variant="quiet" icon={<FileUp {...icon} />} onPress={() => view.openPane('csv')}>
                {t('assign.people.csv')}
              </Button>
              <Button
                variant="quiet"
                icon={<ClipboardCopy {...icon} />}
                onPress={() => view.openPane('copy', NOBODY)}
              >
                {t('assign.people.copyAccess')}
              </Button>
              <Button icon={<UserRoundPen {...icon} />} onPress={() => view.openPane('users')}>
                {t('assign.people.edit')}
              </Button>
            </div>
          </div>
          <PeopleList
            handle={handle}
            view={view}
            onAnnounce={setAnnouncement}
            onFocusLost={(...selectors) => focusOn(...selectors, `#${HEADING_ID}`)}
          />
        </>
      )}
      <Suspense>
        {view.pane === 'users' && <UsersSheet handle={handle} onClose={closePane} />}
        {view.pane === 'contracts' && person && (
          <ContractsSheet key={person.id} person={person} handle={handle} onClose={closePane} />
        )}
        {view.pane === 'copy' && people.length > 0 && (
          <CopySheet handle={handle} person={person ?? null} onClose={closePane} />
        )}
        {view.pane === 'csv' && <CsvSheet handle={handle} onClose={closePane} />}
        {view.pane === 'roles' && person && (
          <RolesSheet
            key={person.id}
            person={person}
            handle={handle}
            copied={copied}
            onCopy={setCopied}
            onClose={closePane}
          />
        )}
      </Suspense>
    </Page>
  );
}
