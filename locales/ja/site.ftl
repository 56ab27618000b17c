# ウェブサイトの取扱い

party-site-operator = ウェブサイト運営者
mail-look-site-operator =
    次のリンクを開き、確認番号を入れてください：
    { $link }
    確認番号：{ $code }
    リンクは一度だけ使え、30日で使えなくなります。新しいリンクをお送りすると、前のリンクは使えなくなります。

mail-look-after-call =
    先ほどお電話しました件です。次のリンクを開き、電話でお伝えした確認番号を入れてください：
    { $link }
    リンクは一度だけ使え、30日で使えなくなります。新しいリンクをお送りすると、前のリンクは使えなくなります。

duty-decide-site-acceptance = ウェブサイトの届出を受理するか決める
duty-classify-site = 種類、影響、原因を決める
duty-find-operator = 運営者と連絡先を調べる
duty-contact-operator = 運営者に連絡する
duty-confirm-operator = 担当の窓口を確かめる
duty-send-site-details = 運営者に詳しい内容を伝える
duty-receive-site-details = 詳しい内容を読む
duty-answer-site = 内容を確かめ、結果を知らせる
duty-fix-site = 直して、知らせる
duty-answer-site-desk = 受付機関の質問に答える
duty-answer-operator = 運営者に返事をする
duty-help-operator = 困っている運営者を助ける
duty-judge-operator-answer = 運営者の回答を見て、終えるか返事をする
duty-consult-operator = 発見者に答える前に、運営者に相談する
duty-give-site-consent = 了解するかどうか答える
duty-follow-up-site = 長く直っていないサイトの様子を尋ねる
duty-judge-silence = 応答がないので終えるかどうか判断する
duty-publish-leak = 個人情報の漏えいを公表する
duty-record-site-result = 外部に頼んだことの結果を待ち、記録する
duty-hand-to-product = 製品の脆弱性として引き継ぐ
duty-close-site = 取扱いを終える
duty-pass-site-talk = 直接のやり取りの希望を取り次ぐ
duty-answer-site-talk = 直接やり取りするか答える

refusal-not-website = ウェブサイトの届出ではありません。
refusal-operator-did-not-say-so = 運営者からそのような連絡がなく、受付機関でも確かめていません。
refusal-operator-waits = 運営者が返事を待っています。先に返事をしてください。
refusal-cause-open = この終わり方は、製品の設定の誤りか修正の未適用が原因のときだけです。原因を確かめて記録してください。
refusal-alert-missing = 公開済みの注意喚起が記録されていません。先に記録してください。
refusal-other-operator = この理由で伝えられるのは、その種類の運営者のサイトだけです。運営者の種類を確かめてください。
refusal-operator-acts = 運営者が対応中か、まだ連絡していません。対応されていないことが分かってから依頼してください。
refusal-tells-of-site = どのサイトか分かる言葉が入っています。サイトのアドレスと運営者の名前を除いてください。
refusal-not-handed-to-product = 製品の脆弱性として引き継がれていません。
refusal-not-withdrawn = 届出を取り下げていない発見者がいます。
refusal-operator-reason-missing = 連絡した運営者にも理由を伝えます。運営者あての理由を書いてください。

