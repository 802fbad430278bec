import type { Translation } from '../translation.ts';

export const registerMessages: Translation = {
  'register.lead':
    '<b>{organization}</b> hat für Sie Rollen auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} der Volumenlizenzverträge mit {publisher}. Sie gelten, sobald Sie sich registrieren.',
  'register.contact.lead':
    'Sie sind als Ansprechpartner eines Volumenlizenzvertrags von <b>{organization}</b> mit {publisher} genannt. Registrieren Sie sich, um dessen Lizenz-ID zu verwalten: Dann entscheiden Sie, wer damit arbeiten darf.',
  'register.contact.forward': 'Soll jemand anderes sie verwalten?',
  'register.contact.forward.body':
    'Leiten Sie dieser Person die Einladungs-E-Mail weiter und registrieren Sie sich nicht. Wer sich über den Link anmeldet und registriert, wird an Ihrer Stelle Administrator. Jede Lizenz-ID hat eine eigene Einladung.',
  'register.instead.lead':
    'Sie werden Administrator einer Lizenz-ID von <b>{organization}</b> bei {publisher} und entscheiden, wer damit arbeiten darf.',
  'register.instead': 'Sie registrieren sich anstelle des Ansprechpartners.',
  'register.instead.body':
    'Diese Einladung ging an einen Ansprechpartner des Vertrags, der sie weiterleiten darf. Wenn Sie sich registrieren, verwalten Sie die Lizenz-ID und nicht der Ansprechpartner. Eine E-Mail teilt ihm mit, dass und wann sie registriert wurde.',
  'register.list': 'Was Sie registrieren',
  'register.list.more': '{count, plural, one {# weitere Lizenz-ID} other {# weitere Lizenz-IDs}} anzeigen',
  'register.period.from': '{role} ab {start}',
  'register.period.until': '{role} bis {end}',
  'register.period.fromUntil': '{role} von {start} bis {end}',
  'register.as': 'Sie registrieren sich als',
  'register.notYou': 'Das sind nicht Sie? Mit einem anderen Konto anmelden',
  'register.notYou.failed': 'Sie sind möglicherweise noch angemeldet.',
  'register.notYou.failed.body':
    'Der Server hat nicht geantwortet. Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut.',
  'register.act': '{count, plural, one {Registrieren} other {# Lizenz-IDs registrieren}}',
  'register.expires': 'Die Einladung ist gültig bis {date}.',
  'register.changed': 'Die Einladung hat sich geändert, während Sie sie gelesen haben.',
  'register.changed.body': 'Das bietet sie jetzt. Es ist noch nichts registriert.',
  'register.noAnswer': 'Der Server hat nicht geantwortet.',
  'register.noAnswer.body':
    'Prüfen Sie Ihre Verbindung und versuchen Sie es dann erneut. Nichts wird doppelt registriert.',
  'register.unavailable': 'Die Registrierung ist derzeit nicht verfügbar.',
  'register.unavailable.body': 'Es wurde nichts registriert. Versuchen Sie es in einer Minute erneut.',
  'register.failed': 'Sie sind nicht registriert.',

  'register.done.title': 'Sie sind registriert',
  'register.done.lead': 'Ihre Rollen bei <b>{organization}</b> sind registriert.',
  'register.done.may': 'Was Sie jetzt tun dürfen',
  'register.done.list': 'Wo',
  'register.done.go': 'Volumenlizenzierung öffnen',

  'register.may.administrator':
    'Berechtigungen anderer zuweisen, bearbeiten und entfernen und alles, was die anderen Rollen erlauben.',
  'register.may.licensing-info-viewer':
    'Vertragsdetails, Bestellungen und Vertragsschlüssel ansehen und Lizenzübersichten erstellen.',
  'register.may.product-download-manager': 'Verträge ansehen und lizenzierte Software herunterladen.',
  'register.may.product-keys-reader':
    'Verträge und Schlüssel ansehen und die Aktivierung und Einlösung von Onlinediensten verwalten.',
  'register.may.benefits-reader': 'Verträge ansehen und Ansprüche aus dem Home Use Program verwalten.',
  'register.may.online-services-manager':
    'Verträge und Bestellungen ansehen, Onlinedienste reservieren und aktivieren und Abonnements verwalten.',
  'register.may.invoice-reader': 'Verträge ansehen und Rechnungen auflisten und herunterladen.',

  'register.invitation-expired.title': 'Diese Einladung ist abgelaufen',
  'register.invitation-expired.body':
    'Sie wurde nicht rechtzeitig registriert. Bitten Sie die Person, die sie Ihnen geschickt hat, sie zurückzusetzen: Dann kommt eine neue E-Mail mit einem neuen Link.',
  'register.invitation-used.title': 'Diese Einladung ist bereits registriert',
  'register.invitation-used.body':
    'Wenn Sie selbst sie registriert haben, ist nichts mehr zu tun. Fragen Sie andernfalls die Person, die sie Ihnen geschickt hat.',
  'register.invitation-reset.title': 'Eine neuere Einladung hat diese ersetzt',
  'register.invitation-reset.body':
    'Öffnen Sie den Link in der neuesten Einladungs-E-Mail. Dieser Link funktioniert nicht mehr.',
  'register.invitation-not-found.title': 'Diese Einladung ist nicht bekannt',
  'register.invitation-not-found.body':
    'Der Link ist vielleicht nicht vollständig: Öffnen Sie ihn aus der E-Mail oder kopieren Sie ihn ganz. Wenn das nicht hilft, wurde die Einladung zurückgezogen: Fragen Sie die Person, die sie Ihnen geschickt hat.',
  'register.wrong-account.title': 'Diese Einladung ist für ein anderes Konto',
  'register.wrong-account.body':
    'Sie sind als <b>{email}</b> angemeldet. Melden Sie sich mit dem Konto an, das die Einladungs-E-Mail nennt.',
  'register.wrong-account.again': 'Mit einem anderen Konto anmelden',
  'register.too-many-requests.title': 'Es wurden zu viele Links versucht',
  'register.too-many-requests.body':
    'Warten Sie {minutes, plural, one {eine Minute} other {# Minuten}} und versuchen Sie es dann erneut. Die Einladung bleibt, wie sie ist.',
  'register.offline.title': 'Die Einladung konnte nicht geladen werden',
  'register.go': 'Zur Volumenlizenzierung',
};
