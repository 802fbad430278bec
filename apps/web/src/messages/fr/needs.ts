import type { Translation } from '../translation.ts';

export const needsMessages: Translation = {
  'needs.heading': 'Pas d’accès à cette page',
  'needs.administrator': 'Cette page nécessite le rôle Administrateur',
  'needs.whomToAsk':
    'Votre partenaire peut vous dire à qui vous adresser. Les achats, la finance ou l’informatique savent peut-être qui est le partenaire.',
  'needs.roles':
    'Pour voir {page, select, contracts {les contrats} orders {les commandes} keys {les clés} productsAndServices {les produits et services} summaries {les récapitulatifs de licences} downloads {les téléchargements} services {les services en ligne} benefits {les avantages} subscriptions {les abonnements} invoices {les factures} other {cette page}}, il vous faut {roles}',
  'needs.neutral':
    'Aucun de vos rôles n’ouvre {page, select, contracts {les contrats} orders {les commandes} keys {les clés} productsAndServices {les produits et services} summaries {les récapitulatifs de licences} downloads {les téléchargements} services {les services en ligne} benefits {les avantages} subscriptions {les abonnements} invoices {les factures} other {cette page}}',
};
