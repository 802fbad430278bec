import { useMutation } from '@tanstack/react-query';
import { signOut } from '../../app/sign-out.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';

/** Signs out, for somebody who came with the wrong account: there is nothing else to do here. */
export function AnotherAccount() {
  const { t } = useMessages();
  const leaving = useMutation({ mutationFn: () => signOut() });
  return (
    <>
      {leaving.isError && (
        <MessageBar tone="danger" title={t('frame.noAccess.failed')}>
          {t('frame.noAccess.failed.body')}
        </MessageBar>
      )}
      <div>
        <Button isPending={leaving.isPending} onPress={() => leaving.mutate()}>
          {t('frame.noAccess.again')}
        </Button>
      </div>
    </>
  );
}
