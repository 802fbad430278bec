export const benefitMessages = {
  'benefits.title': 'Avantages',
  'benefits.lead':
    'Le programme Home Use permet à vos employés d’utiliser à domicile des logiciels sous licence.',
  'benefits.search': 'Rechercher un ID de licence ou un nom',
  'benefits.count': '{count, plural, one {# programme} other {# programmes}}',
  'benefits.empty': 'Aucune copie Home Use n’est encore accordée',
  'benefits.emptyBody': 'Un ID de licence apparaît ici dès que des copies y sont accordées aux employés.',
  'benefits.error': 'Les avantages n’ont pas pu être chargés',
  'benefits.file': 'home-use',
  'benefits.column.licenseId': 'ID de licence',
  'benefits.column.name': 'Contrat',
  'benefits.column.state': 'Home Use',
  'benefits.column.used': 'Utilisées',
  'benefits.column.endDate': 'Fin du contrat',
  'benefits.state.terms-open': 'Conditions à accepter',
  'benefits.state.in-set-up': 'En préparation',
  'benefits.state.active': 'Actif',
  'benefits.state.inactive': 'Inactif',
  'benefits.usedOf': '{used, number} sur {total, number}',
  'benefits.card.used': '{used, number} sur {total, number} utilisées',
  'benefits.used': 'Copies utilisées',
  'benefits.name': 'Programme Home Use',
  'benefits.step.done': 'Terminé',

  'benefits.terms': 'Conditions',
  'benefits.terms.lead': 'Version {version} des conditions de {publisher}. En bref\u00a0:',
  'benefits.terms.employees':
    'Les copies sont destinées aux employés de {organization}, pour un usage à domicile.',
  'benefits.terms.leaving': 'Qui quitte {organization} cesse d’utiliser sa copie.',
  'benefits.terms.contract': 'Le programme prend fin avec le contrat.',
  'benefits.terms.read': 'Lire les conditions',
  'benefits.terms.accept': 'Accepter les conditions',
  'benefits.terms.acceptedOn': 'Version {version}, acceptée le {date}.',
  'benefits.terms.accepted': 'Version {version}, acceptée par {name} le {date}.',
  'benefits.terms.changed':
    'Les conditions ont changé. Le programme continue\u00a0; acceptez-les avant de le réactiver.',

  'benefits.contact': 'Contact',
  'benefits.contact.lead': 'La personne que les employés interrogent. Le texte de l’e-mail la nomme.',
  'benefits.contact.name': 'Nom',
  'benefits.contact.email': 'E-mail',
  'benefits.contact.name.missing': 'Saisissez un nom.',
  'benefits.contact.email.wrong': 'Saisissez une adresse e-mail, par exemple nom@societe.example.',
  'benefits.contact.save': 'Enregistrer le contact',
  'benefits.contact.change': 'Modifier le contact',

  'benefits.domains': 'Domaines de messagerie',
  'benefits.domains.lead': 'Seul qui a une adresse dans l’un d’eux peut utiliser le code d’accès.',
  'benefits.domains.label': 'Domaines, un par ligne',
  'benefits.domains.hint':
    'De 1 à {most, number}, sans les sous-domaines\u00a0: chacun est un domaine à part.',
  'benefits.domains.none': 'Saisissez un domaine.',
  'benefits.domains.many': 'Saisissez au plus {most, number} domaines.',
  'benefits.domains.no-domain':
    '«\u00a0{domain}\u00a0» n’est pas un domaine. Saisissez-en un comme societe.example.',
  'benefits.domains.public-provider':
    'N’importe qui peut obtenir une adresse dans «\u00a0{domain}\u00a0». Saisissez des domaines qui ne sont qu’à vous.',
  'benefits.domains.save': 'Enregistrer les domaines',
  'benefits.domains.change': 'Modifier les domaines',

  'benefits.activation': 'Activation',
  'benefits.activation.first': 'Terminez d’abord les étapes ci-dessus.',
  'benefits.activation.not-entitled':
    'Aucune copie n’est accordée sur cet ID de licence. Votre partenaire peut vous dire pourquoi.',
  'benefits.activation.contract-over': 'Le contrat a pris fin, et le programme avec lui.',
  'benefits.activation.ready': 'L’activation crée un code d’accès pour vos employés.',
  'benefits.activation.again': 'Le programme n’est pas actif. L’activation crée un nouveau code d’accès.',
  'benefits.activate': 'Activer',
  'benefits.code': 'Code d’accès',
  'benefits.code.copy': 'Copier le code',
  'benefits.code.renew': 'Nouveau code',
  'benefits.code.renew.title': 'Remplacer le code d’accès {code}\u00a0?',
  'benefits.code.renew.body':
    'Il cesse aussitôt de fonctionner, pour tous ceux qui l’ont. Envoyez le nouveau à vos employés.',
  'benefits.code.renew.confirm': 'Remplacer le code',
  'benefits.deactivate': 'Désactiver',
  'benefits.deactivate.title': 'Désactiver le programme Home Use de {licenseId}\u00a0?',
  'benefits.deactivate.body':
    'Le code d’accès {code} cesse aussitôt de fonctionner. Le contact et les domaines restent. Une réactivation crée un autre code.',
  'benefits.deactivate.confirm': 'Désactiver le programme',

  'benefits.mail': 'Texte de l’e-mail aux employés',
  'benefits.mail.copy': 'Copier le texte',
  'benefits.mail.text': `Bonjour,

En tant qu’employé de {organization}, vous pouvez utiliser à domicile les logiciels de {publisher}, grâce au programme Home Use.

1. {hasShop, select, true {Ouvrez {shop}} other {Ouvrez la boutique Home Use de {publisher}}}
2. Saisissez le code d’accès {code} et votre adresse e-mail professionnelle (elle se termine par {domains}).
3. Suivez les instructions que {publisher} vous envoie.

Merci de ne transmettre le code à personne en dehors de {organization}.

Des questions\u00a0? {name}, {email}`,

  'benefits.saved.accept-terms': 'Conditions acceptées',
  'benefits.saved.set-contact': 'Contact enregistré',
  'benefits.saved.set-domains': 'Domaines enregistrés',
  'benefits.saved.activate': 'Programme Home Use activé',
  'benefits.saved.renew-code': 'Code d’accès remplacé',
  'benefits.saved.deactivate': 'Programme Home Use désactivé',
  'benefits.failed': 'Rien n’a été enregistré',
  'benefits.failed.state': 'Le programme en est maintenant à une autre étape. Regardez de nouveau.',
  'benefits.failed.stale':
    'Quelqu’un a modifié le programme entre-temps. Il s’affiche tel qu’il est maintenant.',
} as const;
