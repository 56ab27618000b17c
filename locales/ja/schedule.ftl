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
