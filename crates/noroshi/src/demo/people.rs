//! The people of the demo: two at each desk, two developers, three members of the committee, one administrator, one
//! auditor.

use casework::accounts::NewAccount;
use console::DemoPerson;
use rulebook::case::judgement::Field;
use rulebook::party::Role;
use rulebook::text::Language;

/// What somebody of the demo may be, before developers have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// At the desk of the receiving body.
    Desk,
    /// At the coordinator.
    Coordinator,
    /// Of the developer with this key.
    Developer(&'static str),
    /// On the publication committee: an expert of this, who belongs there.
    Member(Field, &'static str),
    /// Looks after accounts.
    Administrator,
    /// Proves that the journal is whole.
    Auditor,
}

/// Somebody of the demo.
pub struct Somebody {
    /// Login name.
    pub login: &'static str,
    /// Name.
    pub name: &'static str,
    /// Mail address.
    pub mail: &'static str,
    /// Language of the pages.
    pub language: Language,
    /// What this one may be.
    pub part: Part,
    /// What this one does, in Japanese.
    pub does_ja: &'static str,
    /// And in English.
    pub does_en: &'static str,
}

/// Everybody.
pub const PEOPLE: [Somebody; 11] = [
    Somebody {
        login: "hayami",
        name: "速水 灯",
        mail: "hayami@mihari.example",
        language: Language::Ja,
        part: Part::Desk,
        does_ja: "受付の窓口。届いた届出を読み、発見者に尋ね、受理を判断し、調整機関に引き継ぎます。",
        does_en: "At the reception desk: reads new reports, asks finders, decides on acceptance, hands over.",
    },
    Somebody {
        login: "mori",
        name: "森 あおい",
        mail: "mori@mihari.example",
        language: Language::Ja,
        part: Part::Desk,
        does_ja: "受付の責任者。影響度を評価し、公表する文面に受付機関として署名します。",
        does_en: "Head of the reception desk: rates influence, co-signs the text of advisories.",
    },
    Somebody {
        login: "kitamura",
        name: "北村 遼",
        mail: "kitamura@noroshi.example",
        language: Language::Ja,
        part: Part::Coordinator,
        does_ja: "調整の担当。製品開発者と連絡をとり、詳細を伝え、公表日を決めます。",
        does_en: "A coordinator: contacts developers, sends details, agrees on the day.",
    },
    Somebody {
        login: "okonkwo",
        name: "Adaeze Okonkwo",
        mail: "okonkwo@noroshi.example",
        language: Language::En,
        part: Part::Coordinator,
        does_ja: "調整の担当。海外の製品開発者と英語でやりとりし、公表する文面を書いて承認します。",
        does_en: "A coordinator: works with makers abroad, writes and approves advisories.",
    },
    Somebody {
        login: "takase",
        name: "高瀬 由香",
        mail: "takase@kogane-soft.example",
        language: Language::Ja,
        part: Part::Developer("kogane"),
        does_ja: "こがね瓦ソフトウェアの脆弱性対策の窓口。検証結果、対策方法、対応状況を伝えます。",
        does_en: "Answers for Koganegawara Software: verification, countermeasures, status.",
    },
    Somebody {
        login: "lindqvist",
        name: "Elin Lindqvist",
        mail: "elin@tallkotte.example",
        language: Language::En,
        part: Part::Developer("tallkotte"),
        does_ja: "海外の機器メーカー Tallkotte Networks のPSIRT。英語の画面で答えます。",
        does_en: "PSIRT of the maker Tallkotte Networks abroad: answers in English.",
    },
    Somebody {
        login: "horiguchi",
        name: "堀口 律",
        mail: "horiguchi@kanata-u.example",
        language: Language::Ja,
        part: Part::Member(Field::Law, "かなた大学 法学部"),
        does_ja: "公表判定委員（法律）。資料と意見を読み、四条件のそれぞれに票を入れます。",
        does_en: "On the publication committee (law): reads the papers and votes on the four conditions.",
    },
    Somebody {
        login: "saegusa",
        name: "三枝 守",
        mail: "saegusa@tomoshibi.example",
        language: Language::Ja,
        part: Part::Member(Field::Security, "ともしび情報セキュリティ研究所"),
        does_ja: "公表判定委員（サイバーセキュリティ）。議論する点を挙げ、すでに票を入れています。",
        does_en: "On the publication committee (security): has marked a point to debate and voted.",
    },
    Somebody {
        login: "tokiwa",
        name: "常盤 みのり",
        mail: "tokiwa@software-kyokai.example",
        language: Language::Ja,
        part: Part::Member(Field::Product, "架空ソフトウェア協会"),
        does_ja: "公表判定委員（製品分野）。利害関係を申し出た案件は見られません。",
        does_en: "On the publication committee (products): does not see the case in which she declared an interest.",
    },
    Somebody {
        login: "kanri",
        name: "管理 担当",
        mail: "kanri@mihari.example",
        language: Language::Ja,
        part: Part::Administrator,
        does_ja: "アカウントの管理者。案件は見られません。",
        does_en: "Looks after accounts, and sees no case.",
    },
    Somebody {
        login: "kansa",
        name: "監査 担当",
        mail: "kansa@mihari.example",
        language: Language::Ja,
        part: Part::Auditor,
        does_ja: "監査の担当。記録が欠けても書き換えられてもいないことを確かめます。内容と名前は見られません。",
        does_en: "Proves that the journal is whole. Sees no text and no name.",
    },
];

impl Somebody {
    /// The account to make.
    #[must_use]
    pub fn account(&self, role: Role) -> NewAccount {
        NewAccount {
            login: self.login.into(),
            name: self.name.into(),
            mail: self.mail.into(),
            role,
            language: self.language,
        }
    }
}

/// Who one can be, as the demo's page lists them.
#[must_use]
pub fn cast() -> Vec<DemoPerson> {
    let person = |somebody: &Somebody| DemoPerson {
        login: somebody.login.into(),
        part: (somebody.does_ja.into(), somebody.does_en.into()),
    };
    PEOPLE.iter().map(person).collect()
}
