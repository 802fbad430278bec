import type { ApiToken } from '@muniment/contract/people.ts';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import styles from './tokens-page.module.css';

export interface TokenListProps {
  tokens: readonly ApiToken[];
  onRevoke: (token: ApiToken) => void;
}

/** The tokens with what they allow and when they were used last. */
export function TokenList({ tokens, onRevoke }: TokenListProps) {
  const { t, formatDate } = useMessages();
  const columns: DataColumn<ApiToken>[] = [
    {
      id: 'name',
      header: t('tokens.column.name'),
      isRowHeader: true,
      width: '2fr',
      minWidth: 160,
      render: ({ name }) => (
        <span className={styles.name} title={name}>
          {name}
        </span>
      ),
    },
    {
      id: 'scopes',
      header: t('tokens.column.scopes'),
      minWidth: 180,
      width: '2fr',
      render: (token) => <Scopes token={token} />,
    },
    {
      id: 'created',
      header: t('tokens.column.created'),
      minWidth: 124,
      render: ({ createdAt }) => formatDate(createdAt),
    },
    {
      id: 'expires',
      header: t('tokens.column.expires'),
      minWidth: 175,
      render: (token) => <Expiry token={token} />,
    },
    {
      id: 'lastUsed',
      header: t('tokens.column.lastUsed'),
      minWidth: 200,
      render: (token) => <LastUse token={token} />,
    },
    {
      id: 'revoke',
      header: t('tokens.column.actions'),
      hideHeader: true,
      width: 92,
      align: 'end',
      render: (token) => <RevokeButton token={token} onRevoke={onRevoke} />,
    },
  ];
  return (
    <DataTable
      label={t('tokens.list')}
      columns={columns}
      items={tokens}
      nameOf={({ name }) => name}
      scroll="page"
      renderCard={(token) => <TokenCard token={token} onRevoke={onRevoke} />}
    />
  );
}

function TokenCard({ token, onRevoke }: { token: ApiToken } & Pick<TokenListProps, 'onRevoke'>) {
  const { t, formatDate } = useMessages();
  const used = token.lastUsedAt === null ? 'never' : formatDate(token.lastUsedAt);
  const dates = { expires: formatDate(token.expiresAt), used };
  return (
    <div className={styles.card}>
      <div className={styles.cardText}>
        <div className={styles.name}>{token.name}</div>
        <Scopes token={token} />
        <div className={classNames(styles.quiet, isExpired(token) && styles.expired)}>
          {t(isExpired(token) ? 'tokens.card.expired' : 'tokens.card', dates)}
        </div>
      </div>
      <RevokeButton token={token} onRevoke={onRevoke} />
    </div>
  );
}

function Scopes({ token }: { token: ApiToken }) {
  const { t, formatList } = useMessages();
  const names = token.scopes.map((scope) => t(`tokens.scope.${scope}`));
  return <span className={styles.cut}>{formatList(names, 'unit')}</span>;
}

function Expiry({ token }: { token: ApiToken }) {
  const { t, formatDate } = useMessages();
  const date = formatDate(token.expiresAt);
  return isExpired(token) ? <span className={styles.expired}>{t('tokens.expired', { date })}</span> : date;
}

function LastUse({ token: { lastUsedAt } }: { token: ApiToken }) {
  const { t, formatDateTime } = useMessages();
  if (lastUsedAt === null) return <span className={styles.quiet}>{t('tokens.neverUsed')}</span>;
  return formatDateTime(lastUsedAt);
}

function RevokeButton({ token, onRevoke }: { token: ApiToken } & Pick<TokenListProps, 'onRevoke'>) {
  const { t } = useMessages();
  return (
    <LinkButton aria-label={t('tokens.revoke.of', { name: token.name })} onPress={() => onRevoke(token)}>
      {t('tokens.revoke')}
    </LinkButton>
  );
}

function isExpired({ expiresAt }: ApiToken): boolean {
  return new Date(expiresAt) <= new Date();
}
