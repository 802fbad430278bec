import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { hasDirectoryQuery, readHeldAccesses } from './assignment-queries.ts';
import { DirectorySearch } from './directory-search.tsx';
import { type DraftIdentity, type DraftPerson, keyOf, setPeople } from './draft.ts';
import { ExternalUser } from './external-user.tsx';
import { PastedPeopleForm } from './pasted-people-form.tsx';
import type { DraftHandle } from './use-draft.ts';
import { addIdentity, userChanges } from './users-draft.ts';
import { UsersList } from './users-list.tsx';
import { UsersReview } from './users-review.tsx';
import styles from './users-sheet.module.css';

interface UsersSheetProps {
  handle: DraftHandle;
  onClose: (announcement?: string) => void;
}

/** Add or edit users: who is in the draft. Nothing of it holds before Review and apply. @source S1 */
export default function UsersSheet({ handle, onClose }: UsersSheetProps) {
  const { t } = useMessages();
  const api = useApi();
  const { people } = handle.draft;
  const [list, setList] = useState<readonly DraftIdentity[]>(() => people.map(identityOf));
  const { number } = useOrganization();
  const hasDirectory = useQuery(hasDirectoryQuery(api, number)).data ?? false;
  const [tab, setTab] = useState('search');
  const [searched, setSearched] = useState('');
  const [pasted, setPasted] = useState('');
  const [isReviewing, setReviewing] = useState(false);
  const [said, setSaid] = useState<{ text: string; isMerge: boolean } | null>(null);
  const [state, setState] = useState<'idle' | 'applying' | 'failed'>('idle');
  const changes = useMemo(() => userChanges(people, list), [people, list]);
  const hasChanges = changes.some(({ kind }) => kind !== 'none');

  const add = (identity: DraftIdentity, businessEmail = '', isFound = false) => {
    const result = addIdentity(list, identity, businessEmail);
    setList(result.list);
    const name = (result.merged ?? identity).displayName;
    const found = hasDirectory && !identity.isExternal ? 'foundInDirectory' : 'found';
    const id = result.merged ? 'merged' : isFound ? found : 'added';
    setSaid({ text: t(`assign.users.${id}`, { name }), isMerge: id !== 'added' });
  };
  const addPasted = (identities: readonly DraftIdentity[]) => {
    setList((before) => [...before, ...identities]);
    setPasted('');
    setSaid({ text: t('assign.paste.added', { count: identities.length }), isMerge: false });
  };
  const remove = (identity: DraftIdentity) => {
    setList((all) => all.filter((each) => each.id !== identity.id));
    setSaid({ text: t('assign.users.removed', { name: identity.displayName }), isMerge: false });
  };
  const apply = async () => {
    setState('applying');
    try {
      const there = new Set(people.map(({ signInEmail }) => keyOf(signInEmail)));
      const read = await readHeldAccesses(
        api,
        list.filter(({ signInEmail }) => !there.has(keyOf(signInEmail))),
      );
      handle.changePeople((before) => setPeople(before, list, read));
      onClose(t('assign.people.count', { count: list.length }));
    } catch {
      setState('failed');
    }
  };

  if (isReviewing) {
    return (
      <Sheet
        isOpen
        onClose={() => onClose()}
        title={t('assign.users.reviewTitle')}
        description={t('assign.users.reviewDescription')}
        footer={
          <>
            <Button variant="primary" isPending={state === 'applying'} onPress={() => void apply()}>
              {t('assign.users.apply')}
            </Button>
            <Button onPress={() => setReviewing(false)}>{t('assign.users.back')}</Button>
          </>
        }
      >
        {state === 'failed' && <MessageBar tone="danger">{t('assign.users.readFailed')}</MessageBar>}
        <UsersReview changes={changes} />
      </Sheet>
    );
  }
  return (
    <Sheet
      isOpen
      onClose={() => onClose()}
      title={t('assign.users.title')}
      description={t(hasDirectory ? 'assign.users.description' : 'assign.users.description.none')}
      footer={
        <>
          <Button
            variant="primary"
            onPress={() => setReviewing(true)}
            disabledReason={hasChanges ? null : t('assign.users.nothingChanged')}
          >
            {t('assign.users.review')}
          </Button>
          <Button onPress={() => onClose()}>{t('ui.cancel')}</Button>
        </>
      }
    >
      <div className={styles.parts}>
        <Tabs
          label={t('assign.paste.tabs')}
          selectedId={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'search',
              label: t('assign.paste.searchTab'),
              content: (
                <div className={styles.parts}>
                  <DirectorySearch
                    text={searched}
                    onTextChange={setSearched}
                    list={list}
                    onAdd={(identity) => add(identity)}
                    onRemove={remove}
                  />
                  <ExternalUser searched={searched} hasDirectory={hasDirectory} onAdd={add} />
                </div>
              ),
            },
            {
              id: 'paste',
              label: t('assign.paste.tab'),
              content: (
                <PastedPeopleForm
                  text={pasted}
                  onTextChange={setPasted}
                  list={list}
                  hasDirectory={hasDirectory}
                  onAdd={addPasted}
                />
              ),
            },
          ]}
        />
        <div role="status" className={styles.said}>
          {said && <span className={said.isMerge ? styles.merged : undefined}>{said.text}</span>}
        </div>
        <UsersList list={list} onChange={setList} />
      </div>
    </Sheet>
  );
}

function identityOf({ etag: _etag, licenses: _licenses, ...identity }: DraftPerson): DraftIdentity {
  return identity;
}
