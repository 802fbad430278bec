import type { Translation } from '../translation.ts';

export const signInMessages: Translation = {
  'signIn.lead':
    'Voyez et décidez qui peut faire quoi dans les contrats de licences en volume de votre organisation avec {publisher}.',
  'signIn.lead.neutral':
    'Voyez et décidez qui peut faire quoi dans les contrats de licences en volume de votre organisation.',
  'signIn.account': 'Utilisez votre compte professionnel ou scolaire.',
  'signIn.workEmail': 'E-mail professionnel',
  'signIn.workEmail.why': 'Il détermine où vous vous connectez.',
  'signIn.workEmail.invalid': 'Saisissez votre e-mail professionnel, par exemple mara@company.example.',
  'signIn.continue': 'Continuer',
  'signIn.general': 'Se connecter sans le fournir',
  'signIn.invited':
    'Vous avez été invité ? Ouvrez le lien dans l’e-mail d’invitation : il mène ici, puis vous ramène à l’invitation.',
  'signIn.demo': 'Ceci est une démonstration. Vous choisissez qui vous êtes, sans mot de passe.',
  'signIn.toRegister.title': 'Se connecter pour s’inscrire',
  'signIn.toRegister.lead':
    'Connectez-vous d’abord. Vous voyez ensuite ce que propose l’invitation et décidez de vous inscrire ou non.',
  'signIn.toPage': 'Connectez-vous pour voir la page demandée.',
  'signIn.signedOut': 'Vous êtes déconnecté.',
  'signIn.signedOut.toRegister': 'Connectez-vous avec le compte qui doit accepter l’invitation.',

  'signIn.problem.sign-in-failed': 'La connexion n’a pas abouti.',
  'signIn.problem.sign-in-failed.body':
    'Votre fournisseur d’identité a refusé, ou la connexion a été annulée. Réessayez. Si cela ne suffit pas, contactez votre service informatique.',
  'signIn.problem.sign-in-expired': 'La connexion a pris trop de temps.',
  'signIn.problem.sign-in-expired.body':
    'Elle est restée ouverte plus de 10 minutes, a déjà été utilisée ou a été commencée dans un autre navigateur. Connectez-vous à nouveau.',
  'signIn.problem.no-verified-email': 'Votre compte n’a pas d’adresse e-mail vérifiée.',
  'signIn.problem.no-verified-email.body':
    'Demandez à votre service informatique de vérifier son adresse, ou connectez-vous avec un autre compte.',
  'signIn.problem.provider-unavailable': 'Le fournisseur d’identité ne répond pas.',
  'signIn.problem.provider-unavailable.body':
    'Réessayez dans quelques minutes. Ce que vous avez enregistré n’est pas affecté.',
  'signIn.problem.too-many-requests': 'Trop de connexions depuis votre réseau.',
  'signIn.problem.too-many-requests.body': 'Attendez 5 minutes, puis connectez-vous à nouveau.',
};
