# 受付機関と調整機関の画面

# 今日の仕事

my-day-all = すべて
my-day-report = 届出
my-day-kinds = することの種類

# どの一覧にも

desk-tabs = 状態ごとの一覧
desk-tab-open = 判断前
desk-tab-handled = 取扱い中
desk-tab-all = すべて
desk-number = 番号
desk-what = 内容
desk-kind = 種類
desk-received = 受信日
desk-state = 状態
desk-stage = 段階
desk-turn = 手番
desk-turn-for = { $who }：{ $what }
desk-owner = 担当
desk-influence = 影響度
desk-day = 公表日
desk-day-target = 目安
desk-day-none = 未定
desk-not-yet = まだ
desk-nobody = なし
desk-nobody-yet = 製品開発者は未特定
desk-and-more = { $name } ほか{ $count }社
desk-untitled = （題名なし）
desk-unknown = 分からない
desk-filter-words = 番号・題名で探す
desk-filter-case-words = 番号・題名・製品開発者で探す
desk-filter-all = すべて
desk-filter-mine = 自分の担当
desk-filter-ours = 自分たちの手番
desk-filter-go = 絞り込む
desk-filter-clear = 絞り込みを外す
desk-keys = 表の中では j と k で行を移り、Enter で開きます。

# 届出の一覧

desk-reports-title = 届出
desk-reports-empty = ここに並ぶ届出はありません
desk-reports-empty-fill = 届出フォームやメールから届いたものが、影響の大きいものから順に並びます。
desk-form-state = 記入
desk-problems = { $count }項目に不備
desk-problems-none = そろっている
desk-file-count = 添付{ $count }件
desk-high-chip = 影響大

# 届出

desk-report-number = 届出番号 { $number }
desk-channel = 届いた方法
desk-channel-web = 届出フォーム
desk-channel-text = 様式のファイル
desk-channel-mail = 電子メール
desk-now = 今すること
desk-now-nothing = 今、こちらですることはありません。
desk-more = ほかにできること
desk-not-now = いまはできないこと
desk-others = ほかの方の手番
desk-timeline = 経過
desk-timeline-older = もっと前のこと
desk-promptly-under = 速やかに（{ $clause }）
desk-happened-received = 届出を受け付けた
desk-happened-asked = 発見者に質問した
desk-happened-written = 発見者に知らせた
desk-happened-answered = 発見者からメッセージがあった
desk-language-ja = 日本語
desk-language-en = 英語
desk-seen-by-finder = 見られる人：発見者

# 読み取り

desk-reading = 届出を読み取る
desk-reading-lead = プログラムがこの届出を様式に整理できませんでした。原文を見ながら様式に書き写してください。書き写したあとで、受理するかどうかを決めます。
desk-missing = { $count }項目に不備があります
desk-original = 届いたままの文
desk-original-none = 原文はありません。
desk-which-form = 様式
desk-reading-after = 足りない項目が残っていても保存できます。発見者に尋ねてから決めることもできます。

# 受理の判断

desk-decision = 受理するかどうかを決める
desk-conditions = 受理の条件
desk-conditions-hint = 一つずつ確かめて印を付けてください。五つすべてを満たすときに受理します。アとイは、様式を調べた結果をもとにあらかじめ印を付けています。
desk-condition-complete = ア 必要な項目がすべて書かれている
desk-condition-consistent = イ 記載に矛盾がない
desk-condition-in-scope = ウ ガイドラインの適用範囲にある
desk-condition-is-vulnerability = エ 書かれていることが本当なら脆弱性に当たる
desk-condition-not-known = オ すでに公表された脆弱性ではない
desk-look-in-scope = 日本で使われているソフトウェア製品で、影響が不特定または多数の人に及ぶおそれがあるか。
desk-look-is-vulnerability = 書面だけで判断します。再現して確かめる必要はありません。
desk-look-not-known = JVN や製品開発者のサイトなどで、すでに公表されていないか。未公表の案件と同じ内容でも、不受理の理由にはなりません。
desk-found-nothing = プログラムの確認では、不備は見つかりませんでした。
desk-reason = 発見者に送る理由
desk-reason-hint = このまま発見者に送られます。発見者の言語（{ $language }）で書いてください。
desk-reason-accept = 届出 { $number } を確認した結果、情報セキュリティ早期警戒パートナーシップガイドラインに定める受理の条件をすべて満たすと判断し、受理しました。

    今後は、調整機関を通じて製品開発者に連絡します。連絡を始めた日（起算日）が決まりましたら、お知らせします。公表されるまでの間、この脆弱性に関する情報を第三者に開示しないようお願いします。
