import type { Translation } from '../translation.ts';

export const pageMessages: Translation = {
  'page.signIn': 'Se connecter',
  'page.register': 'Inscription de votre accès',
  'page.products': 'Vos produits',
  'page.assignments': 'Gérer les attributions',
  'page.assign': 'Attribuer des contrats aux utilisateurs',
  'page.verify': 'Vérifier et enregistrer',
  'page.tokens': 'Jetons d’API',
  'page.outbox': 'Boîte d’envoi',
};
