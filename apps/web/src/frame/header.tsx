import { CircleQuestionMark, Menu as MenuIcon } from 'lucide-react';
import { lazy, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import { useOrganization } from '../app/organization.ts';
import { useShowPane } from '../app/panes.ts';
import { paths } from '../app/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AccountMenu, SettingsMenu } from './account-menu.tsx';
import styles from './header.module.css';
import { Mark } from './mark.tsx';
import { Notifications } from './notifications.tsx';
import { OnDemand } from './on-demand.tsx';
import { OrganizationSwitch } from './organization-switch.tsx';
import { SearchButton } from './search-button.tsx';

// Only phones have the drawer.
const NavDrawer = lazy(() => import('./nav-drawer.tsx'));

/** The bar on top: the product, the organization one acts in, searching, what waits, and the person. */
export function Header() {
  const { t } = useMessages();
  const { number, actions } = useOrganization();
  const showHelp = useShowPane('help');
  return (
    <header className={styles.header}>
      <div className={styles.start}>
        {actions.length > 0 && <NavButton />}
        <Link href={paths.home(number)} className={styles.brand}>
          <Mark />
          <span className={styles.product}>{t('frame.product')}</span>
        </Link>
        <OrganizationSwitch />
      </div>
      <SearchButton />
      <div className={styles.end}>
        {actions.includes('assignment:manage') && <Notifications />}
        <span className={styles.settings}>
          <SettingsMenu />
        </span>
        <IconButton
          label={t('frame.help')}
          icon={<CircleQuestionMark size={20} strokeWidth={1.5} aria-hidden />}
          onPress={() => showHelp(true)}
        />
        <AccountMenu />
      </div>
    </header>
  );
}

function NavButton() {
  const { t } = useMessages();
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  return (
    <>
      <Button
        aria-label={t('frame.openNavigation')}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        onPress={() => setState('open')}
        className={styles.burger}
      >
        <MenuIcon size={20} strokeWidth={1.5} aria-hidden />
      </Button>
      {state !== 'unused' && (
        <OnDemand>
          <NavDrawer isOpen={state === 'open'} onClose={() => setState('closed')} />
        </OnDemand>
      )}
    </>
  );
}
