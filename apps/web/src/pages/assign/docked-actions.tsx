import { Plus, UserRoundCog } from 'lucide-react';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './assign-page.module.css';
import type { DraftPerson } from './draft.ts';

/** From so many license IDs on, what follows them is too far away. */
const DOCKED_FROM = 9;

/** Whether the ways to license IDs and roles of an open person are docked instead of below their rows. */
export function isDocked({ licenses }: DraftPerson): boolean {
  return licenses.length >= DOCKED_FROM;
}

interface DockedActionsProps {
  person: DraftPerson;
  onAddContracts: () => void;
  onAssignRoles: () => void;
}

const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The ways to license IDs and roles of a person with many, always in sight. */
export function DockedActions({ person, onAddContracts, onAssignRoles }: DockedActionsProps) {
  const { t } = useMessages();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-label={t('assign.docked', { name: person.displayName })} className={styles.docked}>
      <span className={styles.dockedName}>{person.displayName}</span>
      <Button size="small" data-add-contracts="" icon={<Plus {...icon} />} onPress={onAddContracts}>
        {t('assign.addContracts')}
      </Button>
      <Button size="small" icon={<UserRoundCog {...icon} />} onPress={onAssignRoles}>
        {t('assign.assignRoles')}
      </Button>
    </div>
  );
}
