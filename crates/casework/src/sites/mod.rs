//! Website cases (Ⅴ章): giving a command, and everything that follows from it in one transaction.
//!
//! Neither the site nor its operator is ever in clear: not in numbers, mails, subjects, file names or lists. The same site
//! is found again by a blind index of its host (decision 14).

mod accept;
mod cells;
mod desk;
mod figures;
mod find;
mod letter;
mod listed;
mod load;
mod mails;
mod product;
mod rows;
mod waiting;
mod way;

pub use accept::{SiteAcceptance, SiteBulk, SiteJoining};
pub use cells::late_between;
pub use desk::{SiteDesk, SiteReport};
pub use letter::{SiteCall, SiteContact, SiteLetterOrder};
pub use listed::ListedSite;
pub use rows::SiteCard;
pub use waiting::WaitingSite;
pub use way::{SiteEntered, SiteEntry, SiteGrant, SiteLink, SiteWay};

pub(crate) use cells::Cells;
pub(crate) use load::replay_site;
pub(crate) use rows::{SITE, site_links, site_rows};

use std::collections::{BTreeMap, HashMap};

use rulebook::ids::{AccountId, BodyId, ReportId, SiteCaseId};
use rulebook::influence::RangeFactors;
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::site::{
    SiteAction, SiteCommand, SiteEnding, SiteEvent, SiteFile, SiteFileEvent, SiteThread, SiteView, decide, notices,
    view,
};
use store::{
    AdoptAttachment, Append, Claim, KeyOwner, NewBody, Revocation, StoreError, StreamAppend, StreamId, StreamKind,
    Version,
};

use self::load::LoadedSite;
use crate::codec::encode;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::{Digest, FinderCard, finder_card, text};
use crate::project::report_rows;
use crate::reports::{ReceivedFile, TRIES, adopt, named, normal_number};
use crate::scores::score_v3;
use crate::sessions::contractors;

/// What somebody wants done in a website case, before texts and files have ids.
#[derive(Clone)]
pub enum SiteOrder {
    /// A command as it is.
    Do(Box<SiteCommand>),
    /// An internal note of the desk.
    AddNote(String),
    /// Write a message.
    Write {
        /// Between whom.
        thread: SiteThread,
        /// The text.
        text: String,
        /// Whether an answer is asked for (desk only).
        question: bool,
        /// Files.
        files: Vec<ReceivedFile>,
    },
    /// Ask the operator what may be told to a finder that enquires.
    Consult {
        /// Which finder.
        report: ReportId,
        /// The text.
        text: String,
    },
    /// Rate the influence by a CVSS v3 vector.
    Rate {
        /// The vector, as typed.
        vector: String,
        /// What is known about the range.
        factors: RangeFactors,
    },
    /// End the handling.
    Close {
        /// How.
        ending: SiteEnding,
        /// The reason as the finders read it.
        to_finder: String,
        /// The reason as the operator reads it; nothing when it was never contacted.
        to_operator: String,
    },
}

impl From<SiteCommand> for SiteOrder {
    fn from(command: SiteCommand) -> Self {
        SiteOrder::Do(Box::new(command))
    }
}

/// A website case, opened.
pub struct SitePage {
    /// The view.
    pub view: SiteView,
    /// Its fingerprint.
    pub digest: Digest,
    /// The texts that the view names.
    pub texts: HashMap<BodyId, String>,
    /// The finder, where the view names its person.
    pub finder: Option<FinderCard>,
    /// Names of the accounts that the view names.
    pub names: BTreeMap<AccountId, String>,
    /// Numbers of its reports, in their order (desk).
    pub reports: Vec<(ReportId, String)>,
}

impl SitePage {
    /// Why an action is not possible now; `None` when it is.
    #[must_use]
    pub fn refusal(&self, action: SiteAction) -> Option<Refusal> {
        let found = self.view.actions.iter().find(|(one, _)| *one == action);
        found.map_or(Some(Refusal::plain(rulebook::refusal::Why::NotYours)), |(_, refusal)| refusal.clone())
    }

    /// A text that the view names.
    #[must_use]
    pub fn text(&self, body: BodyId) -> &str {
        self.texts.get(&body).map_or("", String::as_str)
    }
}

/// What was decided, and what goes with it into the same transaction.
struct Prepared {
    command: SiteCommand,
    bodies: Vec<NewBody>,
    attachments: Vec<AdoptAttachment>,
}

impl From<SiteCommand> for Prepared {
    fn from(command: SiteCommand) -> Self {
        Prepared { command, bodies: vec![], attachments: vec![] }
    }
}

impl Office {
    /// A website case as a party may see it, with the texts of its view.
    ///
    /// # Errors
    /// `NotFound` when it does not exist or is secret to the party; the store's.
    pub async fn site_page(&self, id: SiteCaseId, actor: Actor) -> Result<SitePage> {
        let loaded = self.load_site(id).await?;
        self.show_site(&loaded.file, actor).await
    }