desk-reason-own = 届出 { $number } の内容を確認し、受理しました。公表の日程と公表文について、調整機関からご相談します。
desk-reason-reject = 届出 { $number } を確認した結果、次の理由により、受理しないことといたしました。

    （満たさない条件と、その理由を具体的に書いてください。）

    ご不明の点がありましたら、このページのメッセージ欄からお問い合わせください。不足していた事項を補って、改めて届け出ていただくこともできます。
desk-copy = 案件の内容
desk-copy-lead = 受理すると案件を開きます。届出の原文は受付機関にとどまり、ここで認めた内容だけが案件の内容になります。項目ごとに読み、必要なら書き換え、含めるものに印を付けてください。
desk-identity-title = 発見者が分かる記載があります
desk-identity-body = 印の付いた項目に、発見者の氏名や連絡先と同じ文字があります。渡してよい同意（ウ）がない限り、消すか書き換えてください。
desk-identity-here = 発見者が分かる記載：{ $found }
desk-identity-reminder = 自由に書かれた文には、発見者が分かる記載が混じることがあります。氏名、所属、アカウント名、画面の写しなどに気を付けてください。
desk-quoted = 「{ $text }」
desk-own-decision = 自社製品の届出です。五つの条件と45日の目安はなく、内容を確かめて受理します。公表の時期は製品開発者と決めます。
desk-reject-instead = 受理しない
desk-failed = 満たさない条件
desk-failed-hint = 一つ以上選んでください。理由とともに発見者に知らせます。
desk-own-failed-hint = 自社製品の届出を受理しない場合は、最も近いものを選んでください。
desk-reject-confirm = 受理しないことを発見者に知らせます。取り消すことはできません。
desk-outcome = 判断の結果
desk-outcome-accepted = { $day }に受理しました。
desk-outcome-case = 案件 { $number } を開く
desk-outcome-rejected = { $day }に、次の条件を満たさないため受理しないと決めました。
desk-outcome-reason = 発見者に送った理由

# 届出の内容

desk-report-content = 届出の内容
desk-files = 添付ファイル
desk-files-warning = 検証コードなど、開くと危険なファイルが含まれることがあります。隔離した環境で扱ってください。プログラムは中身を開かず、保存用にだけ渡します。
desk-form-finder-name = 氏名または名称
desk-form-affiliation = 所属
desk-form-phone = 電話番号
desk-form-email = 電子メールアドレス
desk-form-share-identity = 製品開発者（運営者）への氏名・連絡先の通知
desk-form-direct-contact = 製品開発者（運営者）からの直接の連絡
desk-form-publish-name = 公表時の謝辞への氏名の記載
desk-form-credit-name = 謝辞に記載する氏名
desk-form-source = 情報の入手先
desk-form-source-found-myself = 自分で発見した
desk-form-source-from-person = 人から入手した
desk-form-source-from-website = ウェブサイトから入手した
desk-form-product-name = 製品の名称
desk-form-product-version = バージョン
desk-form-patch-level = パッチレベル
desk-form-product-language = 言語
desk-form-configuration = 設定情報
desk-form-developer = 開発者
desk-form-website-url = ウェブサイトのURL
desk-form-how-found = 発見に至った経緯
desk-form-why-vulnerability = 脆弱性であると判断した理由
desk-form-vulnerability-kind = 脆弱性の種類
desk-form-steps = 再現手順（概要）
desk-form-reproducibility = 再現の状況
desk-form-reproducibility-always = 常に
desk-form-reproducibility-sometimes = 時々
desk-form-reproducibility-rarely = まれに
desk-form-reproducibility-note = 再現の状況の補足
desk-form-threat = 発生しうる脅威（想定される影響）
desk-form-workaround = 回避策
desk-form-proof = 検証コード
desk-form-fix = 対策方法
desk-form-cvss-vector = CVSS ベクトル
desk-form-wished-day = 希望する公表日
desk-form-own-page = 自社の公表ページ
desk-form-all-users-told = すべての利用者への通知
desk-form-notes = その他（脆弱性について）
desk-form-reported-elsewhere = 他の組織への届出
desk-form-elsewhere-details = 届出先と状況
desk-form-coordination = 調整の担い手
desk-form-coordination-finder = 発見者が続ける
desk-form-coordination-receiving-body = 受付機関に任せる
desk-form-encryption = 今後のメールの暗号化
desk-form-remarks = その他
desk-answer-yes = はい
desk-answer-no = いいえ
desk-answer-both = 両方に印がある
desk-answer-unanswered = 記入なし

