//! The table of who may: a new route is one line in [`TABLE`]. A route without a line, or a line without a route, fails the
//! test ([`crate::routers`]).

use crate::visitors::{ALL, DEVELOPERS, Kind, STAFF};

/// What a form of a route needs to be taken for a real one.
pub type Fields = &'static [(&'static str, &'static str)];

/// What somebody without an open session gets where a session is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// The way to the sign-in page.
    SignIn,
    /// The way to the page that asks for number and secret.
    Receipt,
    /// A refusal: the form belongs to a session.
    Refused,
    /// The way to the page that sends an operator a new link.
    Link,
    /// Nothing at all.
    Nothing,
}

/// A route and who may.
pub struct Line {
    pub method: &'static str,
    pub path: &'static str,
    /// Who may; all others find nothing.
    pub who: &'static [Kind],
    pub stranger: Stranger,
    /// Whether a form must carry the token of its session.
    pub token: bool,
    pub fields: Fields,
    /// Whether files come with the form.
    pub files: bool,
}

const fn show(path: &'static str, who: &'static [Kind]) -> Line {
    Line { method: "GET", path, who, stranger: Stranger::SignIn, token: false, fields: &[], files: false }
}

const fn send(path: &'static str, who: &'static [Kind], fields: Fields) -> Line {
    Line { method: "POST", path, who, stranger: Stranger::SignIn, token: true, fields, files: false }
}

impl Line {
    const fn with_files(mut self) -> Line {
        self.files = true;
        self
    }

    /// A form that needs no session, and so no token.
    const fn open(mut self) -> Line {
        self.token = false;
        self
    }

    /// Pages for people with accounts offer the sign-in to whoever holds a receipt or a link.
    pub fn wants_account(&self) -> bool {
        ["/desk", "/account", "/admin", "/committee"]
            .iter()
            .any(|part| self.path.starts_with(&format!("/{{lang}}{part}")))
    }

    const fn else_(mut self, stranger: Stranger) -> Line {
        self.stranger = stranger;
        self
    }
}

use Kind::{
    Administrator, Auditor, Coordinator, Desk, Finder, First, FirstLink, Member, Operator, OtherFinder, OtherLink,
    OtherMember, Second, SiteFinder, Third,
};

const ADMINISTRATOR: &[Kind] = &[Administrator];
const FINDERS: &[Kind] = &[Finder, OtherFinder, SiteFinder];
/// The finder of the main case alone.
const ITS_FINDER: &[Kind] = &[Finder];

/// The operator of the website.
const OPERATOR: &[Kind] = &[Operator];
/// The finder of that website's weakness.
const SITE_FINDER: &[Kind] = &[SiteFinder];

const DESK: &[Kind] = &[Desk];
const COORDINATOR: &[Kind] = &[Coordinator];

/// Developers that are in the main case.
const INVOLVED: &[Kind] = &[First, FirstLink, Second];
const MEMBERS: &[Kind] = &[First, Second, Third];
const PEOPLE: &[Kind] = &[Desk, Coordinator, First, Second, Third, Administrator, Auditor, Member, OtherMember];
const COMMITTEE: &[Kind] = &[Member, OtherMember];
/// The member who sits on the main case.
const SEATED: &[Kind] = &[Member];
const AUDITOR: &[Kind] = &[Auditor];
/// Everybody who acts for a party of a case.
const ACTING: &[Kind] = &[
    Desk,
    Coordinator,
    First,
    FirstLink,
    OtherLink,
    Second,
    Third,
    Finder,
    OtherFinder,
    Operator,
    SiteFinder,
    Member,
    OtherMember,
];
const NOBODY: &[Kind] = &[];
const OPEN_TO_ALL: &[Kind] = ALL;

