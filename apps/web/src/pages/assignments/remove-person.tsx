import { removeVlUser, type VlUser } from '@muniment/contract/vl-users.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { meQuery } from '../../api/me.ts';
import { renewOrganization } from '../../api/organization-queries.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { licenseIdsInWords } from '../../changes/license-ids-in-words.ts';
import { newestOwnChange } from '../../changes/own-change.ts';
import { useSavedToast } from '../../changes/use-undo.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { problemText } from '../../messages/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { assignedRoles, inheritedRoles } from './pane/access-draft.ts';
import { type PersonAccess, personKey, personQuery } from './pane/person-query.ts';
import styles from './remove-person.module.css';

export interface RemovePersonProps {
  person: VlUser;
  onClose: () => void;
  onRemoved: (vlUserId: string) => void;
}

/**
 * Asks before a person is removed, naming what that takes away, and removes them. What is confirmed is what is
 * removed: where somebody changed it meanwhile, it is shown and asked again. @source M5, M9, A1
 */
export function RemovePerson({ person, onClose, onRemoved }: RemovePersonProps) {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { data: access, error, refetch } = useQuery(personQuery(api, number, person.id));
  const isGone = isProblem(error, 'vl-user-not-found');
  const isUnread = access === undefined && error !== null;
  const tellSaved = useSavedToast();
  const name = person.displayName;

  const removal = useMutation({
    mutationFn: async () => {
      const before = await newestOwnChange(api, person.id);
      await api.call(removeVlUser, { params: { vlUserId: person.id }, ifMatch: access?.etag ?? undefined });
      return before?.id;
    },
    onSuccess: async (idBefore) => {
      const words = {
        title: person.isYou ? t('assignments.removed.you') : t('assignments.removed', { name }),
        message: t(person.isYou ? 'assignments.removed.you.body' : 'assignments.removed.body'),
      };
      // Whoever removed themselves administers nothing there any more, and cannot take it back.
      const change = person.isYou ? null : await newestOwnChange(api, person.id);
      // Where only what is inherited was there, nothing ended: an older change is no part of this.
      if (change === null || change.id === idBefore) showToast({ tone: 'success', ...words });
      else tellSaved(change, words);
      onRemoved(person.id);
      // Nobody asks for who may not be there any more.
      queryClient.removeQueries({ queryKey: personKey(number, person.id) });
      await renewOrganization(queryClient, number);
      if (!person.isYou) return;
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await router.invalidate();
    },
    onError: () => renewOrganization(queryClient, number),
  });

  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={person.isYou ? t('assignments.remove.title.you') : t('assignments.remove.title', { name })}
      confirmLabel={t(person.isYou ? 'assignments.remove.confirm.you' : 'assignments.remove.confirm')}
      onConfirm={() => removal.mutate()}
      isPending={removal.isPending || (access === undefined && error === null)}
      disabledReason={isGone ? t('assignments.notSent.gone', { name }) : isUnread ? t('access.error') : null}
    >
      <div className={styles.texts}>
        {removal.error && !isGone && (
          <MessageBar tone="danger" title={t('assignments.remove.failed')}>
            {reasonOf(removal.error, person, messages)}
          </MessageBar>
        )}
        {isGone ? (
          <MessageBar tone="info">{t('assignments.notSent.gone', { name })}</MessageBar>
        ) : isUnread ? (
          <MessageBar
            tone="danger"
            title={t('access.error')}
            actions={<Button onPress={() => void refetch()}>{t('ui.error.retry')}</Button>}
          >
            {reasonOf(error, person, messages)}
          </MessageBar>
        ) : (
          consequences(person, access, messages).map((sentence) => <p key={sentence}>{sentence}</p>)
        )}
      </div>
    </ConfirmDialog>
  );
}

/** What follows from removing them, in whole sentences. */
function consequences(person: VlUser, access: PersonAccess | undefined, { t }: Messages): string[] {
  const licenses = access?.licenses ?? [];
  if (person.status === 'user-not-found') {
    return [t('assignments.remove.gone', { count: access?.licenses.length ?? person.licenseIdCount })];
  }
  const staysListed = licenses.some((license) => inheritedRoles(license).length > 0);
  const count =
    access === undefined
      ? person.licenseIdCount
      : licenses.filter((license) => assignedRoles(license).length > 0).length;
  const isPending = person.status === 'invitation-sent' || person.status === 'invitation-expired';
  const what = staysListed ? 'inherits' : 'loses';
  return [
    t(`assignments.remove.${what}${person.isYou ? '.you' : ''}` as const, { count }),
    isPending
      ? t('assignments.remove.pending')
      : t('assignments.remove.told', { email: access?.person.businessEmail ?? person.businessEmail }),
    ...(person.isYou ? [t('assignments.remove.you.manage')] : []),
  ];
}

function reasonOf(error: unknown, person: VlUser, messages: Messages): string {
  const { t } = messages;
  const name = person.displayName;
  if (error instanceof ServerNotReached) return t('assignments.notAnswered');
  if (isProblem(error, 'stale-version')) return t('assignments.remove.stale', { name });
  if (isProblem(error, 'vl-user-not-found')) return t('assignments.notSent.gone', { name });
  if (isProblem(error, 'last-administrator')) {
    const licenseIds = licenseIdsInWords(error.body.licenseIds ?? [], messages);
    return t(person.isYou ? 'assignments.remove.last.you' : 'assignments.remove.last', { name, licenseIds });
  }
  return t(problemText(error));
}