    /// Finds the website case behind a number.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn site_id(&self, number: &str) -> Result<SiteCaseId> {
        self.by_number(SITE, &normal_number(number)).await.map(SiteCaseId)
    }

    /// The number of a website case that a party may know of.
    ///
    /// # Errors
    /// `NotFound` when it does not exist or is secret to the party; the store's.
    pub async fn site_number(&self, id: SiteCaseId, actor: Actor) -> Result<String> {
        let loaded = self.load_site(id).await?;
        Ok(self.view_site(&loaded.file, actor)?.number)
    }

    /// Does something in a website case. `seen` is the digest of the page that the command was given on (decision 10).
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's. Then nothing was changed.
    pub async fn act_on_site(
        &self,
        id: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        order: impl Into<SiteOrder>,
    ) -> Result<()> {
        self.act_on_site_once(id, actor, seen, &order.into(), &[]).await
    }

    /// The same, with claims: what holds one of them already was done before ([`StoreError::Taken`]).
    pub(crate) async fn act_on_site_once(
        &self,
        id: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        order: &SiteOrder,
        claims: &[Claim],
    ) -> Result<()> {
        for _ in 0..TRIES {
            let loaded = self.load_site(id).await?;
            self.check_site_seen(&loaded.file, actor, seen)?;
            let now = self.now();
            let prepared = self.prepare_site(&loaded.file, actor, order)?;
            let rules = self.rules(&loaded.file.site.edition);
            let events = decide(&loaded.file, actor.party, prepared.command, rules, now)?;
            if events.is_empty() {
                return Ok(());
            }
            let mut append = self.site_append(&loaded, actor, &events, now).await?;
            append.bodies.extend(prepared.bodies);
            append.attachments.extend(prepared.attachments);
            append.claims.extend_from_slice(claims);
            match self.store().append(append).await {
                Err(StoreError::Conflict { .. }) => {}
                other => return Ok(other.map(|_| ())?),
            }
        }
        Err(Error::Stale)
    }

    pub(crate) fn view_site(&self, file: &SiteFile, actor: Actor) -> Result<SiteView> {
        view(file, actor.party, self.rules(&file.site.edition), self.now()).ok_or(Error::NotFound)
    }

    pub(super) fn check_site_seen(&self, file: &SiteFile, actor: Actor, seen: Option<&Digest>) -> Result<()> {
        if actor.party == Party::Program {
            return Ok(());
        }
        let view = self.view_site(file, actor)?;
        match seen {
            Some(seen) if *seen != Digest::of(&view) => Err(Error::Stale),
            _ => Ok(()),
        }
    }

    /// Turns an order into a command with the bodies and files that it names.
    fn prepare_site(&self, file: &SiteFile, actor: Actor, order: &SiteOrder) -> Result<Prepared> {
        let owner = KeyOwner::Stream(StreamId::new(StreamKind::Site, file.site.id.0));
        let sealed = |text: &str| match text.trim() {
            "" => Err(Error::Unusable("an empty text")),
            said => Ok(self.body(owner, said.as_bytes().to_vec())),
        };
        Ok(match order {
            SiteOrder::Do(command) => command.as_ref().clone().into(),
            SiteOrder::AddNote(text) => {
                let body = sealed(text)?;
                let command = SiteCommand::AddNote { body: BodyId(body.id), by: actor.signing()? };
                Prepared { bodies: vec![body], ..command.into() }
            }
            SiteOrder::Write { thread, text, question, files } => {
                let body = sealed(text)?;
                let (thread, question, attachments) = (*thread, *question, files.iter().map(named).collect());
                let command = SiteCommand::Write { thread, body: BodyId(body.id), question, attachments };
                Prepared { command, bodies: vec![body], attachments: adopt(files, owner) }
            }
            SiteOrder::Consult { report, text } => {
                let body = sealed(text)?;
                let command = SiteCommand::Consult { report: *report, body: BodyId(body.id) };
                Prepared { bodies: vec![body], ..command.into() }
            }
            SiteOrder::Rate { vector, factors } => {
                let scored = score_v3(vector).map_err(|_| Error::Unusable("the vector"))?;
                SiteCommand::Rate { vector: scored.vector, score_tenths: scored.tenths, factors: *factors }.into()
            }
            SiteOrder::Close { ending, to_finder, to_operator } => {
                let finder = sealed(to_finder)?;
                let operator = Some(to_operator).filter(|text| !text.trim().is_empty());
                let operator = operator.map(|text| sealed(text)).transpose()?;
                let command = SiteCommand::Close {
                    ending: *ending,
                    to_finder: BodyId(finder.id),
                    to_operator: operator.as_ref().map(|body| BodyId(body.id)),
                };
                Prepared { bodies: std::iter::once(finder).chain(operator).collect(), ..command.into() }
            }
        })
    }

    /// Events, rows, mails and links of a decision: one transaction.
    pub(crate) async fn site_append(
        &self,
        loaded: &LoadedSite,
        actor: Actor,
        events: &[SiteFileEvent],
        now: Moment,
    ) -> Result<Append> {
        let mut append = Append::new(now.at, actor.id());
        self.push_decision(&mut append, loaded, events, now).await?;
        Ok(append)
    }

    /// Adds a decision to an append, which may hold those of other cases.
    async fn push_decision(
        &self,
        append: &mut Append,
        loaded: &LoadedSite,
        events: &[SiteFileEvent],
        now: Moment,
    ) -> Result<()> {
        let mut after = loaded.file.clone();
        events.iter().for_each(|event| after.evolve(now.at, event));
        let parts = streams(after.site.id, |stream| loaded.version(stream), events);
        let version = parts[0].expected + parts[0].events.len() as i64;
        append.streams.extend(parts);
        self.push_site_rows(append, &after, version);
        push_report_rows(append, &after, events);
        let found = events.iter().any(|event| matches!(event, SiteFileEvent::Site(SiteEvent::SiteClassified(_))));
        if found {
            append.links.extend(site_links(self.store(), &after));
        }
        end_access(append, &loaded.file, events);
        let told = notices(&loaded.file, events);
        self.mails_of_site(append, &after, &told).await
    }

    pub(crate) fn push_site_rows(&self, append: &mut Append, after: &SiteFile, version: i64) {
        let (row, cell, duties) = site_rows(self.store(), after, self.rules(&after.site.edition), append.at, version);
        append.rows.push(row);
        append.cells.push(cell);
        append.duties.push(duties);
    }

    pub(crate) async fn show_site(&self, file: &SiteFile, actor: Actor) -> Result<SitePage> {
        let view = self.view_site(file, actor)?;
        let mut wanted: Vec<BodyId> = view.messages.iter().map(|message| message.item.body).collect();
        wanted.extend(view.notes.iter().map(|note| note.item.1));
        wanted.extend(view.closing.iter().flat_map(|end| [end.reason, end.to_operator]).flatten());
        // The finder's form is opened only where the view names the person.
        let report = file.reports.first().filter(|report| view.finder == Some(report.person));
        wanted.extend(report.map(|report| report.form));
        let mut bodies = self.open(&wanted).await?;
        let form = report.and_then(|report| bodies.remove(&report.form));
        let form = form.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        if view.content.is_some() {
            self.store().record_read(view.id.0, actor.id(), "details", self.now().at).await?;
        }
        let people = view.notes.iter().map(|note| note.item.0).chain(view.owner).collect();
        let known = |id: &ReportId| file.report(*id).map(|report| (*id, report.number.clone()));
        Ok(SitePage {
            digest: Digest::of(&view),
            texts: bodies.into_iter().map(|(id, bytes)| (id, text(bytes))).collect(),
            finder: form.as_ref().map(finder_card),
            names: self.names(people).await?,
            reports: view.reports.iter().filter_map(known).collect(),
            view,
        })
    }
}

