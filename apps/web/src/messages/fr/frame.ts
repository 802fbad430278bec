import type { Translation } from '../translation.ts';

export const frameMessages: Translation = {
  'frame.product': 'Licences en volume',
  'frame.documentTitle': '{page} – Licences en volume',
  'frame.documentTitleWithOrganization': '{page} – {organization} – Licences en volume',
  'frame.skip': 'Aller au contenu',
  'frame.switchOrganization': 'Organisation : {organization}',
  'frame.organizations': 'Organisations',
  'frame.organizations.search': 'Rechercher une organisation',
  'frame.search': 'Rechercher personnes, ID de licence, actions',
  'frame.search.held': 'Rechercher ID de licence, actions',
  'frame.search.keys': 'Ctrl K',
  'frame.search.keys.apple': '⌘ K',
  'frame.notifications':
    '{count, plural, =0 {Notifications} one {Notifications : # élément à traiter} other {Notifications : # éléments à traiter}}',
  'frame.settings': 'Paramètres',
  'frame.settings.documentation': 'Documentation de l’API',
  'frame.help': 'Aide',
  'frame.account': 'Compte de {name}',
  'frame.account.preferences': 'Préférences',
  'frame.account.tokens': 'Jetons d’API',
  'frame.account.signOut': 'Se déconnecter',
  'frame.signOut.failed': 'Vous êtes peut-être encore connecté',
  'frame.signOut.failed.body':
    'Le serveur n’a pas répondu. Vérifiez votre connexion, puis déconnectez-vous à nouveau.',
  'frame.openNavigation': 'Ouvrir la navigation',
  'frame.navigation': 'Navigation principale',
  'frame.nav.billing': 'Facturation',
  'frame.nav.products': 'Vos produits',
  'frame.nav.roles': 'Rôles',
  'frame.nav.assignments': 'Gérer les attributions',
  'frame.nav.assign': 'Attribuer des rôles',
  'frame.nav.matrix': 'Matrice des accès',
  'frame.nav.activity': 'Activité',
  'frame.footer.synced': 'Annuaire synchronisé {when}.',
  'frame.footer.effect': 'Les changements de rôle s’appliquent en quelques secondes.',
  'frame.footer.publisher': 'Fourni par {publisher}',
  'frame.offline':
    'Vous êtes hors ligne. Vous pouvez lire ce qui est chargé, et les brouillons sont conservés. L’enregistrement sera de nouveau possible à votre retour en ligne.',
  'frame.outdated':
    'Une partie de la console n’a pas pu être chargée : elle a peut-être été mise à jour depuis que vous l’avez ouverte. Les brouillons sont conservés.',
  'frame.demo': 'Données de démonstration',
  'frame.noAccess.title': 'Vous n’avez pas encore accès aux licences en volume',
  'frame.noAccess.body':
    'Vous êtes connecté en tant que {email}. Si vous avez été invité, ouvrez le lien dans l’e-mail d’invitation. Sinon, demandez à votre partenaire de licences à qui vous adresser.',
  'frame.noAccess.again': 'Se connecter avec un autre compte',
  'frame.noAccess.failed': 'Vous êtes toujours connecté',
  'frame.noAccess.failed.body': 'Le serveur n’a pas répondu. Réessayez dans un instant.',
  'frame.role.needed': 'Pas d’accès à cette page',
  'frame.role.needed.title': 'Cette page nécessite le rôle Administrateur',
  'frame.role.needed.body':
    'Votre partenaire peut vous dire à qui vous adresser. Les achats, la finance ou l’informatique savent peut-être qui est le partenaire.',
};
