//! Views with the texts that they name, opened: what a page is made of. Nothing is opened that the view does not
//! name, and who opened what is recorded (decision 17).

use std::collections::{BTreeMap, HashMap};
use std::io::BufWriter;

use rulebook::action::Action;
use rulebook::case::view::{Viewer, actions, view};
use rulebook::case::{CaseFile, CaseView, Thread};
use rulebook::ids::{AccountId, BodyId, DeveloperId};
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::form::ReportForm;
use rulebook::report::{ReportState, ReportView};
use serde::Serialize;
use sha2::Digest as _;

use crate::enquiries::AskerCard;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};

/// Fingerprint of a view: a page carries it, so that a command given on an older view is noticed (decision 10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest(String);

impl Digest {
    /// The fingerprint of a view.
    #[must_use]
    pub fn of<V: Serialize>(view: &V) -> Self {
        // The text of a view is long, and nobody reads it: it is hashed as it comes.
        let mut written = BufWriter::new(sha2::Sha256::new());
        serde_json::to_writer(&mut written, view).expect("views are plain data");
        let hash = written.into_inner().expect("a hash takes all bytes").finalize();
        Digest(hash[..12].iter().map(|byte| format!("{byte:02x}")).collect())
    }

    /// A fingerprint that came back with a form.
    #[must_use]
    pub fn given(text: &str) -> Self {
        Digest(text.chars().take(64).collect())
    }

    /// As a form carries it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The finder as somebody may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FinderCard {
    /// Name.
    pub name: String,
    /// Affiliation.
    pub affiliation: String,
    /// Mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Name to publish.
    pub credit: String,
}

/// A finder whose report was joined later, opened.
pub struct LaterFinder {
    /// Whether it wishes to be named in public.
    pub wants_credit: bool,
    /// Who it is, where the view names its person and it is not erased.
    pub card: Option<FinderCard>,
}

/// A report, opened.
pub struct ReportPage {
    /// The view.
    pub view: ReportView,
    /// Its fingerprint.
    pub digest: Digest,
    /// The form; none when the person was erased.
    pub form: Option<ReportForm>,
    /// The bytes as they came, as text (desk).
    pub original: Option<String>,
    /// The texts that the view names.
    pub texts: HashMap<BodyId, String>,
    /// The cases that it is handled as, as the same party sees them; the first one first, none before acceptance.
    pub cases: Vec<ReportCase>,
    /// Names of the accounts that the view names.
    pub names: BTreeMap<AccountId, String>,
}

/// A case that a report is handled as.
pub struct ReportCase {
    /// The view.
    pub view: CaseView,
    /// Its fingerprint.
    pub digest: Digest,
    /// What the viewer may do in it now, and why not what it may not.
    actions: Vec<(Action, Option<Refusal>)>,
}

impl ReportCase {
    /// Why an action is not possible now; `None` when it is.
    #[must_use]
    pub fn refusal(&self, action: Action) -> Option<Refusal> {
        lookup(&self.actions, action)
    }
}

/// Whether a page shows what is written in a thread; the messages of other threads stay sealed.
pub type Shown<'a> = dyn Fn(&CaseView, Thread) -> bool + Sync + 'a;

/// A case, opened.
pub struct CasePage {
    /// The view.
    pub view: CaseView,
    /// Its fingerprint.
    pub digest: Digest,
    /// The texts that the view names, as far as they are shown.
    pub texts: HashMap<BodyId, String>,
    /// The finder, where the view names its person.
    pub finder: Option<FinderCard>,
    /// Those who reported the same later, in the order of the view.
    pub later_finders: Vec<LaterFinder>,
    /// Who enquired about the publication, by the number of the enquiry, where the view names it and it is not erased.
    pub askers: BTreeMap<u32, AskerCard>,
    /// Names of the accounts that the view names.
    pub names: BTreeMap<AccountId, String>,
    /// What the viewer may do now (not about one developer), and why not what it may not.
    pub actions: Vec<(Action, Option<Refusal>)>,
    /// The same about each developer of the view.
    pub developer_actions: BTreeMap<DeveloperId, Vec<(Action, Option<Refusal>)>>,
}

