import type { Translation } from '../translation.ts';

export const whyMessages: Translation = {
  'why.open': 'Pourquoi ?',
  'why.hide': 'Masquer',
  'why.of': '{what} {name} {licenseId}',
  'why.error': 'L’explication n’a pas pu être obtenue.',
  'why.assigned': '{count, plural, one {Attribué directement.} other {Attribué directement, en # étapes.}}',
  'why.inherited': 'Hérité du contrat-cadre.',
  'why.both': 'Attribué et hérité.',
  'why.nothing': 'Rien ne compte ici actuellement.',
  'why.nothing.past': 'Rien ne comptait ici à ce moment.',
  'why.contact.primary-contact':
    '{isYou, select, yes {Vous êtes} other {{name} est}} le contact principal de {agreement}, avec héritage activé.',
  'why.contact.notices-correspondent':
    '{isYou, select, yes {Vous êtes} other {{name} est}} le correspondant pour les notifications de {agreement}, avec héritage activé.',
  'why.contact.online-access-contact':
    '{isYou, select, yes {Vous êtes} other {{name} est}} le contact pour l’accès en ligne de {agreement}, avec héritage activé.',
  'why.contact.former':
    '{isYou, select, yes {Vous en avez} other {{name} en a}} hérité comme contact de {agreement}.',
  'why.optedIn': 'Héritage de {agreement} activé',
  'why.optedIn.by': '{isYou, select, yes {Vous} other {{name}}}, {date}',
  'why.by': '{who}, {date}',
  'why.by.set-up': 'Mis en place par {who}, {date}',
  'why.by.registration': 'Inscrit par {who}, {date}',
  'why.by.import': 'Importé par {who}, {date}',
  'why.by.undo': 'Rendu par {who}, {date}',
  'why.by.contact-change': 'Par un changement de contacts, {who}, {date}',
  'why.you': 'Vous',
  'why.system': 'Le système',
  'why.directory': 'L’annuaire',
  'why.administrator': 'Un administrateur',
  'why.reason': '« {reason} »',
  'why.counts': 'Compte depuis le {date}',
  'why.until': 'Jusqu’au {date}',
  'why.change': 'Afficher la modification du {date}',
  'why.not': 'Ce qui ne compte pas',
  'why.not.past': 'Ce qui ne comptait pas',
  'why.because.closed': 'Retiré par {who}, {date}',
  'why.because.ended': 'Terminé le {date}',
  'why.because.user-not-found': 'Absent de l’annuaire',
  'why.because.provisioning-failed': 'Un système qui doit en être informé a refusé',
  'why.because.provisioning': 'En attente des systèmes qui doivent en être informés',
  'why.because.not-registered': 'Pas encore inscrit',
  'why.because.not-started': 'Commence le {date}',
  'why.if.keeps':
    'Si vous retirez {role}, {isYou, select, yes {vous gardez} other {{name} garde}} {roles}{only, select, nobody {} you { et vous devenez le seul administrateur} other { et {who} devient le seul administrateur}}.',
  'why.if.loses':
    'Si vous retirez {role}, {isYou, select, yes {vous n’avez} other {{name} n’a}} plus d’accès ici{only, select, nobody {} you { et vous devenez le seul administrateur} other { et {who} devient le seul administrateur}}.',
  'why.if.waiting': 'Si vous retirez {role}, rien d’autre ne change ici.',
  'why.if.refused':
    '{role} ne peut pas être retiré : personne d’autre ne pourrait administrer cet ID de licence.',
  'why.if.locked': 'Seul {name} peut renoncer à ce qui est hérité, dans Préférences.',
  'why.if.locked.you': 'Vous pouvez renoncer à ce qui est hérité dans Préférences.',
};
