# 受付機関の、ウェブサイトの案件一件のページ

site-desk-list = ウェブサイトの案件
site-desk-title-page = ウェブサイトの案件 { $number }
site-desk-way-case = 案件
site-desk-way-operator = 運営者と連絡
site-desk-way-talk = 回答とやりとり
site-desk-way-outside = 漏えい・外部・製品
site-desk-way-ending = 取扱いの終わり
site-desk-can = このページでできること

site-desk-aimed-at = 修正の目標日
site-desk-fixed-on = 修正の連絡
site-desk-silent-from = 応答なしで終えられる日
site-desk-ended-on = 取扱い終了日
site-desk-received-on = 運営者が詳細を受け取った日
site-desk-prolonged = 長期化
site-desk-prolonged-from = 長期化に数える日
site-desk-since-day = { $day }から
site-desk-withdrawn-on = 届出の取下げ
site-desk-decided = 種類と影響
site-desk-kind = 種類
site-desk-effects = 影響
site-desk-cause = 原因
site-desk-attack = 攻撃の型
site-desk-passive = 受動型（利用者がわなのリンクを開くなどしないと起きない）
site-desk-score = CVSS v3 基本値

site-desk-ended = { $day }に取扱いを終えました
site-desk-read-ending = 伝えた理由を読む
site-desk-proposes = 運営者の回答「{ $said }」に合う終わり方：{ $ending }
site-desk-says = 運営者の回答「{ $said }」
site-desk-wrote = 運営者が返事を待っています
site-desk-read-answer = 回答を読む
site-desk-in-product = 製品の案件 { $number } で取り扱っています
site-desk-to-product = 製品の案件を開く

# 運営者と連絡
site-desk-operator-known = 運営者
site-desk-operator = 運営者の名前
site-desk-operator-unknown = まだ分かっていません
site-desk-category = 運営者の種類
site-desk-addresses = 連絡先
site-desk-address = { $means }：{ $to }
site-desk-special = 担当機関に協力を求められます（{ $clause }）
site-desk-special-way = 特別な手順
site-desk-special-office = { $office }に、連絡を早く届けるための協力を求められます。伝えるのは情報の一部だけです。「漏えい・外部・製品」のページで、秘密保持契約を記録してから伝えます。
site-desk-contact = 担当の窓口
site-desk-by-operator = 運営者がリンクと確認番号で確認した
site-desk-by-desk = 受付機関が聞き取って記録
site-desk-sources = 連絡先を調べるところ
site-desk-sources-lead = ホスティング事業者や登録機関などには、連絡先だけを尋ねます。脆弱性のことは伝えません。
site-desk-address-found = 連絡先が分かった
site-desk-found = 連絡先が分かった
site-desk-note = 覚え書き
site-desk-link = 確認番号のついた一度だけ使えるリンクを、この宛先にメールで送る
site-desk-with-link = リンクつき
site-desk-by-letter = 手紙、FAX、電話、問い合わせフォームで連絡する
site-desk-attempt = どの連絡
site-desk-person = 答えてくれる方の名前
site-desk-mail = これから連絡するメールアドレス

# 回答とやりとり
site-desk-answers = 運営者の回答
site-desk-answers-none = まだ回答はありません。
site-desk-ready = 直る見込み：{ $day }
site-desk-messages = やりとり
site-desk-direct = 発見者と運営者の直接のやりとり
site-desk-consulted = 発見者への回答の相談
site-desk-asked = 返事を求めている
site-desk-details = 運営者に伝えた内容
site-desk-details-none = まだ伝えていません。窓口を確かめてから伝えます。
site-desk-named = 名前を伝えた
site-desk-unnamed = 名前は伝えていない
site-desk-checks = 直ったかどうかの確認
site-desk-consents = 求めた了解
site-desk-talks = 直接のやりとりの希望
site-desk-forwards = 運営者が委託先に渡した記録
site-desk-taken-back = 運営者が委託先に見せるのをやめた日
site-desk-talk-wished = { $who }の希望
site-desk-talk-passed = 取り次いだ。相手の返事待ち
site-desk-talk-waits = 取り次ぐか決める
site-desk-agrees = 了解する
site-desk-declines = 断る
site-desk-agreed = 了解した
site-desk-declined = 断った
site-desk-fields = 伝える項目
site-desk-advice = 直し方の案内
site-desk-answer = 回答
site-desk-words = 運営者の言葉
site-desk-ready-on = 直る見込みの日
site-desk-question = 返事を求める
site-desk-message-files = 運営者のページから開けます。発見者を特定できる内容が入っていないことを確かめてください。
site-desk-enquirer = 問い合わせた発見者の届出
site-desk-consent-to = 何についての了解か
site-desk-said = 返事
site-desk-seen = 確かめた結果
site-desk-seen-how = 見えたこと（まだ残っているときは運営者も読みます）
site-desk-wish = 誰の希望か
site-desk-with = 相手になる発見者の届出
site-desk-with-hint = 運営者の希望を取り次ぐときに選びます。