/// Every route of the console, and who may.
pub const TABLE: &[Line] = &[
    show("/{lang}/sign-in", OPEN_TO_ALL),
    send("/{lang}/sign-in", OPEN_TO_ALL, &[("login", "desk"), ("password", "wrong"), ("code", "000000")]).open(),
    send("/{lang}/sign-out", Kind::WITH_SESSION, &[]).else_(Stranger::Refused),
    show("/{lang}/account", PEOPLE),
    send(
        "/{lang}/account",
        PEOPLE,
        &[("old", "wrong"), ("new", "long enough a word"), ("again", "long enough a word")],
    ),
    show("/{lang}/demo", NOBODY).else_(Stranger::Nothing),
    send("/{lang}/demo", NOBODY, &[("login", "desk")]).open().else_(Stranger::Nothing),
    send("/{lang}/demo/days", NOBODY, &[("days", "30")]).open().else_(Stranger::Nothing),
    show("/{lang}/report", OPEN_TO_ALL),
    show("/{lang}/report/{kind}", OPEN_TO_ALL),
    send("/{lang}/report/{kind}", OPEN_TO_ALL, &[("product_name", "のろし"), ("do", "confirm")]).open().with_files(),
    send("/{lang}/report/{kind}/draft", OPEN_TO_ALL, &[("product_name", "のろし")]).open(),
    show("/{lang}/report/{kind}/confirm", OPEN_TO_ALL),
    send("/{lang}/report/{kind}/confirm", OPEN_TO_ALL, &[]).open(),
    send("/{lang}/report/{kind}/receipt", OPEN_TO_ALL, &[]).open(),
    show("/{lang}/progress", OPEN_TO_ALL),
    send("/{lang}/progress", OPEN_TO_ALL, &[("number", "VR00000000"), ("secret", "wrong")]).open(),
    show("/{lang}/progress/lost", OPEN_TO_ALL),
    send("/{lang}/progress/lost", OPEN_TO_ALL, &[("number", "VR00000000"), ("mail", "a@b.example")]).open(),
    show("/{lang}/progress/link/{token}", OPEN_TO_ALL),
    send("/{lang}/progress/link/{token}", OPEN_TO_ALL, &[]).open(),
    show("/{lang}/progress/report", FINDERS).else_(Stranger::Receipt),
    show("/{lang}/progress/files/{file}", ITS_FINDER).else_(Stranger::Receipt),
    send("/{lang}/progress/message", FINDERS, &[("text", "進みは？"), ("send", "yes")])
        .else_(Stranger::Receipt)
        .with_files(),
    send("/{lang}/progress/message/draft", FINDERS, &[("text", "書きかけ")]).else_(Stranger::Receipt),
    send("/{lang}/progress/consents", FINDERS, &[("share_identity", "no")]).else_(Stranger::Receipt),
    send("/{lang}/progress/disclosure", FINDERS, &[("text", "知らせてもよいですか。")]).else_(Stranger::Receipt),
    send("/{lang}/progress/release", FINDERS, &[]).else_(Stranger::Receipt),
    show("/{lang}/progress/talk", FINDERS).else_(Stranger::Receipt),
    send("/{lang}/progress/talk/wish", ITS_FINDER, &[("case", "1")]).else_(Stranger::Receipt),
    send("/{lang}/progress/talk/answer", ITS_FINDER, &[("case", "1"), ("agrees", "yes")]).else_(Stranger::Receipt),
    send("/{lang}/progress/talk/message", ITS_FINDER, &[("case", "1"), ("text", "こんにちは。")])
        .else_(Stranger::Receipt),
    show("/{lang}/progress/operator", SITE_FINDER).else_(Stranger::Receipt),
    send("/{lang}/progress/operator/wish", SITE_FINDER, &[]).else_(Stranger::Receipt),
    send("/{lang}/progress/operator/answer", SITE_FINDER, &[("agrees", "yes")]).else_(Stranger::Receipt),
    send("/{lang}/progress/operator/message", SITE_FINDER, &[("text", "こんにちは。")]).else_(Stranger::Receipt),
    send("/{lang}/progress/withdraw", FINDERS, &[("reason", "勘違いでした。")]).else_(Stranger::Receipt),
    send("/{lang}/progress/secret", FINDERS, &[]).else_(Stranger::Receipt),
    send("/{lang}/progress/leave", FINDERS, &[]).else_(Stranger::Receipt),
    show("/{lang}/calendar", ACTING),
    send("/{lang}/calendar", ACTING, &[]),
    send("/{lang}/calendar/revoke", ACTING, &[]),
    show("/{lang}/calendar/{token}", OPEN_TO_ALL),
    show("/{lang}/subscribe", OPEN_TO_ALL),
    send("/{lang}/subscribe", OPEN_TO_ALL, &[("mail", "yomite@mail.example"), ("q", "のろし")]).open(),
    show("/{lang}/subscribe/confirm/{token}", OPEN_TO_ALL),
    send("/{lang}/subscribe/confirm/{token}", OPEN_TO_ALL, &[]).open(),
    show("/{lang}/subscriptions/{token}", OPEN_TO_ALL),
    send("/{lang}/subscriptions/{token}", OPEN_TO_ALL, &[("rhythm", "daily")]).open(),
    show("/{lang}/subscriptions/{token}/leave", OPEN_TO_ALL),
    send("/{lang}/subscriptions/{token}/leave", OPEN_TO_ALL, &[("List-Unsubscribe", "One-Click")]).open(),
    show("/{lang}/desk", PEOPLE),
    show("/{lang}/desk/audit", AUDITOR),
    send("/{lang}/desk/audit/verify", AUDITOR, &[]),
    show("/{lang}/desk/audit/cases/{number}", AUDITOR),
    show("/{lang}/desk/audit/cases/{number}/vultron", AUDITOR),
    show("/{lang}/desk/reports", DESK),
    show("/{lang}/desk/reports/{number}", DESK),
    show("/{lang}/desk/reports/{number}/files/{place}", DESK),
    send("/{lang}/desk/reports/{number}/accept", DESK, &[("confirmed", "complete"), ("reason", "受理します。")]),
    send("/{lang}/desk/reports/{number}/reject", DESK, &[("failed", "complete"), ("reason", "足りません。")]),
    send("/{lang}/desk/reports/{number}/join", DESK, &[("case", "VC00000000"), ("reason", "受理します。")]),
    send("/{lang}/desk/reports/{number}/accept-site", DESK, &[("reason", "受理します。"), ("tick_url", "yes")]),
    send("/{lang}/desk/reports/{number}/join-site", DESK, &[("site", "VW00000000"), ("reason", "受理します。")]),
    send("/{lang}/desk/reports/{number}/split", DESK, &[("tick_product", "yes"), ("content_product", "製品")]),
    send("/{lang}/desk/reports/{number}/reclassify", DESK, &[("kind", "website"), ("reason", "サイトです。")]),
    send("/{lang}/desk/reports/{number}/disclosure", DESK, &[("text", "お答えします。")]),
    send("/{lang}/desk/reports/{number}/delay", DESK, &[("text", "ご説明します。")]),
    send("/{lang}/desk/reports/{number}/release", DESK, &[]),
    send("/{lang}/desk/reports/{number}/read", DESK, &[("kind", "product")]),
    send("/{lang}/desk/reports/{number}/message", DESK, &[("text", "教えてください。"), ("question", "yes")]),
    send("/{lang}/desk/reports/{number}/owner", DESK, &[("owner", "desk")]),
    send("/{lang}/desk/reports/{number}/note", DESK, &[("text", "内部のメモ")]),
    send("/{lang}/desk/reports/{number}/high-impact", DESK, &[("high", "yes")]),
    show("/{lang}/desk/sites", DESK),
    show("/{lang}/desk/sites/bulk", DESK),
    send("/{lang}/desk/sites/bulk", DESK, &[("reason", "受理します。"), ("confirmed", "complete")]),
    show("/{lang}/desk/sites/figures", DESK),
    show("/{lang}/desk/sites/figures.csv", DESK),
    show("/{lang}/desk/sites/alerts", DESK),
    send("/{lang}/desk/sites/alerts", DESK, &[("title", "更新のお願い"), ("on", "2026-11-20")]),
    send("/{lang}/desk/sites/{number}/alert", DESK, &[("to-finder", "終えます。"), ("to-operator", "終えます。")]),
    show("/{lang}/desk/sites/{number}", DESK),
    show("/{lang}/desk/sites/{number}/operator", DESK),
    show("/{lang}/desk/sites/{number}/talk", DESK),
    show("/{lang}/desk/sites/{number}/outside", DESK),
    show("/{lang}/desk/sites/{number}/ending", DESK),
    send("/{lang}/desk/sites/{number}/do/{action}", DESK, &[("text", "内部のメモ")]),
    send("/{lang}/desk/sites/{number}/do/write", DESK, &[("text", "ご確認ください。")]).with_files(),
    show("/{lang}/desk/sites/{number}/files/{file}", DESK),
    show("/{lang}/desk/sites/{number}/told/{place}", DESK),
    show("/{lang}/desk/cases", STAFF),
    show("/{lang}/desk/cases/overseas", COORDINATOR),
    send("/{lang}/desk/cases/overseas", COORDINATOR, &[("coordinator", "CERT/CC"), ("number", "VU#123456")]),
    show("/{lang}/desk/cases/{number}", STAFF),
    show("/{lang}/desk/cases/{number}/files/{place}", STAFF),
    send("/{lang}/desk/cases/{number}/message", STAFF, &[("text", "お知らせします。")]).with_files(),
    send("/{lang}/desk/cases/{number}/ssvc", STAFF, &[("ssvc-rp", "N"), ("do", "note")]),
    send("/{lang}/desk/cases/{number}/owner", STAFF, &[("owner", "")]),
    send("/{lang}/desk/cases/{number}/note", STAFF, &[("text", "内部のメモ")]),
    send("/{lang}/desk/cases/{number}/influence", STAFF, &[("vector", VECTOR), ("users", "wide")]),
    send("/{lang}/desk/cases/{number}/hand-over", DESK, &[("tick_product", "yes"), ("content_product", "製品")]),
    send("/{lang}/desk/cases/{number}/day", COORDINATOR, &[("day", "2027-01-12"), ("reason", "準備のため")]),
    send(
        "/{lang}/desk/cases/{number}/signals",
        STAFF,
        &[("kind", "leaked"), ("seen_on", "2026-11-21"), ("note", "掲示板")],
    ),
    send("/{lang}/desk/cases/{number}/signals/{place}", COORDINATOR, &[("adopted", "yes")]),
    show("/{lang}/desk/cases/{number}/sent/{file}", STAFF),
    show("/{lang}/desk/cases/{number}/judgement", STAFF),
    send("/{lang}/desk/cases/{number}/judgement/papers/notice", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/papers/developer-result", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/papers/coordinator-result", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/papers/minutes", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/papers/confirmation", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/notify-impossible", COORDINATOR, &[]),
    show("/{lang}/desk/cases/{number}/further", STAFF),
    send("/{lang}/desk/cases/{number}/further/record-enquiry", STAFF, &[]),
    send("/{lang}/desk/cases/{number}/further/answer-enquiry", STAFF, &[]),
    send("/{lang}/desk/cases/{number}/further/propose-withdrawal", STAFF, &[]),
    send("/{lang}/desk/cases/{number}/further/co-sign-withdrawal", STAFF, &[]),
    send("/{lang}/desk/cases/{number}/further/decline-withdrawal", STAFF, &[]),
    send("/{lang}/desk/cases/{number}/further/bring-overseas-day", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/further/keep-day", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/further/merge-case", DESK, &[]),
    send("/{lang}/desk/cases/{number}/further/reject-cve", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/judgement/give-material", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/judgement/resume-coordination", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/judgement/judge-impossible", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/ask-material", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/convene-committee", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/declare-conflict", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/assess-condition", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/draft-judgement", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/announce-judgement", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/invite-opinion", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/give-opinion", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/hold-hearing", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/return-case", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/pass-judgement", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/ask-confirmation", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/record-confirmation", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/ask-view", DESK, &[]),
    send("/{lang}/desk/cases/{number}/judgement/set-judged-day", DESK, &[]),
    show("/{lang}/desk/cases/{number}/ending", STAFF),
    send("/{lang}/desk/cases/{number}/ending/drop", COORDINATOR, &[("ground", "no-influence"), ("reason", "確認済み")]),
    send("/{lang}/desk/cases/{number}/ending/stop", DESK, &[("ground", "small-influence"), ("reason", "終えます。")]),
    send("/{lang}/desk/cases/{number}/ending/resume", STAFF, &[("reason", "新しい事実")]),
    send(
        "/{lang}/desk/cases/{number}/ending/refusal",
        COORDINATOR,
        &[("developer", "1"), ("what", "publication"), ("statement", "応じません。")],
    ),
    send("/{lang}/desk/cases/{number}/ending/support", COORDINATOR, ENDED),
    show("/{lang}/desk/cases/{number}/outreach", STAFF),
    send(
        "/{lang}/desk/cases/{number}/outreach/nda",
        STAFF,
        &[("with", "Foreign CERT"), ("on", "2026-11-01"), ("reference", "契約7")],
    ),
    send("/{lang}/desk/cases/{number}/outreach/agreement", STAFF, &[("with", ""), ("address", "")]),
    send("/{lang}/desk/cases/{number}/outreach/disclose", STAFF, &[("ground", "product-in-use"), ("name", "甲")]),
    send("/{lang}/desk/cases/{number}/outreach/analysis", STAFF, &[("disclosure", "1"), ("result", "再現しました。")]),
    send("/{lang}/desk/cases/{number}/outreach/affects", STAFF, &[("summary", "派生製品にも影響します。")]),
    send("/{lang}/desk/cases/{number}/outreach/pass", COORDINATOR, &[("analysis", "1")]),
    send(
        "/{lang}/desk/cases/{number}/outreach/involve",
        COORDINATOR,
        &[("developer", "1"), ("involvement", "embeds"), ("wave", "2")],
    ),
    send("/{lang}/desk/cases/{number}/outreach/plan", COORDINATOR, &[("wave", "2"), ("day", "2026-12-01")]),
    send("/{lang}/desk/cases/{number}/outreach/open", COORDINATOR, &[("wave", "2")]),
    send("/{lang}/desk/cases/{number}/outreach/site", DESK, &[("developer", "1"), ("do", "none")]),
    send(
        "/{lang}/desk/cases/{number}/outreach/users",
        COORDINATOR,
        &[("developer", "1"), ("do", "allow"), ("text", "要請")],
    ),
    send("/{lang}/desk/cases/{number}/outreach/talk", STAFF, &[("talk", "1"), ("do", "decline")]),
    show("/{lang}/desk/cases/{number}/outreach/packages/{place}", COORDINATOR),
    show("/{lang}/desk/cases/{number}/outreach/packages/{place}/json", COORDINATOR),
    send(
        "/{lang}/desk/cases/{number}/together/involvement",
        COORDINATOR,
        &[("party", "1"), ("involvement", "embeds"), ("wave", "1")],
    ),
    send("/{lang}/desk/cases/{number}/developers", COORDINATOR, &[("developer", "{third}")]),
    show("/{lang}/desk/cases/{number}/developers/{place}", STAFF),
    send("/{lang}/desk/cases/{number}/developers/{place}/attempt", COORDINATOR, ATTEMPT),
    send("/{lang}/desk/cases/{number}/developers/{place}/link", COORDINATOR, &[("to", "psirt@maker.example")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/confirm", COORDINATOR, CONTACT),
    send("/{lang}/desk/cases/{number}/developers/{place}/release", COORDINATOR, &[("tick_product", "yes")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/message", COORDINATOR, &[("text", "こんにちは。")])
        .with_files(),
    show("/{lang}/desk/cases/{number}/developers/{place}/reach", STAFF),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/source", STAFF, &[("source", "site")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/ask", COORDINATOR, &[("note", "連絡先")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/attempt", COORDINATOR, ATTEMPT).with_files(),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/note", COORDINATOR, &[("attempt", "1")]).with_files(),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/letter", COORDINATOR, &[("organisation", "")]),
    show("/{lang}/desk/cases/{number}/developers/{place}/reach/files/{proof}", STAFF),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/name", COORDINATOR, &[("name", "みはらし")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/product", COORDINATOR, &[("product", "製品")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/deadline", COORDINATOR, &[("deadline", "2027-12-01")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/row", COORDINATOR, &[("name", "みはらし")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/delist", COORDINATOR, &[("reason", "mistake")]),
    send("/{lang}/desk/cases/{number}/developers/{place}/reach/resume", COORDINATOR, &[("note", "電話")]),
    show("/{lang}/desk/cases/{number}/developers/{place}/reach/notice", STAFF),
    send(
        "/{lang}/desk/cases/{number}/developers/{place}/reach/verifiable",
        DESK,
        &[("what", "yes"), ("reason", "手元で確かめた")],
    ),
    send(
        "/{lang}/desk/cases/{number}/developers/{place}/reach/worth",
        DESK,
        &[("what", "yes"), ("reason", "利用者が多い")],
    ),
    send(
        "/{lang}/desk/cases/{number}/developers/{place}/reach/individual",
        DESK,
        &[("what", "end"), ("reason", "影響が小さい")],
    ),
    send("/{lang}/desk/cases/{number}/together/link", COORDINATOR, &[("party", "1")]),
    send("/{lang}/desk/cases/{number}/together/release", COORDINATOR, &[("party", "1"), ("tick_product", "yes")]),
    show("/{lang}/desk/cases/{number}/advisory", STAFF),
    send("/{lang}/desk/cases/{number}/advisory", COORDINATOR, &[("title_ja", "題"), ("then", "preview")]),
    show("/{lang}/desk/cases/{number}/advisory/preview", STAFF),
    send("/{lang}/desk/cases/{number}/advisory/begin", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/advisory/show", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/advisory/approve", COORDINATOR, &[]),
    send("/{lang}/desk/cases/{number}/advisory/co-sign", DESK, &[]),
    send(
        "/{lang}/desk/cases/{number}/advisory/publish",
        COORDINATOR,
        &[("summary_ja", "更新"), ("summary_en", "Update")],
    ),
    show("/{lang}/desk/developers", COORDINATOR),
    show("/{lang}/desk/developers/new", COORDINATOR),
    send("/{lang}/desk/developers/new", COORDINATOR, &[("name", "のろし印刷"), ("mail", "psirt@print.example")]),
    show("/{lang}/desk/developers/{handle}", COORDINATOR),
    send("/{lang}/desk/developers/{handle}", COORDINATOR, &[("name", "のろし印刷"), ("mail", "psirt@print.example")]),
    send("/{lang}/desk/developers/{handle}/window", COORDINATOR, &[("looked_at", "窓口の応答"), ("do", "list")]),
    show("/{lang}/desk/mails", STAFF),
    send("/{lang}/desk/mails/{handle}/retry", STAFF, &[]),
    show("/{lang}/admin/accounts", ADMINISTRATOR),
    show("/{lang}/admin/accounts/new", ADMINISTRATOR),
    send("/{lang}/admin/accounts/new", ADMINISTRATOR, ACCOUNT),
    send("/{lang}/admin/accounts/{login}/totp", ADMINISTRATOR, &[]),
    send("/{lang}/admin/accounts/{login}/close", ADMINISTRATOR, &[]),
    show("/{lang}/admin/accounts/{login}/term", ADMINISTRATOR),
    send("/{lang}/admin/accounts/{login}/term", ADMINISTRATOR, &[("field", "law"), ("affiliation", "大学")]),
    show("/{lang}/committee", COMMITTEE),
    show("/{lang}/committee/{number}", SEATED),
    show("/{lang}/committee/{number}/files/{place}", SEATED),
    send("/{lang}/committee/{number}/vote", SEATED, &[("condition", "cannot-coordinate")]),
    send("/{lang}/committee/{number}/debate", SEATED, &[("condition", "cannot-coordinate"), ("note", "")]),
    send("/{lang}/committee/{number}/conflict", SEATED, &[("reason", "")]),
    show("/{lang}/desk/sites/{number}/letter", DESK),
    send("/{lang}/desk/sites/{number}/letter.pdf", DESK, &[("means", "post"), ("organisation", "こまち書店")]),
    send("/{lang}/desk/sites/{number}/call", DESK, &[("phone", "03-0000-0000"), ("mail", "a@b.example")]),
    send("/{lang}/desk/sites/{number}/words", DESK, &[("means", "web-form"), ("to", "https://a.example/ask")]),
    show("/{lang}/operator/again", OPEN_TO_ALL),
    send("/{lang}/operator/again", OPEN_TO_ALL, &[("number", "VW00000000"), ("mail", "a@b.example")]).open(),
    show("/{lang}/operator/{token}", OPEN_TO_ALL),
    send("/{lang}/operator/{token}", OPEN_TO_ALL, &[]).open(),
    show("/{lang}/operator", OPERATOR).else_(Stranger::Link),
    show("/{lang}/operator/files/{file}", OPERATOR).else_(Stranger::Link),
    send("/{lang}/operator/details", OPERATOR, &[]).else_(Stranger::Link),
    send("/{lang}/operator/answer", OPERATOR, &[("form", "fixed"), ("answer", "fixed")]).else_(Stranger::Link),
    send("/{lang}/operator/forward", OPERATOR, &[("to", "まちの制作社")]).else_(Stranger::Link),
    send("/{lang}/operator/message", OPERATOR, &[("text", "どの部品ですか。")]).else_(Stranger::Link).with_files(),
    send("/{lang}/operator/consent", OPERATOR, &[("what", "analysis"), ("agrees", "yes")]).else_(Stranger::Link),
    send("/{lang}/operator/leak", OPERATOR, &[("url", "https://a.example/")]).else_(Stranger::Link),
    send("/{lang}/operator/take-back", OPERATOR, &[]).else_(Stranger::Link),
    send("/{lang}/operator/wish", OPERATOR, &[]).else_(Stranger::Link),
    send("/{lang}/operator/talk", OPERATOR, &[("agrees", "yes")]).else_(Stranger::Link),
    send("/{lang}/operator/direct", OPERATOR, &[("place", "1"), ("text", "こんにちは。")]).else_(Stranger::Link),
    send("/{lang}/operator/leave", OPERATOR, &[]).else_(Stranger::Link),
    show("/{lang}/answer", OPEN_TO_ALL),
    send("/{lang}/answer", OPEN_TO_ALL, &[("number", "VC00000000"), ("mail", "a@b.example")]).open(),
    show("/{lang}/answer/{token}", OPEN_TO_ALL),
    send("/{lang}/answer/{token}", OPEN_TO_ALL, &[]).open(),
    show("/{lang}/developer", DEVELOPERS),
    show("/{lang}/developer/cases", DEVELOPERS),
    show("/{lang}/developer/entry", MEMBERS),
    send("/{lang}/developer/entry", MEMBERS, &[("manager", "烽"), ("mail", "psirt@maker.example")]),
    show("/{lang}/developer/cases/{number}", INVOLVED),
    show("/{lang}/developer/cases/{number}/files/{file}", INVOLVED),
    send("/{lang}/developer/cases/{number}/confirm", INVOLVED, &[("person", "烽"), ("mail", "a@maker.example")]),
    send("/{lang}/developer/cases/{number}/verification", INVOLVED, &[("result", "affected")]),
    send("/{lang}/developer/cases/{number}/countermeasure", INVOLVED, &[("fix", "更新します。")]),
    send("/{lang}/developer/cases/{number}/status", INVOLVED, &[("affected", "affected")]),
    send("/{lang}/developer/cases/{number}/day", INVOLVED, &[("day", "2027-01-10"), ("comment", "この日に。")]),
    send("/{lang}/developer/cases/{number}/comment", INVOLVED, &[("agrees", "yes"), ("comment", "はい。")]),
    send("/{lang}/developer/cases/{number}/signal", INVOLVED, &[("kind", "leaked"), ("note", "掲示板")]),
    send("/{lang}/developer/cases/{number}/refusal", INVOLVED, &[("what", "fix"), ("statement", "直しません。")]),
    send("/{lang}/developer/cases/{number}/support", INVOLVED, ENDED),
    send("/{lang}/developer/cases/{number}/acknowledge", INVOLVED, &[]),
    send("/{lang}/developer/cases/{number}/site", INVOLVED, &[("why", "再現できません。")]),
    send(
        "/{lang}/developer/cases/{number}/users",
        INVOLVED,
        &[("whom", "官公庁"), ("day", "2026-12-24"), ("how", "直接")],
    ),
    send("/{lang}/developer/cases/{number}/told", INVOLVED, &[("all", "no"), ("evidence", "")]),
    send("/{lang}/developer/cases/{number}/wish", INVOLVED, &[]),
    send("/{lang}/developer/cases/{number}/talk", INVOLVED, &[("agrees", "yes")]),
    send("/{lang}/developer/cases/{number}/direct", INVOLVED, &[("text", "こんにちは。")]),
    send("/{lang}/developer/cases/{number}/opinion", INVOLVED, &[("text", "意見です。")]),
    send("/{lang}/developer/cases/{number}/view", INVOLVED, &[("shown", "no")]),
    send("/{lang}/developer/cases/{number}/message", INVOLVED, &[("text", "こんにちは。")]).with_files(),
];

const VECTOR: &str = "CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N";
const ENDED: Fields = &[
    ("developer", "1"),
    ("product", "みはらしポータル 2"),
    ("ended_on", "2026-03-31"),
    ("fix", "none"),
    ("agrees", "yes"),
];
const CONTACT: Fields = &[("person", "烽"), ("mail", "psirt@maker.example")];
const ACCOUNT: Fields = &[
    ("role", "coordinator"),
    ("name", "新人"),
    ("login", "newcomer"),
    ("mail", "a@noroshi.example"),
    ("language", "ja"),
];
const ATTEMPT: Fields =
    &[("means", "mail"), ("to", "psirt@maker.example"), ("on", "2026-11-21"), ("outcome", "waiting"), ("note", "")];

#[test]
fn both_bodies_are_the_staff() {
    assert_eq!(STAFF, &[Desk, Coordinator]);
    assert!(!INVOLVED.contains(&OtherLink) && !INVOLVED.contains(&Third));
}
