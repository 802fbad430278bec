import { searchDirectory } from '@muniment/contract/vl-users.ts';
import { emailKey } from '@muniment/domain/email-address.ts';
import { UserRoundPlus } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useApi } from '../../app/organization.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type DraftIdentity, isSamePerson } from './draft.ts';
import { checkEntry, type EntryErrors, type ExternalEntry, fromDirectory, fromEntry } from './users-draft.ts';
import styles from './users-sheet.module.css';

const EMPTY: ExternalEntry = { signInEmail: '', displayName: '', businessEmail: '' };
const LOOK_UP = 20;

interface ExternalUserProps {
  /** What was searched in the directory: an address is not to be typed again (WCAG 3.3.7). */
  searched: string;
  /** Whether the organization has a directory that somebody could be outside of. */
  hasDirectory: boolean;
  /** `isFound`: the address is in the directory, so its account was taken. */
  onAdd: (identity: DraftIdentity, businessEmail: string, isFound: boolean) => void;
}

/** Someone whom the directory does not know: sign-in e-mail, full name, and where mail goes. @source S1, S10 */
export function ExternalUser({ searched, hasDirectory, onAdd }: ExternalUserProps) {
  const { t } = useMessages();
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const [entry, setEntry] = useState(EMPTY);
  const [errors, setErrors] = useState<EntryErrors>({});
  const [isLookingUp, setLookingUp] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const change = (field: keyof ExternalEntry) => (text: string) => {
    setEntry((before) => ({ ...before, [field]: text }));
    setErrors(({ [field]: _, ...others }) => others);
  };
  const close = () => {
    setOpen(false);
    setEntry(EMPTY);
    setErrors({});
  };
  const focusFirst = (selector: string) =>
    requestAnimationFrame(() => form.current?.querySelector<HTMLInputElement>(selector)?.focus());

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const found = checkEntry(entry);
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirst('[aria-invalid="true"]');
    setLookingUp(true);
    const typed = fromEntry(entry, hasDirectory);
    const known = await findInDirectory(typed);
    setLookingUp(false);
    onAdd(known ?? typed, entry.businessEmail, known !== null);
    setEntry(EMPTY);
    focusFirst('input');
  };
  /** Somebody whom the organization knows is taken as known. Without an answer the server finds out at Verify. */
  const findInDirectory = async (typed: DraftIdentity): Promise<DraftIdentity | null> => {
    try {
      const { items } = await api.call(searchDirectory, {
        query: { q: typed.signInEmail.slice(0, 200), limit: LOOK_UP },
      });
      const account = items.find((each) => isSamePerson(each, typed));
      if (account === undefined) return null;
      const known = fromDirectory(account);
      return entry.businessEmail.trim() === ''
        ? known
        : { ...known, businessEmail: entry.businessEmail.trim() };
    } catch {
      return null;
    }
  };

  if (!isOpen) {
    return (
      <div>
        <Button
          icon={<UserRoundPlus size={18} strokeWidth={1.5} aria-hidden />}
          onPress={() => {
            setOpen(true);
            if (emailKey(searched.trim()) !== null) setEntry({ ...EMPTY, signInEmail: searched.trim() });
            focusFirst('input');
          }}
        >
          {t(hasDirectory ? 'assign.users.external.open' : 'assign.users.new.open')}
        </Button>
      </div>
    );
  }
  const messageOf = (field: keyof ExternalEntry) => {
    const error = errors[field];
    return error === undefined ? null : t(`assign.users.error.${error}`);
  };
  return (
    <form ref={form} noValidate className={styles.external} onSubmit={(event) => void add(event)}>
      <h3>{t(hasDirectory ? 'assign.users.external.title' : 'assign.users.new.title')}</h3>
      <TextField
        label={t('assign.users.signInEmail')}
        description={t('assign.users.signInEmail.hint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        isRequired
        value={entry.signInEmail}
        onChange={change('signInEmail')}
        errorMessage={messageOf('signInEmail')}
      />
      <TextField
        label={t('assign.users.fullName')}
        autoComplete="off"
        isRequired
        value={entry.displayName}
        onChange={change('displayName')}
        errorMessage={messageOf('displayName')}
      />
      <TextField
        label={t('assign.users.businessEmail')}
        description={t('assign.users.businessEmail.hint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        value={entry.businessEmail}
        onChange={change('businessEmail')}
        errorMessage={messageOf('businessEmail')}
      />
      <div className={styles.buttons}>
        <Button type="submit" isPending={isLookingUp}>
          {t('assign.users.external.add')}
        </Button>
        <Button variant="quiet" onPress={close}>
          {t('ui.close')}
        </Button>
      </div>
    </form>
  );
}
