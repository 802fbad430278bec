import type { Translation } from '../translation.ts';

export const accessPaneMessages: Translation = {
  'access.signIn': 'Connexion',
  'access.business': 'Professionnel',
  'access.edit': 'Modifier les informations',
  'access.edit.name': 'Nom d’affichage',
  'access.edit.name.missing': 'Saisissez le nom complet.',
  'access.edit.email': 'E-mail professionnel',
  'access.edit.email.about': 'Les invitations et les modifications d’autorisations y sont envoyées.',
  'access.edit.email.wrong': 'Saisissez une adresse e-mail, par exemple name@company.example.',
  'access.edit.save': 'Enregistrer les informations',
  'access.edit.saved': 'Informations de {name} enregistrées',
  'access.edit.stale':
    '{name} a changé pendant votre modification. Les champs que vous n’avez pas modifiés affichent l’état actuel : vérifiez-le, puis enregistrez à nouveau.',
  'access.edit.failed': 'Les informations n’ont pas été enregistrées.',

  'access.loading': 'Chargement de l’accès',
  'access.error': 'L’accès n’a pas pu être chargé',
  'access.gone': 'Absent de votre liste',
  'access.gone.body':
    'Cette personne ne détient rien sur les ID de licence que vous administrez, ou a été retirée entre-temps.',
  'access.gone.close': 'Fermer',

  'access.invitation': 'Invitation',
  'access.invitation.contact': 'Invitation à administrer {licenseId}',
  'access.invitation.open': 'Envoyée {sent}, valable jusqu’au {expires}.',
  'access.invitation.expired':
    'L’invitation n’a pas été acceptée à temps. Réinitialisez-la pour en envoyer une nouvelle. Elle était valable jusqu’au {expires}.',
  'access.invitation.more':
    'Et {count, plural, one {# autre invitation} other {# autres invitations}} dans le même état.',
  'access.mail.held': 'L’e-mail à {to} part {when}.',
  'access.mail.due': 'L’e-mail à {to} attend d’être envoyé.',
  'access.mail.sending': 'L’e-mail à {to} est en cours d’envoi.',
  'access.mail.sent': 'L’e-mail à {to} est parti {when}.',
  'access.mail.failed': 'L’e-mail à {to} n’a pas pu être remis.',
  'access.mail.failed.reason': 'Le serveur de messagerie a répondu : {error}.',
  'access.mail.failed.mend': 'Vérifiez l’e-mail professionnel, puis renvoyez.',
  'access.mail.cancelled': 'L’e-mail à {to} n’a pas été envoyé.',

  'access.search': 'Rechercher parmi {count, plural, one {# ID de licence} other {# ID de licence}}',
  'access.search.none': 'Aucun ID de licence trouvé',
  'access.search.none.body': 'Essayez une partie du nom, de l’ID de licence ou du contrat-cadre.',
  'access.noAgreement': 'Sans contrat-cadre',
  'access.list': 'ID de licence',
  'access.add': 'Attribuer d’autres ID de licence',
  'access.roles': 'Rôles sur {name} {licenseId}',
  'access.noRoles': 'Aucun rôle',
  'access.edited': 'Modifié',
  'access.sole': '1 seul administrateur',
  'access.until': '{role} jusqu’au {date}',
  'access.from': '{role} à partir du {date}',
  'access.period': '{role} du {start} au {end}',

  'access.gone.directory': 'Absent de votre annuaire, donc sans accès.',
  'access.gone.directory.body': 'Retirez la personne, ou rétablissez le compte.',
  'access.failed':
    'La dernière modification n’a pas pu être appliquée sur {count, plural, one {# ID de licence} other {# ID de licence}}.',
  'access.failed.body': 'Attribuez à nouveau. Si l’échec persiste, contactez le support.',
  'access.applying': 'Application en cours.',
  'access.applying.for': 'En attente de {systems}.',
  'access.applying.body':
    'La modification redevient possible une fois l’application terminée, en général en quelques secondes. Vous pouvez retirer des rôles entre-temps.',
  'access.applying.option': 'Peut être ajouté une fois la modification précédente appliquée',
  'access.applying.wait':
    'Une modification antérieure est encore en cours d’application. Cela prend en général quelques secondes.',
  'access.applied': 'Appliqué.',
  'access.applied.body': 'La modification est de nouveau possible.',

  'access.changes': '{count, plural, one {# modification} other {# modifications}}',
  'access.emails': '{count, plural, =0 {aucun e-mail} one {# e-mail} other {# e-mails}}',
  'access.discard': 'Abandonner',
  'access.verify': 'Vérifier et enregistrer',
  'access.verify.short': 'Vérifier',

  'access.stale': '{who} a modifié {licenseIds} pendant votre modification.',
  'access.stale.unknown': 'Quelqu’un a modifié {licenseIds} pendant votre modification.',
  'access.stale.now': 'Maintenant',
  'access.stale.mine': 'Votre version',
  'access.stale.theirs': 'Charger le nouvel état',
  'access.stale.keep': 'Conserver la mienne par-dessus',
  'access.stale.none': 'Aucun rôle',

  'access.leave': 'Quitter sans enregistrer ?',
  'access.leave.roles':
    'Vous perdez {count, plural, one {# changement de rôle} other {# changements de rôle}} pour {name} sur {licenseIds}.',
  'access.leave.details': 'Vous perdez ce que vous avez saisi dans les informations de {name}.',
  'access.leave.confirm': 'Abandonner et quitter',
  'access.leave.stay': 'Continuer la modification',

  'access.verify.title': 'Vérifier les modifications pour {name}',
  'access.verify.changes': 'Ce qui va changer',
  'access.verify.checks': 'Vérifications',
  'access.verify.checks.none': 'Rien à signaler.',
  'access.verify.emails': 'E-mails',
  'access.verify.emails.none': 'Aucun e-mail n’est envoyé.',
  'access.verify.email.change': '{name} reçoit un e-mail de modification d’autorisations à {to}.',
  'access.verify.email.invitation': '{name} reçoit une invitation à {to}.',
  'access.verify.email.hold':
    'Les e-mails attendent {seconds, plural, one {# seconde} other {# secondes}} après l’enregistrement.',
  'access.verify.save':
    'Enregistrer {count, plural, one {# changement de rôle} other {# changements de rôle}}',
  'access.verify.back': 'Retour',
  'access.verify.blocked': 'Une vérification bloque l’enregistrement.',
  'access.verify.nothing': 'Ces rôles sont déjà détenus : rien ne changerait.',
  'access.verify.failed': 'La vérification n’a pas pu être faite.',
  'access.verify.notSaved': 'Rien n’a été enregistré.',
  'access.verify.notAnswered':
    'Le serveur n’a pas répondu : c’est peut-être enregistré, ou non. Enregistrez à nouveau : rien n’est fait deux fois.',
  'access.verify.inProgress':
    'Une modification antérieure est encore en cours d’application. Cela prend en général quelques secondes : enregistrez ensuite à nouveau.',
  'access.verify.last': '{licenseIds} resterait sans administrateur. Désignez-y d’abord quelqu’un d’autre.',
};
