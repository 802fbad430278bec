import type { Translation } from '../translation.ts';

export const bulkMessages: Translation = {
  'bulk.add.title': 'Ajouter des rôles à {count, plural, one {# personne} other {# personnes}}',
  'bulk.remove.title': 'Retirer des rôles à {count, plural, one {# personne} other {# personnes}}',
  'bulk.people.title': 'Retirer {count, plural, one {# personne} other {# personnes}}',
  'bulk.all': 'Toutes les personnes qui correspondent aux filtres de la liste.',

  'bulk.roles': 'Rôles',
  'bulk.roles.failed': 'Les rôles n’ont pas pu être chargés',
  'bulk.role.where': '{about} Seulement sur {licenseIds}.',

  'bulk.where': 'ID de licence',
  'bulk.where.everywhere': 'Sur chaque ID de licence que vous administrez',
  'bulk.where.chosen': 'Sur les ID de licence choisis',
  'bulk.licenses.search': 'Rechercher des ID de licence',
  'bulk.licenses.count':
    '{shown, plural, one {# ID de licence} other {# ID de licence}}, {selected, number} sélectionnés',
  'bulk.licenses.clear': 'Effacer la sélection',
  'bulk.licenses.none': 'Aucun ID de licence trouvé',
  'bulk.licenses.failed': 'Vos ID de licence n’ont pas pu être chargés',
  'bulk.licenses.column': 'ID de licence',
  'bulk.licenses.contract': 'Contrat',

  'bulk.review': 'Vérifier les modifications',
  'bulk.review.roles': 'Choisissez d’abord un rôle.',
  'bulk.review.licenses': 'Choisissez d’abord un ID de licence.',
  'bulk.back': 'Retour',
  'bulk.checking': 'Calcul de ce qui changerait pour {count, plural, one {# personne} other {# personnes}}',
  'bulk.failed': 'Ce qui changerait n’a pas pu être calculé',
  'bulk.safe': 'Rien n’a été modifié.',

  'bulk.summary': 'Récapitulatif',
  'bulk.summary.added': 'Rôles ajoutés',
  'bulk.summary.removed': 'Rôles retirés',
  'bulk.summary.people': 'Personnes',
  'bulk.summary.licenses': 'ID de licence',
  'bulk.summary.emails': 'E-mails',
  'bulk.hold':
    '{count, plural, =0 {Cette modification n’envoie aucun e-mail.} one {L’e-mail attend {seconds, plural, one {# seconde} other {# secondes}} après l’enregistrement.} other {Les e-mails attendent {seconds, plural, one {# seconde} other {# secondes}} après l’enregistrement.}}',
  'bulk.checks': 'Vérifications',
  'bulk.changes': 'Ce qui va changer',
  'bulk.mail.invitation': 'Reçoit une invitation à {to}',
  'bulk.mail.permission-change': 'Reçoit un e-mail de modification d’autorisations à {to}',
  'bulk.mail.none': 'Ne reçoit aucun e-mail',
  'bulk.morePeople': '{count, plural, one {# autre} other {# autres}}',
  'bulk.nothing': 'Rien ne changerait.',
  'bulk.blocked': 'L’enregistrement est bloqué. Voir Vérifications.',

  'bulk.skipped': 'Laissés tels quels',
  'bulk.skipped.role-inherited':
    '{count, plural, one {# rôle est hérité.} other {# rôles sont hérités.}} Seul leur titulaire peut y renoncer, dans Préférences.',
  'bulk.skipped.assignment-in-progress':
    '{count, plural, one {# rôle attend} other {# rôles attendent}} l’application d’une modification antérieure. Ajoutez-{count, plural, one {le} other {les}} ensuite.',
  'bulk.skipped.not-held':
    '{count, plural, one {# rôle n’est pas détenu.} other {# rôles ne sont pas détenus.}}',
  'bulk.skipped.held-already':
    '{count, plural, one {# rôle est déjà détenu.} other {# rôles sont déjà détenus.}}',
  'bulk.skipped.row': '{name} : {role} sur {licenseId}',

  'bulk.reason': 'Motif (facultatif)',
  'bulk.reason.hint':
    'Conservé avec la modification, 500 caractères au maximum. Les personnes n’en sont pas informées.',
  'bulk.add.confirm':
    'Ajouter {roles, plural, one {# rôle} other {# rôles}} à {people, plural, one {# personne} other {# personnes}}',
  'bulk.remove.confirm':
    'Retirer {roles, plural, one {# rôle} other {# rôles}} à {people, plural, one {# personne} other {# personnes}}',
  'bulk.people.confirm': 'Retirer {people, plural, one {# personne} other {# personnes}}',
  'bulk.saving':
    'Enregistrement de {count, plural, one {# changement de rôle} other {# changements de rôle}}',
  'bulk.saving.long': 'Les grosses modifications prennent quelques secondes. Laissez cette fenêtre ouverte.',

  'bulk.notSaved': 'Rien n’a été enregistré.',
  'bulk.notAnswered':
    'Aucune réponse n’est venue : on ignore si c’est enregistré. Réessayer ne peut pas enregistrer deux fois.',
  'bulk.problem.last-administrator': '{licenseIds} resterait sans administrateur.',
  'bulk.problem.assignment-in-progress':
    'Une modification antérieure est encore en cours pour l’une de ces personnes. Cela prend en général quelques secondes.',
  'bulk.problem.gone': 'L’une des personnes sélectionnées n’est plus sur vos ID de licence.',
  'bulk.problem.licenseIds': 'Vous n’administrez plus {licenseIds}.',
  'bulk.number.changed': 'Le nombre de personnes a changé',
  'bulk.number.changed.body':
    'Il y en avait {before, number} lors de la sélection, il y en a maintenant {now, plural, one {#} other {#}}. Voyez ce qui change pour elles avant d’enregistrer.',
  'bulk.number.changed.unknown':
    'Elles ne sont plus {before, number} à correspondre. Relisez et voyez ce qui change.',
  'bulk.number.again': 'Relire',

  'bulk.removed': '{count, plural, one {# personne retirée} other {# personnes retirées}}',

  'bulk.resend.title': 'Renvoyer les invitations à {count, plural, one {# personne} other {# personnes}}',
  'bulk.resend.about':
    'Les personnes dont l’invitation est en attente la reçoivent de nouveau : même lien, même expiration. Personne d’autre ne reçoit d’e-mail.',
  'bulk.resend.confirm': 'Renvoyer à {count, plural, one {# personne} other {# personnes}}',
  'bulk.reset.title':
    'Réinitialiser les invitations de {count, plural, one {# personne} other {# personnes}}',
  'bulk.reset.about':
    'Les personnes dont l’invitation est en attente en reçoivent une nouvelle : nouveau lien, nouvelle expiration. Les anciens liens ne fonctionnent plus. Personne d’autre ne reçoit d’e-mail.',
  'bulk.reset.confirm': 'Réinitialiser pour {count, plural, one {# personne} other {# personnes}}',
  'bulk.sending': 'Envoi en cours',
  'bulk.sent':
    '{count, plural, =0 {Aucune invitation n’a été envoyée} one {# invitation envoyée} other {# invitations envoyées}}',
  'bulk.sent.hold':
    '{count, plural, one {Elle part} other {Elles partent}} dans {seconds, plural, one {# seconde} other {# secondes}}.',
  'bulk.sent.of': 'À {sent, number} sur {count, plural, one {# personne} other {# personnes}}.',
  'bulk.outcomes': 'Résultat pour chacun',
  'bulk.outcome.sent': 'Envoyée',
  'bulk.outcome.no-open-invitation': 'Aucune invitation en attente',
  'bulk.outcome.too-soon': 'Envoyée il y a moins d’une minute',
  'bulk.outcome.expired': 'Expirée : à réinitialiser',
  'bulk.outcome.resetExpired':
    '{count, plural, one {Réinitialiser # invitation expirée} other {Réinitialiser # invitations expirées}}',
  'bulk.notSent': 'Aucune invitation n’a été envoyée.',
};
