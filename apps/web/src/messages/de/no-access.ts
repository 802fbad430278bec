import type { Translation } from '../translation.ts';

export const noAccessMessages: Translation = {
  'frame.noAccess.title': 'Sie haben noch keinen Zugriff auf die Volumenlizenzierung',
  'frame.noAccess.body':
    'Sie sind als {email} angemeldet. Wenn Sie eingeladen wurden, öffnen Sie den Link in der Einladungs-E-Mail. Fragen Sie andernfalls Ihren Lizenzpartner, an wen Sie sich wenden können.',
  'frame.noAccess.again': 'Mit einem anderen Konto anmelden',
  'frame.noAccess.failed': 'Sie sind noch angemeldet',
  'frame.noAccess.failed.body': 'Der Server hat nicht geantwortet. Versuchen Sie es gleich noch einmal.',
};
