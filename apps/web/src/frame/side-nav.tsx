import type { Action } from '@muniment/domain/roles.ts';
import { useLocation } from '@tanstack/react-router';
import { type LucideIcon, Package, UserRoundPlus, UsersRound } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { MyOrganization } from '../api/me.ts';
import { useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import type { MessageId } from '../messages/en.ts';
import { useMessages } from '../messages/messages.tsx';
import styles from './side-nav.module.css';

interface NavItem {
  label: MessageId;
  icon: LucideIcon;
  href: (organization: string) => string;
  /** An action that some role of the person must allow; null for any role. */
  action: Action | null;
}

interface NavGroup {
  title: MessageId;
  items: readonly NavItem[];
}

const GROUPS: readonly NavGroup[] = [
  {
    title: 'frame.nav.billing',
    items: [{ label: 'frame.nav.products', icon: Package, href: paths.volumeLicensing, action: null }],
  },
  {
    title: 'frame.nav.roles',
    items: [
      {
        label: 'frame.nav.assignments',
        icon: UsersRound,
        href: (organization) => paths.assignments(organization),
        action: 'assignment:manage',
      },
      {
        label: 'frame.nav.assign',
        icon: UserRoundPlus,
        href: (organization) => paths.assign(organization),
        action: 'assignment:manage',
      },
    ],
  },
];

/** The pages that the person's roles open; what they do not open is not shown. */
export function SideNav({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useMessages();
  const { pathname } = useLocation();
  const organization = useOrganization();
  return (
    <nav aria-label={t('frame.navigation')} className={styles.nav}>
      {GROUPS.map(({ title, items }) => {
        const open = items.filter((item) => opens(organization, item));
        if (open.length === 0) return null;
        return (
          <div key={title} className={styles.group}>
            <div id={title} className={styles.title}>
              {t(title)}
            </div>
            <ul aria-labelledby={title}>
              {open.map(({ label, icon: Icon, href }) => {
                const address = href(organization.number);
                const isCurrent = pathname === address || pathname.startsWith(`${address}/`);
                return (
                  <li key={label}>
                    <Link
                      href={address}
                      aria-current={isCurrent ? 'page' : undefined}
                      onPress={onNavigate}
                      className={styles.item}
                    >
                      <Icon size={18} strokeWidth={1.5} aria-hidden />
                      {t(label)}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}

function opens({ actions }: MyOrganization, { action }: NavItem): boolean {
  return action === null ? actions.length > 0 : actions.includes(action);
}
