import type { Translation } from '../translation.ts';

export const roleAboutMessages: Translation = {
  'role.about.administrator': 'Gibt und entzieht Rollen und darf alles, was die anderen dürfen.',
  'role.about.licensing-info-viewer':
    'Sieht Verträge, Bestellungen und Vertragsschlüssel und erstellt Lizenzübersichten.',
  'role.about.product-download-manager': 'Sieht Verträge und lädt Software herunter.',
  'role.about.product-keys-reader':
    'Sieht Verträge und alle Schlüssel und aktiviert und löst Onlinedienste ein.',
  'role.about.benefits-reader': 'Sieht Verträge und verwaltet Vorteile aus dem Home Use Program.',
  'role.about.online-services-manager':
    'Sieht Verträge und Bestellungen, reserviert, aktiviert und löst Dienste ein und verwaltet Abonnements.',
  'role.about.invoice-reader': 'Sieht Verträge, listet Rechnungen auf und lädt sie herunter.',
};
