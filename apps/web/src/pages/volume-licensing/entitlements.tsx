import { listLicenses } from '@muniment/contract/licenses.ts';
import { useQuery } from '@tanstack/react-query';
import { Link as AriaLink } from 'react-aria-components/Link';
import type { Api } from '../../api/client.ts';
import { ENTITLEMENT_PAGES, type EntitlementPage, opensPage } from '../../app/entitlement-pages.ts';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Link } from '../../ui/link.tsx';
import styles from './entitlements.module.css';

/** The way to what one's roles open, and how many contracts there are and end soon. @source W1, R10 */
export default function Entitlements() {
  const { t } = useMessages();
  const api = useApi();
  const { number, actions } = useOrganization();
  const { data: counts } = useQuery({
    queryKey: [number, 'contract-counts'],
    queryFn: ({ signal }) => countContracts(api, signal),
  });
  return (
    <section aria-labelledby="entitlements" className={styles.section}>
      <div className={styles.heading}>
        <h2 id="entitlements">{t('entitlements.title')}</h2>
        {counts !== undefined && counts.expiring > 0 && (
          <Link href={paths.entitlement(number, 'vl/contracts', [], { status: 'expiring' })}>
            {t('entitlements.ending', { count: counts.expiring })}
          </Link>
        )}
      </div>
      <ul className={styles.tiles}>
        {ENTITLEMENT_PAGES.filter((page) => opensPage(actions, page)).map((page) => (
          <li key={page.path}>
            <Tile
              page={page}
              about={
                page.about === 'contracts' && counts !== undefined
                  ? t('entitlements.count', { count: counts.all })
                  : t(`entitlements.about.${page.about}`)
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ page: { path, label, icon: Icon }, about }: { page: EntitlementPage; about: string }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <AriaLink href={paths.entitlement(number, path)} className={styles.tile}>
      <Icon size={18} strokeWidth={1.5} aria-hidden />
      <span className={styles.words}>
        <strong>{t(label)}</strong>
        <span>{about}</span>
      </span>
    </AriaLink>
  );
}

async function countContracts(api: Api, signal: AbortSignal): Promise<{ all: number; expiring: number }> {
  const [all, expiring] = await Promise.all([
    api.call(listLicenses, { query: { limit: 1 }, signal }),
    api.call(listLicenses, { query: { limit: 1, status: ['expiring'] }, signal }),
  ]);
  return { all: all.total, expiring: expiring.total };
}
