# 届出の行き先と、情報非開示依頼

duty-answer-disclosure = 情報の開示についての相談に答える
duty-release-non-disclosure = 情報非開示依頼を取り下げる
refusal-not-accepted = この届出はまだ受理されていません。
refusal-already-withdrawn = この届出は、すでに取り下げられています。
refusal-already-released = 情報非開示依頼は、すでに取り下げられています。
refusal-nothing-asked = 発見者からの求めがありません。
refusal-said-already = すでにお伝えいただいています。受付機関からの連絡をお待ちください。
refusal-release-too-early = 情報非開示依頼の取下げは、起算日から1年がたつと求められるようになります。
event-report-joined = 同じ脆弱性の届出が加わった
event-overseas-received = 海外の調整機関から受け取った
desk-action-join-report = 取扱い中の案件に加える
desk-action-split-report = 別の案件に分ける
desk-action-reclassify-report = 届出の種類を変える
desk-action-withdraw-report = 届出を取り下げる
desk-action-consult-disclosure = 開示について相談する
desk-action-answer-disclosure = 開示の相談に答える
desk-action-ask-release = 情報非開示依頼の取下げを求める
desk-action-explain-delay = 製品開発者の事情を説明する
desk-action-release-non-disclosure = 情報非開示依頼を取り下げる
desk-purpose-withdrawn = 届出の取下げ
desk-purpose-reclassified = 届出の種類の変更
desk-purpose-split = 別の案件の連絡
desk-purpose-disclosure-asked = 開示の相談・取下げの求め
desk-purpose-disclosure-answered = 開示の相談への回答
desk-purpose-released = 情報非開示依頼の取下げ
mail-subject-withdrawn = 届出が取り下げられました（{ $number }）
mail-body-withdrawn =
    発見者が届出を取り下げました。

    番号：{ $number }

    受理した後の取下げでは、取扱いは自動では終わりません。続けるかどうかを判断してください。
mail-subject-reclassified = 届出の種類を変更しました（{ $number }）
mail-body-reclassified =
    お届けいただいた内容を確認し、届出の種類を変更して取り扱うことにしました。

    番号：{ $number }

    理由は、経過のページでご確認ください。改めて届け出ていただく必要はありません。
mail-subject-split = 届出を二つの案件に分けました（{ $number }）
mail-body-split =
    お届けいただいた内容に別の脆弱性または別の製品が含まれていたため、もう一つの案件として取り扱います。

    番号：{ $number }

    どちらの経過も、同じページでご覧いただけます。
mail-subject-disclosure-asked = 情報の開示について、発見者から求めがあります（{ $number }）
mail-body-disclosure-asked =
    発見者から、情報の開示についての相談、または情報非開示依頼の取下げの求めがありました。

    番号：{ $number }
mail-subject-disclosure-answered = 情報の開示についてお答えしました（{ $number }）
mail-body-disclosure-answered =
    情報の開示について、受付機関からお伝えすることがあります。

    番号：{ $number }

    内容は、経過のページでご確認ください。
mail-subject-released = 情報非開示依頼を取り下げました（{ $number }）
mail-body-released =
    お求めにより、情報非開示依頼を取り下げました。長い間ご協力いただき、ありがとうございました。

    番号：{ $number }

    情報の取扱いには、引き続きご配慮をお願いいたします。
report-state-withdrawn = 取下げ
front-now-withdrawn = この届出は取り下げられました。情報非開示依頼は引き続き有効です。
front-silence-withdrawn = 届出は取り下げられましたが、情報非開示依頼は続いています。届け出た情報を公にする前に、受付機関にご相談ください。
front-state-withdrawn = 取下げ
front-next-withdrawn = ご不明な点や補足は、メッセージでお知らせください。

# 同じ内容かもしれないもの、取扱い中の案件に加える

