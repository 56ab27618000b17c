# 公表文案（アドバイザリ）の編集

advisory-title = 公表文案
advisory-text = 本文
advisory-nothing = 書かれていません。
advisory-parts = 項目
advisory-one-language = 片方の言語のみ
advisory-found = { $part }：{ $words }

advisory-part-title = タイトル
advisory-part-overview = 概要
advisory-part-affected = 影響を受けるシステム
advisory-part-note = 影響を受けるシステムの補足
advisory-part-details = 詳細情報
advisory-part-impact = 想定される影響
advisory-part-solution = 対策方法
advisory-part-vendors = ベンダ情報
advisory-part-supplement = 調整機関からの補足情報
advisory-part-cvss = CVSS による深刻度
advisory-part-cwe = CWE（脆弱性の種類）
advisory-part-cve = CVE 番号
advisory-part-credit = 謝辞
advisory-part-references = 参考情報
advisory-part-critical = 緊急の表示

# まだ案がないとき

advisory-none-lead = この案件には、まだ公表文案がありません。
advisory-none-title = 作り始める前に
advisory-none-made = 届出の写し、製品開発者の報告、影響度の判定から、下書きを作ります。わかっていることが、それぞれの項目に入ります。
advisory-none-languages = 本文は日本語と英語の両方で書きます。製品開発者には、それぞれ自分の部分だけを見せて確認を求めます。
advisory-none-signed = 調整機関が承認し、受付機関が連署すると、公表できるようになります。書き直すと、承認と連署は外れます。
advisory-none-day = 公表番号は、作り始めるときに決まります。公表日になると、署名のそろった文案が自動で公表されます。
advisory-none-wait = 文案を作るのは調整機関です。承認されると、受付機関に連署の手番が回ってきます。
advisory-begin = 公表文案を作り始める

# 公表までの道のり

advisory-road = 公表までの手順
advisory-step-draft = 文案を書く
advisory-step-whole = 必要な項目がそろっています
advisory-step-lacks = 足りない項目が{ $count }つあります
advisory-step-news = 新しい報告があります
advisory-step-preview = 製品開発者に見せる
advisory-step-not-shown = まだ見せていません
advisory-step-changed = 見せたあとに書き直しました
advisory-step-nobody = 詳細情報を伝えた相手はいません
advisory-step-approval = 調整機関の承認
advisory-step-co-signature = 受付機関の連署
advisory-step-not-signed = まだです
advisory-step-publication = 公表
advisory-step-no-day = 公表日が決まっていません
advisory-step-day = { $day }（{ $left }）
advisory-step-published = 第{ $revision }版、{ $when }
advisory-step-update = 第{ $revision }版として公表します
advisory-signed-by = { $name }、{ $when }
advisory-turn = { $who }の番です

advisory-status-draft = 作成中
advisory-status-approved = 承認済み
advisory-status-signed = 署名済み
advisory-status-public = 公表済み
advisory-status-update = 更新の準備中

# 手続き

advisory-steps = 手続き
advisory-preview-ja = 公表の見え方（日本語）
advisory-preview-en = 公表の見え方（英語）
advisory-public-page = 公表されているページ
advisory-do-show = 製品開発者に見せる
advisory-do-approve = 承認する
advisory-do-co-sign = 連署する
advisory-do-publish = 今すぐ公表する
advisory-do-publish-sure = 公表すると取り消せません。公表しますか。
advisory-do-update = 更新を公表する
advisory-do-update-sure = 更新を公表すると取り消せません。公表しますか。
advisory-publish-itself = 公表日の正午を過ぎると、自動でも公表されます。
advisory-co-sign-what = 日本語と英語の本文と、公表の見え方を確かめてから連署してください。連署すると、公表日に公表されます。
advisory-summary-ja = 更新の内容（日本語）
advisory-summary-en = 更新の内容（英語）
advisory-summary-hint = 何が変わったかを、更新履歴に載せる文で書きます。例：ベンダ情報を追加しました。

# 確認