event-site-case-opened = ウェブサイトの案件として取扱いを始めた
event-site-report-joined = 同じ内容の届出が加わった
event-site-owner-set = 担当が変わった
event-site-note-added = メモが加わった
event-site-classified = 種類、影響、原因を決めた
event-site-rated = 影響度を評価した
event-operator-identified = 運営者が分かった
event-operator-source-checked = 連絡先を調べた
event-operator-contacted = 運営者に連絡した
event-operator-attempt-noted = 連絡の結果を記録した
event-operator-confirmed = 運営者の窓口を確かめた
event-site-details-sent = 運営者に詳しい内容を伝えた
event-site-details-received = 運営者が詳しい内容を受け取った
event-operator-answered = 運営者から回答があった
event-site-message-posted = メッセージがあった
event-operator-consulted = 発見者への回答について運営者に相談した
event-operator-consent-asked = 運営者に了解を求めた
event-operator-consent-answered = 了解について回答があった
event-fix-checked = 直ったかどうかを確かめた
event-leak-suspected = 個人情報の漏えいのおそれについて判断した
event-leak-made-public = 運営者が漏えいを公表した
event-site-forwarded = 運営者が委託先に内容を渡した
event-site-taken-back = 運営者が委託先に見せるのをやめた
event-alert-linked = 注意喚起を結び付けた
event-site-nda-recorded = 秘密保持契約を記録した
event-site-disclosed = 外部機関に伝えた
event-site-result-recorded = 外部機関からの結果を記録した
event-found-in-product = 製品の脆弱性として引き継いだ
event-site-talk-wished = 直接のやり取りの希望があった
event-site-talk-passed = 直接のやり取りの希望を取り次いだ
event-site-talk-answered = 直接のやり取りについて回答があった
event-site-closed = 取扱いを終えた
event-site-reopened = 取扱いを再開した
event-site-report-accepted = 受理した
event-non-disclosure-lapsed = 情報非開示依頼が効力を失った
event-non-disclosure-asked-again = あらためて情報非開示を依頼した

# すること（受付機関と運営者）

site-action-own = 担当になる、担当を離れる
site-action-note = メモを書く
site-action-classify = 種類、影響、原因を決める
site-action-rate = 影響度を評価する
site-action-join-report = 同じ内容の届出を加える
site-action-identify-operator = 運営者を記録する
site-action-check-source = 調べたところを記録する
site-action-contact-operator = 運営者に連絡する
site-action-note-attempt = 連絡の結果を記録する
site-action-confirm-operator = 窓口を確かめる
site-action-send-details = 詳しい内容を伝える
site-action-receive-details = 詳しい内容を受け取る
site-action-answer = 結果を知らせる
site-action-write = メッセージを書く
site-action-consult = 発見者への回答について相談する
site-action-ask-consent = 了解を求める
site-action-give-consent = 了解するか答える
site-action-check-fix = 直ったか確かめる
site-action-suspect-leak = 漏えいのおそれを記録する
site-action-publish-leak = 漏えいを公表したと知らせる
site-action-forward = 委託先に渡す
site-action-take-back = 委託先に見せるのをやめる
site-action-link-alert = 注意喚起を結び付ける
site-action-record-nda = 秘密保持契約を記録する
site-action-disclose = 外部機関に伝える
site-action-record-result = 結果を記録する
site-action-hand-to-product = 製品の脆弱性として引き継ぐ
site-action-wish-talk = 直接のやり取りを希望する
site-action-pass-talk = 希望を取り次ぐ
site-action-answer-talk = 直接やり取りするか答える
site-action-write-directly = 直接書く
site-action-close = 取扱いを終える
site-action-reopen = 取扱いを再開する

site-stage-accepted = 受理
site-stage-notified = 運営者に連絡
site-stage-confirmed = 窓口を確認
site-stage-details-sent = 運営者が対応中
site-stage-fix-reported = 修正の連絡あり
site-stage-ended = 取扱い終了

site-category-company = 企業
site-category-government = 政府機関
site-category-local-government = 地方公共団体
site-category-education = 教育・学術機関
site-category-association = 団体
site-category-individual = 個人
site-category-unknown = 不明

site-cause-application = サイトのアプリケーション
site-cause-wrong-settings = 使っている製品の設定の誤り、初期状態のまま
site-cause-patch-missing = 使っている製品の修正が当てられていない
site-cause-improper-operation = そのほかの不適切な運用
site-cause-product = 製品そのものの脆弱性

site-check-gone = 直っている
site-check-still-there = まだ残っている
site-check-cannot-tell = 外からは分からない

site-ending-illegally-acquired = 違法な手段で入手されたことが明らか
site-ending-handed-to-product = 製品の脆弱性として引き継いだ
site-ending-withdrawn = すべての発見者が届出を取り下げた

site-consent-analysis = 受付機関または外部の専門機関が、問題の起きる仕組みを技術的に調べること
site-consent-site-to-developer = 問題を再現するために、このサイトの情報を、使っている製品の開発者に伝えること

# メール