desk-likely = 同じ内容かもしれないもの
desk-likely-lead = 製品、種類、題名のことばが近いものです。同じかどうかは、見比べて判断してください。
desk-likely-none = 近い内容の案件や届出は見つかりませんでした。
desk-likely-percent = 近さ { $percent }%
desk-likely-report = 判断前の届出です。同じ内容なら、まず一方を受理し、もう一方をその案件に加えます。
desk-likely-compare = { $number } と見比べる
desk-compare = 見比べる
desk-compare-item = 項目
desk-compare-this = この届出
desk-compare-none = { $number } という番号の案件や届出は見つかりませんでした。
desk-compare-empty = 記載なし
desk-compare-join = この案件に加える
desk-compare-close = 見比べるのをやめる
desk-join-instead = 取扱い中の案件に加える（同じ脆弱性のとき）
desk-join-lead = まだ公表していない案件と同じ脆弱性なら、受理してその案件に加えます。発見者には受理したことだけを知らせ、案件の番号や、ほかの発見者のことは知らせません。謝辞の希望は、この発見者からも受けます。
desk-join-case = 加える案件の番号
desk-join-case-hint = 例：VC12345678
desk-join-case-missing = 案件の番号を書いてください。
desk-join-case-none = この番号の案件は見つかりませんでした。
desk-join-confirm = この届出を案件に加え、発見者に受理を知らせます。取り消すことはできません。
desk-reason-join = 届出 { $number } を確認した結果、情報セキュリティ早期警戒パートナーシップガイドラインに定める受理の条件をすべて満たすと判断し、受理しました。

    お届けいただいた内容は、当機関で取り扱っている案件の中で扱います。これからの経過は、このページでお知らせします。公表されるまでの間、この脆弱性に関する情報を第三者に開示しないようお願いします。
done-joined = 受理して案件に加えました。発見者に受理を知らせました。

# 受理しない

desk-reject-illegal = 違法な手段で得られた情報であることが明らかである
desk-reject-illegal-hint = 明らかなときは、条件にかかわらず取扱いを行わないことができます（Ⅳ.3.(1).3）。
desk-reject-known-at = すでに公表されているページ
desk-reject-known-at-hint = 条件オを満たさないときに、発見者が読めるURLを知らせます。https:// から書いてください。
desk-reject-known-at-wrong = URLの形になっていません。https:// または http:// から始めてください。
desk-outcome-rejected-plain = { $day }に、受理しないと決めました。
desk-outcome-illegal = 違法な手段で得られた情報であることが明らかなため。
desk-outcome-known-at = 公表されているページ：

# 種類を変える

desk-reclassify-lead = 製品の届出がウェブサイトのことだったときなどに、種類を変えて取り扱います。発見者に改めて届け出てもらう必要はありません。
desk-reclassify-to = 変える先
desk-reclassify-choose = どの種類に変えるかを選んでください。
desk-reason-reclassify = 届出 { $number } の内容を確認し、届出の種類を変更して取り扱うことにしました。

    （変更した理由を具体的に書いてください。）

    改めて届け出ていただく必要はありません。
desk-reclassified = 届出の種類を「{ $kind }」に変えて取り扱っています。
desk-reclassified-reason = 発見者に送った理由（種類の変更）
done-reclassified = 届出の種類を変え、発見者に知らせました。

# 別の案件に分ける

desk-split = 別の脆弱性や別の製品も含まれているとき
desk-split-lead = 案件をもう一つ開き、それぞれを別に取り扱います。発見者には、二つの案件に分けたことを知らせます。
desk-split-copy = 新しい案件にする内容だけを残して書き換え、含めるものに印を付けてください。届出の原文は受付機関にとどまります。
desk-split-confirm = 新しい案件を開き、発見者に知らせます。取り消すことはできません。
done-split = 別の案件を開き、発見者に知らせました。

# 取下げ

desk-withdrawn = { $day }に、発見者が届出を取り下げました
desk-withdrawn-done = 受理する前の取下げです。取扱いは終わりました。
desk-withdrawn-goes-on = 受理した後の取下げでは、取扱いは自動では終わりません。続けるかどうかを判断してください。情報非開示依頼は続いています。
desk-withdrawn-reason = 発見者の理由
desk-withdrawn-no-reason = 理由は書かれていません。

# 開示の相談と情報非開示依頼

