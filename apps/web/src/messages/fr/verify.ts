import type { Translation } from '../translation.ts';

export const verifyMessages: Translation = {
  'verify.heading': 'Ce qui va changer',
  'verify.list': 'Modifications par personne et ID de licence',
  'verify.showUnchanged': 'Afficher les rôles inchangés',
  'verify.checking': 'Vérification de {pairs, plural, one {# attribution} other {# attributions}}',
  'verify.failed': 'Les modifications n’ont pas pu être vérifiées',
  'verify.back': 'Retour',
  'verify.backToDraft': 'Retour au brouillon',
  'verify.edit': 'Modifier',
  'verify.editPerson': 'Modifier {name}',

  'verify.empty.title': 'Il n’y a pas de brouillon à vérifier',
  'verify.empty.body': 'Ajoutez d’abord des personnes, des contrats et des rôles.',
  'verify.empty.action': 'Attribuer des contrats aux utilisateurs',
  'verify.gap.title': 'Ce brouillon n’est pas prêt à être vérifié',

  'verify.mail.invitation': 'Reçoit une invitation à {to}',
  'verify.mail.permission-change': 'Reçoit un e-mail de modification d’autorisations',
  'verify.mail.permission-changeAt': 'Reçoit un e-mail de modification d’autorisations à {to}',
  'verify.mail.none': 'Ne reçoit aucun e-mail',
  'verify.mail.newBusinessEmail': 'Nouvel e-mail professionnel : {businessEmail}',
  'verify.noChange': 'Aucune modification',
  'verify.noChangeHere': 'Aucun changement de rôle',

  'verify.summary': 'Récapitulatif',
  'verify.summary.added': 'Rôles ajoutés',
  'verify.summary.removed': 'Rôles retirés',
  'verify.summary.people': 'Personnes',
  'verify.summary.emails': 'E-mails',
  'verify.summary.when': 'Effectif dès l’enregistrement, ou quand la personne s’inscrit.',

  'verify.emails': 'E-mails',
  'verify.emails.none': 'Cette modification n’envoie aucun e-mail.',
  'verify.emails.invitation': 'Invitation à {to}',
  'verify.emails.permission-change': 'Modification d’autorisations à {to}',
  'verify.emails.more':
    '{count, plural, one {# autre e-mail, indiqué à côté de la personne} other {# autres e-mails, indiqués à côté des personnes}}',

  'verify.checks': 'Vérifications',
  'verify.checks.none': 'Aucun problème trouvé',
  'verify.level.blocking': 'Bloque l’enregistrement',
  'verify.level.warning': 'Avertissement',
  'verify.level.information': 'Remarque',
  'verify.level.good': 'Favorable',
  'verify.check.last-administrator': '{licenseIds} resterait sans administrateur',
  'verify.check.last-administrator.body':
    'Gardez-en un, ou désignez quelqu’un d’inscrit. Une personne seulement invitée ne compte pas.',
  'verify.check.role-inherited':
    '{people} {count, plural, one {hérite} other {héritent}} d’un rôle sur {licenseIds}',
  'verify.check.role-inherited.body':
    'Seul le titulaire peut y renoncer, dans Préférences. Retirez-le du brouillon.',
  'verify.check.assignment-in-progress':
    'Une modification antérieure pour {people} est encore en cours d’application',
  'verify.check.assignment-in-progress.body':
    'Cela prend en général quelques secondes. Vérifiez ensuite à nouveau, ou n’enregistrez que ce qui retire des rôles : cela ne demande aucune attente.',
  'verify.check.drops-to-one-administrator':
    '{licenseIds} {count, plural, one {n’aurait} other {n’auraient}} plus qu’un administrateur',
  'verify.check.drops-to-one-administrator.body': 'Désignez au moins un suppléant pour chaque ID de licence.',
  'verify.check.administrator-pending':
    '{people} {count, plural, one {administrera} other {administreront}} {licenseIds} après inscription',
  'verify.check.administrator-pending.body': 'Jusque-là, personne ne peut se retirer en leur faveur.',
  'verify.check.gains-second-administrator':
    '{licenseIds} {count, plural, one {obtient} other {obtiennent}} un deuxième administrateur',
  'verify.check.gains-second-administrator.body':
    'Cela lève {count, plural, one {un risque} other {# risques}} d’administrateur unique.',
  'verify.check.keep': 'Garder {name} comme administrateur de {licenseId}',

  'verify.reason': 'Motif (facultatif)',
  'verify.reason.hint':
    'Conservé avec la modification, 500 caractères au maximum. Les personnes n’en sont pas informées.',

  'verify.bar.hold':
    '{count, plural, =0 {Cette modification n’envoie aucun e-mail.} one {L’e-mail attend {seconds, plural, one {# seconde} other {# secondes}} après l’enregistrement, pour que vous puissiez tout annuler.} other {Les e-mails attendent {seconds, plural, one {# seconde} other {# secondes}} après l’enregistrement, pour que vous puissiez tout annuler.}}',
  'verify.bar.saving':
    'Enregistrement de {count, plural, one {# changement de rôle} other {# changements de rôle}}',
  'verify.save': 'Enregistrer {count, plural, one {# changement de rôle} other {# changements de rôle}}',
  'verify.saveBusinessEmails':
    'Enregistrer {count, plural, one {# e-mail professionnel} other {# e-mails professionnels}}',
  'verify.save.again': 'Réessayer',
  'verify.nothing': 'Rien ne changerait : tout le monde a déjà ces rôles.',
  'verify.blocked': 'L’enregistrement est bloqué : {check}.',
  'verify.checkingAgain': 'Les modifications sont en cours de vérification.',

  'verify.stale.title': 'Quelqu’un a modifié ceci pendant votre modification.',
  'verify.stale.by': '{actor} a modifié {licenseIds} pour {name}.',
  'verify.stale.person': '{name} a été modifié.',
  'verify.stale.more': '{count, plural, one {# autre personne aussi.} other {# autres personnes aussi.}}',
  'verify.stale.body':
    'Conservez vos souhaits, qui sont alors comparés à l’état actuel, ou conservez les leurs.',
  'verify.stale.first': 'Choisissez ce qui reste avant d’enregistrer.',
  'verify.stale.done': 'La liste ci-dessous compare votre brouillon à l’état actuel.',
  'verify.stale.failed': 'L’état actuel n’a pas pu être lu. Le brouillon est conservé.',

  'verify.problem.kept': 'Rien n’a été enregistré. Le brouillon est conservé.',
  'verify.problem.unavailable': 'Le serveur n’est pas disponible pour le moment.',
  'verify.problem.unknown':
    'Aucune réponse n’est venue : on ignore si c’est enregistré. Réessayer ne peut pas enregistrer deux fois.',
  'verify.problem.last-administrator':
    'Quelqu’un d’autre a changé les administrateurs entre-temps : {licenseIds} n’en aurait plus.',
  'verify.problem.assignment-in-progress':
    'Une modification antérieure est encore en cours pour l’une de ces personnes. Cela prend en général quelques secondes.',
  'verify.problem.licenseIds': 'Vous n’administrez plus {licenseIds}.',
  'verify.problem.removeLicenseIds': '{count, plural, one {La retirer} other {Les retirer}} du brouillon',

  'verify.filter': 'Afficher',
  'verify.filter.all': 'Tout',
  'verify.filter.added': 'Ajoutés',
  'verify.filter.removed': 'Retirés',
  'verify.filter.unchanged': 'Inchangés',
  'verify.filter.none.all': 'Aucun changement de rôle',
  'verify.filter.none.added': 'Aucun rôle n’est ajouté',
  'verify.filter.none.removed': 'Aucun rôle n’est retiré',
  'verify.filter.none.unchanged': 'Chaque ID de licence du brouillon change',
  'verify.removalsFirst': 'Les personnes qui perdent des rôles viennent en premier.',
  'verify.rescheduled': '{role} {now} (avant : {before})',
  'verify.staysInherited': 'Administrateur reste, hérité de {agreement}',
  'verify.plan': 'Télécharger le plan de modification (CSV)',
  'verify.plan.person': 'Personne',
  'verify.plan.signInEmail': 'E-mail de connexion',
  'verify.plan.licenseId': 'ID de licence',
  'verify.plan.contract': 'Contrat',
  'verify.plan.added': 'Rôles ajoutés',
  'verify.plan.removed': 'Rôles retirés',
  'verify.plan.rescheduled': 'Rôles à d’autres dates',
  'verify.plan.kept': 'Rôles inchangés',
  'verify.plan.email': 'E-mail à',
  'verify.check.outside': '{people} {count, plural, one {n’est pas} other {ne sont pas}} dans votre annuaire',
  'verify.check.outside.body':
    'L’accès ne prend pas fin avec un compte de l’annuaire : retirez-le ici quand il n’est plus nécessaire.',
  'verify.stale.keepMine': 'Garder les miens',
  'verify.stale.keepTheirs': 'Garder les leurs',
  'verify.stale.clash': '{name} sur {licenseId} : maintenant {theirs} ; avec les vôtres {mine}',
  'verify.stale.noRoles': 'aucun rôle',
};
