import { Outlet } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useOrganization } from '../app/organization.ts';
import { useMessages } from '../messages/messages.tsx';
import { Footer } from './footer.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { OpenPane } from './open-pane.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SideNav } from './side-nav.tsx';

/** Header, navigation and footer around every page of an organization. */
export function Frame() {
  const { t } = useMessages();
  const hasPages = useOrganization().actions.length > 0;
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place in the page */}
      <a href="#main" className={styles.skip} onClick={skipToContent}>
        {t('frame.skip')}
      </a>
      <Header />
      <OfflineBar />
      <div className={styles.middle}>
        {hasPages && (
          <div className={styles.nav}>
            <SideNav />
          </div>
        )}
        <main id="main" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <Footer />
      <OpenPane />
      <SessionEnded />
    </div>
  );
}

/** As the link would, without a step in the history that Back would have to take. */
function skipToContent(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