impl CasePage {
    /// Why an action is not possible now; `None` when it is.
    #[must_use]
    pub fn refusal(&self, action: Action) -> Option<Refusal> {
        lookup(&self.actions, action)
    }

    /// The same, about one developer.
    #[must_use]
    pub fn refusal_about(&self, developer: DeveloperId, action: Action) -> Option<Refusal> {
        self.developer_actions.get(&developer).map_or_else(|| lookup(&[], action), |list| lookup(list, action))
    }

    /// A text that the view names and that is shown.
    #[must_use]
    pub fn text(&self, body: BodyId) -> &str {
        self.texts.get(&body).map_or("", String::as_str)
    }
}

impl ReportPage {
    /// The case that was opened when it was accepted.
    #[must_use]
    pub fn case(&self) -> Option<&CaseView> {
        self.cases.first().map(|case| &case.view)
    }

    /// A text that the view names.
    #[must_use]
    pub fn text(&self, body: BodyId) -> &str {
        self.texts.get(&body).map_or("", String::as_str)
    }
}

fn lookup(list: &[(Action, Option<Refusal>)], action: Action) -> Option<Refusal> {
    let found = list.iter().find(|(one, _)| *one == action);
    found.map_or(Some(Refusal::plain(rulebook::refusal::Why::NotYours)), |(_, refusal)| refusal.clone())
}

/// The accounts that a view names: who wrote notes, looks after it, signed.
fn people(view: &CaseView) -> Vec<AccountId> {
    let signatures = view.advisory.iter().flat_map(|draft| [draft.approved, draft.co_signed]).flatten();
    let notes = view.notes.iter().map(|note| note.item.0);
    notes.chain(view.owner).chain(signatures.map(|by| by.by)).collect()
}

/// The party as the rulebook's viewer.
fn viewer(actor: Actor) -> Viewer {
    Viewer::Party(actor.party)
}

impl Office {
    /// The view of a case for an actor.
    pub(crate) fn view_case(&self, file: &CaseFile, actor: Actor) -> Result<CaseView> {
        view(file, viewer(actor), self.rules(&file.case.edition)).ok_or(Error::NotFound)
    }

    pub(crate) async fn show_report(
        &self,
        report: &ReportState,
        cases: &[CaseFile],
        actor: Actor,
    ) -> Result<ReportPage> {
        let view = rulebook::report::view::view(report, actor.party).ok_or(Error::NotFound)?;
        let mut wanted = vec![view.form];
        wanted.extend(view.original);
        wanted.extend(view.messages.iter().map(|message| message.item.body));
        wanted.extend(view.notes.iter().map(|note| note.item.1));
        wanted.extend(view.disclosure_talk.iter().map(|said| said.item.1));
        wanted.extend(view.reclassified.into_iter().chain(view.withdrawn_because));
        wanted.extend(match &view.stage {
            rulebook::report::ReportStage::Accepted { reason, .. }
            | rulebook::report::ReportStage::SiteAccepted { reason, .. }
            | rulebook::report::ReportStage::Rejected { reason, .. } => Some(*reason),
            _ => None,
        });
        let mut bodies = self.open(&wanted).await?;
        let form = bodies.remove(&view.form).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let original = view.original.and_then(|id| bodies.remove(&id)).map(text);
        let cases = cases.iter().map(|file| self.case_of_report(file, actor)).collect::<Result<Vec<_>>>()?;
        if actor.party == Party::ReceivingBody {
            self.store().record_read(report.id.0, actor.id(), "report", self.now().at).await?;
        }
        let mut named: Vec<AccountId> = view.notes.iter().map(|note| note.item.0).collect();
        named.extend(view.owner);
        let names = self.names(named).await?;
        let digest = Digest::of(&view);
        let texts = bodies.into_iter().map(|(id, bytes)| (id, text(bytes))).collect();
        Ok(ReportPage { view, digest, form, original, texts, cases, names })
    }

