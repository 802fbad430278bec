import type { License } from '@muniment/contract/licenses.ts';
import { actionsOf } from '@muniment/domain/roles.ts';
import { Ellipsis } from 'lucide-react';
import { ENTITLEMENT_PAGES, opensPage } from '../../app/entitlement-pages.ts';
import { useOrganization } from '../../app/organization.ts';
import { type EntitlementPath, paths } from '../../app/paths.ts';
import { formatLicenseId } from '../../messages/license-id.ts';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';

/** What a contract's menu leads to besides its details. */
const WAYS: readonly EntitlementPath[] = ['vl/orders', 'vl/keys', 'vl/summaries', 'invoices'];

/** What can be looked at under a license ID: each only where one's roles on it allow that. @source W1, R10 */
export function ContractMenu({ license: { licenseId, roles } }: { license: License }) {
  const { t } = useMessages();
  const { number } = useOrganization();
  const allowed = actionsOf(roles);
  const pages = ENTITLEMENT_PAGES.filter((page) => WAYS.includes(page.path) && opensPage(allowed, page));
  const entries: MenuEntry[] = [
    {
      id: 'details',
      label: t('contracts.menu.details'),
      href: paths.entitlement(number, 'vl/contracts', [licenseId]),
    },
    ...pages.map(({ path, label, icon: Icon }) => ({
      id: path,
      label: t(label),
      icon: <Icon size={16} strokeWidth={1.5} aria-hidden />,
      href: paths.entitlement(number, path, [], { license: licenseId }),
    })),
  ];
  const name = t('list.row.more', { name: t('contracts.name', { licenseId: formatLicenseId(licenseId) }) });
  return (
    <Menu
      label={name}
      placement="bottom start"
      entries={entries}
      trigger={
        <IconButton size="small" label={name} icon={<Ellipsis size={18} strokeWidth={1.5} aria-hidden />} />
      }
    />
  );
}
