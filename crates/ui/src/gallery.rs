//! The gallery: every component with the words of a real desk, to look at and to test. All names are invented.

use std::sync::Arc;

use askama::Template;
use jiff::Timestamp;
use jiff::civil::{Date, date};

use crate::dates::Zone;
use crate::field::Choice;
use crate::form::Form;
use crate::icon::Mark;
use crate::page::{Frame, NavItem, SignedIn, Site};
use crate::progress::{Happening, When};
use crate::query::Query;
use crate::text::Lang;

/// One line of the sample queue.
struct Row {
    number: &'static str,
    title: &'static str,
    mark: Mark,
    stage: &'static str,
    score: u8,
    turn: &'static str,
    due: Date,
}

/// One product of the sample advisory's vendor table.
struct Vendor {
    name: &'static str,
    mark: Mark,
    status: &'static str,
    since: Date,
}

/// The page with every component.
#[derive(Template)]
#[template(path = "gallery.html")]
pub struct Gallery {
    frame: Frame,
    wrong: Form,
    form: Form,
    kinds: Vec<Choice>,
    consents: Vec<Choice>,
    stages: Vec<Choice>,
    happenings: Vec<Happening>,
    rows: Vec<Row>,
    vendors: Vec<Vendor>,
    query: Query,
    tabs: Vec<NavItem>,
    noon: Timestamp,
}

/// The day on which the gallery is looked at: Monday.
const TODAY: Date = date(2026, 11, 16);

impl Gallery {
    /// The gallery in one language.
    #[must_use]
    pub fn sample(lang: Lang) -> Self {
        Gallery {
            frame: frame(lang),
            wrong: wrong_form(lang),
            form: filled_form(lang),
            kinds: kinds(lang),
            consents: consents(lang),
            stages: stages(lang),
            happenings: happenings(lang),
            rows: rows(lang),
            vendors: vendors(lang),
            query: Query::parse("gallery.html?kind=product&sort=due"),
            tabs: vec![
                NavItem::new("#all", lang.pick("すべて", "All")).count(1284).current(true),
                NavItem::new("#mine", lang.pick("自分の担当", "Mine")).count(12),
                NavItem::new("#waiting", lang.pick("返事待ち", "Waiting for others")).count(41),
            ],
            noon: Timestamp::from_second(1_795_230_000).unwrap_or_default(),
        }
    }
}

/// The frame of the gallery, with everything that a frame can have.
#[must_use]
pub fn frame(lang: Lang) -> Frame {
    let site = Site {
        name_ja: "のろし 脆弱性情報窓口".into(),
        name_en: "Noroshi vulnerability desk".into(),
        operator_ja: "見本組織 情報セキュリティセンター".into(),
        operator_en: "Sample Organisation, Information Security Centre".into(),
        zone: Zone::jst(),
    };
    let mut frame = Frame::new(Arc::new(site), lang, TODAY, format!("/{lang}/index.html"));
    frame.nav = vec![
        NavItem::new("#day", lang.pick("今日の仕事", "My day")).current(true).count(7),
        NavItem::new("#queue", lang.pick("届出一覧", "Reports")).count(1284),
        NavItem::new("#register", lang.pick("製品開発者リスト", "Developer register")),
        NavItem::new("#advisories", lang.pick("アドバイザリ", "Advisories")),
        NavItem::new("#rules", lang.pick("規則", "Rules")),
    ];
    frame.foot = vec![
        NavItem::new("#about", lang.pick("この窓口について", "About this desk")),
        NavItem::new("#privacy", lang.pick("個人情報の取扱い", "Privacy")),
        NavItem::new("#accessibility", lang.pick("ウェブアクセシビリティ", "Accessibility")),
    ];
    frame.signed_in = Some(SignedIn {
        name: lang.pick("佐藤 花子", "SATO Hanako").into(),
        role: lang.pick("受付機関", "Receiving body").into(),
        settings: "#settings".into(),
        sign_out: "#sign-out".into(),
    });
    frame.demo = Some("#people".into());
    frame.csrf = "sample".into();
    frame
}

fn wrong_form(lang: Lang) -> Form {
    let mut form = Form::new(lang).with_ids("wrong").filled([
        ("product", lang.pick("見本会計クラウド", "Mihon Accounting Cloud")),
        ("version", ""),
        ("mail", "hanako.example.jp"),
    ]);
    form.wrong("version", lang.pick("バージョンを入力してください。", "Enter the version."));
    let mail = lang.pick(
        "メールアドレスの形式が正しくありません。例：name@example.jp",
        "This is not a mail address. Example: name@example.jp",
    );
    form.wrong("mail", mail);
    form
}

fn filled_form(lang: Lang) -> Form {
    Form::new(lang).filled([
        ("kind", "product"),
        ("consent", "finder-name"),
        ("title_ja", "見本会計クラウドにおけるクロスサイトスクリプティングの脆弱性"),
        ("title_en", "Cross-site scripting vulnerability in Mihon Accounting Cloud"),
        (
            "summary_ja",
            "見本ソフト株式会社が提供する見本会計クラウドには、取引先名の表示処理に不備があり、\
             クロスサイトスクリプティング (CWE-79) の脆弱性が存在します。",
        ),
        ("stage", "details"),
    ])
}