    fn case_of_report(&self, file: &CaseFile, actor: Actor) -> Result<ReportCase> {
        let view = self.view_case(file, actor)?;
        let all = actions(file, actor.party, None, self.rules(&file.case.edition), self.now());
        let actions = all.into_iter().map(|(action, may)| (action, may.err())).collect();
        Ok(ReportCase { digest: Digest::of(&view), view, actions })
    }

    pub(crate) async fn show_case(&self, file: &CaseFile, actor: Actor, shown: &Shown<'_>) -> Result<CasePage> {
        let view = self.view_case(file, actor)?;
        let read = view.messages.iter().filter(|message| shown(&view, message.item.thread));
        let mut wanted: Vec<BodyId> = read.map(|message| message.item.body).collect();
        wanted.extend(view.notes.iter().map(|note| note.item.1));
        // The finder's form is opened only where the view names the person.
        let report = file.reports.first().filter(|report| view.finder == Some(report.person));
        wanted.extend(report.map(|report| report.form));
        let later: Vec<_> = file.reports.iter().skip(1).zip(&view.later_finders).collect();
        wanted.extend(later.iter().filter(|(_, known)| known.person.is_some()).map(|(report, _)| report.form));
        let mut bodies = self.open(&wanted).await?;
        let mut card = |report: &ReportState| -> Option<FinderCard> {
            let form: ReportForm = serde_json::from_slice(&bodies.remove(&report.form)?).ok()?;
            Some(finder_card(&form))
        };
        let finder = report.and_then(&mut card);
        let later_finders = later
            .into_iter()
            .map(|(report, known)| LaterFinder { wants_credit: known.wants_credit, card: card(report) })
            .collect();
        if view.content.is_some() {
            self.store().record_read(view.id.0, actor.id(), "details", self.now().at).await?;
        }
        let names = self.names(people(&view)).await?;
        let (rules, now) = (self.rules(&file.case.edition), self.now());
        let own_signatures = self.own_signatures(file, actor).await?;
        let opened = |list: Vec<(Action, Result<(), Refusal>)>| {
            let own =
                |action| own_signatures.iter().find(|(one, _)| *one == action).map(|(_, refusal)| refusal.clone());
            list.into_iter().map(|(action, may)| (action, may.err().or_else(|| own(action)))).collect::<Vec<_>>()
        };
        let of_developers = view
            .developers
            .iter()
            .map(|developer| (developer.id, opened(actions(file, actor.party, Some(developer.id), rules, now))))
            .collect();
        Ok(CasePage {
            digest: Digest::of(&view),
            texts: bodies.into_iter().map(|(id, bytes)| (id, text(bytes))).collect(),
            finder,
            later_finders,
            askers: self.askers(&view.aftercare.enquiries).await?,
            names,
            actions: opened(actions(file, actor.party, None, rules, now)),
            developer_actions: of_developers,
            view,
        })
    }

    pub(crate) async fn open(&self, ids: &[BodyId]) -> Result<HashMap<BodyId, Vec<u8>>> {
        let plain: Vec<_> = ids.iter().map(|id| id.0).collect();
        let found = self.store().bodies(&plain).await?;
        Ok(found.into_iter().map(|(id, bytes)| (BodyId(id), bytes)).collect())
    }
}

pub(crate) fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

pub(crate) fn finder_card(form: &ReportForm) -> FinderCard {
    FinderCard {
        name: form.finder_name.clone(),
        affiliation: form.affiliation.clone(),
        email: form.email.clone(),
        phone: form.phone.clone(),
        credit: form.credit().to_owned(),
    }
}
