//! From reports to website cases: acceptance one by one and in bulk, and joining what is handled already (Ⅴ.3.2).

use std::collections::HashMap;

use rulebook::case::{AttemptOutcome, ContactMeans};
use rulebook::ids::{BodyId, ReportId, SiteCaseId};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::report::form::ReportForm;
use rulebook::report::{Condition, ReportState};
use rulebook::site::{
    AcceptSite, Alike, JoinSite, SiteCommand, SiteContent, SiteFile, SiteFileEvent, SiteState, accept, decide, join,
    notices,
};
use store::{Append, CardFilter, CardOrder, KeyOwner, StoreError, StreamId, StreamKind, Version};

use super::rows::{HOST, SITE, site_links};
use super::{SiteCard, SiteOrder, WaitingSite};
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::reports::{TRIES, told_with_reason};

/// The desk's acceptance of a website's report.
#[derive(Clone)]
pub struct SiteAcceptance {
    /// The conditions that were ticked.
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: String,
    /// What the case says.
    pub content: SiteContent,
    /// What is done in the opened case in the same transaction, in this order.
    pub first: Vec<SiteOrder>,
}

/// The desk's acceptance of many alike reports in one sitting: each becomes a case of its own, with what it says itself.
#[derive(Clone)]
pub struct SiteBulk {
    /// The conditions that were ticked for all of them.
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to each finder.
    pub reason: String,
    /// What is done in every opened case in the same transaction, in this order.
    pub first: Vec<SiteOrder>,
    /// Mail addresses of operators, by report: each is written to at once, with a one-time link and without details.
    pub contacts: HashMap<ReportId, String>,
    /// What the page showed of each report ([`WaitingSite::digest`]); one that is so no more stops them all.
    pub seen: HashMap<ReportId, Digest>,
}

/// A report that is being accepted: as it stands, its version, and its form unless the person was erased.
struct Accepted<'a> {
    report: &'a ReportState,
    version: Version,
    form: Option<&'a ReportForm>,
}

/// The desk's decision that a report tells of a website case in hand.
#[derive(Clone, Debug)]
pub struct SiteJoining {
    /// The conditions that were ticked.
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: String,
    /// The case.
    pub site: SiteCaseId,
}

impl SiteBulk {
    /// Whether a report is still what the page showed of it.
    fn is_stale(&self, report: &ReportState, form: Option<&ReportForm>) -> bool {
        let now = form.map(|form| WaitingSite::of(report, form).digest());
        self.seen.get(&report.id).is_some_and(|seen| now.as_ref() != Some(seen))
    }

    /// What it comes to for one of the reports.
    fn of(&self, accepted: &Accepted<'_>, now: Moment) -> SiteAcceptance {
        let to = self.contacts.get(&accepted.report.id).map(|to| to.trim()).filter(|to| !to.is_empty());
        let contact = to.map(|to| SiteCommand::ContactOperator {
            means: ContactMeans::Mail,
            to: to.to_owned(),
            on: now.today,
            outcome: AttemptOutcome::Waiting,
            link: true,
            note: String::new(),
        });
        SiteAcceptance {
            confirmed: self.confirmed.clone(),
            reason: self.reason.clone(),
            content: accepted.form.map(SiteContent::from_form).unwrap_or_default(),
            first: self.first.iter().cloned().chain(contact.map(SiteOrder::from)).collect(),
        }
    }
}

