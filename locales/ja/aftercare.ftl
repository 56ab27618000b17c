# 公表のあと、海外からの公表日、案件の統合

duty-answer-enquiry = 公表についての問い合わせに答える
duty-co-sign-withdrawal = 公表の取り下げに署名するか決める
duty-weigh-overseas-day = 海外の調整機関の新しい公表日を検討する
duty-comment-overseas-day = 海外の調整機関の新しい公表日について意見を伝える
duty-review-window = 直接届出の窓口を一覧に載せるか決める
refusal-publication-withdrawn = この公表は取り下げられました。番号とページはそのまま残り、内容を書き換えることはできません。正しい内容は、新しい案件として公表してください。
refusal-withdrawal-proposed = 取り下げの提案がすでにあり、もう一方の機関の署名を待っています。
refusal-no-withdrawal = 署名を待つ取り下げの提案はありません。
refusal-own-withdrawal = 取り下げには両機関の署名が要ります。もう一方の機関が署名してください。
refusal-no-overseas-day = 検討を待つ海外の公表日はありません。
refusal-same-case = 同じ案件です。もう一方の案件の番号を書いてください。
refusal-merge-other-way = 手続はこちらの案件の方が進んでいます。相手の案件を、この案件にまとめてください。
refusal-case-moved = この案件は別の案件にまとめました。続きはまとめた先で行います。
event-enquiry-received = 公表についての問い合わせがあった
event-enquiry-answered = 問い合わせに答えた
event-withdrawal-proposed = 公表の取り下げを提案した
event-withdrawal-declined = 公表の取り下げを見送った
event-publication-withdrawn = 公表を取り下げた
event-overseas-day-brought = 海外の調整機関から新しい公表日の連絡があった
event-day-kept = 決めた公表日のままとした
event-case-taken-in = 同じ脆弱性の案件をまとめた
event-case-moved = 同じ脆弱性の案件にまとめられた
desk-action-record-enquiry = 問い合わせを記録する
desk-action-answer-enquiry = 問い合わせへの回答を記録する
desk-action-propose-withdrawal = 公表の取り下げを提案する
desk-action-co-sign-withdrawal = 取り下げに署名する
desk-action-decline-withdrawal = 取り下げを見送る
desk-action-bring-overseas-day = 海外の調整機関の新しい公表日を記録する
desk-action-keep-day = 決めた公表日のままとする
desk-action-merge-case = 別の案件にまとめる
desk-purpose-enquiry-came = 公表についての問い合わせ
mail-subject-enquiry-came = 公表についての問い合わせを記録しました（{ $number }）
mail-body-enquiry-came =
    もう一方の機関が、公表した脆弱性についての問い合わせを受け、記録しました。回答は、受けた機関が行います。

    番号：{ $number }

    くわしくは、ページでご確認ください。

desk-purpose-enquiry-answered = 問い合わせへの回答
mail-subject-enquiry-answered = 公表についての問い合わせに回答がありました（{ $number }）
mail-body-enquiry-answered =
    もう一方の機関が、公表した脆弱性についての問い合わせに答え、記録しました。

    番号：{ $number }

    くわしくは、ページでご確認ください。

desk-purpose-withdrawal-proposed = 公表の取り下げの提案
mail-subject-withdrawal-proposed = 公表の取り下げについて、署名の判断をお願いします（{ $number }）
mail-body-withdrawal-proposed =
    もう一方の機関が、公表の取り下げを提案しました。取り下げるには両機関の署名が要ります。理由を確かめ、署名するか見送るかを決めてください。

    番号：{ $number }

    くわしくは、ページでご確認ください。

desk-purpose-withdrawal-declined = 公表の取り下げの見送り
mail-subject-withdrawal-declined = 公表の取り下げは見送られました（{ $number }）
mail-body-withdrawal-declined =
    提案のあった公表の取り下げは見送られました。公表はそのまま続きます。

    番号：{ $number }

    くわしくは、ページでご確認ください。

desk-purpose-publication-withdrawn = 公表の取り下げ
mail-subject-publication-withdrawn = 公表を取り下げました（{ $number }）
mail-body-publication-withdrawn =
    この脆弱性についての公表を取り下げました。理由は、公表のページに示しています。番号とページはそのまま残ります。

    番号：{ $number }

    くわしくは、ページでご確認ください。

desk-purpose-overseas-day = 海外の調整機関の新しい公表日
mail-subject-overseas-day = 海外の調整機関から、新しい公表日の連絡がありました（{ $number }）
mail-body-overseas-day =
    海外の調整機関から、この脆弱性の公表日について新しい連絡がありました。公表日をもう一度検討します。

    番号：{ $number }

    くわしくは、ページでご確認ください。

desk-purpose-day-kept = 公表日の据え置き
mail-subject-day-kept = 公表日は変わりません（{ $number }）
mail-body-day-kept =
    海外の調整機関からの連絡を受けて検討した結果、公表日は変えないことになりました。

    番号：{ $number }

    くわしくは、ページでご確認ください。