# 発見者とのやりとり

desk-talk-finder = 発見者とのやりとり
desk-talk-finder-none = まだやりとりはありません。
desk-question = 質問
desk-waits-finder = 発見者の返事待ち
desk-consult-first = 回答の前に、調整機関に相談してください（{ $clause }）。
desk-consult-waits = 調整機関に相談しています。返事を待って回答してください（{ $clause }）。
desk-consult-answered = 調整機関から返事が来ています。内容を確かめて回答してください（{ $clause }）。
desk-consult-there = 案件 { $number } で調整機関と連絡する
desk-write-finder = 発見者に書く
desk-message = メッセージ
desk-message-hint = 発見者の言語（{ $language }）で書いてください。メールでは番号とリンクだけを知らせます。
desk-question-tick = 返事を求める質問です
desk-question-hint = 発見者の手番になり、返事があるまで「返事待ち」と表示します。
desk-send = 送る
desk-write-something = 何も書かれていません。

# わきの欄

desk-finder-name = 氏名または名称
desk-finder-affiliation = 所属
desk-finder-mail = メール
desk-finder-phone = 電話
desk-finder-language = 言語
desk-finder-erased = 発見者の情報は消去されました。
desk-finder-kept = 調整機関には知らされていません（同意ウなし）
desk-later-finder = 後から届け出た発見者
desk-credit = 謝辞
desk-credit-yes = 氏名の公表を希望
desk-credit-no = 氏名を公表しない
desk-consents = 同意
desk-consent-share = ウ 氏名・連絡先の通知
desk-consent-direct = エ 直接の連絡
desk-consent-publish = オ 謝辞への氏名の記載
desk-owner-you = （自分）
desk-owner-none = 担当者はまだいません。
desk-owner-take = 自分が担当する
desk-owner-give = ほかの人に引き継ぐ
desk-owner-to = 引き継ぐ人
desk-owner-give-it = 引き継ぐ
desk-owner-nobody = 担当者なしに戻す
desk-high = 影響の大きい届出
desk-high-yes = 影響が大きい
desk-high-no = 印はありません。
desk-high-mark = 影響が大きいと印を付ける
desk-high-unmark = 印を外す
desk-notes = メモ
desk-notes-seen = 同じ機関の人だけが見られます。
desk-note = メモ
desk-note-add = メモを残す
desk-note-keep = 残す
desk-readers = 見た人
desk-reader-times = { $times }回
desk-reader-unknown = アカウントのない人
desk-reader-of = { $name }（{ $developer }）

# 案件

desk-cases-title = 案件
desk-cases-empty = ここに並ぶ案件はありません
desk-cases-empty-fill = 届出を受理すると案件が開き、重要なもの、公表日の近いものから順に並びます。
desk-case-number = 案件番号 { $number }
desk-published-on = 公表した日
desk-target-day = 公表の目安の日
desk-duty-many = { $duty }（{ $count }社）
desk-days = 日付
desk-accepted-on = 受理日
desk-handed-over-on = 調整機関への通知
desk-day-zero = 起算日
desk-details-sent-on = 詳細情報連絡日
desk-edition = 適用する版
desk-case-content = 案件の内容
desk-case-content-own = 受理のときに受付機関が認めた内容です。
desk-case-content-copy = 受付機関から渡された写しです。届出の原文は受付機関にあります。
desk-handed-on = { $day }に調整機関に渡しました。
desk-handed-named = 発見者の氏名と連絡先も伝えています。
desk-handed-unnamed = 発見者の氏名と連絡先は伝えていません。
desk-copy-left-out = 「{ $field }」は渡していません。
desk-copy-reworded = 「{ $field }」は書き換えて渡しています。
desk-file-withheld = 調整機関に渡していない

# 影響度

