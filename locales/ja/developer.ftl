# 製品開発者の画面

answer-title = 製品の脆弱性についてのご連絡
answer-heading = { $developer } ご担当者様
answer-lead = { $coordinator }です。貴社（貴団体）の製品に関する脆弱性の情報をお預かりしています。内容をご確認いただくためのページです。
answer-open = このリンクを開いて進む
answer-once = このボタンを押すとリンクは使用済みになり、このブラウザで続けられるようになります。ページを見るだけでは使用済みになりません。
answer-asked = お願いしたいこと
answer-step-confirm = ご担当の方のお名前と連絡先を確認してください。確認が済むまで、脆弱性の内容はお見せしません。
answer-step-details = 確認のあと、脆弱性の詳しい情報をお渡しします。
answer-step-verify = 製品で検証し、結果と対策方法をお知らせください。
answer-step-statement = 公表する日をご相談のうえ決め、対策とあわせて公表します。
answer-genuine = 本物の連絡かどうかを確かめるには
answer-genuine-text = この仕組みは、{ $receiving }が届出を受け付け、{ $coordinator }が製品開発者と調整するものです。心配なときは、このページに書かれた連絡先ではなく、{ $coordinator }の公式サイトに載っている連絡先へお問い合わせください。
answer-contact = 連絡先
answer-secret = 公表までのお願い
answer-secret-text = 公表されるまで、脆弱性の情報と公表の日程を、関係のない方へ知らせたり、漏らしたりしないようお願いします。

link-title = 新しいリンクを受け取る
link-lead = 案件番号と、確認済みの連絡先をご記入ください。新しいリンクをメールで送ります。
link-used = このリンクはもう使えません。
link-used-text = 一度使われたか、期限が過ぎています。前と同じブラウザなら、そのまま続けられることがあります。別の端末で続けるには、新しいリンクを受け取ってください。
link-sent = 受け付けました。
link-sent-text = 番号と連絡先が登録と一致していれば、数分のうちに新しいリンクが届きます。届かないときは調整機関へお問い合わせください。
link-number = 案件番号
link-number-hint = メールの件名にあります。
link-mail = 電子メールアドレス
link-mail-hint = ご確認いただいた連絡先だけに送ります。
link-send = 新しいリンクを送る

developer-cases = 案件
developer-cases-lead = 貴社（貴団体）にご連絡している案件です。
developer-cases-empty = 案件はありません。
developer-cases-fill = 調整機関からご連絡すると、ここに並びます。
developer-number = 案件番号
developer-stage = 段階
developer-day = 公表日
developer-advisory = 公表番号

developer-heading = { $name } ご担当者様
developer-first-attempt = 最初のご連絡
developer-target = 公表日の目安
developer-day-open = まだ決まっていません
developer-now = 今お願いしていること
developer-nothing-now = 今お願いしていることはありません。動きがあればメールでお知らせします。
developer-voluntary = いずれもご協力のお願いです。難しいときは、下の「調整機関との連絡」からご相談ください。
developer-stated-at = 前回のお知らせ
developer-too-long = { $limit }文字以内で記入してください。
developer-choose = 一つ選んでください。
developer-explain = 理由や必要なことを記入してください。
developer-no-day = 日付として読み取れません。例：2026-12-15
developer-no-link = http:// または https:// で始まるアドレスを記入してください。
developer-fix-or-workaround = 修正方法か回避方法のどちらかを記入してください。

developer-confirm = 連絡窓口の確認
developer-confirm-lead = この件のご担当の方を教えてください。確認できしだい、調整機関が脆弱性の詳しい情報をお渡しします。
developer-person = ご担当者名
developer-person-hint = 部署名だけでもかまいません。
developer-mail = 電子メールアドレス
developer-mail-hint = これからのご連絡は、このアドレスだけに送ります。
developer-confirm-send = この内容で確認する

