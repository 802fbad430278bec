/** Every text of the mails in French, by the ids of `en.ts`. */
export const fr: Readonly<Record<string, string>> = {
  'subject.invitation': 'Action requise : connectez-vous pour gérer vos licences en volume',
  'subject.permissionChange':
    'Modification des autorisations sur les contrats de licences en volume {publisher}',
  'subject.contactRegistered': 'Votre invitation aux licences en volume a donné lieu à une inscription',
  'subject.contactChanged': 'Un contact de vos contrats de licences en volume {publisher} a changé',
  'subject.ticketAnswer': 'Réponse à votre ticket {reference} sur les licences en volume {publisher}',
  'subject.feedbackAnswer': 'Réponse à vos commentaires sur les licences en volume {publisher}',

  masthead: '{publisher} Licences en volume',
  greeting: 'Bonjour {name},',
  'footer.automatic':
    'Ceci est un message automatique concernant les contrats de licences en volume de {organization} avec {publisher}. Les réponses ne sont pas lues.',
  'footer.answer':
    'Vous avez écrit à {publisher} en tant que membre de {organization}. Les réponses à ce message ne sont pas lues.',
  'link.lead': '{label} :',
  'link.instead': 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
  roles: 'Rôles : {roles}',

  'invitation.preheader':
    '{organization} vous propose des rôles sur {count, plural, one {# ID de licence} other {# ID de licence}}. Inscrivez-vous avant le {expiresAt}.',
  'invitation.heading': 'Inscrivez-vous pour activer vos rôles de licences en volume',
  'invitation.lead':
    '{organization} vous propose des rôles sur {count, plural, one {# ID de licence} other {# ID de licence}} de ses contrats avec {publisher}. Ils prennent effet dès que vous vous connectez et vous inscrivez.',
  'invitation.button': 'Se connecter et s’inscrire',
  'invitation.account':
    'Connectez-vous en tant que {signInEmail} : aucun autre compte ne peut utiliser cette invitation. Elle est valable jusqu’au {expiresAt}.',
  'invitation.list': 'Ce que vous activez',
  'invitation.unexpected':
    'Si vous n’attendiez pas ce message, ignorez-le : rien ne prend effet sans votre inscription.',

  'contactInvitation.preheader':
    'Vous êtes un contact de l’ID de licence {licenseId} de {organization}. Inscrivez-vous, ou transférez ce message, avant le {expiresAt}.',
  'contactInvitation.heading': 'Inscrivez-vous comme administrateur de l’ID de licence {licenseId}',
  'contactInvitation.lead':
    'Vous êtes désigné comme contact d’un contrat de licences en volume de {organization} avec {publisher}. Connectez-vous et inscrivez-vous pour administrer son ID de licence : vous décidez alors qui peut l’utiliser.',
  'contactInvitation.expiry': 'L’invitation est valable jusqu’au {expiresAt}.',
  'contactInvitation.forward.heading': 'Quelqu’un d’autre doit l’administrer ?',
  'contactInvitation.forward':
    'Transférez-lui ce message au lieu de vous inscrire. La personne qui se connecte par son lien et s’inscrit devient administrateur de l’ID de licence {licenseId} à votre place.',
  'contactInvitation.forward.each':
    'Chaque ID de licence a sa propre invitation : transférez-la pour chaque ID de licence que vous ne souhaitez pas administrer.',
  'contactInvitation.forward.registered':
    'Une fois inscrit, vous ne pouvez plus transférer cette invitation. Pour passer la main, attribuez alors le rôle à un autre administrateur.',

  'permissionChange.preheader':
    'Vos rôles ont changé sur {count, plural, one {# ID de licence} other {# ID de licence}} de {organization}.',
  'permissionChange.heading': 'Vos autorisations ont changé',
  'permissionChange.lead':
    'Vos rôles de licences en volume ont changé sur {count, plural, one {# ID de licence} other {# ID de licence}} de {organization}. Vous n’avez pas à vous inscrire de nouveau.',
  'permissionChange.list': 'Ce qui a changé',
  'permissionChange.added': 'Ajouté : {roles}',
  'permissionChange.removed': 'Retiré : {roles}',
  'permissionChange.rescheduled': 'Nouvelles dates : {roles}',
  'permissionChange.button': 'Ouvrir les licences en volume',
  'permissionChange.help':
    'Si vous pensez qu’il s’agit d’une erreur, adressez-vous au partenaire qui a vendu le contrat. Vos services achats, finance ou informatique savent peut-être qui c’est.',

  'contactRegistered.preheader':
    'Une inscription à l’ID de licence {licenseId} de {organization} a été faite avec l’invitation qui vous a été envoyée.',
  'contactRegistered.heading': 'Inscription faite pour l’ID de licence {licenseId}',
  'contactRegistered.lead':
    'Vous avez été invité à administrer un ID de licence de {organization}, en tant que contact de son contrat avec {publisher}. L’invitation a servi à une inscription le {registeredAt}, et la personne inscrite administre maintenant l’ID de licence.',
  'contactRegistered.forwarded': 'Si vous avez transféré l’invitation, vous n’avez rien à faire.',
  'contactRegistered.notForwarded':
    'Si vous ne l’avez pas transférée, adressez-vous au partenaire qui a mis le contrat en place.',

  'contact.primary-contact': 'contact principal',
  'contact.notices-correspondent': 'correspondant pour les notifications',
  'contact.online-access-contact': 'contact pour l’accès en ligne',
  'contact.bill-to-contact': 'contact de facturation',
  'contactChanged.preheader': 'Un contact d’un contrat de {organization} a changé : {contact}.',
  'contactChanged.heading': 'Un contact a changé',
  'contactChanged.lead':
    'Le partenaire de {organization} a changé un contact ({contact}) {count, plural, one {d’un ID de licence} other {de # ID de licence}} que vous administrez.',
  'contactChanged.now': 'Nouveau contact ({contact}) : {name} ({email}).',
  'contactChanged.roles': 'Personne n’obtient ni ne perd de rôle, et personne n’a été invité.',
  'contactChanged.wrong':
    'S’il s’agit d’une erreur, adressez-vous au partenaire : les contacts ne changent que par lui.',

  'supportAnswer.preheader': 'Le support de {publisher} a répondu à votre message.',
  'supportAnswer.ticket.heading': 'Réponse au ticket {reference}',
  'supportAnswer.feedback.heading': 'Réponse à vos commentaires',
  'supportAnswer.button': 'Ouvrir Aide et support',
  'supportAnswer.more':
    'Si cela ne résout pas le problème, ouvrez-y un nouveau ticket en indiquant {reference} : personne ne lit les réponses à ce message.',
  'supportAnswer.ticket.asked': 'Votre question : {subject}',
  'supportAnswer.feedback.asked': 'Ce que vous avez écrit',

  'role.administrator': 'Administrateur',
  'role.licensing-info-viewer': 'Lecteur des informations de licence',
  'role.product-download-manager': 'Gestionnaire des téléchargements',
  'role.product-keys-reader': 'Lecteur des clés de produit',
  'role.benefits-reader': 'Lecteur des avantages',
  'role.online-services-manager': 'Gestionnaire des services en ligne',
  'role.invoice-reader': 'Lecteur des factures',

  'period.from': '{role} (à partir du {startsAt})',
  'period.until': '{role} (jusqu’au {endsAt})',
  'period.fromUntil': '{role} (du {startsAt} au {endsAt})',
  'period.unlimited': '{role} (à partir du {startsAt}, sans fin)',
};