# 漏えい・外部・製品
site-desk-leak = 個人情報の漏えいのおそれ
site-desk-leak-none = 漏えいのおそれは記録されていません。
site-desk-leak-public = 運営者が公表した
site-desk-leak-lacks = まだ公表されていないこと：{ $items }
site-desk-leak-items = 公表された項目
site-desk-feared = おそれがある
site-desk-not-feared = おそれはない
site-desk-why = そう判断した理由
site-desk-url = アドレス
site-desk-disclosures = 外部に伝えたこと
site-desk-disclosures-none = 外部には伝えていません。
site-desk-result-there = 結果あり
site-desk-package = 渡す書類を保存する
site-desk-ndas = 秘密保持契約
site-desk-ndas-none = 記録された契約はありません。外部に伝える前に要ります。
site-desk-nda-with = 契約の相手
site-desk-nda-holds = 有効
site-desk-nda-over = 期限切れ
site-desk-nda-until = { $day }まで
site-desk-on = 契約の日
site-desk-until = 契約の終わる日
site-desk-reference = 契約書の控えのある場所
site-desk-ground = 伝える理由
site-desk-told-to = 伝える相手
site-desk-purpose = 頼むこと
site-desk-disclosure = どこからの結果か
site-desk-result = 結果
site-desk-product = 製品の取扱い
site-desk-product-named = 運営者の了解を得て、どのサイトかも伝えました。
site-desk-product-hidden = どのサイトかは伝えていません。
site-desk-name-site = 運営者の了解を得たので、どのサイトかと添付ファイルも製品の案件に入れる

# 取扱いの終わり
site-desk-endings = 終わり方
site-desk-endings-lead = 今できる終わり方を選ぶと、発見者と運営者に伝える言葉の案が入ります。
site-desk-ending = 終わり方
site-desk-against = いまできるか
site-desk-proposed = 運営者の回答に合う
site-desk-told-at-end = 伝えた理由
site-desk-alerts = 公開済みの注意喚起
site-desk-alerts-none = 結び付けた注意喚起はありません。
site-desk-reopened = 取扱いの再開
site-desk-to-finder = 発見者に伝える理由
site-desk-to-operator = 運営者に伝える理由
site-desk-reason = 再開する理由
site-desk-title = 注意喚起の題名
site-desk-since = 公開された日
site-desk-letter-finder-fixed = 届け出ていただいたウェブサイトの問題について、運営者が対応を終えました（{ $ending }）。これで取扱いを終えます。情報非開示のお願いも、これで効力を失います。ご協力ありがとうございました。
site-desk-letter-finder-ended = 届け出ていただいたウェブサイトの問題について、次の理由により取扱いを終えます：{ $ending }。情報非開示のお願いも、これで効力を失います。ご協力ありがとうございました。
site-desk-letter-operator-fixed = ご対応いただき、ありがとうございました。対応が終わったことを確かめ、この件の取扱いを終えました（{ $ending }）。脆弱性を公表していただく必要はありません。
site-desk-letter-operator-ended = この件の取扱いを、次の理由により終えました：{ $ending }。気になることがあれば、いつでも受付機関にお尋ねください。

# 届出を加える
site-desk-report = 加える届出の番号
site-desk-no-report = この番号の届出は見つかりません。
site-desk-conditions = 受理の条件
site-desk-accept-reason = 発見者に伝える理由
site-desk-accept-theirs = そのまま送ると、発見者の言語の文面になります。書き換えた文面は、訳されずに届きます。
site-desk-accept-letter = 受理の条件をすべて満たすと判断し、受理しました。すでに取り扱っている案件と同じ内容です。
site-desk-vector-unreadable = CVSS v3 のベクトルとして読めません。基本評価基準をすべて選ぶか、ベクトルを貼り付けてください。

