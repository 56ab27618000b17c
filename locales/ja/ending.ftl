# 終わり方：公表の取りやめ、処理の取りやめ、再開、辞退の記録、サポートの終了

duty-stop-handling = 公表の取りやめを受けて、処理を取りやめるか、取扱いを再開する

refusal-handling-ended = この案件の取扱いは終わっています。続けるには、理由を書いて再開してください。
refusal-publication-dropped = 公表は取りやめになっています。続けるには、理由を書いて再開してください。
refusal-not-ended = 取りやめになっていないので、再開することはありません。
refusal-nobody-said-so = この理由で取りやめるには、そう連絡してきた製品開発者を選んでください。
refusal-not-simple = 影響度が「簡易な対応」と評価されていないので、この理由では終えられません。
refusal-not-confirmed = すべての利用者への通知を、調整機関がまだ確認していません。
refusal-not-judged = この理由は、公表判定委員会の判定によってだけ使われます。
refusal-support-not-ended = 利用中止を呼びかけられるのは、サポートが終了した製品だけです。サポート終了日を先に記録してください。

event-publication-dropped = 公表が取りやめになった
event-handling-stopped = 取扱いが終わった
event-handling-resumed = 取扱いが再開された
event-refusal-recorded = 製品開発者の辞退が記録された
event-end-of-support-stated = サポートの終了が記録された

desk-action-drop-publication = 公表を取りやめる
desk-action-stop-handling = 処理を取りやめる
desk-action-resume-handling = 取扱いを再開する
desk-action-record-refusal = 製品開発者の辞退を記録する
desk-action-state-end-of-support = サポートの終了を記録する

desk-purpose-publication-dropped = 公表の取りやめのお知らせ
desk-purpose-handling-stopped = 取扱いの終了のお知らせ
desk-purpose-handling-resumed = 取扱いの再開のお知らせ

mail-subject-publication-dropped = 公表を取りやめました（{ $number }）
mail-body-publication-dropped =
    次の番号の件について、脆弱性情報の公表を取りやめました。

    番号：{ $number }

    取りやめの理由は、ページでご確認ください。取扱いが終わるまで、脆弱性に関する情報を第三者に知らせないようお願いします。

mail-subject-handling-stopped = 取扱いを終えました（{ $number }）
mail-body-handling-stopped =
    次の番号の件について、取扱いを終えました。

    番号：{ $number }

    詳しくはページでご確認ください。取扱いが終わっても、脆弱性に関する情報は、引き続き第三者に知らせないようお願いします。ご不明な点は、これまでと同じページからお尋ねいただけます。

mail-subject-handling-resumed = 取扱いを再開しました（{ $number }）
mail-body-handling-resumed =
    次の番号の件について、取扱いを再開しました。

    番号：{ $number }

    お願いすることがあれば、ページに示しています。ご確認ください。

drop-ground-not-vulnerability = 製品開発者から、脆弱性情報に当たらないと連絡があった（ア）
drop-ground-no-influence = 製品開発者から、影響がないと連絡があった（イ）
drop-ground-small-influence = 製品開発者から、影響が小さいと連絡があった（ウ）
drop-ground-known-and-published = 既知であり、公表されている（エ）
drop-ground-all-users-told = 製品開発者がすべての利用者に通知する（オ）

ending-ground-not-vulnerability-information = 脆弱性関連情報に当たらない（ア）
ending-ground-out-of-scope = 適用範囲の外である（イ）
ending-ground-small-influence = 影響が小さい（ウ）
ending-ground-known-and-published = 既知であり、公表されている（エ）
ending-ground-all-users-told = 製品開発者がすべての利用者に通知する（オ）
ending-ground-illegally-acquired = 違法な手段で入手されたことが明白である
ending-ground-simple-handling = 影響が小さく、製品開発者に連絡した（簡易な対応）
ending-ground-handled-individually = 個別に対応した
ending-ground-judged-not-to-publish = 公表判定委員会が公表しないと判定した
ending-ground-merged-into-another = 同じ脆弱性の別の案件にまとめた

refused-publication = 公表に応じない
refused-fix = 修正しない
refused-contact = 連絡に応じない