fn kinds(lang: Lang) -> Vec<Choice> {
    vec![
        Choice::new("product", lang.pick("ソフトウェア製品", "A software product")).hint(lang.pick(
            "配布・販売されているもの。組込み機器も含みます。",
            "Anything distributed or sold, devices included.",
        )),
        Choice::new("website", lang.pick("ウェブサイト", "A website"))
            .hint(lang.pick("特定のサイトで動いているもの。", "Something that runs at one particular site.")),
        Choice::new("own", lang.pick("自社の製品", "Our own product"))
            .hint(lang.pick("開発者ご自身による届出。", "A report by the developer itself.")),
    ]
}

fn consents(lang: Lang) -> Vec<Choice> {
    vec![
        Choice::new("finder-name", lang.pick("氏名を製品開発者に伝えてよい", "The developer may know my name")),
        Choice::new(
            "direct-contact",
            lang.pick("製品開発者と直接やりとりしてよい", "The developer may contact me directly"),
        ),
        Choice::new("credit", lang.pick("公表時の謝辞に氏名を載せてよい", "My name may stand in the acknowledgement"))
            .denied(lang.pick("氏名を伝えない場合は選べません。", "Only with your name known.")),
    ]
}

fn stages(lang: Lang) -> Vec<Choice> {
    vec![
        Choice::new("", lang.pick("すべての段階", "All stages")),
        Choice::new("received", lang.pick("受理を判断中", "Acceptance being decided")),
        Choice::new("details", lang.pick("詳細情報を連絡済み", "Details sent")),
        Choice::new("agreed", lang.pick("公表日決定", "Date agreed")),
    ]
}

fn happenings(lang: Lang) -> Vec<Happening> {
    let at = |second| When::At(Timestamp::from_second(second).unwrap_or_default());
    vec![
        Happening::new(at(1_793_754_120), lang.pick("届出を受け付けました", "The report arrived"))
            .who(lang.pick("発見者", "Finder")),
        Happening::new(at(1_793_927_400), lang.pick("追加の質問を送りました", "A question was sent"))
            .who(lang.pick("受付機関", "Receiving body"))
            .body(lang.pick(
                "ご届出ありがとうございます。再現手順の3番で使われたブラウザの種類と版をお知らせいただけますか。\n\nお急ぎのところ恐れ入りますが、11月20日までにご返信いただけると幸いです。",
                "Thank you for your report. Which browser, and which version of it, did you use in step 3?\n\nWe would be glad to have your answer by 20 November.",
            ))
            .seen_by(lang.pick("発見者と受付機関", "the finder and the receiving body")),
        Happening::new(When::On(date(2026, 11, 12)), lang.pick("受理しました", "The report was accepted"))
            .who(lang.pick("受付機関", "Receiving body")),
        Happening::new(When::On(date(2026, 12, 27)), lang.pick("公表の目標日", "Target day of publication")).to_come(),
    ]
}

fn rows(lang: Lang) -> Vec<Row> {
    vec![
        Row {
            number: "48210375",
            title: lang.pick(
                "見本会計クラウドの取引先名におけるクロスサイトスクリプティング",
                "Cross-site scripting in Mihon Accounting Cloud",
            ),
            mark: Mark::Active,
            stage: lang.pick("受理を判断中", "Acceptance being decided"),
            score: 61,
            turn: lang.pick("受付機関", "Receiving body"),
            due: date(2026, 11, 13),
        },
        Row {
            number: "90417726",
            title: lang.pick("ルータ MHN-1200 の認証不備", "Missing authentication in router MHN-1200"),
            mark: Mark::Active,
            stage: lang.pick("製品開発者へ連絡中", "Contacting the developer"),
            score: 98,
            turn: lang.pick("調整機関", "Coordinator"),
            due: date(2026, 11, 16),
        },
        Row {
            number: "13588042",
            title: lang.pick(
                "ファイル共有ソフト「見本箱」のパストラバーサル",
                "Path traversal in the file sharing tool Mihonbako",
            ),
            mark: Mark::Waiting,
            stage: lang.pick("検証結果待ち", "Waiting for verification"),
            score: 75,
            turn: lang.pick("製品開発者", "Developer"),
            due: date(2026, 11, 20),
        },
        Row {
            number: "77120963",
            title: lang.pick("図書館予約システムのSQLインジェクション", "SQL injection in a library booking system"),
            mark: Mark::Done,
            stage: lang.pick("公表日決定", "Date agreed"),
            score: 32,
            turn: lang.pick("調整機関", "Coordinator"),
            due: date(2027, 1, 8),
        },
    ]
}

fn vendors(lang: Lang) -> Vec<Vendor> {
    vec![
        Vendor {
            name: lang.pick("見本ソフト株式会社", "Mihon Software Co., Ltd."),
            mark: Mark::Urgent,
            status: lang.pick("該当製品あり", "Affected"),
            since: date(2026, 11, 16),
        },
        Vendor {
            name: lang.pick("例示電機株式会社", "Reiji Electric Co., Ltd."),
            mark: Mark::Active,
            status: lang.pick("該当製品あり（調査中）", "Affected (investigating)"),
            since: date(2026, 11, 12),
        },
        Vendor {
            name: lang.pick("架空システムズ合同会社", "Kaku Systems LLC"),
            mark: Mark::Done,
            status: lang.pick("該当製品なし", "Not affected"),
            since: date(2026, 11, 9),
        },
    ]
}
