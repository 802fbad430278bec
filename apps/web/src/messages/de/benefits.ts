export const benefitMessages = {
  'benefits.title': 'Vorteile',
  'benefits.lead': 'Mit dem Home-Use-Programm nutzen Ihre Beschäftigten lizenzierte Software zu Hause.',
  'benefits.search': 'Lizenz-ID oder Namen suchen',
  'benefits.count': '{count, plural, one {# Programm} other {# Programme}}',
  'benefits.empty': 'Noch sind keine Home-Use-Kopien gewährt',
  'benefits.emptyBody': 'Eine Lizenz-ID erscheint hier, sobald auf ihr Kopien für Beschäftigte gewährt sind.',
  'benefits.error': 'Die Vorteile konnten nicht geladen werden',
  'benefits.file': 'home-use',
  'benefits.column.licenseId': 'Lizenz-ID',
  'benefits.column.name': 'Vertrag',
  'benefits.column.state': 'Home Use',
  'benefits.column.used': 'Genutzt',
  'benefits.column.endDate': 'Vertrag endet',
  'benefits.state.terms-open': 'Bedingungen offen',
  'benefits.state.in-set-up': 'In Einrichtung',
  'benefits.state.active': 'Aktiv',
  'benefits.state.inactive': 'Inaktiv',
  'benefits.usedOf': '{used, number} von {total, number}',
  'benefits.card.used': '{used, number} von {total, number} genutzt',
  'benefits.used': 'Genutzte Kopien',
  'benefits.name': 'Home-Use-Programm',
  'benefits.step.done': 'Erledigt',

  'benefits.terms': 'Bedingungen',
  'benefits.terms.lead': 'Version {version} der Bedingungen von {publisher}. Kurz gesagt:',
  'benefits.terms.employees':
    'Die Kopien sind für Beschäftigte von {organization} bestimmt, zur Nutzung zu Hause.',
  'benefits.terms.leaving': 'Wer {organization} verlässt, nutzt die Kopie nicht weiter.',
  'benefits.terms.contract': 'Das Programm endet mit dem Vertrag.',
  'benefits.terms.read': 'Bedingungen lesen',
  'benefits.terms.accept': 'Bedingungen annehmen',
  'benefits.terms.acceptedOn': 'Version {version}, angenommen am {date}.',
  'benefits.terms.accepted': 'Version {version}, angenommen von {name} am {date}.',
  'benefits.terms.changed':
    'Die Bedingungen haben sich geändert. Das Programm läuft weiter; nehmen Sie sie an, bevor Sie es wieder aktivieren.',

  'benefits.contact': 'Ansprechperson',
  'benefits.contact.lead': 'An sie wenden sich Beschäftigte. Der E-Mail-Text nennt sie.',
  'benefits.contact.name': 'Name',
  'benefits.contact.email': 'E-Mail',
  'benefits.contact.name.missing': 'Geben Sie einen Namen ein.',
  'benefits.contact.email.wrong': 'Geben Sie eine E-Mail-Adresse ein, etwa name@firma.example.',
  'benefits.contact.save': 'Ansprechperson speichern',
  'benefits.contact.change': 'Ansprechperson ändern',

  'benefits.domains': 'E-Mail-Domänen',
  'benefits.domains.lead': 'Nur wer eine Adresse in einer von ihnen hat, kann den Zugangscode nutzen.',
  'benefits.domains.label': 'Domänen, eine je Zeile',
  'benefits.domains.hint': '1 bis {most, number}, ohne Unterdomänen: Jede davon ist eine eigene Domäne.',
  'benefits.domains.none': 'Geben Sie eine Domäne ein.',
  'benefits.domains.many': 'Geben Sie höchstens {most, number} Domänen ein.',
  'benefits.domains.no-domain': '„{domain}“ ist keine Domäne. Geben Sie eine wie firma.example ein.',
  'benefits.domains.public-provider':
    'In „{domain}“ bekommt jeder eine Adresse. Geben Sie Domänen ein, die nur Ihnen gehören.',
  'benefits.domains.save': 'Domänen speichern',
  'benefits.domains.change': 'Domänen ändern',

  'benefits.activation': 'Aktivierung',
  'benefits.activation.first': 'Schließen Sie zuerst die Schritte oben ab.',
  'benefits.activation.not-entitled':
    'Auf dieser Lizenz-ID sind keine Kopien gewährt. Ihr Partner kann sagen, warum.',
  'benefits.activation.contract-over': 'Der Vertrag ist beendet und mit ihm das Programm.',
  'benefits.activation.ready': 'Beim Aktivieren entsteht ein Zugangscode für Ihre Beschäftigten.',
  'benefits.activation.again':
    'Das Programm ist nicht aktiv. Beim Aktivieren entsteht ein neuer Zugangscode.',
  'benefits.activate': 'Aktivieren',
  'benefits.code': 'Zugangscode',
  'benefits.code.copy': 'Code kopieren',
  'benefits.code.renew': 'Neuer Code',
  'benefits.code.renew.title': 'Zugangscode {code} ersetzen?',
  'benefits.code.renew.body':
    'Er gilt sofort nicht mehr, für alle, die ihn haben. Senden Sie Ihren Beschäftigten den neuen.',
  'benefits.code.renew.confirm': 'Code ersetzen',
  'benefits.deactivate': 'Deaktivieren',
  'benefits.deactivate.title': 'Home-Use-Programm von {licenseId} deaktivieren?',
  'benefits.deactivate.body':
    'Der Zugangscode {code} gilt sofort nicht mehr. Ansprechperson und Domänen bleiben. Beim erneuten Aktivieren entsteht ein anderer Code.',
  'benefits.deactivate.confirm': 'Programm deaktivieren',

  'benefits.mail': 'E-Mail-Text für Beschäftigte',
  'benefits.mail.copy': 'Text kopieren',
  'benefits.mail.text': `Guten Tag,

als Beschäftigte von {organization} können Sie Software von {publisher} zu Hause nutzen, mit dem Home-Use-Programm.

1. {hasShop, select, true {Öffnen Sie {shop}} other {Öffnen Sie den Home-Use-Shop von {publisher}}}
2. Geben Sie den Zugangscode {code} und Ihre dienstliche E-Mail-Adresse ein (sie endet auf {domains}).
3. Folgen Sie den Anweisungen, die {publisher} Ihnen sendet.

Bitte geben Sie den Code an niemanden außerhalb von {organization} weiter.

Fragen? {name}, {email}`,

  'benefits.saved.accept-terms': 'Bedingungen angenommen',
  'benefits.saved.set-contact': 'Ansprechperson gespeichert',
  'benefits.saved.set-domains': 'Domänen gespeichert',
  'benefits.saved.activate': 'Home-Use-Programm aktiviert',
  'benefits.saved.renew-code': 'Zugangscode ersetzt',
  'benefits.saved.deactivate': 'Home-Use-Programm deaktiviert',
  'benefits.failed': 'Nichts wurde gespeichert',
  'benefits.failed.state':
    'Das Programm ist inzwischen bei einem anderen Schritt. Sehen Sie noch einmal nach.',
  'benefits.failed.stale': 'Jemand hat das Programm inzwischen geändert. Es zeigt nun, wie es ist.',
} as const;
