//! Duties (手番): who has to do what by when, and under which clause. Every page that shows time is made from this.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::file::CaseFile;
use super::state::{CaseState, DeveloperSide};
use crate::clause::Clause;
use crate::edition::{Influence, Rules};
use crate::ids::DeveloperId;
use crate::party::Party;
use crate::report::form::ReportKind;
use crate::report::state::{ReportStage, ReportState};

/// What is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DutyKind {
    /// Read a report that the program could not.
    ReadReport,
    /// Decide whether to accept.
    DecideAcceptance,
    /// Answer the finder.
    AnswerFinder,
    /// Answer the desk's question.
    AnswerDesk,
    /// Rate the influence.
    RateInfluence,
    /// Hand over to the coordinator.
    HandOver,
    /// Find out who makes the product.
    FindDeveloper,
    /// Contact a developer.
    ContactDeveloper,
    /// Confirm that the contact is the right one.
    ConfirmContact,
    /// Release the details to a developer.
    ReleaseDetails,
    /// Answer the other body.
    AnswerBody,
    /// Answer a developer.
    AnswerDeveloper,
    /// Answer the coordinator.
    AnswerCoordinator,
    /// Verify, and say what came of it.
    AnswerVerification,
    /// State the countermeasure.
    StateCountermeasure,
    /// State which products are affected.
    StateStatus,
    /// Decide the publication day.
    SetDay,
    /// Draft the advisory.
    DraftAdvisory,
    /// Show the text to the developers.
    SendPreview,
    /// Look at the text.
    CommentPreview,
    /// Approve the text.
    ApproveAdvisory,
    /// Co-sign the text.
    CoSignAdvisory,
    /// Publish on the day.
    Publish,
    /// Publish the update.
    PublishUpdate,
    /// Take a developer's new statement into the advisory.
    UpdateAdvisory,
}

impl DutyKind {
    /// Stable word for rows and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            DutyKind::ReadReport => "read-report",
            DutyKind::DecideAcceptance => "decide-acceptance",
            DutyKind::AnswerFinder => "answer-finder",
            DutyKind::AnswerDesk => "answer-desk",
            DutyKind::RateInfluence => "rate-influence",
            DutyKind::HandOver => "hand-over",
            DutyKind::FindDeveloper => "find-developer",
            DutyKind::ContactDeveloper => "contact-developer",
            DutyKind::ConfirmContact => "confirm-contact",
            DutyKind::ReleaseDetails => "release-details",
            DutyKind::AnswerBody => "answer-body",
            DutyKind::AnswerDeveloper => "answer-developer",
            DutyKind::AnswerCoordinator => "answer-coordinator",
            DutyKind::AnswerVerification => "answer-verification",
            DutyKind::StateCountermeasure => "state-countermeasure",
            DutyKind::StateStatus => "state-status",
            DutyKind::SetDay => "set-day",
            DutyKind::DraftAdvisory => "draft-advisory",
            DutyKind::SendPreview => "send-preview",
            DutyKind::CommentPreview => "comment-preview",
            DutyKind::ApproveAdvisory => "approve-advisory",
            DutyKind::CoSignAdvisory => "co-sign-advisory",
            DutyKind::Publish => "publish",
            DutyKind::PublishUpdate => "publish-update",
            DutyKind::UpdateAdvisory => "update-advisory",
        }
    }

    /// All of them, for tests and texts.
    pub const ALL: [DutyKind; 25] = [
        DutyKind::ReadReport,
        DutyKind::DecideAcceptance,
        DutyKind::AnswerFinder,
        DutyKind::AnswerDesk,
        DutyKind::RateInfluence,
        DutyKind::HandOver,
        DutyKind::FindDeveloper,
        DutyKind::ContactDeveloper,
        DutyKind::ConfirmContact,
        DutyKind::ReleaseDetails,
        DutyKind::AnswerBody,
        DutyKind::AnswerDeveloper,
        DutyKind::AnswerCoordinator,
        DutyKind::AnswerVerification,
        DutyKind::StateCountermeasure,
        DutyKind::StateStatus,
        DutyKind::SetDay,
        DutyKind::DraftAdvisory,
        DutyKind::SendPreview,
        DutyKind::CommentPreview,
        DutyKind::ApproveAdvisory,
        DutyKind::CoSignAdvisory,
        DutyKind::Publish,
        DutyKind::PublishUpdate,
        DutyKind::UpdateAdvisory,
    ];

    /// The clause that asks for it.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Clause::new(match self {
            DutyKind::ReadReport => "Ⅳ.3.(1).1",
            DutyKind::DecideAcceptance => "Ⅳ.3.(1).2",
            DutyKind::AnswerFinder | DutyKind::AnswerDesk => "Ⅳ.3.(1).8",
            DutyKind::RateInfluence => "付録4",
            DutyKind::HandOver => "Ⅳ.3.(1).4",
            DutyKind::FindDeveloper | DutyKind::ContactDeveloper | DutyKind::ReleaseDetails => "Ⅳ.4.2",
            DutyKind::ConfirmContact => "Ⅳ.5.1",
            DutyKind::AnswerBody => "Ⅳ.3.(1).10",
            DutyKind::AnswerDeveloper | DutyKind::SetDay => "Ⅳ.4.3",
            DutyKind::AnswerCoordinator => "Ⅳ.5.6",
            DutyKind::AnswerVerification => "Ⅳ.5.2",
            DutyKind::StateCountermeasure | DutyKind::StateStatus | DutyKind::CommentPreview => "Ⅳ.5.7",
            DutyKind::DraftAdvisory
            | DutyKind::SendPreview
            | DutyKind::ApproveAdvisory
            | DutyKind::Publish
            | DutyKind::PublishUpdate
            | DutyKind::UpdateAdvisory => "Ⅳ.4.9",
            DutyKind::CoSignAdvisory => "Ⅳ.3.(1).13",
        })
    }
}

