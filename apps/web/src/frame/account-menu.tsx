import { BookOpen, KeyRound, LogOut, Settings, SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useMe, useOrganization } from '../app/organization.ts';
import { useShowPane } from '../app/panes.ts';
import { paths } from '../app/paths.ts';
import { API_DOCUMENTATION } from '../app/server-pages.ts';
import { useSignOut } from '../app/use-sign-out.ts';
import { useMessages } from '../messages/messages.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import styles from './header.module.css';
import { useLanguageGroup } from './language-menu.tsx';

const ICON = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** The buttons of the two menus that lead to the settings. */
type MenuButtonId = 'account' | 'settings';

let openedFrom: MenuButtonId | null = null;

/** The button of the menu from which a pane is being opened: the menu is gone when the pane closes. */
export function menuButtonOfPane(): HTMLElement | null {
  return openedFrom === null ? null : document.getElementById(openedFrom);
}

/** The pane knows where it came from: the next one may come from elsewhere. */
export function forgetMenuButton(): void {
  openedFrom = null;
}

/** Who is signed in, what they set, and the way out. */
export function AccountMenu() {
  const { t } = useMessages();
  const me = useMe();
  const signOut = useSignOut();
  const settings = useSettings('account');
  const languages = useLanguageGroup();
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
          ...settings,
          languages,
          {
            id: 'sign-out',
            label: t('frame.account.signOut'),
            icon: <LogOut {...ICON} />,
            onAction: signOut,
          },
        ]}
        trigger={
          <Button id="account" className={styles.avatar}>
            <span className="visually-hidden">{t('frame.account', { name: me.displayName })}</span>
            <Avatar name={me.displayName} size="small" />
          </Button>
        }
      />
    </div>
  );
}

/** What a person sets for themselves; on phones the account's menu alone has it. */
export function SettingsMenu() {
  const { t } = useMessages();
  const settings = useSettings('settings');
  return (
    <Menu
      label={t('frame.settings')}
      placement="bottom end"
      entries={[
        ...settings,
        {
          id: 'documentation',
          label: t('frame.settings.documentation'),
          icon: <BookOpen {...ICON} />,
          href: API_DOCUMENTATION,
        },
      ]}
      trigger={
        <IconButton
          id="settings"
          label={t('frame.settings')}
          icon={<Settings size={20} strokeWidth={1.5} aria-hidden />}
        />
      }
    />
  );
}

function useSettings(button: MenuButtonId): MenuEntry[] {
  const { t } = useMessages();
  const { number, vlUserId } = useOrganization();
  const showPreferences = useShowPane('preferences');
  const preferences: MenuEntry = {
    id: 'preferences',
    label: t('frame.account.preferences'),
    icon: <SlidersHorizontal {...ICON} />,
    onAction: () => {
      openedFrom = button;
      showPreferences(true);
    },
  };
  // Who is only a contact of an agreement has nothing that a token could do.
  if (vlUserId === null) return [preferences];
  const tokens: MenuEntry = {
    id: 'tokens',
    label: t('frame.account.tokens'),
    icon: <KeyRound {...ICON} />,
    href: paths.tokens(number),
  };
  return [preferences, tokens];
}
