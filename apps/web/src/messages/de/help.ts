import type { Translation } from '../translation.ts';

export const helpMessages: Translation = {
  'help.admin.link': 'Wer ist mein VL-Administrator?',
  'help.admin.title': 'Wer ist mein VL-Administrator?',
  'help.admin.secret':
    'Keine Seite verrät es: Nur die Administratoren einer Lizenz-ID sehen, wer sie verwaltet. So finden Sie es heraus.',
  'help.admin.partner': 'Fragen Sie Ihren Lizenzpartner',
  'help.admin.partner.body':
    'Das Unternehmen, das Ihrer Organisation die Volumenlizenzen verkauft hat, weiß, wer im Vertrag genannt ist, und kann Ihre Anfrage weiterleiten.',
  'help.admin.inHouse': 'Sie wissen nicht, wer der Partner ist?',
  'help.admin.inHouse.body':
    'Kolleginnen und Kollegen in Einkauf, Finanzabteilung oder IT wissen es möglicherweise.',
  'help.admin.invited': 'Wurden Sie bereits eingeladen?',
  'help.admin.invited.body':
    'Dann öffnen Sie den Link in der Einladungs-E-Mail. Wenn er nicht mehr funktioniert, bitten Sie die Person, die sie Ihnen geschickt hat, um eine neue.',
  'help.admin.go': 'Zur Volumenlizenzierung',
};
