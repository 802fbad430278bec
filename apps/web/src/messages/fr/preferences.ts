import type { Translation } from '../translation.ts';

export const preferencesMessages: Translation = {
  'preferences.title': 'Préférences',
  'preferences.edit': 'Modifier les préférences',
  'preferences.error': 'Vos préférences n’ont pas pu être chargées',

  'preferences.you': 'Vous',
  'preferences.name': 'Nom',
  'preferences.signInEmail': 'E-mail de connexion',
  'preferences.businessEmail': 'E-mail professionnel',
  'preferences.you.about':
    'L’e-mail de connexion ne change que dans votre annuaire. Un administrateur peut modifier l’e-mail professionnel.',

  'preferences.inherit': 'Administrateur par vos contrats-cadres',
  'preferences.inherit.about':
    'Ceci concerne les ID de licence ajoutés à partir de maintenant. Ceux qui existent déjà restent tels quels : ce que vous avez hérité vous appartient jusqu’à ce que vous y renonciez ci-dessous.',
  'preferences.inherit.switch': 'Me désigner administrateur de chaque ID de licence ajouté sous {agreement}',
  'preferences.inherit.switchAs':
    'Me désigner administrateur de chaque ID de licence ajouté sous {agreement}, en tant que {contact}',
  'preferences.inherit.as': 'Vous en êtes le {contact}.',
  'preferences.inherit.contacts': 'Les contacts ne changent que par votre partenaire.',
  'preferences.contact.primary-contact': 'contact principal',
  'preferences.contact.notices-correspondent': 'correspondant pour les notifications',
  'preferences.contact.online-access-contact': 'contact pour l’accès en ligne',
  'preferences.saving': 'Enregistrement',
  'preferences.saved.on':
    'Enregistré. Vous administrez désormais chaque ID de licence ajouté sous {agreement}.',
  'preferences.saved.off':
    'Enregistré. Les ID de licence ajoutés désormais sous {agreement} ne font pas de vous un administrateur.',
  'preferences.notSaved': 'Rien n’a été enregistré.',
  'preferences.notSaved.stale':
    'Vos préférences ont changé entre-temps, peut-être dans une autre fenêtre. Elles montrent l’état actuel : choisissez à nouveau ce que vous voulez.',
  'preferences.notSaved.gone':
    'Vous n’êtes plus ce contact de {agreement}. Les contacts ne changent que par votre partenaire.',
  'preferences.notAnswered': 'Le serveur n’a pas répondu.',
  'preferences.notAnswered.body':
    'Le bouton montre le dernier état connu. Vérifiez votre connexion, puis réglez-le à nouveau.',

  'preferences.roles': 'Vos rôles',
  'preferences.roles.count': '{count, plural, one {# ID de licence} other {# ID de licence}}',
  'preferences.roles.none': 'Vous n’avez aucun rôle actuellement.',
  'preferences.roles.list': 'Vos rôles par ID de licence',
  'preferences.roles.search': 'Rechercher parmi {count, number} ID de licence',
  'preferences.roles.noMatch': 'Aucun ID de licence trouvé',
  'preferences.roles.inherited': 'Le rôle Administrateur est hérité de {agreement}.',
  'preferences.roles.until': '{role} jusqu’au {date}',
  'preferences.giveUp': 'Renoncer',
  'preferences.giveUp.of': 'Renoncer au rôle Administrateur sur {licenseId}',
  'preferences.giveUp.title': 'Renoncer au rôle Administrateur sur {licenseId} ?',
  'preferences.giveUp.loses': 'Vous perdez immédiatement l’accès à {name} : vous n’y détenez rien d’autre.',
  'preferences.giveUp.keeps': 'Vous n’administrez plus {name}, dès maintenant, et y conservez {roles}.',
  'preferences.giveUp.back':
    'L’héritage ne le rétablit pas : seuls les ID de licence ajoutés plus tard viennent de {agreement}. Un autre administrateur peut vous l’attribuer.',
  'preferences.giveUp.confirm': 'Renoncer au rôle Administrateur',
  'preferences.gaveUp': 'Vous avez renoncé au rôle Administrateur sur {licenseId}',
  'preferences.giveUp.failed': 'Vous détenez toujours ce rôle.',
  'preferences.giveUp.last':
    'Vous êtes le dernier administrateur inscrit de {licenseIds}. Désignez-y d’abord un autre administrateur.',
  'preferences.giveUp.gone': 'Ce rôle n’existe plus : il n’y a plus rien à quoi renoncer.',

  'preferences.card.on': 'L’héritage du rôle Administrateur est activé pour {agreement}',
  'preferences.card.off': 'L’héritage du rôle Administrateur est désactivé pour {agreement}',
  'preferences.card.on.body':
    'Vous devenez administrateur de chaque ID de licence ajouté sous ce contrat-cadre.',
  'preferences.card.off.body': 'Vous pouvez devenir administrateur de chaque ID de licence qui y est ajouté.',
  'preferences.card.more':
    '{count, plural, one {Et # autre contrat-cadre} other {Et # autres contrats-cadres}}',

  'preferences.contactOnly':
    'Vous êtes un contact de {organization} et n’y avez encore aucun rôle. Voici ce que vous pouvez régler vous-même.',
};