desk-vector = CVSS v3 ベクトル
desk-vector-hint = 例：CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H。影響度には基本値を使います。
desk-vector-not-three = 影響度の判定には CVSS v3 のベクトルが要ります（付録4）。v4.0 のベクトルはアドバイザリに書けます。
desk-range-users = ① 利用者の数
desk-range-social = ② 社会的な影響力
desk-range-attack = ③ 攻撃コードの公開や攻撃の発生
desk-range-attack-hint = あるときは、影響範囲は「広」になります。
desk-attack-yes = ある
desk-attack-no = 確認されていない
desk-attack-unknown = 分からない
desk-range-wide = 広
desk-range-medium = 中
desk-range-narrow = 狭
desk-range-rule = ①と②は広いほうを採ります。どちらも分からないときは「広」です。
desk-matrix = CVSS 基本値と影響範囲から決まる影響度
desk-matrix-score = 基本値
desk-matrix-here = （この判定）
desk-unverified = 原文を確認できていない値です
desk-tried = 試算：{ $influence }（影響範囲 { $range }）。まだ記録していません。
desk-rate-this = この内容で判定する
desk-rate-try = 試算する
desk-rate-again = 影響度を判定し直す
desk-rated = これまでの判定

# 調整機関への通知

desk-handover-lead = ここで認めた写しだけが調整機関に渡ります。項目ごと、添付ファイルごとに確かめ、渡すものに印を付けてください。
desk-handover-files = 渡す添付ファイル
desk-files-approve = 中身を確かめたものだけに印を付けてください。画面の写しや文書の属性にも、発見者が分かる記載が残ることがあります。
desk-named-yes = 氏名・連絡先を伝える
desk-named-no = 氏名・連絡先を伝えない
desk-named-yes-body = 発見者は、氏名と連絡先を製品開発者に伝えることに同意しています（ウ）。
desk-named-no-body = 発見者が同意していない（ウ）ため、氏名と連絡先は渡りません。
desk-named-own-body = 自社製品の届出です。連絡窓口は製品開発者リストから確かめます。
desk-handover-confirm = この写しを調整機関に渡します。渡したものは取り戻せません。

# 製品開発者

desk-parties = 製品開発者
desk-parties-none = まだ製品開発者が加わっていません。
desk-parties-filter = 進み具合で絞り込む
desk-parties-filtered = この状態の製品開発者はありません。
desk-parties-by-coordinator = 製品開発者との連絡は調整機関が行います。
desk-party-to-contact = 未連絡
desk-party-unreached = 連絡がつかない
desk-party-silent = 返事待ち
desk-party-to-confirm = 窓口の確認待ち
desk-party-to-release = 詳細情報の連絡待ち
desk-party-verifying = 検証中
desk-party-stating = 対応状況の報告待ち
desk-party-done = 報告済み
desk-told = 連絡
desk-told-not = まだ連絡していません
desk-told-reached = { $day }に連絡
desk-told-silent = { $day }から返事なし
desk-told-tries = { $count }回連絡
desk-told-answered = { $day }に返事あり
desk-told-undeliverable = { $day }の連絡は届かず
desk-told-refused = { $day }に連絡を拒まれた
desk-seen = 開封
desk-seen-on = { $day }に開封
desk-seen-not = { $day }から未開封
desk-answered = 検証結果
desk-answered-not = { $day }から回答なし
desk-statement = 対応状況
desk-result-affected = 該当あり
desk-result-not-vulnerability = 脆弱性でない
desk-result-no-influence = 影響なし
desk-result-small-influence = 影響は小さい
desk-result-known-and-published = 公表済み
desk-result-tells-all-users = 自ら全利用者に通知
desk-result-in-other-product = 他社の製品
desk-result-cannot-reproduce = 再現できない
desk-result-needs-more = 追加情報を希望
desk-day-proposed = { $day }を希望
desk-day-commented = 意見あり
desk-tick = { $name }を選ぶ
desk-tick-all = すべて選ぶ
desk-together = 選んだ製品開発者にまとめて行う
desk-together-link = 回答用リンクを送る
desk-together-link-hint = 製品開発者リストにあるアドレスに、一度だけ使える回答用リンクを一通ずつ送ります。送ると連絡として記録されます。
desk-together-link-confirm = 選んだ製品開発者に回答用リンクを送ります。
desk-together-release = 詳細情報を連絡する
desk-together-none = 表で製品開発者を選んでください。
desk-together-failed = { $name }：{ $why }

# 製品開発者を加える

