import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '../ui/breadcrumbs.tsx';
import { classNames } from '../ui/class-names.ts';
import styles from './page.module.css';
import { useDocumentTitle } from './use-document-title.ts';

export interface PageProps {
  /** The heading, and the window's title. */
  title: string;
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[];
  /** At the end of the heading's line: the one primary button. */
  actions?: ReactNode;
  children: ReactNode;
  /** `full` for lists, `wide` (1136 px) for overviews, `medium` (1016 px) for tasks. Default `full`. */
  width?: 'full' | 'wide' | 'medium';
  /** The page does not scroll: the list in it takes what height is left and scrolls itself. */
  fillsHeight?: boolean;
  /** An `InlinePane` beside the page. */
  pane?: ReactNode;
  /** Docked below the page: a summary and the buttons that go on. */
  bottomBar?: ReactNode;
}

/** A page of an organization: breadcrumbs, heading, content, and what is docked to it. */
export function Page(props: PageProps) {
  useDocumentTitle(props.title);
  return <PageLayout {...props} />;
}

/** How a page is laid out, for those that belong to no organization and title the window themselves. */
export function PageLayout(props: PageProps) {
  const { title, crumbs, actions, children, width = 'full', fillsHeight, pane, bottomBar } = props;
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <div className={styles.scroller} data-scroll-restoration-id="page">
          <div className={classNames(styles.content, styles[width], fillsHeight && styles.fills)}>
            {crumbs && <Breadcrumbs crumbs={[...crumbs, { label: title }]} />}
            <div className={styles.heading}>
              <h1 tabIndex={-1}>{title}</h1>
              {actions && <div className={styles.actions}>{actions}</div>}
            </div>
            {children}
          </div>
        </div>
        {bottomBar && (
          <div className={classNames(styles.bottomBar, styles[width])}>
            <div className={styles.bottomContent}>{bottomBar}</div>
          </div>
        )}
      </div>
      {pane}
    </div>
  );
}

/** Content with a side column (288 px) that moves below it where there is no room. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.mainColumn}>{children}</div>
      <div className={styles.sideColumn}>{aside}</div>
    </div>
  );
}
