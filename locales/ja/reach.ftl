# 製品開発者に連絡する：探すところ、連絡の回数、連絡不能開発者一覧

duty-search-contact = チェックリストに沿って連絡先を探す
duty-ask-finder = 発見者に連絡先を尋ね、答えを調整機関に伝える
duty-list-name = 連絡不能開発者一覧に載せる
duty-list-product = 対象製品の情報を公表する
duty-append-deadline = 連絡期限を追記する
duty-update-listing = 一覧の記載を見直す（四半期ごと）
duty-delist = 一覧から外す
duty-resume-contact = 連絡が取れたことを記録し、調整を再開する
duty-answer-listing = 一覧の問合せ番号を添えて連絡する
duty-judge-verifiability = 脆弱性を検証できるか判断する
duty-judge-handling-value = 検証の費用に見合う案件か判断する

refusal-too-soon = 必要な期間がまだ過ぎていません。
refusal-checklist-open = 連絡先を探すチェックリストに、まだ確認していないところがあります。すべて確認して結果を記録してください。
refusal-means-left = まだ試していない連絡先があるか、連絡の回数が足りません。
refusal-developer-answered = この製品開発者からは応答があったか、その後まだ連絡を試みていません。
refusal-not-listed = 連絡不能開発者一覧に載っていません。製品の欄については、先に対象製品の情報を公表してください。
refusal-already-listed = すでに公表されています。
refusal-nobody-named = 誰のことか分かるように、開発者名、関連情報、備考のいずれかを書いてください。
refusal-tells-of-case = 案件の番号や脆弱性の種類が含まれています。公表する文面には、案件のことを書かないでください。
refusal-not-asked = 調整機関から頼まれていません。
refusal-already-asked = すでに尋ねているか、尋ねる相手がいません。
refusal-nothing-to-weigh = 検証の費用を考慮するのは、優先対応で検証ができない案件だけです。

event-source-checked = 連絡先を探した
event-finder-asked = 発見者への確認を頼んだ
event-attempt-noted = 連絡の結果や控えを記録した
event-developer-listed = 連絡不能開発者一覧に載せた
event-product-listed = 対象製品の情報を公表した
event-deadline-appended = 連絡期限を追記した
event-listing-updated = 一覧の記載を見直した
event-delisted = 一覧から外した
event-contact-resumed = 連絡が取れ、調整を再開した
event-verifiability-judged = 検証できるか判断した
event-handling-value-judged = 取扱価値を判断した
event-considered-individually = 個別に配慮することにした

desk-action-check-source = 連絡先を探した結果を記録する
desk-action-ask-finder = 発見者への確認を頼む
desk-action-note-attempt = 連絡の結果や控えを記録する
desk-action-list-name = 一覧に載せる
desk-action-list-product = 対象製品の情報を公表する
desk-action-append-deadline = 連絡期限を追記する
desk-action-update-listing = 一覧の記載を見直す
desk-action-delist = 一覧から外す
desk-action-resume-contact = 調整を再開する
desk-action-judge-verifiability = 検証できるか判断する
desk-action-judge-handling-value = 取扱価値を判断する
desk-action-consider-individually = 個別に配慮する

desk-purpose-finder-to-ask = 発見者への確認の依頼
desk-purpose-finder-answered = 発見者への確認の結果
desk-purpose-list-changed = 連絡不能開発者一覧の変更
desk-purpose-contact-resumed = 連絡が取れたことの連絡
desk-purpose-course-judged = 連絡不能案件の取扱いの連絡

mail-subject-finder-to-ask = 製品開発者の連絡先を、発見者にご確認ください（{ $number }）
mail-body-finder-to-ask =
    製品開発者の連絡先が見つからないため、発見者がご存じないかの確認をお願いします。

    番号：{ $number }

    尋ねる内容はページでご確認ください。答えもページで記録できます。
