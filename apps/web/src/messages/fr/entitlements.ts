import type { Translation } from '../translation.ts';

export const entitlementMessages: Translation = {
  'entitlements.title': 'Contrats et droits',
  'entitlements.count': '{count, plural, one {# ID de licence} other {# ID de licence}}',
  'entitlements.ending':
    '{count, plural, one {# se termine dans les 90 jours} other {# se terminent dans les 90 jours}}',
  'entitlements.about.contracts': 'Là où vous avez un rôle',
  'entitlements.about.orders': 'Ce qui a été commandé, et quand',
  'entitlements.about.keys': 'Clés de vos contrats',
  'entitlements.about.productsAndServices': 'Clés par produit',
  'entitlements.about.summaries': 'Ce à quoi vous avez droit',
  'entitlements.about.downloads': 'Logiciels à installer',
  'entitlements.about.services': 'Réserver, activer, utiliser',
  'entitlements.about.benefits': 'Home Use Program',
  'entitlements.about.subscriptions': 'Quantités et renouvellement',
  'entitlements.about.invoices': 'Factures et avoirs',
};