mail-subject-site-notice = ウェブサイトの安全に関する大切なお知らせ（{ $number }）
mail-body-site-notice =
    ウェブサイトを運営されている方へ

    貴社（貴団体）のウェブサイトに、安全上の弱点（悪用されるおそれのある不具合）があるという届出がありました。

    内容は、ご担当の方を確認してからお伝えします。このメールには書いていません。料金はかかりません。

    番号：{ $number }

mail-subject-site-begun = ウェブサイトの運営者への連絡を始めました（{ $number }）
mail-body-site-begun =
    届け出ていただいた件の取扱いを始め、ウェブサイトの運営者に連絡しています。

    番号：{ $number }

mail-subject-operator-confirmed = 運営者の窓口が確かめられました（{ $number }）
mail-body-operator-confirmed =
    運営者が窓口を知らせてきました。詳しい内容を伝えられます。

    番号：{ $number }

mail-subject-site-details-there = ウェブサイトの弱点の詳しい内容をご覧ください（{ $number }）
mail-body-site-details-there =
    ウェブサイトの弱点の詳しい内容と、直し方の案内を用意しました。次のページでご覧ください。

    番号：{ $number }

mail-subject-operator-answered = 運営者から回答があります（{ $number }）
mail-body-operator-answered =
    運営者から回答がありました。

    番号：{ $number }

mail-subject-site-fixed = 届け出られた問題が直ったと連絡がありました（{ $number }）
mail-body-site-fixed =
    届け出ていただいたウェブサイトの問題について、運営者から、直したという連絡がありました。

    番号：{ $number }

mail-subject-site-still-open = ウェブサイトの弱点がまだ残っているようです（{ $number }）
mail-body-site-still-open =
    直していただいた後に確かめたところ、弱点がまだ残っているようです。お手数ですが、もう一度ご確認ください。

    番号：{ $number }

mail-subject-operator-consulted = ご意見をお聞かせください（{ $number }）
mail-body-operator-consulted =
    弱点を届け出た方への回答の内容について、ご意見をお聞かせください。

    番号：{ $number }

mail-subject-consent-asked = ご了解をいただきたいことがあります（{ $number }）
mail-body-consent-asked =
    次の番号の件を進めるために、ご了解をいただきたいことがあります。内容はページでご覧ください。

    番号：{ $number }

mail-subject-site-closed = 取扱いを終えました（{ $number }）
mail-body-site-closed =
    次の番号の件について、取扱いを終えました。理由はページでご覧ください。

    番号：{ $number }

mail-subject-site-reopened = 取扱いを再開しました（{ $number }）
mail-body-site-reopened =
    終えていた次の番号の件について、取扱いを再開しました。

    番号：{ $number }

desk-purpose-site-notice = 運営者への最初の連絡
desk-purpose-site-begun = 取扱い開始のお知らせ
desk-purpose-operator-confirmed = 運営者の窓口の確認
desk-purpose-site-details-there = 詳しい内容のお知らせ
desk-purpose-operator-answered = 運営者からの回答
desk-purpose-site-fixed = 修正のお知らせ
desk-purpose-site-still-open = 弱点が残っているお知らせ
desk-purpose-operator-consulted = 発見者への回答の相談
desk-purpose-consent-asked = 了解のお願い
desk-purpose-site-closed = 取扱い終了のお知らせ
desk-purpose-site-reopened = 取扱い再開のお知らせ

# 運営者が選ぶ答え

site-answer-will-fix = 確認しました。これから直します
site-answer-fixed = 直しました
site-answer-avoided-by-operation = 運用の工夫で、悪用できないようにしました
site-answer-page-removed = 問題のページを削除しました
site-answer-known-and-fixed = 以前から知っていて、もう直してあります
site-answer-not-vulnerability = 問題ではないと考えます
site-answer-cannot-reproduce = 書かれたとおりに試しましたが、同じことが起きません
site-answer-will-not-act = 対応しません
site-answer-needs-help = どうすればよいか分かりません。助けてください
site-answer-hint-will-fix = 直る見込みの日があれば、教えてください。
site-answer-hint-fixed = プログラムや設定を直したときに選びます。
site-answer-hint-avoided-by-operation = 機能を止める、使える人を限るなどしたときに選びます。
site-answer-hint-page-removed = ページや機能そのものをなくしたときに選びます。
site-answer-hint-known-and-fixed = いつごろ、どう直したかをお書きください。
site-answer-hint-not-vulnerability = そう考える理由をお書きください。
site-answer-hint-cannot-reproduce = 何を試したかをお書きください。お返事します。
site-answer-hint-will-not-act = 理由をお書きください。
site-answer-hint-needs-help = 分からないところをそのままお書きください。お返事します。

