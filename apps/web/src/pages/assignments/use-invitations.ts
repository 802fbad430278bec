import { resendInvitation, resetInvitation, type VlUser } from '@muniment/contract/vl-users.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { renewOrganization } from '../../api/organization-queries.ts';
import { useApi, useMe, useOrganization } from '../../app/organization.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { showToast } from '../../ui/toasts.tsx';

export type Again = 'resend' | 'reset';

type Invitee = Pick<VlUser, 'id' | 'displayName'>;

/** Resends or resets somebody's invitation, and tells by a toast what came of it. @source M3, M9 */
export function useInvitations() {
  const messages = useMessages();
  const { t, formatDate } = messages;
  const api = useApi();
  const me = useMe();
  const { number } = useOrganization();
  const queryClient = useQueryClient();

  const mutation = useMutation({
    mutationFn: ({ person, again }: { person: Invitee; again: Again }) =>
      api.call(again === 'resend' ? resendInvitation : resetInvitation, { params: { vlUserId: person.id } }),
    onSuccess: ({ items }, { person, again }) => {
      const expiresAt = items
        .map((invitation) => invitation.expiresAt)
        .sort()
        .at(-1);
      const date = expiresAt === undefined ? '' : formatDate(new Date(expiresAt));
      const body = t(again === 'resend' ? 'assignments.resent.body' : 'assignments.wasReset.body', { date });
      showToast({
        tone: 'success',
        title: t(again === 'resend' ? 'assignments.resent' : 'assignments.wasReset', {
          name: person.displayName,
        }),
        message: `${body} ${t('assignments.heldMail', { seconds: me.mailHoldSeconds })}`.trim(),
      });
    },
    onError: (error, { person }) =>
      showToast({
        tone: 'danger',
        title: t('assignments.notSent', { name: person.displayName }),
        message: reasonOf(error, person, messages),
      }),
    onSettled: () => renewOrganization(queryClient, number),
  });
  return {
    sendAgain: (person: Invitee, again: Again) => mutation.mutate({ person, again }),
    /** Which of the two is under way. */
    pending: mutation.isPending ? mutation.variables.again : null,
  };
}

function reasonOf(error: unknown, person: Invitee, { t }: Messages): string {
  if (error instanceof ServerNotReached) return t('assignments.notAnswered');
  if (isProblem(error, 'too-many-requests')) return t('assignments.notSent.tooSoon');
  if (isProblem(error, 'no-open-invitation')) return t('assignments.notSent.none');
  if (isProblem(error, 'invitation-expired')) return t('assignments.notSent.expired');
  if (isProblem(error, 'vl-user-not-found'))
    return t('assignments.notSent.gone', { name: person.displayName });
  return t(problemText(error));
}
