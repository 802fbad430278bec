import type { Role } from '@muniment/domain/roles.ts';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useMessages } from '../../messages/messages.tsx';
import { shortRoleName } from '../../messages/names.ts';
import styles from './role-legend.module.css';
import { RoleLetter } from './role-letter.tsx';

export interface RoleLegendProps {
  /** Those that the person may see, in the order of the program. */
  roles: readonly Role[];
  highlighted: Role;
  onHighlight: (role: Role) => void;
}

/** What the letters stand for; the chosen one stands out in the grid. */
export function RoleLegend({ roles, highlighted, onHighlight }: RoleLegendProps) {
  const { t } = useMessages();
  return (
    <ToggleButtonGroup
      aria-label={t('matrix.legend')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[highlighted]}
      onSelectionChange={([role]) => role !== undefined && onHighlight(role as Role)}
      className={styles.legend}
    >
      {roles.map((role) => (
        <ToggleButton key={role} id={role} className={styles.role}>
          <RoleLetter role={role} isHighlighted={role === highlighted} />
          {t(shortRoleName(role))}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
