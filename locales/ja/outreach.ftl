# 公表前に知らせる先、関係者の間のやり取り

duty-record-analysis = 頼んだ分析の結果を待ち、記録する
duty-pass-influence = 影響の分析の結果を製品開発者に伝える
duty-open-wave = 次の順番の製品開発者への連絡を始める
duty-answer-site-information = 関連ウェブサイトについての問い合わせに答える
duty-answer-user-notice = 公表前の利用者への通知を認めるか答える
duty-report-user-notice = 利用者に通知したことを知らせる
duty-pass-talk = 直接のやり取りの希望を取り次ぐ
duty-answer-talk = 直接やり取りするか答える
duty-acknowledge-receipt = 詳しい内容が届いたことを知らせる

refusal-nda-missing = この相手との、今日有効な秘密保持契約が記録されていません。先に契約を記録してください。
refusal-consent-missing = 関係者の承諾が必要です。誰がどのように承諾したかを書いてください。
refusal-wave-not-open = この製品開発者に詳しい内容を伝える順番は、まだ来ていません。先に次の順番の連絡を始めてください。
refusal-not-agreed = この相手と直接やり取りすることには、まだ双方の了解がありません。

event-nda-recorded = 秘密保持契約が記録された
event-disclosed-to = 第三者に情報を伝えた
event-analysis-received = 分析の結果を受け取った
event-influence-analysed = ほかの製品などへの影響を分析した
event-influence-passed = 影響の分析の結果を製品開発者に伝えた
event-involvement-set = 製品開発者の関わり方が記録された
event-wave-planned = 連絡の順番の予定日が決まった
event-wave-opened = 次の順番の連絡を始めた
event-site-information-asked = 関連ウェブサイトについて尋ねた
event-site-information-answered = 関連ウェブサイトについて回答があった
event-user-notice-asked = 公表前の利用者への通知について相談があった
event-user-notice-allowed = 公表前の利用者への通知が認められた
event-user-notice-declined = 公表前の利用者への通知は見送られた
event-users-notified = 製品開発者が利用者に通知した
event-talk-wished = 直接のやり取りの希望があった
event-talk-passed = 直接のやり取りの希望を取り次いだ
event-talk-answered = 直接のやり取りについて回答があった
event-receipt-acknowledged = 詳しい内容を受け取ったと連絡があった

desk-action-record-nda = 秘密保持契約を記録する
desk-action-disclose = 第三者に情報を伝える
desk-action-record-analysis = 分析の結果を記録する
desk-action-analyse-influence = ほかの製品などへの影響を書く
desk-action-pass-influence = 影響の分析の結果を伝える
desk-action-set-involvement = 製品開発者の関わり方を記録する
desk-action-plan-wave = 連絡の順番の予定日を決める
desk-action-open-wave = 次の順番の連絡を始める
desk-action-ask-site-information = 関連ウェブサイトについて尋ねる
desk-action-answer-site-information = 関連ウェブサイトについて答える
desk-action-ask-user-notice = 公表前の利用者への通知を相談する
desk-action-answer-user-notice = 公表前の利用者への通知に答える
desk-action-report-user-notice = 利用者に通知したことを知らせる
desk-action-wish-talk = 直接のやり取りを希望する
desk-action-pass-talk = 直接のやり取りの希望を取り次ぐ
desk-action-answer-talk = 直接のやり取りに答える
desk-action-write-directly = 直接書く
desk-action-acknowledge-receipt = 受け取ったことを知らせる

desk-purpose-disclosed-outside = 第三者に情報を伝えたお知らせ
desk-purpose-influence-analysed = 影響の分析の結果のお知らせ
desk-purpose-site-information-asked = 関連ウェブサイトについての問い合わせ
desk-purpose-site-information-answered = 関連ウェブサイトについての回答
desk-purpose-user-notice-asked = 公表前の利用者への通知の相談
desk-purpose-user-notice-answered = 公表前の利用者への通知への回答
desk-purpose-talk-wished = 直接のやり取りの希望
desk-purpose-talk-answered = 直接のやり取りへの回答

mail-subject-disclosed-outside = 第三者に情報を伝えました（{ $number }）
mail-body-disclosed-outside =
    次の番号の件について、正当な理由により、もう一方の機関が第三者に情報を伝えました。

    番号：{ $number }

    伝えた先と理由は、案件のページに記録されています。

mail-subject-influence-analysed = 影響の分析の結果があります（{ $number }）
mail-body-influence-analysed =
    次の番号の件について、ほかの製品やシステムへの影響を分析した結果があります。

    番号：{ $number }

    内容は、ページでご確認ください。

