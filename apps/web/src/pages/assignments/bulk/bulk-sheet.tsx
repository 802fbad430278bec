import type { BulkChangeAnswer } from '@muniment/contract/bulk-changes.ts';
import type { PeopleSelection } from '@muniment/contract/selections.ts';
import { listVlUsers } from '@muniment/contract/vl-users.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { isProblem } from '../../../api/client.ts';
import { meQuery } from '../../../api/me.ts';
import { renewOrganization } from '../../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../../app/organization.ts';
import { paths } from '../../../app/paths.ts';
import { useSavedToast } from '../../../changes/use-undo.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { MessageBar } from '../../../ui/message-bar.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextArea } from '../../../ui/text-field.tsx';
import { BulkChoiceForm } from './bulk-choice.tsx';
import { BulkPlan } from './bulk-plan.tsx';
import { bulkProblem } from './bulk-problem.ts';
import { type ChangeAct, missingIn, NO_CHOICE, requestAsPlanned, requestOf } from './bulk-request.ts';
import styles from './bulk-sheet.module.css';
import { useBulkPlan, useSaveInBulk } from './use-bulk-change.ts';

/** From so many people on what came of a change is read on its own page. */
const LARGE_PEOPLE = 25;
const REASON_MAX = 500;

export interface BulkSheetProps {
  act: ChangeAct;
  people: PeopleSelection;
  /** How many they were when they were selected. */
  count: number;
  onClose: () => void;
  onDone: () => void;
}

const TITLES = {
  'add-roles': 'bulk.add.title',
  'remove-roles': 'bulk.remove.title',
  'remove-people': 'bulk.people.title',
} as const;
const CONFIRMATIONS = {
  'add-roles': 'bulk.add.confirm',
  'remove-roles': 'bulk.remove.confirm',
  'remove-people': 'bulk.people.confirm',
} as const;

/** Adds or removes roles of many people, or removes them: what to change, then what that does, then save. @source B8 */
export function BulkSheet({ act, people, count, onClose, onDone }: BulkSheetProps) {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const [choice, setChoice] = useState(NO_CHOICE);
  const [isReviewing, setReviewing] = useState(act === 'remove-people');
  const [meant, setMeant] = useState(count);
  const request = requestOf(act, people, meant, choice);
  const { reason: _, ...planned } = request;
  const plan = useBulkPlan(isReviewing ? planned : null);
  const afterSave = useAfterSave(act, onDone);
  const save = useSaveInBulk(afterSave);
  const missing = missingIn(act, choice);
  const answer = plan.isFetching ? undefined : plan.data;
  const error = save.error ?? plan.error;
  // Of all who match, those are saved whom the plan named: one of them may be gone by then.
  const isOtherNumber =
    'matching' in people && (isProblem(error, 'stale-version') || isProblem(error, 'vl-user-not-found'));

  // Others match by now: how many, so that the next plan is one of them.
  const readAgain = async () => {
    save.reset();
    if (!isOtherNumber) return void plan.refetch();
    const { total } = await api.call(listVlUsers, { query: { ...people.matching, limit: 1 } });
    if (total === meant) await plan.refetch();
    setMeant(total);
  };

  const changes = answer === undefined ? 0 : answer.summary.added + answer.summary.removed;
  const values = { roles: changes, people: answer?.summary.people ?? meant };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t(TITLES[act], { count: meant })}
      description={'matching' in people ? t('bulk.all') : undefined}
      footer={
        isReviewing ? (
          <>
            <Button
              variant={act === 'add-roles' ? 'primary' : 'danger'}
              isPending={save.isPending}
              disabledReason={blockOf(answer)}
              onPress={() => answer && save.mutate(requestAsPlanned(request, answer))}
            >
              {t(CONFIRMATIONS[act], values)}
            </Button>
            {act === 'remove-people' ? (
              <Button onPress={onClose}>{t('ui.cancel')}</Button>
            ) : (
              <Button onPress={goBack}>{t('bulk.back')}</Button>
            )}
          </>
        ) : (
          <>
            <Button
              variant="primary"
              disabledReason={missing === null ? null : t(`bulk.review.${missing}`)}
              onPress={() => setReviewing(true)}
            >
              {t('bulk.review')}
            </Button>
            <Button onPress={onClose}>{t('ui.cancel')}</Button>
          </>
        )
      }
    >
      <div role="status">
        {save.isPending && (
          <p className={styles.saving}>
            {t('bulk.saving', { count: changes })}
            {values.people >= LARGE_PEOPLE && <span> {t('bulk.saving.long')}</span>}
          </p>
        )}
      </div>
      {error !== null && (
        <div className={styles.problem}>
          <MessageBar
            tone={isOtherNumber ? 'warning' : 'danger'}
            title={isOtherNumber ? t('bulk.number.changed') : t(save.error ? 'bulk.notSaved' : 'bulk.failed')}
            actions={
              (isOtherNumber || save.error === null) && (
                <Button onPress={() => void readAgain()}>
                  {t(isOtherNumber ? 'bulk.number.again' : 'ui.error.retry')}
                </Button>
              )
            }
          >
            {isOtherNumber
              ? t('bulk.number.changed.unknown', { before: meant })
              : bulkProblem(error, messages)}
          </MessageBar>
        </div>
      )}
      {error === null && meant !== count && (
        <div className={styles.problem}>
          <MessageBar tone="info" title={t('bulk.number.changed')}>
            {t('bulk.number.changed.body', { before: count, now: meant })}
          </MessageBar>
        </div>
      )}
      {!isReviewing && act !== 'remove-people' ? (
        <BulkChoiceForm act={act} choice={choice} onChange={setChoice} />
      ) : (
        error === null && (
          <BulkPlan answer={answer} count={meant}>
            <TextArea
              label={t('bulk.reason')}
              description={t('bulk.reason.hint')}
              value={choice.reason}
              onChange={(reason) => setChoice({ ...choice, reason })}
              maxLength={REASON_MAX}
              rows={2}
            />
          </BulkPlan>
        )
      )}
    </Sheet>
  );

  function goBack() {
    save.reset();
    setReviewing(false);
  }

  function blockOf(planned: BulkChangeAnswer | undefined): string | null {
    if (planned === undefined || isOtherNumber) return t('ui.loading');
    if (planned.checks.some(({ level }) => level === 'blocking')) return t('bulk.blocked');
    return planned.difference.length === 0 ? t('bulk.nothing') : null;
  }
}

/** Tells what was saved, with Undo; what came of a large change is read on its page. */
function useAfterSave(act: ChangeAct, onDone: () => void) {
  const { t } = useMessages();
  const { number, vlUserId } = useOrganization();
  const queryClient = useQueryClient();
  const router = useRouter();
  const tellSaved = useSavedToast();
  return async (answer: BulkChangeAnswer) => {
    const count = answer.summary.people;
    tellSaved(answer, act === 'remove-people' ? { title: t('bulk.removed', { count }) } : {});
    onDone();
    await renewOrganization(queryClient, number);
    if (answer.difference.some((each) => each.vlUserId === vlUserId)) {
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await router.invalidate();
    }
    if (answer.id !== null && count >= LARGE_PEOPLE) {
      await router.navigate({ href: paths.change(number, answer.id) });
    }
  };
}
