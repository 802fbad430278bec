import type { Role } from '@muniment/domain/roles.ts';
import { useMessages } from '../../messages/messages.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './role-letter.module.css';

/** A role as one letter, for the eye alone: say its name beside it. */
export function RoleLetter({ role, isHighlighted }: { role: Role; isHighlighted: boolean }) {
  const { t } = useMessages();
  return (
    <span aria-hidden className={classNames(styles.letter, isHighlighted && styles.highlighted)}>
      {t(`matrix.letter.${role}`)}
    </span>
  );
}
