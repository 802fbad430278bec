import type { Translation } from '../translation.ts';

export const volumeLicensingMessages: Translation = {
  'overview.billing': 'Facturation',
  'overview.sole.title':
    'Vous êtes le seul administrateur de {count, plural, one {# ID de licence} other {# ID de licence}}',
  'overview.sole.title.all': 'Vous êtes le seul administrateur',
  'overview.sole.body':
    'En votre absence, personne d’autre ne peut attribuer des rôles, enregistrer des licences ou rétablir l’accès. Ajoutez un suppléant à chacun.',
  'overview.sole.body.one':
    'En votre absence, personne d’autre ne peut attribuer des rôles, enregistrer des licences ou rétablir l’accès. Ajouter un suppléant prend une minute.',
  'overview.sole.add':
    '{count, plural, one {Ajouter un deuxième administrateur} other {Ajouter un deuxième administrateur}}',
  'overview.sole.list': 'ID de licence avec un seul administrateur',
  'overview.sole.suggested': 'Suggestion : {name}',
  'overview.sole.noSuggestion': 'Personne d’autre n’a de rôle ici',
  'overview.sole.noneActive': 'Personne d’actif à proposer pour l’instant',
  'overview.sole.people': '{count, plural, one {# personne en dépend} other {# personnes en dépendent}}',
  'overview.sole.peopleOf': 'Personnes sur {name}, ID de licence {licenseId}',
  'overview.sole.more': 'Afficher {count, number} de plus',
  'overview.clear': 'Chaque ID de licence a au moins deux administrateurs.',
  'overview.clear.one': 'Votre ID de licence a au moins deux administrateurs.',

  'overview.roles': 'Attributions de rôles',
  'overview.scope':
    '{people, plural, one {# personne} other {# personnes}} sur {licenseIds, plural, one {# ID de licence} other {# ID de licence}}',
  'overview.assign': 'Attribuer des contrats aux utilisateurs',
  'overview.assign.about': 'Ajouter des personnes et leur donner des rôles',
  'overview.manage': 'Gérer les attributions de rôles',
  'overview.manage.about': 'Voir ou modifier qui peut faire quoi',
  'overview.count.invitation-sent':
    '{count, plural, one {Invitation en attente} other {Invitations en attente}}',
  'overview.count.invitation-expired':
    '{count, plural, one {Invitation expirée} other {Invitations expirées}}',
  'overview.count.assignment-in-progress':
    '{count, plural, one {Attribution en cours} other {Attributions en cours}}',
  'overview.count.failed': '{count, plural, one {Attribution en échec} other {Attributions en échec}}',
  'overview.count.user-not-found': 'Absent de l’annuaire',
};
