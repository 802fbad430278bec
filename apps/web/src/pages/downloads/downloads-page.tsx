import {
  DOWNLOAD_SORT_DEFAULT,
  type Download,
  type DownloadFacets,
  exportDownloads,
  listDownloadFacets,
  listDownloads,
} from '@muniment/contract/downloads.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { type ListSearch, listQueryOf } from '../../listing/list-address.ts';
import type { ListDefinition, ListFilter } from '../../listing/list-definition.ts';
import { ListPage } from '../../listing/list-page.tsx';
import { DownloadCard } from './download-card.tsx';
import { FileSize } from './file-size.tsx';
import { Language } from './language.tsx';
import { useFileTexts } from './use-file-texts.ts';

const DownloadPane = lazy(() => import('./download-pane.tsx'));

const DOWNLOADS: ListDefinition<Download> = {
  page: 'vl/downloads',
  action: 'product:download',
  texts: {
    title: 'downloads.title',
    lead: 'downloads.lead',
    search: 'downloads.search',
    count: 'downloads.count',
    empty: 'downloads.empty',
    emptyBody: 'downloads.emptyBody',
    error: 'downloads.error',
    file: 'downloads.file',
  },
  read: (api, query, signal) => api.call(listDownloads, { query, signal }),
  exportCsv: (api, query) => api.call(exportDownloads, { query }),
  defaultSort: DOWNLOAD_SORT_DEFAULT,
  columns: ({ t }) => [
    {
      id: 'product',
      header: t('downloads.column.product'),
      isSortable: true,
      width: '2fr',
      minWidth: 200,
      render: ({ product }) => product,
    },
    {
      id: 'version',
      header: t('downloads.column.version'),
      isSortable: true,
      width: 92,
      render: ({ version }) => version,
    },
    {
      id: 'language',
      header: t('downloads.column.language'),
      isSortable: true,
      width: '1fr',
      minWidth: 104,
      render: ({ language }) => <Language tag={language} />,
    },
    {
      id: 'architecture',
      header: t('downloads.column.architecture'),
      isSortable: true,
      width: 112,
      render: ({ architecture }) => architecture,
    },
    {
      id: 'fileType',
      header: t('downloads.column.fileType'),
      isSortable: true,
      width: 96,
      render: ({ fileType }) => fileType,
    },
    {
      id: 'sizeBytes',
      header: t('downloads.column.size'),
      isSortable: true,
      width: '1fr',
      minWidth: 140,
      render: (download) => <FileSize download={download} isShort />,
    },
    {
      id: 'sha256',
      header: t('downloads.column.sha256'),
      width: 124,
      render: ({ sha256 }) => sha256 && <code title={sha256}>{`${sha256.slice(0, 8)}…`}</code>,
    },
  ],
  besidePane: ['product', 'version', 'language', 'architecture', 'fileType'],
  card: (download) => <DownloadCard download={download} />,
  nameOf: ({ product, version, language, architecture, fileType }) =>
    `${product} ${version} ${language} ${architecture} ${fileType}`,
};

const FACETS = ['product', 'language', 'architecture', 'fileType'] as const;

/** Software that the license IDs offer on which one may download. @source W5 */
export default function DownloadsPage() {
  const filters = useFacetFilters();
  const list = useMemo(() => ({ ...DOWNLOADS, filters }), [filters]);
  return (
    <ListPage
      list={list}
      pane={({ licenseId, id, row, onClose }) => (
        <DownloadPane licenseId={licenseId} downloadId={id} row={row} onClose={onClose} />
      )}
    />
  );
}

/** What the list can be narrowed down to, as the server counts it; what the address names is always among it. */
function useFacetFilters(): readonly ListFilter[] {
  const api = useApi();
  const { number } = useOrganization();
  const { languageName } = useFileTexts();
  const search: ListSearch = useSearch({ strict: false });
  const query = useMemo(() => {
    const asked = FACETS.map((name) => ({ name, options: valuesOf(search[name]), isSingle: true }));
    const { sort, ...filter } = listQueryOf(search, asked, [], DOWNLOAD_SORT_DEFAULT);
    return filter;
  }, [search]);
  const { data } = useQuery({
    queryKey: [number, 'download-facets', query],
    queryFn: ({ signal }) => api.call(listDownloadFacets, { query: query as never, signal }),
    placeholderData: keepPreviousData,
  });
  return useMemo(
    () =>
      FACETS.map((name) => ({
        name,
        label: `downloads.column.${name}` as const,
        isSingle: true,
        options: optionsOf(data?.[name] ?? [], search[name], name === 'language' ? languageName : null),
      })),
    [data, search, languageName],
  );
}

const valuesOf = (asked: string | undefined) => (asked === undefined ? [] : [{ id: asked }]);

function optionsOf(
  facet: DownloadFacets['product'],
  asked: string | undefined,
  nameOf: ((value: string) => string) | null,
): ListFilter['options'] {
  const options = facet.map(({ value, name }) => ({ id: value, text: nameOf?.(value) ?? name }));
  const isThere = asked === undefined || options.some(({ id }) => id === asked);
  return isThere ? options : [...options, { id: asked, text: nameOf?.(asked) ?? asked }];
}
