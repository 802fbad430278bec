import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../messages/messages.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, the primary one first. */
  footer?: ReactNode;
  /** `wide` (720 px) for a diff; else 480 px. */
  size?: 'medium' | 'wide';
}

/** A modal window over the page. Esc and the close button call `onClose`. */
export function Dialog({ isOpen, onClose, title, children, footer, size = 'medium' }: DialogProps) {
  const { t } = useMessages();
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} className={styles.overlay}>
      <Modal className={classNames(styles.modal, size === 'wide' && styles.wide)}>
        <AriaDialog className={styles.dialog}>
          <div className={styles.header}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <IconButton
              label={t('ui.close')}
              icon={<X size={20} strokeWidth={1.5} aria-hidden />}
              onPress={onClose}
            />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  /** Asks by name: "Remove Callum Mercer?" */
  title: string;
  /** What follows from it, in whole sentences. */
  children: ReactNode;
  /** The act, never "OK" or "Yes". */
  confirmLabel: string;
  /** What not doing it means: "Keep editing". Default: "Cancel". */
  cancelLabel?: string;
  onConfirm: () => void;
  isPending?: boolean;
  /** Why it cannot be confirmed now. */
  disabledReason?: string | null;
  tone?: 'danger' | 'primary';
}

/** Asks before what cannot be taken back, naming the consequences. Focus starts on Cancel. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useMessages();
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      className={styles.overlay}
    >
      <Modal className={styles.modal}>
        <AriaDialog role="alertdialog" className={styles.dialog}>
          <div className={styles.header}>
            <Heading slot="title" level={2} className={styles.title}>
              {props.title}
            </Heading>
          </div>
          <div className={styles.body}>{props.children}</div>
          <div className={styles.footer}>
            <Button
              variant={props.tone ?? 'danger'}
              isPending={props.isPending}
              disabledReason={props.disabledReason ?? null}
              onPress={() => props.onConfirm()}
            >
              {props.confirmLabel}
            </Button>
            <Button autoFocus onPress={props.onClose}>
              {props.cancelLabel ?? t('ui.cancel')}
            </Button>
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
