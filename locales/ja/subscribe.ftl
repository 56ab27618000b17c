# メール配信：公表された脆弱性対策情報をメールで受け取る。
subscribe-title = メールで受け取る
subscribe-lead = 新しい脆弱性対策情報が公表されたときに、メールでお知らせします。登録に必要なのはメールアドレスだけです。
subscribe-link = この検索の結果をメールで受け取る
subscribe-link-all = 新しい情報をメールで受け取る
subscribe-to-list = 脆弱性対策情報の一覧
subscribe-what = お知らせする情報
subscribe-everything = すべての脆弱性対策情報
subscribe-narrow = 製品やベンダを絞るときは、検索してから登録してください。
subscribe-to-search = 検索する
subscribe-all-of-them = 上の条件をすべて満たすものをお知らせします。
subscribe-search-q = 「{ $value }」を含む
subscribe-search-vendor = ベンダ：{ $value }
subscribe-search-product = 製品：{ $value }
subscribe-search-cwe = 脆弱性の種類：{ $value }
subscribe-search-status = ベンダの状況：{ $value }
subscribe-least = 深刻度
subscribe-least-hint = CVSS の基本値による深刻度です。
subscribe-least-any = すべて
subscribe-least-medium = 警告以上（4.0 以上）
subscribe-least-high = 重要以上（7.0 以上）
subscribe-least-critical = 緊急だけ（9.0 以上）
subscribe-mail = メールアドレス
subscribe-language = メールの言語
subscribe-language-ja = 日本語
subscribe-language-en = 英語（English）
subscribe-rhythm = お知らせの頻度
subscribe-rhythm-at-once = 公表のつど
subscribe-rhythm-at-once-hint = 公表されたら、すぐにお知らせします。
subscribe-rhythm-daily = 1日1回
subscribe-rhythm-daily-hint = 朝9時に、前の日からの分をまとめてお知らせします。ない日は送りません。
subscribe-updates = 更新されたときも知らせる
subscribe-send = 確認のメールを受け取る
subscribe-care = アドレスの取り扱い
subscribe-care-confirm = 届いたメールのリンクで確認するまで、お知らせは送りません。
subscribe-care-address = アドレスは暗号化して保管し、このお知らせのほかには使いません。
subscribe-care-leave = どのメールからも、いつでもやめられます。やめると、アドレスは消去されます。
subscribe-wrong-mail = メールアドレスの形になっていません。例：name@example.jp
subscribe-wrong-none = 少なくとも1つは残してください。すべてやめるときは、下の「配信をやめる」を押してください。
subscribe-stale = ほかの画面で設定が変わっていました。今の設定を表示しています。もう一度選んで保存してください。
subscribe-sent-title = メールをご確認ください
subscribe-sent-lead = 入力されたアドレスに、確認のメールを送りました。メールのリンクを開くと登録が完了します。
subscribe-sent-1 = 数分待っても届かないときは、迷惑メールのフォルダと、アドレスの書き間違いをご確認ください。
subscribe-sent-2 = 登録の有無にかかわらず、この画面は同じです。同じアドレスに送る確認のメールの数には、1日の上限があります。
subscribe-confirm-title = 登録の確認
subscribe-confirm-lead = 次の内容でお知らせを送ります。よろしければ登録してください。
subscribe-confirm = 登録する
subscribe-confirm-foot = お心当たりがなければ、この画面を閉じてください。登録されず、アドレスは2日後に消去されます。
subscribe-dead-title = このリンクは使えません
subscribe-dead-lead = 期限が切れたか、配信がすでに終わっています。受け取りたいときは、もう一度登録してください。
subscribe-again = 登録し直す
subscribe-own-title = メール配信の設定
subscribe-own-lead = { $address } へお知らせしています。この画面のアドレスを知っている人は、設定を変えられます。人に教えないでください。
subscribe-remove = この条件のお知らせをやめる
subscribe-add = 条件を増やす
subscribe-add-how = （検索してから「メールで受け取る」を選ぶ）
subscribe-how = お知らせの方法
subscribe-save = 設定を保存する
subscribe-leave-title = 配信をやめる
subscribe-leave-text = お知らせをすべてやめて、アドレスと設定を消去します。元には戻せませんが、いつでも登録し直せます。
subscribe-leave = 配信をやめる
subscribe-left-title = 配信をやめました
subscribe-left-lead = アドレスと設定を消去しました。行き違いで届くメールがあるかもしれません。ご了承ください。
subscribe-mail-subject = 【{ $name }】メール配信の登録の確認
subscribe-mail-body =
    { $name }です。
    このアドレスへ、脆弱性対策情報のお知らせを送るよう申し込みがありました。

    次のリンクを開き、内容を確かめて「登録する」を押すと、お知らせが始まります。

    { $link }
subscribe-mail-end =
    リンクは{ $hours }時間使えます。
    お心当たりがなければ、何もしないでください。お知らせは始まらず、このアドレスは消去されます。
subscribe-news-one = { $number } { $title }
subscribe-news-updated = 【更新】{ $number } { $title }
subscribe-news-many = 脆弱性対策情報 { $count }件
subscribe-news-severity = 深刻度：{ $severity }
subscribe-news-is-update = 更新された情報です。変わったところは、ページの更新履歴をご覧ください。
subscribe-news-why = このメールは、お申し込みの条件に合う脆弱性対策情報が公表されたため、お送りしています。
subscribe-news-ways =
    設定の確認と変更：
    { $manage }

    配信をやめる：
    { $leave }
done-subscribed = 登録しました。条件に合う情報が公表されたときにお知らせします。
done-subscription-changed = 設定を保存しました。
