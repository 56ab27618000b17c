# 命令行

program-import-taken = { $file }：受け付けました。届出番号 { $number }
program-import-known = { $file }：受付済みのものと同じです。届出番号 { $number }
program-import-reading = { $file }：受け付けました。内容の確認が必要です。届出番号 { $number }
program-import-known-reading = { $file }：受付済みのものと同じです。内容の確認が必要です。届出番号 { $number }
program-import-refused = { $file }：受け付けていません。{ $why }
program-import-empty = ファイルが空です。
program-import-too-large = 大きすぎます（上限 { $limit } バイト）。大きな資料は別にお送りください。
program-import-no-file = ファイルを開けません（{ $why }）。
