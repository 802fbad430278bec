import type { Translation } from '../translation.ts';

export const helpMessages: Translation = {
  'help.admin.link': 'VL 管理者を調べるには',
  'help.admin.title': 'VL 管理者を調べるには',
  'help.admin.secret':
    '管理者の名前はどのページにも表示されません。ライセンス ID の管理者を確認できるのは、その管理者だけです。次の方法でお調べください。',
  'help.admin.partner': 'ライセンス パートナーに問い合わせる',
  'help.admin.partner.body':
    '組織にボリューム ライセンスを販売した会社は、契約に記載されている担当者を把握しており、ご要望を取り次ぐことができます。',
  'help.admin.inHouse': 'パートナーがわからない場合',
  'help.admin.inHouse.body': '購買部門、経理部門、または IT 部門の担当者が把握している場合があります。',
  'help.admin.invited': 'すでに招待を受けている場合',
  'help.admin.invited.body':
    '招待メールのリンクを開いてください。リンクが機能しない場合は、送信者に新しい招待を依頼してください。',
  'help.admin.go': 'ボリューム ライセンスへ移動',
};
