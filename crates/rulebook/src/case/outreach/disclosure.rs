//! Telling others: for which reason, what, under which NDA, and the package that goes to them.

use jiff::civil::Date;
use serde::Serialize;

use super::event::{DisclosureGround, OutreachEvent, Recipient, Tlp};
use super::record::Nda;
use super::rules::OutreachCommand;
use crate::case::content::{CaseContent, ContentField};
use crate::case::file::CaseFile;
use crate::clause::Clause;
use crate::coded::coded;
use crate::edition::Rules;
use crate::ids::AttachmentId;
use crate::moment::Moment;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};
use crate::report::state::Attachment;
use crate::text::Localized;

const SECRECY: Clause = Clause::new("Ⅳ.3.(1).5");
const NDA: Clause = Clause::new("Ⅳ.4.5.第2段");

/// What may go to others: the copy that was handed over; before the hand-over the receiving body's own approved text.
fn approved(file: &CaseFile, party: Party) -> Option<(&CaseContent, Vec<AttachmentId>)> {
    if let Some(copy) = &file.case.handed_over {
        return Some((&copy.content, copy.attachments.clone()));
    }
    let all = || file.case.attachments.iter().map(|file| file.id).collect();
    (party == Party::ReceivingBody).then(|| (&file.case.content, all()))
}

pub(super) fn record_nda(
    file: &CaseFile,
    by: Party,
    command: OutreachCommand,
    now: Moment,
) -> Result<OutreachEvent, Refusal> {
    let OutreachCommand::RecordNda { with, on, until, reference } = command else {
        return Err(Refusal::plain(Why::NotYours));
    };
    let said = !with.trim().is_empty() && !reference.trim().is_empty();
    require(said, Refusal::under(NDA, Why::TextMissing))?;
    require(on <= now.today, Refusal::under(NDA, Why::InTheFuture))?;
    require(until.is_none_or(|until| until >= on), Refusal::under(NDA, Why::Unusable))?;
    let nda = file.case.outreach.ndas.len() as u32 + 1;
    Ok(OutreachEvent::NdaRecorded { nda, by, with, on, until, reference })
}

/// Others are told for a reason of the body's own list, who fits it, never more than what was approved, and under an
/// NDA where one is asked for.
pub(super) fn disclose(
    file: &CaseFile,
    by: Party,
    command: OutreachCommand,
    now: Moment,
) -> Result<OutreachEvent, Refusal> {
    let OutreachCommand::Disclose { recipient, ground, fields, attachments, nda, consent, purpose, tlp } = command
    else {
        return Err(Refusal::plain(Why::NotYours));
    };
    let clause = ground.clause();
    require(ground.belongs_to(by), Refusal::under(clause, Why::NotYours))?;
    require(ground.recipients().contains(&recipient.kind), Refusal::under(clause, Why::Unusable))?;
    let said = !recipient.name.trim().is_empty() && !purpose.trim().is_empty();
    require(said, Refusal::under(clause, Why::TextMissing))?;
    let content = copy(file, by, &fields, &attachments)?;
    if ground.needs_nda() {
        check_nda(file, &recipient, nda, ground, now.today)?;
    }
    if ground == DisclosureGround::ReproductionData {
        check_developer(file, &recipient, &consent)?;
    }
    let disclosure = file.case.outreach.disclosures.len() as u32 + 1;
    let nda = nda.filter(|_| ground.needs_nda());
    let on = now.today;
    Ok(OutreachEvent::DisclosedTo {
        disclosure,
        by,
        recipient,
        ground,
        content,
        attachments,
        nda,
        consent,
        purpose,
        tlp,
        on,
    })
}

fn copy(
    file: &CaseFile,
    by: Party,
    fields: &[ContentField],
    attachments: &[AttachmentId],
) -> Result<CaseContent, Refusal> {
    let (whole, files) = approved(file, by).ok_or(Refusal::under(Clause::new("Ⅳ.3.(1).4"), Why::NotHandedOver))?;
    let content = whole.only(fields);
    require(!content.product.trim().is_empty(), Refusal::under(SECRECY, Why::CopyEmpty))?;
    let known = attachments.iter().all(|id| files.contains(id));
    require(known, Refusal::under(SECRECY, Why::BeyondApproved))?;
    Ok(content)
}

