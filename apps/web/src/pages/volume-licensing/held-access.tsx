import type { License } from '@muniment/contract/licenses.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { roleName } from '../../messages/names.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { Link } from '../../ui/link.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useIsSlow } from '../../ui/use-is-slow.ts';
import styles from './held-access.module.css';
import { heldLicensesQuery } from './overview-queries.ts';
import { useSearchText } from './use-search-text.ts';

/** From so many license IDs on there is a search. */
const SEARCH_FROM = 10;

/** What a person without Administrator holds, and whom to ask for more: the partner. Names nobody. @source R10, A9 */
export function HeldAccess() {
  const { t } = useMessages();
  const api = useApi();
  const { number, name } = useOrganization();
  const { text, setText, q } = useSearchText();
  const list = useInfiniteQuery(heldLicensesQuery(api, number, q === '' ? {} : { q }));
  const all = useInfiniteQuery(heldLicensesQuery(api, number, {}));
  const isSlow = useIsSlow(list.isPending);
  const licenses = (list.data?.pages ?? []).flatMap(({ items }) => items);
  const total = all.data?.pages[0]?.total ?? 0;

  if (list.isPending) return isSlow && <SkeletonRows rowHeight={52} />;
  if (list.isError && licenses.length === 0) {
    return (
      <PageError title={t('overview.held.error')} error={list.error} onRetry={() => void list.refetch()} />
    );
  }
  if (total === 0 && q === '') {
    return (
      <EmptyState title={t('overview.none')}>{t('overview.none.body', { organization: name })}</EmptyState>
    );
  }
  return (
    <Card title={t('overview.held')} aside={t('overview.held.count', { count: total })}>
      {(total >= SEARCH_FROM || text !== '') && (
        <div className={styles.search}>
          <SearchField label={t('overview.held.search')} value={text} onChange={setText} maxLength={200} />
        </div>
      )}
      {licenses.length === 0 && (
        <EmptyState title={t('overview.held.noMatch')}>{t('overview.held.noMatch.body')}</EmptyState>
      )}
      <ul className={styles.rows}>
        {licenses.map((license) => (
          <HeldLicense key={license.id} license={license} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className={styles.more}>
          <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {t('overview.held.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function HeldLicense({ license }: { license: License }) {
  const { t, formatDate, formatList } = useMessages();
  const { licenseId, name, program, roles, endDate, status } = license;
  return (
    <li className={styles.row}>
      <div className={styles.license}>
        <div>{name}</div>
        <div className={styles.facts}>
          <LicenseId id={licenseId} />
          <span>{program}</span>
          <span className={status === 'active' ? undefined : styles.ending}>
            {t(status === 'expired' ? 'overview.held.expired' : 'overview.held.until', {
              date: formatDate(endDate),
            })}
          </span>
        </div>
      </div>
      <div className={styles.roles}>
        {formatList(
          roles.map((role) => t(roleName(role))),
          'unit',
        )}
      </div>
    </li>
  );
}

/** Whom to ask, without naming anybody. @source A9 */
export function WhomToAsk() {
  const { t } = useMessages();
  return (
    <section aria-labelledby="whom-to-ask" className={styles.ask}>
      <h2 id="whom-to-ask">{t('overview.ask')}</h2>
      <p>{t('overview.ask.body')}</p>
      <p>
        <Link href={paths.whoIsMyAdmin}>{t('help.admin.link')}</Link>
      </p>
    </section>
  );
}
