import { searchDirectory } from '@muniment/contract/vl-users.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { type DraftIdentity, isSamePerson } from './draft.ts';
import { useDebounced } from './use-debounced.ts';
import { fromDirectory } from './users-draft.ts';

const WAIT_MILLISECONDS = 200;
const RESULTS = 20;

interface DirectorySearchProps {
  /** Who is in the list already. */
  list: readonly DraftIdentity[];
  onAdd: (identity: DraftIdentity) => void;
}

/** Finds people of the organization; one after the other is added, the results stay. @source S1 */
export function DirectorySearch({ list, onAdd }: DirectorySearchProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [text, setText] = useState('');
  const asked = useDebounced(text.trim(), WAIT_MILLISECONDS);
  const search = useQuery({
    queryKey: ['directory', number, asked],
    queryFn: ({ signal }) => api.call(searchDirectory, { query: { q: asked, limit: RESULTS }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const accounts = search.data?.items ?? [];
  const idOf = (account: (typeof accounts)[number]) => account.vlUserId ?? account.signInEmail;

  const add = (id: string) => {
    const account = accounts.find((each) => idOf(each) === id);
    if (account !== undefined) onAdd(fromDirectory(account));
  };
  return (
    <ComboBox
      label={t('assign.users.search')}
      inputValue={text}
      onInputChange={setText}
      isLoading={search.isFetching || asked !== text.trim()}
      emptyText={t(search.isError ? 'assign.users.searchFailed' : 'assign.users.nobodyFound')}
      onChoose={add}
      options={accounts.map((account) => {
        const isInList = list.some((each) => isSamePerson(each, account));
        const email = account.signInEmail;
        return {
          id: idOf(account),
          label: account.displayName,
          description: isInList ? t('assign.users.inList', { email }) : email,
          isDisabled: isInList,
        };
      })}
    />
  );
}
