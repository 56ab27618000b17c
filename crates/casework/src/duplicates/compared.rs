//! What is compared of every case and every undecided report, in memory.
//!
//! Cards are sealed: opening all of them for each look at a report takes the longer, the more cases there are. So each
//! process keeps what is compared, and asks the journal before each use which streams went on. The order of the journal
//! is that of commits, so nothing that another process wrote is passed over; and a process that starts knows nothing,
//! and reads it all once.

use std::cmp::Reverse;
use std::collections::HashMap;

use jiff::Timestamp;
use rulebook::ids::ReportId;
use store::{Card, CardFilter, CardOrder, StreamId, StreamKind};
use tokio::sync::OwnedMutexGuard;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::{AT_MOST, Likely, WORTH_A_LOOK, Wanted, text_of_form};
use crate::error::{Error, Result};
use crate::likeness::{Pairs, Sketch};
use crate::lists::read;
use crate::office::Office;
use crate::project::{CaseCard, ReportCard};

/// Undecided reports whose text is opened to be compared, the newest ones.
const OPENED: usize = 30;
/// Cards that are asked for at once: opening them takes about a millisecond.
const BATCH: usize = 200;
/// States of reports that are not decided.
const UNDECIDED: [&str; 2] = ["received", "needs-reading"];

/// The cases and the undecided reports.
#[derive(Default)]
pub(crate) struct Compared {
    /// The place of the journal up to which they were read; none before the first use.
    seq: Option<i64>,
    all: HashMap<Uuid, One>,
}

/// A case or an undecided report.
struct One {
    is_case: bool,
    number: String,
    title: String,
    state: String,
    changed_at: Timestamp,
    pairs: Pairs,
    /// That of a report is made when the report is first among the newest.
    text: Option<Sketch>,
}

impl One {
    fn of(card: Card) -> Result<Self> {
        let is_case = card.kind == "case";
        let (number, title, text) = match is_case {
            true => {
                let case: CaseCard = read(&card.card)?;
                (case.number, case.title, Some(case.sketch))
            }
            false => {
                let report: ReportCard = read(&card.card)?;
                (report.number, report.title, None)
            }
        };
        let pairs = Pairs::of(&title);
        Ok(One { is_case, number, title, state: card.state, changed_at: card.changed_at, pairs, text })
    }
}

impl Compared {
    /// The cases and undecided reports that a report may be the same as, the likeliest first.
    pub(super) fn likely(&self, report: ReportId, wanted: &Wanted) -> Vec<Likely> {
        let (newest, unread) = (self.newest(report), Sketch::default());
        let mut found = Vec::new();
        for (id, one) in self.all.iter().filter(|(id, _)| **id != report.0) {
            let is_opened = one.is_case || newest.contains(id);
            let text = one.text.as_ref().filter(|_| is_opened).unwrap_or(&unread);
            let percent = wanted.percent(&one.pairs, text);
            if percent >= WORTH_A_LOOK {
                found.push((percent, one));
            }
        }
        found.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.number.cmp(&other.number)));
        let likely = |(percent, one): (u8, &One)| Likely {
            is_case: one.is_case,
            number: one.number.clone(),
            title: one.title.clone(),
            state: one.state.clone(),
            percent,
        };
        found.into_iter().take(AT_MOST).map(likely).collect()
    }

    /// The undecided reports beside this one whose texts are compared.
    fn newest(&self, report: ReportId) -> Vec<Uuid> {
        let reports = self.all.iter().filter(|(id, one)| !one.is_case && **id != report.0);
        let mut newest: Vec<_> = reports.map(|(id, one)| (Reverse(one.changed_at), *id)).collect();
        newest.sort_unstable();
        newest.into_iter().take(OPENED).map(|(_, id)| id).collect()
    }
}

impl Office {
    /// Everything that a report is compared with, as the journal stands now; with the texts of the newest reports.
    pub(super) async fn compared(&self, report: ReportId) -> Result<OwnedMutexGuard<Compared>> {
        let mut compared = self.compared.clone().lock_owned().await;
        match compared.seq {
            None => self.read_all(&mut compared).await?,
            Some(seq) => self.follow(&mut compared, seq).await?,
        }
        let newest = compared.newest(report);
        let unread = newest.into_iter().filter(|id| compared.all.get(id).is_some_and(|one| one.text.is_none()));
        let texts = self.texts_of_reports(unread.map(ReportId).collect()).await?;
        for (id, text) in texts {
            if let Some(one) = compared.all.get_mut(&id.0) {
                one.text = Some(text);
            }
        }
        Ok(compared)
    }

    /// Reads everything; what is written meanwhile lies after the place and is read again the next time.
    async fn read_all(&self, compared: &mut Compared) -> Result<()> {
        let seq = self.store().newest_seq().await?;
        compared.all.clear();
        let cases = self.store().streams(StreamKind::Case).await?;
        self.read_again(compared, "case", &cases).await?;
        let undecided = CardFilter { states: &UNDECIDED, ..CardFilter::default() };
        self.take(compared, self.store().card_page("report", undecided, CardOrder::Changed).await?).await?;
        compared.seq = Some(seq);
        Ok(())
    }

    /// Reads what went on since.
    async fn follow(&self, compared: &mut Compared, seq: i64) -> Result<()> {
        let changes = self.store().changes_after(seq).await?;
        let of = |kind: StreamKind| -> Vec<Uuid> {
            changes.streams.iter().filter(|stream: &&StreamId| stream.kind == kind).map(|stream| stream.id).collect()
        };
        self.read_again(compared, "case", &of(StreamKind::Case)).await?;
        self.read_again(compared, "report", &of(StreamKind::Report)).await?;
        compared.seq = Some(changes.seq);
        Ok(())
    }

    /// Reads cards of a kind as they stand now; a report that was decided is not compared any more.
    async fn read_again(&self, compared: &mut Compared, kind: &str, ids: &[Uuid]) -> Result<()> {
        let states: &[&str] = if kind == "report" { &UNDECIDED } else { &[] };
        for ids in ids.chunks(BATCH) {
            ids.iter().for_each(|id| drop(compared.all.remove(id)));
            let filter = CardFilter { states, ids: Some(ids), ..CardFilter::default() };
            self.take(compared, self.store().card_page(kind, filter, CardOrder::Number).await?).await?;
        }
        Ok(())
    }

    async fn take(&self, compared: &mut Compared, cards: Vec<Card>) -> Result<()> {
        let read = spawn_blocking(move || cards.into_iter().map(|card| Ok((card.id, One::of(card)?))).collect());
        let read: Result<Vec<_>> = read.await.map_err(|_| Error::Unreadable("a card"))?;
        compared.all.extend(read?);
        Ok(())
    }

    /// The sketches of some reports' texts, in two queries; empty where the person was erased.
    async fn texts_of_reports(&self, ids: Vec<ReportId>) -> Result<HashMap<ReportId, Sketch>> {
        let reports = self.load_reports(&ids).await?;
        let mut forms = self.forms_of(reports.iter().map(|(report, _)| report)).await?;
        let text = |id: ReportId| (id, forms.remove(&id).map(|form| text_of_form(&form)).unwrap_or_default());
        Ok(ids.into_iter().map(text).collect())
    }
}
