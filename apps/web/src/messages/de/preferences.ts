import type { Translation } from '../translation.ts';

export const preferencesMessages: Translation = {
  'preferences.title': 'Voreinstellungen',
  'preferences.edit': 'Voreinstellungen bearbeiten',
  'preferences.error': 'Ihre Voreinstellungen konnten nicht geladen werden',

  'preferences.you': 'Sie',
  'preferences.name': 'Name',
  'preferences.signInEmail': 'Anmelde-E-Mail',
  'preferences.businessEmail': 'Geschäftliche E-Mail',
  'preferences.you.about':
    'Die Anmelde-E-Mail ändert sich nur in Ihrem Verzeichnis. Die geschäftliche E-Mail kann ein Administrator ändern.',

  'preferences.inherit': 'Administrator aus Ihren Rahmenverträgen',
  'preferences.inherit.about':
    'Es geht um Lizenz-IDs, die ab jetzt hinzukommen. Vorhandene bleiben, wie sie sind, ob ein oder aus: Was Sie geerbt haben, behalten Sie, bis Sie es unten abgeben.',
  'preferences.inherit.switch':
    'Mich zum Administrator jeder Lizenz-ID machen, die unter {agreement} hinzukommt',
  'preferences.inherit.switchAs':
    'Mich zum Administrator jeder Lizenz-ID machen, die unter {agreement} hinzukommt (als {contact})',
  'preferences.inherit.as': 'Ihre Funktion dort: {contact}.',
  'preferences.inherit.contacts': 'Ansprechpartner ändern sich nur über Ihren Partner.',
  'preferences.contact.primary-contact': 'Hauptansprechpartner',
  'preferences.contact.notices-correspondent': 'Ansprechpartner für Mitteilungen',
  'preferences.contact.online-access-contact': 'Ansprechpartner für Onlinezugriff',
  'preferences.saving': 'Wird gespeichert',
  'preferences.saved.on':
    'Gespeichert. Sie verwalten ab jetzt jede Lizenz-ID, die unter {agreement} hinzukommt.',
  'preferences.saved.off':
    'Gespeichert. Lizenz-IDs, die ab jetzt unter {agreement} hinzukommen, machen Sie nicht zum Administrator.',
  'preferences.notSaved': 'Es wurde nichts gespeichert.',
  'preferences.notSaved.stale':
    'Ihre Voreinstellungen haben sich inzwischen geändert, vielleicht in einem anderen Fenster. Sie sehen den jetzigen Stand: Stellen Sie erneut ein, was Sie möchten.',
  'preferences.notSaved.gone':
    'Sie sind nicht mehr dieser Ansprechpartner von {agreement}. Ansprechpartner ändern sich nur über Ihren Partner.',
  'preferences.notAnswered': 'Der Server hat nicht geantwortet.',
  'preferences.notAnswered.body':
    'Der Schalter zeigt den letzten bekannten Stand. Prüfen Sie Ihre Verbindung und stellen Sie ihn dann erneut ein.',

  'preferences.roles': 'Ihre Rollen',
  'preferences.roles.count': '{count, plural, one {# Lizenz-ID} other {# Lizenz-IDs}}',
  'preferences.roles.none': 'Sie haben derzeit keine Rolle.',
  'preferences.roles.list': 'Ihre Rollen nach Lizenz-ID',
  'preferences.roles.search': '{count, number} Lizenz-IDs durchsuchen',
  'preferences.roles.noMatch': 'Keine Lizenz-ID gefunden',
  'preferences.roles.inherited': 'Administrator ist geerbt von {agreement}.',
  'preferences.roles.until': '{role} bis {date}',
  'preferences.giveUp': 'Abgeben',
  'preferences.giveUp.of': 'Administrator auf {licenseId} abgeben',
  'preferences.giveUp.title': 'Administrator auf {licenseId} abgeben?',
  'preferences.giveUp.loses': 'Sie verlieren sofort den Zugriff auf {name}: Sie haben dort sonst nichts.',
  'preferences.giveUp.keeps': 'Sie verwalten {name} ab sofort nicht mehr und behalten dort: {roles}.',
  'preferences.giveUp.back':
    'Vererbung bringt sie nicht zurück: Nur später hinzukommende Lizenz-IDs kommen von {agreement}. Ein anderer Administrator kann Ihnen die Rolle zuweisen.',
  'preferences.giveUp.confirm': 'Administrator abgeben',
  'preferences.gaveUp': 'Sie haben Administrator auf {licenseId} abgegeben',
  'preferences.giveUp.failed': 'Sie haben die Rolle noch.',
  'preferences.giveUp.last':
    'Sie sind der letzte registrierte Administrator von {licenseIds}. Benennen Sie dort zuerst einen anderen Administrator.',
  'preferences.giveUp.gone': 'Die Rolle ist nicht mehr da, um abgegeben zu werden.',

  'preferences.card.on': 'Geerbte Verwaltung ist für {agreement} eingeschaltet',
  'preferences.card.off': 'Geerbte Verwaltung ist für {agreement} ausgeschaltet',
  'preferences.card.on.body':
    'Sie werden Administrator jeder Lizenz-ID, die unter diesem Rahmenvertrag hinzukommt.',
  'preferences.card.off.body': 'Sie können Administrator jeder Lizenz-ID werden, die darunter hinzukommt.',
  'preferences.card.more':
    '{count, plural, one {Und # weiterer Rahmenvertrag} other {Und # weitere Rahmenverträge}}',

  'preferences.contactOnly':
    'Sie sind Ansprechpartner von {organization} und haben dort noch keine Rolle. Das können Sie selbst einstellen.',
};
