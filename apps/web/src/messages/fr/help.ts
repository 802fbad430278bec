import type { Translation } from '../translation.ts';

export const helpMessages: Translation = {
  'help.admin.link': 'Qui est mon administrateur VL ?',
  'help.admin.title': 'Qui est mon administrateur VL ?',
  'help.admin.secret':
    'Aucune page ne vous le dit : seuls les administrateurs d’un ID de licence voient qui l’administre. Voici comment le savoir.',
  'help.admin.partner': 'Demandez à votre partenaire de licences',
  'help.admin.partner.body':
    'L’entreprise qui a vendu les licences en volume à votre organisation sait qui est désigné dans le contrat et peut transmettre votre demande.',
  'help.admin.inHouse': 'Vous ne savez pas qui est le partenaire ?',
  'help.admin.inHouse.body':
    'Vos collègues des achats, de la finance ou de l’informatique le savent peut-être.',
  'help.admin.invited': 'Avez-vous déjà été invité ?',
  'help.admin.invited.body':
    'Ouvrez alors le lien dans l’e-mail d’invitation. S’il ne fonctionne plus, demandez une nouvelle invitation à la personne qui vous l’a envoyée.',
  'help.admin.go': 'Aller aux licences en volume',
};
