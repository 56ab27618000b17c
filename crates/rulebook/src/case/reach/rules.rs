//! What may be done to reach a developer, what follows, and who hears of it.

use jiff::civil::Date;

use super::event::{Address, Addressee, DelistReason, Outcome, ReachEvent, Source};
use super::ladder::{NAME, PRODUCT, answered_since, may_append_deadline, may_list_name, may_list_product};
use super::outcome::outcome;
use crate::action::Action;
use crate::case::event::{AttemptOutcome, CaseEvent};
use crate::case::file::{CaseFile, FileEvent};
use crate::case::notices::{Notice, NoticeKind, notice};
use crate::case::state::{CaseState, DeveloperSide};
use crate::clause::Clause;
use crate::edition::Rules;
use crate::ids::DeveloperId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::problems::is_web_address;
use crate::report::state::Attachment;

/// Stopping because the information is not worth handling (Ⅳ.3.(1).7.ア as it is read since 2019).
const VALUE: Clause = Clause::new("Ⅳ.3.(1).7.ア");

/// What somebody does to reach a developer, beside contacting it.
#[derive(Clone, Debug)]
pub enum ReachCommand {
    /// Write down that a source of the checklist was looked through. The receiving body says what the finder answered.
    CheckSource {
        /// The developer.
        developer: DeveloperId,
        /// Where.
        source: Source,
        /// On which day.
        on: Date,
        /// What was found.
        found: Vec<Address>,
        /// How it was looked for.
        note: String,
    },
    /// Have the finder asked through the receiving body.
    AskFinder {
        /// The developer.
        developer: DeveloperId,
        /// What to ask.
        note: String,
    },
    /// Write down what became of an attempt, or what proves it.
    NoteAttempt {
        /// The developer.
        developer: DeveloperId,
        /// Which attempt, 1 for the first.
        attempt: u32,
        /// On which day.
        on: Date,
        /// What came of it, where that is new.
        outcome: Option<AttemptOutcome>,
        /// Reference number of the letter.
        letter: Option<String>,
        /// Files: the letter as it was sent, what proves the attempt.
        files: Vec<Attachment>,
        /// Anything worth keeping.
        note: String,
    },
    /// ① Put the developer on the list.
    ListName {
        /// The developer.
        developer: DeveloperId,
        /// `DID#` and eight digits.
        number: String,
        /// Its name, or nothing.
        name: Option<String>,
        /// A link, or nothing.
        reference: String,
        /// Remark.
        remark: String,
    },
    /// ② Publish the product as well.
    ListProduct {
        /// The developer.
        developer: DeveloperId,
        /// Name of the product.
        product: String,
        /// Its versions.
        versions: String,
        /// To whom the notice speaks.
        addressee: Addressee,
    },
    /// Append the day until which an answer is taken.
    AppendDeadline {
        /// The developer.
        developer: DeveloperId,
        /// The last day.
        deadline: Date,
    },
    /// Look the row over for the next issue of the list.
    UpdateListing {
        /// The developer.
        developer: DeveloperId,
        /// Its name, or nothing.
        name: Option<String>,
        /// A link, or nothing.
        reference: String,
        /// Remark.
        remark: String,
    },
    /// Take the developer off the list.
    Delist {
        /// The developer.
        developer: DeveloperId,
        /// Why.
        reason: DelistReason,
        /// Anything worth keeping.
        note: String,
    },
    /// ③ Write down that a listed developer was reached.
    ResumeContact {
        /// The developer.
        developer: DeveloperId,
        /// How.
        note: String,
        /// Whether it comes off the list at once.
        delist: bool,
    },
    /// Judge whether the vulnerability can be verified.
    JudgeVerifiability {
        /// Whether it can.
        verifiable: bool,
        /// Why.
        reason: String,
    },
    /// Judge whether the case is worth what verifying costs.
    JudgeHandlingValue {
        /// Whether it is.
        worth: bool,
        /// Why.
        reason: String,
    },
    /// Go another way than the table.
    ConsiderIndividually {
        /// Which.
        outcome: Outcome,
        /// Why.
        reason: String,
    },
}

