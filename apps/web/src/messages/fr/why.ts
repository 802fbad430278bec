import type { Translation } from '../translation.ts';

export const whyMessages: Translation = {
  'why.open': 'Pourquoi ?',
  'why.hide': 'Masquer',
  'why.of': '{what} {name} {licenseId}',
  'why.error': 'L’explication n’a pas pu être donnée.',

  'why.assigned': '{count, plural, one {Attribué directement.} other {Attribué directement, en # étapes.}}',
  'why.inherited': 'Hérité du contrat-cadre.',
  'why.both': 'Attribué et hérité.',
  'why.nothing': 'Rien n’est en vigueur ici maintenant.',
  'why.nothing.past': 'Rien n’était en vigueur ici alors.',
  'why.contact.primary-contact':
    '{isYou, select, yes {Vous êtes} other {{name} est}} le contact principal de {agreement}, avec héritage accepté.',
  'why.contact.notices-correspondent':
    '{isYou, select, yes {Vous êtes} other {{name} est}} le correspondant pour les notifications de {agreement}, avec héritage accepté.',
  'why.contact.online-access-contact':
    '{isYou, select, yes {Vous êtes} other {{name} est}} le contact pour l’accès en ligne de {agreement}, avec héritage accepté.',
  'why.contact.former':
    '{isYou, select, yes {Vous en avez hérité} other {{name} en a hérité}} en tant que contact de {agreement}.',
  'why.optedIn': 'Héritage accepté de {agreement}',
  'why.optedIn.by': '{isYou, select, yes {Vous} other {{name}}}, {date}',

  'why.by': '{who}, {date}',
  'why.by.set-up': 'Mis en place par {who}, {date}',
  'why.by.registration': 'Inscription de {who}, {date}',
  'why.by.import': 'Importé par {who}, {date}',
  'why.by.undo': 'Rétabli par {who}, {date}',
  'why.by.contact-change': 'Par un changement de contact, {who}, {date}',
  'why.you': 'Vous',
  'why.system': 'Le système',
  'why.directory': 'L’annuaire',
  'why.administrator': 'Un administrateur',
  'why.reason': '« {reason} »',
  'why.counts': 'En vigueur depuis le {date}',
  'why.until': 'Jusqu’au {date}',
  'why.change': 'Afficher la modification du {date}',

  'why.not': 'Ce qui n’est pas en vigueur',
  'why.not.past': 'Ce qui n’était pas en vigueur',
  'why.because.closed': 'Retiré par {who}, {date}',
  'why.because.ended': 'Terminé le {date}',
  'why.because.user-not-found': 'Absent de l’annuaire',
  'why.because.provisioning-failed': 'Un système qui doit en être informé a refusé',
  'why.because.provisioning': 'En attente de systèmes qui doivent en être informés',
  'why.because.not-registered': 'Pas encore inscrit',
  'why.because.not-started': 'Commence le {date}',

  'why.if.keeps':
    'Si vous retirez {role}, {isYou, select, yes {vous conservez} other {{name} conserve}} {roles}{only, select, nobody {} you { et vous devenez le seul administrateur} other { et {who} devient le seul administrateur}}.',
  'why.if.loses':
    'Si vous retirez {role}, {isYou, select, yes {vous n’avez} other {{name} n’a}} plus accès ici{only, select, nobody {} you { et vous devenez le seul administrateur} other { et {who} devient le seul administrateur}}.',
  'why.if.waiting': 'Si vous retirez {role}, rien d’autre ne change ici.',
  'why.if.refused':
    '{role} ne peut pas être retiré : personne d’autre ne pourrait administrer cet ID de licence.',
  'why.if.locked': 'Pour mettre fin à l’héritage, {name} y renonce dans Préférences.',
  'why.if.locked.you': 'Pour mettre fin à l’héritage, renoncez-y dans Préférences.',
};
