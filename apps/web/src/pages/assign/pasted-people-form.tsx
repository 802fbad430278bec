import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useApi, useOrganization } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { MessageBar } from '../../ui/message-bar.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { lookUp } from './assignment-queries.ts';
import { type DraftIdentity, keyOf } from './draft.ts';
import { type PastedPerson, readPastedPeople } from './pasted-people.ts';
import { PastedFaults, PastedSummary } from './pasted-people-report.tsx';
import { useDebounced } from './use-debounced.ts';
import { fromDirectory, fromEntry } from './users-draft.ts';
import styles from './users-sheet.module.css';

interface PastedPeopleFormProps {
  text: string;
  onTextChange: (text: string) => void;
  /** Who is in the list already. */
  list: readonly DraftIdentity[];
  /** Whether the organization has a directory that people could be outside of. */
  hasDirectory: boolean;
  onAdd: (identities: readonly DraftIdentity[]) => void;
}

const WAIT_MILLISECONDS = 300;
const ROWS = 8;
const NAME_HEIGHT = 76;

/**
 * Paste of e-mails: what was found in them, whom the organization knows, and the names of those whom it does not.
 *
 * @source S1, S10
 */
export function PastedPeopleForm({ text, onTextChange, list, hasDirectory, onAdd }: PastedPeopleFormProps) {
  const { t } = useMessages();
  const api = useApi();
  const { number } = useOrganization();
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const [isChecked, setChecked] = useState(false);
  const section = useRef<HTMLDivElement>(null);

  const { people, faults } = useMemo(() => readPastedPeople(text), [text]);
  const addresses = useMemo(() => people.map(({ signInEmail }) => signInEmail), [people]);
  const asked = useDebounced(addresses, WAIT_MILLISECONDS);
  const search = useQuery({
    queryKey: ['people-lookup', number, asked],
    queryFn: ({ signal }) => lookUp(api, asked, { signal }),
    enabled: asked.length > 0,
    staleTime: 30_000,
    gcTime: 0,
  });
  const found = asked === addresses ? search.data?.found : undefined;

  const inList = useMemo(() => new Set(list.map(({ signInEmail }) => keyOf(signInEmail))), [list]);
  const fresh = people.filter(({ signInEmail }) => !inList.has(keyOf(signInEmail)));
  const known = fresh.filter(({ signInEmail }) => found?.has(keyOf(signInEmail)));
  const unknown = found === undefined ? [] : fresh.filter((person) => !known.includes(person));
  const nameOf = ({ signInEmail, displayName }: PastedPerson) => names.get(keyOf(signInEmail)) ?? displayName;
  const isNameless = (person: PastedPerson) => nameOf(person).trim() === '';

  const add = () => {
    setChecked(true);
    const first = unknown.findIndex(isNameless);
    if (first >= 0) {
      requestAnimationFrame(() =>
        section.current?.querySelector<HTMLInputElement>('input[aria-invalid="true"]')?.focus(),
      );
      return;
    }
    onAdd(
      fresh.map((person) => {
        const account = found?.get(keyOf(person.signInEmail))?.account;
        if (account !== undefined) return fromDirectory(account);
        const { signInEmail } = person;
        return fromEntry({ signInEmail, displayName: nameOf(person), businessEmail: '' }, hasDirectory);
      }),
    );
    setNames(new Map());
    setChecked(false);
  };
  const reason =
    people.length === 0
      ? t('assign.paste.empty')
      : fresh.length === 0
        ? t('assign.paste.nobodyNew')
        : found === undefined
          ? t('assign.paste.checking', { count: addresses.length })
          : null;
  return (
    <div ref={section} className={styles.paste}>
      <TextArea
        label={t('assign.paste.label')}
        description={t('assign.paste.hint')}
        rows={ROWS}
        value={text}
        onChange={onTextChange}
        spellCheck="false"
      />
      <div role="status" className={styles.said}>
        {text.trim() !== '' && (
          <PastedSummary
            isLookedUp={found !== undefined || people.length === 0}
            hasDirectory={hasDirectory}
            counts={{
              people: people.length,
              known: known.length,
              unknown: unknown.length,
              present: people.length - fresh.length,
              faults: faults.length,
            }}
          />
        )}
      </div>
      {search.isError && (
        <MessageBar
          tone="danger"
          title={t('assign.paste.failed')}
          actions={<Button onPress={() => void search.refetch()}>{t('assign.paste.retry')}</Button>}
        />
      )}
      {unknown.length > 0 && (
        <section className={styles.names}>
          <h3>{t(hasDirectory ? 'assign.paste.namesOutside' : 'assign.paste.namesNew')}</h3>
          <VirtualList
            label={t(hasDirectory ? 'assign.paste.namesOutside' : 'assign.paste.namesNew')}
            // Those without a name first: they are what is to be done.
            items={unknown.toSorted((a, b) => Number(a.displayName !== '') - Number(b.displayName !== ''))}
            keyOf={({ signInEmail }) => signInEmail}
            estimatedHeight={NAME_HEIGHT}
          >
            {(person) => (
              <div className={styles.nameField}>
                <TextField
                  label={t('assign.paste.nameOf', { email: person.signInEmail })}
                  autoComplete="off"
                  isRequired
                  value={nameOf(person)}
                  onChange={(name) => setNames(new Map(names).set(keyOf(person.signInEmail), name))}
                  errorMessage={isChecked && isNameless(person) ? t('assign.paste.nameMissing') : null}
                />
              </div>
            )}
          </VirtualList>
        </section>
      )}
      <PastedFaults faults={faults} />
      <div>
        <Button onPress={add} disabledReason={reason}>
          {t('assign.paste.add', { count: fresh.length })}
        </Button>
      </div>
    </div>
  );
}
