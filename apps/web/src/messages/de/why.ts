import type { Translation } from '../translation.ts';

export const whyMessages: Translation = {
  'why.open': 'Warum?',
  'why.hide': 'Ausblenden',
  'why.of': '{what} {name} {licenseId}',
  'why.error': 'Es konnte nicht erklärt werden.',
  'why.assigned': '{count, plural, one {Direkt zugewiesen.} other {Direkt zugewiesen, in # Schritten.}}',
  'why.inherited': 'Vom Rahmenvertrag geerbt.',
  'why.both': 'Zugewiesen und geerbt.',
  'why.nothing': 'Hier gilt derzeit nichts.',
  'why.nothing.past': 'Hier galt damals nichts.',
  'why.contact.primary-contact':
    '{isYou, select, yes {Sie sind} other {{name} ist}} Hauptansprechpartner von {agreement} und hat dem Erben zugestimmt.',
  'why.contact.notices-correspondent':
    '{isYou, select, yes {Sie sind} other {{name} ist}} Ansprechpartner für Mitteilungen von {agreement} und hat dem Erben zugestimmt.',
  'why.contact.online-access-contact':
    '{isYou, select, yes {Sie sind} other {{name} ist}} Ansprechpartner für Onlinezugriff von {agreement} und hat dem Erben zugestimmt.',
  'why.contact.former':
    '{isYou, select, yes {Sie haben} other {{name} hat}} die Rolle als Ansprechpartner von {agreement} geerbt.',
  'why.optedIn': 'Dem Erben von {agreement} zugestimmt',
  'why.optedIn.by': '{isYou, select, yes {Sie} other {{name}}}, {date}',
  'why.by': '{who}, {date}',
  'why.by.set-up': 'Eingerichtet von {who}, {date}',
  'why.by.registration': 'Registriert von {who}, {date}',
  'why.by.import': 'Importiert von {who}, {date}',
  'why.by.undo': 'Zurückgegeben von {who}, {date}',
  'why.by.contact-change': 'Durch eine Änderung der Ansprechpartner, {who}, {date}',
  'why.you': 'Sie',
  'why.system': 'Das System',
  'why.directory': 'Das Verzeichnis',
  'why.administrator': 'Ein Administrator',
  'why.reason': '„{reason}“',
  'why.counts': 'Gilt seit {date}',
  'why.until': 'Bis {date}',
  'why.change': 'Änderung vom {date} anzeigen',
  'why.not': 'Was nicht gilt',
  'why.not.past': 'Was nicht galt',
  'why.because.closed': 'Entzogen von {who}, {date}',
  'why.because.ended': 'Beendet am {date}',
  'why.because.user-not-found': 'Nicht im Verzeichnis',
  'why.because.provisioning-failed': 'Ein System, das davon wissen muss, hat abgelehnt',
  'why.because.provisioning': 'Wartet auf Systeme, die davon wissen müssen',
  'why.because.not-registered': 'Noch nicht registriert',
  'why.because.not-started': 'Beginnt am {date}',
  'why.if.keeps':
    'Wenn Sie {role} entfernen, {isYou, select, yes {behalten Sie} other {behält {name}}} {roles}{only, select, nobody {} you {, und Sie sind der einzige Administrator} other {, und {who} ist der einzige Administrator}}.',
  'why.if.loses':
    'Wenn Sie {role} entfernen, {isYou, select, yes {haben Sie} other {hat {name}}} hier keinen Zugriff{only, select, nobody {} you {, und Sie sind der einzige Administrator} other {, und {who} ist der einzige Administrator}}.',
  'why.if.waiting': 'Wenn Sie {role} entfernen, ändert sich hier sonst nichts.',
  'why.if.refused': '{role} kann nicht entfernt werden: Sonst könnte niemand diese Lizenz-ID verwalten.',
  'why.if.locked': 'Was geerbt ist, kann nur {name} in den Voreinstellungen abgeben.',
  'why.if.locked.you': 'Was geerbt ist, können Sie in den Voreinstellungen abgeben.',
};