fix-plan-planned = 修正する
fix-plan-none = 修正しない
stop-using-yes = 利用中止の公表に同意する
stop-using-no = 利用中止の公表に同意しない
stop-using-no-answer = 回答がない

eol-a = A：製品開発者に伝え、影響は小さい
eol-b = B：修正し、公表に同意する
eol-c = C：修正せず、利用中止の公表に同意する
eol-d = D：修正せず、公表に同意しない
eol-e = E：伝えられない、または回答がない
eol-road-end-possible = 取扱いを終えることができます。
eol-road-publication = 通常どおり公表します。
eol-road-stop-using-publication = 利用中止を呼びかける公表を行います。
eol-road-committee = 調整不能として、公表判定委員会の判定に進みます。
eol-road-unreachable-then-committee = 連絡不能の手続を経て、公表判定委員会の判定に進みます。

front-state-ended = 取扱い終了
front-now-ended = この件の取扱いは、公表をせずに終わりました。理由は、このページでご確認ください。
front-next-ended = 脆弱性に関する情報は、引き続き第三者に知らせないようお願いします。ご不明な点は、メッセージでお知らせください。

# 取扱いの終わり方のページ

desk-ways = この案件のページ
desk-way-case = 案件
desk-way-ending = 終わり方

ending-title = 取扱いの終わり方（{ $number }）
ending-heading = 公表せずに終える、再開する
ending-lead = 公表の取りやめは調整機関が、処理の取りやめは受付機関が行います。製品開発者の連絡だけで終わることはありません。
ending-dropped = 公表は取りやめになっています（{ $day }）
ending-stopped = この案件の取扱いは終わりました（{ $day }）
ending-read = 終わり方のページを開く
ending-proposed = 製品開発者の連絡から考えられる理由
ending-proposed-lead = 検証結果に応じて示しています。どの理由で取りやめるか、取りやめないかは、調整機関が決めます。
ending-ground = 理由
ending-clause = 条項
ending-choose-this = この理由で書く
ending-choose = 選んでください
ending-choose-ground = 理由を選んでください。
ending-choose-developer = 製品開発者を選んでください。
ending-choose-refused = 何に応じないのかを選んでください。
ending-choose-fix = 修正するかどうかを選んでください。
ending-choose-agrees = 利用中止の公表に同意するかどうかを選んでください。
ending-drop-follows = 受付機関と、連絡したすべての製品開発者に知らせます。そのあと受付機関が、処理を取りやめるかどうかを決めます。
ending-drop-reason = 取りやめの根拠
ending-drop-reason-hint = どの連絡に基づくのか、何で確かめたのかを書いてください。製品開発者には、理由の区分だけが伝わります。
ending-drop-confirm = 公表を取りやめ、受付機関と、連絡したすべての製品開発者に知らせます。よろしいですか。
ending-said-by = そう連絡してきた製品開発者
ending-said-by-nobody = なし（既知で公表されている場合）
ending-said-by-hint = 詳細情報を渡した製品開発者から選びます。
ending-stop-follows = 発見者に理由を知らせます。調整機関と、連絡した製品開発者にも、終わったことを知らせます。情報非開示依頼は続きます。
ending-stop-reason = 発見者への説明
ending-stop-reason-hint = このまま発見者のページに載ります。必要なところを直してください。
ending-stop-seen = 発見者と両機関に見えます
ending-stop-confirm = 取扱いを終え、発見者にこの説明を知らせます。よろしいですか。
ending-resume-lead = 再開すると、終わる前の段階から取扱いを続けます。終わったことを知らせた相手には、再開したことも知らせます。
ending-resume-reason = 再開する理由
ending-resume-confirm = 取扱いを再開し、関係者に知らせます。よろしいですか。
ending-lists = 二つの一覧
ending-drop-list = 調整機関が公表を取りやめる理由
ending-stop-list = 受付機関が処理を取りやめる理由
ending-support = サポートが終了した製品
ending-support-none = サポートの終了は記録されていません。
ending-support-lead = 修正するか、利用中止の公表に同意するかによって、進み方（A–E）が決まります。
ending-product = 製品
ending-product-hint = アドバイザリに書く製品名と同じ書き方にしてください。利用中止は、ここに記録した製品にだけ付けられます。
ending-ended-on = サポート終了日
ending-fix = 修正
ending-agrees = 利用中止の公表
ending-eol = 進み方
ending-to-advisory = アドバイザリを開く
ending-to-stop = 処理を取りやめる
ending-known = 登録簿にあるサポート終了日
ending-known-take = この案件に記録する
ending-refusals = 応じないという連絡の記録
ending-refusals-lead = 公表に応じない場合などの経緯を残します。調整不能かどうかを判断するときの材料になります。
ending-refusals-none = 記録はありません。
ending-refused = 応じないこと
ending-statement = 連絡の内容
ending-statement-hint = 相手の言葉のまま、連絡の手段も書いてください。
ending-by-developer = 製品開発者がこのページで連絡
ending-by-coordinator = 調整機関が記録

