import { type KeyedProduct, listKeyedProducts } from '@muniment/contract/product-keys.ts';
import { lazy } from 'react';
import type { ListDefinition } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { useMessages } from '../../messages/messages.tsx';
import styles from '../keys/keys.module.css';
import { ShownKeysProvider } from '../keys/shown-keys.tsx';

const ProductPane = lazy(() => import('./product-pane.tsx'));

/** Of no license ID: its address goes on with the product's id alone. */
type ListedProduct = KeyedProduct & { readonly licenseId: string };

const PRODUCTS: ListDefinition<ListedProduct> = {
  page: 'vl/products-and-services',
  action: 'product-key:view',
  texts: {
    title: 'productsAndServices.title',
    lead: 'productsAndServices.lead',
    search: 'productsAndServices.search',
    count: 'productsAndServices.count',
    empty: 'productsAndServices.empty',
    emptyBody: 'productsAndServices.emptyBody',
    error: 'productsAndServices.error',
    file: 'productsAndServices.title',
  },
  read: async (api, { sort: _, ...query }: Readonly<Record<string, never>>, signal) => {
    const { items, ...page } = await api.call(listKeyedProducts, { query, signal });
    return { ...page, items: items.map((product) => ({ ...product, licenseId: product.id })) };
  },
  hasNoLicenseFilter: true,
  defaultSort: 'name',
  columns: ({ t, formatNumber, formatList }) => [
    {
      id: 'product',
      header: t('keys.column.product'),
      width: '2fr',
      minWidth: 240,
      render: ({ name }) => name,
    },
    {
      id: 'partNumber',
      header: t('keys.fact.partNumber'),
      width: '1fr',
      minWidth: 130,
      render: ({ partNumber }) => partNumber,
    },
    {
      id: 'version',
      header: t('productsAndServices.version'),
      width: 100,
      render: ({ version }) => version,
    },
    {
      id: 'types',
      header: t('keys.column.type'),
      width: 130,
      render: ({ keyTypes }) => formatList(keyTypes.map((type) => t(`keys.type.${type}`))),
    },
    {
      id: 'keys',
      header: t('productsAndServices.keys'),
      align: 'end',
      width: 90,
      render: ({ keys }) => formatNumber(keys),
    },
    {
      id: 'licenseIds',
      header: t('productsAndServices.licenseIds'),
      align: 'end',
      width: 120,
      render: ({ licenseIds }) => formatNumber(licenseIds),
    },
  ],
  card: (product) => <ProductCard product={product} />,
  nameOf: ({ name }) => name,
  addressOf: ({ id }) => [id],
};

/** The products that one reads keys of, and for each its keys over all license IDs. @source W3, R4 */
export default function ProductsPage() {
  return (
    <ShownKeysProvider>
      <ListPage
        list={PRODUCTS}
        pane={({ id, row, onClose }) => <ProductPane productId={id} row={row} onClose={onClose} />}
      />
    </ShownKeysProvider>
  );
}

function ProductCard({ product: { name, partNumber, keys } }: { product: ListedProduct }) {
  const { t } = useMessages();
  return (
    <div className={styles.card}>
      <strong>{name}</strong>
      <span className={styles.quiet}>{partNumber}</span>
      <span>{t('keys.count', { count: keys })}</span>
    </div>
  );
}
