import type { Translation } from '../translation.ts';

export const rolePeriodMessages: Translation = {
  'period.set': 'Tage festlegen',
  'period.hide': 'Tage ausblenden',
  'period.setOn': 'Tage der Rollen auf {licenseId} festlegen',
  'period.hideOn': 'Tage der Rollen auf {licenseId} ausblenden',
  'period.group': 'Tage der Rollen auf {licenseId}',
  'period.from': '{role} ab',
  'period.until': '{role} bis',
  'period.hint': 'Tage an Ihrem Ort, beide mitgezählt. Leer: ab jetzt, ohne Ende.',
  'period.fault.start-passed': 'Wählen Sie einen Tag ab heute.',
  'period.fault.end-passed': 'Wählen Sie einen Tag, der nicht vorbei ist.',
  'period.fault.end-before-start': 'Wählen Sie einen Tag, der nicht vor dem ersten liegt.',
  'period.mendFirst': 'Berichtigen Sie zuerst die Tage auf {licenseId}.',
  'period.inWords.from': 'ab {start}',
  'period.inWords.until': 'bis {end}',
  'period.inWords.both': 'von {start} bis {end}',
  'period.inWords.always': 'ab jetzt, ohne Ende',
  'period.ofRole': '{role} {period}',
};
