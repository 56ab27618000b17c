//! What all tests of the rulebook share: the edition, a cast of invented parties, and a road to walk.

#![allow(dead_code, reason = "every test file uses another part of it")]

pub mod histories;
pub mod judged;
pub mod notifications;
pub mod other_worlds;
pub mod parts;
pub mod said;
pub mod silent;
pub mod site_histories;
pub mod site_notifications;
pub mod sites;
pub mod stops;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::advisory::{AdvisoryContent, AffectedProduct, VendorEntry};
use rulebook::calendar::{Calendar, MonthDay};
use rulebook::case::decide::CaseCommand;
use rulebook::case::file::FileEvent;
use rulebook::case::notices;
use rulebook::case::{
    Affectedness, AttemptOutcome, CaseContent, CaseFile, CaseState, ContactMeans, ContentField, Countermeasure, Notice,
    ProductStatus, StatusStatement, Verification, VerificationResult, Weighing,
};
use rulebook::edition::{Edition, Rules};
use rulebook::ids::{AccountId, AdvisoryId, AttachmentId, BodyId, CaseId, DeveloperId, PersonId, ReportId};
use rulebook::influence::RangeFactors;
use rulebook::moment::{Moment, instant_of};
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::form::{Answer, Consents, ReportKind};
use rulebook::report::{AcceptReport, Attachment, Channel, Condition, ReportCommand, ReportEvent, ReportState, accept};
use rulebook::text::{Language, Localized};
use uuid::Uuid;

/// The 12th edition, as the program ships it.
pub fn edition() -> &'static Edition {
    static EDITION: OnceLock<Edition> = OnceLock::new();
    let text = include_str!("../../../../editions/2019.toml");
    EDITION.get_or_init(|| toml::from_str(text).expect("the 2019 edition is a whole edition"))
}

/// The edition with a calendar that knows weekends and New Year only.
pub fn rules() -> Rules<'static> {
    static CALENDAR: OnceLock<Calendar> = OnceLock::new();
    let calendar = CALENDAR.get_or_init(|| Calendar {
        holidays: BTreeSet::new(),
        year_end_from: MonthDay { month: 12, day: 29 },
        year_end_to: MonthDay { month: 1, day: 3 },
    });
    Rules { edition: edition(), calendar }
}

pub const fn uuid(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + n)
}

pub const REPORT: ReportId = ReportId(uuid(0x11));
pub const OTHER_REPORT: ReportId = ReportId(uuid(0x12));
pub const CASE: CaseId = CaseId(uuid(0x21));
/// Another case, that may prove to be the same.
pub const OTHER_CASE: CaseId = CaseId(uuid(0x22));
pub const ADVISORY: AdvisoryId = AdvisoryId(uuid(0x31));
pub const PERSON: PersonId = PersonId(uuid(0x41));
/// Miharashi, who makes the product.
pub const MIHARASHI: DeveloperId = DeveloperId(uuid(0x51));
/// Tomoshibi, who builds it in.
pub const TOMOSHIBI: DeveloperId = DeveloperId(uuid(0x52));
/// A developer of the register that is on another case.
pub const ELSEWHERE: DeveloperId = DeveloperId(uuid(0x53));
pub const DESK_ACCOUNT: AccountId = AccountId(uuid(0x61));
pub const MEMBER_ACCOUNT: AccountId = AccountId(uuid(0x63));
pub const OTHER_MEMBER_ACCOUNT: AccountId = AccountId(uuid(0x64));
pub const COORDINATOR_ACCOUNT: AccountId = AccountId(uuid(0x62));
/// Handed over and released.
pub const SCREENSHOT: AttachmentId = AttachmentId(uuid(0x71));
/// Kept by the receiving body.
pub const LETTER: AttachmentId = AttachmentId(uuid(0x72));

pub const FINDER: Party = Party::Finder(REPORT);
pub const OTHER_FINDER: Party = Party::Finder(OTHER_REPORT);
pub const DESK: Party = Party::ReceivingBody;
pub const COORDINATOR: Party = Party::Coordinator;
pub const MAKER: Party = Party::Developer(MIHARASHI);
pub const BUILDER: Party = Party::Developer(TOMOSHIBI);
pub const STRANGER: Party = Party::Developer(ELSEWHERE);

/// Two members of the publication committee.
pub const MEMBER: Party = Party::Member(MEMBER_ACCOUNT);
pub const OTHER_MEMBER: Party = Party::Member(OTHER_MEMBER_ACCOUNT);

/// Every party that a rule may be asked about.
pub const PARTIES: [Party; 10] =
    [FINDER, OTHER_FINDER, DESK, COORDINATOR, MAKER, BUILDER, STRANGER, Party::Program, MEMBER, OTHER_MEMBER];

pub const fn body(n: u128) -> BodyId {
    BodyId(uuid(0x1000 + n))
}

pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Ten in the morning of a day, in Japan.
pub fn morning(text: &str) -> Moment {
    on(day(text))
}

