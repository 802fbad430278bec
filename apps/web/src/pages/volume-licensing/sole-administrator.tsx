import type { Overview } from '@muniment/contract/licenses.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { paths } from '../../app/paths.ts';
import { secondAdminsPath } from '../../app/second-admins.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { FilledCheck } from '../../ui/filled-check.tsx';
import { LicenseId } from '../../ui/license-id.tsx';
import { Link } from '../../ui/link.tsx';
import { heldLicensesQuery } from './overview-queries.ts';
import styles from './sole-administrator.module.css';

type SoleAdministrator = Overview['soleAdministratorOf']['items'][number];

/** Warns of license IDs that only oneself administers, with somebody to name beside one; or says all is well. @source A5 */
export function SoleAdministratorCard({ overview }: { overview: Overview }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const { total, items } = overview.soleAdministratorOf;
  if (total === 0) return <AllClear licenseIds={overview.licenseIds} />;
  const isEverything = total === overview.licenseIds;
  return (
    <Card>
      <section className={styles.card} aria-labelledby="sole-administrator">
        <div className={styles.top}>
          <span className={styles.sign}>
            <ShieldAlert size={20} strokeWidth={1.5} aria-hidden />
          </span>
          <div className={styles.words}>
            <h2 id="sole-administrator">
              {isEverything ? t('overview.sole.title.all') : t('overview.sole.title', { count: total })}
            </h2>
            <p>{t(total === 1 ? 'overview.sole.body.one' : 'overview.sole.body')}</p>
          </div>
          <ButtonLink variant="primary" href={secondAdminsPath(number, items)}>
            {t('overview.sole.add', { count: total })}
          </ButtonLink>
        </div>
        <ul className={styles.rows} aria-label={t('overview.sole.list')}>
          {items.map((item) => (
            <Row key={item.licenseId} item={item} />
          ))}
          {total > items.length && <OtherRows shown={items} total={total} />}
        </ul>
      </section>
    </Card>
  );
}

function AllClear({ licenseIds }: { licenseIds: number }) {
  const { t } = useMessages();
  return (
    <Card>
      <p className={styles.clear}>
        <FilledCheck />
        {t(licenseIds === 1 ? 'overview.clear.one' : 'overview.clear')}
      </p>
    </Card>
  );
}

function Row({ item }: { item: SoleAdministrator }) {
  const { t } = useMessages();
  return (
    <li className={styles.row}>
      <LicenseLink licenseId={item.licenseId} name={item.name} />
      <span>{item.name}</span>
      <span className={styles.suggested}>
        {item.suggested === null
          ? t(item.people === 0 ? 'overview.sole.noSuggestion' : 'overview.sole.noneActive')
          : t('overview.sole.suggested', { name: item.suggested.displayName })}
      </span>
      <span className={styles.people}>
        {item.people > 0 && t('overview.sole.people', { count: item.people })}
      </span>
    </li>
  );
}

/** Those that the overview does not name, when asked for. */
function OtherRows({ shown, total }: { shown: readonly SoleAdministrator[]; total: number }) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [isOpen, setOpen] = useState(false);
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    ...heldLicensesQuery(api, number, { soleAdministrator: true }),
    enabled: isOpen,
  });
  const named = new Set(shown.map(({ licenseId }) => licenseId));
  const others = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ licenseId }) => !named.has(licenseId));
  const remaining = total - shown.length - others.length;
  return (
    <>
      {isOpen &&
        others.map(({ licenseId, name }) => (
          <li key={licenseId} className={styles.row}>
            <LicenseLink licenseId={licenseId} name={name} />
            <span>{name}</span>
          </li>
        ))}
      {remaining > 0 && (!isOpen || hasNextPage || isFetching) && (
        <li className={styles.more}>
          <Button
            variant="quiet"
            isPending={isOpen && isFetching}
            onPress={() => (isOpen ? void fetchNextPage() : setOpen(true))}
          >
            {t('overview.sole.more', { count: remaining })}
          </Button>
        </li>
      )}
    </>
  );
}

function LicenseLink({ licenseId, name }: { licenseId: string; name: string }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  return (
    <Link
      variant="strong"
      href={paths.assignments(number, { license: [licenseId] })}
      aria-label={t('overview.sole.peopleOf', { name, licenseId: formatLicenseId(licenseId) })}
    >
      <LicenseId id={licenseId} />
    </Link>
  );
}
