import type { Translation } from '../translation.ts';

export const roleAboutMessages: Translation = {
  'role.about.administrator': 'Donne et retire des rôles, et peut faire tout ce que permettent les autres.',
  'role.about.licensing-info-viewer':
    'Voit les contrats, les commandes et les clés de contrat, et crée des récapitulatifs de licences.',
  'role.about.product-download-manager': 'Voit les contrats et télécharge les logiciels.',
  'role.about.product-keys-reader':
    'Voit les contrats et toutes les clés, active et utilise les services en ligne.',
  'role.about.benefits-reader': 'Voit les contrats et gère les avantages du programme Home Use.',
  'role.about.online-services-manager':
    'Voit les contrats et les commandes, réserve, active et utilise des services, et gère les abonnements.',
  'role.about.invoice-reader': 'Voit les contrats, consulte et télécharge les factures.',
};
