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
    次の番号の件について、発見者と、製品開発者またはウェブサイト運営者が、直接やり取りすることの希望がありました。

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

# 外部への連絡のページ

desk-way-outreach = 外部への連絡

outreach-title = 外部への連絡（{ $number }）
outreach-asked = 問い合わせと希望
outreach-asked-none = 製品開発者や発見者からの問い合わせや希望はありません。
outreach-answered = 回答済み
outreach-waits = 回答待ち
outreach-site = 関連ウェブサイトについての問い合わせ
outreach-site-answer = 回答
outreach-site-nothing = お伝えできる情報はありません。
outreach-site-lead = 再現に必要な範囲だけを、ウェブサイト運営者の承諾を得て伝えます。
outreach-site-information = 製品開発者に伝える情報
outreach-site-give = この内容を伝える
outreach-site-refuse = 伝えられる情報はないと答える
outreach-consent = 承諾
outreach-consent-hint = 誰が、いつ、どのように承諾したか
outreach-seen-developer = この製品開発者と両機関に見えます
outreach-seen-developers = 詳細情報を渡した製品開発者と両機関に見えます
outreach-users = 公表前の利用者への通知の相談
outreach-users-plan = 通知先：{ $whom }。予定日：{ $day }
outreach-users-answer = 回答
outreach-users-lead = 認めるときは、通知先に守っていただくことを添えます。
outreach-users-request = 通知に添える要請
outreach-users-allow = 認める
outreach-users-reason = 認めない理由
outreach-users-decline = 認めない
outreach-users-asked = 相談中
outreach-users-allowed = 認められた
outreach-users-declined = 見送り
outreach-users-done = 通知済み
outreach-told-all = すべての利用者に通知した
outreach-told-some = 一部の利用者に通知した
outreach-told-drop = この理由で公表を取りやめる
outreach-talk = 直接のやり取りの希望
outreach-talk-lead = 相手の了解があったときだけ、直接やり取りできます。取り次がなかったことは、理由も含めて相手には伝わりません。
outreach-talk-to-developer = 取り次ぐ製品開発者
outreach-talk-to-finder = 取り次ぐ届出
outreach-talk-decline = 取り次がない
outreach-talk-decline-confirm = この希望を取り次がず、やり取りに至らなかったことを知らせます。よろしいですか。
outreach-talk-wished = 取り次ぎ待ち
outreach-talk-passed = 相手の回答待ち
outreach-talk-agreed = 双方が了解
outreach-talk-declined = 至らなかった
outreach-thread = 直接のやり取り
outreach-choose-talk = 取り次ぐ相手を選んでください。
outreach-told = 外部に伝えた情報
outreach-told-none = 外部には何も伝えていません。
outreach-to = 伝えた先
outreach-on = 伝えた日
outreach-ground = 理由
outreach-result = 分析の結果
outreach-package = 引き渡し資料（英語）
outreach-analysis-of = どの相手からの結果か
outreach-disclose-lead = 正当な理由があるときだけ、調整機関に渡した範囲の中から伝えます。発見者が誰かは、決して含めません。伝えたことは、もう一方の機関に知らせます。
outreach-disclose-confirm = 選んだ情報を伝えたことを記録し、もう一方の機関に知らせます。よろしいですか。
outreach-needs-nda = 秘密保持契約が必要です
outreach-needs-no-nda = 秘密保持契約は求められていません
outreach-kind = 伝える相手
outreach-name = 名称
outreach-name-hint = 契約に基づくときは、契約の相手方と同じ名称にしてください。
outreach-contact = 連絡先
outreach-nda = 秘密保持契約
outreach-nda-hint = 今日有効なものだけを選べます。
outreach-nda-none = なし
outreach-nda-number = 契約{ $number }
outreach-developer = 再現に必要とする製品開発者
outreach-developer-hint = 「この案件の製品開発者」に伝えるときに選びます。
outreach-no-developer = なし
outreach-purpose = 目的
outreach-purpose-hint = 相手の資料に載ります。海外に渡すときは英語で書いてください。
outreach-what = 伝える情報
outreach-what-hint = 見て確かめたものだけを残してください。
outreach-tlp = 相手が伝えてよい範囲
outreach-tlp-hint = TLP 2.0 の表示です。資料の最初に大きく示します。
outreach-choose-ground = 理由を選んでください。
outreach-choose-kind = 伝える相手を選んでください。
outreach-choose-disclosure = どの結果かを選んでください。
outreach-ndas = 秘密保持契約
outreach-ndas-none = 契約は記録されていません。
outreach-nda-with = 契約の相手方
outreach-nda-with-hint = 情報を伝えるときの名称と同じにしてください。
outreach-nda-days = 期間
outreach-nda-on = 締結日（効力が始まる日）
outreach-nda-until = 終わる日
outreach-nda-open = 定めなし
outreach-nda-reference = 契約書の番号・保管場所
outreach-nda-reference-hint = 契約書そのものは、ここには置きません。
outreach-nda-by = 締結した機関
outreach-nda-holds = 有効
outreach-nda-over = 期間外
outreach-agreement = 契約書の様式を作る（PDF）
outreach-agreement-lead = 署名前の契約書を作ります。法務の確認を受けてから使ってください。作っただけでは何も記録されません。
outreach-agreement-analysis = 外部機関による技術的な分析
outreach-agreement-overseas = 海外の調整機関との調整
outreach-agreement-years = 終了後に秘密を守る年数
outreach-agreement-make = 契約書を作る
outreach-years-wrong = 1から20までの数で書いてください。
outreach-unprintable = 印刷できない文字があります。書き換えてください。
outreach-waves = 連絡の順番
outreach-waves-lead = OSSのように関係者が多いときは、順番を分けて連絡できます。順番が来るまで、詳しい内容は渡せません。誰かの回答がなくても、次に進められます。
outreach-wave = 第{ $number }順
outreach-wave-choose = 順番
outreach-wave-hint = 第1順は、すぐに連絡します。
outreach-wave-first = はじめから連絡
outreach-wave-opened = { $day }に開始
outreach-wave-planned = { $day }に開始の予定
outreach-wave-closed = まだ開始していません
outreach-wave-open = 第{ $number }順の連絡を始める
outreach-wave-plan = 第{ $number }順の予定日を決める
outreach-wave-day = 予定日
outreach-wave-reason = 予定より早く始める理由
outreach-wave-reason-hint = 予定日より前に始めるときに書いてください。
outreach-wave-confirm = この順番の製品開発者（{ $count }者）に、詳しい内容を渡せるようにします。よろしいですか。
outreach-developers = 製品開発者
outreach-informed = 詳細情報
outreach-involvement = 関わり方
outreach-involve-lead = 多くの製品開発者にまとめて記録するときは、案件のページの表で選んでください。
outreach-involved = { $why }（第{ $wave }順）
outreach-involved-waits = { $why }（第{ $wave }順、まだ開始前）
outreach-choose-involvement = 関わり方を選んでください。
outreach-choose-wave = 順番を選んでください。
outreach-affects = ほかの製品やシステムへの影響
outreach-affects-none = 影響の分析は記録されていません。
outreach-summary = 影響の分析の結果
outreach-summary-hint = 製品開発者に、このまま伝わります。受付機関の分析は、調整機関が伝えます。
outreach-passed = { $day }に伝えた
outreach-not-passed = まだ伝えていない

