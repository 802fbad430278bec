import type { Translation } from '../translation.ts';

export const pageMessages: Translation = {
  'page.signIn': 'Anmelden',
  'page.register': 'Zugriff registrieren',
  'page.products': 'Ihre Produkte',
  'page.assignments': 'Zuweisungen verwalten',
  'page.assign': 'Benutzer Verträgen zuweisen',
  'page.verify': 'Prüfen und speichern',
  'page.tokens': 'API-Token',
  'page.outbox': 'Postausgang',
};
