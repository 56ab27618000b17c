//! What an auditor is shown: facts of the journal without its contents, the proof that it is whole, and a case in
//! Vultron's words. Nothing that anybody wrote is opened here, and no name.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use models::from_case::{CaseModel, from_case};
use store::{Broken, Checkpoint, StreamCount, VerifyReport};

use crate::error::Result;
use crate::office::Office;

/// So many days of events are counted.
const DAYS: i64 = 14;

/// The journal in figures.
#[derive(Clone, Debug)]
pub struct JournalFacts {
    /// Streams by kind.
    pub streams: Vec<StreamCount>,
    /// The last days on which something happened, the latest first: types of events and how many.
    pub days: Vec<(Date, Vec<(String, u64)>)>,
    /// Checkpoints, the latest first.
    pub checkpoints: Vec<Checkpoint>,
    /// Checkpoints whose signature is wrong.
    pub forged: usize,
}

/// What came of reading everything again.
#[derive(Clone, Debug)]
pub struct Verified {
    /// When.
    pub at: Timestamp,
    /// What was read, and what of it is broken.
    pub report: VerifyReport,
    /// The checkpoint that the journal was held against, if there is one.
    pub checkpoint: Option<Checkpoint>,
    /// What was cut off or rewritten since.
    pub since: Vec<Broken>,
}

impl Verified {
    /// Whether nothing is broken.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.report.broken.is_empty() && self.since.is_empty()
    }
}

impl Office {
    /// The journal in figures.
    ///
    /// # Errors
    /// The store's.
    pub async fn journal_facts(&self) -> Result<JournalFacts> {
        let from = self.now().at - SignedDuration::from_hours(24 * DAYS);
        let mut days: Vec<(Date, Vec<(String, u64)>)> = Vec::new();
        for one in self.store().event_counts(from, self.edition_in_force().utc_offset_hours).await? {
            match days.last_mut() {
                Some((day, kinds)) if *day == one.day => kinds.push((one.kind, one.events)),
                _ => days.push((one.day, vec![(one.kind, one.events)])),
            }
        }
        let texts = self.store().checkpoint_texts().await?;
        let checkpoints: Vec<Checkpoint> = texts.iter().filter_map(|text| Checkpoint::parse(text).ok()).collect();
        let forged = texts.len() - checkpoints.len();
        Ok(JournalFacts { streams: self.store().stream_counts().await?, days, checkpoints, forged })
    }

    /// Reads everything again, and holds it against the last checkpoint.
    ///
    /// # Errors
    /// The store's; that something is broken is no error here.
    pub async fn verify_journal(&self) -> Result<Verified> {
        let report = self.store().verify().await?;
        let text = self.store().checkpoint_texts().await?.into_iter().next();
        let checkpoint = text.as_deref().and_then(|text| Checkpoint::parse(text).ok());
        let since = match &checkpoint {
            Some(checkpoint) => self.store().verify_against(&checkpoint.text()).await?,
            None => Vec::new(),
        };
        Ok(Verified { at: self.now().at, report, checkpoint, since })
    }

    /// A case in Vultron's words: parties by their place, no text and no name.
    ///
    /// # Errors
    /// `NotFound`; the store's.
    pub async fn vultron(&self, number: &str) -> Result<CaseModel> {
        let file = self.load_case_numbered(number).await?.file;
        Ok(from_case(&file, self.rules(&file.case.edition), self.now().today).numbered())
    }
}
