# CVE番号：予約した番号と、公表後のCVEレコード。
cve-free = 予約済みのCVE番号
cve-take = この番号を使う
cve-give-back = 使わずに戻す
cve-taken = この番号は使えません。ほかの案件で使われたか、すでに公表されています。
cve-reserved = 予約済み。公表の後に、CVEレコードを登録します。
cve-aside = この案件のために取ってありますが、保存した本文にはありません。本文に入れて保存すると、公表の後にCVEレコードを登録します。
cve-published = CVEレコードを登録しました（{ $at }）
cve-published-elsewhere = CVEレコードは登録済みです
cve-rejected = 取り消されました（REJECTED）
cve-trouble = CVEレコードを登録できませんでした：{ $why }
cve-retry = もう一度登録する
