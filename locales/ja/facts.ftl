# ほかの機関による評価：脆弱性ごとに、いつの時点のものかを添えて示す。
portal-fact-epss = EPSS：30日以内に悪用される確率 { $probability }（{ $on }時点、FIRSTによる推定）
portal-fact-kev = 悪用が確認されています（CISAのKEVに{ $on }に掲載）
portal-fact-kev-ransomware = 悪用が確認されています。ランサムウェア攻撃にも使われています（CISAのKEVに{ $on }に掲載）
portal-fact-ssvc = { $said }（{ $on }時点）
