import { useMutation } from '@tanstack/react-query';
import { paths } from '../../app/paths.ts';
import { signOut } from '../../app/sign-out.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import styles from './register-page.module.css';

/** Signs out; the next sign-in comes back to this link. */
export function AnotherAccount({ token, variant }: { token: string; variant: 'link' | 'button' }) {
  const { t } = useMessages();
  const leaving = useMutation({ mutationFn: () => signOut(paths.register(token)) });
  return (
    <>
      {leaving.isError && (
        <MessageBar tone="danger" title={t('register.notYou.failed')}>
          {t('register.notYou.failed.body')}
        </MessageBar>
      )}
      {variant === 'button' ? (
        <div className={styles.action}>
          <Button variant="primary" isPending={leaving.isPending} onPress={() => leaving.mutate()}>
            {t('register.wrong-account.again')}
          </Button>
        </div>
      ) : (
        <LinkButton onPress={() => leaving.mutate()}>{t('register.notYou')}</LinkButton>
      )}
    </>
  );
}
