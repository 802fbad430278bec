import { downloadKind, downloadOfferKind } from '../downloads/download-service.ts';
import { homeUseEntitlementKind } from '../home-use/home-use-service.ts';
import { invoiceKind } from '../invoices/invoice-service.ts';
import { entitlementKind } from '../license-summaries/entitlement-service.ts';
import { onlineServiceKinds } from '../online-services/online-service-kinds-service.ts';
import { orderKind } from '../orders/order-service.ts';
import { agreementKind, licenseKind, organizationKind } from '../partners/contract-record-service.ts';
import { keyKind } from '../product-keys/product-key-service.ts';
import { productKind } from '../products/product-service.ts';
import { subscriptionKind } from '../subscriptions/subscription-service.ts';
import type { RecordKind } from './record-kind.ts';

/**
 * Every type of record, in the order in which they are saved: what others belong to comes first, so that a request may
 * hold both.
 */
export const RECORD_KINDS = [
  productKind,
  organizationKind,
  agreementKind,
  licenseKind,
  downloadKind,
  downloadOfferKind,
  orderKind,
  keyKind,
  subscriptionKind,
  entitlementKind,
  invoiceKind,
  homeUseEntitlementKind,
  ...onlineServiceKinds,
] as unknown as readonly RecordKind[];
