import type { RoleSet } from '@muniment/contract/role-sets.ts';
import type { Role } from '@muniment/domain/roles.ts';
import { Layers, Pencil } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import { shortRoleName } from '../../messages/names.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { type NamedRoles, SUGGESTED_ROLE_SETS } from './role-sets.ts';

interface RoleSetsMenuProps {
  own: readonly RoleSet[];
  /** The person comes back from editing them: focus returns here. */
  isBack: boolean;
  onUse: (set: NamedRoles) => void;
  onEdit: () => void;
}

/** Role sets to fill in: one's own, then suggestions. */
export function RoleSetsMenu({ own, isBack, onUse, onEdit }: RoleSetsMenuProps) {
  const { t, formatList } = useMessages();
  const entryOf = (id: string, name: string, roles: readonly Role[]): MenuEntry => ({
    id,
    label: name,
    description: formatList(
      roles.map((role) => t(shortRoleName(role))),
      'unit',
    ),
    onAction: () => onUse({ name, roles }),
  });
  return (
    <Menu
      label={t('roleSets.open')}
      trigger={
        <Button size="small" autoFocus={isBack} icon={<Layers size={16} strokeWidth={1.5} aria-hidden />}>
          {t('roleSets.open')}
        </Button>
      }
      entries={[
        ...(own.length === 0
          ? []
          : [
              {
                id: 'own',
                title: t('roleSets.yours'),
                entries: own.map(({ id, name, roles }) => entryOf(id, name, roles)),
              },
            ]),
        {
          id: 'suggested',
          title: t('roleSets.suggested'),
          entries: SUGGESTED_ROLE_SETS.map(({ id, roles }) =>
            entryOf(id, t(`roleSets.suggestion.${id}`), roles),
          ),
        },
        {
          id: 'edit',
          label: t('roleSets.manage'),
          icon: <Pencil size={16} strokeWidth={1.5} aria-hidden />,
          onAction: onEdit,
        },
      ]}
    />
  );
}
