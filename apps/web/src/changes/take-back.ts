import { type UndoAnswer, undoAssignmentChange } from '@muniment/contract/assignment-changes.ts';
import { ProblemError } from '@muniment/contract/client.ts';
import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { type Api, isProblem, newIdempotencyKey, ServerNotReached } from '../api/client.ts';
import { meQuery } from '../api/me.ts';
import { renewOrganization } from '../api/organization-queries.ts';
import { paths } from '../app/paths.ts';
import type { Messages } from '../messages/messages.tsx';
import { problemText } from '../messages/problem-text.ts';
import { showToast } from '../ui/toasts.tsx';
import { licenseIdsInWords } from './license-ids-in-words.ts';
import { savedMails } from './saved-mails.ts';

export interface TakeBackDeps {
  readonly api: Api;
  readonly messages: Messages;
  /** Number of the organization, and the person's VL user in it. */
  readonly number: string;
  readonly myId: string | null | undefined;
  readonly queryClient: QueryClient;
  readonly router: AnyRouter;
}

/** Takes a change back and says so in a toast. Loaded when somebody does: no page waits for it. @source B8 */
export function takeBack(changeId: string, deps: TakeBackDeps): Promise<boolean> {
  const { api, messages, number, myId, queryClient, router } = deps;
  const { t } = messages;
  const idempotencyKey = newIdempotencyKey();

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
}

function undoneMails(
  answer: Pick<UndoAnswer, 'emails' | 'mailHoldSeconds' | 'cancelledEmails'>,
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