mail-subject-site-information-asked = 関連ウェブサイトについて問い合わせがあります（{ $number }）
mail-body-site-information-asked =
    脆弱性を再現できない製品開発者から、関連ウェブサイトについて問い合わせがありました。

    番号：{ $number }

    伝えられるのは、ウェブサイト運営者の同意がある情報だけです。ページから回答してください。

mail-subject-site-information-answered = 関連ウェブサイトについての回答があります（{ $number }）
mail-body-site-information-answered =
    関連ウェブサイトについてのお問い合わせに、回答がありました。

    番号：{ $number }

    ページでご確認ください。伝えられた情報は、第三者に漏れないように管理してくださいますようお願いします。

mail-subject-user-notice-asked = 公表前の利用者への通知について相談があります（{ $number }）
mail-body-user-notice-asked =
    製品開発者から、公表日より前に利用者に知らせたいという相談がありました。

    番号：{ $number }

    ページで内容を読み、認めるかどうかを回答してください。

mail-subject-user-notice-answered = 公表前の利用者への通知について回答があります（{ $number }）
mail-body-user-notice-answered =
    公表日より前に利用者に知らせたいというご相談に、回答がありました。

    番号：{ $number }

    ページでご確認ください。認められた場合は、通知先に、公表まで第三者に開示せず、漏れないように管理することを要請してくださいますようお願いします。

mail-subject-talk-wished = 直接のやり取りの希望があります（{ $number }）
mail-body-talk-wished =
    次の番号の件について、発見者と製品開発者が直接やり取りすることの希望がありました。

    番号：{ $number }

    お願いしたいことは、ページに示しています。お断りいただいても差し支えありません。

mail-subject-talk-answered = 直接のやり取りについてのお知らせ（{ $number }）
mail-body-talk-answered =
    次の番号の件について、直接のやり取りの希望への回答がありました。

    番号：{ $number }

    ページでご確認ください。

disclosure-ground-product-in-use = その製品を利用している製品の開発者やサイトの運営者に知らせる（Ⅳ.3.(1).5.ア）
disclosure-ground-outside-analysis = 外部機関に技術的分析を頼む（Ⅳ.3.(1).5.イ）
disclosure-ground-reproduction-data = 再現に必要な情報を製品開発者に示す（Ⅳ.3.(1).5.イ）
disclosure-ground-nobody-in-japan = 海外製品で、日本法人や総代理店がない（Ⅳ.4.5.ア）
disclosure-ground-large-influence-overseas = 海外に大きな影響を与える（Ⅳ.4.5.イ）
disclosure-ground-detailed-analysis = 詳細な分析などが必要である（Ⅳ.4.5.ウ）

recipient-using-developer = その製品を利用する製品の開発者
recipient-using-site = その製品を利用するサイトの運営者
recipient-analysis-body = 分析を行う外部機関
recipient-overseas-coordinator = 海外の調整機関
recipient-outside-body = そのほかの外部機関
recipient-case-developer = この案件の製品開発者

constraint-keep-secret = 公表まで、ほかの誰にも知らせないでください。
constraint-for-this-purpose = 示した目的のためだけに使ってください。
constraint-respect-the-day = 公表日より前に公表しないでください。日程の希望があれば、ご連絡ください。
constraint-no-finder = 発見者が誰かは、お伝えしません。
constraint-tell-of-leak = 漏えいや攻撃に気づいたときは、すぐにご連絡ください。

involvement-maker = その製品を開発している
involvement-oss-community = OSSの開発者・開発コミュニティ
involvement-embeds = OSSを製品に組み込んでいる
involvement-distributor = ディストリビュータ
involvement-service-provider = 製品の仕様を決めるサービス提供者
involvement-interrelated = 実質的な相互関係にある製品を開発している
involvement-intermediate = 上流の製品を使う中間ベンダ
involvement-intermediate-advice = 自社だけで脆弱性かどうかを判断できないときは、上流の開発元に伝えて確かめ、遅れる場合は、上流の開発元が関わっていることと状況を知らせることが勧められています（付録6(4)）。

talk-state-asked = 希望を伝えました。回答をお待ちください。
talk-state-to-answer = 直接やり取りしたいという希望があります。
talk-state-agreed = 直接やり取りできます。両機関もこのやり取りを読みます。
talk-state-declined = 今回は、直接のやり取りには至りませんでした。

user-notice-request-draft = この通知の内容（脆弱性関連情報）を第三者に開示しないでください。また、脆弱性情報が一般に公表されるまで、脆弱性情報と対策方法が第三者に漏れないように適切に管理してください。
