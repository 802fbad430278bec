import type { Translation } from '../translation.ts';

export const downloadMessages: Translation = {
  'downloads.title': 'Téléchargements',
  'downloads.lead':
    'Les logiciels que proposent vos ID de licence, avec la somme de contrôle de chaque fichier.',
  'downloads.search': 'Rechercher produit, version ou nom de fichier',
  'downloads.count': '{count, plural, one {# fichier} other {# fichiers}}',
  'downloads.empty': 'Rien à télécharger pour l’instant',
  'downloads.emptyBody':
    'Les fichiers apparaissent ici dès que votre partenaire les propose sous l’un de vos ID de licence.',
  'downloads.error': 'Les fichiers n’ont pas pu être chargés',
  'downloads.file': 'telechargements',
  'downloads.column.product': 'Produit',
  'downloads.column.version': 'Version',
  'downloads.column.language': 'Langue',
  'downloads.column.architecture': 'Architecture',
  'downloads.column.fileType': 'Type de fichier',
  'downloads.column.size': 'Taille',
  'downloads.column.sha256': 'SHA-256',
  'downloads.name': '{product} {version}',
  'downloads.notAvailable': 'Non disponible au téléchargement',
  'downloads.notAvailable.body':
    'L’éditeur ne propose pas ce fichier au téléchargement. Cherchez une autre version ou demandez à votre partenaire.',
  'downloads.fact.fileName': 'Nom du fichier',
  'downloads.fact.partNumber': 'Référence',
  'downloads.fact.number': 'Numéro de téléchargement',
  'downloads.fact.size': '{size} ({bytes, number} octets)',
  'downloads.fact.license': 'Proposé sous',
  'downloads.sha256.about': 'Comparez-la à la somme de contrôle du fichier que vous recevez.',
  'downloads.sha256.copy': 'Copier SHA-256',
  'downloads.license': 'Télécharger sous l’ID de licence',
  'downloads.license.about':
    '{count, plural, other {# de vos ID de licence le proposent. Celui que vous choisissez est consigné.}}',
  'downloads.license.search': 'Chercher un autre ID de licence',
  'downloads.license.none': 'Aucun ID de licence qui le propose ne correspond',
  'downloads.license.chosen': 'Choisi : {licenseId}',
  'downloads.download': 'Télécharger',
  'downloads.begun': 'Le téléchargement commence',
  'downloads.begun.body': 'Votre navigateur enregistre {file}. S’il s’interrompt, recommencez ici.',
  'downloads.failed': 'Le téléchargement n’a pas commencé',
  'downloads.failed.gone': 'Le fichier n’est plus proposé, ou votre rôle ne l’ouvre plus.',
  'downloads.failed.storage': 'Le fichier ne peut pas être lu pour l’instant. Réessayez plus tard.',
};
