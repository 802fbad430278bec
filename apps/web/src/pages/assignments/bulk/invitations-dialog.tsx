import { type BulkInvitationAnswer, sendInvitationsInBulk } from '@muniment/contract/bulk-changes.ts';
import type { PeopleSelection } from '@muniment/contract/selections.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ServerNotReached } from '../../../api/client.ts';
import { renewOrganization } from '../../../api/organization-queries.ts';
import { useApi, useMe, useOrganization } from '../../../app/organization.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { MessageBar } from '../../../ui/message-bar.tsx';
import { VirtualList } from '../../../ui/virtual-list.tsx';
import type { Again } from '../use-invitations.ts';
import { bulkProblem } from './bulk-problem.ts';
import styles from './bulk-sheet.module.css';

const ROW_HEIGHT = 40;

export interface InvitationsDialogProps {
  again: Again;
  people: PeopleSelection;
  count: number;
  onClose: () => void;
  /** Offers to reset what cannot be resent: of these people alone. */
  onReset: (vlUserIds: readonly string[]) => void;
}

/** Resends or resets the invitations of many people, and says what became of each. @source M3, M9 */
export function InvitationsDialog({ again, people, count, onClose, onReset }: InvitationsDialogProps) {
  const messages = useMessages();
  const { t } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: () => {
      // As many as were read: whoever comes to match meanwhile is not mailed unseen.
      const expected = 'matching' in people ? { expectedPeople: count } : {};
      return api.call(sendInvitationsInBulk, { body: { people, action: again, ...expected } });
    },
    onSettled: () => renewOrganization(queryClient, number),
  });
  const expired = send.data?.items.filter(({ outcome }) => outcome === 'expired') ?? [];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(`bulk.${again}.title`, { count })}
      footer={
        send.data === undefined ? (
          <>
            <Button variant="primary" isPending={send.isPending} onPress={() => send.mutate()}>
              {t(`bulk.${again}.confirm`, { count })}
            </Button>
            <Button onPress={onClose}>{t('ui.cancel')}</Button>
          </>
        ) : (
          <>
            <Button autoFocus variant="primary" onPress={onClose}>
              {t('ui.close')}
            </Button>
            {expired.length > 0 && (
              <Button onPress={() => onReset(expired.map(({ vlUserId }) => vlUserId))}>
                {t('bulk.outcome.resetExpired', { count: expired.length })}
              </Button>
            )}
          </>
        )
      }
    >
      {send.data !== undefined ? (
        <Outcomes answer={send.data} count={count} />
      ) : (
        <div className={styles.plan}>
          {send.error !== null && (
            <MessageBar tone="danger" title={t('bulk.notSent')}>
              {send.error instanceof ServerNotReached
                ? t('ui.error.offline')
                : bulkProblem(send.error, messages)}
            </MessageBar>
          )}
          <p>{t(`bulk.${again}.about`)}</p>
          <div role="status" className="visually-hidden">
            {send.isPending && t('bulk.sending')}
          </div>
        </div>
      )}
    </Dialog>
  );
}

function Outcomes({ answer, count }: { answer: BulkInvitationAnswer; count: number }) {
  const { t } = useMessages();
  const { mailHoldSeconds } = useMe();
  const { sent } = answer;
  // What did not come about first: the rest needs no look.
  const rows = useMemo(
    () => answer.items.toSorted((a, b) => Number(a.outcome === 'sent') - Number(b.outcome === 'sent')),
    [answer],
  );
  return (
    <div className={styles.plan}>
      <MessageBar tone={sent === 0 ? 'warning' : 'success'} title={t('bulk.sent', { count: sent })}>
        {t('bulk.sent.of', { sent, count: answer.items.length || count })}{' '}
        {sent > 0 && mailHoldSeconds > 0 && t('bulk.sent.hold', { count: sent, seconds: mailHoldSeconds })}
      </MessageBar>
      <VirtualList
        label={t('bulk.outcomes')}
        items={rows}
        keyOf={({ vlUserId }) => vlUserId}
        estimatedHeight={ROW_HEIGHT}
      >
        {({ displayName, outcome }) => (
          <div className={styles.outcome}>
            <span>{displayName}</span>
            <span className={outcome === 'sent' ? styles.quiet : undefined}>
              {t(`bulk.outcome.${outcome}`)}
            </span>
          </div>
        )}
      </VirtualList>
    </div>
  );
}
