import { useState } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { Columns, Page } from '../../frame/page.tsx';
import { RoutePending } from '../../frame/route-pending.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { Switch } from '../../ui/switch.tsx';
import { AssignSteps } from '../assign/assign-steps.tsx';
import { findGap } from '../assign/draft-gaps.ts';
import { gapMessage } from '../assign/gap-message.ts';
import { useDraft } from '../assign/use-draft.ts';
import { useFocusTarget } from '../assign/use-focus-target.ts';
import { ChangeFilterChoice } from './change-filter.tsx';
import { ChangeList } from './change-list.tsx';
import { ChangePlan } from './change-plan.tsx';
import { Checking } from './checking.tsx';
import { Checks } from './checks.tsx';
import { EmailList } from './email-list.tsx';
import { type ChangeFilter, putsRemovalsFirst } from './person-changes.ts';
import { Reason } from './reason.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveProblem } from './save-problem.tsx';
import { Summary } from './summary.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';
import { useSave } from './use-save.ts';
import { useVerification } from './use-verification.ts';
import styles from './verify-page.module.css';
import { VerifyProblem } from './verify-problem.tsx';

/** Fewer license IDs are seen at a glance. */
const FILTER_FROM = 8;

/** Verify and save: what a draft changes, who is told, what stands against it; then all of it or nothing. @source S4 */
export default function VerifyPage() {
  const messages = useMessages();
  const { t } = messages;
  const organization = useOrganization();
  const handle = useDraft();
  const verification = useVerification(handle);
  const save = useSave(handle, () => void verification.refetch());
  useLeaveWarning(save.isPending);
  const focusOn = useFocusTarget();
  const [showsUnchanged, setShowsUnchanged] = useState(true);
  const [filter, setFilter] = useState<ChangeFilter>('all');
  const [wasReadAgain, setWasReadAgain] = useState(false);
  const { people } = handle.draft;
  const gap = findGap(people);
  const answer = verification.data;

  // The draft is gone and the next page is on its way.
  if (save.isSuccess) return <RoutePending />;

  const crumbs = [
    { label: t('page.products'), href: paths.volumeLicensing(organization.number) },
    { label: t('page.assign'), href: paths.assign(organization.number) },
  ];
  if (gap !== null) {
    const isEmpty = gap.kind === 'nobody';
    return (
      <Page title={t('page.verify')} width="medium" crumbs={crumbs}>
        <EmptyState
          title={t(isEmpty ? 'verify.empty.title' : 'verify.gap.title')}
          action={
            <ButtonLink variant="primary" href={paths.assign(organization.number)}>
              {t(isEmpty ? 'verify.empty.action' : 'verify.backToDraft')}
            </ButtonLink>
          }
        >
          {isEmpty ? t('verify.empty.body') : gapMessage(gap, messages)}
        </EmptyState>
      </Page>
    );
  }

  const onReadAgain = () => {
    save.reset();
    setWasReadAgain(true);
    focusOn('main h1');
  };
  const staleError = save.error ?? verification.error;
  return (
    <Page
      title={t('page.verify')}
      width="medium"
      crumbs={crumbs}
      bottomBar={
        answer && <SaveBar handle={handle} answer={answer} verification={verification} save={save} />
      }
    >
      <AssignSteps current="verify" />
      <div className={styles.bars}>
        {wasReadAgain && staleError === null && (
          <MessageBar tone="info" onDismiss={() => setWasReadAgain(false)}>
            {t('verify.stale.done')}
          </MessageBar>
        )}
        <SaveProblem handle={handle} save={save} onReadAgain={onReadAgain} />
      </div>
      {verification.error !== null && save.error === null && (
        <VerifyProblem
          handle={handle}
          error={verification.error}
          onRetry={() => void verification.refetch()}
          onReadAgain={onReadAgain}
        />
      )}
      {verification.isPending && <Checking people={people} />}
      {answer && (
        <Columns
          aside={
            <>
              <Summary answer={answer} />
              <Checks handle={handle} answer={answer} />
              <EmailList answer={answer} />
              <Reason handle={handle} />
              <ChangePlan answer={answer} />
            </>
          }
        >
          <section aria-labelledby="verify-changes">
            <div className={styles.heading}>
              <h2 id="verify-changes">{t('verify.heading')}</h2>
              <Switch isSelected={showsUnchanged} onChange={setShowsUnchanged}>
                {t('verify.showUnchanged')}
              </Switch>
            </div>
            {answer.difference.length >= FILTER_FROM && (
              <div className={styles.filter}>
                <ChangeFilterChoice filter={filter} onChange={setFilter} />
                {putsRemovalsFirst(answer.difference) && (
                  <span className={styles.order}>{t('verify.removalsFirst')}</span>
                )}
              </div>
            )}
            <ChangeList
              answer={answer}
              people={people}
              showsUnchanged={showsUnchanged}
              filter={answer.difference.length >= FILTER_FROM ? filter : 'all'}
            />
          </section>
        </Columns>
      )}
    </Page>
  );
}
