import styles from './avatar.module.css';
import { classNames } from './class-names.ts';
import { initialsOf } from './initials.ts';

/** The initials of a name in a circle: decoration beside the name itself. `large` is 40 px, else 32. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: 'small' | 'medium' | 'large' }) {
  return (
    <span aria-hidden className={classNames(styles.avatar, styles[size])}>
      {initialsOf(name)}
    </span>
  );
}
