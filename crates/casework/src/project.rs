//! Projections: what lists need, made from states in the same transaction as the events (idea 4). Only states, days,
//! counts and random ids are in clear; the words of a list are in a small sealed card (decision 14).

use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::case::duties::{report_duties, report_weight, weight};
use rulebook::case::state::Stage;
use rulebook::case::{CaseFile, CaseState, Duty, duties};
use rulebook::developer::{DeveloperState, ListedDeveloper};
use rulebook::edition::{Influence, Rules};
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::member::Appointment;
use rulebook::moment::day_of;
use rulebook::party::Role;
use rulebook::report::form::ReportKind;
use rulebook::report::{ReportStage, ReportState};
use serde::{Deserialize, Serialize};
use store::{CardRow, DutyRow, DutyRows, Version};

use crate::accounts::AccountState;
use crate::duplicates::text_of;
use crate::likeness::Sketch;

/// What a list says of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseCard {
    /// Its number.
    pub number: String,
    /// Product and kind: as the receiving body has it.
    pub title: String,
    /// Product and kind: as it was handed over.
    pub copy_title: String,
    /// How far it is.
    pub stage: Stage,
    /// Its influence, once rated.
    pub influence: Option<Influence>,
    /// Day zero.
    pub day_zero: Option<Date>,
    /// The day aimed at.
    pub target_day: Option<Date>,
    /// The publication day.
    pub day: Option<Date>,
    /// How many developers are on it.
    pub developers: u32,
    /// Whose turn it is, by party word, and what for.
    pub turn: Option<(String, String)>,
    /// Number of the advisory.
    pub advisory: Option<String>,
    /// Number of the first report.
    pub report: Option<String>,
    /// Names of the developers on it, for the search of the two bodies.
    #[serde(default)]
    pub developer_names: Vec<String>,
    /// Who at the coordinator looks after it.
    #[serde(default)]
    pub coordinator_owner: Option<AccountId>,
    /// When it reached each stage.
    #[serde(default)]
    pub stages: StageDays,
    /// Its text, as far as it takes to compare it with others (receiving body).
    #[serde(default)]
    pub sketch: Sketch,
}

/// The days on which a case reached each stage for the first time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageDays {
    /// Its first report was received.
    pub received: Option<Date>,
    /// It was accepted.
    pub accepted: Option<Date>,
    /// It was handed over to the coordinator.
    pub handed_over: Option<Date>,
    /// Day zero.
    pub contacted: Option<Date>,
    /// A developer was given the details.
    pub details_sent: Option<Date>,
    /// A developer stated its result.
    pub verified: Option<Date>,
    /// The publication day was set.
    pub day_set: Option<Date>,
    /// It was published.
    pub published: Option<Date>,
}

impl StageDays {
    fn of(file: &CaseFile, rules: Rules<'_>) -> Self {
        let case = &file.case;
        let day = |at: Timestamp| day_of(at, rules.edition.utc_offset_hours);
        let first = |what: &str| case.history.iter().find(|event| event.item.kind() == what).map(|event| day(event.at));
        StageDays {
            received: file.reports.first().map(|report| report.received_on),
            accepted: Some(case.accepted_on),
            handed_over: case.handed_over.as_ref().map(|copy| copy.on),
            contacted: case.day_zero(),
            details_sent: case.details_sent_on(),
            verified: first("VerificationStated"),
            day_set: first("DaySet"),
            published: case.publications.first().map(|first| day(first.at)),
        }
    }
}

/// What a list says of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportCard {
    /// Its number.
    pub number: String,
    /// Product or site, and kind.
    pub title: String,
    /// Which form.
    pub kind: Option<ReportKind>,
    /// Day of receipt.
    pub received_on: Date,
    /// How many items are missing or contradictory.
    pub problems: u32,
    /// Marked as of large influence.
    pub high_impact: bool,
    /// How many files.
    pub attachments: u32,
    /// Whose turn it is, by party word, and what for.
    #[serde(default)]
    pub turn: Option<(String, String)>,
}

/// What a list says of a developer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeveloperCard {
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
    /// Reading, for sorting.
    pub reading: String,
    /// Who answers there.
    pub manager: String,
    /// Its window.
    pub mail: String,
    /// Products that it is known for.
    pub products: Vec<String>,
    /// Listed publicly.
    pub listed: bool,
    /// What the public reads of it.
    #[serde(default)]
    pub public: Option<ListedDeveloper>,
    /// Day on which the window was last confirmed.
    pub confirmed_on: Option<Date>,
}

/// What a list says of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountCard {
    /// Name of the person.
    pub name: String,
    /// Login name.
    pub login: String,
    /// Mail address.
    pub mail: String,
    /// Role, as the command line says it.
    pub role: String,
    /// The developer that it answers for.
    #[serde(default)]
    pub developer: Option<DeveloperId>,
    /// The appointment of a member of the committee.
    #[serde(default)]
    pub appointment: Option<Appointment>,
}

/// What a list says of a duty beside its kind and day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyCard {
    /// Name of the developer that it is about.
    pub about: Option<String>,
    /// Whether it waits for somebody else.
    pub waits: bool,
}

pub(crate) fn json<T: Serialize>(card: &T) -> Vec<u8> {
    serde_json::to_vec(card).expect("cards are plain data")
}

