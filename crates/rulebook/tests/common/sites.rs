//! A website's report, the case that comes of it, and those who take part.

use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::case::notices as told_of;
use rulebook::case::{AttemptOutcome, ContactMeans, Notice, NoticeKind};
use rulebook::ids::SiteCaseId;
use rulebook::influence::RangeFactors;
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::form::{Answer, Consents, ReportKind};
use rulebook::report::state::{Condition, ReportEvent, ReportState};
use rulebook::report::{Channel, ReportCommand, decide as of_report};
use rulebook::site::{
    AcceptSite, Classification, OperatorAddress, OperatorAnswer, OperatorCategory, SiteCause, SiteCommand, SiteContent,
    SiteEffect, SiteEnding, SiteEvent, SiteField, SiteFile, SiteFileEvent, SiteKind, SiteState, SiteView, accept,
    decide, notices, view,
};
use rulebook::text::Language;

use super::{DESK, FINDER, LETTER, PERSON, REPORT, SCREENSHOT, body, consents, day, file, morning, rules, uuid};

pub const SITE: SiteCaseId = SiteCaseId(uuid(0x81));
/// Komachi, who runs the site.
pub const KOMACHI: Party = Party::SiteOperator(SITE);
/// The operator of another case.
pub const OTHER_OPERATOR: Party = Party::SiteOperator(SiteCaseId(uuid(0x82)));
/// Words that tell which site it is.
pub const HOST: &str = "komachi.example";
/// The day on which the reports of these tests come in, and are accepted.
pub const CAME: &str = "2026-11-12";
pub const ACCEPTED: &str = "2026-11-16";

/// A report of a website that came through the web form.
pub fn site_report(consents: Consents, moment: Moment) -> ReportEvent {
    ReportEvent::ReportReceived {
        number: "VR#10000001".into(),
        kind: Some(ReportKind::Website),
        language: Language::Ja,
        channel: Channel::WebForm,
        person: PERSON,
        form: body(1),
        original: None,
        title: "https://www.komachi.example/search：XSS".into(),
        consents,
        problems: vec![],
        needs_reading: false,
        attachments: vec![file(SCREENSHOT, "screen.png"), file(LETTER, "letter-with-my-name.pdf")],
        on: moment.today,
    }
}

/// What the desk approved at acceptance; the notes stay with it.
pub fn site_content() -> SiteContent {
    SiteContent {
        url: "https://www.komachi.example/search".into(),
        kind: "クロスサイト・スクリプティング".into(),
        steps: "(1) 検索欄に細工した文字列を入れる".into(),
        why: "入力がそのまま出る".into(),
        threat: "偽のログイン画面を出せる".into(),
        proof: "<script>".into(),
        notes: "発見者の勤め先が分かる事情".into(),
        ..SiteContent::default()
    }
}

pub fn accepting_site() -> AcceptSite {
    AcceptSite {
        confirmed: Condition::ALL.to_vec(),
        reason: body(2),
        site: SITE,
        number: "VW#40000001".into(),
        content: site_content(),
        edition: "2019".into(),
    }
}

pub fn classified(cause: SiteCause) -> SiteCommand {
    SiteCommand::Classify(Classification {
        kind: SiteKind::CrossSiteScripting,
        effects: vec![SiteEffect::FalseInformation, SiteEffect::Cookies],
        cause,
        passive: true,
    })
}

pub fn rated(score_tenths: u8, factors: RangeFactors) -> SiteCommand {
    SiteCommand::Rate { vector: "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N".into(), score_tenths, factors }
}

pub fn identified(category: OperatorCategory) -> SiteCommand {
    let addresses = vec![OperatorAddress { means: ContactMeans::Mail, to: "info@komachi.example".into() }];
    SiteCommand::IdentifyOperator { name: "こまち書店".into(), category, addresses }
}

pub fn contacted(means: ContactMeans, on: Date, outcome: AttemptOutcome) -> SiteCommand {
    let to = if means == ContactMeans::Mail { "info@komachi.example" } else { "03-0000-0000" };
    let link = means == ContactMeans::Mail;
    SiteCommand::ContactOperator { means, to: to.into(), on, outcome, link, note: "窓口へ".into() }
}

pub fn confirmed() -> SiteCommand {
    SiteCommand::ConfirmOperator { person: "小町 晴".into(), mail: "info@komachi.example".into() }
}

/// Everything but proof and notes.
pub const SENT: [SiteField; 5] = [SiteField::Url, SiteField::Kind, SiteField::Steps, SiteField::Why, SiteField::Threat];

pub fn sent() -> SiteCommand {
    let advice = "制作会社に相談してください".into();
    SiteCommand::SendDetails { fields: SENT.to_vec(), advice, attachments: vec![SCREENSHOT] }
}

pub fn says(answer: OperatorAnswer) -> SiteCommand {
    SiteCommand::Answer { answer, words: "確かめました".into(), ready_on: None }
}

pub fn closes(ending: SiteEnding) -> SiteCommand {
    SiteCommand::Close { ending, to_finder: body(30), to_operator: Some(body(31)) }
}

