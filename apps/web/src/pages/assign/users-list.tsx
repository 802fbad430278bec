import { Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PersonCell } from '../../ui/person-cell.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import type { DraftIdentity } from './draft.ts';
import { isBusinessEmail } from './users-draft.ts';
import styles from './users-sheet.module.css';

interface UsersListProps {
  list: readonly DraftIdentity[];
  onChange: (list: readonly DraftIdentity[]) => void;
}

const ROW_HEIGHT = 60;

/** The people of the draft, each to be edited in place or taken out. */
export function UsersList({ list, onChange }: UsersListProps) {
  const { t } = useMessages();
  const [editing, setEditing] = useState<string | null>(null);
  const section = useRef<HTMLElement>(null);

  const focus = (selector: string) =>
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>(selector)?.focus());
  const remove = (person: DraftIdentity) => {
    const index = list.indexOf(person);
    const neighbour = list[index + 1] ?? list[index - 1];
    onChange(list.filter((each) => each !== person));
    focus(neighbour === undefined ? 'h3' : `[data-user="${CSS.escape(neighbour.id)}"] button`);
  };
  return (
    <section ref={section} className={styles.users}>
      <h3 tabIndex={-1}>{t('assign.users.list')}</h3>
      {list.length === 0 && <p className={styles.none}>{t('assign.users.none')}</p>}
      <VirtualList
        label={t('assign.users.list')}
        items={list}
        keyOf={({ id }) => id}
        estimatedHeight={ROW_HEIGHT}
      >
        {(person) => (
          <div data-user={person.id} className={styles.user}>
            <Avatar name={person.displayName} />
            <div className={styles.userText}>
              <PersonCell
                name={person.displayName}
                detail={mailLine(person, t)}
                badges={person.isExternal && <Badge kind="external" />}
              />
            </div>
            <IconButton
              label={t('assign.users.edit', { name: person.displayName })}
              aria-expanded={editing === person.id}
              icon={<Pencil size={18} strokeWidth={1.5} aria-hidden />}
              onPress={() => {
                setEditing(editing === person.id ? null : person.id);
                focus(`[data-user="${CSS.escape(person.id)}"] input`);
              }}
            />
            <IconButton
              label={t('assign.users.remove', { name: person.displayName })}
              icon={<Trash2 size={18} strokeWidth={1.5} aria-hidden />}
              onPress={() => remove(person)}
            />
            {editing === person.id && (
              <EditUser
                person={person}
                onDone={(edited) => {
                  onChange(list.map((each) => (each.id === edited.id ? edited : each)));
                  setEditing(null);
                  focus(`[data-user="${CSS.escape(person.id)}"] button`);
                }}
              />
            )}
          </div>
        )}
      </VirtualList>
    </section>
  );
}

function mailLine(person: DraftIdentity, t: ReturnType<typeof useMessages>['t']): string {
  const { signInEmail, businessEmail } = person;
  return signInEmail === businessEmail
    ? signInEmail
    : t('assign.person.mailTo', { signInEmail, businessEmail });
}

function EditUser({ person, onDone }: { person: DraftIdentity; onDone: (edited: DraftIdentity) => void }) {
  const { t } = useMessages();
  const [name, setName] = useState(person.displayName);
  const [email, setEmail] = useState(person.businessEmail === person.signInEmail ? '' : person.businessEmail);
  const [isChecked, setChecked] = useState(false);
  const isNameGood = name.trim() !== '';
  const isEmailGood = isBusinessEmail(email);

  const done = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isNameGood || !isEmailGood) return;
    const businessEmail = email.trim() || person.signInEmail;
    onDone({ ...person, displayName: name.trim(), businessEmail });
  };
  return (
    <form noValidate className={styles.editUser} onSubmit={done}>
      {(person.isExternal || person.hasTypedName) && (
        <TextField
          label={t('assign.users.fullName')}
          isRequired
          value={name}
          onChange={setName}
          errorMessage={isChecked && !isNameGood ? t('assign.users.error.name') : null}
        />
      )}
      <TextField
        label={t('assign.users.businessEmail')}
        description={t('assign.users.businessEmail.hint')}
        type="email"
        inputMode="email"
        value={email}
        onChange={setEmail}
        errorMessage={isChecked && !isEmailGood ? t('assign.users.error.email') : null}
      />
      <div>
        <Button type="submit">{t('assign.users.done')}</Button>
      </div>
    </form>
  );
}
