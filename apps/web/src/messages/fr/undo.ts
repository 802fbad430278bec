export const undoMessages = {
  'undo.undo': 'Annuler',
  'undo.undoOf': 'Annuler la modification du {date}',
  'undo.saved': 'Attributions enregistrées',
  'undo.saved.nothing': 'Rien à enregistrer : ces rôles sont déjà attribués',
  'undo.saved.emails':
    '{count, plural, one {# e-mail sera envoyé} other {# e-mails seront envoyés}} {seconds, plural, =0 {maintenant} one {dans # seconde} other {dans # secondes}}.',
  'undo.saved.noEmails': 'Aucun e-mail ne sera envoyé.',
  'undo.done': 'Modification annulée',
  'undo.done.noEmails': 'Aucun e-mail n’a été envoyé.',
  'undo.done.someEmails':
    '{cancelled, plural, one {# e-mail n’a pas été envoyé} other {# e-mails n’ont pas été envoyés}} ; {count, plural, one {# autre sera envoyé} other {# autres seront envoyés}} {seconds, plural, =0 {maintenant} one {dans # seconde} other {dans # secondes}}.',
  'undo.failed': 'Modification non annulée',
  'undo.failed.already': 'Elle avait déjà été annulée.',
  'undo.failed.since':
    'Quelque chose a changé depuis sur {licenseIds}. Vérifiez la situation actuelle et modifiez-la.',
  'undo.failed.last': '{licenseIds} n’aurait plus d’administrateur. Désignez-en d’abord un autre.',
  'undo.failed.inProgress':
    'Une modification est en cours d’application. Réessayez ensuite, en général après quelques secondes.',
  'undo.failed.notYours': 'Elle concerne plus que ce que vous administrez maintenant.',
  'undo.failed.noAnswer': 'Le serveur n’a pas répondu. Réessayer ne fait rien deux fois.',
  'undo.tryAgain': 'Réessayer',
  'undo.show': 'Afficher la modification',
} as const;
