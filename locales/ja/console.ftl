# コンソール全体

console-nav-my-day = 今日の仕事
console-nav-reports = 届出
console-nav-cases = 案件
console-nav-sites = サイトの案件
console-nav-mails = 送信メール
console-nav-developers = 製品開発者リスト
console-nav-entry = 連絡窓口
console-nav-accounts = アカウント
console-foot-rules = 規則と条項
console-foot-process = 取扱いの流れ
console-foot-sign-in = 職員・製品開発者のサインイン
console-stale = ご覧になっていた間に内容が変わりました。新しい内容を確かめてから、もう一度お試しください。入力したものは残っています。
console-unusable = このままでは受け付けられない内容があります。書き方を確かめてください。
console-taken = すでに使われています。
console-refused-under = { $why }（{ $clause }）

sign-in-title = サインイン
sign-in-lead = 受付機関、調整機関、製品開発者のアカウントをお持ちの方のページです。
sign-in-demo = これはデモです。パスワードなしで、好きな役になれます。
sign-in-login = ログイン名
sign-in-password = パスワード
sign-in-code = 確認コード
sign-in-code-hint = 認証アプリに表示されている6桁の数字
sign-in-enter = サインイン
sign-in-wrong = ログイン名、パスワード、確認コードのいずれかが違います。確認コードは一度しか使えません。新しいコードが出るのを待ってお試しください。
sign-in-no-account = 届出をした方は、アカウントなしで
sign-in-to-progress = 届出の経過を見ることができます。

account-title = アカウント
account-name = 氏名
account-login = ログイン名
account-mail = 電子メールアドレス
account-role = 役割
account-password = パスワードの変更
account-old = 今のパスワード
account-new = 新しいパスワード
account-again = 新しいパスワード（もう一度）
account-password-rule = 12文字以上200文字以内
account-change = パスワードを変更する
account-not-same = 新しいパスワードと同じではありません。
account-old-wrong = 今のパスワードが違います。
account-lost-code = 認証アプリを失ったときは、管理者に確認コードの再発行を頼んでください。

demo-title = 役を選ぶ
demo-lead = デモの中の人になって、それぞれの画面を見ることができます。
demo-people = サインインする人
demo-be = { $name }になる
demo-time = 時間を進める
demo-today = デモの中は、いま{ $day }です。進めると、期限の連絡や公表など、その日までに起きることが起きます。戻すことはできません。
demo-days = { $days }日進める
demo-friday = 次の金曜日の夕方まで進める
demo-outside = アカウントのいらない人
demo-report = 発見者として脆弱性を届け出る
demo-portal = 一般の人として公表された情報を読む

my-day-title = 今日の仕事
my-day-lead = 重要なもの、期限の近いものから並んでいます。
my-day-empty = 今することはありません。
my-day-empty-fill = 届出が来たり、手番が回ってきたりすると、ここに並びます。
my-day-what = すること
my-day-case = 案件
my-day-due = 期限
my-day-stage = 段階
my-day-high = 優先
my-day-waits = 返事待ち
my-day-promptly = 速やかに
