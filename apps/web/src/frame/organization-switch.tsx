import { useLocation } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { lazy, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useMe, useOrganization } from '../app/organization.ts';
import { pageElsewhere } from '../app/page-elsewhere.ts';
import { useMessages } from '../messages/messages.tsx';
import { Menu } from '../ui/menu.tsx';
import styles from './header.module.css';
import { OnDemand } from './on-demand.tsx';

const OrganizationSearch = lazy(() => import('../organizations/organization-search.tsx'));

/** From so many organizations on the menu has a search. */
const SEARCH_FROM = 9;

/** Names the organization one acts in; whoever belongs to several changes it, and stays on the same page. */
export function OrganizationSwitch() {
  const { t } = useMessages();
  const { organizations } = useMe();
  const { pathname } = useLocation();
  const current = useOrganization();
  const button = useRef<HTMLButtonElement>(null);
  const [search, setSearch] = useState<'unused' | 'open' | 'closed'>('unused');
  if (organizations.length === 1) return <span className={styles.organization}>{current.name}</span>;
  const choices = organizations.map((organization) => ({
    id: organization.number,
    label: organization.name,
    href: pageElsewhere(pathname, organization),
    isCurrent: organization.number === current.number,
  }));
  const look = {
    'aria-label': t('frame.switchOrganization', { organization: current.name }),
    className: styles.switchButton,
    children: (
      <>
        <span className={styles.name}>{current.name}</span>
        <ChevronDown size={18} strokeWidth={1.5} aria-hidden />
      </>
    ),
  };
  return (
    <div className={styles.switch}>
      {organizations.length < SEARCH_FROM ? (
        <Menu label={t('frame.organizations')} entries={choices} trigger={<Button {...look} />} />
      ) : (
        <>
          <Button
            {...look}
            ref={button}
            aria-haspopup="dialog"
            aria-expanded={search === 'open'}
            onPress={() => setSearch('open')}
          />
          {search !== 'unused' && (
            <OnDemand>
              <OrganizationSearch
                triggerRef={button}
                isOpen={search === 'open'}
                onClose={() => setSearch('closed')}
                choices={choices}
              />
            </OnDemand>
          )}
        </>
      )}
    </div>
  );
}