/// Something owed by somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Duty {
    /// Who owes it.
    pub who: Party,
    /// What.
    pub what: DutyKind,
    /// By when; none where the law says "promptly".
    pub due: Option<Date>,
    /// The developer that it is about, where there is one.
    pub about: Option<DeveloperId>,
    /// Whether it waits for somebody else before it can be done.
    pub waits: bool,
}

impl Duty {
    fn new(who: Party, what: DutyKind) -> Self {
        Duty { who, what, due: None, about: None, waits: false }
    }

    fn by(mut self, due: Option<Date>) -> Self {
        self.due = due;
        self
    }

    fn about(mut self, developer: DeveloperId) -> Self {
        self.about = Some(developer);
        self
    }

    /// Calendar days left on a day; negative when overdue.
    #[must_use]
    pub fn days_left(&self, today: Date) -> Option<i32> {
        self.due.map(|due| days_between(today, due))
    }
}

/// Calendar days from one day to another.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}

/// How heavy a case is in a desk's order: priority handling and marked reports first (Ⅳ.3.(1).4, 付録4).
#[must_use]
pub fn weight(case: &CaseState) -> i64 {
    match case.rating().map(|rating| rating.influence) {
        Some(Influence::Priority) => 300,
        Some(Influence::Normal) => 200,
        Some(Influence::Simple) => 100,
        None if case.high_impact => 300,
        None => 200,
    }
}

/// How heavy a report is before it is a case.
#[must_use]
pub fn report_weight(report: &ReportState) -> i64 {
    if report.high_impact { 300 } else { 200 }
}

/// What is owed on a report until it is decided, and in its exchange of messages for ever.
#[must_use]
pub fn report_duties(report: &ReportState) -> Vec<Duty> {
    let mut duties = Vec::new();
    let website = report.kind == Some(ReportKind::Website);
    match report.stage {
        ReportStage::NeedsReading => duties.push(Duty::new(Party::ReceivingBody, DutyKind::ReadReport)),
        // The website track decides about its reports; until it is there nothing is owed under Ⅳ.
        ReportStage::Received if website => {}
        ReportStage::Received => {
            let mut decide = Duty::new(Party::ReceivingBody, DutyKind::DecideAcceptance);
            decide.waits = report.waits_for_finder();
            duties.push(decide);
        }
        ReportStage::Accepted { .. } | ReportStage::Rejected { .. } => {}
    }
    if report.waits_for_desk() {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::AnswerFinder));
    }
    if report.waits_for_finder() {
        duties.push(Duty::new(Party::Finder(report.id), DutyKind::AnswerDesk));
    }
    duties
}

/// What is owed in a case.
#[must_use]
pub fn duties(file: &CaseFile, rules: Rules<'_>) -> Vec<Duty> {
    let case = &file.case;
    let mut duties = Vec::new();
    if case.ratings.is_empty() && case.publications.is_empty() {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::RateInfluence));
    }
    if case.handed_over.is_none() {
        duties.push(Duty::new(Party::ReceivingBody, DutyKind::HandOver));
        return duties;
    }
    duties.extend(body_messages(case));
    if case.developers.is_empty() {
        duties.push(Duty::new(Party::Coordinator, DutyKind::FindDeveloper));
    }
    let horizon = case.day().or(case.target_day(rules.edition));
    for side in &case.developers {
        duties.extend(developer_duties(file, side, horizon));
    }
    duties.extend(publication_duties(file, horizon));
    duties
}

fn body_messages(case: &CaseState) -> Option<Duty> {
    let last = case.messages.iter().rev().find(|m| m.item.thread == super::event::Thread::Bodies)?;
    let other = if last.item.from == Party::Coordinator { Party::ReceivingBody } else { Party::Coordinator };
    Some(Duty::new(other, DutyKind::AnswerBody))
}

