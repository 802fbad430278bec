import { type ReactNode, useEffect, useRef } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { classNames } from '../ui/class-names.ts';
import { BareFooter } from './bare-footer.tsx';
import styles from './bare-page.module.css';
import { LanguageMenu } from './language-menu.tsx';
import { Mark } from './mark.tsx';

export interface BarePageProps {
  title: string;
  children: ReactNode;
  /** For texts to read, with tables in them: 760 px. Else 520 px. */
  isWide?: boolean;
}

/** A page without an organization around it, as a card in the middle: sign-in, registration. */
export function BarePage({ title, children, isWide }: BarePageProps) {
  const { t } = useMessages();
  useEffect(() => {
    document.title = t('frame.documentTitle', { page: title });
  }, [t, title]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shownTitle = useRef(title);
  useEffect(() => {
    // Another title is another page in the same place: it starts at its heading too.
    if (shownTitle.current !== title) heading.current?.focus({ preventScroll: true });
    shownTitle.current = title;
  }, [title]);
  return (
    <div className={styles.frame}>
      <div className={styles.ground}>
        <main className={classNames(styles.card, isWide && styles.wide)}>
          <div className={styles.brand}>
            <Mark />
            {t('frame.product')}
          </div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {children}
        </main>
        <LanguageMenu />
      </div>
      <BareFooter />
    </div>
  );
}
