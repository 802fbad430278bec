import type { Translation } from '../translation.ts';

export const asOfMessages: Translation = {
  'asOf.today': 'État actuel',
  'asOf.date': 'État au {date}',
  'asOf.title': 'Voir qui avait accès',
  'asOf.now': 'Aujourd’hui',
  'asOf.slider': 'Jours en arrière',
  'asOf.yearAgo': 'Il y a 1 an',
  'asOf.day': 'Date',
  'asOf.day.wrong': 'Saisissez une date entre le {first} et aujourd’hui.',
  'asOf.previous': 'Précédente',
  'asOf.next': 'Suivante',
  'asOf.previous.none': 'Aucune modification antérieure sur les ID de licence que vous administrez',
  'asOf.next.none': 'Aucune modification ultérieure sur les ID de licence que vous administrez',
  'asOf.failed': 'La modification la plus proche n’a pas été trouvée. Réessayez.',
  'asOf.bar': 'Accès tel qu’il était le {date}.',
  'asOf.bar.body': 'Les modifications sont désactivées pendant que vous consultez le passé.',
  'asOf.back': 'Revenir à aujourd’hui',
  'asOf.empty': 'Personne n’avait de rôle à ce moment',
  'asOf.empty.body': 'Choisissez un jour plus tardif ou revenez à aujourd’hui.',
};
