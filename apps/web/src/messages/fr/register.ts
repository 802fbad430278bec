import type { Translation } from '../translation.ts';

export const registerMessages: Translation = {
  'register.lead':
    '<b>{organization}</b> vous propose des rôles sur {count, plural, one {# ID de licence} other {# ID de licence}} de ses contrats de licences en volume avec {publisher}. Ils prennent effet dès votre inscription.',
  'register.contact.lead':
    'Vous êtes désigné comme contact d’un contrat de licences en volume de <b>{organization}</b> avec {publisher}. Inscrivez-vous pour administrer son ID de licence : vous décidez alors qui peut l’utiliser.',
  'register.contact.forward': 'Quelqu’un d’autre doit l’administrer ?',
  'register.contact.forward.body':
    'Transférez-lui l’e-mail d’invitation et ne vous inscrivez pas. La personne qui se connecte par son lien et s’inscrit devient administrateur à votre place. Chaque ID de licence a sa propre invitation.',
  'register.instead.lead':
    'Vous devenez administrateur d’un ID de licence de <b>{organization}</b> chez {publisher} et décidez qui peut l’utiliser.',
  'register.instead': 'Vous vous inscrivez à la place du contact.',
  'register.instead.body':
    'Cette invitation a été adressée à un contact du contrat, qui peut la transférer. Si vous vous inscrivez, c’est vous qui administrez l’ID de licence, et non le contact. Un e-mail l’informe de l’inscription et de sa date.',
  'register.list': 'Ce que vous activez',
  'register.list.more':
    'Afficher {count, plural, one {# autre ID de licence} other {# autres ID de licence}}',
  'register.period.from': '{role} à partir du {start}',
  'register.period.until': '{role} jusqu’au {end}',
  'register.period.fromUntil': '{role} du {start} au {end}',
  'register.as': 'Vous vous inscrivez en tant que',
  'register.notYou': 'Ce n’est pas vous ? Se connecter avec un autre compte',
  'register.notYou.failed': 'Vous êtes peut-être encore connecté.',
  'register.notYou.failed.body': 'Le serveur n’a pas répondu. Vérifiez votre connexion, puis réessayez.',
  'register.act': '{count, plural, one {S’inscrire} other {S’inscrire à # ID de licence}}',
  'register.expires': 'L’invitation est valable jusqu’au {date}.',
  'register.changed': 'L’invitation a changé pendant que vous la lisiez.',
  'register.changed.body': 'Voici ce qu’elle propose maintenant. Rien n’est encore activé.',
  'register.noAnswer': 'Le serveur n’a pas répondu.',
  'register.noAnswer.body': 'Vérifiez votre connexion, puis réessayez. Rien ne sera activé deux fois.',
  'register.unavailable': 'L’inscription n’est pas disponible pour le moment.',
  'register.unavailable.body': 'Rien n’a été activé. Réessayez dans une minute.',
  'register.failed': 'Vous n’êtes pas inscrit.',

  'register.done.title': 'Vous êtes inscrit',
  'register.done.lead': 'Vos rôles chez <b>{organization}</b> sont activés.',
  'register.done.may': 'Ce que vous pouvez faire maintenant',
  'register.done.list': 'Où',
  'register.done.go': 'Ouvrir les licences en volume',

  'register.may.administrator':
    'Attribuer, modifier et retirer les autorisations des autres, et faire tout ce que permettent les autres rôles.',
  'register.may.licensing-info-viewer':
    'Voir les détails des contrats, les commandes et les clés de contrat, et créer des récapitulatifs de licences.',
  'register.may.product-download-manager': 'Voir les contrats et télécharger les logiciels sous licence.',
  'register.may.product-keys-reader':
    'Voir les contrats et les clés, et gérer l’activation et l’utilisation des services en ligne.',
  'register.may.benefits-reader': 'Voir les contrats et gérer les droits du programme Home Use.',
  'register.may.online-services-manager':
    'Voir les contrats et les commandes, réserver et activer des services en ligne, et gérer les abonnements.',
  'register.may.invoice-reader': 'Voir les contrats, et consulter et télécharger les factures.',

  'register.invitation-expired.title': 'Cette invitation a expiré',
  'register.invitation-expired.body':
    'Elle n’a pas été acceptée à temps. Demandez à la personne qui vous l’a envoyée de la réinitialiser : vous recevrez un nouvel e-mail avec un nouveau lien.',
  'register.invitation-used.title': 'Cette invitation a déjà été utilisée',
  'register.invitation-used.body':
    'Si c’est vous qui l’avez utilisée, il n’y a plus rien à faire. Sinon, demandez à la personne qui vous l’a envoyée.',
  'register.invitation-reset.title': 'Une invitation plus récente a remplacé celle-ci',
  'register.invitation-reset.body':
    'Ouvrez le lien dans l’e-mail d’invitation le plus récent. Ce lien ne fonctionne plus.',
  'register.invitation-not-found.title': 'Cette invitation est inconnue',
  'register.invitation-not-found.body':
    'Le lien est peut-être incomplet : ouvrez-le depuis l’e-mail ou copiez-le en entier. Si cela ne suffit pas, l’invitation a été retirée : demandez à la personne qui vous l’a envoyée.',
  'register.wrong-account.title': 'Cette invitation est destinée à un autre compte',
  'register.wrong-account.body':
    'Vous êtes connecté en tant que <b>{email}</b>. Connectez-vous avec le compte indiqué dans l’e-mail d’invitation.',
  'register.wrong-account.again': 'Se connecter avec un autre compte',
  'register.too-many-requests.title': 'Trop de liens ont été essayés',
  'register.too-many-requests.body':
    'Attendez {minutes, plural, one {une minute} other {# minutes}}, puis réessayez. L’invitation reste inchangée.',
  'register.offline.title': 'L’invitation n’a pas pu être chargée',
  'register.go': 'Aller aux licences en volume',
};
