import type { Translation } from '../translation.ts';

export const tokensMessages: Translation = {
  'tokens.lead':
    'Un jeton permet à un programme ou à la ligne de commande d’agir pour vous dans {organization}, avec vos droits et rien de plus.',
  'tokens.documentation': 'Documentation de l’API',
  'tokens.list': 'Jetons d’API',
  'tokens.create': 'Créer un jeton',
  'tokens.column.name': 'Nom',
  'tokens.column.scopes': 'Autorise',
  'tokens.column.created': 'Créé',
  'tokens.column.expires': 'Expire',
  'tokens.column.lastUsed': 'Dernière utilisation',
  'tokens.column.actions': 'Actions',
  'tokens.expired': 'Expiré le {date}',
  'tokens.neverUsed': 'Jamais',
  'tokens.card':
    'Expire le {expires}. {used, select, never {Jamais utilisé.} other {Dernière utilisation : {used}.}}',
  'tokens.card.expired':
    'Expiré le {expires}. {used, select, never {Jamais utilisé.} other {Dernière utilisation : {used}.}}',
  'tokens.revoke': 'Révoquer',
  'tokens.revoke.of': 'Révoquer {name}',
  'tokens.empty': 'Aucun jeton pour l’instant',
  'tokens.empty.body': 'Créez-en un par programme, afin de pouvoir le révoquer séparément.',
  'tokens.error': 'Vos jetons n’ont pas pu être chargés',

  'tokens.scope.read': 'Lire',
  'tokens.scope.read.body': 'Voir ce que vous pouvez voir.',
  'tokens.scope.write': 'Écrire',
  'tokens.scope.write.body': 'Modifier ce que vous pouvez modifier : attributions, personnes et invitations.',
  'tokens.scope.access:check': 'Vérifier l’accès',
  'tokens.scope.access:check.body':
    'Demander si quelqu’un peut faire une action sur les ID de licence que vous administrez. Lire l’autorise aussi.',

  'tokens.new.name': 'Nom',
  'tokens.new.name.hint': 'À quoi il sert, par exemple « Rapport mensuel ».',
  'tokens.new.name.missing': 'Donnez-lui un nom, pour savoir plus tard quoi révoquer.',
  'tokens.new.name.long': 'Utilisez 200 caractères au maximum.',
  'tokens.new.scopes': 'Ce qu’il autorise',
  'tokens.new.scopes.missing': 'Choisissez-en au moins un.',
  'tokens.new.expires': 'Expire',
  'tokens.new.expires.option': 'Dans {days, number} jours, le {date}',
  'tokens.new.failed': 'Le jeton n’a pas été créé.',

  'tokens.made': 'Copiez maintenant le jeton « {name} »',
  'tokens.made.body':
    'Il n’est affiché que cette fois. Quiconque le détient peut agir pour vous : gardez-le comme un mot de passe.',
  'tokens.made.label': 'Jeton',
  'tokens.made.copy': 'Copier le jeton',
  'tokens.made.done': 'Je l’ai copié',

  'tokens.try': 'Essayer',
  'tokens.try.body': 'Placez le jeton dans MUNIMENT_TOKEN, puis demandez qui vous êtes :',
  'tokens.try.copy': 'Copier la commande',

  'tokens.revoke.title': 'Révoquer « {name} » ?',
  'tokens.revoke.body':
    'Les programmes qui l’utilisent sont refusés immédiatement. Il ne peut pas être rétabli.',
  'tokens.revoke.confirm': 'Révoquer le jeton',
  'tokens.revoke.done': 'Jeton « {name} » révoqué',
  'tokens.revoke.failed': 'Le jeton n’a pas été révoqué',
};
