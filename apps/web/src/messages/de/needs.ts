import type { Translation } from '../translation.ts';

export const needsMessages: Translation = {
  'needs.heading': 'Kein Zugriff auf diese Seite',
  'needs.administrator': 'Für diese Seite benötigen Sie die Rolle Administrator',
  'needs.whomToAsk':
    'Ihr Partner kann Ihnen sagen, wen Sie fragen können. Einkauf, Finanzabteilung oder IT wissen möglicherweise, wer der Partner ist.',
  'needs.roles':
    'Um {page, select, contracts {Verträge} orders {Bestellungen} keys {Schlüssel} productsAndServices {Produkte und Dienste} summaries {Lizenzübersichten} downloads {Downloads} services {Onlinedienste} benefits {Vorteile} subscriptions {Abonnements} invoices {Rechnungen} other {diese Seite}} zu sehen, benötigen Sie {roles}',
  'needs.neutral':
    'Keine Ihrer Rollen öffnet {page, select, contracts {Verträge} orders {Bestellungen} keys {Schlüssel} productsAndServices {Produkte und Dienste} summaries {Lizenzübersichten} downloads {Downloads} services {Onlinedienste} benefits {Vorteile} subscriptions {Abonnements} invoices {Rechnungen} other {diese Seite}}',
};
