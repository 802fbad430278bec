import type { Translation } from '../translation.ts';

export const assignStepMessages: Translation = {
  'assign.step.people': 'Personnes',
  'assign.step.contracts': 'Contrats',
  'assign.step.roles': 'Rôles',
  'assign.step.verify': 'Vérifier et enregistrer',
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
};
