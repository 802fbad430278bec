import type { Translation } from '../translation.ts';

export const rolePeriodMessages: Translation = {
  'period.set': '期間を設定',
  'period.hide': '期間を隠す',
  'period.setOn': '{licenseId} のロールの期間を設定',
  'period.hideOn': '{licenseId} のロールの期間を隠す',
  'period.group': '{licenseId} のロールの期間',
  'period.from': '{role} の開始日',
  'period.until': '{role} の終了日',
  'period.hint': 'お使いの地域の日付で、両日を含みます。空の場合は今すぐ、期限なしです。',
  'period.fault.start-passed': '今日以降の日を選択してください。',
  'period.fault.end-passed': '過ぎていない日を選択してください。',
  'period.fault.end-before-start': '開始日より前でない日を選択してください。',
  'period.mendFirst': '先に {licenseId} の期間を修正してください。',
  'period.inWords.from': '{start} から',
  'period.inWords.until': '{end} まで',
  'period.inWords.both': '{start} から {end} まで',
  'period.inWords.always': '今すぐ、期限なし',
  'period.ofRole': '{role} {period}',
};
