import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './sheet.module.css';

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** A line below the title. */
  description?: ReactNode;
  /** Scrolls when it is long; a table within takes the height that is left. */
  children: ReactNode;
  /** Buttons, the primary one first. Stays in sight. */
  footer?: ReactNode;
}

/** A modal pane at the right edge, 640 px wide; the whole screen on phones. */
export function Sheet({ isOpen, onClose, title, description, children, footer }: SheetProps) {
  const { t } = useMessages();
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog className={styles.sheet}>
          <div className={styles.header}>
            <div className={styles.titleLine}>
              <Heading slot="title" level={2} className={styles.title}>
                {title}
              </Heading>
              <IconButton
                label={t('ui.close')}
                icon={<X size={20} strokeWidth={1.5} aria-hidden />}
                onPress={onClose}
              />
            </div>
            {description && <p className={styles.description}>{description}</p>}
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
