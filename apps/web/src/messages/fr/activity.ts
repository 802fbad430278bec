export const activityMessages = {
  'activity.title': 'Activité',
  'activity.list': 'Modifications',
  'activity.today': 'Aujourd’hui',
  'activity.yesterday': 'Hier',
  'activity.shown':
    '{count, plural, =0 {Aucune modification} one {# modification} other {# modifications}}{more, select, yes { pour l’instant} other {}}',
  'activity.more': 'Afficher les modifications précédentes',
  'activity.error': 'L’activité n’a pas pu être chargée',
  'activity.stale': 'L’affichage n’est peut-être plus à jour : il n’a pas pu être actualisé.',
  'activity.empty': 'Aucune modification pour l’instant',
  'activity.empty.body':
    'Chaque modification de rôles sur les ID de licence que vous administrez apparaît ici.',
  'activity.noMatch': 'Aucune modification ne correspond à ces filtres',
  'activity.clear': 'Effacer les filtres',
  'activity.filters': 'Filtres',
  'activity.filter.kind': 'Type',
  'activity.filter.somebody': 'Une personne',
  'activity.kind.assignment': 'Attribution',
  'activity.kind.undo': 'Annulation',
  'activity.kind.set-up': 'Mise en place d’un contrat',
  'activity.kind.registration': 'Inscription',
  'activity.kind.contact-change': 'Changement de contact',
  'activity.kind.given-up': 'Renonciation',
  'activity.kind.import': 'Importation',
  'activity.undone': 'Annulée',
  'activity.inProgress': 'En cours d’application',
  'activity.failed': 'Échec pour {count, plural, one {# personne} other {# personnes}}',
  'activity.held':
    '{count, plural, one {# e-mail n’est pas encore parti} other {# e-mails ne sont pas encore partis}} : une annulation à temps n’en envoie aucun',
  'activity.details': 'Détails',
  'activity.detailsOf': 'Détails de la modification du {date}',
  'activity.reason': 'Motif : {reason}',
  'activity.change': 'Modification du {date}',
  'activity.change.error': 'La modification n’a pas pu être chargée',
  'activity.change.notFound': 'Cette modification n’existe pas',
  'activity.change.notFound.body':
    'Elle n’existe pas, ou ne concerne aucun ID de licence que vous administrez maintenant.',
  'activity.change.back': 'Retour à l’activité',
  'activity.change.facts': 'À propos de cette modification',
  'activity.change.by': 'Par',
  'activity.change.when': 'Quand',
  'activity.change.kind': 'Type',
  'activity.change.reason': 'Motif',
  'activity.change.emails': 'E-mails',
  'activity.change.emails.held': '{count, plural, one {# e-mail part} other {# e-mails partent}} à {time}',
  'activity.change.emails.kept':
    '{count, plural, one {# e-mail n’est pas encore parti} other {# e-mails ne sont pas encore partis}}',
  'activity.change.undoes': 'Elle a annulé une modification précédente.',
  'activity.change.undoes.show': 'Afficher cette modification',
  'activity.change.undoneBy': 'Cette modification a été annulée.',
  'activity.change.undoneBy.show': 'Afficher l’annulation',
  'activity.undo.title': 'Annuler',
  'activity.undo.button': 'Annuler cette modification',
  'activity.undo.ends':
    '{count, plural, one {# rôle attribué prend fin} other {# rôles attribués prennent fin}} aussitôt.',
  'activity.undo.restores':
    '{count, plural, one {# rôle retiré est rendu} other {# rôles retirés sont rendus}}, avec leurs dates d’avant.',
  'activity.undo.moves':
    '{count, plural, one {# rôle retrouve} other {# rôles retrouvent}} ses dates d’avant.',
  'activity.undo.silent':
    '{count, plural, one {# e-mail non envoyé ne partira} other {# e-mails non envoyés ne partiront}} jamais, et ces personnes n’en sauront rien.',
  'activity.undo.tells':
    'Les personnes informées de la modification sont informées de l’annulation par e-mail.',
  'activity.undo.no': 'Elle ne peut pas être annulée.',
  'activity.undo.no.kind':
    'Seules les modifications de rôles faites par un administrateur peuvent être annulées.',
  'activity.undo.no.undone-already':
    'C’est déjà fait. Pour la rétablir, annulez la modification qui l’a annulée.',
  'activity.undo.no.changed-since':
    'Une modification ultérieure a touché les mêmes rôles. Vérifiez la situation actuelle et modifiez-la.',
  'activity.undo.no.not-all-yours':
    'Elle concerne plus que ce que vous administrez. Modifiez votre part dans « Gérer les attributions ».',
  'activity.progress': 'Application dans d’autres systèmes',
  'activity.progress.failed':
    'Échec pour {failed, number} sur {count, plural, one {# personne} other {# personnes}}.',
  'activity.progress.waiting':
    'En cours d’application pour {count, plural, one {# personne} other {# personnes}}, en général quelques secondes.',
  'activity.progress.done':
    '{count, plural, one {Appliqué pour # personne.} other {Appliqué pour les # personnes.}}',
  'activity.progress.csv': 'Enregistrer les lignes en échec au format CSV',
  'activity.progress.file': 'lignes-en-echec',
  'activity.progress.again': 'Attribuer à nouveau',
  'activity.progress.againOf': 'Attribuer à nouveau à {name}',
  'activity.progress.state.waiting': 'En attente de {systems}',
  'activity.progress.state.done': 'Appliqué',
  'activity.progress.state.failed': 'Échec',
  'activity.progress.state.cancelled': 'Annulé par une modification ultérieure',
  'activity.difference': 'Ce qui a changé',
  'activity.difference.scope':
    '{people, plural, one {# personne} other {# personnes}} sur {licenseIds, plural, one {# ID de licence} other {# ID de licence}}',
  'activity.difference.none': 'Aucun rôle n’a changé ; une adresse e-mail, par exemple.',
  'activity.difference.rescheduled': 'Autres dates : {role}',
} as const;
