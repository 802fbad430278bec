import type { Translation } from '../translation.ts';

export const whyMessages: Translation = {
  'why.open': 'Warum?',
  'why.hide': 'Ausblenden',
  'why.of': '{what} {name} {licenseId}',
  'why.error': 'Es konnte nicht erklärt werden.',

  'why.assigned': '{count, plural, one {Direkt zugewiesen.} other {Direkt zugewiesen, in # Schritten.}}',
  'why.inherited': 'Vom Rahmenvertrag geerbt.',
  'why.both': 'Zugewiesen und geerbt.',
  'why.nothing': 'Hier gilt jetzt nichts.',
  'why.nothing.past': 'Hier galt damals nichts.',
  'why.contact.primary-contact':
    '{isYou, select, yes {Sie sind} other {{name} ist}} Hauptansprechpartner von {agreement}, mit Zustimmung zur Vererbung.',
  'why.contact.notices-correspondent':
    '{isYou, select, yes {Sie sind} other {{name} ist}} Ansprechpartner für Mitteilungen von {agreement}, mit Zustimmung zur Vererbung.',
  'why.contact.online-access-contact':
    '{isYou, select, yes {Sie sind} other {{name} ist}} Ansprechpartner für Onlinezugriff von {agreement}, mit Zustimmung zur Vererbung.',
  'why.contact.former':
    '{isYou, select, yes {Sie haben} other {{name} hat}} die Rolle als Ansprechpartner von {agreement} geerbt.',
  'why.optedIn': 'Zustimmung, von {agreement} zu erben',
  'why.optedIn.by': '{isYou, select, yes {Sie} other {{name}}}, {date}',

  'why.by': '{who}, {date}',
  'why.by.set-up': 'Eingerichtet von {who}, {date}',
  'why.by.registration': 'Registriert von {who}, {date}',
  'why.by.import': 'Importiert von {who}, {date}',
  'why.by.undo': 'Zurückgegeben von {who}, {date}',
  'why.by.contact-change': 'Durch einen Wechsel des Ansprechpartners, {who}, {date}',
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
    'Wenn Sie {role} entziehen, {isYou, select, yes {behalten Sie} other {behält {name}}} {roles}{only, select, nobody {} you {, und Sie werden der einzige Administrator} other {, und {who} wird der einzige Administrator}}.',
  'why.if.loses':
    'Wenn Sie {role} entziehen, {isYou, select, yes {haben Sie} other {hat {name}}} hier keinen Zugriff{only, select, nobody {} you {, und Sie werden der einzige Administrator} other {, und {who} wird der einzige Administrator}}.',
  'why.if.waiting': 'Wenn Sie {role} entziehen, ändert sich hier sonst nichts.',
  'why.if.refused': '{role} kann nicht entzogen werden: Niemand sonst könnte diese Lizenz-ID verwalten.',
  'why.if.locked': 'Um Geerbtes zu beenden, gibt {name} es in den Voreinstellungen ab.',
  'why.if.locked.you': 'Um Geerbtes zu beenden, geben Sie es in den Voreinstellungen ab.',
};