impl ReachCommand {
    /// The action that it is an instance of.
    #[must_use]
    pub const fn action(&self) -> Action {
        match self {
            ReachCommand::CheckSource { .. } => Action::CheckSource,
            ReachCommand::AskFinder { .. } => Action::AskFinder,
            ReachCommand::NoteAttempt { .. } => Action::NoteAttempt,
            ReachCommand::ListName { .. } => Action::ListName,
            ReachCommand::ListProduct { .. } => Action::ListProduct,
            ReachCommand::AppendDeadline { .. } => Action::AppendDeadline,
            ReachCommand::UpdateListing { .. } => Action::UpdateListing,
            ReachCommand::Delist { .. } => Action::Delist,
            ReachCommand::ResumeContact { .. } => Action::ResumeContact,
            ReachCommand::JudgeVerifiability { .. } => Action::JudgeVerifiability,
            ReachCommand::JudgeHandlingValue { .. } => Action::JudgeHandlingValue,
            ReachCommand::ConsiderIndividually { .. } => Action::ConsiderIndividually,
        }
    }

    /// The developer that it is about; none for what is judged of the whole case.
    #[must_use]
    pub const fn developer(&self) -> Option<DeveloperId> {
        match self {
            ReachCommand::CheckSource { developer, .. }
            | ReachCommand::AskFinder { developer, .. }
            | ReachCommand::NoteAttempt { developer, .. }
            | ReachCommand::ListName { developer, .. }
            | ReachCommand::ListProduct { developer, .. }
            | ReachCommand::AppendDeadline { developer, .. }
            | ReachCommand::UpdateListing { developer, .. }
            | ReachCommand::Delist { developer, .. }
            | ReachCommand::ResumeContact { developer, .. } => Some(*developer),
            _ => None,
        }
    }
}

/// Whether a party may do something to reach a developer now.
///
/// # Errors
/// The refusal.
pub fn may(
    file: &CaseFile,
    party: Party,
    action: Action,
    about: Option<DeveloperId>,
    rules: Rules<'_>,
    now: Moment,
) -> Result<(), Refusal> {
    let case = &file.case;
    let judging =
        matches!(action, Action::JudgeVerifiability | Action::JudgeHandlingValue | Action::ConsiderIndividually);
    if judging {
        require(case.handed_over.is_some(), Refusal::under(VALUE, Why::NotHandedOver))?;
        let weigh = case
            .reach
            .verifiable
            .as_ref()
            .zip(case.rating())
            .is_some_and(|(verifiable, rating)| outcome(rating.influence, verifiable.what) == Outcome::WeighCost);
        return require(action != Action::JudgeHandlingValue || weigh, Refusal::under(VALUE, Why::NothingToWeigh));
    }
    let side = about.and_then(|id| case.developer(id)).ok_or(Refusal::plain(Why::NoSuchDeveloper))?;
    let row = side.reach.listed();
    let listed = require(row.is_some(), Refusal::under(NAME, Why::NotListed));
    match action {
        Action::CheckSource if party == Party::ReceivingBody => {
            require(side.reach.finder_asked_on.is_some(), Refusal::under(NAME, Why::NotAsked))
        }
        Action::CheckSource => Ok(()),
        Action::AskFinder => {
            let asked = side.reach.finder_asked_on.is_some();
            require(!asked && !file.reports.is_empty(), Refusal::under(NAME, Why::AlreadyAsked))
        }
        Action::NoteAttempt => require(!side.attempts.is_empty(), Refusal::under(NAME, Why::NotContacted)),
        Action::ListName => {
            require(case.publications.is_empty(), Refusal::under(NAME, Why::AlreadyPublished))?;
            may_list_name(side, rules, now.today)
        }
        Action::ListProduct => may_list_product(side, rules, now.today),
        Action::AppendDeadline => may_append_deadline(side, rules),
        Action::ResumeContact => {
            listed?;
            require(side.reach.resumed_on.is_none(), Refusal::under(NAME, Why::AlreadyConfirmed))
        }
        Action::UpdateListing | Action::Delist => listed,
        _ => Err(Refusal::plain(Why::NotYours)),
    }
}

