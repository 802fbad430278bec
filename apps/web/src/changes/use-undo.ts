import { type AssignmentChangeAnswer, undoAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { ProblemError } from '@muniment/contract/client.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isProblem, newIdempotencyKey, ServerNotReached } from '../api/client.ts';
import { meQuery } from '../api/me.ts';
import { renewOrganization } from '../api/organization-queries.ts';
import { useApi, useMe, useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import { problemText } from '../messages/problem-text.ts';
import { showToast } from '../ui/toasts.tsx';
import { licenseIdsInWords } from './license-ids-in-words.ts';

/** What a save answered, as far as people are told of it. `id` is null where nothing was saved. */
export type Saved = Pick<AssignmentChangeAnswer, 'id' | 'saved' | 'emails' | 'mailHoldSeconds'>;

/**
 * Takes a change back and says what became of it, in a toast; whatever is shown of the organization is asked for anew.
 *
 * @returns `undo(changeId)`: whether it was taken back. Trying again from the toast does nothing twice.
 * @source B8
 */
export function useUndo(): (changeId: string) => Promise<boolean> {
  const messages = useMessages();
  const api = useApi();
  const me = useMe();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useCallback(
    (changeId: string) => {
      const idempotencyKey = newIdempotencyKey();
      const { t } = messages;
      const myId = me.organizations.find((each) => each.number === number)?.vlUserId;

      async function attempt(): Promise<boolean> {
        try {
          const answer = await api.call(undoAssignmentChange, { params: { changeId }, idempotencyKey });
          showToast({ tone: 'success', title: t('undo.done'), message: undoneMails(answer, messages) });
          await renewOrganization(queryClient, number);
          if (answer.difference.some(({ vlUserId }) => vlUserId === myId)) {
            await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
            await router.invalidate();
          }
          return true;
        } catch (error) {
          const mayTryAgain = error instanceof ServerNotReached || isProblem(error, 'assignment-in-progress');
          showToast({
            tone: 'danger',
            title: t('undo.failed'),
            message: whyNotUndone(error, messages),
            action: mayTryAgain
              ? { label: t('undo.tryAgain'), onAction: () => void attempt() }
              : {
                  label: t('undo.show'),
                  onAction: () => void router.navigate({ href: paths.change(number, changeId) }),
                },
          });
          await renewOrganization(queryClient, number);
          return false;
        }
      }
      return attempt();
    },
    [messages, api, me, number, queryClient, router],
  );
}

/**
 * Says in a toast what was saved, how many e-mails go out and when, and offers Undo for as long as it is there.
 *
 * @returns `tell(answer, words)`: the answer of a save; `words` in place of "Assignments saved" and its e-mails.
 * @source B8, S4
 */
export function useSavedToast(): (answer: Saved, words?: { title?: string; message?: string }) => void {
  const messages = useMessages();
  const undo = useUndo();
  return useCallback(
    ({ id, saved, emails, mailHoldSeconds }, words = {}) => {
      const { t } = messages;
      if (!saved || id === null) {
        showToast({ tone: 'info', title: t('undo.saved.nothing') });
        return;
      }
      showToast({
        tone: 'success',
        title: words.title ?? t('undo.saved'),
        message: words.message ?? savedMails(emails.length, mailHoldSeconds, messages),
        action: { label: t('undo.undo'), onAction: () => void undo(id) },
      });
    },
    [messages, undo],
  );
}

function savedMails(count: number, seconds: number, { t }: Messages): string {
  return count === 0 ? t('undo.saved.noEmails') : t('undo.saved.emails', { count, seconds });
}

function undoneMails(
  answer: Pick<AssignmentChangeAnswer, 'emails' | 'mailHoldSeconds'> & { readonly cancelledEmails: number },
  messages: Messages,
): string {
  const { emails, mailHoldSeconds: seconds, cancelledEmails: cancelled } = answer;
  const count = emails.length;
  if (cancelled === 0) return savedMails(count, seconds, messages);
  if (count === 0) return messages.t('undo.done.noEmails');
  return messages.t('undo.done.someEmails', { count, cancelled, seconds });
}

function whyNotUndone(error: unknown, messages: Messages): string {
  const { t } = messages;
  if (error instanceof ServerNotReached) return t('undo.failed.noAnswer');
  if (!(error instanceof ProblemError)) return t('problem.other');
  const licenseIds = licenseIdsInWords(error.body.licenseIds ?? [], messages);
  switch (error.id) {
    case 'undone-already':
      return t('undo.failed.already');
    case 'undo-superseded':
      return t('undo.failed.since', { licenseIds });
    case 'last-administrator':
      return t('undo.failed.last', { licenseIds });
    case 'assignment-in-progress':
      return t('undo.failed.inProgress');
    case 'not-found':
    case 'not-undoable':
      return t('undo.failed.notYours');
    default:
      return t(problemText(error));
  }
}
