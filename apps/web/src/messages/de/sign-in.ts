import type { Translation } from '../translation.ts';

export const signInMessages: Translation = {
  'signIn.lead':
    'Sehen und entscheiden Sie, wer in den Volumenlizenzverträgen Ihrer Organisation mit {publisher} was tun darf.',
  'signIn.lead.neutral':
    'Sehen und entscheiden Sie, wer in den Volumenlizenzverträgen Ihrer Organisation was tun darf.',
  'signIn.account': 'Verwenden Sie Ihr Geschäfts-, Schul- oder Unikonto.',
  'signIn.workEmail': 'Geschäftliche E-Mail-Adresse',
  'signIn.workEmail.why': 'Sie bestimmt, wo Sie sich anmelden.',
  'signIn.workEmail.invalid': 'Geben Sie Ihre geschäftliche E-Mail-Adresse ein, etwa mara@company.example.',
  'signIn.continue': 'Weiter',
  'signIn.general': 'Ohne sie anmelden',
  'signIn.invited':
    'Wurden Sie eingeladen? Öffnen Sie den Link in der Einladungs-E-Mail: Er führt hierher und zurück.',
  'signIn.demo': 'Dies ist eine Demo. Sie wählen, wer Sie sind, und benötigen kein Kennwort.',
  'signIn.toRegister.title': 'Anmelden, um sich zu registrieren',
  'signIn.toRegister.lead':
    'Melden Sie sich zuerst an. Danach sehen Sie, was die Einladung bietet, und entscheiden, ob Sie sie registrieren.',
  'signIn.toPage': 'Melden Sie sich an, um die gewünschte Seite zu sehen.',
  'signIn.signedOut': 'Sie sind abgemeldet.',
  'signIn.signedOut.toRegister': 'Melden Sie sich mit dem Konto an, das die Einladung registrieren soll.',

  'signIn.problem.sign-in-failed': 'Sie wurden nicht angemeldet.',
  'signIn.problem.sign-in-failed.body':
    'Ihr Anmeldeanbieter hat abgelehnt, oder die Anmeldung wurde abgebrochen. Versuchen Sie es erneut. Wenn das nicht hilft, fragen Sie Ihre IT-Abteilung.',
  'signIn.problem.sign-in-expired': 'Die Anmeldung hat zu lange gedauert.',
  'signIn.problem.sign-in-expired.body':
    'Sie war länger als 10 Minuten offen, wurde bereits verwendet oder in einem anderen Browser begonnen. Melden Sie sich erneut an.',
  'signIn.problem.no-verified-email': 'Ihr Konto hat keine bestätigte E-Mail-Adresse.',
  'signIn.problem.no-verified-email.body':
    'Bitten Sie Ihre IT-Abteilung, die Adresse zu bestätigen, oder melden Sie sich mit einem anderen Konto an.',
  'signIn.problem.provider-unavailable': 'Der Anmeldeanbieter antwortet nicht.',
  'signIn.problem.provider-unavailable.body':
    'Versuchen Sie es in einigen Minuten erneut. Was Sie gespeichert haben, ist davon nicht betroffen.',
  'signIn.problem.too-many-requests': 'Zu viele Anmeldungen aus Ihrem Netzwerk.',
  'signIn.problem.too-many-requests.body': 'Warten Sie 5 Minuten und melden Sie sich dann erneut an.',
};