mail-subject-finder-answered = 発見者への確認の結果が記録されました（{ $number }）
mail-body-finder-answered =
    製品開発者の連絡先について、発見者に確認した結果が記録されました。

    番号：{ $number }

    結果はページでご確認ください。
mail-subject-list-changed = 連絡不能開発者一覧の記載が変わりました（{ $number }）
mail-body-list-changed =
    連絡の取れない製品開発者について、公表する一覧の記載が変わりました。

    番号：{ $number }

    変わった内容はページでご確認ください。
mail-subject-contact-resumed = 製品開発者と連絡が取れました（{ $number }）
mail-body-contact-resumed =
    連絡不能開発者一覧に載せていた製品開発者と連絡が取れ、調整を再開しました。

    番号：{ $number }

    経緯はページでご確認ください。
mail-subject-course-judged = 連絡の取れない案件の取扱いについて判断がありました（{ $number }）
mail-body-course-judged =
    製品開発者と連絡が取れない案件の取扱いについて、受付機関が判断しました。

    番号：{ $number }

    判断と理由はページでご確認ください。

# 机の画面：製品開発者への道のり
desk-reach-title = { $name }への連絡
desk-reach-open = 連絡先の探索、連絡の回数、連絡不能の手続き
desk-reach-contacts = 連絡の回数
desk-reach-of = { $required }回のうち{ $count }回
desk-reach-left = チェックリストの残り
desk-reach-left-count = { $count }か所
desk-reach-name-from = 一覧に載せられる日
desk-reach-unreachable-from = 連絡不能と判断できる日
desk-reach-next = 次は{ $means }で連絡します（できるだけ早く）
desk-reach-next-by = 次は{ $means }で連絡します（{ $day }まで）
desk-reach-next-to = { $why } 宛先：{ $to }
desk-reach-why-first = 最初の連絡です。
desk-reach-why-second-by-post = 住所が分かっているため、2回目は郵便で連絡します。
desk-reach-why-untried = チェックリストで見つかり、まだ試していない連絡先です。
desk-reach-why-came-back = 前の連絡は届きませんでした。
desk-reach-why-again = まだ返事がありません。

desk-reach-rung-not-listed = 一覧に未掲載
desk-reach-rung-name-listed = ①開発者名を公表
desk-reach-rung-product-listed = ②対象製品を公表
desk-reach-rung-resumed = ③調整を再開
desk-reach-rung-done = ④調整を完了
desk-reach-rung-published = ⑤判定を経て公表
desk-reach-rung-removed = 一覧から除外

desk-reach-checklist = 連絡先を探すチェックリスト
desk-reach-checklist-done = すべて確認しました。
desk-reach-checklist-open = まだ確認していないところが{ $count }か所あります。
desk-reach-where = 探したところ
desk-reach-where-missing = どこを探したかを選んでください。
desk-reach-unchecked = 未確認
desk-reach-checked = 確認済み
desk-reach-asked = 確認を依頼中
desk-reach-found = 見つかった連絡先
desk-reach-found-hint = 見つからなければ空のままにします。郵便は「〒」から続けて1行で書きます。
desk-reach-nothing = なし
desk-reach-no-means = （なし）
desk-reach-how = 探し方の記録
desk-reach-how-hint = 検索した語、見たページ、尋ねた相手など
desk-reach-checked-on = 確認した日
desk-reach-check-lead = 1か所ずつ、見つからなかったことも記録します。すべて確認すると、一覧への掲載に進めます。
desk-reach-finder-lead = 発見者に製品開発者の連絡先を尋ねた結果を記録します。調整機関に知らせます。
desk-reach-ask-lead = 受付機関を通じて、発見者が製品開発者の連絡先をご存じないかを尋ねます。発見者の名前や連絡先は調整機関に伝わりません。
desk-reach-ask-what = 尋ねること
desk-reach-ask-hint = 例：作者の現在の連絡先、所属、販売代理店
desk-reach-source-report = 届出の内容
desk-reach-source-product = 製品に添えられた情報（説明書、ライセンスなど）
desk-reach-source-site = 製品開発者のウェブサイト
desk-reach-source-register = 製品開発者リスト
desk-reach-source-registry = 登記・ドメイン名などの登録情報
desk-reach-source-store = 販売店・配布サイト
desk-reach-source-internet = インターネットの検索
desk-reach-source-sns = SNS
desk-reach-source-related = 関係する組織（代理店、コミュニティなど）
desk-reach-source-finder = 発見者（受付機関を通じて）

