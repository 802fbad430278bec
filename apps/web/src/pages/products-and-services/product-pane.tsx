import { type KeyedProduct, listProductKeys } from '@muniment/contract/product-keys.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi, useOrganization } from '../../app/organization.ts';
import { DetailPane } from '../../listing/detail-pane.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { LicenseId } from '../../ui/license-id.tsx';
import { Activations, KeyLine, KeyStatus } from '../keys/key-facts.tsx';
import styles from '../keys/keys.module.css';

export interface ProductPaneProps {
  productId: string;
  /** As the list has it, where it is loaded. */
  row: KeyedProduct | undefined;
  onClose: () => void;
}

/** The keys of one product, license ID by license ID. @source W3, R4 */
export default function ProductPane({ productId, row, onClose }: ProductPaneProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const query = useInfiniteQuery({
    queryKey: [number, 'keys of product', productId],
    queryFn: ({ pageParam, signal }) =>
      api.call(listProductKeys, {
        params: { productId },
        query: { sort: 'licenseId', ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const keys = (query.data?.pages ?? []).flatMap(({ items }) => items);
  const total = query.data?.pages[0]?.total;
  return (
    <DetailPane
      title={row?.name ?? keys[0]?.product}
      subtitle={total === undefined ? row?.partNumber : t('keys.count', { count: total })}
      query={query}
      onClose={onClose}
    >
      {() => (
        <>
          <ul className={styles.keys}>
            {keys.map((key) => (
              <li key={key.id} className={styles.card}>
                <span>
                  <LicenseId id={key.licenseId} /> {key.licenseName}
                </span>
                <KeyLine productKey={key} />
                <span className={classNames(styles.quiet, styles.facts)}>
                  <span>{t(`keys.type.${key.keyType}`)}</span>
                  <span>
                    {t('keys.column.activations')} <Activations productKey={key} />
                  </span>
                  <KeyStatus productKey={key} />
                </span>
              </li>
            ))}
          </ul>
          {query.hasNextPage && (
            <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {t('productsAndServices.more')}
            </Button>
          )}
        </>
      )}
    </DetailPane>
  );
}
