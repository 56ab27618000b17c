//! Two cases that prove to be the same: one append over both cases and the reports of the one that ends.

use rulebook::case::file::FileEvent;
use rulebook::case::{CaseEvent, CaseFile, Merged, merge, notices};
use rulebook::ids::CaseId;
use store::{Append, LinkRow, StoreError, StreamAppend, StreamId, StreamKind};

use crate::cases::REACHED;
use crate::codec::encode;
use crate::error::{Error, Result};
use crate::files::Loaded;
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::project::{case_rows, report_rows};
use crate::reports::TRIES;

impl Office {
    /// The case in which another one goes on since it proved to be the same; itself if it did not.
    ///
    /// # Errors
    /// `NotFound`, or the store's.
    pub async fn kept_case(&self, id: CaseId) -> Result<CaseId> {
        Ok(self.load_kept_case(id).await?.file.case.id)
    }

    /// The same, loaded: a link that was sent for a case that moved opens the one that goes on.
    pub(crate) async fn load_kept_case(&self, id: CaseId) -> Result<Loaded> {
        let mut loaded = self.load_case(id).await?;
        while let Some(moved) = &loaded.file.case.arrivals.moved {
            loaded = self.load_case(moved.into).await?;
        }
        Ok(loaded)
    }

    /// Ends a case in another one that proved to be the same; the other one is named by its number.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound` for a number that is no case's, or the store's. Then nothing was changed.
    pub async fn merge_case(
        &self,
        from: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        into: &str,
        reason: &str,
    ) -> Result<()> {
        for _ in 0..TRIES {
            let from = self.load_case(from).await?;
            self.check_case_seen(&from.file, actor, seen)?;
            let into = self.load_case_numbered(into).await?;
            // Who may not see the other case hears the same as of one that does not exist.
            self.view_case(&into.file, actor)?;
            let now = self.now();
            let rules = self.rules(&into.file.case.edition);
            let merged = merge(&from.file, &into.file, actor.party, reason.trim().to_owned(), rules, now)?;
            let mut append = Append::new(now.at, actor.id());
            self.push_merged(&mut append, &from, &into, &merged).await?;
            match self.store().append(append).await {
                Err(StoreError::Conflict { .. }) => {}
                other => return Ok(other.map(|_| ())?),
            }
        }
        Err(Error::Stale)
    }

    async fn push_merged(&self, append: &mut Append, from: &Loaded, into: &Loaded, merged: &Merged) -> Result<()> {
        let (mut ended, mut whole) = (from.file.clone(), into.file.clone());
        merged.from.iter().for_each(|event| ended.case.evolve(append.at, event));
        merged.into.iter().for_each(|event| whole.case.evolve(append.at, event));
        for (id, event) in &merged.reports {
            ended.evolve(append.at, &FileEvent::Report(*id, event.clone()));
            whole.evolve(append.at, &FileEvent::Report(*id, event.clone()));
            let stream = StreamId::new(StreamKind::Report, id.0);
            let version = from.version(stream);
            append.streams.push(StreamAppend { stream, expected: version, events: vec![encode(event)] });
            append.links.push(LinkRow { a: whole.case.id.0, relation: "report".into(), b: id.0 });
            let Some(report) = ended.reports.iter().find(|report| report.id == *id).cloned() else { continue };
            let (row, duties) = report_rows(&report, append.at, version + 1);
            append.rows.push(row);
            append.duties.push(duties);
            if whole.reports.iter().all(|known| known.id != *id) {
                whole.reports.push(report.clone());
            }
            let form = self.form_of(&report).await?.unwrap_or_default();
            self.mails_of_report(append, &report, &form, &notices::of_report(*id, event));
        }
        self.push_side(append, &ended, from, &merged.from);
        self.push_side(append, &whole, into, &merged.into);
        for side in &whole.case.developers {
            append.links.push(LinkRow { a: whole.case.id.0, relation: "developer".into(), b: side.id.0 });
            if !side.attempts.is_empty() {
                append.links.push(LinkRow { a: whole.case.id.0, relation: REACHED.into(), b: side.id.0 });
            }
        }
        self.push_publish_job(append, &whole);
        self.mails_of_case(append, &whole, &merged.told).await
    }

    /// Stream and rows of one of the two.
    fn push_side(&self, append: &mut Append, after: &CaseFile, loaded: &Loaded, events: &[CaseEvent]) {
        let stream = StreamId::new(StreamKind::Case, after.case.id.0);
        let expected = loaded.version(stream);
        let version = expected + events.len() as i64;
        let (row, duties) = case_rows(after, self.rules(&after.case.edition), append.at, version);
        append.rows.push(row);
        append.duties.push(duties);
        append.streams.push(StreamAppend { stream, expected, events: events.iter().map(encode).collect() });
    }
}
