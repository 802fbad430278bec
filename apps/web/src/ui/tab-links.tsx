import { Link } from 'react-aria-components/Link';
import { useMessages } from '../messages/messages.tsx';
import styles from './tabs.module.css';

export interface TabLink {
  id: string;
  label: string;
  count?: number;
  href: string;
  isCurrent: boolean;
}

/** Looks like tabs, but each is an address: saved views, the parts of Your products. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.list}>
        {links.map((link) => (
          <li key={link.id}>
            <Link href={link.href} aria-current={link.isCurrent ? 'page' : undefined} className={styles.tab}>
              <TabWords label={link.label} count={link.count} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A tab's words and count. The bold copy keeps the width, so that choosing a tab does not move its neighbours. */
export function TabWords({ label, count }: { label: string; count: number | undefined }) {
  const { formatNumber } = useMessages();
  return (
    <>
      <span className={styles.words} data-text={label}>
        {label}
      </span>
      {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
    </>
  );
}
