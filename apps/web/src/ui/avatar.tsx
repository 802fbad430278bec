import styles from './avatar.module.css';
import { classNames } from './class-names.ts';

/** The initials of a name in a circle: decoration beside the name itself. `large` is 40 px, else 32. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: 'small' | 'medium' | 'large' }) {
  return (
    <span aria-hidden className={classNames(styles.avatar, styles[size])}>
      {initialsOf(name)}
    </span>
  );
}

/** First letters of the first and the last word, upper case: "Amara Nwosu" is "AN". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    String.fromCodePoint(word?.codePointAt(0) ?? 0x20).trim(),
  );
  return letters.join('').toUpperCase();
}