# 受付機関が運営者に代わって記録すること
site-desk-does-confirm-operator = 電話などで確かめた窓口を記録する
site-desk-does-receive-details = 受け取ったと聞いたことを記録する
site-desk-does-answer = 電話などで聞いた回答を記録する
site-desk-does-write = 運営者に書く
site-desk-does-give-consent = 電話などで聞いた返事を記録する
site-desk-does-publish-leak = 運営者が公表したことを記録する
site-desk-does-answer-talk = 取り次がずに断る
site-desk-does-check-fix = 直ったか確かめた結果を記録する

# 送る前の確認
site-desk-sure-contact-operator = この内容で記録しますか。リンクを付けたときは、メールも送ります。
site-desk-sure-send-details = 選んだ項目を運営者に伝えますか。伝えたものは取り戻せません。
site-desk-sure-disclose = 外部に伝えたことを記録しますか。
site-desk-sure-hand-to-product = 製品の案件を開きますか。
site-desk-sure-close = 取扱いを終え、理由を知らせますか。

# 書き始める前に
site-desk-lead-contact-operator = このシステムからのメールのほか、電話や郵送など外で行った連絡もここに記録します。まだ詳しい内容は伝えません。
site-desk-lead-confirm-operator = 電話などで確かめたときに記録します。運営者がリンクを開いて確認番号を入れたときは、自動で記録されます。
site-desk-lead-send-details = 運営者は選んだ項目だけを読めます。発見者がウに同意しているときは、名前も伝わります。読んだ日から、修正の目標の3か月を数えます。
site-desk-lead-receive-details = 電話などで、受け取ったと聞いたときに記録します。この日から修正の目標の3か月を数えます。
site-desk-lead-answer = 電話や手紙で聞いた回答を、運営者に代わって記録します。
site-desk-lead-give-consent = 電話や手紙で聞いた返事を、運営者に代わって記録します。
site-desk-lead-consult = 発見者に答える前に、何を伝えてよいかを運営者に相談します。誰が尋ねたかは伝えません。
site-desk-lead-check-fix = 確かめるかどうかは任意です。サイトに負担をかけない方法で確かめてください。
site-desk-lead-answer-talk = 取り次がずに断るときに使います。
site-desk-lead-suspect-leak = おそれがあると記録すると、運営者に公表を求められます。運営者が対応しないときは、個人情報保護委員会に措置を依頼できます。
site-desk-lead-publish-leak = 運営者が公表したと聞いたときに、場所と項目を記録します。
site-desk-lead-disclose = 秘密保持契約を記録した相手に、選んだ項目だけを伝えます。政府機関や地方公共団体のサイトでは、証拠と添付ファイルは伝えられません。記録したあと、渡す書類を保存できます。
site-desk-lead-hand-to-product = どのサイトかが分かる言葉を除いてください。届け出た方の同意は運営者に対するものなので、製品の開発者には引き継ぎません。
site-desk-lead-link-alert = 製品の設定の誤りや修正の未適用について公開された注意喚起を結び付けます。それだけでは取扱いは終わりません。
site-desk-lead-close = 発見者と、連絡したことのある運営者に理由を伝えます。情報非開示のお願いは効力を失います。
site-desk-lead-reopen = 発見者と運営者に知らせ、発見者にはあらためて情報非開示をお願いします。
site-desk-lead-join-report = 同じサイトの同じ内容の届出を、この案件に加えます。発見者には受理だけを知らせます。

# 渡す書類
site-desk-package-title = ウェブサイトの脆弱性に関する情報（取扱注意）
site-desk-package-number = 番号
site-desk-package-on = 作成日
site-desk-package-secret = 取扱い
site-desk-package-secrecy = 秘密保持契約に基づいてお渡しします。頼んだ目的のほかには使わず、ほかに伝えないでください。ウェブサイトの名前と運営者は公表されません。

done-site-kept = 記録しました。
done-site-contacted = 連絡を記録しました。リンクを付けたときは、メールを送りました。
done-site-sent = 運営者に詳しい内容を伝えました。
done-site-asked = 運営者に尋ねました。
done-site-passed = 希望を取り次ぎました。
done-site-declined = 希望を断りました。
done-site-told = 外部に伝えたことを記録しました。渡す書類を保存できます。
done-site-handed = 製品の案件を開きました。発見者には、一つの案件が加わったと知らせました。
done-site-closed = 取扱いを終え、発見者と運営者に理由を知らせました。
done-site-reopened = 取扱いを再開し、発見者と運営者に知らせました。
