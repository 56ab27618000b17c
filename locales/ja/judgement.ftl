# 公表判定：調整不能の通知から、公表判定委員会、判定後の対応まで

duty-notify-impossible = 調整不能と判断したら、受付機関に通知する
duty-judge-impossible = 調整不能かどうか判断する
duty-ask-material = 判定に必要な情報を調整機関に求める
duty-give-material = 判定に必要な五つの情報を受付機関に渡す
duty-convene-committee = 公表判定委員会を組織し、開催日を決める
duty-assess-conditions = 判定四条件のチェックリストを埋める
duty-draft-judgement = 事務局案を作る
duty-announce-judgement = 判定することを製品開発者に伝える
duty-invite-opinions = ほかの関係者に意見を求める
duty-vote-on-conditions = 四条件のそれぞれに票を入れる
duty-pass-judgement = 判定を記録する
duty-ask-confirmation = 経済産業大臣に手続の確認を求める
duty-record-confirmation = 確認の回答を記録する
duty-ask-view = 併記を希望する見解を製品開発者に尋ねる
duty-set-judged-day = 公表日を決める（公表判定）
duty-resume-coordination = 調整を再開し、製品開発者に伝える

refusal-no-round = これを行う公表判定の手続は、いま進んでいません。
refusal-step-missing = 前の手順がまだ済んでいません。
refusal-already-done = すでに済んでいます。
refusal-at-committee = 公表判定の手続の間は行えません。判定のあとは、その結果に従います。
refusal-not-for-unreachable = 連絡不能の案件では行いません。
refusal-conflicted = 利害関係のある委員が含まれています。
refusal-term-over = 任期がこの日に及ばない委員が含まれています。
refusal-not-seated = この案件の委員ではありません。
refusal-conditions-unmet = 四条件の判断と結果が合いません。公表は四条件をすべて満たすときだけで、再調整は調整が可能なときだけです。
refusal-nothing-new = 通知のあと、製品開発者から新しい報告はありません。
refusal-no-refusal = 製品開発者の拒否が記録されていません。先に経緯を記録してください。

event-impossible-notified = 調整不能を通知した
event-impossible-judged = 調整不能かどうか判断した
event-material-asked = 判定に必要な情報を求めた
event-material-given = 判定に必要な情報を渡した
event-committee-convened = 公表判定委員会を組織した
event-conflict-declared = 利害関係の申告があった
event-condition-assessed = 四条件のチェックリストを埋めた
event-secretariat-drafted = 事務局案を作った
event-judgement-announced = 判定することを製品開発者に伝えた
event-opinion-invited = 関係者に意見を求めた
event-opinion-given = 意見が出された
event-hearing-held = 口頭で意見を聴いた
event-returned-to-coordination = 調整機関に処理を戻した
event-debate-marked = 議論する点が挙げられた
event-member-voted = 委員が票を入れた
event-judgement-passed = 判定した
event-confirmation-asked = 手続の確認を求めた
event-procedure-confirmed = 手続が確認された
event-view-asked = 併記を希望する見解を尋ねた
event-view-given = 見解が出された
event-judged-day-set = 公表日を決めた（公表判定）
event-coordination-resumed = 調整を再開した

desk-action-notify-impossible = 調整不能を通知する
desk-action-judge-impossible = 調整不能かどうか判断する
desk-action-ask-material = 情報を求める
desk-action-give-material = 情報を渡す
desk-action-convene-committee = 委員会を組織する
desk-action-declare-conflict = 利害関係を申告する
desk-action-assess-condition = チェックリストを埋める
desk-action-draft-judgement = 事務局案を作る
desk-action-announce-judgement = 製品開発者に伝える
desk-action-invite-opinion = 関係者に意見を求める
desk-action-give-opinion = 意見を述べる
desk-action-hold-hearing = 口頭の意見を記録する
desk-action-return-case = 調整機関に戻す
desk-action-mark-debate = 議論する点を挙げる
desk-action-vote = 票を入れる
desk-action-pass-judgement = 判定を記録する
desk-action-ask-confirmation = 確認を求める
desk-action-record-confirmation = 確認を記録する
desk-action-ask-view = 見解を尋ねる
desk-action-give-view = 見解を述べる
desk-action-set-judged-day = 公表日を決める
desk-action-resume-coordination = 調整を再開する

