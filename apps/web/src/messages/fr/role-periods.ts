import type { Translation } from '../translation.ts';

export const rolePeriodMessages: Translation = {
  'period.set': 'Fixer des dates',
  'period.hide': 'Masquer les dates',
  'period.setOn': 'Fixer les dates des rôles sur {licenseId}',
  'period.hideOn': 'Masquer les dates des rôles sur {licenseId}',
  'period.group': 'Dates des rôles sur {licenseId}',
  'period.from': '{role} à partir du',
  'period.until': '{role} jusqu’au',
  'period.hint': 'Jours de votre lieu, tous deux compris. Vide : dès maintenant, sans fin.',
  'period.fault.start-passed': 'Choisissez un jour à partir d’aujourd’hui.',
  'period.fault.end-passed': 'Choisissez un jour qui n’est pas passé.',
  'period.fault.end-before-start': 'Choisissez un jour qui ne précède pas le premier.',
  'period.mendFirst': 'Corrigez d’abord les dates sur {licenseId}.',
  'period.inWords.from': 'à partir du {start}',
  'period.inWords.until': 'jusqu’au {end}',
  'period.inWords.both': 'du {start} au {end}',
  'period.inWords.always': 'dès maintenant, sans fin',
  'period.ofRole': '{role} {period}',
};