advisory-checks = 確認
advisory-checks-saved = 保存してある文案についての確認です。
advisory-checks-none = 見つかった問題はありません。
advisory-check-must = 公表できません
advisory-check-should = ご確認ください
advisory-lack-title = タイトルが、日本語と英語の両方ではそろっていません。
advisory-lack-overview = 概要が、日本語と英語の両方ではそろっていません。
advisory-lack-affected = 影響を受けるシステムもベンダ情報もありません。
advisory-lack-impact = 想定される影響が、日本語と英語の両方ではそろっていません。
advisory-lack-solution = 対策方法が、日本語と英語の両方ではそろっていません。
advisory-check-range = { $product }：バージョンの範囲がありません。このままでは「すべてのバージョン」として公表されます。
advisory-check-rating = 影響度の判定に使った基本値は { $rating } ですが、公表文案は { $written } です。
advisory-check-no-credit = 発見者は名前の公表を望んでいません。謝辞に書いたのが別の方かどうか確かめてください。
advisory-check-credit = 発見者は謝辞への記載を望んでいますが、謝辞がありません。
advisory-check-credit-lacks = 謝辞への記載を望んでいる発見者の名前がありません：{ $name }
advisory-check-newer = 文案を書いたあとに、製品開発者の新しい報告があります。
advisory-check-one-language = 製品開発者 { $count } 者の言葉が、日本語か英語の片方だけです。両方のページにそのまま載ります。
advisory-check-disagreed = { $name }が文案に同意していません。意見を確かめてください。
advisory-check-disagreed-several = 製品開発者 { $count } 者が文案に同意していません。意見を確かめてください。

# 編集

advisory-save = 保存する
advisory-save-preview = 保存して見え方を確かめる
advisory-save-signed = 書き直して保存すると、承認と連署が外れます。
advisory-hint-title = 製品の名前と脆弱性の種類。例：○○におけるクロスサイト・スクリプティングの脆弱性
advisory-hint-overview = どの製品に、どのような脆弱性があるかを、二、三文で書きます。
advisory-hint-affected = 該当する製品とバージョンを1行に1つ書きます。空にした行はなくなります。バージョンを空にすると、その側に限りがないことになります。修正済みのバージョンを書くときは「より前」を選びます。
advisory-machine-names = 機械用の名前
advisory-purl = パッケージURL（purl）
advisory-machine-what = CPEやパッケージURLがわかる製品には「機械用の名前」も書くと、OSVやMyJVNなどの形式で、利用者の道具が製品を見分けられます。
advisory-hint-note = 表に書けないことがあれば書きます。例：クラウド版は影響を受けません。
advisory-hint-details = 脆弱性の仕組みを、攻撃の手順を教えない範囲で書きます。
advisory-hint-impact = 攻撃されたときに何が起きるかを、利用者の言葉で書きます。
advisory-hint-solution = 利用者が今日できることを書きます。更新、回避策の順です。
advisory-hint-vendors = 製品開発者が報告した内容です。ここでは書き換えられません。
advisory-hint-supplement = 調整機関として付け加えることがあれば書きます。
advisory-hint-cvss = CVSS:3.1/ や CVSS:4.0/ で始まるベクトルを書くと、保存のときに基本値を計算します。
advisory-hint-cwe = 例：CWE-79。二つ以上は、読点かコンマで区切ります。
advisory-hint-cve = 例：CVE-2026-12345。二つ以上は、読点かコンマで区切ります。
advisory-hint-credit = 名前の公表を望む方だけを書きます。公表すると取り消せません。
advisory-hint-references = 公的な資料や関連する情報。空にした行はなくなります。
advisory-hint-critical = 遠隔から任意のコードを実行される、攻撃が確認されているなど、急いで対応すべきもの
advisory-vendor = 開発者
advisory-product = 製品
advisory-from = 最初のバージョン
advisory-to = 終わりのバージョン
advisory-bound = 範囲の終わり
advisory-bound-fixed = より前
advisory-bound-last = まで（含む）
advisory-versions = バージョン
advisory-more-rows = 行を増やす
advisory-more-products = ほかに{ $count }行あります。そのまま残ります。
advisory-range-all = すべてのバージョン
advisory-range-since = { $from } 以降
advisory-range-before = { $to } より前
advisory-range-up-to = { $to } およびそれ以前
advisory-range-until = { $from } から { $to } より前
advisory-range-between = { $from } から { $to } まで
advisory-countermeasures = 製品開発者が知らせた対策方法を見る
advisory-fix = 修正方法
advisory-workaround = 回避方法
advisory-refresh = 保存して、最新の報告を取り込む
advisory-news = 文案にない、新しい報告があります。
advisory-news-what = 取り込むと、ベンダ情報と、影響を受けるシステムのうちその製品開発者の行が新しくなります。ほかの項目は変わりません。対策方法が新しくなったときは、本文も見直してください。
advisory-vendors-fold = 製品開発者 { $count } 者の報告を見る
advisory-vendors-none = まだどの製品開発者にも連絡していません。
advisory-vendor-products = 製品とバージョン
advisory-vendor-says = 公表する言葉
advisory-vendor-silent = 報告なし
advisory-vendor-newer = 新しい報告あり
advisory-vector = ベクトル
advisory-score = 計算した基本値
advisory-score-beside = 手元の資料の基本値
advisory-rated = 影響度の判定では { $score }（{ $vector }）でした。
advisory-ids = 識別番号
advisory-reference-title = 題名
advisory-critical = 「緊急」と表示する
advisory-critical-yes = 緊急と表示する
advisory-critical-no = 表示しない
advisory-read-what = 本文を書くのは調整機関です。直すところがあれば、承認や連署の前に案件のページから知らせてください。

