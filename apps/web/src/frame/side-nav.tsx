import type { Action } from '@muniment/domain/roles.ts';
import { useLocation } from '@tanstack/react-router';
import { Grid2x2, History, type LucideIcon, Package, UserRoundPlus, UsersRound } from 'lucide-react';
import { Link } from 'react-aria-components/Link';
import type { MyOrganization } from '../api/me.ts';
import { ENTITLEMENT_PAGES, type EntitlementPage } from '../app/entitlement-pages.ts';
import { useOrganization } from '../app/organization.ts';
import { paths } from '../app/paths.ts';
import { useIsSmall } from '../app/use-is-small.ts';
import type { MessageId } from '../messages/en.ts';
import { useMessages } from '../messages/messages.tsx';
import styles from './side-nav.module.css';

interface NavItem {
  label: MessageId;
  icon: LucideIcon;
  href: (organization: string) => string;
  /** One of these actions some role of the person must allow; null for any role. */
  actions: readonly Action[] | null;
  /** Of no use where only few people and license IDs are looked after. */
  isForMany?: boolean;
}

const ADMINISTRATORS: readonly Action[] = ['assignment:manage'];

interface NavGroup {
  title: MessageId;
  items: readonly NavItem[];
}

const GROUPS: readonly NavGroup[] = [
  {
    title: 'frame.nav.billing',
    items: [
      { label: 'frame.nav.products', icon: Package, href: paths.volumeLicensing, actions: null },
      ...itemsOf('billing'),
    ],
  },
  {
    title: 'frame.nav.roles',
    items: [
      {
        label: 'frame.nav.assignments',
        icon: UsersRound,
        href: (organization) => paths.assignments(organization),
        actions: ADMINISTRATORS,
      },
      {
        label: 'frame.nav.assign',
        icon: UserRoundPlus,
        href: (organization) => paths.assign(organization),
        actions: ADMINISTRATORS,
      },
      {
        label: 'frame.nav.matrix',
        icon: Grid2x2,
        href: (organization) => paths.matrix(organization),
        actions: ADMINISTRATORS,
        isForMany: true,
      },
      {
        label: 'frame.nav.activity',
        icon: History,
        href: (organization) => paths.activity(organization),
        actions: ADMINISTRATORS,
      },
    ],
  },
  { title: 'frame.nav.entitlements', items: itemsOf('entitlements') },
];

/** The pages that the person's roles open, in their groups. Everything else is not shown. @source R10 */
export function useOpenPages(): readonly NavGroup[] {
  const organization = useOrganization();
  const isSmall = useIsSmall();
  return GROUPS.map(({ title, items }) => ({
    title,
    items: items.filter((item) => opens(organization, item) && !(isSmall && item.isForMany)),
  })).filter(({ items }) => items.length > 0);
}

/** The way to the pages. */
export function SideNav({ onNavigate }: { onNavigate?: () => void }) {
  const { t } = useMessages();
  const { pathname } = useLocation();
  const { number } = useOrganization();
  return (
    <nav aria-label={t('frame.navigation')} className={styles.nav}>
      {useOpenPages().map(({ title, items }) => (
        <div key={title} className={styles.group}>
          <div id={title} className={styles.title}>
            {t(title)}
          </div>
          <ul aria-labelledby={title}>
            {items.map(({ label, icon: Icon, href }) => {
              const address = href(number);
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
      ))}
    </nav>
  );
}

function itemsOf(group: EntitlementPage['group']): NavItem[] {
  return ENTITLEMENT_PAGES.filter((page) => page.group === group).map(({ path, label, icon, actions }) => ({
    label,
    icon,
    actions,
    href: (organization) => paths.entitlement(organization, path),
  }));
}

function opens({ actions: allowed }: MyOrganization, { actions }: NavItem): boolean {
  return actions === null ? allowed.length > 0 : actions.some((action) => allowed.includes(action));
}