/// A report and the website case that comes of it, with everything that happened on the way.
#[derive(Clone, Debug)]
pub struct SiteRoad {
    pub report: ReportState,
    pub report_events: Vec<(Timestamp, ReportEvent)>,
    pub file: Option<SiteFile>,
    pub events: Vec<(Timestamp, SiteEvent)>,
    /// What the last step told to whom.
    pub told: Vec<Notice>,
}

impl SiteRoad {
    pub fn begin(consents: Consents, now: Moment) -> SiteRoad {
        let event = site_report(consents, now);
        let report = ReportState::replay(REPORT, [(now.at, &event)]).expect("a receipt begins a report");
        let told = told_of::of_report(REPORT, &event);
        SiteRoad { report, report_events: vec![(now.at, event)], file: None, events: vec![], told }
    }

    pub fn file(&self) -> &SiteFile {
        self.file.as_ref().expect("accepted")
    }

    pub fn site(&self) -> &SiteState {
        &self.file().site
    }

    pub fn accept(&mut self, party: Party, command: AcceptSite, now: Moment) -> Result<(), Refusal> {
        let (of_report, of_site) = accept(&self.report, party, command, now)?;
        self.told.clear();
        for event in of_report {
            self.take_report(event, now);
        }
        let mut events = of_site.into_iter();
        let opened = events.next().expect("acceptance opens a case");
        let site = SiteState::begin(SITE, now.at, &opened).expect("it is an opening");
        self.events.push((now.at, opened));
        self.file = Some(SiteFile { site, reports: vec![self.report.clone()] });
        Ok(())
    }

    fn take_report(&mut self, event: ReportEvent, now: Moment) {
        self.told.extend(told_of::of_report(REPORT, &event));
        self.report.evolve(now.at, &event);
        if let Some(file) = &mut self.file {
            file.reports = vec![self.report.clone()];
        }
        self.report_events.push((now.at, event));
    }

    pub fn attempt(&mut self, party: Party, command: SiteCommand, now: Moment) -> Result<Vec<SiteFileEvent>, Refusal> {
        let file = self.file.as_ref().expect("accepted");
        let events = decide(file, party, command, rules(), now)?;
        self.take(&events, now);
        Ok(events)
    }

    /// Takes in what a decision came to.
    pub fn take(&mut self, events: &[SiteFileEvent], now: Moment) {
        self.told = notices(self.file(), events);
        for event in events {
            self.file.as_mut().expect("accepted").evolve(now.at, event);
            match event {
                SiteFileEvent::Site(event) => self.events.push((now.at, event.clone())),
                SiteFileEvent::Report(_, event) => {
                    self.report.evolve(now.at, event);
                    self.report_events.push((now.at, event.clone()));
                }
            }
        }
    }

    pub fn report(&mut self, party: Party, command: ReportCommand, now: Moment) -> Result<(), Refusal> {
        let events = of_report::decide(&self.report, party, command, now)?;
        self.told.clear();
        for event in events {
            self.take_report(event, now);
        }
        Ok(())
    }

    #[track_caller]
    pub fn go(&mut self, party: Party, command: SiteCommand, on: &str) {
        let said = format!("{command:?}");
        self.attempt(party, command, morning(on)).unwrap_or_else(|refusal| panic!("{said}: {refusal}"));
    }

    #[track_caller]
    pub fn refused(&mut self, party: Party, command: SiteCommand, on: &str) -> Refusal {
        self.attempt(party, command, morning(on)).expect_err("it is refused")
    }

    pub fn seen_by(&self, party: Party, on: &str) -> Option<SiteView> {
        view(self.file(), party, rules(), morning(on))
    }

    pub fn told(&self, to: Party) -> Vec<NoticeKind> {
        self.told.iter().filter(|notice| notice.to == to).map(|notice| notice.kind).collect()
    }
}

/// Consents of a finder that stays in the background.
pub fn hidden() -> Consents {
    consents(Answer::No, Answer::Unanswered)
}

/// Accepted on 16 November 2026.
pub fn site_accepted(consents: Consents) -> SiteRoad {
    let mut road = SiteRoad::begin(consents, morning(CAME));
    road.accept(DESK, accepting_site(), morning(ACCEPTED)).expect("all conditions hold");
    road
}

/// Classified, rated, identified, and contacted by mail on 17 November.
pub fn site_notified() -> SiteRoad {
    let mut road = site_accepted(hidden());
    road.go(DESK, classified(SiteCause::Application), ACCEPTED);
    road.go(DESK, rated(61, RangeFactors::default()), ACCEPTED);
    road.go(DESK, identified(OperatorCategory::Company), ACCEPTED);
    road.go(DESK, contacted(ContactMeans::Mail, day("2026-11-17"), AttemptOutcome::Waiting), "2026-11-17");
    road
}

/// And confirmed on 19 November, details sent on the 20th, received on Tuesday, the 24th.
pub fn site_informed() -> SiteRoad {
    let mut road = site_notified();
    road.go(KOMACHI, confirmed(), "2026-11-19");
    road.go(DESK, sent(), "2026-11-20");
    road.go(KOMACHI, SiteCommand::ReceiveDetails, "2026-11-24");
    road
}

/// The finder asks something on its report.
pub fn finder_asks(road: &mut SiteRoad, n: u128, on: &str) {
    let ask = ReportCommand::Write { body: body(n), question: false, attachments: vec![] };
    road.report(FINDER, ask, morning(on)).expect("a finder may always ask");
}
