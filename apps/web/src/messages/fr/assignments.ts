import type { Translation } from '../translation.ts';

export const assignmentMessages: Translation = {
  'assignments.assign': 'Attribuer des rôles',
  'assignments.assign.short': 'Attribuer',
  'assignments.list': 'Personnes',
  'assignments.search': 'Rechercher nom ou e-mail',
  'assignments.filter.status': 'Statut',
  'assignments.filter.role': 'Rôle',
  'assignments.filter.license': 'ID de licence',
  'assignments.filter.license.search': 'Rechercher des ID de licence',
  'assignments.filter.license.none': 'Vous n’administrez aucun ID de licence de ce type',
  'assignments.filters.title': 'Filtrer les personnes',
  'assignments.filters.show': 'Afficher {count, plural, one {# personne} other {# personnes}}',
  'assignments.count': '{count, plural, one {# personne} other {# personnes}}',
  'assignments.count.of': '{count, number} sur {total, plural, one {# personne} other {# personnes}}',
  'assignments.error': 'La liste des personnes n’a pas pu être chargée',
  'assignments.error.refresh': 'La liste n’a pas pu être actualisée.',
  'assignments.empty.filtered': 'Personne ne correspond à ces filtres',
  'assignments.empty.filtered.body':
    'Essayez une partie du nom, ou effacez les filtres pour voir {total, plural, one {l’unique personne} other {les # personnes}}.',
  'assignments.empty.filtered.clear': 'Effacer les filtres',
  'assignments.empty.good': 'Rien à traiter',
  'assignments.empty.first': 'Personne n’a encore de rôle',
  'assignments.empty.first.body':
    'Attribuez des contrats à des utilisateurs : ils apparaissent ici avec leur statut.',

  'assignments.column.name': 'Nom d’affichage',
  'assignments.column.status': 'Statut',
  'assignments.column.actions': 'Actions',
  'assignments.column.more': 'Autres actions',
  'assignments.column.signInEmail': 'E-mail de connexion',
  'assignments.column.businessEmail': 'E-mail professionnel',
  'assignments.column.roles': 'Rôles de licences en volume',
  'assignments.column.roles.short': 'Rôles',
  'assignments.sameAsSignIn': 'Le même',
  'assignments.you': 'Vous',

  'assignments.viewAccess': 'Voir l’accès',
  'assignments.viewAccessOf': 'Voir l’accès de {name}',
  'assignments.moreFor': 'Autres actions pour {name}',
  'assignments.resend': 'Renvoyer l’invitation',
  'assignments.resend.about': 'Même lien, même expiration',
  'assignments.reset': 'Réinitialiser l’invitation',
  'assignments.reset.about': 'Nouveau lien, les anciens ne fonctionnent plus',
  'assignments.assignAgain': 'Attribuer à nouveau',
  'assignments.assignAgain.about': 'Les mêmes rôles, à vérifier et enregistrer',
  'assignments.remove': 'Retirer la personne',

  'assignments.resent': 'Invitation de {name} renvoyée',
  'assignments.resent.body': 'Le lien existant reste valable jusqu’au {date}.',
  'assignments.wasReset': 'Invitation de {name} réinitialisée',
  'assignments.wasReset.body':
    'Un nouveau lien est valable jusqu’au {date}. Les liens précédents ne fonctionnent plus.',
  'assignments.heldMail':
    '{seconds, plural, =0 {} one {L’e-mail part dans # seconde.} other {L’e-mail part dans # secondes.}}',
  'assignments.notSent': 'L’invitation de {name} n’a pas été envoyée',
  'assignments.notSent.tooSoon':
    'La dernière est partie il y a moins d’une minute. Laissez-lui le temps d’arriver, puis renvoyez-la.',
  'assignments.notSent.none': 'Plus rien n’est en attente : elle a été acceptée ou retirée.',
  'assignments.notSent.expired':
    'L’invitation n’a pas été acceptée à temps. Réinitialisez-la pour en envoyer une nouvelle.',
  'assignments.notSent.gone': '{name} ne détient plus rien sur vos ID de licence.',
  'assignments.notAnswered': 'Le serveur n’a pas répondu. Vérifiez votre connexion, puis réessayez.',

  'assignments.remove.title': 'Retirer {name} ?',
  'assignments.remove.title.you': 'Vous retirer vous-même ?',
  'assignments.remove.loses':
    'Cette personne perd l’accès à {count, plural, one {# ID de licence} other {# ID de licence}} et quitte cette liste.',
  'assignments.remove.loses.you':
    'Vous perdez l’accès à {count, plural, one {# ID de licence} other {# ID de licence}} et quittez cette liste.',
  'assignments.remove.you.manage': 'Ce que vous administrez est ensuite géré par les autres administrateurs.',
  'assignments.remove.inherits':
    'Cette personne perd ce qui était attribué sur {count, plural, one {# ID de licence} other {# ID de licence}} et reste dans la liste avec ce qu’elle hérite.',
  'assignments.remove.inherits.you':
    'Vous perdez ce qui était attribué sur {count, plural, one {# ID de licence} other {# ID de licence}} et restez dans la liste avec ce dont vous héritez.',
  'assignments.remove.gone':
    'Cette personne n’est pas dans votre annuaire. Ce qu’elle détient sur {count, plural, one {# ID de licence} other {# ID de licence}} prend fin, hérité ou non, et elle quitte cette liste.',
  'assignments.remove.told': 'Un e-mail à {email} l’en informe.',
  'assignments.remove.pending': 'Son invitation est retirée et son lien ne fonctionne plus.',
  'assignments.remove.confirm': 'Retirer la personne',
  'assignments.remove.confirm.you': 'Me retirer',
  'assignments.removed': '{name} retiré',
  'assignments.removed.body': 'Cette personne n’a plus accès à vos ID de licence.',
  'assignments.removed.you': 'Vous êtes retiré',
  'assignments.removed.you.body': 'Vous n’avez plus accès aux ID de licence que vous administriez.',
  'assignments.remove.last':
    '{name} est le dernier administrateur inscrit de {licenseIds}. Désignez-y d’abord un autre administrateur.',
  'assignments.remove.last.you':
    'Vous êtes le dernier administrateur inscrit de {licenseIds}. Désignez-y d’abord un autre administrateur.',
  'assignments.remove.stale':
    '{name} a changé entre-temps. Vérifiez à nouveau ce qui sera perdu, puis retirez la personne.',
  'assignments.remove.failed': 'Rien n’a été retiré.',
};
