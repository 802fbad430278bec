import { ChevronDown, KeyRound, LogOut, Menu as MenuIcon, SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import { useMe, useOrganization } from '../app/organization.ts';
import { useShowPane } from '../app/panes.ts';
import { paths } from '../app/paths.ts';
import { signOut } from '../app/sign-out.ts';
import { useMessages } from '../messages/messages.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Menu } from '../ui/menu.tsx';
import { showToast } from '../ui/toasts.tsx';
import styles from './header.module.css';
import { Mark } from './mark.tsx';

// Only phones have the drawer.
const NavDrawer = lazy(() => import('./nav-drawer.tsx'));

/** What its menu opened gives focus back to it. */
export const ACCOUNT_BUTTON_ID = 'account';

/** The bar on top: the product, the organization one acts in, the person. */
export function Header() {
  const { t } = useMessages();
  const organization = useOrganization();
  return (
    <header className={styles.header}>
      {organization.actions.length > 0 && <NavButton />}
      <Link href={paths.home(organization.number)} className={styles.brand}>
        <Mark />
        <span className={styles.product}>{t('frame.product')}</span>
      </Link>
      <OrganizationSwitch />
      <AccountMenu />
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
        <Suspense>
          <NavDrawer isOpen={state === 'open'} onClose={() => setState('closed')} />
        </Suspense>
      )}
    </>
  );
}

function OrganizationSwitch() {
  const { t } = useMessages();
  const { organizations } = useMe();
  const current = useOrganization();
  if (organizations.length === 1) return <span className={styles.organization}>{current.name}</span>;
  return (
    <div className={styles.switch}>
      <Menu
        label={t('frame.organizations')}
        entries={organizations.map(({ number, name }) => ({
          id: number,
          label: name,
          href: paths.home(number),
          isCurrent: number === current.number,
        }))}
        trigger={
          <Button
            aria-label={t('frame.switchOrganization', { organization: current.name })}
            className={styles.switchButton}
          >
            <span className={styles.name}>{current.name}</span>
            <ChevronDown size={18} strokeWidth={1.5} aria-hidden />
          </Button>
        }
      />
    </div>
  );
}

function AccountMenu() {
  const { t } = useMessages();
  const me = useMe();
  const { number, vlUserId } = useOrganization();
  const showPreferences = useShowPane('preferences');
  return (
    <div className={styles.account}>
      <Menu
        label={t('frame.account', { name: me.displayName })}
        placement="bottom end"
        header={
          <>
            <div className={styles.person}>{me.displayName}</div>
            <div className={styles.email}>{me.signInEmail}</div>
          </>
        }
        entries={[
          {
            id: 'preferences',
            label: t('frame.account.preferences'),
            icon: <SlidersHorizontal size={18} strokeWidth={1.5} aria-hidden />,
            onAction: () => showPreferences(true),
          },
          // Who is only a contact of an agreement has nothing that a token could do.
          ...(vlUserId === null
            ? []
            : [
                {
                  id: 'tokens',
                  label: t('frame.account.tokens'),
                  icon: <KeyRound size={18} strokeWidth={1.5} aria-hidden />,
                  href: paths.tokens(number),
                },
              ]),
          {
            id: 'sign-out',
            label: t('frame.account.signOut'),
            icon: <LogOut size={18} strokeWidth={1.5} aria-hidden />,
            onAction: () => {
              signOut().catch(() =>
                showToast({
                  tone: 'danger',
                  title: t('frame.signOut.failed'),
                  message: t('frame.signOut.failed.body'),
                }),
              );
            },
          },
        ]}
        trigger={
          <Button id={ACCOUNT_BUTTON_ID} className={styles.avatar}>
            <span className="visually-hidden">{t('frame.account', { name: me.displayName })}</span>
            <Avatar name={me.displayName} size="small" />
          </Button>
        }
      />
    </div>
  );
}
