import type { Translation } from '../translation.ts';

export const feedbackMessages: Translation = {
  'feedback.title': 'Donner votre avis',
  'feedback.lead': 'Il est adressé à {publisher}, qui réalise ce produit.',
  'feedback.help': 'Besoin d’aide ?',
  'feedback.help.link': 'Aller à Aide et support',
  'feedback.sentiment': 'Êtes-vous satisfait ? (facultatif)',
  'feedback.satisfied': 'Satisfait',
  'feedback.neither': 'Ni l’un ni l’autre',
  'feedback.dissatisfied': 'Insatisfait',
  'feedback.text': 'Qu’est-ce qui vous plaît, ou que faudrait-il améliorer ?',
  'feedback.text.missing': 'Écrivez quelques mots.',
  'feedback.text.long': 'Raccourcissez : {count} caractères de trop.',
  'feedback.organization': 'Organisation',
  'feedback.organization.missing': 'Choisissez l’organisation dont il s’agit.',

  'feedback.screenshot': 'Capture d’écran (facultatif)',
  'feedback.screenshot.hint':
    'PNG, JPEG ou WebP. Vous pouvez en coller une. Vérifiez qu’elle ne montre rien que {publisher} ne devrait pas voir.',
  'feedback.screenshot.choose': 'Choisir une image',
  'feedback.screenshot.take': 'Faire une capture d’écran',
  'feedback.screenshot.preview': 'Votre capture d’écran',
  'feedback.screenshot.remove': 'Retirer la capture d’écran',
  'feedback.screenshot.added': 'Capture d’écran ajoutée',
  'feedback.screenshot.noPicture':
    'Ce n’est pas une image affichable. Choisissez un PNG, un JPEG ou un WebP.',
  'feedback.screenshot.tooLarge': 'Cette image est trop volumineuse. Choisissez-en une de 2 Mo au maximum.',
  'feedback.screenshot.notTaken':
    'Aucune capture d’écran n’a été faite. Vous pouvez choisir une image à la place.',

  'feedback.contact': 'Vous pouvez me contacter à ce sujet',
  'feedback.email': 'E-mail',
  'feedback.email.wrong': 'Indiquez une adresse e-mail.',
  'feedback.sentWith': 'Envoyés avec : votre nom, votre e-mail de connexion et l’adresse de cette page.',
  'feedback.send': 'Envoyer l’avis',
  'feedback.failed': 'L’envoi a échoué. Ce que vous avez écrit est conservé.',
  'feedback.failed.offline': 'Le serveur n’a pas répondu. Vérifiez votre connexion, puis renvoyez.',
  'feedback.sent': 'Merci, votre avis a été envoyé',
  'feedback.sent.body': '{publisher} lit tous les avis.',
  'feedback.sent.contact': '{publisher} lit tous les avis et pourra écrire à {email}.',
  'feedback.more': 'Donner un autre avis',
  'feedback.close': 'Fermer',
};