package-title = 脆弱性関連情報の引き渡し（{ $number }）
package-back = 外部への連絡に戻る
package-json = データで保存（JSON）
package-print = 印刷またはPDFでの保存は、ブラウザの印刷から行えます。
package-from = 差出人
package-to = 宛先
package-number = 取扱番号
package-on = 引き渡した日
package-day = 公表日
package-target = 目安の公表日
package-day-open = まだ決まっていません
package-constraints = お願い
package-content = 内容
package-files = ファイル
package-files-lead = ファイルは、暗号化した別の手段で送ってください。

# 製品開発者のページ

developer-asked-more = ほかのお願い（{ $count }件）
developer-between = 問い合わせと通知
developer-ack = 詳しい内容が届いた
developer-ack-lead = 読んだことだけを、先にお知らせいただけます。検証の結果は、後からで構いません。
developer-ack-send = 受け取ったことを知らせる
developer-site = 関連するウェブサイトについて尋ねる
developer-site-lead = 再現できないときに、関連するウェブサイトの情報を尋ねられます。お伝えできるのは、運営者の承諾がある情報だけです。
developer-site-why = 必要な情報と理由
developer-site-why-hint = 試した手順と、どこで再現できないか
developer-site-send = 尋ねる
developer-site-keep = 第三者に漏れないように管理してくださいますようお願いします。
developer-users = 公表日より前に利用者に知らせたい
developer-users-lead = 利用者に早く知らせることで危険を減らせるときは、先にご相談ください。
developer-users-whom = 知らせたい利用者
developer-users-day = 知らせたい日
developer-users-how = 方法
developer-users-how-hint = 直接か、システムインテグレータなどを通じてか
developer-users-send = 相談する
developer-users-request = 認められました。次の要請を、通知に必ず添えてください。
developer-told = 利用者に知らせた
developer-told-lead = 利用者への通知を終えたら、お知らせください。
developer-told-whom = 知らせた利用者
developer-told-all = すべての利用者に知らせた
developer-told-all-hint = 確かめられれば、公表せずに終えることがあります
developer-told-some = 一部の利用者に知らせた
developer-told-choose = すべてか一部かを選んでください。
developer-told-evidence = 確かめられるもの
developer-told-evidence-hint = 利用者の一覧と通知の記録など。すべての利用者に知らせたときは必ず書いてください。
developer-told-send = 知らせたことを報告する
developer-wish = 発見者と直接やり取りしたい
developer-wish-lead = 希望を両機関がお預かりし、発見者の了解があったときだけ、ここでやり取りできます。両機関もそのやり取りを読みます。
developer-wish-send = 希望を伝える
developer-talk = 発見者から、直接のやり取りの希望
developer-talk-lead = お断りいただいても差し支えありません。断ったことの理由は伝わりません。
developer-talk-question = 直接やり取りしますか
developer-talk-yes = やり取りする
developer-talk-no = やり取りしない
developer-talk-send = 回答する
developer-direct = 発見者に書く
developer-direct-lead = 発見者が誰かを尋ねないでください。両機関もこのやり取りを読みます。
developer-direct-send = 送る
developer-given = 再現のための情報
developer-affects = ほかの製品やシステムへの影響