/// What follows from a command.
///
/// # Errors
/// The refusal with its clause.
pub(in crate::case) fn decide(
    file: &CaseFile,
    party: Party,
    command: ReachCommand,
    now: Moment,
) -> Result<Vec<FileEvent>, Refusal> {
    let case = &file.case;
    let on = now.today;
    let event = match command {
        ReachCommand::CheckSource { developer, source, on, found, note } => {
            let own = (source == Source::Finder) == (party == Party::ReceivingBody);
            require(own, Refusal::under(NAME, Why::NotYours))?;
            in_time(case, on, now)?;
            require(found.iter().all(|address| says(&address.to)), Refusal::under(NAME, Why::TextMissing))?;
            ReachEvent::SourceChecked { developer, source, on, found, note }
        }
        ReachCommand::AskFinder { developer, note } => ReachEvent::FinderAsked { developer, on, note },
        ReachCommand::NoteAttempt { developer, attempt, on, outcome, letter, files, note } => {
            let all = case.developer(developer).map_or(0, |side| side.attempts.len());
            require((1..=all).contains(&(attempt as usize)), Refusal::under(NAME, Why::NotContacted))?;
            in_time(case, on, now)?;
            let letter = letter.filter(|letter| says(letter));
            let anything = outcome.is_some() || letter.is_some() || !files.is_empty() || says(&note);
            require(anything, Refusal::under(NAME, Why::TextMissing))?;
            ReachEvent::AttemptNoted { developer, attempt, on, outcome, letter, files, note }
        }
        ReachCommand::ListName { developer, number, name, reference, remark } => {
            require(is_inquiry_number(&number), Refusal::under(NAME, Why::Unusable))?;
            let name = row_text(file, name, &reference, &remark)?;
            ReachEvent::DeveloperListed { developer, number, name, reference, remark, on }
        }
        ReachCommand::ListProduct { developer, product, versions, addressee } => {
            require(says(&product), Refusal::under(PRODUCT, Why::TextMissing))?;
            tells_nothing(file, &[&product, &versions])?;
            ReachEvent::ProductListed { developer, product, versions, addressee, on }
        }
        ReachCommand::AppendDeadline { developer, deadline } => {
            require(deadline > on, Refusal::under(PRODUCT, Why::DayPast))?;
            ReachEvent::DeadlineAppended { developer, deadline, on }
        }
        ReachCommand::UpdateListing { developer, name, reference, remark } => {
            let name = row_text(file, name, &reference, &remark)?;
            ReachEvent::ListingUpdated { developer, name, reference, remark, on }
        }
        ReachCommand::Delist { developer, reason, note } => {
            let explained = says(&note) || reason != DelistReason::Mistake;
            require(explained, Refusal::under(NAME, Why::ReasonMissing))?;
            ReachEvent::Delisted { developer, reason, note, on }
        }
        ReachCommand::ResumeContact { developer, note, delist } => return Ok(resume(developer, note, delist, on)),
        judged => judge(judged, on)?,
    };
    Ok(vec![FileEvent::Case(CaseEvent::Reach(event))])
}

fn judge(command: ReachCommand, on: Date) -> Result<ReachEvent, Refusal> {
    let (reason, event) = match command {
        ReachCommand::JudgeVerifiability { verifiable, reason } => {
            (reason.clone(), ReachEvent::VerifiabilityJudged { verifiable, reason, on })
        }
        ReachCommand::JudgeHandlingValue { worth, reason } => {
            (reason.clone(), ReachEvent::HandlingValueJudged { worth, reason, on })
        }
        ReachCommand::ConsiderIndividually { outcome, reason } => {
            (reason.clone(), ReachEvent::ConsideredIndividually { outcome, reason, on })
        }
        _ => return Err(Refusal::plain(Why::NotYours)),
    };
    require(says(&reason), Refusal::under(VALUE, Why::ReasonMissing))?;
    Ok(event)
}

fn resume(developer: DeveloperId, note: String, delist: bool, on: Date) -> Vec<FileEvent> {
    let resumed = ReachEvent::ContactResumed { developer, note: note.clone(), on };
    let off = ReachEvent::Delisted { developer, reason: DelistReason::ContactMade, note, on };
    let events = if delist { vec![resumed, off] } else { vec![resumed] };
    events.into_iter().map(|event| FileEvent::Case(CaseEvent::Reach(event))).collect()
}

fn says(text: &str) -> bool {
    !text.trim().is_empty()
}