desk-purpose-cases-merged = 案件の統合
mail-subject-cases-merged = 同じ脆弱性の案件を一つにまとめました（{ $number }）
mail-body-cases-merged =
    同じ脆弱性についての案件を一つにまとめました。これからの手続は、まとめた先で続けます。これまでにいただいた内容は、そのまま引き継ぎます。

    番号：{ $number }

    くわしくは、ページでご確認ください。

# 案件のページ：公表後・その他

desk-way-further = 公表後・その他
further-title = 公表後・その他（{ $number }）
further-now = いまできること
further-nothing-now = いまできることはありません。
further-lead-record-enquiry = 公表した内容について、製品利用者やシステム構築事業者から問い合わせがあったときに記録します。答えるのは、受けた機関です。
further-lead-answer-enquiry = 問い合わせた方に答えたあと、その内容を記録します。広く役立つ内容は、公表にも加えます。
further-lead-propose-withdrawal = 内容に誤りがあったとき、または裁判所などの命令があったときに、公表を取り下げる提案をします。もう一方の機関が署名すると、その場で取り下げになります。番号とページは残り、取り下げたことと理由を示します。取り下げは元に戻せません。このシステムが定める手順です。
further-lead-co-sign-withdrawal = 署名すると、その場で公表を取り下げ、発見者と連絡済みのすべての製品開発者に知らせます。取り下げは元に戻せません。
further-lead-decline-withdrawal = 取り下げないことにします。提案した機関が自ら取りやめるときも、ここから行います。
further-lead-bring-overseas-day = 海外の調整機関から公表日について新しい連絡があったときに記録します。公表日が決まっている場合は、受付機関と詳細情報を持つ製品開発者に知らせ、公表日をもう一度検討します。
further-lead-keep-day = 検討の結果、決めた公表日を変えないことにします。変えるときは、案件のページで新しい公表日を決めてください。
further-lead-merge-case = この案件が、すでに扱っている別の案件と同じ脆弱性だと分かったときに、別の案件へまとめます。届出と、製品開発者に伝えたこと・製品開発者から聞いたことを引き継ぎ、この案件は終了します。発見者と連絡済みの製品開発者に知らせます。
further-do-record-enquiry = 記録する
further-do-answer-enquiry = 回答を記録する
further-do-propose-withdrawal = 署名して提案する
further-do-co-sign-withdrawal = 署名して取り下げる
further-do-decline-withdrawal = 見送る
further-do-bring-overseas-day = 記録する
further-do-keep-day = この公表日のままにする
further-do-merge-case = まとめる
further-confirm-co-sign-withdrawal = 公表をただちに取り下げます。元には戻せません。
further-confirm-merge-case = この案件を終了し、別の案件にまとめます。元には戻せません。
further-enquirer = 問い合わせた方
further-enquirer-product-user = 製品利用者
further-enquirer-integrator = システム構築事業者
further-enquirer-other = その他
further-choose-enquirer = どなたからの問い合わせかを選んでください。
further-asker = お名前
further-asker-hint = 名乗らない方は「匿名」と書きます。電話番号など、電子メールのほかの連絡先もここに書けます。両機関のほかには見えません。
further-question = 問い合わせの内容
further-came-on = 受けた日
further-which = どの問い合わせですか
further-choose-enquiry = 問い合わせを選んでください。
further-answer = 回答
further-answer-hint = 電子メールアドレスが分かっていれば、この文がそのまま送られます。
further-amend = 公表の内容にも加える
further-amend-hint = 調整機関の手番に「アドバイザリを更新する」が加わります。
further-amends = 公表に反映
further-ground = 取り下げの事由
further-ground-wrong-advisory = 公表した内容に誤りがある
further-ground-legal-order = 裁判所または行政機関の命令
further-choose-ground = 事由を選んでください。
further-public-reason = 公表のページに示す理由
further-basis = 両機関のための根拠
further-basis-hint = 何が誤りで誰が気付いたか、または命令を出した機関と番号。公表しません。
further-decline-reason = 見送る理由
further-new-day = 相手の新しい公表日
further-new-day-hint = 公表日の見通しがなくなったときは、空のままにしてください。
further-their-reason = 相手の説明
further-keep-reason = 公表日を変えない理由
further-into = まとめる先の案件番号
further-into-hint = 手続が進んでいる方の案件を残してください。
further-same = 同じだと判断した理由
further-same-hint = 両機関のほかには見えません。
further-no-such-case = その番号の案件はありません。
further-withdrawal = 公表の取り下げ
further-withdrawn = 取り下げ済み
further-withdrawal-waits = 署名待ち
further-proposed-by = 提案した機関
further-on = 提案した日
further-enquiries = 公表についての問い合わせ
further-no-enquiries = 記録した問い合わせはまだありません。
further-answered = 回答済み
further-open = 回答待ち
further-days = 海外の調整機関の公表日
further-day-open = 検討中
further-no-day = 公表日の見通しなし
further-taken-in = この案件にまとめた案件
further-moved = この案件は { $number } にまとめました
further-moved-there = まとめた先の案件へ
done-enquiry-recorded = 問い合わせを記録し、もう一方の機関に知らせました。
done-enquiry-answered = 回答を記録しました。
done-withdrawal-proposed = 取り下げを提案し、もう一方の機関に署名を求めました。
done-publication-taken-down = 公表を取り下げました。公表のページに、取り下げたことと理由を示しています。
done-withdrawal-declined = 取り下げを見送りました。公表はそのまま続きます。
done-overseas-day = 海外の調整機関からの連絡を記録しました。
done-day-kept = 決めた公表日のままとし、関係者に知らせました。
done-cases-merged = 案件をまとめました。続きは、この案件で行います。

