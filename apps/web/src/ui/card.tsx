import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

export interface CardProps {
  /** Its heading; with one the card is a section of that name. */
  title?: string;
  /** At the end of the heading's line: a count, a button. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A white box with a hair line and round corners. Rows within keep their own padding: use `CardBody`. */
export function Card({ title, aside, children }: CardProps) {
  const headingId = useId();
  if (title === undefined) return <div className={styles.card}>{children}</div>;
  return (
    <section aria-labelledby={headingId} className={styles.card}>
      <div className={styles.header}>
        <h2 id={headingId}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Padding within a card. */
export function CardBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