desk-purpose-cannot-coordinate = 調整不能の通知
desk-purpose-impossible-judged = 調整不能についての判断
desk-purpose-material-asked = 情報の求め
desk-purpose-material-given = 情報の受領
desk-purpose-committee-called = 公表判定委員会の招集
desk-purpose-conflict-declared = 利害関係の申告
desk-purpose-papers-ready = 判定資料の案内
desk-purpose-judgement-announced = 公表判定を行うことの連絡
desk-purpose-opinion-came = 意見の受領
desk-purpose-case-returned = 処理を戻す連絡
desk-purpose-judgement-passed = 判定結果の通知
desk-purpose-coordinate-again = 再調整の通知
desk-purpose-view-asked = 見解の確認
desk-purpose-view-given = 見解の受領
desk-purpose-judged-day = 公表日の通知（公表判定）
desk-purpose-coordination-resumed = 調整再開の連絡

mail-subject-cannot-coordinate = 調整不能の通知がありました（{ $number }）
mail-body-cannot-coordinate =
    調整機関から、公表に係る調整が不可能と判断した旨の通知がありました。

    番号：{ $number }

    経緯をページで確かめ、調整不能かどうかをご判断ください。
mail-subject-impossible-judged = 調整不能についての判断がありました（{ $number }）
mail-body-impossible-judged =
    お知らせいただいた調整不能の件について、受付機関が判断しました。

    番号：{ $number }

    判断と理由はページでご確認ください。
mail-subject-material-asked = 判定に必要な情報をお渡しください（{ $number }）
mail-body-material-asked =
    公表判定委員会の資料を作るため、必要な情報の提供をお願いします。

    番号：{ $number }

    必要な項目はページでご確認ください。
mail-subject-material-given = 判定に必要な情報が届きました（{ $number }）
mail-body-material-given =
    調整機関から、判定に必要な情報が届きました。

    番号：{ $number }

    内容はページでご確認ください。
mail-subject-committee-called = 公表判定委員会のご案内（{ $number }）
mail-body-committee-called =
    公表判定委員会の委員として、この案件の判定をお願いします。

    番号：{ $number }

    開催日はページでご確認ください。案件に利害関係がある場合は、ページからお申し出ください。
mail-subject-conflict-declared = 委員の利害関係の申告がありました（{ $number }）
mail-body-conflict-declared =
    公表判定委員会の委員について、利害関係の申告がありました。その委員は、この案件に加わりません。

    番号：{ $number }

    必要に応じて、委員をあらためて指名してください。
mail-subject-papers-ready = 判定の資料をご覧ください（{ $number }）
mail-body-papers-ready =
    公表判定委員会の資料と事務局案がそろいました。

    番号：{ $number }

    資料はページでご覧ください。議論が必要な点と票も、ページで記入できます。
mail-subject-judgement-announced = 公表判定を行うことについて（{ $number }）
mail-body-judgement-announced =
    お知らせしている脆弱性について、公表するかどうかを公表判定委員会で判定します。ご意見があれば、書面でお寄せください。

    番号：{ $number }

    根拠、経緯、公表予定の文案、意見の提出先と期限は、ページでご確認ください。
mail-subject-opinion-came = 公表判定への意見が届きました（{ $number }）
mail-body-opinion-came =
    製品開発者から、公表判定への意見が届きました。

    番号：{ $number }

    内容はページでご確認ください。
mail-subject-case-returned = 案件の処理をお戻しします（{ $number }）
mail-body-case-returned =
    製品開発者から新しい報告があったため、案件の処理を調整機関に戻します。

    番号：{ $number }

    理由をページで確かめ、調整を再開してください。
mail-subject-judgement-passed = 公表判定の結果をお知らせします（{ $number }）
mail-body-judgement-passed =
    公表判定委員会の判定に基づく結果が出ました。

    番号：{ $number }

    結果と理由はページでご確認ください。
mail-subject-coordinate-again = 再度の調整をお願いします（{ $number }）
mail-body-coordinate-again =
    公表に係る調整が可能と判定されました。製品開発者との調整を再度行ってください。

    番号：{ $number }

    理由はページでご確認ください。
mail-subject-view-asked = 公表に併記を希望する見解について（{ $number }）
mail-body-view-asked =
    公表する内容に併記を希望される見解があれば、お寄せください。ご希望がなければ、併記しません。

    番号：{ $number }

    期限はページでご確認ください。
mail-subject-view-given = 製品開発者の見解が届きました（{ $number }）
mail-body-view-given =
    公表に併記する見解について、製品開発者から回答がありました。

    番号：{ $number }

    内容はページでご確認ください。
mail-subject-judged-day = 公表日が決まりました（{ $number }）
mail-body-judged-day =
    公表すると判定された案件の公表日を、受付機関が決めました。

    番号：{ $number }

    公表日と、併記を希望する見解はページでご確認ください。
