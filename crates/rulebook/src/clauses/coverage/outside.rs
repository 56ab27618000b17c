//! What no program can do, with the reason.

use super::Words;

/// Clauses that are for people alone, with the reason.
pub(super) static OUTSIDE: &[(&[&str], Words)] = &[
    (
        &["Ⅰ"],
        Words::new((
            "目的を述べた箇所です。プログラム全体がこのためにあります。",
            "It states the purpose, which the program as a whole serves.",
        )),
    ),
    (
        &[
            "Ⅱ.1",
            "Ⅱ.5",
            "Ⅱ.6",
            "Ⅱ.7",
            "Ⅱ.9",
            "Ⅱ.9.1",
            "Ⅱ.9.2",
            "Ⅱ.9.2.注1",
            "Ⅱ.11",
            "Ⅱ.12",
            "Ⅱ.13",
            "付録1.1",
            "付録1.5",
            "付録1.7",
        ],
        Words::new((
            "言葉の意味です。当てはまるかどうかは人が判断します。",
            "It gives the meaning of a word; people judge whether it applies.",
        )),
    ),
    (
        &["Ⅳ.2.2", "Ⅴ.2.1"],
        Words::new((
            "発見者が調べるときの心得です。届出より前のことで、プログラムは関われません。",
            "It concerns how finders search, before there is a report; no program can see to it.",
        )),
    ),
    (
        &["Ⅳ.2.4.第3段"],
        Words::new((
            "発見者の手元での管理です。プログラムは関われません。",
            "It concerns how finders keep what they have; no program of ours can see to it.",
        )),
    ),
    (
        &["Ⅳ.5.9", "Ⅴ.4.4", "Ⅴ.4.4.第2段"],
        Words::new((
            "開発者や運営者の組織の中での管理です。プログラムは関われません。",
            "It concerns how developers and operators keep information inside; no program of ours can see to it.",
        )),
    ),
    (
        &["Ⅴ.4.5.第2段"],
        Words::new(("運営者が本人に直接答えることです。", "Operators answer the people concerned themselves.")),
    ),
    (
        &["Ⅴ.3.4.第2段", "付録6.1", "付録6.2", "付録6.4"],
        Words::new((
            "製品やサービスの提供者が自ら行うことです。",
            "Makers of products and services do this themselves.",
        )),
    ),
    (
        &["Ⅳ.4.8.第3段"],
        Words::new((
            "制度の運用を人が見直すことです。見直した結果は版のデータに入ります。",
            "People review the practice; what they decide becomes edition data.",
        )),
    ),
];
