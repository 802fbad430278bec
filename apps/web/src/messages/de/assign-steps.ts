import type { Translation } from '../translation.ts';

export const assignStepMessages: Translation = {
  'assign.step.people': 'Personen',
  'assign.step.contracts': 'Verträge',
  'assign.step.roles': 'Rollen',
  'assign.step.verify': 'Prüfen und speichern',
  'assign.gap.nobody': 'Fügen Sie zuerst Personen hinzu.',
  'assign.gap.licenseIds':
    '{name}{others, plural, =0 { hat} one { und # weitere Person haben} other { und # weitere Personen haben}} noch keine Lizenz-IDs. Fügen Sie Verträge hinzu, oder entfernen Sie {others, plural, =0 {die Person} one {sie} other {sie}} aus dem Entwurf.',
  'assign.gap.roles':
    '{name} hat auf {licenseIds} noch keine Rollen. Weisen Sie Rollen zu, oder entfernen Sie {count, plural, one {die Lizenz-ID} other {diese Lizenz-IDs}} aus dem Entwurf.',
  'assign.gap.rolesMore':
    '{name} hat auf {licenseIds} noch keine Rollen, und {others, plural, one {# weiterer Person fehlen} other {# weiteren Personen fehlen}} auch welche. Weisen Sie Rollen zu, oder entfernen Sie diese Lizenz-IDs aus dem Entwurf.',
  'assign.gap.andMore': '{count, plural, one {# weitere} other {# weitere}}',
  'assign.gap.tooMany':
    'Dieser Entwurf enthält {pairs, number} Zuweisungen; eine Änderung umfasst höchstens {max, number}. Speichern Sie zuerst einen Teil davon.',
};
