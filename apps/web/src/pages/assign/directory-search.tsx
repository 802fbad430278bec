import { type DirectoryAccount, searchDirectory } from '@muniment/contract/vl-users.ts';
import { useQuery } from '@tanstack/react-query';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { ListBox } from 'react-aria-components/ListBox';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { OptionItem } from '../../ui/options.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type DraftIdentity, isSamePerson } from './draft.ts';
import { useDebounced } from './use-debounced.ts';
import { fromDirectory } from './users-draft.ts';
import styles from './users-sheet.module.css';

const WAIT_MILLISECONDS = 200;
const RESULTS = 20;
const NO_ACCOUNTS: readonly DirectoryAccount[] = [];

interface DirectorySearchProps {
  text: string;
  onTextChange: (text: string) => void;
  /** Who is in the list already. */
  list: readonly DraftIdentity[];
  onAdd: (identity: DraftIdentity) => void;
  onRemove: (identity: DraftIdentity) => void;
}

/** Finds people of the organization, to be ticked one after the other. @source S1 */
export function DirectorySearch({ text, onTextChange, list, onAdd, onRemove }: DirectorySearchProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const wanted = text.trim();
  const asked = useDebounced(wanted, WAIT_MILLISECONDS);
  const search = useQuery({
    queryKey: ['directory', number, asked],
    queryFn: ({ signal }) => api.call(searchDirectory, { query: { q: asked, limit: RESULTS }, signal }),
    enabled: asked !== '',
    staleTime: 30_000,
  });
  // Never what an earlier text found: Enter would add somebody else.
  const isCurrent = asked === wanted && search.isSuccess;
  const accounts = isCurrent ? search.data.items : NO_ACCOUNTS;
  const inList = (account: DirectoryAccount) => list.find((each) => isSamePerson(each, account));

  const select = (ids: ReadonlySet<string>) => {
    for (const account of accounts) {
      const present = inList(account);
      if (ids.has(idOf(account)) && present === undefined) onAdd(fromDirectory(account));
      if (!ids.has(idOf(account)) && present !== undefined) onRemove(present);
    }
  };
  return (
    <div className={styles.search}>
      <Autocomplete inputValue={text} onInputChange={onTextChange}>
        <SearchField label={t('assign.users.search')} />
        {wanted !== '' && (
          <ListBox
            aria-label={t('assign.users.results')}
            items={accounts.map((account) => ({
              id: idOf(account),
              label: account.displayName,
              description: account.external
                ? t('assign.users.external.found', { email: account.signInEmail })
                : account.signInEmail,
            }))}
            selectionMode="multiple"
            selectedKeys={accounts.filter(inList).map(idOf)}
            onSelectionChange={(keys) =>
              select(new Set(keys === 'all' ? accounts.map(idOf) : [...keys].map(String)))
            }
            className={styles.results}
            renderEmptyState={() => (
              <div role="status" className={styles.nobody}>
                {search.isError && asked === wanted
                  ? t('assign.users.searchFailed')
                  : isCurrent
                    ? t('assign.users.nobodyFound')
                    : t('ui.loading')}
              </div>
            )}
          >
            {(option) => <OptionItem option={option} mark="box" />}
          </ListBox>
        )}
      </Autocomplete>
    </div>
  );
}

function idOf(account: DirectoryAccount): string {
  return account.vlUserId ?? account.signInEmail;
}
