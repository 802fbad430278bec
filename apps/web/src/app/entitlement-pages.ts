import type { Action } from '@muniment/domain/roles.ts';
import {
  CalendarSync,
  CloudCog,
  Download,
  FileText,
  House,
  KeyRound,
  type LucideIcon,
  Package,
  ReceiptText,
  ShoppingCart,
  Sigma,
} from 'lucide-react';
import type { ComponentType } from 'react';
import type { MessageId } from '../messages/en.ts';
import type { EntitlementPath } from './paths.ts';

/** A page that some roles open and others do not: in the navigation, the palette and the routes only where they do. */
export interface EntitlementPage {
  readonly path: EntitlementPath;
  /** How the address of a row goes on, where rows have one. */
  readonly row: '' | '/{-$licenseId}' | '/{-$licenseId}/{-$id}';
  /** What the page is about, as the texts in `needs.ts` name it. */
  readonly about:
    | 'contracts'
    | 'orders'
    | 'keys'
    | 'productsAndServices'
    | 'summaries'
    | 'downloads'
    | 'services'
    | 'benefits'
    | 'subscriptions'
    | 'invoices';
  readonly label: MessageId;
  readonly icon: LucideIcon;
  readonly group: 'billing' | 'entitlements';
  /** Any of them, on any license ID, opens it. */
  readonly actions: readonly Action[];
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** The pages behind the roles, in the order of the navigation. @source R10 */
export const ENTITLEMENT_PAGES: readonly EntitlementPage[] = [
  {
    path: 'vl/contracts',
    row: '/{-$licenseId}',
    about: 'contracts',
    label: 'frame.nav.contracts',
    icon: FileText,
    group: 'entitlements',
    actions: ['contract:view'],
    load: () => import('../pages/contracts/contracts-page.tsx'),
  },
  {
    path: 'vl/orders',
    row: '/{-$licenseId}/{-$id}',
    about: 'orders',
    label: 'frame.nav.orders',
    icon: ShoppingCart,
    group: 'entitlements',
    actions: ['order:view'],
    load: () => import('../pages/orders/orders-page.tsx'),
  },
  {
    path: 'vl/keys',
    row: '/{-$licenseId}/{-$id}',
    about: 'keys',
    label: 'frame.nav.keys',
    icon: KeyRound,
    group: 'entitlements',
    actions: ['contract-key:view'],
    load: () => import('../pages/keys/keys-page.tsx'),
  },
  {
    path: 'vl/products-and-services',
    row: '/{-$licenseId}',
    about: 'productsAndServices',
    label: 'frame.nav.productsAndServices',
    icon: Package,
    group: 'entitlements',
    actions: ['product-key:view'],
    load: () => import('../pages/products-and-services/products-page.tsx'),
  },
  {
    path: 'vl/summaries',
    row: '/{-$licenseId}',
    about: 'summaries',
    label: 'frame.nav.summaries',
    icon: Sigma,
    group: 'entitlements',
    actions: ['summary:create'],
    load: () => import('../pages/summaries/summaries-page.tsx'),
  },
  {
    path: 'vl/downloads',
    row: '/{-$licenseId}/{-$id}',
    about: 'downloads',
    label: 'frame.nav.downloads',
    icon: Download,
    group: 'entitlements',
    actions: ['product:download'],
    load: () => import('../pages/downloads/downloads-page.tsx'),
  },
  {
    path: 'vl/services',
    row: '/{-$licenseId}/{-$id}',
    about: 'services',
    label: 'frame.nav.services',
    icon: CloudCog,
    group: 'entitlements',
    actions: ['service:reserve', 'service:activate', 'service:redeem'],
    load: () => import('../pages/services/services-page.tsx'),
  },
  {
    path: 'subscriptions',
    row: '/{-$licenseId}/{-$id}',
    about: 'subscriptions',
    label: 'frame.nav.subscriptions',
    icon: CalendarSync,
    group: 'billing',
    actions: ['subscription:manage'],
    load: () => import('../pages/subscriptions/subscriptions-page.tsx'),
  },
  {
    path: 'vl/benefits',
    row: '/{-$licenseId}',
    about: 'benefits',
    label: 'frame.nav.benefits',
    icon: House,
    group: 'entitlements',
    actions: ['benefit:manage'],
    load: () => import('../pages/benefits/benefits-page.tsx'),
  },
  {
    path: 'invoices',
    row: '/{-$licenseId}/{-$id}',
    about: 'invoices',
    label: 'frame.nav.invoices',
    icon: ReceiptText,
    group: 'billing',
    actions: ['invoice:list'],
    load: () => import('../pages/invoices/invoices-page.tsx'),
  },
];

/** Whether what somebody may do on any license ID opens a page. */
export function opensPage(allowed: readonly Action[], { actions }: EntitlementPage): boolean {
  return actions.some((action) => allowed.includes(action));
}
