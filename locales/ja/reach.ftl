# 製品開発者に連絡する：探すところ、連絡の回数、連絡不能開発者一覧

duty-search-contact = チェックリストに沿って連絡先を探す
duty-ask-finder = 発見者に連絡先を尋ね、答えを調整機関に伝える
duty-list-name = 連絡不能開発者一覧に載せる
duty-list-product = 対象製品の情報を公表する
duty-append-deadline = 連絡期限を追記する
duty-update-listing = 一覧の記載を見直す（四半期ごと）
duty-delist = 一覧から外す
duty-resume-contact = 連絡が取れたことを記録し、調整を再開する
duty-answer-listing = 一覧の問合せ番号を添えて連絡する
duty-judge-verifiability = 脆弱性を検証できるか判断する
duty-judge-handling-value = 検証の費用に見合う案件か判断する

refusal-too-soon = 必要な期間がまだ過ぎていません。
refusal-checklist-open = 連絡先を探すチェックリストに、まだ確認していないところがあります。すべて確認して結果を記録してください。
refusal-means-left = まだ試していない連絡先があるか、連絡の回数が足りません。
refusal-developer-answered = この製品開発者からは応答があったか、その後まだ連絡を試みていません。
refusal-not-listed = 連絡不能開発者一覧に載っていません。製品の欄については、先に対象製品の情報を公表してください。
refusal-already-listed = すでに公表されています。
refusal-nobody-named = 誰のことか分かるように、開発者名、関連情報、備考のいずれかを書いてください。
refusal-tells-of-case = 案件の番号や脆弱性の種類が含まれています。公表する文面には、案件のことを書かないでください。
refusal-not-asked = 調整機関から頼まれていません。
refusal-already-asked = すでに尋ねているか、尋ねる相手がいません。
refusal-nothing-to-weigh = 検証の費用を考慮するのは、優先対応で検証ができない案件だけです。

event-source-checked = 連絡先を探した
event-finder-asked = 発見者への確認を頼んだ
event-attempt-noted = 連絡の結果や控えを記録した
event-developer-listed = 連絡不能開発者一覧に載せた
event-product-listed = 対象製品の情報を公表した
event-deadline-appended = 連絡期限を追記した
event-listing-updated = 一覧の記載を見直した
event-delisted = 一覧から外した
event-contact-resumed = 連絡が取れ、調整を再開した
event-verifiability-judged = 検証できるか判断した
event-handling-value-judged = 取扱価値を判断した
event-considered-individually = 個別に配慮することにした

desk-action-check-source = 連絡先を探した結果を記録する
desk-action-ask-finder = 発見者への確認を頼む
desk-action-note-attempt = 連絡の結果や控えを記録する
desk-action-list-name = 一覧に載せる
desk-action-list-product = 対象製品の情報を公表する
desk-action-append-deadline = 連絡期限を追記する
desk-action-update-listing = 一覧の記載を見直す
desk-action-delist = 一覧から外す
desk-action-resume-contact = 調整を再開する
desk-action-judge-verifiability = 検証できるか判断する
desk-action-judge-handling-value = 取扱価値を判断する
desk-action-consider-individually = 個別に配慮する

desk-purpose-finder-to-ask = 発見者への確認の依頼
desk-purpose-finder-answered = 発見者への確認の結果
desk-purpose-list-changed = 連絡不能開発者一覧の変更
desk-purpose-contact-resumed = 連絡が取れたことの連絡
desk-purpose-course-judged = 連絡不能案件の取扱いの連絡

mail-subject-finder-to-ask = 製品開発者の連絡先を、発見者にご確認ください（{ $number }）
mail-body-finder-to-ask =
    製品開発者の連絡先が見つからないため、発見者がご存じないかの確認をお願いします。

    番号：{ $number }

    尋ねる内容はページでご確認ください。答えもページで記録できます。
mail-subject-finder-answered = 発見者への確認の結果が記録されました（{ $number }）
mail-body-finder-answered =
    製品開発者の連絡先について、発見者に確認した結果が記録されました。

    番号：{ $number }

    結果はページでご確認ください。
mail-subject-list-changed = 連絡不能開発者一覧の記載が変わりました（{ $number }）
mail-body-list-changed =
    連絡の取れない製品開発者について、公表する一覧の記載が変わりました。

    番号：{ $number }

    変わった内容はページでご確認ください。
mail-subject-contact-resumed = 製品開発者と連絡が取れました（{ $number }）
mail-body-contact-resumed =
    連絡不能開発者一覧に載せていた製品開発者と連絡が取れ、調整を再開しました。

    番号：{ $number }

    経緯はページでご確認ください。
mail-subject-course-judged = 連絡の取れない案件の取扱いについて判断がありました（{ $number }）
mail-body-course-judged =
    製品開発者と連絡が取れない案件の取扱いについて、受付機関が判断しました。

    番号：{ $number }

    判断と理由はページでご確認ください。
