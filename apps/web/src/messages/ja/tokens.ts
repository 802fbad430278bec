import type { Translation } from '../translation.ts';

export const tokensMessages: Translation = {
  'tokens.lead':
    'トークンを使用すると、プログラムやコマンド ラインが {organization} でユーザー本人と同じ権限の範囲内で操作を実行できます。',
  'tokens.documentation': 'API ドキュメント',
  'tokens.list': 'API トークン',
  'tokens.create': 'トークンを作成',
  'tokens.column.name': '名前',
  'tokens.column.scopes': '許可',
  'tokens.column.created': '作成日',
  'tokens.column.expires': '有効期限',
  'tokens.column.lastUsed': '最終使用',
  'tokens.column.actions': '操作',
  'tokens.expired': '{date} に期限切れ',
  'tokens.neverUsed': '未使用',
  'tokens.card': '有効期限: {expires}。{used, select, never {未使用です。} other {最終使用: {used}。}}',
  'tokens.card.expired':
    '{expires} に期限切れ。{used, select, never {未使用です。} other {最終使用: {used}。}}',
  'tokens.revoke': '取り消す',
  'tokens.revoke.of': '{name} を取り消す',
  'tokens.empty': 'トークンはまだありません',
  'tokens.empty.body': '個別に取り消せるように、プログラムごとに作成してください。',
  'tokens.error': 'トークンを読み込めませんでした',

  'tokens.scope.read': '読み取り',
  'tokens.scope.read.body': '本人が表示できる内容を表示します。',
  'tokens.scope.write': '書き込み',
  'tokens.scope.write.body': '本人が変更できる内容 (割り当て、ユーザー、招待) を変更します。',
  'tokens.scope.access:check': 'アクセスの確認',
  'tokens.scope.access:check.body':
    '管理しているライセンス ID で誰が何を行えるかを照会します。「読み取り」でも許可されます。',

  'tokens.new.name': '名前',
  'tokens.new.name.hint': '用途を入力します (例:「月次レポート」)。',
  'tokens.new.name.missing': '後で取り消すときに見分けられるように、名前を付けてください。',
  'tokens.new.name.long': '200 文字以内で入力してください。',
  'tokens.new.scopes': '許可する操作',
  'tokens.new.scopes.missing': '1 つ以上選択してください。',
  'tokens.new.expires': '有効期限',
  'tokens.new.expires.option': '{days, number} 日後 ({date})',
  'tokens.new.failed': 'トークンを作成できませんでした。',

  'tokens.made': '今すぐトークン「{name}」をコピーしてください',
  'tokens.made.body':
    '表示されるのはこの一度だけです。入手した人は誰でもあなたとして操作できるため、パスワードと同様に管理してください。',
  'tokens.made.label': 'トークン',
  'tokens.made.copy': 'トークンをコピー',
  'tokens.made.done': 'コピーしました',

  'tokens.try': '試してみる',
  'tokens.try.body': 'トークンを MUNIMENT_TOKEN に設定し、自分の情報を照会します。',
  'tokens.try.copy': 'コマンドをコピー',

  'tokens.revoke.title': '「{name}」を取り消しますか？',
  'tokens.revoke.body': '使用しているプログラムは直ちに拒否されます。元に戻すことはできません。',
  'tokens.revoke.confirm': 'トークンを取り消す',
  'tokens.revoke.done': 'トークン「{name}」を取り消しました',
  'tokens.revoke.failed': 'トークンを取り消せませんでした',
};
