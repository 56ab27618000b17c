//! Cases: giving a command, and everything that follows from it in one transaction.

use rulebook::advisory::{AdvisoryContent, AdvisoryEvent};
use rulebook::case::file::FileEvent;
use rulebook::case::reach::is_public;
use rulebook::case::{
    AftercareCommand, AftercareEvent, CaseCommand, CaseEvent, CaseFile, NonDisclosureCommand, Origin, Thread, decide,
    notices,
};
use rulebook::ids::{AdvisoryId, BodyId, CaseId, DeveloperId, ReportId};
use rulebook::moment::{Moment, instant_of};
use rulebook::party::Party;
use rulebook::text::Localized;
use store::{
    AdoptAttachment, Append, Claim, KeyOwner, LinkRow, NewBody, NewEvent, NewJob, NewToken, StoreError, StreamAppend,
    StreamId, StreamKind,
};

use crate::codec::encode;
use crate::committee::seated;
use crate::cve::RECORD_JOB;
use crate::enquiries::EnquiryOrder;
use crate::error::{Error, Result};
use crate::files::Loaded;
use crate::office::{Actor, Office};
use crate::pages::{CasePage, Digest};
use crate::project::{case_rows, report_rows};
use crate::reach::{INQUIRY_NUMBER, listed};
use crate::reports::{TRIES, normal_number};

/// What somebody wants done in a case, before texts and drafts have ids.
#[derive(Clone, Debug)]
pub enum CaseOrder {
    /// A command as it is.
    Do(Box<CaseCommand>),
    /// Write a message.
    Write {
        /// Between whom.
        thread: Thread,
        /// The text.
        text: String,
    },
    /// An internal note of the actor's side.
    AddNote(String),
    /// Explain to a finder why the developer needs time.
    ExplainDelay {
        /// To whom.
        report: ReportId,
        /// The text.
        text: String,
    },
    /// Write down an enquiry about the publication.
    RecordEnquiry(EnquiryOrder),
    /// Begin the advisory: the draft is made from the case.
    StartAdvisory,
    /// Take the developers' newest statements into the draft.
    RefreshAdvisory,
    /// Publish, or publish the update.
    Publish {
        /// What changed.
        summary: Localized,
    },
    /// Put a developer on the list of unreachable developers, under a number that nobody has (付録5.1).
    ListName {
        /// Whom.
        developer: DeveloperId,
        /// What the row says.
        row: RowText,
    },
}

/// What a row of the list of unreachable developers says (付録5.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowText {
    /// 開発者名; nothing when empty.
    pub name: String,
    /// 関連情報: a link, or nothing.
    pub reference: String,
    /// 備考.
    pub remark: String,
}

/// What was decided in a case, and what goes with it into the same transaction.
#[derive(Default)]
pub(crate) struct Decided {
    pub events: Vec<FileEvent>,
    pub bodies: Vec<NewBody>,
    pub attachments: Vec<AdoptAttachment>,
    pub tokens: Vec<NewToken>,
    pub claims: Vec<Claim>,
}

impl From<CaseCommand> for CaseOrder {
    fn from(command: CaseCommand) -> Self {
        CaseOrder::Do(Box::new(command))
    }
}

/// Job that publishes a case on its day.
pub(crate) const PUBLISH_JOB: &str = "publish";

/// A case in relation to a developer that somebody tried to reach: only then does the developer know of it.
pub(crate) const REACHED: &str = "reached";

impl Office {
    /// A case as a party may see it, with the texts of its view.
    ///
    /// # Errors
    /// `NotFound` when it does not exist or is secret to the party.
    pub async fn case_page(&self, id: CaseId, actor: Actor) -> Result<CasePage> {
        let loaded = self.load_case(id).await?;
        self.show_case(&loaded.file, actor, &|_, _| true).await
    }

