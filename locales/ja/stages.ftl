# 手続きの段階：どこまで進んだか、目安はどれくらいか、いま何を待っているか。
stages-title = 手続きの流れ
stages-received = 届出の受付
stages-wait-received = 受付機関が受理を判断するのを待っています
stages-wait-accepted = 受付機関が調整機関へ通知するのを待っています
stages-wait-handed-over = 調整機関が製品開発者に連絡するのを待っています
stages-wait-contacted = 製品開発者の返事を待っています
stages-wait-details-sent = 製品開発者の検証結果を待っています
stages-wait-verified = 公表日が決まるのを待っています
stages-wait-date-agreed = 公表日を待っています
stages-wait-own = あなたの回答を待っています
stages-done-published = 公表しました。
stages-done-ended = 取扱いを終了しました。
stages-usual-promptly = 速やかに
stages-usual-open = 決まりなし
stages-usual-target = 起算日から{ $days }日
