import type { SupportTicket } from '@muniment/contract/support.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { ownTicketsQuery } from '../../api/support.ts';
import { useKnownPerson } from '../../app/use-known-person.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './help.module.css';

/** What the person has written to support, how far it is, and what was answered. @source F2 */
export function YourTickets({ publisher }: { publisher: string }) {
  const { t } = useMessages();
  const { organization } = useParams({ strict: false });
  const me = useKnownPerson();
  // Any organization of theirs will do: the tickets are the person's.
  const query = useInfiniteQuery(ownTicketsQuery(organization ?? me?.organizations[0]?.number ?? null));
  const isSlow = useIsSlow(query.isPending);
  const tickets = query.data?.pages.flatMap(({ items }) => items);
  return (
    <section className={styles.tickets}>
      <h3>{t('support.tickets')}</h3>
      {isSlow && <SkeletonRows rows={2} rowHeight={52} />}
      {query.isError && (
        <PageError
          title={t('support.tickets.error')}
          error={query.error}
          onRetry={() => void query.refetch()}
        />
      )}
      {tickets?.length === 0 && <p className={styles.quiet}>{t('support.tickets.none')}</p>}
      {tickets !== undefined && tickets.length > 0 && (
        <ul className={styles.ticketList}>
          {tickets.map((ticket) => (
            <li key={ticket.id}>
              <Ticket ticket={ticket} publisher={publisher} />
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div>
          <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {t('support.tickets.more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Ticket({ ticket, publisher }: { ticket: SupportTicket; publisher: string }) {
  const { t, formatDateTime, formatDate } = useMessages();
  return (
    <Disclosure className={styles.ticket}>
      <Heading level={4} className={styles.ticketHeading}>
        <AriaButton slot="trigger" className={styles.ticketButton}>
          <ChevronRight size={18} strokeWidth={1.5} aria-hidden className={styles.chevron} />
          <span className={styles.ticketWords}>
            <span className={styles.ticketSubject}>{ticket.subject}</span>
            <span className={styles.quiet}>
              {t('support.tickets.written', {
                reference: ticket.reference,
                when: formatDate(new Date(ticket.createdAt)),
              })}
            </span>
          </span>
          <span className={ticket.state === 'answered' ? styles.answered : styles.ticketState}>
            {t(`support.state.${ticket.state}`)}
          </span>
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <div className={styles.conversation}>
          <div className={styles.written}>
            <div className={styles.quiet}>{t('support.tickets.you')}</div>
            <p className={styles.lines}>{ticket.description}</p>
            {ticket.licenseId !== null && (
              <p className={styles.quiet}>
                {t('support.tickets.licenseId', { licenseId: formatLicenseId(ticket.licenseId) })}
              </p>
            )}
          </div>
          {ticket.answers.map((answer) => (
            <div key={answer.id} className={styles.reply}>
              <div className={styles.quiet}>
                {t('support.tickets.answer', { publisher, when: formatDateTime(answer.createdAt) })}
              </div>
              <p className={styles.lines}>{answer.text}</p>
            </div>
          ))}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
