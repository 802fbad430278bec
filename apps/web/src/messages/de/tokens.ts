import type { Translation } from '../translation.ts';

export const tokensMessages: Translation = {
  'tokens.lead':
    'Mit einem Token handelt ein Programm oder die Befehlszeile in {organization} für Sie, mit Ihren Rechten und nicht mehr.',
  'tokens.documentation': 'API-Dokumentation',
  'tokens.list': 'API-Token',
  'tokens.create': 'Token erstellen',
  'tokens.column.name': 'Name',
  'tokens.column.scopes': 'Erlaubt',
  'tokens.column.created': 'Erstellt',
  'tokens.column.expires': 'Läuft ab',
  'tokens.column.lastUsed': 'Zuletzt verwendet',
  'tokens.column.actions': 'Aktionen',
  'tokens.expired': 'Abgelaufen am {date}',
  'tokens.neverUsed': 'Nie',
  'tokens.card':
    'Läuft ab am {expires}. {used, select, never {Nie verwendet.} other {Zuletzt verwendet: {used}.}}',
  'tokens.card.expired':
    'Abgelaufen am {expires}. {used, select, never {Nie verwendet.} other {Zuletzt verwendet: {used}.}}',
  'tokens.revoke': 'Widerrufen',
  'tokens.revoke.of': '{name} widerrufen',
  'tokens.empty': 'Noch keine Token',
  'tokens.empty.body':
    'Erstellen Sie für jedes Programm ein eigenes, damit Sie es einzeln widerrufen können.',
  'tokens.error': 'Ihre Token konnten nicht geladen werden',

  'tokens.scope.read': 'Lesen',
  'tokens.scope.read.body': 'Sehen, was Sie sehen können.',
  'tokens.scope.write': 'Schreiben',
  'tokens.scope.write.body': 'Ändern, was Sie ändern können: Zuweisungen, Personen und Einladungen.',
  'tokens.scope.access:check': 'Zugriff prüfen',
  'tokens.scope.access:check.body':
    'Fragen, ob jemand auf Lizenz-IDs, die Sie verwalten, etwas tun darf. Lesen erlaubt das auch.',

  'tokens.new.name': 'Name',
  'tokens.new.name.hint': 'Wofür es ist, etwa „Monatsbericht“.',
  'tokens.new.name.missing': 'Geben Sie ihm einen Namen, damit Sie später wissen, was Sie widerrufen.',
  'tokens.new.name.long': 'Verwenden Sie höchstens 200 Zeichen.',
  'tokens.new.scopes': 'Was es erlaubt',
  'tokens.new.scopes.missing': 'Wählen Sie mindestens eines aus.',
  'tokens.new.expires': 'Läuft ab',
  'tokens.new.expires.option': 'In {days, number} Tagen, am {date}',
  'tokens.new.failed': 'Das Token wurde nicht erstellt.',

  'tokens.made': 'Kopieren Sie das Token „{name}“ jetzt',
  'tokens.made.body':
    'Es wird nur dieses eine Mal angezeigt. Wer es hat, kann für Sie handeln: Bewahren Sie es wie ein Kennwort auf.',
  'tokens.made.label': 'Token',
  'tokens.made.copy': 'Token kopieren',
  'tokens.made.done': 'Ich habe es kopiert',

  'tokens.try': 'Ausprobieren',
  'tokens.try.body': 'Setzen Sie das Token in MUNIMENT_TOKEN und fragen Sie dann, wer Sie sind:',
  'tokens.try.copy': 'Befehl kopieren',

  'tokens.revoke.title': '„{name}“ widerrufen?',
  'tokens.revoke.body':
    'Programme, die es verwenden, werden sofort abgewiesen. Es lässt sich nicht wiederherstellen.',
  'tokens.revoke.confirm': 'Token widerrufen',
  'tokens.revoke.done': 'Token „{name}“ widerrufen',
  'tokens.revoke.failed': 'Das Token wurde nicht widerrufen',
};
