# 期限の連絡

desk-purpose-due-soon = 期限の予告
desk-purpose-due-today = 期限の連絡
desk-purpose-overdue = 期限超過の連絡
desk-purpose-escalated = 期限超過の再連絡
mail-subject-due-soon = まもなく期限になるものがあります（{ $number }）
mail-body-due-soon =
    お願いしていることの期限が近づいています。

    番号：{ $number }

    期限と内容は、ページでご確認ください。間に合わないときは、早めにお知らせください。
mail-subject-due-today = 期限になりました（{ $number }）
mail-body-due-today =
    お願いしていることの期限になりました。

    番号：{ $number }

    まだのときは、いつごろになるかだけでもお知らせください。行き違いのときはご容赦ください。
mail-subject-overdue = 期限を過ぎています（{ $number }）
mail-body-overdue =
    お願いしていることが、期限から5営業日を過ぎています。

    番号：{ $number }

    ご事情があれば、ページからお知らせください。
mail-subject-escalated = 【再連絡】期限を過ぎたままのものがあります（{ $number }）
mail-body-escalated =
    期限を過ぎたままになっていることがあります。このままでは、この先の取扱いに影響します。

    番号：{ $number }

    状況を確認し、ページからお知らせください。
