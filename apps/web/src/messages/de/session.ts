import type { Translation } from '../translation.ts';

export const sessionMessages: Translation = {
  'session.ended': 'Sie sind abgemeldet',
  'session.ended.body':
    'Ihre Sitzung ist beendet. Melden Sie sich in einem neuen Fenster erneut an: Was Sie hier getan haben, bleibt, wie es ist.',
  'session.again': 'Erneut anmelden',
  'session.leave': 'Diese Seite verlassen',
  'session.other': 'Jemand anderes hat sich angemeldet.',
  'session.other.body':
    'Diese Seite gehört zu {email}. Melden Sie sich mit diesem Konto an, um fortzufahren.',
  'session.back': 'Sie sind angemeldet',
  'session.back.body': 'Gehen Sie zurück zu dem Fenster, aus dem Sie kamen. Dieses können Sie schließen.',
  'session.back.home': 'Hier zur Volumenlizenzierung',
};
