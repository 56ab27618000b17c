//! Reports and cases that are not one to one: a report that joins a case in hand, a report that becomes a second case,
//! a case that came from overseas; and the reports and cases that a new report may be the same as.

use rulebook::case::file::FileEvent;
use rulebook::case::{CaseContent, CaseEvent, CaseFile, CaseState, OpenOverseas, Overseas, notices, open_overseas};
use rulebook::ids::{BodyId, CaseId, ReportId};
use rulebook::party::Party;
use rulebook::report::{Condition, JoinReport, ReportState, SplitReport, join, split};
use store::{Append, KeyOwner, LinkRow, StoreError, StreamAppend, StreamId, StreamKind};

use crate::codec::encode;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::project::case_rows;
use crate::reports::{TRIES, told_with_reason};

/// The desk's decision that a report tells of a case in hand.
#[derive(Clone, Debug)]
pub struct Joining {
    /// The conditions that were ticked.
    pub confirmed: Vec<Condition>,
    /// The reason, as sent to the finder.
    pub reason: String,
    /// The case.
    pub case: CaseId,
}

impl Office {
    /// Joins a report to a case that is handled and not published.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's. Then nothing was changed.
    pub async fn join_report(&self, id: ReportId, actor: Actor, seen: Option<&Digest>, joining: Joining) -> Result<()> {
        told_with_reason(&joining.reason)?;
        for _ in 0..TRIES {
            let (state, version) = self.load_report(id).await?;
            self.check_report_seen(&state, actor, seen)?;
            let loaded = self.load_case(joining.case).await?;
            let now = self.now();
            let owner = KeyOwner::Stream(StreamId::new(StreamKind::Report, id.0));
            let reason = self.body(owner, joining.reason.clone().into_bytes());
            let command = JoinReport { confirmed: joining.confirmed.clone(), reason: BodyId(reason.id) };
            let (of_report, of_case) = join(&state, &loaded.file, actor.party, command, now)?;
            let mut append = self.report_append(&state, version, actor, &of_report, now).await?;
            append.bodies.push(reason);
            let mut after = loaded.file.clone();
            of_case.iter().for_each(|event| after.case.evolve(now.at, event));
            let mut report = state;
            of_report.iter().for_each(|event| report.evolve(now.at, event));
            after.reports.push(report);
            let stream = StreamId::new(StreamKind::Case, joining.case.0);
            let version = loaded.version(stream);
            append.links.push(LinkRow { a: joining.case.0, relation: "report".into(), b: id.0 });
            self.push_case(&mut append, &after, version, &of_case);
            let told: Vec<FileEvent> = of_case.into_iter().map(FileEvent::Case).collect();
            self.mails_of_case(&mut append, &after, &notices::of_case(&loaded.file, &told)).await?;
            match self.store().append(append).await {
                Err(StoreError::Conflict { .. }) => {}
                other => return Ok(other.map(|_| ())?),
            }
        }
        Err(Error::Stale)
    }

    /// Opens a further case for another vulnerability or product in an accepted report.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], or the store's. Then nothing was changed.
    pub async fn split_report(
        &self,
        id: ReportId,
        actor: Actor,
        seen: Option<&Digest>,
        content: CaseContent,
    ) -> Result<CaseId> {
        for _ in 0..TRIES {
            let (state, version) = self.load_report(id).await?;
            self.check_report_seen(&state, actor, seen)?;
            let now = self.now();
            let case = CaseId(self.id());
            let command = SplitReport {
                case,
                case_number: self.case_number(),
                content: content.clone(),
                edition: self.edition_in_force().key.clone(),
            };
            let (of_report, of_case) = split(&state, actor.party, command, now)?;
            let mut append = self.report_append(&state, version, actor, &of_report, now).await?;
            append.links.push(LinkRow { a: case.0, relation: "report".into(), b: id.0 });
            let mut report = state;
            of_report.iter().for_each(|event| report.evolve(now.at, event));
            self.push_new_case(&mut append, case, &of_case, vec![report])?;
            match self.store().append(append).await {
                Ok(()) => return Ok(case),
                Err(StoreError::Conflict { .. } | StoreError::Taken { kind: "number" }) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Stale)
    }

    /// Takes in a case that a coordinator overseas handed over.
    ///
    /// # Errors
    /// A refusal, or the store's. Then nothing was taken in.
    pub async fn open_overseas_case(&self, actor: Actor, overseas: Overseas, content: CaseContent) -> Result<CaseId> {
        for _ in 0..TRIES {
            let now = self.now();
            let case = CaseId(self.id());
            let command = OpenOverseas {
                case_number: self.case_number(),
                overseas: overseas.clone(),
                content: content.clone(),
                edition: self.edition_in_force().key.clone(),
            };
            let events = open_overseas(actor.party, command, now)?;
            let mut append = Append::new(now.at, actor.id());
            let file = self.push_new_case(&mut append, case, &events, vec![])?;
            let told: Vec<FileEvent> = events.into_iter().map(FileEvent::Case).collect();
            let told = notices::of_case(&file, &told).into_iter().filter(|notice| notice.to == Party::ReceivingBody);
            self.mails_of_case(&mut append, &file, &told.collect::<Vec<_>>()).await?;
            match self.store().append(append).await {
                Ok(()) => return Ok(case),
                Err(StoreError::Taken { kind: "number" }) => {}
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Stale)
    }

    pub(crate) fn case_number(&self) -> String {
        format!("{}{}", self.settings().partnership.case_prefix, self.entropy().eight_digits())
    }

    /// The stream and the rows of a case that is new in this transaction.
    pub(crate) fn push_new_case(
        &self,
        append: &mut Append,
        case: CaseId,
        events: &[CaseEvent],
        reports: Vec<ReportState>,
    ) -> Result<CaseFile> {
        let opened = CaseState::replay(case, events.iter().map(|event| (append.at, event)));
        let file = CaseFile { case: opened.ok_or(Error::Unreadable("a case"))?, advisory: None, reports };
        self.push_case(append, &file, 0, events);
        Ok(file)
    }

    fn push_case(&self, append: &mut Append, after: &CaseFile, version: i64, events: &[CaseEvent]) {
        let rules = self.rules(&after.case.edition);
        let (row, duties) = case_rows(after, rules, append.at, version + events.len() as i64);
        append.rows.push(row);
        append.duties.push(duties);
        let stream = StreamId::new(StreamKind::Case, after.case.id.0);
        let events = events.iter().map(encode).collect();
        append.streams.push(StreamAppend { stream, expected: version, events });
    }
}
