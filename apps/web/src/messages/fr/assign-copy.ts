import type { Translation } from '../translation.ts';

export const assignCopyMessages: Translation = {
  'assign.copy.title': 'Copier l’accès d’une autre personne',
  'assign.copy.description': 'Pour un remplacement ou une suppléance. Personne n’y perd de rôle.',
  'assign.copy.search': 'Rechercher la personne dont copier l’accès',
  'assign.copy.results': 'Personnes trouvées',
  'assign.copy.nobodyFound': 'Personne avec des rôles ici n’a été trouvé.',
  'assign.copy.searchFailed': 'La recherche n’a pas répondu. Saisissez à nouveau.',
  'assign.copy.from': 'Accès de {name}',
  'assign.copy.other': 'Choisir une autre personne',
  'assign.copy.loadFailed': 'L’accès de {name} n’a pas pu être chargé',
  'assign.copy.nothing': '{name} n’a aucun rôle attribué sur les ID de licence que vous administrez.',
  'assign.copy.all': 'Tous : {count, plural, one {# ID de licence} other {# ID de licence}}',
  'assign.copy.list': 'ID de licence de {name}',
  'assign.copy.pick': 'Copier les rôles sur {licenseId}',
  'assign.copy.inherited': 'Administrateur y est hérité et n’est pas copié.',
  'assign.copy.to': 'Pour qui',
  'assign.copy.toNobody': 'Ajoutez d’abord des personnes au brouillon. Copiez ensuite pour elles.',
  'assign.copy.apply':
    '{count, plural, =0 {Copier pour personne encore} one {Copier pour # personne} other {Copier pour # personnes}}',
  'assign.copy.noLicenses': 'Choisissez d’abord des ID de licence.',
  'assign.copy.noPeople': 'Choisissez d’abord pour qui.',
  'assign.copy.failed': 'Ce que ces personnes ont aujourd’hui n’a pas pu être lu. Rien n’a été copié.',
  'assign.copy.done':
    '{count, plural, one {# personne a} other {# personnes ont}} maintenant dans le brouillon les rôles de {name} sur {licenseIds, plural, one {# ID de licence} other {# ID de licence}}.',
  'assign.copy.leftOut':
    'Vous ne pouvez pas donner {roles} sur {licenseIds} : ce rôle y a été laissé de côté.',
};
