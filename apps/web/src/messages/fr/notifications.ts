import type { Translation } from '../translation.ts';

export const notificationMessages: Translation = {
  'notifications.title': 'Notifications',
  'notifications.waiting': 'Recherche de ce qui est à traiter.',
  'notifications.none': 'Rien à traiter',
  'notifications.failed': '{count, plural, one {# attribution a échoué} other {# attributions ont échoué}}',
  'notifications.failed.body': 'Attribuez à nouveau. Si l’échec persiste, contactez le support.',
  'notifications.user-not-found':
    '{count, plural, one {# personne est absente de l’annuaire} other {# personnes sont absentes de l’annuaire}}',
  'notifications.user-not-found.body':
    '{count, plural, one {Retirez-la, ou rétablissez son compte.} other {Retirez-les, ou rétablissez leurs comptes.}}',
  'notifications.invitation-expired':
    '{count, plural, one {# invitation a expiré} other {# invitations ont expiré}}',
  'notifications.invitation-expired.body':
    '{count, plural, one {Réinitialisez-la pour en envoyer une nouvelle.} other {Réinitialisez-les pour en envoyer de nouvelles.}}',
  'notifications.sole-administrator':
    '{count, plural, one {Vous êtes le seul administrateur de # ID de licence} other {Vous êtes le seul administrateur de # ID de licence}}',
  'notifications.sole-administrator.body':
    '{count, plural, one {Désignez quelqu’un à vos côtés.} other {Désignez quelqu’un à vos côtés sur chacun.}}',
};