# 弱点の種類を、やさしい言葉で

site-kind-cross-site-scripting = 悪意のある人が用意した仕掛けが、サイトを見た人の画面で動いてしまう弱点（クロスサイト・スクリプティング）
site-kind-sql-injection = 入力欄などから、データを保管している場所（データベース）への命令を勝手に動かされてしまう弱点（SQLインジェクション）
site-kind-dns-settings = サイトの住所（ドメイン名）の登録や案内の設定に抜けがあり、他人に使われるおそれがある弱点（DNS情報の設定不備）
site-kind-directory-traversal = 公開していないファイルまで読まれてしまう弱点（ディレクトリ・トラバーサル）
site-kind-file-exposed = 公開するつもりのないファイルが、誰でも見られる場所に置かれている状態（ファイルの誤った公開）
site-kind-authentication = 本人かどうかを確かめる仕組み（ログインなど）をすり抜けられてしまう弱点（認証に関する不備）
site-kind-response-splitting = サイトからの応答に、他人が勝手な内容を差し込めてしまう弱点（HTTPレスポンス分割）
site-kind-session-management = ログイン中の状態を、他人に横取りされるおそれがある弱点（セッション管理の不備）
site-kind-os-command-injection = サイトを動かしているコンピューターに、外から勝手な命令をされてしまう弱点（OSコマンド・インジェクション）
site-kind-mail-relay = サイトの仕組みが、他人の迷惑メールの送信に使われてしまう弱点（メールの第三者中継）
site-kind-https-misuse = 通信を暗号で守る仕組み（HTTPS）の使い方に問題がある状態（HTTPSの不適切な利用）
site-kind-other = そのほかの弱点

site-advice-cross-site-scripting = 入力された文字をページに出すとき、記号（< > & " '）を、命令として働かない形に置き換えます。サイトの作り手（制作会社など）に「出力時のエスケープ処理」と伝えてください。
site-advice-sql-injection = データベースへの命令文を、入力された文字とつなげて作らないようにします。サイトの作り手に「プレースホルダ（バインド機構）を使う」と伝えてください。急ぐときは、問題の機能を止めてください。
site-advice-dns-settings = 使わなくなった行き先の登録（DNSレコード）を消し、正しい管理者だけが変更できるようにします。ドメインの管理を任せている会社に相談してください。
site-advice-directory-traversal = ファイルの名前を外から受け取らないか、決めたフォルダーの中だけに限ります。サイトの作り手に「パス名の検証」と伝えてください。
site-advice-file-exposed = そのファイルを公開の場所から移し、検索サービスに残っていれば削除を頼みます。誰かに見られていないか、アクセスの記録を確かめてください。
site-advice-authentication = 見せてはいけない画面のすべてで、見る人が本人かを確かめます。推測しやすい、または初期設定のままのパスワードは変えてください。
site-advice-response-splitting = 応答の見出し部分（ヘッダー）に入れる文字から、改行を取り除きます。サイトの作り手に「ヘッダ出力時の改行の処理」と伝えてください。
site-advice-session-management = ログインするたびに、利用者を見分ける番号（セッションID）を新しくし、推測できないものにします。サイトの作り手に伝えてください。
site-advice-os-command-injection = 外から受け取った文字で、コンピューターへの命令を作らないようにします。危険が大きいので、直るまで問題の機能を止めることをお勧めします。
site-advice-mail-relay = 問い合わせフォームの宛先や、メールを送る仕組みの設定を見直し、外の人が宛先を選べないようにします。
site-advice-https-misuse = 証明書の期限や設定を確かめ、古い暗号の方式を止めます。サーバーを管理している会社に相談してください。
site-advice-other = 詳しい内容をサイトの作り手（制作会社など）に見せて、相談してください。秘密を守る約束をしたうえでお渡しください。
