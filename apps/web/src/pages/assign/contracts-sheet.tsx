import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { PageError } from '../../ui/page-error.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { administeredLicensesQuery, heldAccessQuery, readHeldAccesses } from './assignment-queries.ts';
import styles from './contracts-sheet.module.css';
import { addLicenses, type DraftPerson, NOTHING_HELD, readAgain } from './draft.ts';
import { LicensePicker } from './license-picker.tsx';
import { readPastedLicenseIds } from './pasted-license-ids.ts';
import { PastedLicenses } from './pasted-licenses.tsx';
import type { DraftHandle } from './use-draft.ts';

interface ContractsSheetProps {
  person: DraftPerson;
  handle: DraftHandle;
  onClose: (announcement?: string) => void;
}

/** Add contracts: license IDs for a person of the draft, of those that one administers. @source S2 */
export default function ContractsSheet({ person, handle, onClose }: ContractsSheetProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const licenses = useQuery(administeredLicensesQuery(api, number));
  const access = useQuery({
    ...heldAccessQuery(api, number, person.vlUserId ?? ''),
    enabled: person.vlUserId !== null,
  });
  const held = person.vlUserId === null ? NOTHING_HELD : access.data;

  const [tab, setTab] = useState('search');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [pasted, setPasted] = useState('');
  const [isForAll, setForAll] = useState(false);
  const [state, setState] = useState<'idle' | 'adding' | 'failed'>('idle');

  const inDraft = useMemo(() => new Set(person.licenses.map(({ licenseId }) => licenseId)), [person]);
  const all = useMemo(() => licenses.data ?? [], [licenses.data]);
  const available = useMemo(() => all.filter(({ licenseId }) => !inDraft.has(licenseId)), [all, inDraft]);
  const administered = useMemo(() => new Set(all.map(({ licenseId }) => licenseId)), [all]);
  const list = useMemo(
    () => readPastedLicenseIds(pasted, administered, inDraft),
    [pasted, administered, inDraft],
  );
  const chosen = tab === 'search' ? selected : new Set(list.found);
  const others = handle.draft.people.filter(({ id }) => id !== person.id);

  const add = async () => {
    const picked = all.filter(({ licenseId }) => chosen.has(licenseId));
    const targets = isForAll ? [person, ...others] : [person];
    setState('adding');
    try {
      const read = await readHeldAccesses(api, targets);
      handle.changePeople((people) =>
        people.map((each) => {
          const now = read.get(each.id);
          return now === undefined ? each : addLicenses(readAgain(each, now), picked, now);
        }),
      );
      onClose(t('assign.contracts.added', { count: picked.length, name: person.displayName }));
    } catch {
      setState('failed');
    }
  };

  const isSearching = tab === 'search';
  const emptyReason = t(isSearching ? 'assign.contracts.nothingSelected' : 'assign.contracts.nothingPasted');
  const error = licenses.error ?? access.error;
  const isLoaded = licenses.data !== undefined && held !== undefined;
  return (
    <Sheet
      isOpen
      onClose={() => onClose()}
      title={t('assign.addContracts')}
      description={
        isLoaded && t('assign.contracts.description', { name: person.displayName, count: all.length })
      }
      footer={
        <>
          <Button
            variant="primary"
            isPending={state === 'adding'}
            onPress={() => void add()}
            disabledReason={chosen.size === 0 ? emptyReason : null}
          >
            {t('assign.contracts.add', { count: chosen.size })}
          </Button>
          <Button onPress={() => onClose()}>{t('ui.cancel')}</Button>
          {others.length > 0 && (
            <Checkbox isSelected={isForAll} onChange={setForAll}>
              {t('assign.contracts.forAll', { count: others.length })}
            </Checkbox>
          )}
        </>
      }
    >
      {state === 'failed' && <MessageBar tone="danger">{t('assign.contracts.addFailed')}</MessageBar>}
      {error !== null && !isLoaded ? (
        <PageError
          title={t('assign.contracts.loadFailed')}
          error={error}
          onRetry={() => void Promise.all([licenses.refetch(), access.refetch()])}
        />
      ) : isLoaded ? (
        <div className={styles.fill}>
          <Tabs
            label={t('assign.contracts.tabs')}
            selectedId={tab}
            onSelect={setTab}
            tabs={[
              {
                id: 'search',
                label: t('assign.contracts.search.tab'),
                content: (
                  <LicensePicker
                    name={person.displayName}
                    available={available}
                    held={held.roles}
                    selected={selected}
                    onSelect={setSelected}
                  />
                ),
              },
              {
                id: 'paste',
                label: t('assign.contracts.paste.tab'),
                content: <PastedLicenses text={pasted} onChange={setPasted} list={list} />,
              },
            ]}
          />
        </div>
      ) : (
        <SkeletonRows rowHeight={52} />
      )}
    </Sheet>
  );
}
