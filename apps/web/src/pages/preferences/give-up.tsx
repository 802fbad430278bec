import { ProblemError } from '@muniment/contract/client.ts';
import { giveUpInherited } from '@muniment/contract/preferences.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { isProblem, ServerNotReached } from '../../api/client.ts';
import { meQuery } from '../../api/me.ts';
import { renewOrganization } from '../../api/organization-queries.ts';
import { preferencesKey } from '../../api/preferences.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { licenseIdsInWords } from '../../changes/license-ids-in-words.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { type Messages, useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { showToast } from '../../ui/toasts.tsx';
import styles from './give-up.module.css';
import type { OwnLicense } from './own-roles.tsx';

export interface GiveUpProps {
  license: OwnLicense;
  onClose: (isGone: boolean) => void;
}

/** Asks before one gives up what one inherited, naming what that takes away. @source I4, A1 */
export function GiveUp({ license, onClose }: GiveUpProps) {
  const messages = useMessages();
  const { t, formatList } = messages;
  const api = useApi();
  const { number } = useOrganization();
  const queryClient = useQueryClient();
  const router = useRouter();
  const licenseId = formatLicenseId(license.licenseId);
  const kept = license.roles.filter(({ origin }) => origin === 'assigned');
  const agreement = license.roles.find(({ origin }) => origin === 'inherited')?.agreementNumber;

  const giving = useMutation({
    mutationFn: () => api.call(giveUpInherited, { params: { licenseId: license.licenseId } }),
    onSuccess: async () => {
      showToast({ tone: 'success', title: t('preferences.gaveUp', { licenseId }) });
      onClose(true);
      await renewOrganization(queryClient, number);
      await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
      await router.invalidate();
    },
    onError: () => queryClient.invalidateQueries({ queryKey: preferencesKey(number) }),
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={() => onClose(false)}
      title={t('preferences.giveUp.title', { licenseId })}
      confirmLabel={t('preferences.giveUp.confirm')}
      onConfirm={() => giving.mutate()}
      isPending={giving.isPending}
    >
      <div className={styles.texts}>
        {giving.error && (
          <MessageBar tone="danger" title={t('preferences.giveUp.failed')}>
            {reasonOf(giving.error, messages)}
          </MessageBar>
        )}
        <p>
          {kept.length === 0
            ? t('preferences.giveUp.loses', { name: license.name })
            : t('preferences.giveUp.keeps', {
                name: license.name,
                roles: formatList(kept.map(({ role }) => t(roleName(role)))),
              })}
        </p>
        <p>{t('preferences.giveUp.back', { agreement })}</p>
      </div>
    </ConfirmDialog>
  );
}

function reasonOf(error: Error, messages: Messages): string {
  const { t } = messages;
  if (error instanceof ServerNotReached) return t('ui.error.offline');
  if (isProblem(error, 'last-administrator')) {
    const licenseIds = licenseIdsInWords(error.body.licenseIds ?? [], messages);
    return t('preferences.giveUp.last', { licenseIds });
  }
  if (error instanceof ProblemError && error.status === 404) return t('preferences.giveUp.gone');
  return error.message;
}
