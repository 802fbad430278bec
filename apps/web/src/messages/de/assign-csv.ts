import type { Translation } from '../translation.ts';

export const assignCsvMessages: Translation = {
  'assign.csv.title': 'CSV-Datei hochladen',
  'assign.csv.description': 'Ihre Zeilen kommen in den Entwurf. Nichts wird gespeichert, bevor Sie prüfen.',
  'assign.csv.choose': 'Datei wählen',
  'assign.csv.chooseOther': 'Andere Datei wählen',
  'assign.csv.drop': 'oder hierher ziehen',
  'assign.csv.limits':
    'CSV, bis zu 10.000 Zeilen und 10 MB, in UTF-8, UTF-16 oder so, wie Ihre Tabelle sie speichert.',
  'assign.csv.template': 'Vorlage herunterladen',
  'assign.csv.columns': 'Spalten',
  'assign.csv.columnsHint':
    'Die erste Zeile nennt sie, in beliebiger Reihenfolge. Andere übliche Namen werden verstanden, andere Spalten bleiben unbeachtet.',
  'assign.csv.column.signInEmail': 'Des Geschäfts-, Schul- oder Unikontos. Erforderlich.',
  'assign.csv.column.displayName': 'Erforderlich für Personen, die hier noch nicht bekannt sind.',
  'assign.csv.column.businessEmail': 'Wohin Post geht. Bleibt sie leer, ist es die Anmelde-E-Mail.',
  'assign.csv.column.licenseId': 'Eine, die Sie verwalten, mit oder ohne Leerzeichen. Erforderlich.',
  'assign.csv.column.roles':
    'Eine oder mehrere, durch Semikolons getrennt. Eine Person kann mehrere Zeilen zu einer Lizenz-ID haben. Erforderlich.',
  'assign.csv.reading': '{name} wird gelesen',
  'assign.csv.progress': '{done, number} von {total, number} Zeilen',
  'assign.csv.lookingUp': 'Personen werden nachgeschlagen: {done, number} von {total, number}',
  'assign.csv.fault.too-large':
    '{name} ist größer als 10 MB. Teilen Sie die Datei und laden Sie die Teile einzeln hoch.',
  'assign.csv.fault.unreadable': '{name} konnte nicht gelesen werden. Wählen Sie die Datei noch einmal.',
  'assign.csv.fault.empty': '{name} ist leer.',
  'assign.csv.fault.no-rows': '{name} hat keine Zeilen unter der Zeile mit den Spaltennamen.',
  'assign.csv.fault.columns':
    '{name} fehlt {count, plural, one {die Spalte} other {die Spalten}} {columns}. Die erste Zeile muss die Spalten nennen.',
  'assign.csv.fault.lookup':
    'Die Personen in {name} konnten nicht nachgeschlagen werden. Nichts wurde hinzugefügt.',
  'assign.csv.safe': 'Der Entwurf ist unverändert.',
  'assign.csv.retry': 'Erneut versuchen',
  'assign.csv.taken':
    '{taken, number} von {total, plural, one {# Zeile} other {# Zeilen}} können übernommen werden',
  'assign.csv.people':
    '{people, plural, one {# Person} other {# Personen}} auf {licenseIds, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'assign.csv.noneTaken': 'Keine Zeile kann übernommen werden. Die Gründe stehen unten.',
  'assign.csv.leftOut': 'Zeilen, die nicht übernommen werden',
  'assign.csv.line': 'Zeile {line, number}',
  'assign.csv.reason.surplus': 'Mehr Zellen als Spalten',
  'assign.csv.reason.email-missing': 'Keine Anmelde-E-Mail',
  'assign.csv.reason.email': '„{detail}“ ist keine E-Mail-Adresse',
  'assign.csv.reason.business-email': '„{detail}“ ist keine E-Mail-Adresse (geschäftliche E-Mail)',
  'assign.csv.reason.name-missing': '{detail} ist hier nicht bekannt: Ein Anzeigename ist nötig',
  'assign.csv.reason.name-too-long': 'Der Anzeigename ist länger als 200 Zeichen',
  'assign.csv.reason.license-missing': 'Keine Lizenz-ID',
  'assign.csv.reason.license': '{detail} gehört nicht zu den Lizenz-IDs, die Sie verwalten',
  'assign.csv.reason.role-missing': 'Keine Rolle',
  'assign.csv.reason.role': 'Es gibt keine Rolle „{detail}“',
  'assign.csv.reason.role-not-there': 'Sie können {detail} auf dieser Lizenz-ID nicht vergeben',
  'assign.csv.reason.too-many':
    'Eine Änderung fasst höchstens 10.000 Zuweisungen: Speichern Sie diese zuerst',
  'assign.csv.mode': 'Rollen, die diese Personen dort schon haben',
  'assign.csv.mode.add': 'Behalten und die der Datei hinzufügen',
  'assign.csv.mode.replace': 'Durch die der Datei ersetzen',
  'assign.csv.add': '{count, plural, one {# Zeile} other {# Zeilen}} in den Entwurf übernehmen',
  'assign.csv.nothingToAdd': 'Es gibt keine Zeile zu übernehmen.',
  'assign.csv.added': '{count, plural, one {# Zeile} other {# Zeilen}} von {name} sind im Entwurf.',
  'assign.csv.report': 'Bericht herunterladen',
  'assign.csv.report.line': 'Zeile',
  'assign.csv.report.outcome': 'Ergebnis',
  'assign.csv.report.reason': 'Grund',
  'assign.csv.report.taken': 'Übernommen',
  'assign.csv.report.notTaken': 'Nicht übernommen',
  'assign.csv.kept.body':
    '{count, plural, =0 {Keine wurde ausgelassen.} one {# Zeile wurde nicht übernommen.} other {# Zeilen wurden nicht übernommen.}}',
  'assign.csv.kept.description': 'Der Bericht zu {name}, hochgeladen: {when}.',
  'assign.csv.kept.dismiss': 'Bericht schließen',
};
