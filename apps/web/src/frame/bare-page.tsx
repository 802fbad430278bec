import { type ReactNode, useEffect } from 'react';
import { useMessages } from '../messages/messages.tsx';
import styles from './bare-page.module.css';
import { Mark } from './mark.tsx';

export interface BarePageProps {
  title: string;
  children: ReactNode;
}

/** A page without an organization around it, as a card in the middle: sign-in, registration. */
export function BarePage({ title, children }: BarePageProps) {
  const { t } = useMessages();
  useEffect(() => {
    document.title = t('frame.documentTitle', { page: title });
  }, [t, title]);
  return (
    <div className={styles.ground}>
      <main className={styles.card}>
        <div className={styles.brand}>
          <Mark />
          {t('frame.product')}
        </div>
        <h1 tabIndex={-1}>{title}</h1>
        {children}
      </main>
    </div>
  );
}