/// Row of a case and rows of what is owed in it.
pub(crate) fn case_rows(file: &CaseFile, rules: Rules<'_>, at: Timestamp, version: Version) -> (CardRow, DutyRows) {
    let case = &file.case;
    let owed = duties(file, rules);
    let card = CaseCard {
        number: case.number.clone(),
        title: case.content.title(),
        copy_title: case.handed_over.as_ref().map(|copy| copy.content.title()).unwrap_or_default(),
        stage: case.stage(),
        influence: case.rating().map(|rating| rating.influence),
        day_zero: case.day_zero(),
        target_day: case.target_day(rules.edition),
        day: case.day(),
        developers: u32::try_from(case.developers.len()).unwrap_or(u32::MAX),
        turn: turn(&owed),
        advisory: case.advisory.as_ref().map(|(_, number)| number.clone()),
        report: file.reports.first().map(|report| report.number.clone()),
        developer_names: case.developers.iter().map(|side| side.name.clone()).collect(),
        coordinator_owner: case.coordinator_owner,
        stages: StageDays::of(file, rules),
        sketch: text_of(&case.content),
    };
    let published = !case.publications.is_empty();
    let due = case.day().or(card.target_day).filter(|_| !published);
    let row = CardRow {
        id: case.id.0,
        kind: "case".into(),
        number: case.number.clone(),
        state: state_word(case).into(),
        owner: case.receiving_owner.map(|account| account.0),
        sort: weight(case),
        due,
        changed_at: at,
        version,
        card: json(&card),
    };
    let name = |duty: &Duty| duty.about.and_then(|id| case.developer(id)).map(|side| side.name.clone());
    let rows = owed.iter().map(|duty| duty_row(duty, weight(case), name(duty))).collect();
    (row, DutyRows { subject: case.id.0, rows })
}

/// State of a case that ended before it was handed over: the coordinator's lists never have it.
pub(crate) const ENDED_AT_DESK: &str = "ended-at-desk";

fn state_word(case: &CaseState) -> &'static str {
    match case.stage() {
        Stage::Ended if case.handed_over.is_none() => ENDED_AT_DESK,
        stage => stage.word(),
    }
}

/// Whose turn it is: of what is owed, the first that waits for nobody.
pub(crate) fn turn(owed: &[Duty]) -> Option<(String, String)> {
    let first = owed.iter().find(|duty| !duty.waits)?;
    Some((first.who.word().to_owned(), first.what.word().to_owned()))
}

/// Weight of what somebody outside the two bodies owes.
const EVEN: i64 = 200;

/// How heavy a case is, is between the two bodies: it does not move what others owe.
pub(crate) fn duty_row(duty: &Duty, weight: i64, about: Option<String>) -> DutyRow {
    let waits = duty.waits;
    let weight = if duty.who.is_staff() { weight } else { EVEN };
    DutyRow {
        party: duty.who.key(),
        kind: duty.what.word().into(),
        due: duty.due,
        weight: if waits { weight - 150 } else { weight },
        card: json(&DutyCard { about, waits }),
    }
}

/// State word of a report's row.
#[must_use]
pub fn report_state_word(report: &ReportState) -> &'static str {
    match report.stage {
        ReportStage::NeedsReading => "needs-reading",
        ReportStage::Received => "received",
        ReportStage::Accepted { .. } | ReportStage::SiteAccepted { .. } => "accepted",
        ReportStage::Rejected { .. } => "rejected",
        ReportStage::Withdrawn { .. } => "withdrawn",
    }
}

/// Row of a report and rows of what is owed on it.
pub(crate) fn report_rows(report: &ReportState, at: Timestamp, version: Version) -> (CardRow, DutyRows) {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let owed = report_duties(report);
    let card = ReportCard {
        number: report.number.clone(),
        title: report.title.clone(),
        kind: report.kind,
        received_on: report.received_on,
        problems: count(report.problems.len()),
        high_impact: report.high_impact,
        attachments: count(report.attachments.len()),
        turn: turn(&owed),
    };
    let row = CardRow {
        id: report.id.0,
        kind: "report".into(),
        number: report.number.clone(),
        state: report_state_word(report).into(),
        owner: report.owner.map(|account| account.0),
        sort: report_weight(report),
        due: None,
        changed_at: at,
        version,
        card: json(&card),
    };
    let rows = owed.iter().map(|duty| duty_row(duty, report_weight(report), None)).collect();
    (row, DutyRows { subject: report.id.0, rows })
}

/// Row of a register entry and rows of what is owed on it.
pub(crate) fn developer_rows(state: &DeveloperState, at: Timestamp, version: Version) -> (CardRow, DutyRows) {
    let entry = &state.entry;
    let card = DeveloperCard {
        name: entry.name.clone(),
        name_en: entry.name_en.clone(),
        reading: entry.reading.clone(),
        manager: entry.manager.clone(),
        mail: entry.mail.clone(),
        products: entry.products.clone(),
        listed: entry.listed,
        public: state.listed(),
        confirmed_on: state.confirmed_on,
    };
    let row = CardRow {
        id: state.id.0,
        kind: "developer".into(),
        number: String::new(),
        state: "registered".into(),
        owner: None,
        sort: 0,
        due: None,
        changed_at: at,
        version,
        card: json(&card),
    };
    let rows = state.duties().iter().map(|duty| duty_row(duty, EVEN, Some(entry.name.clone()))).collect();
    (row, DutyRows { subject: state.id.0, rows })
}

/// Row of an account.
pub(crate) fn account_row(state: &AccountState, at: Timestamp, version: Version) -> CardRow {
    let card = AccountCard {
        name: state.name.clone(),
        login: state.login.clone(),
        mail: state.mail.clone(),
        role: state.role.word().into(),
        developer: match state.role {
            Role::DeveloperMember(developer) => Some(developer),
            _ => None,
        },
        appointment: state.appointment.clone(),
    };
    CardRow {
        id: state.id.0,
        kind: "account".into(),
        number: String::new(),
        state: if state.closed { "closed" } else { "open" }.into(),
        owner: None,
        sort: 0,
        due: None,
        changed_at: at,
        version,
        card: json(&card),
    }
}
