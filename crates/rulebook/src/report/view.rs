//! What a party may see of a report: its finder its own side, the receiving body all of it, nobody else anything.

use jiff::civil::Date;
use serde::Serialize;

use super::form::{Consents, ReportKind};
use super::problems::Problem;
use super::state::{Attachment, Channel, Dated, Message, NonDisclosure, ReportStage, ReportState, Writer};
use crate::action::Action;
use crate::case::Duty;
use crate::case::duties::report_duties;
use crate::ids::{AccountId, BodyId, PersonId, ReportId};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::text::Language;

/// Everything that a viewer may see of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReportView {
    /// The report.
    pub id: ReportId,
    /// Who looks.
    pub viewer: Party,
    /// Its number.
    pub number: String,
    /// Which form.
    pub kind: Option<ReportKind>,
    /// Language of the finder.
    pub language: Language,
    /// How it came.
    pub channel: Channel,
    /// Whose data the form is.
    pub person: PersonId,
    /// The form.
    pub form: BodyId,
    /// The bytes as they came (desk).
    pub original: Option<BodyId>,
    /// Product or site, and kind.
    pub title: String,
    /// The consents as they stand.
    pub consents: Consents,
    /// What is missing or contradictory.
    pub problems: Vec<Problem>,
    /// Files.
    pub attachments: Vec<Attachment>,
    /// Day of receipt.
    pub received_on: Date,
    /// How far it is.
    pub stage: ReportStage,
    /// The day on which the finder took it back.
    pub withdrawn_on: Option<Date>,
    /// Why the finder took it back, if it said so.
    pub withdrawn_because: Option<BodyId>,
    /// Why it was moved to another form.
    pub reclassified: Option<BodyId>,
    /// The non-disclosure request.
    pub non_disclosure: NonDisclosure,
    /// What finder and desk said of disclosing it.
    pub disclosure_talk: Vec<Dated<(Writer, BodyId)>>,
    /// Messages, oldest first.
    pub messages: Vec<Dated<Message>>,
    /// Marked as of large influence (desk).
    pub high_impact: bool,
    /// Internal notes (desk).
    pub notes: Vec<Dated<(AccountId, BodyId)>>,
    /// Who looks after it (desk).
    pub owner: Option<AccountId>,
    /// What is owed: by the viewer, and for the desk by everybody.
    pub duties: Vec<Duty>,
    /// What the viewer may do now, and why not what it may not.
    pub actions: Vec<(Action, Option<Refusal>)>,
}

/// The view of a report, or `None` when its existence is secret to the party (Ⅳ.3.(1).6).
#[must_use]
pub fn view(report: &ReportState, party: Party) -> Option<ReportView> {
    let desk = match party {
        Party::ReceivingBody => true,
        Party::Finder(id) if id == report.id => false,
        _ => return None,
    };
    let duties = report_duties(report).into_iter().filter(|duty| desk || duty.who == party).collect();
    let own = Action::ALL.into_iter().filter(|action| action.belongs_to(party));
    let actions = own.map(|action| (action, super::decide::may(report, party, action).err())).collect();
    Some(ReportView {
        id: report.id,
        viewer: party,
        number: report.number.clone(),
        kind: report.kind,
        language: report.language,
        channel: report.channel,
        person: report.person,
        form: report.form,
        original: report.original.filter(|_| desk),
        title: report.title.clone(),
        consents: report.consents,
        problems: report.problems.clone(),
        attachments: report.attachments.clone(),
        received_on: report.received_on,
        stage: report.stage.clone(),
        withdrawn_on: report.withdrawn_on,
        withdrawn_because: report.withdrawn_because,
        reclassified: report.reclassified,
        non_disclosure: report.non_disclosure,
        disclosure_talk: report.disclosure_talk.clone(),
        messages: report.messages.clone(),
        high_impact: desk && report.high_impact,
        notes: if desk { report.notes.clone() } else { Vec::new() },
        owner: report.owner.filter(|_| desk),
        duties,
        actions,
    })
}

impl ReportView {
    /// Why an action is not possible now; `None` when it is.
    #[must_use]
    pub fn refusal(&self, action: Action) -> Option<Refusal> {
        let found = self.actions.iter().find(|(one, _)| *one == action);
        found.map_or(Some(Refusal::plain(crate::refusal::Why::NotYours)), |(_, refusal)| refusal.clone())
    }
}
