import type { Translation } from '../translation.ts';

export const entitlementMessages: Translation = {
  'entitlements.title': 'Verträge und Ansprüche',
  'entitlements.count': '{count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'entitlements.ending':
    '{count, plural, one {# endet innerhalb von 90 Tagen} other {# enden innerhalb von 90 Tagen}}',
  'entitlements.about.contracts': 'Worauf Sie eine Rolle haben',
  'entitlements.about.orders': 'Was wann bestellt wurde',
  'entitlements.about.keys': 'Schlüssel Ihrer Verträge',
  'entitlements.about.productsAndServices': 'Schlüssel nach Produkt',
  'entitlements.about.summaries': 'Worauf Sie Anspruch haben',
  'entitlements.about.downloads': 'Software zum Installieren',
  'entitlements.about.services': 'Reservieren, aktivieren, einlösen',
  'entitlements.about.benefits': 'Home Use Program',
  'entitlements.about.subscriptions': 'Mengen und Verlängerung',
  'entitlements.about.invoices': 'Rechnungen und Gutschriften',
};
