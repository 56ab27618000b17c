# どのページにも出てくることば

common-skip = 本文へ移動
common-nav = 主なメニュー
common-sign-out = サインアウト
common-demo = これはデモです。
common-demo-note = 組織も人も案件もすべて架空のものです。本物の情報を入力しないでください。
common-demo-people = 役を選ぶ

common-required = 必須
common-optional = 任意
common-nothing = （記入なし）
common-change = 変更
common-change-what = ：{ $what }
common-copy = コピー
common-copied = コピーしました
common-no-due-day = 期限なし
common-planned = 予定
common-seen-by = 見られる人：{ $who }
common-filter-remove = 「{ $name }」の絞り込みを外す

common-errors = 入力内容に誤りが{ $count }件あります。入力したものは残っています。
common-count-limit = { $limit }文字まで
common-count-left = あと%文字入力できます
common-count-over = %文字超えています
common-file-limit = 1ファイル{ $size }まで
common-file-too-large = 大きすぎます。1ファイルは{ $size }までです。

common-saving = 保存しています…
common-saved = 下書きを保存しました
common-save-failed = 下書きを保存できません。つながりしだい保存します。このページを閉じないでください。

common-steps = 入力の進み具合
common-step-of = 全{ $steps }段階の{ $step }番目
common-step-done = （済み）

common-pages = ページ
common-range = 全{ $total }件のうち{ $from }～{ $to }件
common-previous = 前へ
common-next = 次へ

# 日付

date-today = 今日
date-yesterday = 昨日
date-days-left = あと{ $days }日
date-days-overdue = { $days }日超過
date-days-ago = { $days }日前

# お知らせの種類（読み上げ用）

notice-info = お知らせ
notice-success = 完了
notice-warning = ご注意
notice-error = エラー

# 深刻度（JVNのことば）

severity-none = なし
severity-low = 注意
severity-medium = 警告
severity-high = 重要
severity-critical = 緊急

common-path-now = いま：
common-path-waiting = { $what }（{ $day }日目）
common-path-took = 前の段階から{ $days }日
common-path-so-far = これまで{ $days }日
common-path-usual = 目安：{ $time }
