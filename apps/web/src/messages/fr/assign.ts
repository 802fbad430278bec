import type { Translation } from '../translation.ts';

export const assignMessages: Translation = {
  'assign.step.people': 'Personnes',
  'assign.step.contracts': 'Contrats',
  'assign.step.roles': 'Rôles',
  'assign.step.verify': 'Vérifier et enregistrer',

  'assign.draft.savedNow': 'Brouillon enregistré à l’instant',
  'assign.draft.savedMinutes':
    'Brouillon enregistré il y a {minutes, plural, one {# minute} other {# minutes}}',
  'assign.draft.savedAt': 'Brouillon enregistré : {time}',
  'assign.draft.notKept.title': 'Ce brouillon n’est conservé que dans cet onglet.',
  'assign.draft.notKept.body':
    'Le stockage de ce navigateur est plein ou désactivé. Enregistrez avant de fermer l’onglet.',
  'assign.draft.close': 'Enregistrer le brouillon et fermer',
  'assign.draft.closed': 'Brouillon conservé sur cet appareil',
  'assign.draft.closedBody': 'Ouvrez « Attribuer des rôles » pour le reprendre.',
  'assign.draft.discard': 'Abandonner le brouillon',
  'assign.draft.discarded': 'Brouillon abandonné',
  'assign.draft.discardedBody':
    'Il contenait {people, plural, one {# personne} other {# personnes}} et {pairs, plural, =0 {aucun ID de licence} one {# attribution} other {# attributions}}. Rien de ce qui est enregistré ne change.',
  'assign.draft.undo': 'Annuler',
  'assign.draft.restored': 'Le brouillon est de retour.',
  'assign.draft.unfinished': 'Vous avez un brouillon inachevé',
  'assign.draft.unfinishedBody':
    'Il contient {names} avec {pairs, plural, =0 {aucun ID de licence} one {# attribution} other {# attributions}} et a été modifié {when}. Le lien ajouterait {added, plural, one {# personne} other {# personnes}}.',
  'assign.draft.continue': 'Continuer votre brouillon',
  'assign.draft.join': 'Ajouter à votre brouillon',
  'assign.draft.anew': 'Recommencer',
  'assign.draft.anewHint':
    'Recommencer abandonne {pairs, plural, =0 {le brouillon} one {# attribution} other {# attributions}} de {people, plural, one {# personne} other {# personnes}}. Vous pouvez annuler.',

  'assign.empty.title': 'Ce brouillon ne contient encore personne',
  'assign.empty.body':
    'Ajoutez les personnes qui doivent avoir des rôles. Rien n’est envoyé avant l’enregistrement.',
  'assign.empty.action': 'Ajouter des utilisateurs',
  'assign.people.count': '{count, plural, one {# personne} other {# personnes}}',
  'assign.people.list': 'Personnes et leurs ID de licence',
  'assign.people.edit': 'Ajouter ou modifier des utilisateurs',

  'assign.person.licenseIds':
    '{count, plural, =0 {Aucun ID de licence} one {# ID de licence} other {# ID de licence}}',
  'assign.person.change': '{added, plural, one {# rôle ajouté} other {# rôles ajoutés}}, {removed} retirés',
  'assign.person.added': '+{count, number}',
  'assign.person.removed': '−{count, number}',
  'assign.person.mailTo': '{signInEmail} · les e-mails vont à {businessEmail}',
  'assign.person.menu': 'Plus pour {name}',
  'assign.person.edit': 'Modifier le nom et l’e-mail',
  'assign.person.copyToAll':
    'Donner les mêmes ID de licence et rôles {count, plural, one {à l’autre personne} other {aux # autres}}',
  'assign.person.copyAccess': 'Copier l’accès d’une autre personne',
  'assign.people.copyAccess': 'Copier l’accès',
  'assign.people.csv': 'Importer un CSV',
  'assign.csvReport.title':
    '{taken, number} sur {total, plural, one {# ligne} other {# lignes}} de {name} sont dans le brouillon.',
  'assign.csvReport.body':
    '{count, plural, =0 {Aucune n’a été laissée de côté.} one {# ligne n’a pas été reprise.} other {# lignes n’ont pas été reprises.}}',
  'assign.csvReport.show': 'Afficher le rapport',
  'assign.person.copied':
    '{count, plural, one {# personne a} other {# personnes ont}} maintenant les ID de licence et les rôles de {name}.',
  'assign.person.remove': 'Retirer du brouillon',
  'assign.person.removed.status': '{name} a quitté le brouillon.',
  'assign.person.noLicenseIds':
    'Aucun ID de licence pour l’instant. Ajoutez les contrats sur lesquels {name} doit avoir des rôles.',
  'assign.person.addHeld':
    'Ajouter {count, plural, one {l’ID de licence où cette personne a} other {les # ID de licence où cette personne a}} des rôles',

  'assign.column.licenseId': 'ID de licence',
  'assign.column.contract': 'Contrat',
  'assign.column.roles': 'Rôles après enregistrement',
  'assign.column.ends': 'Fin',
  'assign.column.admins': 'Admins',
  'assign.license.noRoles': 'Aucun rôle pour l’instant',
  'assign.license.inheritedOnly': 'Reste hérité',
  'assign.license.remove': 'Retirer {licenseId} du brouillon de {name}',
  'assign.license.removed': '{licenseId} a quitté le brouillon de {name}.',

  'assign.docked': 'ID de licence et rôles de {name}',
  'assign.addContracts': 'Ajouter des contrats',
  'assign.assignRoles': 'Attribuer des rôles',

  'assign.summary.nothing': 'Aucun changement de rôle pour l’instant',
  'assign.summary.changes':
    '{added, plural, one {# rôle ajouté} other {# rôles ajoutés}}, {removed, number} retirés{rescheduled, plural, =0 {} one {, # avec d’autres dates} other {, # avec d’autres dates}}',
  'assign.summary.where': 'sur {licenseIds, plural, one {# ID de licence} other {# ID de licence}}.',
  'assign.summary.unsent': 'Rien n’est envoyé avant l’enregistrement.',
  'assign.next.contracts': 'Continuer vers les contrats',
  'assign.next.roles': 'Continuer vers les rôles',
  'assign.next.verify': 'Vérifier et enregistrer les attributions',

  'assign.gap.nobody': 'Ajoutez d’abord des personnes.',
  'assign.gap.licenseIds':
    '{name}{others, plural, =0 { n’a} one { et # autre personne n’ont} other { et # autres personnes n’ont}} pas encore d’ID de licence. Ajoutez des contrats, ou retirez {others, plural, =0 {cette personne} one {ces personnes} other {ces personnes}} du brouillon.',
  'assign.gap.roles':
    '{name} n’a pas encore de rôle sur {licenseIds}. Attribuez des rôles, ou retirez {count, plural, one {l’ID de licence} other {ces ID de licence}} du brouillon.',
  'assign.gap.rolesMore':
    '{name} n’a pas encore de rôle sur {licenseIds}, et {others, plural, one {# autre personne en manque} other {# autres personnes en manquent}} aussi. Attribuez des rôles, ou retirez ces ID de licence du brouillon.',
  'assign.gap.andMore': '{count, plural, one {# autre} other {# autres}}',
  'assign.gap.tooMany':
    'Ce brouillon contient {pairs, number} attributions ; une modification en contient au plus {max, number}. Enregistrez-en d’abord une partie.',

  'assign.prefill.failed': 'Tout le contenu du lien n’a pas pu être ajouté.',
  'assign.prefill.failedBody': 'Ajoutez le reste à la main, ou ouvrez à nouveau le lien.',

  'assign.users.title': 'Ajouter ou modifier des utilisateurs',
  'assign.users.description':
    'Recherchez dans votre annuaire, collez des e-mails ou ajoutez quelqu’un par son e-mail de connexion.',
  'assign.users.description.none':
    'Recherchez des personnes déjà connues ici, collez des e-mails ou ajoutez quelqu’un par son e-mail de connexion.',
  'assign.users.search': 'Rechercher nom ou e-mail',
  'assign.users.nobodyFound':
    'Personne n’a été trouvé. Ajoutez la personne ci-dessous par son e-mail de connexion.',
  'assign.users.searchFailed': 'La recherche n’a pas répondu. Saisissez à nouveau pour réessayer.',
  'assign.users.results': 'Personnes trouvées',
  'assign.users.added': '{name} ajouté.',
  'assign.users.removed': '{name} retiré.',
  'assign.users.merged': '{name} est déjà dans la liste : les deux entrées ont été fusionnées.',
  'assign.users.foundInDirectory':
    '{name} figure dans votre annuaire avec cet e-mail et a été ajouté depuis celui-ci.',
  'assign.users.found': '{name} détient ou a détenu des rôles ici et a été ajouté sous ce nom.',
  'assign.users.list': 'Personnes dans le brouillon',
  'assign.users.none': 'Personne pour l’instant.',
  'assign.users.external.found': '{email} · absent de votre annuaire',
  'assign.users.external.open': 'Ajouter quelqu’un hors de votre annuaire',
  'assign.users.external.title': 'Quelqu’un hors de votre annuaire',
  'assign.users.new.open': 'Ajouter quelqu’un par e-mail',
  'assign.users.new.title': 'Nouvelle personne',
  'assign.users.signInEmail': 'E-mail de connexion',
  'assign.users.signInEmail.hint': 'De son compte professionnel ou scolaire.',
  'assign.users.fullName': 'Nom complet',
  'assign.users.businessEmail': 'E-mail professionnel',
  'assign.users.businessEmail.hint': 'Là où vont les e-mails. Laissé vide, c’est l’e-mail de connexion.',
  'assign.users.external.add': 'Ajouter à la liste',
  'assign.users.edit': 'Modifier {name}',
  'assign.users.remove': 'Retirer {name}',
  'assign.users.done': 'Terminé',
  'assign.users.error.email': 'Saisissez une adresse e-mail, par exemple name@company.example.',
  'assign.users.error.name': 'Saisissez le nom complet : cette personne n’est pas connue ici.',
  'assign.users.error.nameTooLong': 'Saisissez un nom de 200 caractères au maximum.',
  'assign.users.review': 'Vérifier et appliquer',
  'assign.users.reviewTitle': 'Vérifier les utilisateurs',
  'assign.users.reviewDescription': 'Voici ce qui change dans le brouillon. Rien n’est encore envoyé.',
  'assign.users.nothingChanged': 'Rien n’a encore changé.',
  'assign.users.apply': 'Appliquer',
  'assign.users.back': 'Retour',
  'assign.users.change.added': 'Ajouté',
  'assign.users.change.edited': 'Modifié',
  'assign.users.change.removed': 'Retiré du brouillon',
  'assign.users.change.removedWith':
    'Retiré du brouillon avec {count, plural, one {# ID de licence} other {# ID de licence}}',
  'assign.users.change.none': 'Aucune modification',
  'assign.users.readFailed':
    'Ce que ces personnes détiennent aujourd’hui n’a pas pu être lu. Rien n’a été appliqué.',

  'assign.contracts.description':
    'Pour {name}. Vous voyez {count, plural, one {l’ID de licence que} other {les # ID de licence que}} vous administrez.',
  'assign.contracts.tabs': 'Façons d’ajouter des contrats',
  'assign.contracts.search.tab': 'Rechercher et sélectionner',
  'assign.contracts.paste.tab': 'Coller une liste',
  'assign.contracts.search': 'ID de licence, contrat, programme ou contrat-cadre',
  'assign.contracts.count': '{available, number} disponibles, {selected, number} sélectionnés',
  'assign.contracts.clear': 'Effacer la sélection',
  'assign.contracts.none': 'Aucun ID de licence trouvé',
  'assign.contracts.noneBody': 'Cherchez autre chose, ou effacez la recherche.',
  'assign.contracts.clearSearch': 'Effacer la recherche',
  'assign.contracts.allAdded': 'Tous les ID de licence que vous administrez sont dans le brouillon de {name}',
  'assign.contracts.detail': '{program} · {agreement}',
  'assign.contracts.holds': 'A {roles}',
  'assign.contracts.oneAdmin': '{count, number}, un seul administrateur',
  'assign.contracts.add': 'Ajouter {count, plural, =0 {des contrats} one {# contrat} other {# contrats}}',
  'assign.contracts.nothingSelected': 'Sélectionnez d’abord des ID de licence.',
  'assign.contracts.nothingPasted': 'Collez d’abord des ID de licence.',
  'assign.contracts.forAll':
    'Aussi pour {count, plural, one {l’autre personne} other {les # autres}} de ce brouillon',
  'assign.contracts.loadFailed': 'Les ID de licence n’ont pas pu être chargés',
  'assign.contracts.added':
    '{count, plural, one {# ID de licence ajouté} other {# ID de licence ajoutés}} pour {name}.',
  'assign.contracts.addFailed':
    'Ce que ces personnes détiennent aujourd’hui n’a pas pu être lu. Rien n’a été ajouté.',
  'assign.contracts.paste': 'Collez des ID de licence, un par ligne ou directement depuis un tableur',
  'assign.contracts.paste.hint': 'Les espaces et le reste du texte sont ignorés.',
  'assign.contracts.paste.found':
    '{count, plural, one {# ID de licence trouvé} other {# ID de licence trouvés}}',
  'assign.contracts.paste.present': '{count, number} déjà ajoutés',
  'assign.contracts.paste.repeated': '{count, number} répétés',
  'assign.contracts.paste.unknown': '{count, number} absents des ID que vous administrez',
  'assign.contracts.paste.problems': 'Lignes qui n’ajoutent rien',
  'assign.contracts.paste.line': 'Ligne {line, number}',
  'assign.contracts.paste.line.present': '{licenseIds} déjà ajouté',
  'assign.contracts.paste.line.repeated': '{licenseIds} figure plus haut',
  'assign.contracts.paste.line.unknown': '{licenseIds} absent des ID de licence que vous administrez',
  'assign.contracts.paste.line.nothing': 'Aucun ID de licence trouvé',
  'assign.contracts.paste.moreLines': '{count, plural, one {# autre ligne} other {# autres lignes}}',

  'assign.roles.title': 'Attribuer des rôles aux contrats sélectionnés',
  'assign.roles.description': '{name} peut avoir des rôles différents sur chaque ID de licence.',
  'assign.roles.column': 'Rôles de licences en volume',
  'assign.roles.list': 'ID de licence de {name} avec leurs rôles',
  'assign.roles.rolesOn': 'Rôles sur {licenseId}',
  'assign.roles.none': 'Aucun rôle',
  'assign.roles.selectAll': 'Sélectionner tous les ID de licence',
  'assign.roles.select': 'Sélectionner {licenseId}',
  'assign.roles.copy': 'Copier les propriétés de rôle de {licenseId}',
  'assign.roles.copyNothing': 'Aucun rôle à copier sur {licenseId}',
  'assign.roles.paste': 'Coller les propriétés de rôle sur {licenseId}',
  'assign.roles.pasteNothing': 'Copiez d’abord les propriétés de rôle d’un ID de licence',
  'assign.roles.pasteSource': 'Les propriétés de rôle ont été copiées d’ici',
  'assign.roles.copiedFrom': 'Copié de {licenseId}',
  'assign.roles.pasteTo': 'Coller les propriétés de rôle sur {count, number}',
  'assign.roles.pasteToNone': 'Sélectionnez les ID de licence où coller.',
  'assign.roles.pasteToSelected': 'Coller les propriétés de rôle',
  'assign.roles.status.copied': 'Propriétés de rôle de {licenseId} copiées : {roles}.',
  'assign.roles.status.pasted':
    'Propriétés de rôle collées sur {count, plural, one {# ID de licence} other {# ID de licence}}.',
  'assign.roles.leftOut': 'Vous ne pouvez pas donner {roles} sur {licenseIds} : cela y a été laissé de côté.',
  'assign.roles.keys':
    '{copy} copie la ligne où vous êtes. {paste} colle sur elle, ou sur toutes celles sélectionnées.',
  'assign.roles.keys.copy': 'Ctrl C',
  'assign.roles.keys.paste': 'Ctrl V',
  'assign.roles.apply': 'Appliquer',
  'assign.roles.loadFailed': 'Les rôles n’ont pas pu être chargés',
  'assign.roles.applied': 'Les rôles de {name} sont dans le brouillon.',
};
