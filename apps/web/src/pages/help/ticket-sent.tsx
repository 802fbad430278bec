import type { SupportTicket } from '@muniment/contract/support.ts';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './help.module.css';
import { YourTickets } from './your-tickets.tsx';

export interface TicketSentProps {
  ticket: SupportTicket;
  publisher: string;
  onClose: () => void;
}

/** Says by which reference a ticket is known, and where it will be answered. */
export function TicketSent({ ticket, publisher, onClose }: TicketSentProps) {
  const { t } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { contactMethod, email, phone, reference } = ticket;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={t('support.title')}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('support.ticket.done')}
        </Button>
      }
    >
      <div className={styles.pane}>
        <div className={styles.sent}>
          <h3 ref={heading} tabIndex={-1} className={styles.sentTitle}>
            <CircleCheck size={22} strokeWidth={1.75} aria-hidden />
            {t('support.ticket.sent', { reference })}
          </h3>
          <p>
            {contactMethod === 'phone'
              ? t('support.ticket.sent.phone', { publisher, phone })
              : t('support.ticket.sent.email', { publisher, email })}
          </p>
        </div>
        <YourTickets publisher={publisher} />
      </div>
    </Sheet>
  );
}
