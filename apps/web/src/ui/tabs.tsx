import type { ReactNode } from 'react';
import { Link } from 'react-aria-components/Link';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import { useMessages } from '../messages/messages.tsx';
import styles from './tabs.module.css';

export interface TabEntry {
  id: string;
  label: string;
  count?: number;
  content: ReactNode;
}

export interface TabsProps {
  /** Names the list of tabs. */
  label: string;
  tabs: readonly TabEntry[];
  selectedId: string;
  onSelect: (id: string) => void;
}

/** Tabs that swap a part of the page or pane in place. */
export function Tabs({ label, tabs, selectedId, onSelect }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={selectedId}
      onSelectionChange={(key) => onSelect(String(key))}
      className={styles.tabs}
    >
      <TabList aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            <TabWords label={tab.label} count={tab.count} />
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

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

/** The bold copy keeps the width, so that choosing a tab does not move its neighbours. */
function TabWords({ label, count }: { label: string; count: number | undefined }) {
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
