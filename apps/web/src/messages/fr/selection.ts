import type { Translation } from '../translation.ts';

export const selectionMessages: Translation = {
  'toolbar.import': 'Importer un CSV',
  'toolbar.columns': 'Colonnes',
  'toolbar.select': 'Sélectionner',
  'toolbar.exported': '{count, plural, one {# personne exportée} other {# personnes exportées}}',
  'toolbar.exported.body': '{file} contient une ligne par personne, ID de licence et rôle.',
  'toolbar.export.file': 'personnes',

  'filter.add': 'Ajouter un filtre',

  'selection.label': 'Personnes sélectionnées',
  'selection.count': '{count, number} sélectionnées',
  'selection.countAll': 'Toutes ({count, number}) sélectionnées',
  'selection.all': 'Sélectionner les {count, number} correspondantes',
  'selection.clear': 'Effacer',
  'selection.done': 'Terminé',
  'selection.act': 'Actions',
  'selection.more': 'Autres actions',
  'selection.addRoles': 'Ajouter des rôles',
  'selection.removeRoles': 'Retirer des rôles',
  'selection.resend': 'Renvoyer',
  'selection.resend.long': 'Renvoyer les invitations',
  'selection.reset': 'Réinitialiser les invitations',
  'selection.reset.about': 'Nouveaux liens, les anciens ne fonctionnent plus',
  'selection.removePeople': 'Retirer les personnes',
  'selection.none': 'Sélectionnez d’abord des personnes.',
  'selection.cleared': 'Sélection effacée',
  'selection.cleared.body': 'La liste montre maintenant d’autres personnes.',
};