    /// Finds the case behind a number.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn case_id(&self, number: &str) -> Result<CaseId> {
        self.by_number("case", &normal_number(number)).await.map(CaseId)
    }

    /// Does something in a case. `seen` is the digest of the page that the command was given on: a store conflict
    /// with an unchanged view is decided again, a changed view is told (decision 10).
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's. Then nothing was changed.
    pub async fn act(&self, id: CaseId, actor: Actor, seen: Option<&Digest>, order: CaseOrder) -> Result<()> {
        self.act_once(id, actor, seen, order, &[]).await
    }

    /// The same, with claims: what holds one of them already was done before ([`StoreError::Taken`]).
    pub(crate) async fn act_once(
        &self,
        id: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        order: CaseOrder,
        claims: &[Claim],
    ) -> Result<()> {
        let decided = |file: &CaseFile, now: Moment| {
            let (command, bodies) = self.command_of(file, actor, &order)?;
            let events = decide(file, actor.party, command, self.rules(&file.case.edition), now)?;
            Ok(Decided { events, bodies, claims: claims.to_vec(), ..Decided::default() })
        };
        self.commit(id, actor, seen, &decided).await
    }

    /// Decides on the case as it stands and appends what follows; decided again when somebody else was faster.
    pub(crate) async fn commit(
        &self,
        id: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        decided: &(dyn Fn(&CaseFile, Moment) -> Result<Decided> + Send + Sync),
    ) -> Result<()> {
        for _ in 0..TRIES {
            let loaded = self.load_case(id).await?;
            self.check_case_seen(&loaded.file, actor, seen)?;
            let now = self.now();
            let Decided { events, bodies, attachments, tokens, claims } = decided(&loaded.file, now)?;
            if events.is_empty() {
                return Ok(());
            }
            if events
                .iter()
                .any(|event| matches!(event, FileEvent::Advisory(_, AdvisoryEvent::AdvisoryApproved { .. })))
            {
                self.check_before_signing(&loaded.file).await?;
            }
            self.check_signatures(&loaded.file, &events).await?;
            let mut append = self.case_append(&loaded, actor, &events, now).await?;
            append.bodies.extend(bodies);
            append.attachments.extend(attachments);
            append.tokens.extend(tokens);
            append.claims.extend(claims);
            match self.store().append(append).await {
                Ok(()) => {
                    self.after_append(&events).await;
                    return Ok(());
                }
                Err(
                    StoreError::Conflict { .. }
                    | StoreError::Taken { kind: "advisory_number" | INQUIRY_NUMBER | "sequence" },
                ) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Stale)
    }

    pub(crate) fn check_case_seen(&self, file: &CaseFile, actor: Actor, seen: Option<&Digest>) -> Result<()> {
        if actor.party == Party::Program {
            return Ok(());
        }
        let view = self.view_case(file, actor)?;
        match seen {
            Some(seen) if *seen != Digest::of(&view) => Err(Error::Stale),
            _ => Ok(()),
        }
    }

    fn command_of(&self, file: &CaseFile, actor: Actor, order: &CaseOrder) -> Result<(CaseCommand, Vec<NewBody>)> {
        let owner = KeyOwner::Stream(StreamId::new(StreamKind::Case, file.case.id.0));
        let sealed = |text: &str| self.body(owner, text.trim().as_bytes().to_vec());
        let said = |text: &str| if text.trim().is_empty() { Err(Error::Unusable("an empty text")) } else { Ok(()) };
        Ok(match order {
            CaseOrder::Do(command) => (command.as_ref().clone(), vec![]),
            CaseOrder::Write { thread, text } => {
                said(text)?;
                let body = sealed(text);
                (CaseCommand::Write { thread: *thread, body: BodyId(body.id), attachments: vec![] }, vec![body])
            }
            CaseOrder::AddNote(text) => {
                said(text)?;
                let body = sealed(text);
                (CaseCommand::AddNote { body: BodyId(body.id), by: actor.signing()? }, vec![body])
            }
            CaseOrder::ExplainDelay { report, text } => {
                said(text)?;
                let stream = KeyOwner::Stream(StreamId::new(StreamKind::Report, report.0));
                let body = self.body(stream, text.trim().as_bytes().to_vec());
                let command = NonDisclosureCommand::ExplainDelay { report: *report, body: BodyId(body.id) };
                (CaseCommand::NonDisclosure(command), vec![body])
            }
            CaseOrder::RecordEnquiry(order) => {
                said(&order.asker.name)?;
                let (asker, body) = self.sealed_asker(&order.asker);
                let (from, question, on) = (order.from, order.question.clone(), order.on);
                let command = AftercareCommand::RecordEnquiry { from, asker, question, on };
                (CaseCommand::Aftercare(command), vec![body])
            }
            CaseOrder::StartAdvisory => {
                let prefix = if file.case.origin == Origin::Overseas { "JVNVU" } else { "JVN" };
                let command = CaseCommand::StartAdvisory {
                    id: AdvisoryId(self.id()),
                    number: format!("{prefix}#{}", self.entropy().eight_digits()),
                    content: Box::new(self.draft_of(file)),
                };
                (command, vec![])
            }
            CaseOrder::RefreshAdvisory => {
                (CaseCommand::EditAdvisory(Box::new(self.refreshed(file).ok_or(Error::NotFound)?)), vec![])
            }
            CaseOrder::Publish { summary } => (CaseCommand::Publish { summary: summary.clone() }, vec![]),
            CaseOrder::ListName { developer, row } => (self.list_name(*developer, row.clone()), vec![]),
        })
    }

    /// Events, projections, mails, jobs and links of a decision: one transaction.
    async fn case_append(&self, loaded: &Loaded, actor: Actor, events: &[FileEvent], now: Moment) -> Result<Append> {
        let case = loaded.file.case.id;
        let mut after = loaded.file.clone();
        for event in events {
            after.evolve(now.at, event);
        }
        let mut append = Append::new(now.at, actor.id());
        append.streams = streams(loaded, case, events);
        let version = append
            .streams
            .iter()
            .find(|part| part.stream.kind == StreamKind::Case)
            .map_or(0, |part| part.expected + part.events.len() as i64);
        let (row, duties) = case_rows(&after, self.rules(&after.case.edition), now.at, version);
        append.rows.push(row);
        append.duties.push(duties);
        self.push_report_rows(&mut append, &after, events);
        let told = notices::of_case(&loaded.file, events);
        for event in events {
            match event {
                FileEvent::Case(event) => self.consequences(&mut append, &after, event).await?,
                // Signed on the day or after it: the job that found no signatures gets another turn.
                FileEvent::Advisory(_, AdvisoryEvent::AdvisoryCoSigned { .. }) => {
                    self.push_publish_job(&mut append, &after)
                }
                FileEvent::Advisory(..) | FileEvent::Report(..) => {}
            }
        }
        self.mails_of_case(&mut append, &after, &told).await?;
        Ok(append)
    }

    /// The rows of reports that the decision touched.
    fn push_report_rows(&self, append: &mut Append, after: &CaseFile, events: &[FileEvent]) {
        for report in &after.reports {
            let touched = |event: &FileEvent| matches!(event, FileEvent::Report(id, _) if *id == report.id);
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

    /// What an event brings beside rows and mails: links, jobs, claims, a one-time link, the signed publication.
    async fn consequences(&self, append: &mut Append, after: &CaseFile, event: &CaseEvent) -> Result<()> {
        let case = after.case.id;
        match event {
            CaseEvent::DeveloperAdded { developer, .. } => {
                append.links.push(LinkRow { a: case.0, relation: "developer".into(), b: developer.0 });
            }
            // From here on the developer knows of the case.
            CaseEvent::ContactAttempted { developer, .. } => {
                append.links.push(LinkRow { a: case.0, relation: REACHED.into(), b: developer.0 });
            }
            CaseEvent::AnswerLinkSent { developer, to } => {
                self.push_answer_link(append, after, *developer, to).await?;
            }
            CaseEvent::DaySet { .. } => self.push_publish_job(append, after),
            CaseEvent::AdvisoryStarted { advisory, number } => {
                let value = number.clone();
                append.claims.push(Claim { kind: "advisory_number", value, subject: advisory.0 });
                append.links.push(LinkRow { a: case.0, relation: "advisory".into(), b: advisory.0 });
            }
            CaseEvent::Published { .. } | CaseEvent::Aftercare(AftercareEvent::PublicationWithdrawn { .. }) => {
                let (publication, step) = self.publication(after).await?;
                append.publications.push(publication);
                if self.settings().cve.follows() {
                    append.jobs.push(NewJob::once(RECORD_JOB, case.0, append.at));
                }
                append.sequences.extend(step);
            }
            CaseEvent::Aftercare(AftercareEvent::EnquiryAnswered { enquiry, .. }) => {
                self.push_enquiry_answer(append, after, *enquiry).await?;
            }
            CaseEvent::Reach(event) => listed(append, after, event),
            CaseEvent::Judgement(event) => seated(append, &after.case, event),
            _ => {}
        }
        Ok(())
    }

    /// The job that publishes on the day that holds, at the edition's hour (decision 5).
    pub(crate) fn push_publish_job(&self, append: &mut Append, after: &CaseFile) {
        let Some(day) = after.case.day().filter(|_| after.case.publications.is_empty()) else { return };
        let edition = self.rules(&after.case.edition).edition;
        let hour = edition.publication_time.value.hour();
        if let Some(at) = instant_of(day, hour, edition.utc_offset_hours) {
            append.jobs.push(NewJob::once(PUBLISH_JOB, after.case.id.0, at));
        }
    }

    /// A publication is written into the tree right after its commit. The commit stands whatever happens to the tree:
    /// the signed bytes are in the store, and the next round writes what is missing (decision 21).
    async fn after_append(&self, events: &[FileEvent]) {
        let public = |event: &CaseEvent| {
            let withdrawn = matches!(event, CaseEvent::Aftercare(AftercareEvent::PublicationWithdrawn { .. }));
            withdrawn || matches!(event, CaseEvent::Published { .. })
        };
        let published = events.iter().any(|event| matches!(event, FileEvent::Case(event) if public(event)));
        if published && let Err(error) = self.write_tree().await {
            tracing::error!(%error, "the published tree is behind and will be written later");
        }
        let listed = |event: &FileEvent| matches!(event, FileEvent::Case(CaseEvent::Reach(event)) if is_public(event));
        if events.iter().any(listed)
            && let Err(error) = self.write_unreachable().await
        {
            tracing::error!(%error, "the list of unreachable developers is behind and will be written later");
        }
    }

    /// What would keep a text from being published is heard before anybody signs it.
    async fn check_before_signing(&self, file: &CaseFile) -> Result<()> {
        let Some(draft) = &file.advisory else { return Ok(()) };
        let document = self.preview(file, &draft.content).await?;
        let findings: Vec<_> =
            document.check().into_iter().filter(|finding| finding.level() == formats::Level::Must).collect();
        if findings.is_empty() { Ok(()) } else { Err(Error::Findings(findings)) }
    }

    /// Publishes what is due (job): signed texts whose day has come. What is not signed yet stays a duty.
    ///
    /// # Errors
    /// The store's or the tree's.
    pub(crate) async fn publish_due(&self, case: CaseId) -> Result<bool> {
        let summary = Localized::default();
        match self.act(case, Actor::PROGRAM, None, CaseOrder::Publish { summary }).await {
            Ok(()) => Ok(true),
            Err(Error::Refused(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// A draft made from the case (Ⅳ.4.9): what is known goes to its place, in the language in which it is known.
    fn draft_of(&self, file: &CaseFile) -> AdvisoryContent {
        crate::draft::draft(file, self.rules(&file.case.edition).edition.utc_offset_hours)
    }

    fn refreshed(&self, file: &CaseFile) -> Option<AdvisoryContent> {
        let draft = file.advisory.as_ref()?;
        let offset = self.rules(&file.case.edition).edition.utc_offset_hours;
        Some(crate::draft::refresh(&draft.content, file, offset))
    }
}

fn streams(loaded: &Loaded, case: CaseId, events: &[FileEvent]) -> Vec<StreamAppend> {
    // The case's own stream is always named: with no event of its own, its version is checked all the same.
    let own = StreamId::new(StreamKind::Case, case.0);
    let mut parts = vec![StreamAppend { stream: own, expected: loaded.version(own), events: vec![] }];
    for event in events {
        match event {
            FileEvent::Case(event) => parts[0].events.push(encode(event)),
            FileEvent::Advisory(id, event) => {
                beside(&mut parts, loaded, StreamId::new(StreamKind::Advisory, id.0), encode(event));
            }
            FileEvent::Report(id, event) => {
                beside(&mut parts, loaded, StreamId::new(StreamKind::Report, id.0), encode(event));
            }
        }
    }
    parts
}

/// Adds an event to the part of its stream.
fn beside(parts: &mut Vec<StreamAppend>, loaded: &Loaded, stream: StreamId, event: NewEvent) {
    match parts.iter_mut().find(|part| part.stream == stream) {
        Some(part) => part.events.push(event),
        None => parts.push(StreamAppend { stream, expected: loaded.version(stream), events: vec![event] }),
    }
}
