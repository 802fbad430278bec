import { Link } from 'react-aria-components/Link';
import { useMessages } from '../messages/messages.tsx';
import styles from './breadcrumbs.module.css';

export interface Crumb {
  label: string;
  /** Left out for a group that has no page, and for the page itself. */
  href?: string;
}

/** The way to this page; the last one is the page itself. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useMessages();
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <ol className={styles.crumbs}>
        {crumbs.map(({ label, href }, index) => (
          <li key={label}>
            {href ? (
              <Link href={href} className={styles.link}>
                {label}
              </Link>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
