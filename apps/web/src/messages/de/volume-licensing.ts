import type { Translation } from '../translation.ts';

export const volumeLicensingMessages: Translation = {
  'overview.billing': 'Abrechnung',
  'overview.sole.title':
    'Sie sind der einzige Administrator auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'overview.sole.title.all': 'Sie sind der einzige Administrator',
  'overview.sole.body':
    'Wenn Sie nicht da sind, kann niemand sonst Rollen zuweisen, Lizenzen registrieren oder Zugriff wiederherstellen. Fügen Sie überall eine Vertretung hinzu.',
  'overview.sole.body.one':
    'Wenn Sie nicht da sind, kann niemand sonst Rollen zuweisen, Lizenzen registrieren oder Zugriff wiederherstellen. Eine Vertretung hinzuzufügen dauert eine Minute.',
  'overview.sole.add':
    '{count, plural, one {Zweiten Administrator hinzufügen} other {Zweite Administratoren hinzufügen}}',
  'overview.sole.list': 'Lizenz-IDs mit einem Administrator',
  'overview.sole.suggested': 'Vorschlag: {name}',
  'overview.sole.noSuggestion': 'Niemand sonst hat hier eine Rolle',
  'overview.sole.noneActive': 'Noch niemand Aktives vorzuschlagen',
  'overview.sole.people': '{count, plural, one {# Person nutzt sie} other {# Personen nutzen sie}}',
  'overview.sole.peopleOf': 'Personen auf {name}, Lizenz-ID {licenseId}',
  'overview.sole.more': '{count, number} weitere anzeigen',
  'overview.clear': 'Jede Lizenz-ID hat mindestens zwei Administratoren.',
  'overview.clear.one': 'Ihre Lizenz-ID hat mindestens zwei Administratoren.',

  'overview.roles': 'Rollenzuweisungen',
  'overview.scope':
    '{people, plural, one {# Person} other {# Personen}} auf {licenseIds, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'overview.assign': 'Benutzer Verträgen zuweisen',
  'overview.assign.about': 'Personen hinzufügen und ihnen Rollen geben',
  'overview.manage': 'Rollenzuweisungen verwalten',
  'overview.manage.about': 'Sehen oder ändern, wer was tun darf',
  'overview.count.invitation-sent': '{count, plural, one {Offene Einladung} other {Offene Einladungen}}',
  'overview.count.invitation-expired':
    '{count, plural, one {Abgelaufene Einladung} other {Abgelaufene Einladungen}}',
  'overview.count.assignment-in-progress':
    '{count, plural, one {Laufende Zuweisung} other {Laufende Zuweisungen}}',
  'overview.count.failed':
    '{count, plural, one {Fehlgeschlagene Zuweisung} other {Fehlgeschlagene Zuweisungen}}',
  'overview.count.user-not-found': 'Nicht im Verzeichnis',
};
