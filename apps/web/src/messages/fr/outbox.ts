import type { Translation } from '../translation.ts';

export const outboxMessages: Translation = {
  'outbox.title': 'Boîte d’envoi',

  'outbox.kept.title': 'Les e-mails sont conservés ici et ne sont pas envoyés.',
  'outbox.kept.body':
    'Aucun serveur SMTP n’est défini. Définissez SMTP_URL, et les e-mails conservés partiront.',
  'outbox.search': 'Rechercher destinataire, objet ou organisation',
  'outbox.state': 'État',
  'outbox.state.any': 'Tous les états',
  'outbox.count':
    '{count, plural, =0 {Aucun e-mail} one {# e-mail} other {# e-mails}}{more, select, yes { chargés, suite plus bas} other {}}',
  'outbox.list': 'E-mails',
  'outbox.refresh': 'Actualiser',
  'outbox.column.to': 'À',
  'outbox.column.subject': 'Objet',
  'outbox.column.state': 'État',
  'outbox.column.organization': 'Organisation',
  'outbox.column.when': 'Date',
  'outbox.error': 'Les e-mails n’ont pas pu être chargés',
  'outbox.empty': 'Aucun e-mail pour l’instant',
  'outbox.empty.body':
    'Les invitations et les modifications d’autorisations apparaissent ici dès qu’elles sont rédigées.',
  'outbox.noMatch': 'Aucun e-mail trouvé',
  'outbox.clear': 'Effacer la recherche et l’état',

  'outbox.held': 'En attente',
  'outbox.kept': 'Conservé ici',
  'outbox.sending': 'En cours d’envoi',
  'outbox.sent': 'Envoyé',
  'outbox.failed': 'Échec',
  'outbox.cancelled': 'Annulé',

  'outbox.mail.title': 'E-mail',
  'outbox.mail.to': 'À',
  'outbox.mail.from': 'De',
  'outbox.mail.organization': 'Organisation',
  'outbox.mail.state': 'État',
  'outbox.mail.created': 'Rédigé',
  'outbox.mail.due': 'Part à {at}',
  'outbox.mail.retry': 'Prochaine tentative à {at}',
  'outbox.mail.sentAt': 'Envoyé à {at}',
  'outbox.mail.attempts': '{count, plural, one {# tentative} other {# tentatives}}',
  'outbox.mail.parts': 'Parties de l’e-mail',
  'outbox.mail.html': 'Aperçu',
  'outbox.mail.text': 'Texte brut',
  'outbox.mail.frame': 'E-mail : {subject}',
  'outbox.mail.link': 'Ouvrir son lien',
  'outbox.mail.link.hint':
    'S’ouvre dans un nouvel onglet, où vous êtes peut-être encore connecté sous une autre identité.',
  'outbox.mail.copyLink': 'Copier son lien',
  'outbox.mail.notFound.title': 'Cet e-mail n’existe pas',
  'outbox.mail.notFound.body': 'Il a peut-être été supprimé.',
  'outbox.mail.error': 'L’e-mail n’a pas pu être chargé',
};