developer-details = 脆弱性の情報
developer-details-secret = 公表までは、この情報と日程を関係のない方に知らせないでください。
developer-details-wait = 連絡窓口の確認ができました。調整機関が詳しい情報をお渡しするまで、少しお待ちください。
developer-files = 添付ファイル
developer-files-warning = 検証コードが含まれることがあります。隔離した環境で開いてください。
developer-finder = 発見者
developer-credit = 発見者は、公表のときに謝辞へ名前を載せることを希望しています。貴社の告知でも、謝辞の記載をご検討ください。

developer-verification = 検証結果
developer-result = 検証の結果
developer-explanation = 説明
developer-explanation-hint = 該当しないときはその理由、情報が足りないときは必要なことを記入してください。
developer-verification-send = 検証結果を知らせる

developer-countermeasure = 対策方法
developer-fix = 修正方法
developer-fix-hint = 修正版の番号と入手先など。
developer-workaround = 回避方法
developer-workaround-hint = 修正までの間、利用者ができること。
developer-ready = 対策ができる日
developer-countermeasure-send = 対策方法を知らせる

developer-status = 対応状況と公表する文章
developer-status-lead = ここに書かれたものが、公表日に「ベンダ情報」として公開されます。公表までは、ほかの製品開発者には見えません。
developer-affected = 全体として
developer-product = 製品{ $number }
developer-product-name = 製品名
developer-from = 影響を受ける最初のバージョン
developer-from-hint = 空ならば最初から
developer-to = 終わりのバージョン
developer-bound = 終わりのバージョンは
developer-bound-fixed = 修正済み（これより前が影響を受ける）
developer-bound-last = 影響を受ける（これまでが影響を受ける）
developer-product-affected = この製品は
developer-as-whole = 全体と同じ
developer-more-rows = 製品がもっとあるときは、いったんお知らせください。続きの欄が出ます。
developer-statement = 公表する文章
developer-statement-hint = 利用者に向けた説明。片方の言語だけでもかまいません。
developer-link = 貴社の告知のアドレス
developer-link-hint = 公表日より前に公開しないでください。
developer-status-send = 対応状況を知らせる

developer-the-day = 公表日についてのご意見
developer-day-lead = 公表日は、ご意見をうかがったうえで調整機関が決めます。お返事がなくても、日程は進みます。
developer-day-wish = ご希望の日
developer-day-reason = 理由・ご意見
developer-day-send = 意見を送る

developer-text = 公表文案
developer-text-lead = 公表する予定の文章です。ベンダ情報は貴社のものだけを表示しています。お見せした日時：
developer-agree-question = この文案について
developer-agree = この内容でよい
developer-disagree = 直してほしいところがある
developer-comment = 直してほしいところ
developer-comment-send = 返事を送る
developer-agreed = 「この内容でよい」とのお返事をいただいています。
developer-commented = 次のご意見をいただいています。

developer-messages = 調整機関との連絡
developer-no-messages = まだやり取りはありません。
developer-message = メッセージ
developer-message-send = 送る
developer-history = これまでの経過

entry-title = 連絡窓口
entry-lead = 製品開発者リストにある「{ $name }」の窓口です。変わったときは、速やかに直してください。
entry-manager = 製品脆弱性対策管理者
entry-manager-hint = お名前または部署名
entry-mail = 電子メールアドレス
entry-phone = 電話番号
entry-fax = FAX番号
entry-address = 住所
entry-website = ウェブサイト
entry-listed = リストへの掲載を承諾する
entry-listed-hint = 公開する製品開発者リストに名称を載せます。
entry-direct = 直接の届出を受け付ける窓口
entry-direct-hint = 発見者から直接届出を受けるときの、窓口のアドレス。受けないときは空のままにしてください。
entry-save = 保存する

done-confirm = 連絡窓口を確認しました。ありがとうございます。
done-verification = 検証結果を受け取りました。
done-countermeasure = 対策方法を受け取りました。
done-status = 対応状況を受け取りました。
done-day = 公表日についてのご意見を受け取りました。
done-comment = 文案へのお返事を受け取りました。
done-message = メッセージを送りました。
done-entry = 連絡窓口を保存しました。
