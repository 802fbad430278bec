/** Every text of the mails in German, by the ids of `en.ts`. */
export const de: Readonly<Record<string, string>> = {
  'subject.invitation': 'Aktion erforderlich: Melden Sie sich an, um Ihre Volumenlizenzen zu verwalten',
  'subject.permissionChange': 'Geänderte Berechtigungen für Volumenlizenzverträge mit {publisher}',
  'subject.contactRegistered': 'Ihre Einladung zur Volumenlizenzierung wurde registriert',
  'subject.contactChanged':
    'Ein Ansprechpartner Ihrer Volumenlizenzverträge mit {publisher} hat sich geändert',
  'subject.ticketAnswer': 'Antwort auf Ihr Ticket {reference} zur Volumenlizenzierung von {publisher}',
  'subject.feedbackAnswer': 'Antwort auf Ihr Feedback zur Volumenlizenzierung von {publisher}',

  masthead: '{publisher} Volumenlizenzierung',
  greeting: 'Guten Tag {name},',
  'footer.automatic':
    'Dies ist eine automatische Nachricht zu den Volumenlizenzverträgen von {organization} mit {publisher}. Antworten darauf werden nicht gelesen.',
  'footer.answer':
    'Sie haben {publisher} als Mitglied von {organization} geschrieben. Antworten auf diese Nachricht werden nicht gelesen.',
  'link.lead': '{label}:',
  'link.instead': 'Wenn die Schaltfläche nicht funktioniert, kopieren Sie diese Adresse in Ihren Browser:',
  roles: 'Rollen: {roles}',

  'invitation.preheader':
    '{organization} hat Rollen für Sie auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}. Registrieren Sie sich bis {expiresAt}.',
  'invitation.heading': 'Registrieren Sie Ihre Rollen in der Volumenlizenzierung',
  'invitation.lead':
    '{organization} hat für Sie Rollen auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} der Verträge mit {publisher}. Sie gelten, sobald Sie sich anmelden und registrieren.',
  'invitation.button': 'Anmelden und registrieren',
  'invitation.account':
    'Melden Sie sich als {signInEmail} an: Kein anderes Konto kann diese Einladung registrieren. Sie ist gültig bis {expiresAt}.',
  'invitation.list': 'Was Sie registrieren',
  'invitation.unexpected':
    'Wenn Sie diese Nachricht nicht erwartet haben, ignorieren Sie sie: Ohne Ihre Registrierung wird nichts wirksam.',

  'contactInvitation.preheader':
    'Sie sind Ansprechpartner für die Lizenz-ID {licenseId} von {organization}. Registrieren Sie sich oder leiten Sie diese Nachricht weiter, bis {expiresAt}.',
  'contactInvitation.heading': 'Registrieren Sie sich als Administrator der Lizenz-ID {licenseId}',
  'contactInvitation.lead':
    'Sie sind als Ansprechpartner eines Volumenlizenzvertrags von {organization} mit {publisher} genannt. Melden Sie sich an und registrieren Sie sich, um dessen Lizenz-ID zu verwalten: Dann entscheiden Sie, wer damit arbeiten darf.',
  'contactInvitation.expiry': 'Die Einladung ist gültig bis {expiresAt}.',
  'contactInvitation.forward.heading': 'Soll jemand anderes sie verwalten?',
  'contactInvitation.forward':
    'Leiten Sie dieser Person diese Nachricht weiter, statt sich zu registrieren. Wer sich über den Link anmeldet und registriert, wird an Ihrer Stelle Administrator der Lizenz-ID {licenseId}.',
  'contactInvitation.forward.each':
    'Jede Lizenz-ID hat eine eigene Einladung: Leiten Sie sie für jede Lizenz-ID einzeln weiter, die Sie nicht verwalten möchten.',
  'contactInvitation.forward.registered':
    'Nachdem Sie sich registriert haben, kann diese Einladung nicht mehr weitergeleitet werden. Sie übergeben dann, indem Sie einen anderen Administrator zuweisen.',

  'permissionChange.preheader':
    'Ihre Rollen auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} von {organization} haben sich geändert.',
  'permissionChange.heading': 'Ihre Berechtigungen haben sich geändert',
  'permissionChange.lead':
    'Ihre Rollen in der Volumenlizenzierung haben sich auf {count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}} von {organization} geändert. Sie müssen sich nicht erneut registrieren.',
  'permissionChange.list': 'Was sich geändert hat',
  'permissionChange.added': 'Hinzugefügt: {roles}',
  'permissionChange.removed': 'Entfernt: {roles}',
  'permissionChange.rescheduled': 'Neuer Zeitraum: {roles}',
  'permissionChange.button': 'Volumenlizenzierung öffnen',
  'permissionChange.help':
    'Wenn Sie das für einen Fehler halten, fragen Sie den Partner, der den Vertrag verkauft hat. Einkauf, Finanzabteilung oder IT wissen möglicherweise, wer das ist.',

  'contactRegistered.preheader':
    'Jemand hat die Lizenz-ID {licenseId} von {organization} mit der Einladung registriert, die an Sie gesendet wurde.',
  'contactRegistered.heading': 'Die Lizenz-ID {licenseId} wurde registriert',
  'contactRegistered.lead':
    'Sie wurden als Ansprechpartner des Vertrags mit {publisher} eingeladen, eine Lizenz-ID von {organization} zu verwalten. Die Einladung wurde am {registeredAt} registriert, und wer sie registriert hat, verwaltet nun die Lizenz-ID.',
  'contactRegistered.forwarded': 'Wenn Sie die Einladung weitergeleitet haben, müssen Sie nichts tun.',
  'contactRegistered.notForwarded':
    'Wenn Sie sie nicht weitergeleitet haben, wenden Sie sich an den Partner, der den Vertrag eingerichtet hat.',

  'contact.primary-contact': 'Hauptansprechpartner',
  'contact.notices-correspondent': 'Ansprechpartner für Mitteilungen',
  'contact.online-access-contact': 'Ansprechpartner für Onlinezugriff',
  'contact.bill-to-contact': 'Rechnungsempfänger',
  'contactChanged.preheader': 'Geänderter Kontakt eines Vertrags von {organization}: {contact}.',
  'contactChanged.heading': 'Ein Ansprechpartner hat sich geändert',
  'contactChanged.lead':
    'Der Partner von {organization} hat einen Kontakt ({contact}) {count, plural, one {einer Lizenz-ID} other {von # Lizenz-IDs}} geändert, die Sie verwalten.',
  'contactChanged.now': 'Neuer Kontakt ({contact}): {name} ({email}).',
  'contactChanged.roles': 'Niemand erhält oder verliert dadurch eine Rolle, und niemand wurde eingeladen.',
  'contactChanged.wrong':
    'Wenn das ein Fehler ist, wenden Sie sich an den Partner: Ansprechpartner ändern sich nur über ihn.',

  'supportAnswer.preheader': 'Der Support von {publisher} hat auf Ihre Nachricht geantwortet.',
  'supportAnswer.ticket.heading': 'Antwort auf Ticket {reference}',
  'supportAnswer.feedback.heading': 'Antwort auf Ihr Feedback',
  'supportAnswer.button': 'Hilfe und Support öffnen',
  'supportAnswer.more':
    'Wenn das Ihr Problem nicht löst, öffnen Sie dort ein neues Ticket und nennen Sie {reference}: Antworten auf diese Nachricht liest niemand.',
  'supportAnswer.ticket.asked': 'Ihre Frage: {subject}',
  'supportAnswer.feedback.asked': 'Was Sie geschrieben haben',

  'role.administrator': 'Administrator',
  'role.licensing-info-viewer': 'Leser für Lizenzinformationen',
  'role.product-download-manager': 'Manager für Produktdownloads',
  'role.product-keys-reader': 'Leser für Produktschlüssel',
  'role.benefits-reader': 'Leser für Vorteile',
  'role.online-services-manager': 'Manager für Onlinedienste',
  'role.invoice-reader': 'Rechnungsleser',

  'period.from': '{role} (ab {startsAt})',
  'period.until': '{role} (bis {endsAt})',
  'period.fromUntil': '{role} (von {startsAt} bis {endsAt})',
  'period.unlimited': '{role} (ab {startsAt}, ohne Ende)',
};
