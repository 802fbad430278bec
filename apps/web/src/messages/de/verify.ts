import type { Translation } from '../translation.ts';

export const verifyMessages: Translation = {
  'verify.heading': 'Was sich ändert',
  'verify.list': 'Änderungen nach Person und Lizenz-ID',
  'verify.showUnchanged': 'Unveränderte Rollen anzeigen',
  'verify.checking': '{pairs, plural, one {# Zuweisung wird} other {# Zuweisungen werden}} geprüft',
  'verify.failed': 'Die Änderungen konnten nicht geprüft werden',
  'verify.back': 'Zurück',
  'verify.backToDraft': 'Zurück zum Entwurf',
  'verify.edit': 'Bearbeiten',
  'verify.editPerson': '{name} bearbeiten',

  'verify.empty.title': 'Es gibt keinen Entwurf zu prüfen',
  'verify.empty.body': 'Fügen Sie zuerst Personen, Verträge und Rollen hinzu.',
  'verify.empty.action': 'Benutzer Verträgen zuweisen',
  'verify.gap.title': 'Dieser Entwurf ist noch nicht prüfbar',

  'verify.mail.invitation': 'Erhält eine Einladung an {to}',
  'verify.mail.permission-change': 'Erhält eine E-Mail über geänderte Berechtigungen',
  'verify.mail.permission-changeAt': 'Erhält eine E-Mail über geänderte Berechtigungen an {to}',
  'verify.mail.none': 'Erhält keine E-Mail',
  'verify.mail.newBusinessEmail': 'Neue geschäftliche E-Mail: {businessEmail}',
  'verify.noChange': 'Keine Änderung',
  'verify.noChangeHere': 'Keine Rollenänderungen',

  'verify.summary': 'Zusammenfassung',
  'verify.summary.added': 'Hinzugefügte Rollen',
  'verify.summary.removed': 'Entzogene Rollen',
  'verify.summary.people': 'Personen',
  'verify.summary.emails': 'E-Mails',
  'verify.summary.when': 'Wirksam, sobald Sie speichern oder die Person sich registriert.',

  'verify.emails': 'E-Mails',
  'verify.emails.none': 'Diese Änderung sendet keine E-Mail.',
  'verify.emails.invitation': 'Einladung an {to}',
  'verify.emails.permission-change': 'Geänderte Berechtigungen an {to}',
  'verify.emails.more':
    '{count, plural, one {# weitere E-Mail, bei der Person genannt} other {# weitere E-Mails, bei den Personen genannt}}',

  'verify.checks': 'Prüfungen',
  'verify.checks.none': 'Keine Probleme gefunden',
  'verify.level.blocking': 'Verhindert das Speichern',
  'verify.level.warning': 'Warnung',
  'verify.level.information': 'Hinweis',
  'verify.level.good': 'Gut',
  'verify.check.last-administrator': '{licenseIds} bliebe ohne Administrator',
  'verify.check.last-administrator.body':
    'Behalten Sie einen, oder benennen Sie jemanden, der sich registriert hat. Wer nur eingeladen ist, zählt nicht.',
  'verify.check.role-inherited':
    '{people} {count, plural, one {erbt} other {erben}} eine Rolle auf {licenseIds}',
  'verify.check.role-inherited.body':
    'Nur die Person selbst kann sie in den Voreinstellungen abgeben. Nehmen Sie sie aus dem Entwurf.',
  'verify.check.assignment-in-progress': 'Eine frühere Änderung für {people} wird noch angewendet',
  'verify.check.assignment-in-progress.body':
    'Das dauert meist Sekunden. Prüfen Sie dann erneut, oder speichern Sie nur, was Rollen entzieht: Das geht ohne Warten.',
  'verify.check.drops-to-one-administrator':
    '{licenseIds} {count, plural, one {hat} other {haben}} danach nur noch einen Administrator',
  'verify.check.drops-to-one-administrator.body':
    'Benennen Sie für jede Lizenz-ID mindestens eine Vertretung.',
  'verify.check.administrator-pending':
    '{people} {count, plural, one {verwaltet} other {verwalten}} {licenseIds} nach der Registrierung',
  'verify.check.administrator-pending.body': 'Bis dahin darf niemand zu ihren Gunsten zurücktreten.',
  'verify.check.gains-second-administrator':
    '{licenseIds} {count, plural, one {erhält} other {erhalten}} einen zweiten Administrator',
  'verify.check.gains-second-administrator.body':
    'Damit {count, plural, one {entfällt ein Risiko} other {entfallen # Risiken}} durch einen einzigen Administrator.',
  'verify.check.keep': '{name} als Administrator von {licenseId} behalten',

  'verify.reason': 'Grund (optional)',
  'verify.reason.hint':
    'Wird mit der Änderung aufbewahrt, höchstens 500 Zeichen. Die Personen erfahren ihn nicht.',

  'verify.bar.hold':
    '{count, plural, =0 {Diese Änderung sendet keine E-Mail.} one {Die E-Mail wartet nach dem Speichern {seconds, plural, one {# Sekunde} other {# Sekunden}}, sodass Sie alles rückgängig machen können.} other {E-Mails warten nach dem Speichern {seconds, plural, one {# Sekunde} other {# Sekunden}}, sodass Sie alles rückgängig machen können.}}',
  'verify.bar.saving':
    '{count, plural, one {# Rollenänderung wird} other {# Rollenänderungen werden}} gespeichert',
  'verify.save': '{count, plural, one {# Rollenänderung} other {# Rollenänderungen}} speichern',
  'verify.saveBusinessEmails':
    '{count, plural, one {# geschäftliche E-Mail} other {# geschäftliche E-Mails}} speichern',
  'verify.save.again': 'Erneut versuchen',
  'verify.nothing': 'Es würde sich nichts ändern: Alle haben diese Rollen bereits.',
  'verify.blocked': 'Speichern ist nicht möglich: {check}.',
  'verify.checkingAgain': 'Die Änderungen werden geprüft.',

  'verify.stale.title': 'Jemand hat dies geändert, während Sie bearbeitet haben.',
  'verify.stale.by': '{actor} hat {licenseIds} für {name} geändert.',
  'verify.stale.person': '{name} wurde geändert.',
  'verify.stale.more':
    '{count, plural, one {# weitere Person ebenfalls.} other {# weitere Personen ebenfalls.}}',
  'verify.stale.body':
    'Behalten Sie Ihre Wünsche, die dann mit dem jetzigen Stand verglichen werden, oder deren Stand.',
  'verify.stale.first': 'Entscheiden Sie vor dem Speichern, wessen Stand bleibt.',
  'verify.stale.done': 'Die Liste unten vergleicht Ihren Entwurf mit dem jetzigen Stand.',
  'verify.stale.failed': 'Der jetzige Stand konnte nicht gelesen werden. Der Entwurf bleibt erhalten.',

  'verify.problem.kept': 'Es wurde nichts gespeichert. Der Entwurf bleibt erhalten.',
  'verify.problem.unavailable': 'Der Server ist derzeit nicht verfügbar.',
  'verify.problem.unknown':
    'Es kam keine Antwort, daher ist unbekannt, ob gespeichert wurde. Ein erneuter Versuch kann nicht doppelt speichern.',
  'verify.problem.last-administrator':
    'Jemand anderes hat inzwischen die Administratoren geändert: {licenseIds} hätte keinen mehr.',
  'verify.problem.assignment-in-progress':
    'Für eine Person darin wird noch eine frühere Änderung angewendet. Das dauert meist Sekunden.',
  'verify.problem.licenseIds': 'Sie verwalten {licenseIds} nicht mehr.',
  'verify.problem.removeLicenseIds':
    '{count, plural, one {Lizenz-ID} other {Lizenz-IDs}} aus dem Entwurf entfernen',

  'verify.filter': 'Anzeigen',
  'verify.filter.all': 'Alle',
  'verify.filter.added': 'Hinzugefügt',
  'verify.filter.removed': 'Entfernt',
  'verify.filter.unchanged': 'Unverändert',
  'verify.filter.none.all': 'Keine Rollenänderungen',
  'verify.filter.none.added': 'Es kommt keine Rolle hinzu',
  'verify.filter.none.removed': 'Es wird keine Rolle entfernt',
  'verify.filter.none.unchanged': 'Jede Lizenz-ID im Entwurf ändert sich',
  'verify.removalsFirst': 'Personen, die Rollen verlieren, stehen zuerst.',
  'verify.rescheduled': '{role} {now} (bisher: {before})',
  'verify.staysInherited': 'Administrator bleibt, geerbt von {agreement}',
  'verify.plan': 'Änderungsplan herunterladen (CSV)',
  'verify.plan.person': 'Person',
  'verify.plan.signInEmail': 'Anmelde-E-Mail',
  'verify.plan.licenseId': 'Lizenz-ID',
  'verify.plan.contract': 'Vertrag',
  'verify.plan.added': 'Hinzugefügte Rollen',
  'verify.plan.removed': 'Entfernte Rollen',
  'verify.plan.rescheduled': 'Rollen mit anderen Tagen',
  'verify.plan.kept': 'Unveränderte Rollen',
  'verify.plan.email': 'E-Mail an',
  'verify.check.outside': '{people} {count, plural, one {ist} other {sind}} nicht in Ihrem Verzeichnis',
  'verify.check.outside.body':
    'Der Zugriff endet nicht mit einem Konto dort: Entfernen Sie ihn hier, wenn er nicht mehr gebraucht wird.',
  'verify.stale.keepMine': 'Meine behalten',
  'verify.stale.keepTheirs': 'Deren Stand behalten',
  'verify.stale.clash': '{name} auf {licenseId}: jetzt {theirs}; mit Ihren {mine}',
  'verify.stale.noRoles': 'keine Rollen',
};
