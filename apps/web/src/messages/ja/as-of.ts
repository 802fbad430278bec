import type { Translation } from '../translation.ts';

export const asOfMessages: Translation = {
  'asOf.today': '今日の時点',
  'asOf.date': '{date} の時点',
  'asOf.title': 'アクセスがあった人を見る',
  'asOf.now': '今日',
  'asOf.slider': 'さかのぼる日数',
  'asOf.yearAgo': '1 年前',
  'asOf.day': '日付',
  'asOf.day.wrong': '{first} から今日までの日付を入力してください。',
  'asOf.previous': '前の変更',
  'asOf.next': '次の変更',
  'asOf.previous.none': '管理対象のライセンス ID に、これより前の変更はありません',
  'asOf.next.none': '管理対象のライセンス ID に、これより後の変更はありません',
  'asOf.failed': '直近の変更が見つかりませんでした。もう一度お試しください。',
  'asOf.bar': '{date} の時点のアクセスです。',
  'asOf.bar.body': '過去を表示している間は変更できません。',
  'asOf.back': '今日に戻る',
  'asOf.empty': '当時ロールを持つ人はいませんでした',
  'asOf.empty.body': '後の日付を選ぶか、今日に戻ってください。',
};