impl Office {
    /// Accepts a report of a website and opens its case.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], or the store's. Then nothing was changed.
    pub async fn accept_site_report(
        &self,
        id: ReportId,
        actor: Actor,
        seen: Option<&Digest>,
        acceptance: SiteAcceptance,
    ) -> Result<SiteCaseId> {
        told_with_reason(&acceptance.reason)?;
        for _ in 0..TRIES {
            let (state, version) = self.load_report(id).await?;
            self.check_report_seen(&state, actor, seen)?;
            let form = self.form_of(&state).await?;
            let now = self.now();
            let mut append = Append::new(now.at, actor.id());
            let accepted = Accepted { report: &state, version, form: form.as_ref() };
            let site = self.push_acceptance(&mut append, &accepted, actor, &acceptance, now)?;
            match self.store().append(append).await {
                Ok(()) => return Ok(site),
                Err(StoreError::Conflict { .. } | StoreError::Taken { kind: "number" }) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Stale)
    }

    /// Accepts many reports of websites at once: all of them or, when one cannot be, none.
    ///
    /// # Errors
    /// `NotFound` for everybody but the receiving body; the refusal of the first that cannot be accepted,
    /// [`Error::Stale`], or the store's. Then nothing was changed.
    pub async fn accept_site_reports(&self, ids: &[ReportId], actor: Actor, bulk: SiteBulk) -> Result<Vec<SiteCaseId>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        told_with_reason(&bulk.reason)?;
        for _ in 0..TRIES {
            let now = self.now();
            let mut append = Append::new(now.at, actor.id());
            let mut sites = Vec::with_capacity(ids.len());
            let reports = self.load_reports(ids).await?;
            let forms = self.forms_of(reports.iter().map(|(report, _)| report)).await?;
            for (report, version) in &reports {
                if bulk.is_stale(report, forms.get(&report.id)) {
                    return Err(Error::Stale);
                }
                let accepted = Accepted { report, version: *version, form: forms.get(&report.id) };
                let acceptance = bulk.of(&accepted, now);
                sites.push(self.push_acceptance(&mut append, &accepted, actor, &acceptance, now)?);
            }
            match self.store().append(append).await {
                Ok(()) => return Ok(sites),
                Err(StoreError::Conflict { .. } | StoreError::Taken { kind: "number" }) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Stale)
    }

    /// Adds everything that accepting a report comes to: both streams, rows, links, mails.
    fn push_acceptance(
        &self,
        append: &mut Append,
        accepted: &Accepted<'_>,
        actor: Actor,
        acceptance: &SiteAcceptance,
        now: Moment,
    ) -> Result<SiteCaseId> {
        let report = accepted.report;
        let owner = KeyOwner::Stream(StreamId::new(StreamKind::Report, report.id.0));
        let reason = self.body(owner, acceptance.reason.clone().into_bytes());
        let site = SiteCaseId(self.id());
        let command = AcceptSite {
            confirmed: acceptance.confirmed.clone(),
            reason: BodyId(reason.id),
            site,
            number: format!("{}{}", self.settings().partnership.site_prefix, self.entropy().eight_digits()),
            content: acceptance.content.clone(),
            edition: self.edition_in_force().key.clone(),
        };
        let (of_report, of_site) = accept(report, actor.party, command, now)?;
        append.bodies.push(reason);
        let mut after = report.clone();
        of_report.iter().for_each(|event| after.evolve(now.at, event));
        let opened = SiteState::replay(site, of_site.iter().map(|event| (now.at, event)));
        let mut file = SiteFile { site: opened.ok_or(Error::Unreadable("a website case"))?, reports: vec![after] };
        let of_report = of_report.into_iter().map(|event| SiteFileEvent::Report(report.id, event));
        let mut events: Vec<_> = of_report.chain(of_site.into_iter().map(SiteFileEvent::Site)).collect();
        let mut told = notices(&file, &events);
        for order in &acceptance.first {
            let prepared = self.prepare_site(&file, actor, order)?;
            let more = decide(&file, actor.party, prepared.command, self.rules(&file.site.edition), now)?;
            told.extend(notices(&file, &more));
            more.iter().for_each(|event| file.evolve(now.at, event));
            events.extend(more);
            append.bodies.extend(prepared.bodies);
            append.attachments.extend(prepared.attachments);
        }
        let versions = |stream: StreamId| if stream.kind == StreamKind::Report { accepted.version } else { 0 };
        self.push_site(append, &file, &events, versions);
        let address = |_: &ReportState| accepted.form.map(|form| form.email.clone());
        self.push_site_mails(append, &file, &told, address);
        Ok(site)
    }

    /// Streams, rows and links of a website case and of the report that comes to it.
    fn push_site(
        &self,
        append: &mut Append,
        after: &SiteFile,
        events: &[SiteFileEvent],
        versions: impl Fn(StreamId) -> Version,
    ) {
        let parts = super::streams(after.site.id, versions, events);
        let version = parts[0].expected + parts[0].events.len() as i64;
        append.streams.extend(parts);
        self.push_site_rows(append, after, version);
        super::push_report_rows(append, after, events);
        append.links.extend(site_links(self.store(), after));
    }

    /// Joins a report to a website case that is handled and not fixed.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's. Then nothing was changed.
    pub async fn join_site_report(
        &self,
        id: ReportId,
        actor: Actor,
        seen: Option<&Digest>,
        joining: SiteJoining,
    ) -> Result<()> {
        told_with_reason(&joining.reason)?;
        for _ in 0..TRIES {
            let (state, version) = self.load_report(id).await?;
            self.check_report_seen(&state, actor, seen)?;
            let loaded = self.load_site(joining.site).await?;
            let now = self.now();
            let owner = KeyOwner::Stream(StreamId::new(StreamKind::Report, id.0));
            let reason = self.body(owner, joining.reason.clone().into_bytes());
            let command = JoinSite { confirmed: joining.confirmed.clone(), reason: BodyId(reason.id) };
            let rules = self.rules(&loaded.file.site.edition);
            let (of_report, of_site) = join(&state, &loaded.file, actor.party, command, rules, now)?;
            let mut after = loaded.file.clone();
            of_site.iter().for_each(|event| after.site.evolve(now.at, event));
            let mut joined = state.clone();
            of_report.iter().for_each(|event| joined.evolve(now.at, event));
            after.reports.push(joined);
            let of_report = of_report.into_iter().map(|event| SiteFileEvent::Report(id, event));
            let events: Vec<_> = of_report.chain(of_site.into_iter().map(SiteFileEvent::Site)).collect();
            let mut append = Append::new(now.at, actor.id());
            append.bodies.push(reason);
            let joined = |stream: StreamId| if stream.id == id.0 { version } else { loaded.version(stream) };
            self.push_site(&mut append, &after, &events, joined);
            self.mails_of_site(&mut append, &after, &notices(&after, &events)).await?;
            match self.store().append(append).await {
                Err(StoreError::Conflict { .. }) => {}
                other => return Ok(other.map(|_| ())?),
            }
        }
        Err(Error::Stale)
    }

    /// Website cases on the same site as a report, those of the same kind first: one indexed query.
    ///
    /// # Errors
    /// `NotFound` for everybody but the receiving body; the store's.
    pub async fn alike_sites(&self, id: ReportId, actor: Actor) -> Result<Vec<SiteCard>> {
        if actor.party != Party::ReceivingBody {
            return Err(Error::NotFound);
        }
        let (report, _) = self.load_report(id).await?;
        let form = self.form_of(&report).await?.unwrap_or_default();
        let wanted = Alike::of(&form.website_url, &form.vulnerability_kind);
        if wanted.site.is_empty() {
            return Ok(Vec::new());
        }
        let ids = self.store().linked_to(HOST, self.store().blind_id(HOST, &wanted.site)).await?;
        let filter = CardFilter { ids: Some(&ids), ..CardFilter::default() };
        let cards = self.store().card_page(SITE, filter, CardOrder::Changed).await?;
        let mut found = cards.iter().map(|card| crate::lists::read(&card.card)).collect::<Result<Vec<SiteCard>>>()?;
        let other = |card: &SiteCard| !wanted.may_be_same(&Alike { site: card.site.clone(), kind: card.kind });
        found.sort_by_key(other);
        Ok(found)
    }
}