desk-add-reported = 届出に書かれた製品開発者：{ $name }
desk-add-search = 製品開発者リストを探す
desk-add-choose = この案件に加える製品開発者
desk-add-named = 届出に書かれた製品開発者
desk-add-others = ほかの製品開発者
desk-add-more = { $total }社のうち{ $shown }社を示しています。ほかは検索してください。
desk-add-nobody = 加えられる製品開発者が製品開発者リストに見つかりません。
desk-add-new-hint = 登録してから、案件 { $number } に加えてください。
desk-add-none = 加える製品開発者を選んでください。

# ひとつの製品開発者

desk-back-to-case = 案件 { $number }
desk-first-attempt = 最初の連絡
desk-confirmed-on = 窓口の確認
desk-details-on = 詳細情報の連絡
desk-verified-on = 検証結果
desk-stated-on = 対応状況の報告
desk-zero-title = この連絡の日が起算日になります
desk-zero-body = この案件で最初の連絡です。連絡した日が起算日になり、公表の目安はその{ $days }日後です。受付機関と発見者に知らせます。
desk-zero-known = 起算日は{ $day }です。
desk-attempts = 連絡の記録
desk-attempt-lead = 電話、郵送など、このシステムの外で行った連絡を記録します。
desk-attempt-means = 手段
desk-attempt-means-missing = どの手段で連絡したかを選んでください。
desk-attempt-to = 連絡先
desk-attempt-to-hint = アドレス、電話番号、宛先など
desk-attempt-to-missing = どこに連絡したかを書いてください。
desk-attempt-on = 連絡した日
desk-attempt-outcome = 結果
desk-attempt-outcome-missing = 連絡の結果を選んでください。
desk-attempt-note = 覚え書き
desk-attempt-seen = 見られる人：受付機関と調整機関
desk-link-lead = 脆弱性の内容は書かずに、一度だけ使えるリンクを送ります。開いた人が窓口を確認し、回答できます。
desk-link-confirm = このアドレスに回答用リンクを送ります。
desk-links-sent = 送った回答用リンク
desk-confirm-lead = 電話などで相手を確かめたときに、聞いたとおりに記録します。
desk-confirm-person = 応対する方
desk-confirm-person-missing = 応対する方の氏名を書いてください。
desk-confirm-mail-hint = このあとの連絡は、このアドレスだけに送ります。
desk-contact = 確認した窓口
desk-contact-by-developer = 製品開発者が自ら確認
desk-contact-by-coordinator = 調整機関が聞いて記録
desk-release-lead = 受付機関から渡された写しのうち、印を付けたものだけを製品開発者に連絡します。連絡した日が詳細情報連絡日になります。
desk-release-files = 連絡する添付ファイル
desk-release-named = 発見者の氏名と連絡先も伝わります（同意ウ）。
desk-release-unnamed = 発見者の氏名と連絡先は伝わりません。
desk-release-confirm = 詳細情報を連絡します。連絡したものは取り戻せません。
desk-statements = 製品開発者の報告
desk-statements-none = まだ報告はありません。
desk-verification = 検証結果
desk-countermeasure = 対策方法
desk-fix = 修正方法
desk-workaround = 回避方法
desk-ready-on = { $day }に用意できる見込み
desk-own-words = 公表する文
desk-details = 連絡した詳細情報
desk-range-all = すべてのバージョン
desk-range-from = { $from } 以降
desk-range-to = { $to } 以前
desk-range-before = { $to } より前
desk-range-from-to = { $from } から { $to } まで
desk-range-from-before = { $from } から { $to } より前

# 公表日

desk-day-own = 自社製品の届出です。公表の時期は、製品開発者の希望をもとに決めます。
desk-day-from-zero = 起算日 { $zero } の{ $days }日後が目安です。
desk-day-considered = 次のことを考えて決めます。
desk-day-said = 公表日への意見
desk-day-silent = ほかに{ $count }社から意見はありません。意見がなくても決められます。
desk-day-hint = 公表は、この日の正午（日本時間）です。目安の日より早い公表は条項になく、その旨を表示します。
desk-day-reason = 変える理由
desk-day-reason-first = 説明
desk-day-reason-hint = いまの公表日は{ $day }です。
desk-day-seen = 受付機関と、連絡済みのすべての製品開発者に変更を知らせます
desk-day-seen-first = 受付機関と、連絡済みのすべての製品開発者に公表日を知らせます
desk-day-change = 公表日を変える
desk-day-confirm = この日を、受付機関と連絡済みの製品開発者に知らせます。
desk-day-changes = これまでの変更 { $count }回
desk-day-unreadable = 日付を選んでください。
desk-day-early = 目安の日より早い公表です
desk-day-early-body = 公表日は{ $day }、目安の日は{ $target }です。早い公表を定めた条項はありません。製品開発者に相談し、受付機関と連絡済みの全員に知らせてください。