pub fn on(day: Date) -> Moment {
    Moment::new(instant_of(day, 10, 9).expect("a day of our time"), 9)
}

pub const fn consents(share: Answer, publish: Answer) -> Consents {
    Consents { share_identity: share, direct_contact: Answer::No, publish_name: publish }
}

/// A product report that came through the web form.
pub fn received(consents: Consents, moment: Moment) -> ReportEvent {
    ReportEvent::ReportReceived {
        number: "R-10000001".into(),
        kind: Some(ReportKind::Product),
        language: Language::Ja,
        channel: Channel::WebForm,
        person: PERSON,
        form: body(1),
        original: None,
        title: "みはらしポータル：XSS".into(),
        consents,
        problems: vec![],
        needs_reading: false,
        attachments: vec![file(SCREENSHOT, "screen.png"), file(LETTER, "letter-with-my-name.pdf")],
        on: moment.today,
    }
}

pub fn file(id: AttachmentId, name: &str) -> Attachment {
    Attachment { id, name: name.into(), size: 4_096 }
}

/// What the desk approved at acceptance; the notes stay with it.
pub fn content() -> CaseContent {
    CaseContent {
        product: "みはらしポータル".into(),
        developer: "みはらし".into(),
        versions: "3.2.0 まで".into(),
        kind: "クロスサイト・スクリプティング".into(),
        steps: "(1) 検索欄に細工した文字列を入れる".into(),
        threat: "セッションを奪われる".into(),
        proof: "<script>".into(),
        notes: "発見者の勤め先が分かる事情".into(),
        ..CaseContent::default()
    }
}

/// The copy for the coordinator: everything but the notes.
pub fn copy() -> CaseContent {
    CaseContent { notes: String::new(), ..content() }
}

/// What a developer gets of it: everything but the proof.
pub const RELEASED: [ContentField; 6] = [
    ContentField::Product,
    ContentField::Developer,
    ContentField::Versions,
    ContentField::Kind,
    ContentField::Steps,
    ContentField::Threat,
];

pub fn accepting() -> AcceptReport {
    AcceptReport {
        confirmed: Condition::ALL.to_vec(),
        reason: body(2),
        case: CASE,
        case_number: "C-20000001".into(),
        content: content(),
        edition: "2019".into(),
        wished_day: None,
    }
}

pub fn hand_over() -> CaseCommand {
    CaseCommand::HandOver { content: copy(), attachments: vec![SCREENSHOT] }
}

pub fn rate() -> CaseCommand {
    let factors = RangeFactors::default();
    CaseCommand::RateInfluence {
        vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N".into(),
        score_tenths: 61,
        v4: None,
        factors,
    }
}

pub fn add(developer: DeveloperId) -> CaseCommand {
    CaseCommand::AddDeveloper { developer, name: name_of(developer).into() }
}

pub fn name_of(developer: DeveloperId) -> &'static str {
    match developer {
        MIHARASHI => "株式会社みはらし",
        TOMOSHIBI => "ともしび合同会社",
        _ => "よその開発者",
    }
}

pub fn attempt(developer: DeveloperId, on: Date, outcome: AttemptOutcome) -> CaseCommand {
    let to = "psirt@miharashi.example".to_owned();
    CaseCommand::RecordContactAttempt {
        developer, means: ContactMeans::Mail, to, on, outcome, note: "窓口へ".into()
    }
}

pub fn confirm(developer: DeveloperId) -> CaseCommand {
    CaseCommand::ConfirmContact { developer, person: "見晴 台".into(), mail: "psirt@miharashi.example".into() }
}

pub fn release(developer: DeveloperId) -> CaseCommand {
    CaseCommand::ReleaseDetails { developer, fields: RELEASED.to_vec(), attachments: vec![SCREENSHOT] }
}

pub fn verified(result: VerificationResult) -> CaseCommand {
    CaseCommand::StateVerification(Verification { result, explanation: "確かめた".into() })
}

pub fn countermeasure(fix: &str) -> CaseCommand {
    CaseCommand::StateCountermeasure(Countermeasure { fix: fix.into(), workaround: String::new(), ready_on: None })
}

pub fn status(words: &str) -> StatusStatement {
    StatusStatement {
        affected: Affectedness::Affected,
        products: vec![ProductStatus {
            product: "みはらしポータル".into(),
            from: String::new(),
            to: "3.2.1".into(),
            until_fixed: true,
            affected: Affectedness::Affected,
        }],
        statement: Localized::new(words, words),
        link: "https://miharashi.example/psirt/1".into(),
    }
}

pub fn set_day(text: &str, reason: &str) -> CaseCommand {
    CaseCommand::SetDay { day: day(text), reason: reason.into(), weighed: Weighing::default() }
}

fn vendor(developer: DeveloperId, words: &str) -> VendorEntry {
    VendorEntry {
        developer,
        name: name_of(developer).into(),
        status: status(words),
        countermeasure: Countermeasure { fix: words.into(), ..Countermeasure::default() },
        view: Localized::default(),
        on: Some(day("2026-12-10")),
    }
}

