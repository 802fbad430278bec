import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from './icon-button.tsx';
import styles from './inline-pane.module.css';
import { NO_ROOM_FOR_PANE, useMediaQuery } from './use-media-query.ts';

export interface InlinePaneProps {
  /** What the pane is about, as its heading: a person's name. */
  title: string;
  /** Before the heading: an avatar. */
  media?: ReactNode;
  /** Below the heading: a status. */
  subtitle?: ReactNode;
  onClose: () => void;
  /** Scrolls. */
  children: ReactNode;
  /** Stays in sight at the bottom. */
  footer?: ReactNode;
  /** What its controls depend on. Where they go with a change of it, and focus with them, the heading has focus. */
  focusKey?: string;
}

/**
 * Details of one row beside its list, 460 px wide. Takes focus to its heading when it opens, closes on Esc and
 * gives focus back to where it was. Where there is no room beside a list it is modal, on phones the whole
 * screen. Give it a `key` of what it shows, so that another row starts anew.
 */
export function InlinePane(props: InlinePaneProps) {
  const isModal = useMediaQuery(NO_ROOM_FOR_PANE);
  return isModal ? <ModalPane {...props} /> : <PaneBeside {...props} />;
}

function PaneBeside(props: InlinePaneProps) {
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus({ preventScroll: true });
    return () => {
      // Whoever closed it, focus must not be lost with the pane; if it is elsewhere by now, leave it there.
      queueMicrotask(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected)
          opener.focus({ preventScroll: true });
      });
    };
  }, []);

  const { focusKey } = props;
  const lastFocusKey = useRef(focusKey);
  useEffect(() => {
    if (lastFocusKey.current === focusKey) return;
    lastFocusKey.current = focusKey;
    // After a dialog that closed has tried to give focus back to a button that is gone.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost) heading.current?.focus({ preventScroll: true });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [focusKey]);

  const closeOnEscape = (event: KeyboardEvent<HTMLElement>) => {
    const isOwn = event.currentTarget.contains(event.target as Node);
    if (event.key === 'Escape' && isOwn && !event.defaultPrevented) props.onClose();
  };

  const title = (
    <h2 id={headingId} ref={heading} tabIndex={-1} className={styles.title}>
      {props.title}
    </h2>
  );
  return (
    <section aria-labelledby={headingId} className={styles.beside} onKeyDown={closeOnEscape}>
      <PaneContent {...props} heading={title} />
    </section>
  );
}

function ModalPane(props: InlinePaneProps) {
  const headingId = useId();
  const title = (
    <h2 id={headingId} className={styles.title}>
      {props.title}
    </h2>
  );
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && props.onClose()} className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog aria-labelledby={headingId} className={styles.dialog}>
          <PaneContent {...props} heading={title} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function PaneContent(props: InlinePaneProps & { heading: ReactNode }) {
  const { t } = useMessages();
  const { media, heading, subtitle, onClose, children, footer } = props;
  return (
    <>
      <div className={styles.header}>
        {media}
        <div className={styles.heading}>
          {heading}
          {subtitle}
        </div>
        <IconButton
          label={t('ui.close')}
          icon={<X size={20} strokeWidth={1.5} aria-hidden />}
          onPress={onClose}
        />
      </div>
      <div className={styles.body}>{children}</div>
      {footer && <div className={styles.footer}>{footer}</div>}
    </>
  );
}
