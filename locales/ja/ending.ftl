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
