import type { Translation } from '../translation.ts';

export const personHistoryMessages: Translation = {
  'history.tabs': 'Ce qui est affiché pour {name}',
  'history.tab.access': 'Accès',
  'history.tab': 'Historique',
  'history.none': 'Aucune modification pour l’instant',
  'history.none.then': 'Aucune modification jusqu’à ce moment',
  'history.none.body':
    'Les changements de ses rôles sur les ID de licence que vous administrez apparaîtront ici.',
  'history.error': 'L’historique n’a pas pu être chargé',
  'history.more': 'Afficher les modifications antérieures',
  'history.licenses.more': 'Et {count, plural, one {# autre ID de licence} other {# autres ID de licence}}.',
  'history.undone': 'Annulée depuis',
  'history.change': 'Afficher la modification',
  'history.change.of': 'Afficher la modification du {date}',
};
