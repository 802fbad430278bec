import type { Translation } from '../translation.ts';

export const feedbackMessages: Translation = {
  'feedback.title': 'Feedback geben',
  'feedback.lead': 'Es geht an {publisher}, den Hersteller dieses Produkts.',
  'feedback.help': 'Benötigen Sie bei etwas Hilfe?',
  'feedback.help.link': 'Zu Hilfe und Support',
  'feedback.sentiment': 'Wie zufrieden sind Sie? (optional)',
  'feedback.satisfied': 'Zufrieden',
  'feedback.neither': 'Weder noch',
  'feedback.dissatisfied': 'Unzufrieden',
  'feedback.text': 'Was gefällt Ihnen, oder was sollte besser sein?',
  'feedback.text.missing': 'Schreiben Sie einige Worte.',
  'feedback.text.long': 'Kürzen Sie den Text: {count} Zeichen zu viel.',
  'feedback.organization': 'Organisation',
  'feedback.organization.missing': 'Wählen Sie die Organisation, um die es geht.',

  'feedback.screenshot': 'Bildschirmfoto (optional)',
  'feedback.screenshot.hint':
    'PNG, JPEG oder WebP. Sie können eines einfügen. Achten Sie darauf, ob es etwas zeigt, das {publisher} nicht sehen soll.',
  'feedback.screenshot.choose': 'Bild auswählen',
  'feedback.screenshot.take': 'Bildschirmfoto aufnehmen',
  'feedback.screenshot.preview': 'Ihr Bildschirmfoto',
  'feedback.screenshot.remove': 'Bildschirmfoto entfernen',
  'feedback.screenshot.added': 'Bildschirmfoto hinzugefügt',
  'feedback.screenshot.noPicture':
    'Das ist kein Bild, das angezeigt werden kann. Wählen Sie ein PNG, JPEG oder WebP.',
  'feedback.screenshot.tooLarge': 'Dieses Bild ist zu groß. Wählen Sie eines mit höchstens 2 MB.',
  'feedback.screenshot.notTaken':
    'Es wurde kein Bildschirmfoto aufgenommen. Sie können stattdessen ein Bild auswählen.',

  'feedback.contact': 'Sie dürfen mich dazu kontaktieren',
  'feedback.email': 'E-Mail',
  'feedback.email.wrong': 'Geben Sie eine E-Mail-Adresse an.',
  'feedback.sentWith': 'Mitgesendet werden: Ihr Name, Ihre Anmelde-E-Mail und die Adresse dieser Seite.',
  'feedback.send': 'Feedback senden',
  'feedback.failed': 'Es wurde nicht gesendet. Was Sie geschrieben haben, bleibt erhalten.',
  'feedback.failed.offline':
    'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und senden Sie es dann erneut.',
  'feedback.sent': 'Danke, Ihr Feedback wurde gesendet',
  'feedback.sent.body': '{publisher} liest alles.',
  'feedback.sent.contact': '{publisher} liest alles und schreibt vielleicht an {email}.',
  'feedback.more': 'Weiteres Feedback geben',
  'feedback.close': 'Schließen',
};
