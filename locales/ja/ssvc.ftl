# SSVC：調整機関の判断表による助言。
ssvc-title = SSVCの助言を見る
ssvc-lead-triage = 調整に取り組むかどうかの目安です。
ssvc-lead-publish = 公表するかどうかの目安です。
ssvc-binds-nobody = 手続きの判断には使われず、記録も残りません。
ssvc-open = 分からない
ssvc-from-case = 案件の記録から
ssvc-for-you = 判断して選んでください
ssvc-one-of = { $outcomes } のいずれか
ssvc-advice-only = （助言のみ）
ssvc-try = この入力で見る
ssvc-note = 結果をメモに残す
