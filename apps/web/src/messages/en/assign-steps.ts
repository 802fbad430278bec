/** The steps of Assign users to contracts, and what a draft still lacks: said in the wizard and where it is verified. */
export const assignStepMessages = {
  'assign.step.people': 'People',
  'assign.step.contracts': 'Contracts',
  'assign.step.roles': 'Roles',
  'assign.step.verify': 'Verify and save',
  'assign.gap.nobody': 'Add people first.',
  'assign.gap.licenseIds':
    '{name}{others, plural, =0 { has} one { and # other person have} other { and # others have}} no license IDs yet. Add contracts, or remove {others, plural, =0 {the person} other {them}} from the draft.',
  'assign.gap.roles':
    '{name} has no roles yet on {licenseIds}. Assign roles, or remove {count, plural, one {the license ID} other {these license IDs}} from the draft.',
  'assign.gap.rolesMore':
    '{name} has no roles yet on {licenseIds}, and {others, plural, one {# other person lacks} other {# others lack}} roles too. Assign roles, or remove these license IDs from the draft.',
  'assign.gap.andMore': '{count, plural, one {# more} other {# more}}',
  'assign.gap.tooMany':
    'This draft holds {pairs, number} assignments; one change holds at most {max, number}. Save a part of it first.',
} as const;
