import type { SavedView } from '@muniment/contract/saved-views.ts';
import { useEffect, useRef } from 'react';
import { useOrganization } from '../../app/organization.ts';
import { type AssignmentsSearch, paths } from '../../app/paths.ts';
import { useMessages } from '../../messages/messages.tsx';
import { TabLinks } from '../../ui/tab-links.tsx';
import type { People } from './use-people.ts';
import styles from './view-tabs.module.css';
import { COMMON_VIEWS, currentView, searchOfCommonView, searchOfView } from './views.ts';

export interface ViewTabsProps {
  view: People;
  own: readonly SavedView[];
}

/** The views of the list as links: those that everybody has, with how many are in them, and one's own. */
export function ViewTabs({ view, own }: ViewTabsProps) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const { address, counts } = view;
  const current = currentView(address, own);
  const linkTo = (change: Partial<AssignmentsSearch>) => paths.assignments(number, { ...address, ...change });
  const tabs = useRef<HTMLDivElement>(null);
  // On phones the line is longer than the screen: the view that is shown is in sight.
  useEffect(() => {
    const link = current === '' ? null : tabs.current?.querySelector('[aria-current]');
    link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <div ref={tabs} className={styles.tabs}>
      <TabLinks
        label={t('views.title')}
        links={[
          ...COMMON_VIEWS.map((each) => ({
            id: each.id,
            label: t(each.name),
            count: counts?.[each.count],
            href: linkTo(searchOfCommonView(each)),
            isCurrent: each.id === current,
          })),
          ...own.map((each) => ({
            id: each.id,
            label: each.name,
            href: linkTo(searchOfView(each)),
            isCurrent: each.id === current,
          })),
        ]}
      />
    </div>
  );
}
