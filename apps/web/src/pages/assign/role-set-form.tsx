import type { Role } from '@muniment/domain/roles.ts';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';
import { roleAbout, roleName, shortRoleName } from '../../messages/names.ts';
import { Button } from '../../ui/button.tsx';
import { MultiSelect } from '../../ui/multi-select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './role-sets.module.css';
import { type NamedRoles, roleSetFault, useRoleSetChange } from './role-sets.ts';

interface RoleSetFormProps {
  /** The set that is changed; null for a new one. */
  id: string | null;
  initial: NamedRoles;
  /** Roles that may be in it. Left out: they are not to be chosen here. */
  choices?: readonly Role[];
  onSaved: (name: string) => void;
  onRemove?: () => void;
}

/** The name and the roles of a role set. */
export function RoleSetForm({ id, initial, choices, onSaved, onRemove }: RoleSetFormProps) {
  const { t } = useMessages();
  const change = useRoleSetChange();
  const [name, setName] = useState(initial.name);
  const [roles, setRoles] = useState<readonly Role[]>(initial.roles);
  const [isChecked, setChecked] = useState(false);
  const isNamed = name.trim() !== '';
  const isChanged = id === null || name !== initial.name || roles.join() !== initial.roles.join();

  const save = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isNamed || roles.length === 0 || change.isPending) return;
    change.mutate(
      { kind: 'save', id, wanted: { name, roles } },
      {
        onSuccess: () => {
          if (id === null) setName('');
          if (id === null && choices !== undefined) setRoles([]);
          setChecked(false);
          onSaved(name.trim());
        },
      },
    );
  };
  const nameFault = change.error ? t(roleSetFault(change.error)) : null;
  return (
    <form noValidate className={styles.form} onSubmit={save}>
      <TextField
        label={t('roleSets.name')}
        // Where it was asked for in place.
        autoFocus={choices === undefined}
        autoComplete="off"
        isRequired
        maxLength={200}
        value={name}
        onChange={(text) => {
          setName(text);
          if (change.error) change.reset();
        }}
        errorMessage={isChecked && !isNamed ? t('roleSets.nameMissing') : nameFault}
      />
      {choices !== undefined && (
        <MultiSelect
          label={id === null ? t('roleSets.roles') : t('roleSets.rolesOf', { name: initial.name })}
          options={choices.map((role) => ({
            id: role,
            label: t(roleName(role)),
            shortLabel: t(shortRoleName(role)),
            description: t(roleAbout(role)),
          }))}
          values={roles}
          onChange={setRoles}
          placeholder={t('roleSets.noRoles')}
          errorMessage={isChecked && roles.length === 0 ? t('roleSets.rolesMissing') : null}
        />
      )}
      <div className={styles.buttons}>
        {isChanged && (
          <Button
            type="submit"
            isPending={change.isPending}
            aria-label={id === null ? undefined : t('roleSets.saveNamed', { name: initial.name })}
          >
            {t(id === null && choices !== undefined ? 'roleSets.add' : 'roleSets.save')}
          </Button>
        )}
        {onRemove && (
          <Button
            variant="quiet"
            onPress={() => id !== null && change.mutate({ kind: 'remove', id }, { onSuccess: onRemove })}
          >
            {t('roleSets.remove', { name: initial.name })}
          </Button>
        )}
      </div>
    </form>
  );
}