desk-reach-proof = 記録と控え
desk-reach-evidence = 控えのファイル
desk-reach-evidence-hint = 送信した電子メール、封筒や受領証の写真など。5個まで。暗号化して保存します。
desk-reach-file-large = ファイルが大きすぎます。
desk-reach-file-many = 一度に付けられるファイルは5個までです。
desk-reach-file-empty = 空のファイルは付けられません。
desk-reach-file-cut = ファイルを最後まで受け取れませんでした。もう一度お試しください。
desk-reach-note-lead = 返送、返信、受領の確認など、あとから分かったことを記録します。届かなかったことも結果です。
desk-reach-noted-on = 分かった日
desk-reach-which = どの連絡か
desk-reach-which-missing = どの連絡についてかを選んでください。
desk-reach-outcome-same = 変わりなし（控えを加えるだけ）

desk-reach-letter = 郵便の書面を作る
desk-reach-letter-lead = 回答用ページを一度だけ開けるQRコードを付けた書面を、窓あき封筒に合わせたPDFで作ります。脆弱性のことは書きません。作ると、郵便での連絡として記録し、書面を案件に保存します。
desk-reach-letter-known = チェックリストで見つかった住所：
desk-reach-letter-organisation = 組織名
desk-reach-letter-organisation-hint = 個人に送るときは空にして、氏名を書きます。英語の書面では、登録簿に英語の名称があれば、それに替えます。
desk-reach-letter-nobody = 組織名か氏名を書いてください。
desk-reach-letter-department = 部署
desk-reach-letter-person = 氏名
desk-reach-letter-code = 郵便番号
desk-reach-letter-address = 住所
desk-reach-letter-address-hint = 封筒の窓から見えるとおりに、改行して書きます。
desk-reach-letter-language = 書面の言語
desk-reach-letter-by = 回答の期限
desk-reach-letter-product = 製品名「{ $product }」を書く
desk-reach-letter-product-hint = 製品名だけでも伏せるべきときは外します。
desk-reach-letter-make = 書面を作り、連絡として記録する
desk-reach-letter-confirm = 書面を作り、郵便での連絡として記録します。
desk-reach-letter-number = 文書番号 { $number }
desk-reach-letter-no-sender = 差出人の住所か電話番号が設定されていません
desk-reach-letter-no-sender-what = 書面に差出人の連絡先が載りません。管理者に、設定（letters）への記入を頼んでください。
desk-reach-letter-unprintable = 印刷できない文字があります：{ $characters }。別の文字に置き換えてください。
desk-reach-letter-too-long = 宛先が封筒の窓に収まりません。短くしてください。
desk-reach-letter-failed = 書面を作れませんでした。日本語のフォントがあるかなど、管理者に確認を頼んでください。

