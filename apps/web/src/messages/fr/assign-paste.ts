import type { Translation } from '../translation.ts';

export const assignPasteMessages: Translation = {
  'assign.paste.tabs': 'Façons d’ajouter des personnes',
  'assign.paste.searchTab': 'Rechercher',
  'assign.paste.tab': 'Coller des e-mails',
  'assign.paste.label': 'Collez des e-mails de connexion, un par ligne ou directement depuis un tableur',
  'assign.paste.hint':
    'Les noms à côté sont repris, comme les messageries et les tableurs les écrivent. Virgules, points-virgules et tabulations séparent.',
  'assign.paste.checking': 'Recherche de {count, plural, one {# e-mail} other {# e-mails}}',
  'assign.paste.failed': 'Les e-mails n’ont pas pu être recherchés.',
  'assign.paste.retry': 'Réessayer',
  'assign.paste.found': '{count, plural, one {# personne trouvée} other {# personnes trouvées}}',
  'assign.paste.known': '{count, number} connus ici',
  'assign.paste.inDirectory': '{count, number} dans votre annuaire ou connus ici',
  'assign.paste.outside': '{count, number} hors de votre annuaire',
  'assign.paste.new': '{count, number} nouveaux',
  'assign.paste.present': '{count, number} déjà dans la liste',
  'assign.paste.faults':
    '{count, plural, one {# partie ne désigne personne} other {# parties ne désignent personne}}',
  'assign.paste.namesOutside': 'Noms des personnes hors de votre annuaire',
  'assign.paste.namesNew': 'Noms des personnes nouvelles ici',
  'assign.paste.nameOf': 'Nom complet de {email}',
  'assign.paste.nameMissing': 'Saisissez le nom complet.',
  'assign.paste.problems': 'Ce qui n’ajoute personne',
  'assign.paste.line': 'Ligne {line, number}',
  'assign.paste.fault.nothing': 'Aucune adresse e-mail trouvée',
  'assign.paste.fault.no-address': 'Pas une adresse e-mail',
  'assign.paste.fault.repeated': 'Figure plus haut',
  'assign.paste.moreLines': '{count, plural, one {# autre} other {# autres}}',
  'assign.paste.add':
    '{count, plural, =0 {Ajouter à la liste} one {Ajouter # personne à la liste} other {Ajouter # personnes à la liste}}',
  'assign.paste.empty': 'Collez d’abord des e-mails.',
  'assign.paste.nobodyNew': 'Tout le monde est déjà dans la liste.',
  'assign.paste.added': '{count, plural, one {# personne ajoutée} other {# personnes ajoutées}} à la liste.',
};
