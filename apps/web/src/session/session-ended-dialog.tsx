import { getMe } from '@muniment/contract/people.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { createApi } from '../api/client.ts';
import { useMe } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { signInStart } from '../app/server-pages.ts';
import { noteSessionBack, onSignedInElsewhere } from '../app/session.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import styles from '../ui/dialog.module.css';
import { MessageBar } from '../ui/message-bar.tsx';

/**
 * Asks somebody whose session ended to sign in again, in a window of its own: the page behind stays as it is, with
 * whatever was typed there, and goes on when they are back. Loaded when it is needed.
 */
export default function SessionEndedDialog() {
  const { t } = useMessages();
  const { href } = useLocation();
  const { signInEmail } = useMe();
  const isOther = useReturn();
  return (
    <ModalOverlay isOpen isKeyboardDismissDisabled className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog role="alertdialog" className={styles.dialog}>
          <div className={styles.header}>
            <Heading slot="title" level={2} className={styles.title}>
              {t('session.ended')}
            </Heading>
          </div>
          <div className={styles.body}>
            {isOther && (
              <MessageBar tone="warning" title={t('session.other')}>
                {t('session.other.body', { email: signInEmail })}
              </MessageBar>
            )}
            <p>{t('session.ended.body')}</p>
          </div>
          <div className={styles.footer}>
            <Button
              autoFocus
              variant="primary"
              onPress={() => window.open(signInStart(paths.signedIn), '_blank')}
            >
              {t('session.again')}
            </Button>
            <ButtonLink href={paths.signIn(href)} onPress={noteSessionBack}>
              {t('session.leave')}
            </ButtonLink>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/**
 * Looks whether the person is back whenever this window is seen again, or another one tells of it.
 *
 * @returns Whether somebody else has signed in instead.
 */
function useReturn(): boolean {
  const queryClient = useQueryClient();
  const { signInEmail } = useMe();
  const [isOther, setOther] = useState(false);
  useEffect(() => {
    const look = async () => {
      const me = await createApi(null)
        .call(getMe)
        .catch(() => null);
      if (me === null) return;
      if (me.signInEmail !== signInEmail) {
        setOther(true);
        return;
      }
      noteSessionBack();
      await queryClient.invalidateQueries();
    };
    const lookIfSeen = () => document.visibilityState === 'visible' && void look();
    window.addEventListener('focus', lookIfSeen);
    document.addEventListener('visibilitychange', lookIfSeen);
    const stop = onSignedInElsewhere(() => void look());
    return () => {
      window.removeEventListener('focus', lookIfSeen);
      document.removeEventListener('visibilitychange', lookIfSeen);
      stop();
    };
  }, [queryClient, signInEmail]);
  return isOther;
}
