# 公表データの形式

formats-others = ほかの形式
formats-cve = CVEレコード
formats-osv = OSV
formats-stix-ja = STIX 2.1（日本語）
formats-stix-en = STIX 2.1（英語）
formats-csaf-2-1 = 次の版の形式です。移行の期間は2.0と並べて配信し、正式なものは2.0です。製品ごとの該当・非該当だけを知りたいときは、VEXのプロファイルの文書があります。
formats-others-what = ほかの標準の形式に直したものを、版ごとのフォルダに置いています。CVEレコードはこの機関がCVE番号を割り当てているとき、OSVはパッケージのエコシステムの製品が対象のときにあります。
portal-feed-rolie-year = ROLIEフィード（年ごと）
portal-feed-rolie-year-what = その年に公表したCSAF文書。年ごとの一覧はサービス文書にあります
portal-feed-vex = VEX文書の例
portal-feed-vex-what = 製品ごとの該当・非該当とその理由
portal-feed-cve = CVEレコードの例
portal-feed-cve-what = CVE Record Format 5.2。脆弱性ごとに一つ
portal-feed-osv = OSVの例
portal-feed-osv-what = OSV 1.7。パッケージのエコシステムの製品があるとき
portal-feed-stix = STIXの例
portal-feed-stix-what = STIX 2.1のvulnerabilityとnote。言語ごとに一つ

calendar-public-title = 公表カレンダー
calendar-public-lead = 脆弱性対策情報を公表した日と更新した日を、月ごとに見られます。
calendar-public-month = {$year}年{$month}月
calendar-public-months = 月を選ぶ
calendar-public-published = 公表
calendar-public-updated = 更新
calendar-public-none = この月に公表・更新したものはありません。
calendar-public-none-fill = 公表や更新があると、その日のところに並びます。
portal-home-calendar = 公表した日を月ごとに見る
portal-home-unreachable = 連絡がとれない開発者
portal-home-unreachable-what = 次の開発者を探しています。お心当たりのある方はご連絡ください。
portal-home-unreachable-more = 一覧をすべて見る（{$count}件）
portal-api-try = ここで試す
portal-api-try-button = 送信する
portal-api-try-any = 指定しない
