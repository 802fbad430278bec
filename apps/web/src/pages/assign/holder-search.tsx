import { searchDirectory } from '@muniment/contract/vl-users.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox } from 'react-aria-components/ListBox';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { OptionItem } from '../../ui/options.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useDebounced } from './use-debounced.ts';
import styles from './users-sheet.module.css';

/** A VL user whose access may be looked at. */
export interface FoundHolder {
  readonly vlUserId: string;
  readonly displayName: string;
}

const WAIT_MILLISECONDS = 200;
const RESULTS = 20;

/** Finds one VL user of the organization. */
export function HolderSearch({ onChoose }: { onChoose: (holder: FoundHolder) => void }) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const asked = useDebounced(wanted, WAIT_MILLISECONDS);
  const search = useQuery({
    queryKey: ['directory', number, asked],
    queryFn: ({ signal }) => api.call(searchDirectory, { query: { q: asked, limit: RESULTS }, signal }),
    enabled: asked !== '',
    staleTime: 30_000,
  });
  const isCurrent = asked === wanted && search.isSuccess;
  const holders = (isCurrent ? search.data.items : []).flatMap(({ vlUserId, displayName, signInEmail }) =>
    vlUserId === null ? [] : [{ vlUserId, displayName, signInEmail }],
  );
  return (
    <div className={styles.search}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField label={t('assign.copy.search')} autoFocus />
        {wanted !== '' && (
          <ListBox
            aria-label={t('assign.copy.results')}
            items={holders.map(({ vlUserId, displayName, signInEmail }) => ({
              id: vlUserId,
              label: displayName,
              description: signInEmail,
            }))}
            selectionMode="single"
            selectedKeys={[]}
            onSelectionChange={(keys) => {
              const holder = holders.find(({ vlUserId }) => keys !== 'all' && keys.has(vlUserId));
              if (holder !== undefined) onChoose(holder);
            }}
            className={styles.results}
            renderEmptyState={() => (
              <div role="status" className={styles.nobody}>
                {search.isError && asked === wanted
                  ? t('assign.copy.searchFailed')
                  : isCurrent
                    ? t('assign.copy.nobodyFound')
                    : t('ui.loading')}
              </div>
            )}
          >
            {(option) => <OptionItem option={option} mark="none" />}
          </ListBox>
        )}
      </Autocomplete>
    </div>
  );
}