ending-letter-not-vulnerability-information = ご届出いただいた件について、製品開発者に検証を依頼し、その結果を確認しました。その結果、脆弱性関連情報には当たらないと判断しましたので、取扱いを終えます。
ending-letter-out-of-scope = ご届出いただいた件は、この制度で取り扱う範囲の外であることがわかりましたので、取扱いを終えます。
ending-letter-small-influence = ご届出いただいた件について、影響を評価した結果、影響が小さいと判断しましたので、公表はせずに取扱いを終えます。
ending-letter-known-and-published = ご届出いただいた件は、既に公表されている脆弱性であることがわかりましたので、取扱いを終えます。
ending-letter-all-users-told = ご届出いただいた件について、製品開発者がすべての利用者に直接知らせたことを確認しましたので、公表はせずに取扱いを終えます。
ending-letter-illegally-acquired = ご届出いただいた情報は、違法な手段で入手されたことが明白であると判断しましたので、取扱いを終えます。
ending-letter-simple-handling = ご届出いただいた件は、影響が小さいと評価し、製品開発者にお伝えしました。これをもって取扱いを終えます。
ending-letter-handled-individually = ご届出いただいた件は、関係者と個別に対応しましたので、取扱いを終えます。

done-publication-dropped = 公表を取りやめ、関係者に知らせました。
done-handling-stopped = 取扱いを終え、発見者と関係者に知らせました。
done-handling-resumed = 取扱いを再開しました。
done-refusal-recorded = 応じないという連絡を記録しました。
done-support-stated = サポートの終了を記録しました。

advisory-part-stop-using = 利用中止
advisory-hint-stop-using = サポートが終了した製品のうち、使用の中止を呼びかけるもの。公開ページの最初に大きく示します。

desk-entry-support = 製品のサポート終了日
desk-entry-support-hint = 1行に1つ、「製品名 2027-03-31」のように、最後に日付を書いてください。
desk-entry-support-wrong = 各行の最後を、2027-03-31 のような日付にしてください。

front-ended = この件の取扱いを終えました（{ $day }）
front-ended-silence = 取扱いが終わっても、情報非開示依頼は続いています。
front-ended-silence-read = 情報非開示依頼について読む

developer-more = そのほかの連絡
developer-refusal = 公表や修正に応じられない
developer-refusal-lead = 応じられないことと、その事情をお知らせください。調整機関が受け止め、進め方を相談します。これだけで取扱いが終わることはありません。
developer-refusal-why = 事情
developer-refusal-send = 応じられないことを知らせる
developer-support = 製品のサポートが終了している
developer-support-lead = サポートが終了した製品について、修正するかどうかと、利用者に使用の中止を呼びかける公表に同意するかどうかをお知らせください。
developer-support-send = サポートの終了を知らせる
developer-ended = この件の取扱いは終わりました（{ $day }）
developer-ended-body = 公表はしません。お渡しした情報は、引き続き第三者に知らせないようお願いします。
developer-dropped = 公表は取りやめになりました（{ $day }）
developer-dropped-body = 理由：{ $ground }。取扱いが終わるまで、脆弱性に関する情報を第三者に知らせないようお願いします。
done-refusal = お知らせを受け取りました。調整機関からご連絡します。
done-support = サポートの終了について受け取りました。
