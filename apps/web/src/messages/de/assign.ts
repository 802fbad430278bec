import type { Translation } from '../translation.ts';

export const assignMessages: Translation = {
  'assign.step.people': 'Personen',
  'assign.step.contracts': 'Verträge',
  'assign.step.roles': 'Rollen',
  'assign.step.verify': 'Prüfen und speichern',

  'assign.draft.savedNow': 'Entwurf gerade gespeichert',
  'assign.draft.savedMinutes': 'Entwurf vor {minutes, plural, one {# Minute} other {# Minuten}} gespeichert',
  'assign.draft.savedAt': 'Entwurf gespeichert: {time}',
  'assign.draft.notKept.title': 'Dieser Entwurf wird nur in diesem Tab aufbewahrt.',
  'assign.draft.notKept.body':
    'Der Speicher dieses Browsers ist voll oder ausgeschaltet. Speichern Sie, bevor Sie den Tab schließen.',
  'assign.draft.close': 'Entwurf speichern und schließen',
  'assign.draft.closed': 'Entwurf auf diesem Gerät aufbewahrt',
  'assign.draft.closedBody': 'Öffnen Sie „Benutzer zuweisen“, um fortzufahren.',
  'assign.draft.discard': 'Entwurf verwerfen',
  'assign.draft.discarded': 'Entwurf verworfen',
  'assign.draft.discardedBody':
    'Er enthielt {people, plural, one {# Person} other {# Personen}} und {pairs, plural, =0 {keine Lizenz-IDs} one {# Zuweisung} other {# Zuweisungen}}. Was gespeichert ist, ändert sich nicht.',
  'assign.draft.undo': 'Rückgängig',
  'assign.draft.restored': 'Der Entwurf ist wieder da.',
  'assign.draft.unfinished': 'Sie haben einen unfertigen Entwurf',
  'assign.draft.unfinishedBody':
    'Er enthält {names} mit {pairs, plural, =0 {keinen Lizenz-IDs} one {# Zuweisung} other {# Zuweisungen}} und wurde zuletzt geändert: {when}. Der Link würde {added, plural, one {# Person} other {# Personen}} hinzufügen.',
  'assign.draft.continue': 'Entwurf fortsetzen',
  'assign.draft.join': 'Zum Entwurf hinzufügen',
  'assign.draft.anew': 'Neu beginnen',
  'assign.draft.anewHint':
    'Neu beginnen verwirft {pairs, plural, =0 {den Entwurf} one {# Zuweisung} other {# Zuweisungen}} von {people, plural, one {# Person} other {# Personen}}. Das lässt sich rückgängig machen.',

  'assign.empty.title': 'In diesem Entwurf ist noch niemand',
  'assign.empty.body':
    'Fügen Sie die Personen hinzu, die Rollen erhalten sollen. Vor dem Speichern wird nichts gesendet.',
  'assign.empty.action': 'Benutzer hinzufügen',
  'assign.people.count': '{count, plural, one {# Person} other {# Personen}}',
  'assign.people.list': 'Personen und ihre Lizenz-IDs',
  'assign.people.edit': 'Benutzer hinzufügen oder bearbeiten',

  'assign.person.licenseIds': '{count, plural, =0 {Keine Lizenz-IDs} one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'assign.person.change':
    '{added, plural, one {# Rolle hinzugefügt} other {# Rollen hinzugefügt}}, {removed} entzogen',
  'assign.person.added': '+{count, number}',
  'assign.person.removed': '−{count, number}',
  'assign.person.mailTo': '{signInEmail} · E-Mails gehen an {businessEmail}',
  'assign.person.menu': 'Mehr für {name}',
  'assign.person.edit': 'Name und E-Mail bearbeiten',
  'assign.person.copyToAll':
    '{count, plural, one {Der anderen Person} other {Den # anderen}} dieselben Lizenz-IDs und Rollen geben',
  'assign.person.copyAccess': 'Zugriff von einer anderen Person kopieren',
  'assign.people.copyAccess': 'Zugriff kopieren',
  'assign.people.csv': 'CSV hochladen',
  'assign.csvReport.title':
    '{taken, number} von {total, plural, one {# Zeile} other {# Zeilen}} aus {name} sind im Entwurf.',
  'assign.csvReport.body':
    '{count, plural, =0 {Keine wurde ausgelassen.} one {# Zeile wurde nicht übernommen.} other {# Zeilen wurden nicht übernommen.}}',
  'assign.csvReport.show': 'Bericht anzeigen',
  'assign.person.copied':
    '{count, plural, one {# Person hat} other {# Personen haben}} jetzt die Lizenz-IDs und Rollen von {name}.',
  'assign.person.remove': 'Aus dem Entwurf entfernen',
  'assign.person.removed.status': '{name} wurde aus dem Entwurf entfernt.',
  'assign.person.noLicenseIds':
    'Noch keine Lizenz-IDs. Fügen Sie die Verträge hinzu, auf denen {name} Rollen haben soll.',
  'assign.person.addHeld':
    '{count, plural, one {Die Lizenz-ID} other {Die # Lizenz-IDs}} mit vorhandenen Rollen hinzufügen',

  'assign.column.licenseId': 'Lizenz-ID',
  'assign.column.contract': 'Vertrag',
  'assign.column.roles': 'Rollen nach dem Speichern',
  'assign.column.ends': 'Endet',
  'assign.column.admins': 'Admins',
  'assign.license.noRoles': 'Noch keine Rollen',
  'assign.license.inheritedOnly': 'Bleibt geerbt',
  'assign.license.remove': '{licenseId} aus dem Entwurf von {name} entfernen',
  'assign.license.removed': '{licenseId} wurde aus dem Entwurf von {name} entfernt.',

  'assign.docked': 'Lizenz-IDs und Rollen von {name}',
  'assign.addContracts': 'Verträge hinzufügen',
  'assign.assignRoles': 'Rollen zuweisen',

  'assign.summary.nothing': 'Noch keine Rollenänderungen',
  'assign.summary.changes':
    '{added, plural, one {# Rolle hinzugefügt} other {# Rollen hinzugefügt}}, {removed, number} entzogen{rescheduled, plural, =0 {} one {, # mit anderem Zeitraum} other {, # mit anderem Zeitraum}}',
  'assign.summary.where': 'auf {licenseIds, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}.',
  'assign.summary.unsent': 'Vor dem Speichern wird nichts gesendet.',
  'assign.next.contracts': 'Weiter zu Verträgen',
  'assign.next.roles': 'Weiter zu Rollen',
  'assign.next.verify': 'Zuweisungen prüfen und speichern',

  'assign.gap.nobody': 'Fügen Sie zuerst Personen hinzu.',
  'assign.gap.licenseIds':
    '{name}{others, plural, =0 { hat} one { und # weitere Person haben} other { und # weitere Personen haben}} noch keine Lizenz-IDs. Fügen Sie Verträge hinzu, oder entfernen Sie {others, plural, =0 {die Person} one {sie} other {sie}} aus dem Entwurf.',
  'assign.gap.roles':
    '{name} hat auf {licenseIds} noch keine Rollen. Weisen Sie Rollen zu, oder entfernen Sie {count, plural, one {die Lizenz-ID} other {diese Lizenz-IDs}} aus dem Entwurf.',
  'assign.gap.rolesMore':
    '{name} hat auf {licenseIds} noch keine Rollen, und {others, plural, one {# weiterer Person fehlen} other {# weiteren Personen fehlen}} auch welche. Weisen Sie Rollen zu, oder entfernen Sie diese Lizenz-IDs aus dem Entwurf.',
  'assign.gap.andMore': '{count, plural, one {# weitere} other {# weitere}}',
  'assign.gap.tooMany':
    'Dieser Entwurf enthält {pairs, number} Zuweisungen; eine Änderung umfasst höchstens {max, number}. Speichern Sie zuerst einen Teil davon.',

  'assign.prefill.failed': 'Nicht alles aus dem Link konnte hinzugefügt werden.',
  'assign.prefill.failedBody': 'Fügen Sie den Rest von Hand hinzu, oder öffnen Sie den Link erneut.',

  'assign.users.title': 'Benutzer hinzufügen oder bearbeiten',
  'assign.users.description':
    'Durchsuchen Sie Ihr Verzeichnis, fügen Sie E-Mails ein oder fügen Sie jemanden über die Anmelde-E-Mail hinzu.',
  'assign.users.description.none':
    'Suchen Sie hier bekannte Personen, fügen Sie E-Mails ein oder fügen Sie jemanden über die Anmelde-E-Mail hinzu.',
  'assign.users.search': 'Name oder E-Mail suchen',
  'assign.users.nobodyFound': 'Niemand gefunden. Fügen Sie die Person unten über die Anmelde-E-Mail hinzu.',
  'assign.users.searchFailed':
    'Die Suche hat nicht geantwortet. Tippen Sie erneut, um es noch einmal zu versuchen.',
  'assign.users.results': 'Gefundene Personen',
  'assign.users.added': '{name} hinzugefügt.',
  'assign.users.removed': '{name} herausgenommen.',
  'assign.users.merged':
    '{name} steht bereits in der Liste, daher wurden die beiden Einträge zusammengeführt.',
  'assign.users.foundInDirectory':
    '{name} ist mit dieser E-Mail in Ihrem Verzeichnis und wurde von dort hinzugefügt.',
  'assign.users.found': '{name} hat oder hatte hier bereits Rollen und wurde unter diesem Namen hinzugefügt.',
  'assign.users.list': 'Personen im Entwurf',
  'assign.users.none': 'Noch niemand.',
  'assign.users.external.found': '{email} · nicht in Ihrem Verzeichnis',
  'assign.users.external.open': 'Jemanden außerhalb Ihres Verzeichnisses hinzufügen',
  'assign.users.external.title': 'Jemand außerhalb Ihres Verzeichnisses',
  'assign.users.new.open': 'Jemanden per E-Mail hinzufügen',
  'assign.users.new.title': 'Neue Person',
  'assign.users.signInEmail': 'Anmelde-E-Mail',
  'assign.users.signInEmail.hint': 'Des Geschäfts-, Schul- oder Unikontos.',
  'assign.users.fullName': 'Voller Name',
  'assign.users.businessEmail': 'Geschäftliche E-Mail',
  'assign.users.businessEmail.hint': 'Wohin E-Mails gehen. Bleibt das Feld leer, ist es die Anmelde-E-Mail.',
  'assign.users.external.add': 'Zur Liste hinzufügen',
  'assign.users.edit': '{name} bearbeiten',
  'assign.users.remove': '{name} entfernen',
  'assign.users.done': 'Fertig',
  'assign.users.error.email': 'Geben Sie eine E-Mail-Adresse ein, etwa name@company.example.',
  'assign.users.error.name': 'Geben Sie den vollen Namen ein: Die Person ist hier nicht bekannt.',
  'assign.users.error.nameTooLong': 'Geben Sie einen Namen mit höchstens 200 Zeichen ein.',
  'assign.users.review': 'Prüfen und anwenden',
  'assign.users.reviewTitle': 'Benutzer prüfen',
  'assign.users.reviewDescription': 'Das ändert sich im Entwurf. Es wird noch nichts gesendet.',
  'assign.users.nothingChanged': 'Noch nichts geändert.',
  'assign.users.apply': 'Anwenden',
  'assign.users.back': 'Zurück',
  'assign.users.change.added': 'Hinzugefügt',
  'assign.users.change.edited': 'Bearbeitet',
  'assign.users.change.removed': 'Aus dem Entwurf entfernt',
  'assign.users.change.removedWith':
    'Mit {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} aus dem Entwurf entfernt',
  'assign.users.change.none': 'Keine Änderung',
  'assign.users.readFailed':
    'Was diese Personen heute haben, konnte nicht gelesen werden. Es wurde nichts angewendet.',

  'assign.contracts.description':
    'Für {name}. Sie sehen {count, plural, one {die # Lizenz-ID, die} other {die # Lizenz-IDs, die}} Sie verwalten.',
  'assign.contracts.tabs': 'Wege, Verträge hinzuzufügen',
  'assign.contracts.search.tab': 'Suchen und auswählen',
  'assign.contracts.paste.tab': 'Liste einfügen',
  'assign.contracts.search': 'Lizenz-ID, Vertrag, Programm oder Rahmenvertrag',
  'assign.contracts.count': '{available, number} verfügbar, {selected, number} ausgewählt',
  'assign.contracts.clear': 'Auswahl löschen',
  'assign.contracts.none': 'Keine Lizenz-ID gefunden',
  'assign.contracts.noneBody': 'Suchen Sie etwas anderes, oder löschen Sie die Suche.',
  'assign.contracts.clearSearch': 'Suche löschen',
  'assign.contracts.allAdded': 'Alle Lizenz-IDs, die Sie verwalten, sind im Entwurf von {name}',
  'assign.contracts.detail': '{program} · {agreement}',
  'assign.contracts.holds': 'Hat {roles}',
  'assign.contracts.oneAdmin': '{count, number}, nur ein Administrator',
  'assign.contracts.add': '{count, plural, =0 {Verträge} one {# Vertrag} other {# Verträge}} hinzufügen',
  'assign.contracts.nothingSelected': 'Wählen Sie zuerst Lizenz-IDs aus.',
  'assign.contracts.nothingPasted': 'Fügen Sie zuerst Lizenz-IDs ein.',
  'assign.contracts.forAll':
    'Auch für {count, plural, one {die andere Person} other {die # anderen}} in diesem Entwurf',
  'assign.contracts.loadFailed': 'Die Lizenz-IDs konnten nicht geladen werden',
  'assign.contracts.added': '{count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} für {name} hinzugefügt.',
  'assign.contracts.addFailed':
    'Was diese Personen heute haben, konnte nicht gelesen werden. Es wurde nichts hinzugefügt.',
  'assign.contracts.paste': 'Lizenz-IDs einfügen, eine pro Zeile oder direkt aus einer Tabelle',
  'assign.contracts.paste.hint': 'Leerzeichen und anderer Text werden ignoriert.',
  'assign.contracts.paste.found': '{count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} gefunden',
  'assign.contracts.paste.present': '{count, number} bereits hinzugefügt',
  'assign.contracts.paste.repeated': '{count, number} wiederholt',
  'assign.contracts.paste.unknown': '{count, number} nicht unter den IDs, die Sie verwalten',
  'assign.contracts.paste.problems': 'Zeilen, die nichts hinzufügen',
  'assign.contracts.paste.line': 'Zeile {line, number}',
  'assign.contracts.paste.line.present': '{licenseIds} bereits hinzugefügt',
  'assign.contracts.paste.line.repeated': '{licenseIds} steht weiter oben',
  'assign.contracts.paste.line.unknown': '{licenseIds} nicht unter den Lizenz-IDs, die Sie verwalten',
  'assign.contracts.paste.line.nothing': 'Keine Lizenz-ID gefunden',
  'assign.contracts.paste.moreLines': '{count, plural, one {# weitere Zeile} other {# weitere Zeilen}}',

  'assign.roles.title': 'Ausgewählten Verträgen Rollen zuweisen',
  'assign.roles.description': '{name} kann auf jeder Lizenz-ID andere Rollen haben.',
  'assign.roles.column': 'Rollen in der Volumenlizenzierung',
  'assign.roles.list': 'Lizenz-IDs von {name} mit Rollen',
  'assign.roles.rolesOn': 'Rollen auf {licenseId}',
  'assign.roles.none': 'Keine Rollen',
  'assign.roles.selectAll': 'Alle Lizenz-IDs auswählen',
  'assign.roles.select': '{licenseId} auswählen',
  'assign.roles.copy': 'Rolleneigenschaften von {licenseId} kopieren',
  'assign.roles.copyNothing': 'Auf {licenseId} sind keine Rollen zu kopieren',
  'assign.roles.paste': 'Rolleneigenschaften auf {licenseId} einfügen',
  'assign.roles.pasteNothing': 'Kopieren Sie zuerst die Rolleneigenschaften einer Lizenz-ID',
  'assign.roles.pasteSource': 'Die Rolleneigenschaften wurden von hier kopiert',
  'assign.roles.copiedFrom': 'Kopiert von {licenseId}',
  'assign.roles.pasteTo': 'Rolleneigenschaften auf {count, number} einfügen',
  'assign.roles.pasteToNone': 'Wählen Sie die Lizenz-IDs aus, auf die eingefügt werden soll.',
  'assign.roles.pasteToSelected': 'Rolleneigenschaften einfügen',
  'assign.roles.status.copied': 'Rolleneigenschaften von {licenseId} kopiert: {roles}.',
  'assign.roles.status.pasted':
    'Rolleneigenschaften auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} eingefügt.',
  'assign.roles.leftOut':
    'Sie können {roles} auf {licenseIds} nicht vergeben, daher wurde das dort ausgelassen.',
  'assign.roles.keys':
    '{copy} kopiert die aktuelle Zeile. {paste} fügt auf ihr oder auf allen ausgewählten ein.',
  'assign.roles.keys.copy': 'Strg C',
  'assign.roles.keys.paste': 'Strg V',
  'assign.roles.apply': 'Anwenden',
  'assign.roles.loadFailed': 'Die Rollen konnten nicht geladen werden',
  'assign.roles.applied': 'Rollen von {name} sind im Entwurf.',
};