/// A whole text, with both developers in it.
pub fn text(overview: &str) -> AdvisoryContent {
    let both = |words: &str| Localized::new(words, words);
    AdvisoryContent {
        title: both("みはらしポータルにおけるクロスサイト・スクリプティング"),
        overview: both(overview),
        affected: [MIHARASHI, TOMOSHIBI].map(affected).to_vec(),
        impact: both("影響"),
        solution: both("アップデートする"),
        vendors: vec![vendor(MIHARASHI, "みはらしの声明"), vendor(TOMOSHIBI, "ともしびの声明")],
        credit: both("篝 火ノ子"),
        ..AdvisoryContent::default()
    }
}

fn affected(developer: DeveloperId) -> AffectedProduct {
    let product = format!("{}の製品", name_of(developer));
    AffectedProduct { vendor: name_of(developer).into(), product, to: "3.2.1".into(), ..AffectedProduct::default() }
}

pub fn start_advisory(content: AdvisoryContent) -> CaseCommand {
    CaseCommand::StartAdvisory { id: ADVISORY, number: "JVN#30000001".into(), content: Box::new(content) }
}

pub fn publish(summary: &str) -> CaseCommand {
    CaseCommand::Publish { summary: Localized::new(summary, summary) }
}

pub fn reject(failed: Vec<Condition>) -> ReportCommand {
    ReportCommand::Reject { failed, reason: body(8), illegal: false, known_at: String::new() }
}

/// A report and the case that comes of it, with everything that happened on the way.
#[derive(Clone, Debug)]
pub struct Road {
    pub report: ReportState,
    pub report_events: Vec<(Timestamp, ReportEvent)>,
    pub file: Option<CaseFile>,
    pub events: Vec<(Timestamp, FileEvent)>,
    /// What the last step told to whom.
    pub told: Vec<Notice>,
}

impl Road {
    pub fn begin(event: ReportEvent, now: Moment) -> Road {
        let report = ReportState::replay(REPORT, [(now.at, &event)]).expect("a receipt begins a report");
        let told = notices::of_report(REPORT, &event);
        Road { report, report_events: vec![(now.at, event)], file: None, events: vec![], told }
    }

    /// The case, once there is one.
    pub fn file(&self) -> &CaseFile {
        self.file.as_ref().expect("the report was accepted")
    }

    pub fn report(&mut self, party: Party, command: ReportCommand, now: Moment) -> Result<(), Refusal> {
        let events = rulebook::report::decide(&self.report, party, command, now)?;
        self.take_report(&events, now);
        Ok(())
    }

    fn take_report(&mut self, events: &[ReportEvent], now: Moment) {
        self.told = events.iter().flat_map(|event| notices::of_report(REPORT, event)).collect();
        for event in events {
            self.report.evolve(now.at, event);
            self.report_events.push((now.at, event.clone()));
        }
        if let Some(file) = &mut self.file {
            file.reports = vec![self.report.clone()];
        }
    }

    pub fn accept(&mut self, party: Party, command: AcceptReport, now: Moment) -> Result<(), Refusal> {
        let id = command.case;
        let (of_report, of_case) = accept(&self.report, party, command, now)?;
        self.take_report(&of_report, now);
        let case = CaseState::replay(id, of_case.iter().map(|event| (now.at, event))).expect("it opens a case");
        self.file = Some(CaseFile { case, advisory: None, reports: vec![self.report.clone()] });
        self.events.extend(of_case.into_iter().map(|event| (now.at, FileEvent::Case(event))));
        Ok(())
    }

    /// Gives a command and takes in what comes of it.
    pub fn case(&mut self, party: Party, command: CaseCommand, now: Moment) -> Result<Vec<FileEvent>, Refusal> {
        let file = self.file.as_mut().expect("the report was accepted");
        let events = rulebook::case::decide(file, party, command, rules(), now)?;
        self.told = notices::of_case(file, &events);
        for event in &events {
            file.evolve(now.at, event);
            match event {
                FileEvent::Report(_, event) => self.report_events.push((now.at, event.clone())),
                other => self.events.push((now.at, other.clone())),
            }
        }
        self.report = file.reports[0].clone();
        Ok(events)
    }

    /// A step of the road that must go well.
    #[track_caller]
    pub fn go(&mut self, party: Party, command: CaseCommand, now: Moment) {
        let action = command.action();
        if let Err(refusal) = self.case(party, command, now) {
            panic!("{action:?}: {refusal}");
        }
    }
}

/// A party by a word that a reader of a test knows.
pub fn who(party: Party) -> &'static str {
    match party {
        MAKER => "miharashi",
        BUILDER => "tomoshibi",
        STRANGER => "elsewhere",
        OTHER_FINDER => "other-finder",
        MEMBER => "member",
        OTHER_MEMBER => "other-member",
        other => other.word(),
    }
}
