import type { AssignmentChangeAnswer } from '@muniment/contract/assignment-changes.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useApi, useMe, useOrganization } from '../app/organization.ts';
import { useMessages } from '../messages/messages.tsx';
import { showToast } from '../ui/toasts.tsx';
import { savedMails } from './saved-mails.ts';

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
    async (changeId: string) => {
      const { t } = messages;
      const myId = me.organizations.find((each) => each.number === number)?.vlUserId;
      const loaded = await import('./take-back.ts').catch(() => null);
      if (loaded !== null) {
        return loaded.takeBack(changeId, { api, messages, number, myId, queryClient, router });
      }
      showToast({ tone: 'danger', title: t('undo.failed'), message: t('undo.failed.noAnswer') });
      return false;
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