# メッセージ

desk-talk-body = { $who }とのやりとり
desk-talk-developer = { $who }とのやりとり
desk-talk-none = まだやりとりはありません。
desk-waits-answer = 返事待ち
desk-write = 書く
desk-seen-by-bodies = 見られる人：受付機関と調整機関
desk-seen-by-developer = 見られる人：調整機関と{ $who }

# アドバイザリ

desk-advisory = アドバイザリ
desk-advisory-none = まだ案はありません。
desk-advisory-draft = 作成中
desk-advisory-shown = 製品開発者が確認中
desk-advisory-approved = 連署待ち
desk-advisory-signed = 公表日待ち
desk-advisory-published = 公表済み
desk-advisory-updating = 更新を作成中
desk-advisory-lacks = 承認する前に、次の項目を書いてください。
desk-advisory-preview = 製品開発者への提示
desk-advisory-changed = （その後に変更あり）
desk-advisory-approval = 調整機関の承認
desk-advisory-co-sign = 受付機関の連署
desk-advisory-revision = 第{ $number }版の公表
desk-advisory-comments = 製品開発者の意見
desk-advisory-comment-count = { $count }件の意見を読む
desk-comment-agrees = この文でよい
desk-comment-differs = 意見あり
desk-advisory-open = アドバイザリを開く
desk-advisory-public = 公表されたページ

# 操作の名前

desk-action-transcribe-report = 書き写した内容を保存する
desk-action-accept-report = 受理する
desk-action-reject-report = 受理しない
desk-action-mark-high-impact = 影響が大きいと印を付ける
desk-action-write-on-report = 発見者に書く
desk-action-change-consents = 同意を変える
desk-action-own-report = 担当する
desk-action-note-on-report = メモを残す
desk-action-own-case = 担当する
desk-action-note-on-case = メモを残す
desk-action-rate-influence = 影響度を判定する
desk-action-hand-over = 調整機関に渡す
desk-action-write-between-bodies = 相手の機関に書く
desk-action-add-developer = 製品開発者を加える
desk-action-record-contact-attempt = 連絡を記録する
desk-action-send-answer-link = 回答用リンクを送る
desk-action-confirm-contact = 連絡窓口を確認する
desk-action-release-details = 詳細情報を連絡する
desk-action-write-to-developer = 製品開発者に書く
desk-action-set-day = 公表日を決める
desk-action-start-advisory = アドバイザリの案を作る
desk-action-send-preview = 製品開発者に案を見せる
desk-action-approve-advisory = 公表文案を承認する
desk-action-co-sign-advisory = 公表文案に連署する
desk-action-publish = 公表する

# 製品開発者リスト

desk-register-lead = 製品開発者の連絡窓口です。読みの順に並んでいます。
desk-register-search = 名前・担当者・製品で探す
desk-register-empty = まだ登録がありません
desk-register-empty-fill = 製品開発者を登録すると、ここに並び、案件に加えられます。
desk-register-none = 見つかりません
desk-register-none-fill = 別のことばで探すか、新しく登録してください。
desk-entry-new = 新しい製品開発者を登録する
desk-entry-new-hint = 製品開発者名だけでも登録できます。分かったことから書き足してください。
desk-entry-name = 製品開発者名
desk-entry-name-missing = 製品開発者名を書いてください。
desk-entry-reading = 読み
desk-entry-reading-hint = ひらがな。一覧の順に使います。
desk-entry-name-en = 英語の名称
desk-entry-name-en-hint = 英語のアドバイザリに載ります。
desk-entry-window = 連絡窓口
desk-entry-manager = 担当者
desk-entry-manager-long = 製品脆弱性対策管理者名
desk-entry-mail = 電子メールアドレス
desk-entry-mail-wrong = メールアドレスとして使えません。
desk-entry-phone = 電話番号
desk-entry-fax = FAX
desk-entry-address = 住所
desk-entry-website = ウェブサイト
desk-entry-language = 連絡に使う言語
desk-entry-about = 公開と製品
desk-entry-products = 製品
desk-entry-products-hint = 1行に1製品
desk-entry-listed = JVN での公表に同意している
desk-entry-listed-short = 公表
desk-entry-listed-hint = 製品開発者リストに載っていることを公表します。
desk-entry-direct = 直接の届出を受ける窓口
desk-entry-direct-hint = 発見者から直接の届出を受け付ける場合に、その宛先。受け付けない場合は空のまま。
desk-entry-notes = 備考
desk-entry-keep = 変更を保存する
desk-entry-register = 登録する
desk-entry-open = 登録内容を開く
desk-entry-cases = この製品開発者の案件
desk-entry-cases-none = 案件はありません。
desk-entry-history = 履歴
desk-entry-confirmed = 窓口の確認
desk-entry-window-confirmed = 窓口を確認した
desk-entry-window-unconfirmed = 窓口はまだ確認していません。
desk-entry-registered = 登録した
desk-entry-changed = 変更した

