# 公表日：外部で確認されたことと、考慮したこと

duty-judge-signal = 外部で確認されたことを事実と認めるか判断する
refusal-no-signal = 早めるには、攻撃や漏えいなど、外部で確認された事実が案件に記録されている必要があります。
refusal-basis-missing = まだ報告のない製品開発者がいます。類似の事例など、公表日の根拠を書いてください。
event-signal-reported = 外部で確認されたことの連絡があった
event-signal-judged = 外部で確認されたことを判断した
desk-action-report-signal = 攻撃や漏えいを知らせる
desk-action-adopt-signal = 確認されたことを判断する
desk-purpose-signal-seen = 攻撃や漏えいの連絡
mail-subject-signal-seen = 【至急】この案件について、外部で確認されたことがあります（{ $number }）
mail-body-signal-seen =
    扱っている脆弱性について、攻撃や情報の漏えいなどが外部で確認されました。公表日を早めることがあります。

    番号：{ $number }

    何が確認されたかは、ページでご確認ください。

# 外部で確認されたこと

signal-attack-seen = 攻撃が確認された
signal-exploit-public = 攻撃コードが公開された
signal-leaked = 情報が漏れた
signal-published-elsewhere = ほかで公表された
signal-choose = 何が確認されたかを選んでください。
signal-note-missing = どこで、どのように分かったかを書いてください。
desk-signals = 外部で確認されたこと
desk-signal-open = 判断待ち
desk-signal-adopted = 事実
desk-signal-not-adopted = 採らない
desk-signal-seen-on = { $day }に確認
desk-signal-by = 連絡：{ $who }
desk-signal-why = 判断の理由
desk-signal-why-hint = 事実と認めないときは、必ず書いてください。
desk-signal-reason-missing = 事実と認めない理由を書いてください。
desk-signal-adopt = 事実と認める
desk-signal-adopt-confirm = 事実と認めると、詳細情報を持つ全員と受付機関にすぐ知らせます。
desk-signal-leave = 事実と認めない
desk-signal-lead = 攻撃や漏えいに気付いたら、確かでなくても知らせてください。調整機関が事実かどうかを判断します。
desk-signal-kind = 何が確認されましたか
desk-signal-seen-day = 確認された日
desk-signal-future = 確認された日が先の日付になっています。
desk-signal-note = どこで、どのように分かったか
desk-signal-note-hint = URL、見た内容、確かさなど
desk-signal-send = 知らせる
done-signal-reported = 連絡を記録し、両機関に知らせました。
done-signal-adopted = 事実と認め、詳細情報を持つ全員と受付機関に知らせました。
done-signal-not-adopted = 事実と認めないことを記録しました。

# 公表日で考慮したこと

desk-weighed = 考慮したこと
desk-weighed-lead = 書いたことは公表日とともに記録し、あとから見返せます。
desk-weighed-countermeasures = ① 対策方法の作成に要する期間
desk-weighed-overseas = ② 海外の調整機関との調整に要する期間
desk-weighed-leak-risk = ③ 情報が流出するおそれ
desk-weighed-similar = 類似の事例など、公表日の根拠
desk-weighed-similar-hint = まだ報告のない製品開発者がいるときに必要です（Ⅳ.4.3 第2段）。
desk-weighed-early = 外部で確認されたことのため、公表日を早める
desk-weighed-early-hint = ガイドラインに早めるための条項はありません。このシステムが定める手順で、その旨を表示します。
desk-weighed-early-chip = 早めた日
desk-fast = 急いで公表する
desk-fast-lead = 外部で確認された事実があります。公表日を今日か明日にできます。決めると、受付機関と連絡済みのすべての製品開発者にすぐ知らせます。公表は正午（日本時間）、正午を過ぎていれば両機関の署名がそろいしだいです。
desk-fast-own-rule = ガイドラインに条項のない、このシステムが定める手順です。決める前に、できるだけ製品開発者に相談してください。
desk-fast-today = 今日（{ $day }）
desk-fast-tomorrow = 明日（{ $day }）
desk-fast-fact = { $what }（{ $day }）。
desk-fast-reason = 外部で次の事実が確認されたため、利用者の被害を防ぐよう公表を早めます。{ $facts }
desk-fast-lacks = 公表までに、次のことが要ります。
desk-fast-no-draft = アドバイザリの案の作成
desk-fast-not-approved = 調整機関の承認
desk-fast-not-co-signed = 受付機関の連署
desk-fast-do = この日に公表する

# 製品開発者のページ

developer-alarm = 至急：この脆弱性について、次のことが確認されました
developer-alarm-text = 公表日を早めることがあります。対策や回避方法の準備を急ぎ、お知らせください。
developer-alarm-day = いまの公表日は{ $day }です。
developer-signal = 攻撃や漏えいに気付いたとき
developer-signal-tell = 攻撃や漏えいを知らせる
developer-signal-lead = この脆弱性への攻撃や、情報の漏えいに気付いたら、確かでなくてもすぐに知らせてください。調整機関が確かめます。
developer-signal-kind = 何に気付きましたか
developer-signal-waits = 調整機関が確認中
done-signal = お知らせを受け取りました。調整機関がすぐに確かめます。

# 海外からの案件

desk-overseas = 海外の調整機関
desk-overseas-new = 海外の調整機関からの案件を受け取る
desk-overseas-title = 海外の調整機関からの案件
desk-overseas-lead = 海外の調整機関が番号と公表日を付けて渡した案件を開きます。日本の発見者はいません。公表の番号は JVNVU# になります。
desk-overseas-from = どこから
desk-overseas-coordinator = 調整機関の名称
desk-overseas-coordinator-hint = 例：CERT/CC
desk-overseas-coordinator-missing = 調整機関の名称を書いてください。
desk-overseas-number = 相手の番号
desk-overseas-number-hint = 例：VU#123456
desk-overseas-number-missing = 相手の番号を書いてください。
desk-overseas-day = 相手の公表日
desk-overseas-day-hint = 決まっているとき。こちらの公表も、この日に合わせます。
desk-overseas-contact = 連絡先
desk-overseas-contact-hint = 担当者、電子メールアドレスなど
desk-overseas-on = 受け取った日
desk-overseas-content = 案件の内容
desk-overseas-content-lead = 製品開発者に伝えるもとになります。渡された文から、伝えてよいことだけを書いてください。
desk-overseas-take = 案件を開く
done-overseas-taken = 案件を開き、受付機関に知らせました。次は、製品開発者を探します。

# 影響度の計算

desk-vector-lead = ベクトルを書いても、下の項目から選んでも構いません。「試算する」を押すと、もう一方と評価値がそろいます。記録はしません。
desk-vector-both = ベクトルと下の項目の両方が変えられ、一致していません。どちらかを元に戻してください。
desk-vector-beside = CVSS v4.0 も並べて計算する
desk-vector-beside-lead = 影響度には使いません（付録4は v3）。評価とともに記録し、アドバイザリの案にも入れます。
desk-rated-four = CVSS v4.0：
desk-vector-four = CVSS v4.0 ベクトル
desk-vector-four-hint = 例：CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N
desk-vector-not-four = ここには CVSS v4.0 のベクトルを書いてください。
desk-range-group = 影響範囲
