import type { Translation } from '../translation.ts';

export const asOfMessages: Translation = {
  'asOf.today': 'Stand heute',
  'asOf.date': 'Stand {date}',
  'asOf.title': 'Wer hatte Zugriff',
  'asOf.now': 'Heute',
  'asOf.slider': 'Tage zurück',
  'asOf.yearAgo': 'Vor 1 Jahr',
  'asOf.day': 'Datum',
  'asOf.day.wrong': 'Geben Sie ein Datum von {first} bis heute ein.',
  'asOf.previous': 'Vorige Änderung',
  'asOf.next': 'Nächste Änderung',
  'asOf.previous.none': 'Auf Lizenz-IDs, die Sie verwalten, gibt es keine frühere Änderung',
  'asOf.next.none': 'Auf Lizenz-IDs, die Sie verwalten, gibt es keine spätere Änderung',
  'asOf.failed': 'Die nächstgelegene Änderung wurde nicht gefunden. Versuchen Sie es noch einmal.',
  'asOf.bar': 'Zugriff, wie er am {date} war.',
  'asOf.bar.body': 'Solange Sie zurückblicken, sind Änderungen nicht möglich.',
  'asOf.back': 'Zurück zu heute',
  'asOf.empty': 'Damals hatte niemand eine Rolle',
  'asOf.empty.body': 'Wählen Sie einen späteren Tag, oder kehren Sie zu heute zurück.',
};
