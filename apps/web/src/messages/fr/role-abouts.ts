import type { Translation } from '../translation.ts';

export const roleAboutMessages: Translation = {
  'role.about.administrator':
    'Attribue et retire les rôles, et peut faire tout ce que permettent les autres.',
  'role.about.licensing-info-viewer':
    'Consulte contrats, commandes et clés de contrat, et crée des résumés de licences.',
  'role.about.product-download-manager': 'Consulte les contrats et télécharge les logiciels.',
  'role.about.product-keys-reader':
    'Consulte les contrats et toutes les clés, active et utilise les services en ligne.',
  'role.about.benefits-reader': 'Consulte les contrats et gère les avantages Home Use Program.',
  'role.about.online-services-manager':
    'Consulte contrats et commandes, réserve, active et utilise les services, et gère les abonnements.',
  'role.about.invoice-reader': 'Consulte les contrats, liste et télécharge les factures.',
};