desk-reach-public = 公表している内容
desk-reach-public-since = { $day }の時点
desk-reach-public-page = 公開ページを見る
desk-reach-public-paper = お知らせをPDFで保存する
desk-reach-preview = 公表される文面
desk-reach-look-again = 文面を確かめる
desk-reach-in-english = 英語の文面
desk-reach-name = 開発者名
desk-reach-name-hint = 空にすると「－」と表示します。
desk-reach-reference = 関連情報
desk-reach-reference-hint = 製品開発者を特定できるページのアドレス
desk-reach-remark = 備考
desk-reach-remark-hint = 例：〇〇の製品開発者。案件や脆弱性のことは書きません。
desk-reach-list-lead = 製品開発者本人に向けて、名前か特定できる情報を公表します。問合せ番号は公表するときに決まります。
desk-reach-list-button = 一覧に載せて公表する
desk-reach-list-confirm = 連絡不能開発者一覧に載せ、すぐに公表します。
desk-reach-row-lead = 一覧の記載を確かめ、必要なら直します。四半期ごとに見直します。
desk-reach-row-button = 見直したことを記録する
desk-reach-row-confirm = この内容で一覧を公表します。
desk-reach-product-lead = 製品開発者と、連絡方法をご存じの方に向けて、製品名とバージョンを公表します。
desk-reach-product-button = 対象製品の情報を公表する
desk-reach-product-confirm = 製品名とバージョンをすぐに公表します。
desk-reach-product-name = 製品名
desk-reach-versions = バージョン
desk-reach-versions-hint = 文面に「バージョン〇〇の作者」と載ります。空にすると載りません。
desk-reach-addressee = 製品開発者の種類
desk-reach-addressee-missing = 製品開発者の種類を選んでください。
desk-reach-addressee-organisation = 官庁、法人
desk-reach-addressee-individual = 個人、コミュニティ
desk-reach-deadline = 連絡期限
desk-reach-deadline-lead = 連絡を受け付ける最後の日を追記します。期限を過ぎると、連絡不能と判断できます。
desk-reach-deadline-button = 連絡期限を追記する
desk-reach-deadline-confirm = 連絡期限をすぐに公表します。
desk-reach-leave-note = 経緯
desk-reach-delist-lead = 公開ページから、この製品開発者の記載とお知らせを消します。
desk-reach-delist-why = 外す理由
desk-reach-delist-missing = 外す理由を選んでください。
desk-reach-delist-button = 一覧から外す
desk-reach-delist-confirm = 公開ページから消します。
desk-reach-delist-contact-made = 連絡が取れた
desk-reach-delist-handling-ended = 取扱いが終了した
desk-reach-delist-published = 判定を経て公表した
desk-reach-delist-mistake = 掲載が誤りだった
desk-reach-resume-lead = 問合せ番号の付いたメールや電話などで連絡が取れたことを記録し、調整を再開します。次は、連絡窓口を確認します。
desk-reach-resume-delist = 一覧からも外す
desk-reach-resume-button = 調整を再開する
desk-reach-resume-confirm = 調整を再開し、受付機関に知らせます。

desk-reach-course = 連絡不能案件の取扱い
desk-reach-course-open = まだ判断していません。
desk-reach-course-table = 影響度と検証の可否による取扱い（2019年からの運用）
desk-reach-course-committee = 公表判定委員会に諮る
desk-reach-course-weigh-cost = 検証の費用を考慮して判断する
desk-reach-course-end = 取扱いを終了し、一覧から外す
desk-reach-verifiable-yes = 検証できる
desk-reach-verifiable-no = 検証できない
desk-reach-verifiable-lead = 脆弱性があることを、受付機関か調整機関が自ら確かめられるかを判断します。
desk-reach-worth-yes = 見合う
desk-reach-worth-no = 見合わない
desk-reach-worth-lead = 製品の入手など、検証にかかる費用に見合う案件かを判断します。
desk-reach-individual-lead = 表によらない取扱いをします。人の生命や社会に大きく関わる製品などに限ります。
desk-reach-judge-missing = どれかを選んでください。
desk-reach-reason = 理由

done-source-checked = 探した結果を記録しました。
done-finder-asked = 受付機関に、発見者への確認を頼みました。
done-attempt-noted = 連絡の結果や控えを記録しました。
done-letter-made = 書面を作り、郵便での連絡として記録しました。下の記録から書面を保存して印刷できます。
done-name-listed = 連絡不能開発者一覧に載せました。
done-product-listed = 対象製品の情報を公表しました。
done-deadline-appended = 連絡期限を追記しました。
done-row-updated = 一覧の記載を見直しました。
done-delisted = 一覧から外しました。
done-contact-resumed = 調整を再開しました。次は、連絡窓口を確認します。
done-course-judged = 判断を記録し、調整機関に知らせました。

