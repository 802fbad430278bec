import type { LicenseSummaryDetails } from '@muniment/contract/license-summaries.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './summaries.module.css';

/** What each product pool adds up to. @source W4 */
export function PoolTotals({ totals }: Pick<LicenseSummaryDetails, 'totals'>) {
  const { t, formatNumber } = useMessages();
  return (
    <section aria-label={t('summaries.result.totals')} className={styles.totals}>
      {totals.map(({ pool, effectiveQuantity, activeSoftwareAssuranceQuantity }) => (
        <Card key={pool}>
          <div className={styles.total}>
            <h2>{t(`summaries.pool.${pool}`)}</h2>
            <dl>
              <div>
                <dt>{t('summaries.row.effective')}</dt>
                <dd className={styles.number}>{formatNumber(effectiveQuantity)}</dd>
              </div>
              <div>
                <dt>{t('summaries.row.softwareAssurance')}</dt>
                <dd className={styles.number}>{formatNumber(activeSoftwareAssuranceQuantity)}</dd>
              </div>
            </dl>
          </div>
        </Card>
      ))}
    </section>
  );
}
