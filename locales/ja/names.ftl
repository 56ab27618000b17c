# ことがらの名前（用語集のとおり）

role-receiving-desk = 受付機関
role-coordinator = 調整機関
role-developer = 製品開発者
role-administrator = 管理者
role-committee-member = 公表判定委員
role-auditor = 監査担当

party-finder = 発見者
party-receiving-body = 受付機関
party-coordinator = 調整機関
party-developer = 製品開発者
party-committee-member = 公表判定委員
party-program = のろし

stage-accepted = 受理
stage-handed-over = 調整機関へ通知
stage-contacted = 製品開発者へ連絡中
stage-details-sent = 詳細情報を連絡
stage-verified = 検証結果あり
stage-date-agreed = 公表日決定
stage-published = 公表
stage-ended = 取扱い終了

report-state-needs-reading = 読み取り待ち
report-state-received = 受理の判断待ち
report-state-accepted = 受理
report-state-rejected = 不受理

report-kind-product = ソフトウェア製品
report-kind-website = ウェブサイト
report-kind-own-product = 自社製品
report-kind-unknown = 種類不明

influence-priority = 優先対応
influence-normal = 通常対応
influence-simple = 簡易対応
influence-unrated = 未判定

affected-affected = 該当製品あり
affected-affected-investigating = 該当製品あり（調査中）
affected-not-affected = 該当製品なし
affected-not-affected-investigating = 該当製品なし（調査中）
affected-unknown = 不明

verification-affected = 脆弱性を確認した（該当製品あり）
verification-not-vulnerability = 脆弱性に該当しない
verification-no-influence = 自社製品への影響はない
verification-small-influence = 影響が小さい
verification-known-and-published = 既知であり、すでに公表されている
verification-tells-all-users = すべての製品利用者に自ら通知する
verification-in-other-product = 他社の製品に含まれる問題である
verification-cannot-reproduce = 再現できない
verification-needs-more = 追加の情報がほしい

means-mail = 電子メール
means-post = 郵送
means-phone = 電話
means-fax = FAX
means-web-form = ウェブフォーム
means-sns = SNS

outcome-waiting = 返事待ち
outcome-answered = 返事あり
outcome-undeliverable = 届かなかった
outcome-refused = 連絡を拒まれた

content-product = 製品名
content-developer = 製品開発者
content-versions = バージョン
content-environment = 確認した環境・設定
content-kind = 脆弱性の種類
content-steps = 再現手順と結果
content-threat = 発生しうる脅威
content-workaround = 回避策
content-proof = 検証コード
content-notes = その他

duty-about = { $duty }（{ $name }）
duty-read-report = 届出を読み取る
duty-decide-acceptance = 受理するかどうかを決める
duty-answer-finder = 発見者に返事をする
duty-answer-desk = 受付機関の質問に答える
duty-rate-influence = 影響度を判定する
duty-hand-over = 調整機関に通知する
duty-find-developer = 製品開発者を特定する
duty-contact-developer = 製品開発者に連絡する
duty-confirm-contact = 連絡窓口を確認する
duty-release-details = 詳細情報を連絡する
duty-answer-body = 相手の機関に返事をする
duty-answer-developer = 製品開発者に返事をする
duty-answer-coordinator = 調整機関に返事をする
duty-answer-verification = 検証し、結果を知らせる
duty-state-countermeasure = 対策方法を知らせる
duty-state-status = 対応状況を知らせる
duty-set-day = 公表日を決める
duty-draft-advisory = アドバイザリの案を作る
duty-send-preview = 製品開発者に案を見せる
duty-comment-preview = 公表文案を確認する
duty-approve-advisory = 公表文案を承認する
duty-co-sign-advisory = 公表文案に連署する
duty-publish = 公表する
duty-publish-update = 更新を公表する
duty-update-advisory = 新しい対応状況を公表文に反映する

item-kind = 届出の種類
item-finder-name = 氏名または名称
item-email = 電子メールアドレス
item-share-identity = 氏名・連絡先の通知の可否
item-direct-contact = 直接の連絡の可否
item-publish-name = 謝辞への氏名の記載の可否
item-product-name = 製品名
item-product-version = バージョン
item-website-url = ウェブサイトのURL
item-vulnerability-kind = 脆弱性の種類
item-steps = 再現手順
item-why-vulnerability = 脆弱性であると判断した理由
item-threat = 発生しうる脅威
item-reported-elsewhere = 他の組織への届出の有無
item-cvss-vector = CVSS ベクトル
item-fix = 対策方法
item-attachments = 添付ファイル
item-too-long = 長すぎる記入

fault-missing = 「{ $item }」が記入されていません。
fault-contradiction = 「{ $item }」の答えが食い違っています。
fault-unusable = 「{ $item }」をこのままでは使えません。

event-case-opened = 届出を受理した
event-owner-set = 担当者が替わった
event-note-added = メモを残した
event-influence-rated = 影響度を判定した
event-handed-over = 調整機関に通知した
event-developer-added = 製品開発者を加えた
event-contact-attempted = 製品開発者に連絡した
event-answer-link-sent = 回答用のリンクを送った
event-contact-confirmed = 連絡窓口を確認した
event-details-released = 詳細情報を連絡した
event-verification-stated = 検証結果の報告があった
event-countermeasure-stated = 対策方法の報告があった
event-status-stated = 対応状況の報告があった
event-day-proposed = 公表日について意見があった
event-day-set = 公表日を決めた
event-message-posted = メッセージがあった
event-advisory-started = アドバイザリの案を作り始めた
event-published = 公表した
