import type { Translation } from '../translation.ts';

export const changeMessages: Translation = {
  'check.level': '{level}:',
  'check.level.blocking': 'Verhindert das Speichern',
  'check.level.warning': 'Warnung',
  'check.level.information': 'Hinweis',
  'check.level.good': 'Gut',
  'check.last': '{licenseIds} hätte keinen Administrator',
  'check.last.body': 'Benennen Sie dort zuerst einen anderen Administrator, der sich registriert hat.',
  'check.inherited': 'Eine Rolle auf {licenseIds} ist geerbt',
  'check.inherited.body': 'Nur die Person selbst kann sie in den Voreinstellungen abgeben.',
  'check.inProgress': 'Eine frühere Änderung für {people} wird noch angewendet',
  'check.inProgress.body': 'Das dauert meist Sekunden. Rollen zu entziehen geht ohne Warten.',
  'check.dropsToOne':
    '{licenseIds} {count, plural, one {hat} other {haben}} danach nur noch einen Administrator',
  'check.dropsToOne.body':
    'Wenn diese Person nicht da ist, kann niemand sonst Rollen zuweisen. Benennen Sie eine Vertretung.',
  'check.pending': '{people}: noch keine Verwaltung von {licenseIds} möglich',
  'check.pending.body': 'Sie wird möglich, sobald die Registrierung erfolgt ist.',
  'check.gains': '{licenseIds} {count, plural, one {erhält} other {erhalten}} einen zweiten Administrator',
  'check.gains.body': 'Damit entfällt das Risiko eines einzigen Administrators.',
  'check.licenseIds.more': '{first} und {count, number} weitere',

  'change.you': 'Sie',
  'change.system': 'Das System',
  'change.madeAdministrator': '<b>{actor}</b>: {person} die Rolle Administrator auf {licenses} gegeben',
  'change.gave': '<b>{actor}</b>: {person} auf {licenses} gegeben: {roles}',
  'change.took': '<b>{actor}</b>: {person} auf {licenses} entzogen: {roles}',
  'change.both': '<b>{actor}</b>: Rollen von {person} auf {licenses} geändert',
  'change.rescheduled': '<b>{actor}</b>: Zeitraum der Rollen von {person} auf {licenses} geändert',
  'change.many':
    '<b>{actor}</b>: Rollen von {people, plural, one {# Person} other {# Personen}} auf {licenses} geändert',
  'change.gaveMany':
    '<b>{actor}</b>: Rollen auf {licenses} an {people, plural, one {# Person} other {# Personen}} vergeben',
  'change.tookMany':
    '<b>{actor}</b>: {people, plural, one {# Person} other {# Personen}} Rollen auf {licenses} entzogen',
  'change.setUp': '<b>{actor}</b>: {licenses} eingerichtet und {person} als Administrator eingeladen',
  'change.setUpMany': '<b>{actor}</b>: {licenses} mit {people, number} Administratoren eingerichtet',
  'change.gaveUp': '<b>{actor}</b>: {roles} auf {licenses} abgegeben',
  'change.registered': '<b>{actor}</b>: als Administrator von {licenses} registriert',
  'change.toYou': 'Ihnen',
  'change.yourself': 'sich selbst',
  'change.licenses': '{count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'change.undid': '<b>{actor}</b>: eine Änderung von {person} auf {licenses} rückgängig gemacht',
  'change.undidMany':
    '<b>{actor}</b>: eine Änderung von {people, plural, one {# Person} other {# Personen}} auf {licenses} rückgängig gemacht',
  'change.imported':
    '<b>{actor}</b>: Rollen von {people, plural, one {# Person} other {# Personen}} auf {licenses} importiert',
  'change.contact':
    '<b>{actor}</b>: einen Ansprechpartner und damit Rollen von {person} auf {licenses} geändert',
  'change.contactMany':
    '<b>{actor}</b>: einen Ansprechpartner und damit Rollen von {people, plural, one {# Person} other {# Personen}} auf {licenses} geändert',
  'change.nothing': '<b>{actor}</b>: Zuweisungen geändert',
};