# 発見者のページ

direct-title = 製品開発者との直接のやり取り
direct-lead = 双方の了解があったときだけ、このページで直接やり取りできます。
direct-open = やり取りのページを開く
direct-state = いまの状況
direct-case = { $place }件目の案件
direct-none = やり取りできる案件はまだありません。製品開発者に詳しい内容が届いてから、希望を伝えられます。
direct-may-wish = 製品開発者と直接やり取りしたいときは、希望を伝えられます。
direct-wish-lead = 希望は調整機関がお預かりし、製品開発者の了解があったときに始まります。それまで、あなたが誰かは伝わりません。
direct-wish-send = 直接のやり取りを希望する
direct-answer-lead = 製品開発者が、直接のやり取りを希望しています。お断りいただいても差し支えありません。このページで書く限り、お名前や連絡先は伝わりません。
direct-question = 直接やり取りしますか
direct-yes = やり取りする
direct-no = やり取りしない
direct-answer-send = 回答する
direct-choose = どちらかを選んでください。
direct-nothing = いまは、この操作の対象がありません。
direct-seen = 相手と両機関に見えます
direct-to = 宛先

done-nda-recorded = 契約を記録しました。
done-disclosed = 伝えたことを記録し、もう一方の機関に知らせました。
done-analysis-recorded = 分析の結果を記録しました。
done-influence-analysed = 影響の分析を記録しました。
done-influence-passed = 影響の分析を製品開発者に伝えました。
done-involvement-set = 関わり方を記録しました。
done-wave-planned = 予定日を決めました。
done-wave-opened = 連絡を始められるようにしました。
done-site-answered = 問い合わせに回答しました。
done-users-answered = 相談に回答しました。
done-talk-passed = 希望を取り次ぎました。
done-talk-declined = 取り次がず、至らなかったことを知らせました。
done-talk-wished = 希望をお預かりしました。
done-talk-answered = 回答を伝えました。
done-talk-written = 送りました。
done-acknowledge = 受け取りのご連絡をありがとうございます。
done-site = お問い合わせを受け取りました。
done-users = ご相談を受け取りました。
done-told = ご報告を受け取りました。
done-wish = 希望をお預かりしました。
done-talk = 回答を伝えました。
done-direct = 送りました。