mail-subject-coordination-resumed = 調整を再開します（{ $number }）
mail-body-coordination-resumed =
    お知らせしている脆弱性について、公表に係る調整を再開します。

    番号：{ $number }

    これからの進め方はページでご確認ください。

# 公表判定のページ

desk-way-judgement = 公表判定
done-judgement = 記録しました。関係者への連絡は自動で送られます。
judgement-title = 公表判定（{ $number }）
judgement-heading = 公表判定の状況
judgement-none = 調整不能の通知は、まだありません。
judgement-now = いま行えること
judgement-nothing-now = いま、こちらで行えることはありません。
judgement-owed = 速やかに
judgement-choose = 選んでください。
judgement-reason = 理由
judgement-told-reason = 判定の理由（当事者に伝わります）
judgement-ground = 調整不能の理由
judgement-history = 経緯
judgement-judged = 受付機関の判断
judgement-material = 調整機関から受けた情報
judgement-contact = 製品開発者への連絡手段
judgement-information = 脆弱性関連情報
judgement-verification = 検証結果
judgement-countermeasure = 対策方法
judgement-status = 対応状況
judgement-meeting = 会議の名称または回
judgement-meets-on = 開催日
judgement-seats = 委員
judgement-seats-hint = 案件に利害関係のない委員を選びます。申告のあった委員は並びません。
judgement-no-seats = 選べる委員がいません。任期中の委員のアカウントを、管理者に作ってもらってください。
judgement-urgent = この案件のために臨時に開く
judgement-member = 委員
judgement-conditions = 判定四条件
judgement-condition = 条件
judgement-finding = 事務局の判断
judgement-evidence = 根拠
judgement-draft = 事務局案
judgement-verdict = 判定
judgement-planned = 公表予定の文案
judgement-announced = 製品開発者に伝えたこと
judgement-means = 連絡の手段
judgement-to = 宛先
judgement-grounds = 脆弱性が存在すると判断した理由
judgement-send-to = 意見の提出先
judgement-deadline = 期限
judgement-until = （{ $day }まで）
judgement-invitations = 意見を求めた相手
judgement-invited = 意見を求める相手（ほかに関係者がいなければ空欄）
judgement-nobody = ほかに関係者はいない
judgement-note = 求める理由、または関係者がいない理由
judgement-opinions = 意見
judgement-opinion = 意見
judgement-from = 意見を出した人
judgement-hearings = 口頭の意見
judgement-whom = 相手
judgement-said = 話の要点
judgement-debates = 議論する点
judgement-debate = 議論する点
judgement-votes = 票
judgement-vote = 票
judgement-comment = 票の理由
judgement-conflicts = 利害関係の申告
judgement-result = 判定の結果
judgement-met = 委員会が満たすと認めた条件
judgement-attended = 出席した委員
judgement-minutes = 議事概要（氏名は書かない）
judgement-minutes-of = 議事概要（出席：{ $who }）
judgement-decided = { $verdict }（満たすと認めた条件：{ $met }）
judgement-returned = 調整機関に戻した日と理由
judgement-reference = 文書番号
judgement-confirmation-asked = 手続の確認を求めた日
judgement-confirmed = 手続が確認された日
judgement-view = 併記を希望する見解
judgement-view-asked = 見解の期限
judgement-view-ja = 見解（日本語）
judgement-view-en = 見解（英語）
judgement-view-shown = 公表に併記することを希望する
judgement-view-is-shown = 併記を希望する
judgement-view-is-kept = 併記を希望しない
judgement-day = 公表日
judgement-resumed = 調整を再開した日
judgement-word-accepted = 調整不能と認める
judgement-word-declined = 調整不能と認めない
judgement-word-unreachable = 製品開発者と連絡が取れない
judgement-word-no-agreement = 合意に至ることが見込めない
judgement-word-neutral = 利害関係のない有識者
judgement-word-law = 法律
judgement-word-security = サイバーセキュリティ
judgement-word-product = 製品分野
judgement-word-cannot-coordinate = 調整が不可能である
judgement-word-vulnerability-exists = 脆弱性の存在が認められる
judgement-word-users-unaware = 公表しない限り知り得ない利用者がいるおそれがある
judgement-word-no-reason-against = 公表が適当でない理由がない
judgement-word-met = 満たす
judgement-word-not-met = 満たさない
judgement-word-disputed = 争いがある
judgement-word-publish = 公表する
judgement-word-not-publish = 公表しない
judgement-word-sent-back = 再調整する
judgement-word-yes = 満たす
judgement-word-no = 満たさない
judgement-word-abstain = 棄権