# 製品開発者の一覧

portal-developers-title = 製品開発者の一覧
portal-developers-lead = 掲載に同意した製品開発者の一覧です。脆弱性の届出を直接受け付ける製品開発者には、その窓口を示しています。
portal-developers-advice = 直接届け出るときに
portal-developers-advice-direct = 窓口のある製品開発者には、直接届け出ることができます。
portal-developers-advice-several = 複数の製品開発者の製品に関わりそうなときは、受付機関に届け出てください。関わりのある製品開発者に、漏れなく知らせることができます。
portal-developers-advice-both = 受付機関と製品開発者の両方に届け出るときは、どちらが調整を進めるかを届出に書いてください。受付機関に任せるときは、そのことを製品開発者にも伝えてください。
portal-developers-list = 一覧
portal-developers-none = 掲載している製品開発者はまだありません
portal-developers-none-fill = 製品開発者が掲載に同意すると、ここに載ります。
portal-developers-search = 名称、読みで探す
portal-developers-direct-only = 直接の届出を受け付ける製品開発者だけ
portal-developers-count = { $count }件
portal-developers-all = すべて表示する
portal-developers-name = 名称
portal-developers-site = ウェブサイト
portal-developers-window = 直接の届出の窓口
portal-developers-json = この一覧のデータ（JSON）
portal-withdrawn = 取り下げ
portal-withdrawn-title = この脆弱性対策情報は取り下げました
portal-enquiries = この情報についての問い合わせ先：
portal-withdrawn-reason = 理由
portal-withdrawn-ground-wrong-advisory = 公表した内容に誤りがあったため
portal-withdrawn-ground-legal-order = 裁判所または行政機関の命令のため

# 直接の届出の窓口

desk-window = 直接の届出の窓口
desk-window-lead = 載せる前に、窓口の運用と、これまでの脆弱性の公表を確かめてください。載せると、公開の一覧に示します。
desk-window-waits = 確認待ち
desk-window-listed = 一覧に掲載中
desk-window-not-listed = 一覧に載せていない
desk-window-looked = 確かめたこと
desk-window-looked-hint = 窓口の応答、公表の件数と内容など
desk-window-looked-missing = 何を確かめたかを書いてください。
desk-window-list = 一覧に載せる
desk-window-keep = 載せない
done-window-listed = 窓口を公開の一覧に載せました。
done-window-kept = 窓口を一覧に載せないことを記録しました。

# 製品開発者のページ：海外の調整機関の公表日

developer-overseas-day = { $who } から、公表日を{ $day }とする連絡がありました
developer-overseas-no-day = { $who } から、公表日の見通しがなくなったとの連絡がありました
developer-overseas-ask = 公表日をもう一度検討しています。ご都合を「公表日についてのご意見」からお知らせください。お返事がなくても、調整機関が公表日を決めることがあります。

# 届出の経過：公表の取り下げ

front-state-taken-down = 公表の取り下げ
front-now-taken-down = 公表を取り下げました。理由は、公表のページでご確認ください。
front-next-taken-down = ご不明な点は、メッセージでお知らせください。
front-event-publication-withdrawn = 公表を取り下げました

# Whoever enquires, and CVE numbers after a withdrawal
further-asker-mail = 電子メールアドレス
further-asker-mail-hint = 回答を書くと、ここに送られます。空欄なら、回答は別の方法で送ってください。
further-asker-mail-wrong = 電子メールアドレスを、name@example.jp の形で書いてください。
further-asker-language = 回答の言語
further-asker-erased = （消去済み）
further-reject-cve = CVE番号を取り消す
further-lead-reject-cve = 取り下げた公表のCVE番号がまだ有効です。取り消すと、CVEレコードは「REJECTED」になります。元には戻せません。
further-do-reject-cve = 取り消す
further-confirm-reject-cve = このCVE番号を取り消しますか。元には戻せません。
further-cve = CVE番号
further-cve-reason = 理由（英語）
further-cve-reason-hint = CVEレコードにそのまま載ります。
further-cve-not-rejected = CVEの登録先が受け付けませんでした。しばらくしてから、もう一度お試しください。
done-cve-rejected = CVE番号を取り消しました。
enquiry-mail-subject = お問い合わせへの回答（{ $number }）
enquiry-mail-body =
    { $name }です。
    { $number } についてのお問い合わせに、次のとおりお答えします。
enquiry-mail-question = ■ お問い合わせ
enquiry-mail-answer = ■ 回答
enquiry-mail-page = 公表している情報：{ $link }