desk-disclosure = 情報非開示依頼
desk-silence-in-force = 情報非開示依頼は続いています。
desk-silence-asked = 発見者は{ $day }に、情報非開示依頼の取下げを求めました。
desk-silence-released = 情報非開示依頼は{ $day }に取り下げました。
desk-disclosure-lead = 発見者は、正当な理由があると考えて、開示する前に相談しています。理由についての考えと、避けてほしいことを具体的に答えてください。
desk-disclosure-answer = 相談への回答
desk-release-asked = 取下げの求めに応じる
desk-release-lead-finder = まず、製品開発者の対応が遅れている事情を説明できます。説明しても求めが変わらなければ、依頼を取り下げます。取下げを断ることはできません。
desk-delay = 対応が遅れている事情
desk-release-confirm-finder = 情報非開示依頼を取り下げ、発見者に知らせます。取り消すことはできません。
desk-happened-disclosure-asked = 発見者から開示の相談があった
desk-happened-disclosure-told = 開示や遅れについて発見者に答えた
desk-happened-release-asked = 情報非開示依頼の取下げを求められた
desk-happened-released = 情報非開示依頼を取り下げた
done-disclosure-answered = 相談に答え、発見者に知らせました。
done-delay-explained = 事情を説明し、発見者に知らせました。
done-released = 情報非開示依頼を取り下げ、発見者に知らせました。

# 経過のページ

front-cases = この届出は、{ $count }件の案件に分けて取り扱っています。
front-further = { $place }件目の案件
front-reclassified = 届出の種類を「{ $kind }」に変えて取り扱っています
front-known-at = この脆弱性は、すでに次のページで公表されています
front-day-withdrawn = 取下げ
front-event-withdrawn = 届出を取り下げました
front-withdrawn = { $day }に届出を取り下げました
front-withdrawn-text = すでに受理しているため、取扱いを続けるかどうかは受付機関が判断します。情報非開示依頼は続いています。
front-withdraw = 届出を取り下げる
front-withdraw-show = 取り下げる
front-withdraw-undecided = 受理の判断の前なら、取扱いはここで終わります。公表までのお願い（情報非開示依頼）は、取り下げた後も続きます。
front-withdraw-accepted = すでに受理しているため、取り下げても取扱いが続くことがあります。公表までのお願い（情報非開示依頼）も続きます。
front-withdraw-reason = 取り下げる理由
front-withdraw-do = 届出を取り下げる
front-withdraw-sure = 届出を取り下げます。元には戻せません。よろしいですか。
done-withdrawn = 届出を取り下げました。受付機関に知らせました。
front-silence-asked = { $day }に、この依頼の取下げを求めました。製品開発者の事情をお伝えすることがあります。受付機関からの連絡をお待ちください。
front-silence-released = この依頼は{ $day }に取り下げられました。届け出た情報を公にするかどうかは、あなたが判断できます。公にするときは、利用者が被害を受けないよう、引き続きご配慮ください。
front-release-ask = 依頼の取下げを求める
front-release-sure = 情報非開示依頼の取下げを受付機関に求めます。よろしいですか。
front-consult = 公にする前に相談する
front-consult-text = 正当な理由があって、公表の前にだれかに知らせる必要があると考えるときは、先にご相談ください。受付機関がこのページでお答えします。
front-consult-what = 知らせたい相手、内容、理由
front-consult-send = 相談を送る
front-consult-empty = だれに、何を、なぜ知らせたいかを書いてください。
done-disclosure-consulted = 相談を送りました。受付機関からの回答は、電子メールでお知らせします。
done-release-asked = 情報非開示依頼の取下げを求めました。受付機関からの連絡をお待ちください。

# 別の案件にまとめた案件
case-moved = この案件は、案件 { $number } として続いています
case-moved-body = 同じ脆弱性の案件にまとめました。発見者、製品開発者、未回答の連絡、NDAは、続きの案件に引き継いでいます。
case-moved-developer = 同じ脆弱性の案件とまとめました。これまでのご回答と未回答の連絡は、続きの案件に引き継いでいます。これからの連絡は、続きの案件のページでお願いします。
case-moved-go = 続きの案件を開く
