import type { InboxMessage } from '@muniment/contract/support.ts';
import { useNavigate } from '@tanstack/react-router';
import { Image } from 'lucide-react';
import { type InboxSearch, paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { PersonCell } from '../../ui/person-cell.tsx';
import styles from './inbox.module.css';
import { MessageState } from './message-state.tsx';

export interface MessageTableProps {
  messages: readonly InboxMessage[];
  /** Kept in the links, so that the way back leads to the same list. */
  search: InboxSearch;
  onLoadMore: (() => void) | undefined;
  isLoadingMore: boolean;
}

export function MessageTable({ messages, search, onLoadMore, isLoadingMore }: MessageTableProps) {
  const { t, formatDateTime } = useMessages();
  const navigate = useNavigate();
  const columns: DataColumn<InboxMessage>[] = [
    {
      id: 'from',
      header: t('inbox.column.from'),
      width: '2fr',
      minWidth: 200,
      render: ({ name, organizationName, signInEmail }) => (
        <PersonCell name={name} detail={organizationName ?? signInEmail} />
      ),
    },
    {
      id: 'message',
      header: t('inbox.column.message'),
      isRowHeader: true,
      width: '3fr',
      minWidth: 260,
      render: (message) => (
        <span className={styles.message}>
          <Link href={paths.inboxMessage(message.id, search)} variant="strong">
            {message.subject ?? message.text}
          </Link>
          {message.hasScreenshot && (
            <Image size={16} strokeWidth={1.5} role="img" aria-label={t('inbox.screenshot')} />
          )}
        </span>
      ),
    },
    {
      id: 'kind',
      header: t('inbox.column.kind'),
      minWidth: 170,
      render: ({ kind, reference }) => reference ?? t(`inbox.${kind}`),
    },
    {
      id: 'state',
      header: t('inbox.column.state'),
      minWidth: 140,
      render: ({ state }) => <MessageState state={state} />,
    },
    {
      id: 'when',
      header: t('inbox.column.when'),
      minWidth: 190,
      render: ({ createdAt }) => formatDateTime(createdAt),
    },
  ];
  return (
    <DataTable
      label={t('inbox.list')}
      columns={columns}
      items={messages}
      nameOf={({ subject, text, name }) => `${subject ?? text.slice(0, NAME_LENGTH)}, ${name}`}
      rowHeight={52}
      onOpen={(id) => void navigate({ href: paths.inboxMessage(id, search) })}
      onLoadMore={onLoadMore}
      isLoadingMore={isLoadingMore}
      renderCard={(message) => (
        <div className={styles.card}>
          <div className={styles.cardLine}>
            <span className={styles.cardName}>{message.name}</span>
            <MessageState state={message.state} />
          </div>
          <div className={styles.cardText}>
            <Link href={paths.inboxMessage(message.id, search)}>{message.subject ?? message.text}</Link>
          </div>
          <div className={styles.quiet}>
            {message.reference ?? t(`inbox.${message.kind}`)}
            {' · '}
            {formatDateTime(message.createdAt)}
          </div>
        </div>
      )}
    />
  );
}

const NAME_LENGTH = 60;
