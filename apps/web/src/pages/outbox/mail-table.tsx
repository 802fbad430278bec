import type { OutboxMail } from '@muniment/contract/publisher.ts';
import { useNavigate } from '@tanstack/react-router';
import { type OutboxSearch, paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { PersonCell } from '../../ui/person-cell.tsx';
import { MailState } from './mail-state.tsx';
import styles from './outbox.module.css';

export interface MailTableProps {
  mails: readonly OutboxMail[];
  /** Kept in the links, so that the way back leads to the same list. */
  search: OutboxSearch;
  isSending: boolean;
  onLoadMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

export function MailTable({ mails, search, isSending, onLoadMore, isLoadingMore }: MailTableProps) {
  const { t, formatDateTime } = useMessages();
  const navigate = useNavigate();
  const columns: DataColumn<OutboxMail>[] = [
    {
      id: 'to',
      header: t('outbox.column.to'),
      width: '2fr',
      minWidth: 200,
      render: ({ to, toName }) => <PersonCell name={toName} detail={to} />,
    },
    {
      id: 'subject',
      header: t('outbox.column.subject'),
      isRowHeader: true,
      width: '3fr',
      minWidth: 260,
      render: (mail) => (
        <Link href={paths.outboxMail(mail.id, search)} variant="strong">
          {mail.subject}
        </Link>
      ),
    },
    {
      id: 'organization',
      header: t('outbox.column.organization'),
      minWidth: 120,
      render: ({ organizationNumber }) => organizationNumber,
    },
    {
      id: 'state',
      header: t('outbox.column.state'),
      minWidth: 190,
      render: ({ state }) => <MailState state={state} isSending={isSending} />,
    },
    {
      id: 'when',
      header: t('outbox.column.when'),
      minWidth: 210,
      render: ({ createdAt }) => formatDateTime(createdAt),
    },
  ];
  return (
    <DataTable
      label={t('outbox.list')}
      columns={columns}
      items={mails}
      nameOf={({ subject, toName }) => `${subject}, ${toName}`}
      rowHeight={52}
      onOpen={(id) => void navigate({ href: paths.outboxMail(id, search) })}
      onLoadMore={onLoadMore}
      isLoadingMore={isLoadingMore}
      renderCard={(mail) => (
        <div className={styles.card}>
          <div className={styles.cardLine}>
            <span className={styles.cardName}>{mail.toName}</span>
            <MailState state={mail.state} isSending={isSending} />
          </div>
          <div className={styles.quiet}>{mail.to}</div>
          <Link href={paths.outboxMail(mail.id, search)}>{mail.subject}</Link>
          <div className={styles.quiet}>{formatDateTime(mail.createdAt)}</div>
        </div>
      )}
    />
  );
}