fn in_time(case: &CaseState, on: Date, now: Moment) -> Result<(), Refusal> {
    require(on <= now.today, Refusal::under(NAME, Why::InTheFuture))?;
    require(on >= case.accepted_on, Refusal::under(NAME, Why::TooEarly))
}

/// `DID#` and eight digits.
fn is_inquiry_number(number: &str) -> bool {
    let digits = number.strip_prefix("DID#").unwrap_or_default();
    digits.len() == 8 && digits.chars().all(|c| c.is_ascii_digit())
}

/// A row says who is meant, by name, link or remark, and nothing of the case.
fn row_text(file: &CaseFile, name: Option<String>, reference: &str, remark: &str) -> Result<Option<String>, Refusal> {
    let name = name.filter(|name| says(name));
    let usable = !says(reference) || is_web_address(reference);
    require(usable, Refusal::under(NAME, Why::Unusable))?;
    require(name.is_some() || says(reference) || says(remark), Refusal::under(NAME, Why::NobodyNamed))?;
    tells_nothing(file, &[name.as_deref().unwrap_or_default(), reference, remark])?;
    Ok(name)
}

/// What is public before the publication tells neither the numbers of the case nor the kind of its vulnerability.
fn tells_nothing(file: &CaseFile, texts: &[&str]) -> Result<(), Refusal> {
    let advisory = file.case.advisory.as_ref().map(|(_, number)| number.as_str());
    let kinds = [Some(&file.case.content), file.case.handed_over.as_ref().map(|copy| &copy.content)];
    let kinds = kinds.into_iter().flatten().map(|content| content.kind.trim());
    let numbers = file.reports.iter().map(|report| report.number.as_str()).chain([file.case.number.as_str()]);
    let mut secrets = numbers.chain(advisory).chain(kinds).filter(|secret| !secret.is_empty());
    let told = secrets.any(|secret| texts.iter().any(|text| text.contains(secret)));
    require(!told, Refusal::under(Clause::new("付録5.1"), Why::TellsOfCase))
}

/// Who is told: each body of what the other did.
pub(in crate::case) fn notices(before: &CaseFile, event: &ReachEvent) -> Vec<Notice> {
    let told = |party, kind, clause: Clause| vec![notice(party, kind, clause.id())];
    let side = event.developer().and_then(|id| before.case.developer(id));
    match event {
        ReachEvent::FinderAsked { .. } => told(Party::ReceivingBody, NoticeKind::FinderToAsk, NAME),
        ReachEvent::SourceChecked { source: Source::Finder, .. } => {
            told(Party::Coordinator, NoticeKind::FinderAnswered, NAME)
        }
        ReachEvent::DeveloperListed { .. } | ReachEvent::Delisted { .. } => {
            told(Party::ReceivingBody, NoticeKind::ListChanged, NAME)
        }
        ReachEvent::ProductListed { .. } | ReachEvent::DeadlineAppended { .. } => {
            told(Party::ReceivingBody, NoticeKind::ListChanged, PRODUCT)
        }
        ReachEvent::ContactResumed { .. } if side.is_some() => {
            told(Party::ReceivingBody, NoticeKind::ContactResumed, NAME)
        }
        ReachEvent::VerifiabilityJudged { .. }
        | ReachEvent::HandlingValueJudged { .. }
        | ReachEvent::ConsideredIndividually { .. } => told(Party::Coordinator, NoticeKind::CourseJudged, VALUE),
        _ => vec![],
    }
}

/// The developer and the day that an event carries, for the timeline of staff.
pub(in crate::case) fn facts(event: &ReachEvent) -> (Option<DeveloperId>, Option<Date>) {
    (event.developer(), Some(event.on()))
}

/// Whether an event is public: what is done to the row of the list.
#[must_use]
pub const fn is_public(event: &ReachEvent) -> bool {
    matches!(
        event,
        ReachEvent::DeveloperListed { .. }
            | ReachEvent::ProductListed { .. }
            | ReachEvent::DeadlineAppended { .. }
            | ReachEvent::ListingUpdated { .. }
            | ReachEvent::Delisted { .. }
    )
}

/// Whether a listed developer answered and nobody wrote it down yet.
pub(super) fn owes_resumption(side: &DeveloperSide, rules: Rules<'_>) -> bool {
    side.reach.listed().is_some_and(|row| answered_since(side, row, rules))
}
