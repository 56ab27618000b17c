//! What every party sees of those who are told and those who talk.

use jiff::civil::Date;
use serde::Serialize;

use super::record::{Analysis, Disclosure, Nda, SiteAnswer, SiteRequest, Talk, UserNotice, UsersTold};
use super::talks;
use super::waves::{InvolvementView, Wave, involvements};
use crate::case::content::CaseContent;
use crate::case::file::CaseFile;
use crate::coded::coded;
use crate::ids::{DeveloperId, ReportId};
use crate::party::Party;

coded! {
    /// How a wish to talk directly stands, for its viewer.
    pub enum TalkState {
        /// Asked; nobody said yes or no.
        Asked = "asked",
        /// The viewer is asked.
        ToAnswer = "to-answer",
        /// They talk.
        Agreed = "agreed",
        /// It did not come about. Who declined is not said.
        Declined = "declined",
    }
}

/// A wish to talk directly, as a viewer may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TalkView {
    /// Whose wish.
    pub wisher: Party,
    /// When.
    pub on: Date,
    /// How it stands.
    pub state: TalkState,
    /// The developer and its name, where the viewer may know it.
    pub developer: Option<(DeveloperId, String)>,
    /// The finder's report, where the viewer may know it.
    pub report: Option<ReportId>,
}

/// What a viewer sees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OutreachView {
    /// NDAs (staff).
    pub ndas: Vec<Nda>,
    /// Who was told outside (staff); what was given to the developer itself beside the details.
    pub disclosures: Vec<Disclosure>,
    /// Analyses of the influence on other software and systems, for developers those that were passed on.
    pub analyses: Vec<Analysis>,
    /// Why each developer is on the case (staff).
    pub involvements: Vec<InvolvementView>,
    /// Waves (staff).
    pub waves: Vec<Wave>,
    /// Questions about the site of the report, for a developer its own.
    pub site_requests: Vec<SiteRequest>,
    /// Notices to users before the publication, for a developer its own.
    pub user_notices: Vec<UserNotice>,
    /// Users that were told, for a developer its own.
    pub users_told: Vec<UsersTold>,
    /// Wishes to talk directly: all for staff, its own for the others.
    pub talks: Vec<TalkView>,
    /// Developers that said that the details arrived, for a developer itself.
    pub acknowledged: Vec<(DeveloperId, Date)>,
}

/// What a party sees.
pub(in crate::case) fn shown(file: &CaseFile, party: Party) -> OutreachView {
    match party {
        Party::ReceivingBody | Party::Coordinator | Party::Program => staff(file, party),
        Party::Developer(id) => developer(file, id),
        // A committee judges on the file that its secretariat made; who else was told is not in it.
        Party::Member(_) | Party::SiteOperator(_) => OutreachView::default(),
        Party::Finder(_) => OutreachView { talks: own_talks(file, party), ..OutreachView::default() },
    }
}

/// What the receiving body told others may be more than the copy that the coordinator has: it sees that it was told.
fn staff(file: &CaseFile, party: Party) -> OutreachView {
    let all = &file.case.outreach;
    let plain = |told: &Disclosure| match (party, told.by) {
        (Party::Coordinator, Party::ReceivingBody) => {
            Disclosure { content: CaseContent::default(), attachments: Vec::new(), ..told.clone() }
        }
        _ => told.clone(),
    };
    OutreachView {
        ndas: all.ndas.clone(),
        disclosures: all.disclosures.iter().map(plain).collect(),
        analyses: all.analyses.clone(),
        involvements: involvements(&file.case),
        waves: all.waves.clone(),
        site_requests: all.site_requests.clone(),
        user_notices: all.user_notices.clone(),
        users_told: all.users_told.clone(),
        talks: all.talks.iter().map(|talk| talk_view(file, talk, None)).collect(),
        acknowledged: all.acknowledged.clone(),
    }
}

fn developer(file: &CaseFile, id: DeveloperId) -> OutreachView {
    let all = &file.case.outreach;
    let informed = file.case.developer(id).is_some_and(|side| side.details.is_some());
    let given = all.disclosures.iter().filter(|told| told.recipient.developer == Some(id));
    let passed = all.analyses.iter().filter(|one| informed && one.passed_on.is_some());
    let own_request = |request: &SiteRequest| {
        let plain = |answer: SiteAnswer| SiteAnswer { consent: String::new(), ..answer };
        SiteRequest { answer: request.answer.clone().map(plain), ..request.clone() }
    };
    OutreachView {
        disclosures: given
            .map(|told| Disclosure { number: 0, nda: None, consent: String::new(), ..told.clone() })
            .collect(),
        analyses: passed
            .map(|one| Analysis { number: 0, by: None, on: one.passed_on.unwrap_or(one.on), ..one.clone() })
            .collect(),
        site_requests: all.site_requests.iter().filter(|one| one.developer == id).map(own_request).collect(),
        user_notices: all.user_notices.iter().filter(|one| one.developer == id).cloned().collect(),
        users_told: all.users_told.iter().filter(|one| one.developer == id).cloned().collect(),
        talks: own_talks(file, Party::Developer(id)),
        acknowledged: all.acknowledged.iter().filter(|(one, _)| *one == id).copied().collect(),
        ..OutreachView::default()
    }
}

fn own_talks(file: &CaseFile, party: Party) -> Vec<TalkView> {
    let all = file.case.outreach.talks.iter();
    let own = all.filter(|talk| talk.wisher == party || talks::asked(talk) == Some(party));
    own.map(|talk| talk_view(file, talk, Some(party))).collect()
}

/// Who wished learns with whom it talks once that was agreed; who is asked learns who asks.
fn talk_view(file: &CaseFile, talk: &Talk, viewer: Option<Party>) -> TalkView {
    let asked = viewer.is_some() && talks::asked(talk) == viewer;
    let state = match talk.agreed {
        Some(true) => TalkState::Agreed,
        Some(false) => TalkState::Declined,
        None if asked => TalkState::ToAnswer,
        None => TalkState::Asked,
    };
    let knows = viewer.is_none() || asked || state == TalkState::Agreed;
    let between = talk.between.filter(|_| knows);
    let name = |id| file.case.developer(id).map(|side| side.name.clone()).unwrap_or_default();
    TalkView {
        wisher: talk.wisher,
        on: talk.on,
        state,
        developer: between.map(|(id, _)| (id, name(id))),
        report: between.map(|(_, report)| report),
    }
}
