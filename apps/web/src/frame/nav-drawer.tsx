import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../messages/messages.tsx';
import styles from './nav-drawer.module.css';
import { SideNav } from './side-nav.tsx';

export interface NavDrawerProps {
  isOpen: boolean;
  onClose: () => void;
}

/** The navigation on phones: at the left edge, closes when a page is chosen. Loaded when first opened. */
export default function NavDrawer({ isOpen, onClose }: NavDrawerProps) {
  const { t } = useMessages();
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      className={styles.overlay}
    >
      <Modal className={styles.drawer}>
        <Dialog aria-label={t('frame.navigation')} className={styles.dialog}>
          <SideNav onNavigate={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