# 謝辞

advisory-credit-yes = 発見者は謝辞への記載を望んでいます：{ $name }
advisory-credit-no = 発見者は名前の公表を望んでいません。謝辞に書かないでください。
advisory-credit-unknown = 発見者は謝辞への記載を望んでいますが、調整機関と製品開発者には名前を知らせないことになっています。記載する言葉は、受付機関に確かめてください。
advisory-credit-another-unknown = ほかにも謝辞への記載を望む発見者がいますが、名前を知らせないことになっています。記載する言葉は、受付機関に確かめてください。
advisory-credit-others-no = 名前の公表を望まない発見者もいます。その方の名前は書かないでください。
advisory-credit-take = いつもの文を入れる
advisory-credit-sentence =
    この脆弱性情報は、{ $partnership }に基づき、下記の方が{ $receiving }に報告し、{ $coordinator }が開発者との調整を行いました。
    報告者：{ $name } 氏

# 誤り

advisory-wrong-long = 長すぎます。{ $limit }文字以内にしてください。
advisory-wrong-vendor = 開発者の名前を書いてください。
advisory-wrong-product = 製品の名前を書いてください。
advisory-wrong-range = 最初のバージョンがすでに修正済みになっています。該当するバージョンが残りません。
advisory-wrong-vector = このベクトルは使えません。
advisory-wrong-no-vector = 基本値だけでは公表できません。ベクトルを書いてください。
advisory-wrong-score = ベクトルから計算した基本値は { $score } で、{ $typed } と一致しません。どちらかを直してください。
advisory-wrong-cwe = 「{ $typed }」は CWE の番号ではありません。例：CWE-79
advisory-wrong-cve = 「{ $typed }」は CVE の番号ではありません。例：CVE-2026-12345
advisory-wrong-address = http:// または https:// で始まるアドレスを書いてください。
advisory-wrong-summary = 更新の内容を、日本語と英語の両方で書いてください。

# 先に書き換えられていたとき

advisory-stale-around = 変わったのは案件のほかの部分で、文案は変わっていません。もう一度保存すれば、書いたとおりに保存されます。
advisory-conflict = 先にほかの人が保存しています
advisory-conflict-what = 書いたものは下の欄に残っています。保存されている文案と違う項目を並べました。必要なところを写してから、もう一度保存してください。
advisory-conflict-yours = あなたが書いたもの
advisory-conflict-theirs = 保存されている文案

# 製品開発者の意見

advisory-comments = 製品開発者の意見
advisory-comments-what = 返事がないことは、公表の妨げになりません。
advisory-comments-count = { $count } 者
advisory-comments-nobody = 詳細情報を伝えた製品開発者はいません。
advisory-comment-not-shown = まだ見せていません
advisory-comment-silent = 返事がありません
advisory-comment-older = 前に見せた文案への意見のみ
advisory-comment-agrees = 同意
advisory-comment-disagrees = 同意していません

# 履歴

advisory-history = 更新履歴
advisory-history-none = まだ公表していません。公表すると、版ごとの違いをここで比べられます。
advisory-history-next = 次の更新で変わるところ
advisory-history-changes = 前の版との違い（{ $count }項目）
advisory-revision = 第{ $revision }版
advisory-before = 前
advisory-after = 後

# プレビュー

advisory-preview-title = これはまだ公表されていない文案です。
advisory-preview-what = 公表すると、このように見えます。ファイルへのリンクは、公表するまで開けません。
advisory-preview-back = 編集に戻る
advisory-preview-languages = 本文の言語

# 済んだこと

done-advisory-begun = 公表文案を作り始めました。
done-advisory-saved = 保存しました。
done-advisory-refreshed = 保存し、最新の報告を取り込みました。
done-advisory-shown = 製品開発者に文案を見せました。
done-advisory-approved = 承認しました。受付機関の連署を待ちます。
done-advisory-co-signed = 連署しました。
done-advisory-published = 公表しました。
done-advisory-updated = 更新を公表しました。
