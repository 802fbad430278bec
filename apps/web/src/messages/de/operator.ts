import type { Translation } from '../translation.ts';

export const operatorMessages: Translation = {
  'operator.product': 'Volumenlizenzierung',
  'operator.pages': 'Betrieb',
  'operator.outbox': 'Postausgang',
  'operator.inbox': 'Posteingang',
  'operator.signOut': 'Abmelden',
  'operator.token.outbox.lead':
    'Hier liest der Betreiber alle E-Mails dieser Instanz. Die Links darin sind gültig, deshalb wird das API-Token des Herausgebers verlangt.',
  'operator.token.inbox.lead':
    'Hier liest und beantwortet der Betreiber Feedback und Supporttickets. Dafür wird das API-Token des Herausgebers verlangt.',
  'operator.token.label': 'API-Token des Herausgebers',
  'operator.token.hint':
    'Es beginnt mit mun_. Dieser Tab behält es, bis Sie sich abmelden oder den Tab schließen.',
  'operator.token.where': 'Der Server gibt beim Start mit Demodaten eine Adresse aus, die das Token enthält.',
  'operator.token.outbox.open': 'Postausgang öffnen',
  'operator.token.inbox.open': 'Posteingang öffnen',
  'operator.token.missing': 'Fügen Sie das Token ein.',
  'operator.token.form': 'Ein Token beginnt mit mun_ und hat 47 Zeichen.',
  'operator.token.unknown': 'Dieses Token ist unbekannt, abgelaufen oder widerrufen.',
  'operator.token.foreign': 'Dieses Token gehört nicht dem Herausgeber.',
};