# 送信メール

desk-mails-lead = メールには番号とリンクだけを書いています。案件の内容が外に出ることはありません。
desk-mails-held = メールを送っていません
desk-mails-held-body = メールサーバーが設定されていないため、メールをためています。管理者に noroshi.toml の mail.smtp の設定を頼んでください。
desk-mail-waiting = 送信待ち
desk-mail-failing = 再送待ち
desk-mail-given-up = 送れなかった
desk-mail-sent = 送信済み
desk-mails-stuck = 送れていないメール
desk-mails-empty = 送れていないメールはありません
desk-mails-empty-fill = 送信に失敗したメールがあると、ここに並びます。
desk-mail-purpose = 用件
desk-mail-class = 失敗の種類
desk-mail-attempts = 回数
desk-mail-next = 次の送信
desk-mail-given-up-chip = 送信を打ち切り
desk-mail-retry = もう一度送る
desk-purpose-receipt = 受信の連絡
desk-purpose-report-came = 届出の到着
desk-purpose-accepted = 受理の連絡
desk-purpose-rejected = 不受理の連絡
desk-purpose-message = メッセージの連絡
desk-purpose-handed-over = 案件の通知
desk-purpose-day-zero = 起算日の連絡
desk-purpose-details-sent = 詳細情報連絡日の連絡
desk-purpose-details-there = 詳細情報の連絡
desk-purpose-contact-confirmed = 窓口の確認
desk-purpose-developer-stated = 製品開発者の報告
desk-purpose-day-set = 公表日の連絡
desk-purpose-day-changed = 公表日の変更の連絡
desk-purpose-preview = 公表文案の提示
desk-purpose-to-sign = 連署の依頼
desk-purpose-published = 公表の連絡
desk-purpose-updated = 更新の連絡
desk-purpose-first-contact = 製品開発者への最初の連絡
desk-purpose-other = その他の連絡
desk-class-refused = 相手のサーバーが受け取りを断った
desk-class-unreachable = サーバーにつながらない
desk-class-address = 宛先が正しくない
desk-class-sender = 差出人が正しくない
desk-class-text = 本文を組み立てられない
desk-class-folder = フォルダーに書けない
desk-class-bounced = 届かずに戻ってきた
desk-class-other = そのほかの失敗

# したことの知らせ

done-accepted = 受理しました。発見者に知らせ、案件を開きました。
done-rejected = 受理しないことを発見者に知らせました。
done-transcribed = 書き写した内容を保存しました。次は、受理するかどうかを決めます。
done-asked = 発見者に質問を送りました。
done-written = メッセージを送りました。
done-owned = 担当を替えました。
done-noted = メモを残しました。
done-marked = 影響が大きいと印を付けました。
done-unmarked = 印を外しました。
done-rated = 影響度を判定しました。
done-handed-over = 調整機関に渡しました。
done-developer-added = 製品開発者を加えました。次は、連絡を取ります。
done-attempt-recorded = 連絡を記録しました。
done-link-sent = 回答用リンクを送り、連絡として記録しました。
done-links-sent = 回答用リンクを送り、連絡として記録しました。
done-contact-confirmed = 連絡窓口を確認しました。
done-details-released = 詳細情報を連絡しました。
done-day-set = 公表日を決め、関係者に知らせました。
done-registered = 製品開発者リストに保存しました。
done-mail-retried = もう一度送ります。
