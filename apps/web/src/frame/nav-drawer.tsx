import type { ReactElement } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../messages/messages.tsx';
import styles from './nav-drawer.module.css';
import { SideNav } from './side-nav.tsx';

/** The navigation on phones: slides in from the left, closes when a page is chosen. */
export function NavDrawer({ trigger }: { trigger: ReactElement }) {
  const { t } = useMessages();
  return (
    <DialogTrigger>
      {trigger}
      <ModalOverlay isDismissable className={styles.overlay}>
        <Modal className={styles.drawer}>
          <Dialog aria-label={t('frame.navigation')} className={styles.dialog}>
            {({ close }) => <SideNav onNavigate={close} />}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
