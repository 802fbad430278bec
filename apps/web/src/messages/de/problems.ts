import type { Translation } from '../translation.ts';

export const problemMessages: Translation = {
  'problem.invalid-request': 'Der Server konnte das Gesendete nicht annehmen. Prüfen Sie Ihre Eingaben.',
  'problem.organization-required':
    'Es ist nicht klar, welche Organisation gemeint ist. Öffnen Sie sie von der Startseite aus.',
  'problem.not-signed-in': 'Sie sind abgemeldet. Melden Sie sich erneut an.',
  'problem.not-found': 'Es ist nicht vorhanden oder für Sie nicht sichtbar.',
  'problem.license-id-not-found': 'Sie haben keinen Zugriff auf eine Lizenz-ID, um die es geht.',
  'problem.vl-user-not-found': 'Die Person steht nicht mehr in Ihrer Liste.',
  'problem.stale-version':
    'Es hat sich inzwischen geändert. Sehen Sie nach und versuchen Sie es dann erneut.',
  'problem.payload-too-large': 'Es ist zu groß, um gesendet zu werden.',
  'problem.too-many-requests':
    'Es gab zu viele Anfragen in kurzer Zeit. Warten Sie eine Minute und versuchen Sie es dann erneut.',
  'problem.internal-error': 'Auf dem Server ist ein Fehler aufgetreten.',
  'problem.unavailable': 'Der Server ist derzeit nicht verfügbar.',
  'problem.other': 'Der Server hat es abgelehnt.',
};
