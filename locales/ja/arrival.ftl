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