/// The case's own stream comes first and is always named: its version is checked even without an event of its own.
fn streams(site: SiteCaseId, version: impl Fn(StreamId) -> Version, events: &[SiteFileEvent]) -> Vec<StreamAppend> {
    let own = StreamId::new(StreamKind::Site, site.0);
    let mut parts = vec![StreamAppend { stream: own, expected: version(own), events: vec![] }];
    for event in events {
        let (stream, event) = match event {
            SiteFileEvent::Site(event) => (own, encode(event)),
            SiteFileEvent::Report(id, event) => (StreamId::new(StreamKind::Report, id.0), encode(event)),
        };
        match parts.iter_mut().find(|part| part.stream == stream) {
            Some(part) => part.events.push(event),
            None => parts.push(StreamAppend { stream, expected: version(stream), events: vec![event] }),
        }
    }
    parts
}

/// The pages of those who answer no more are closed with the decision.
fn end_access(append: &mut Append, before: &SiteFile, events: &[SiteFileEvent]) {
    let site = before.site.id;
    for event in events {
        match event {
            SiteFileEvent::Site(SiteEvent::SiteForwarded { .. }) => append.ended_sessions.push(contractors(site)),
            SiteFileEvent::Site(SiteEvent::SiteTakenBack { .. }) => {
                append.ended_sessions.push(contractors(site));
                append.revocations.push(Revocation { kind: way::CONTRACTOR, subject: site.0 });
            }
            SiteFileEvent::Site(SiteEvent::OperatorConfirmed { mail, .. }) => {
                let other = before.site.contact.as_ref().is_some_and(|contact| contact.mail != *mail);
                append.ended_sessions.extend(other.then_some(site.0));
            }
            _ => {}
        }
    }
}

/// The rows of reports that the decision touched.
fn push_report_rows(append: &mut Append, after: &SiteFile, events: &[SiteFileEvent]) {
    for report in &after.reports {
        let touched = |event: &SiteFileEvent| matches!(event, SiteFileEvent::Report(id, _) if *id == report.id);
        if !events.iter().any(touched) {
            continue;
        }
        let stream = StreamId::new(StreamKind::Report, report.id.0);
        let part = append.streams.iter().find(|part| part.stream == stream);
        let version = part.map_or(0, |part| part.expected + part.events.len() as i64);
        let (row, duties) = report_rows(report, append.at, version);
        append.rows.push(row);
        append.duties.push(duties);
    }
}
