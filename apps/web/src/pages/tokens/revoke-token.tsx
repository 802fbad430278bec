import { type ApiToken, revokeToken } from '@muniment/contract/people.ts';
import { useMutation } from '@tanstack/react-query';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { useApi } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toasts.tsx';

export interface RevokeTokenProps {
  token: ApiToken;
  onClose: () => void;
  onRevoked: () => void;
}

/** Asks before a token is revoked: programs that use it stop at once. */
export default function RevokeToken({ token, onClose, onRevoked }: RevokeTokenProps) {
  const { t } = useMessages();
  const api = useApi();
  const revoking = useMutation({
    mutationFn: async () => {
      try {
        await api.call(revokeToken, { params: { tokenId: token.id } });
      } catch (error) {
        // Revoked in another tab: what was wanted is so.
        if (!isProblem(error, 'not-found')) throw error;
      }
    },
    onSuccess: () => {
      showToast({ tone: 'success', title: t('tokens.revoke.done', { name: token.name }) });
      onRevoked();
    },
    onError: (error) => {
      showToast({
        tone: 'danger',
        title: t('tokens.revoke.failed'),
        message: error instanceof ServerNotReached ? t('ui.error.offline') : error.message,
      });
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('tokens.revoke.title', { name: token.name })}
      confirmLabel={t('tokens.revoke.confirm')}
      onConfirm={() => revoking.mutate()}
      isPending={revoking.isPending}
    >
      {t('tokens.revoke.body')}
    </ConfirmDialog>
  );
}