/// The NDA is with the recipient, of the same body's list, and holds today.
fn check_nda(
    file: &CaseFile,
    recipient: &Recipient,
    nda: Option<u32>,
    ground: DisclosureGround,
    today: Date,
) -> Result<(), Refusal> {
    let found = nda.and_then(|number| file.case.outreach.ndas.iter().find(|nda| nda.number == number));
    let holds = found.is_some_and(|nda| nda.with.trim() == recipient.name.trim() && nda.holds_on(today));
    require(holds, Refusal::under(ground.clause(), Why::NdaMissing))
}

/// What is needed to reproduce it goes to a developer whose contact is confirmed, with the consent of those concerned,
/// and together with the coordinator.
fn check_developer(file: &CaseFile, recipient: &Recipient, consent: &str) -> Result<(), Refusal> {
    let clause = DisclosureGround::ReproductionData.clause();
    let side = recipient.developer.and_then(|id| file.case.developer(id));
    let side = side.ok_or(Refusal::under(clause, Why::NoSuchDeveloper))?;
    require(side.details.is_some(), Refusal::under(clause, Why::DetailsNotSent))?;
    require(!consent.trim().is_empty(), Refusal::under(clause, Why::ConsentMissing))
}

/// The disclosures of a body that wait for their result.
pub(super) fn awaited(file: &CaseFile, by: Party) -> impl Iterator<Item = u32> {
    let told = file.case.outreach.disclosures.iter();
    told.filter(move |told| told.by == by && told.ground.asks_for_analysis() && told.results.is_empty())
        .map(|told| told.number)
}

coded! {
    /// What the recipient of a package is asked.
    pub enum Constraint {
        /// To keep it from everybody else until the publication.
        KeepSecret = "keep-secret",
        /// To use it for the purpose named only.
        ForThisPurpose = "for-this-purpose",
        /// To publish nothing before the day, and to tell of any wish for another day.
        RespectTheDay = "respect-the-day",
        /// Not to ask who the finder is.
        NoFinder = "no-finder",
        /// To tell at once of a leak or an attack.
        TellOfLeak = "tell-of-leak",
    }
}

/// What goes to somebody outside, as data: for a page, a letter or a file in English.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Package {
    /// Number of the case.
    pub number: String,
    /// Who is told.
    pub recipient: Recipient,
    /// For which reason.
    pub ground: DisclosureGround,
    /// What for.
    pub purpose: String,
    /// What is told, as it was told.
    pub content: CaseContent,
    /// The files that go along.
    pub attachments: Vec<Attachment>,
    /// The publication day, once one is set.
    pub day: Option<Date>,
    /// The day aimed at.
    pub target_day: Option<Date>,
    /// How far it may be passed on.
    pub tlp: Tlp,
    /// What is asked.
    pub constraints: [Constraint; 5],
    /// The NDA under which it is told.
    pub nda: Option<Nda>,
    /// Who tells, and answers questions.
    pub from: Localized,
    /// When it was told.
    pub on: Date,
}

/// The package of a disclosure. Who the finder is is never in it: the consent of ウ is for the developers.
#[must_use]
pub fn package(file: &CaseFile, disclosure: u32, rules: Rules<'_>) -> Option<Package> {
    let outreach = &file.case.outreach;
    let told = outreach.disclosures.iter().find(|told| told.number == disclosure)?;
    let office = if told.by == Party::Coordinator { "coordinator" } else { "receiving_body" };
    Some(Package {
        number: file.case.number.clone(),
        recipient: told.recipient.clone(),
        ground: told.ground,
        purpose: told.purpose.clone(),
        content: told.content.clone(),
        attachments: file.case.attachments.iter().filter(|one| told.attachments.contains(&one.id)).cloned().collect(),
        day: file.case.day(),
        target_day: file.case.target_day(rules.edition),
        tlp: told.tlp,
        constraints: Constraint::ALL,
        nda: told.nda.and_then(|number| outreach.ndas.iter().find(|nda| nda.number == number)).cloned(),
        from: rules.edition.agency(office).cloned().unwrap_or_default(),
        on: told.on,
    })
}