/// Between coordinator and one developer (Ⅳ.4.2, Ⅳ.5). A developer's silence blocks nobody else.
fn developer_duties(file: &CaseFile, side: &DeveloperSide, horizon: Option<Date>) -> Vec<Duty> {
    let published = !file.case.publications.is_empty();
    let party = Party::Developer(side.id);
    let coordinator = |what| Duty::new(Party::Coordinator, what).about(side.id);
    let developer = |what| Duty::new(party, what).about(side.id);
    let mut duties = Vec::new();
    let last = file.case.messages.iter().rev().find(|m| m.item.thread == super::event::Thread::Developer(side.id));
    match last.map(|message| message.item.from) {
        Some(Party::Developer(_)) => duties.push(coordinator(DutyKind::AnswerDeveloper)),
        Some(_) => duties.push(developer(DutyKind::AnswerCoordinator)),
        None => {}
    }
    if published {
        return duties;
    }
    if side.contact.is_none() {
        let what = if side.attempts.is_empty() { Party::Coordinator } else { party };
        match what {
            Party::Coordinator => duties.push(coordinator(DutyKind::ContactDeveloper)),
            _ => duties.push(developer(DutyKind::ConfirmContact)),
        }
        return duties;
    }
    if side.details.is_none() {
        duties.push(coordinator(DutyKind::ReleaseDetails));
        return duties;
    }
    let verified = side.verification.as_ref().is_some_and(|stated| stated.item.result.is_final());
    if !verified {
        duties.push(developer(DutyKind::AnswerVerification).by(horizon));
        return duties;
    }
    if side.countermeasure.is_none() && owes_countermeasure(side) {
        duties.push(developer(DutyKind::StateCountermeasure).by(horizon));
    }
    if side.status.is_none() {
        duties.push(developer(DutyKind::StateStatus).by(horizon));
    }
    if let Some(preview) = file.advisory.as_ref().and_then(|draft| draft.preview.as_ref()) {
        let answered = file.advisory.as_ref().and_then(|draft| draft.last_comment(side.id));
        if answered.is_none_or(|comment| comment.at < preview.at) {
            duties.push(developer(DutyKind::CommentPreview).by(horizon));
        }
    }
    duties
}

fn owes_countermeasure(side: &DeveloperSide) -> bool {
    use super::event::VerificationResult as R;
    let result = side.verification.as_ref().map(|stated| stated.item.result);
    matches!(result, Some(R::Affected | R::SmallInfluence | R::TellsAllUsers))
}

/// The way to publication and of updates (Ⅳ.4.3, Ⅳ.4.9, Ⅳ.3.(1).13).
fn publication_duties(file: &CaseFile, horizon: Option<Date>) -> Vec<Duty> {
    let case = &file.case;
    let mut duties = Vec::new();
    let coordinator = |what| Duty::new(Party::Coordinator, what).by(horizon);
    let verified = case.developers.iter().any(|side| side.verification.is_some());
    if verified && case.day().is_none() && case.publications.is_empty() {
        duties.push(coordinator(DutyKind::SetDay));
    }
    let Some(draft) = &file.advisory else {
        if verified || case.day().is_some() {
            duties.push(coordinator(DutyKind::DraftAdvisory));
        }
        return duties;
    };
    let published = !draft.revisions.is_empty();
    if published && !draft.has_unpublished_text() {
        if has_newer_statement(file) {
            duties.push(Duty::new(Party::Coordinator, DutyKind::UpdateAdvisory));
        }
        return duties;
    }
    let horizon = if published { None } else { horizon };
    let step = |who, what| Duty::new(who, what).by(horizon);
    let to_show = case.developers.iter().any(|side| side.details.is_some());
    if to_show && draft.preview.is_none() {
        duties.push(step(Party::Coordinator, DutyKind::SendPreview));
    } else if draft.approved.is_none() {
        duties.push(step(Party::Coordinator, DutyKind::ApproveAdvisory));
    } else if draft.co_signed.is_none() {
        duties.push(step(Party::ReceivingBody, DutyKind::CoSignAdvisory));
    } else if published {
        duties.push(step(Party::Coordinator, DutyKind::PublishUpdate));
    } else if case.day().is_some() {
        duties.push(step(Party::Coordinator, DutyKind::Publish));
    }
    duties
}

/// Whether a developer said something after the last publication (Ⅳ.3.(1).13: updated each time).
#[must_use]
pub fn has_newer_statement(file: &CaseFile) -> bool {
    let Some(last) = file.case.publications.last() else { return false };
    file.case.developers.iter().any(|side| {
        side.status.as_ref().is_some_and(|status| status.at > last.at)
            || side.countermeasure.as_ref().is_some_and(|countermeasure| countermeasure.at > last.at)
    })
}