# 公開サイト：連絡不能開発者一覧
portal-unreachable-title = 連絡不能開発者一覧
portal-unreachable-lead = 情報セキュリティ早期警戒パートナーシップに基づいて届け出られたソフトウエア製品のうち、インターネット等から入手しうる情報では連絡が取れない製品開発者、またはその関係者からのご連絡を求めています。
portal-unreachable-contact = 連絡先：
portal-unreachable-subject = Subject に問い合わせ番号を明記してください。
portal-unreachable-list = 一覧
portal-unreachable-none = 一覧に載っている製品開発者はありません
portal-unreachable-none-fill = 連絡の取れない製品開発者がいると、ここに載ります。
portal-unreachable-search = 開発者名、製品名、番号で探す
portal-unreachable-not-found = 当てはまるものはありません。
portal-unreachable-all = すべて表示する
portal-unreachable-count = { $count }件
portal-unreachable-number = 問合せ番号
portal-unreachable-name = 開発者名
portal-unreachable-reference = 関連情報
portal-unreachable-added = 一覧追加日
portal-unreachable-product = 製品情報
portal-unreachable-disclosed = （開示）
portal-unreachable-until = 連絡期限：{ $day }
portal-unreachable-remark = 備考
portal-unreachable-published = 公表したもの
portal-unreachable-published-what = 連絡が取れないまま、公表判定委員会の判定を経て脆弱性情報を公表し、一覧から外した製品です。
portal-unreachable-advisory = 脆弱性情報
portal-unreachable-means = 一覧に載っている方へ
portal-unreachable-means-spam = こちらからの電子メールが、迷惑メールとして扱われていることがあります。
portal-unreachable-means-details = 内容は、ご本人であることを確認したうえで、安全な方法でお伝えします。このページには載せていません。
portal-unreachable-means-help = 費用はかかりません。技術的なご相談もお受けします。
portal-unreachable-means-stop = サポートを終えた製品については、利用の停止を呼びかける公表もできます。
portal-unreachable-process = 連絡が取れないときの手続き
portal-unreachable-write = 問合せ番号を付けてメールを書く
portal-unreachable-original = 日本語の原文
portal-unreachable-contact-title = ご連絡の方法
portal-unreachable-mail = 宛先
portal-unreachable-deadline = 連絡期限
portal-unreachable-how = 製品開発者と連絡が取れないときの手続き
portal-unreachable-how-what = 担当者の技量によらず同じように探せるよう、探すところと順序を決めて公開しています。
portal-unreachable-to-list = 連絡不能開発者一覧
portal-unreachable-sources = 連絡先を探すチェックリスト
portal-rung-search = 連絡先を探す
portal-rung-search-what = 下のチェックリストに沿って探します。必要なら発見者にも、受付機関を通じて尋ねます。
portal-rung-contact = 3回連絡する
portal-rung-contact-what = 見つかった連絡先に、日をあけて3回連絡します。住所が分かれば、2回目は郵便です。
portal-rung-name = ①名前を公表する
portal-rung-name-what = 応答がなければ、開発者の名前や特定できる情報を一覧に載せ、ご本人に呼びかけます。一覧は四半期ごとに見直します。
portal-rung-product = ②製品を公表する
portal-rung-product-what = それでも連絡が取れなければ、製品名とバージョンも公表し、連絡方法をご存じの方にも呼びかけます。
portal-rung-deadline = 期限を公表する
portal-rung-deadline-what = 連絡を受け付ける期限を追記します。連絡が取れれば一覧から外し、調整を続けます。
portal-rung-committee = 公表判定委員会に諮る
portal-rung-committee-what = すべての手段を尽くし、半年以上連絡が取れなければ、中立な専門家の委員会が、公表するかどうかを判定します。
