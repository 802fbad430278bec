import type { Translation } from '../translation.ts';

export const changeMessages: Translation = {
  'check.level': '{level} :',
  'check.level.blocking': 'Bloque l’enregistrement',
  'check.level.warning': 'Avertissement',
  'check.level.information': 'Remarque',
  'check.level.good': 'Favorable',
  'check.last': '{licenseIds} n’aurait plus d’administrateur',
  'check.last.body': 'Désignez d’abord un autre administrateur inscrit.',
  'check.inherited': 'Un rôle sur {licenseIds} est hérité',
  'check.inherited.body': 'Seul son titulaire peut y renoncer, dans Préférences.',
  'check.inProgress': 'Une modification antérieure pour {people} est encore en cours d’application',
  'check.inProgress.body':
    'Cela prend en général quelques secondes. Retirer des rôles ne demande aucune attente.',
  'check.dropsToOne':
    '{licenseIds} {count, plural, one {n’aurait} other {n’auraient}} plus qu’un administrateur',
  'check.dropsToOne.body':
    'En son absence, personne d’autre ne peut attribuer de rôles. Désignez un suppléant.',
  'check.pending': '{people} : pas encore d’administration possible de {licenseIds}',
  'check.pending.body': 'Elle le sera après l’inscription.',
  'check.gains': '{licenseIds} {count, plural, one {obtient} other {obtiennent}} un deuxième administrateur',
  'check.gains.body': 'Cela lève le risque d’un administrateur unique.',
  'check.licenseIds.more': '{first} et {count, number} autres',

  'change.you': 'Vous',
  'change.system': 'Le système',
  'change.madeAdministrator': '<b>{actor}</b> : rôle Administrateur attribué à {person} sur {licenses}',
  'change.gave': '<b>{actor}</b> : {roles} sur {licenses}, attribué à {person}',
  'change.took': '<b>{actor}</b> : {roles} sur {licenses}, retiré à {person}',
  'change.both': '<b>{actor}</b> : rôles modifiés pour {person} sur {licenses}',
  'change.rescheduled': '<b>{actor}</b> : durée des rôles modifiée pour {person} sur {licenses}',
  'change.many':
    '<b>{actor}</b> : rôles de {people, plural, one {# personne} other {# personnes}} modifiés sur {licenses}',
  'change.gaveMany':
    '<b>{actor}</b> : rôles sur {licenses} attribués à {people, plural, one {# personne} other {# personnes}}',
  'change.tookMany':
    '<b>{actor}</b> : rôles sur {licenses} retirés à {people, plural, one {# personne} other {# personnes}}',
  'change.setUp': '<b>{actor}</b> : {licenses} mis en place, {person} invité comme administrateur',
  'change.setUpMany': '<b>{actor}</b> : {licenses} mis en place avec {people, number} administrateurs',
  'change.gaveUp': '<b>{actor}</b> : renonciation à {roles} sur {licenses}',
  'change.registered': '<b>{actor}</b> : inscription comme administrateur de {licenses}',
  'change.toYou': 'vous',
  'change.yourself': 'vous-même',
  'change.licenses': '{count, plural, one {# ID de licence} other {# ID de licence}}',
  'change.undid': '<b>{actor}</b> : modification annulée pour {person} sur {licenses}',
  'change.undidMany':
    '<b>{actor}</b> : modification annulée pour {people, plural, one {# personne} other {# personnes}} sur {licenses}',
  'change.imported':
    '<b>{actor}</b> : rôles de {people, plural, one {# personne} other {# personnes}} importés sur {licenses}',
  'change.contact':
    '<b>{actor}</b> : changement d’un contact et, avec lui, de rôles pour {person} sur {licenses}',
  'change.contactMany':
    '<b>{actor}</b> : changement d’un contact et, avec lui, de rôles pour {people, plural, one {# personne} other {# personnes}} sur {licenses}',
  'change.nothing': '<b>{actor}</b> : attributions modifiées',
};
