//! Reaching a developer: attempts with what proves them, the letter, and the row of the public list
//! (Ⅳ.4.2.第6段, 付録5).

mod letter;
mod listing;

pub use letter::{LetterAddress, LetterOrder};
pub(crate) use listing::{INQUIRY_NUMBER, LIST_JOB, listed, listing_rows};
pub use listing::{NoticeText, PublicNotice, PublicRow, notice_text};

use jiff::civil::Date;
use rulebook::case::file::FileEvent;
use rulebook::case::{AttemptOutcome, CaseCommand, CaseFile, ContactMeans, ReachCommand, decide};
use rulebook::ids::{AttachmentId, CaseId, DeveloperId};
use rulebook::moment::Moment;
use rulebook::report::Attachment;
use store::{AttachmentReader, KeyOwner, StreamId, StreamKind};

use crate::cases::Decided;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::reports::{ReceivedFile, adopt, named};

/// An attempt to reach a developer, with what proves it.
#[derive(Clone)]
pub struct AttemptOrder {
    /// The developer.
    pub developer: DeveloperId,
    /// By what means.
    pub means: ContactMeans,
    /// Where to.
    pub to: String,
    /// On which day.
    pub on: Date,
    /// What came of it.
    pub outcome: AttemptOutcome,
    /// Anything worth keeping.
    pub note: String,
    /// Files that prove it.
    pub files: Vec<ReceivedFile>,
}

/// What became of an attempt later, or what proves it.
#[derive(Clone)]
pub struct AttemptNoteOrder {
    /// The developer.
    pub developer: DeveloperId,
    /// Which attempt, 1 for the first.
    pub attempt: u32,
    /// On which day.
    pub on: Date,
    /// What came of it, where that is new.
    pub outcome: Option<AttemptOutcome>,
    /// Anything worth keeping.
    pub note: String,
    /// Files that prove it.
    pub files: Vec<ReceivedFile>,
}

impl Office {
    /// Logs an attempt together with what proves it: one append.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's.
    pub async fn log_attempt(
        &self,
        case: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        order: AttemptOrder,
    ) -> Result<()> {
        let decided = |file: &CaseFile, now: Moment| {
            let events = self.attempt_events(file, actor, &order, None, now)?;
            Ok(Decided { events, attachments: adopt(&order.files, owner(case)), ..Decided::default() })
        };
        self.commit(case, actor, seen, &decided).await
    }

    /// Writes down what became of an attempt, or what proves it.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's.
    pub async fn note_attempt(
        &self,
        case: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        order: AttemptNoteOrder,
    ) -> Result<()> {
        let decided = |file: &CaseFile, now: Moment| {
            let AttemptNoteOrder { developer, attempt, on, outcome, note, files } = order.clone();
            let files = files.iter().map(named).collect();
            let note = ReachCommand::NoteAttempt { developer, attempt, on, outcome, letter: None, files, note };
            let command = CaseCommand::Reach(note);
            let events = decide(file, actor.party, command, self.rules(&file.case.edition), now)?;
            Ok(Decided { events, attachments: adopt(&order.files, owner(case)), ..Decided::default() })
        };
        self.commit(case, actor, seen, &decided).await
    }

    /// The events of an attempt, and of what proves it when there is any.
    fn attempt_events(
        &self,
        file: &CaseFile,
        actor: Actor,
        order: &AttemptOrder,
        letter: Option<&str>,
        now: Moment,
    ) -> Result<Vec<FileEvent>> {
        let AttemptOrder { developer, means, on, outcome, .. } = *order;
        let rules = self.rules(&file.case.edition);
        let (to, note) = (order.to.clone(), order.note.clone());
        let attempt = CaseCommand::RecordContactAttempt { developer, means, to, on, outcome, note };
        let mut events = decide(file, actor.party, attempt, rules, now)?;
        if order.files.is_empty() && letter.is_none() {
            return Ok(events);
        }
        let mut after = file.clone();
        events.iter().for_each(|event| after.evolve(now.at, event));
        let count = after.case.developer(developer).map_or(0, |side| side.attempts.len());
        let proof = ReachCommand::NoteAttempt {
            developer,
            attempt: u32::try_from(count).unwrap_or(u32::MAX),
            on,
            outcome: None,
            letter: letter.map(str::to_owned),
            files: order.files.iter().map(named).collect(),
            note: String::new(),
        };
        events.extend(decide(&after, actor.party, CaseCommand::Reach(proof), rules, now)?);
        Ok(events)
    }

    /// A file that proves an attempt, or the letter as it was sent: for those whose view names it.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn attempt_file(
        &self,
        case: CaseId,
        actor: Actor,
        id: AttachmentId,
    ) -> Result<(Attachment, AttachmentReader)> {
        let file = self.load_case(case).await?.file;
        let view = self.view_case(&file, actor)?;
        let notes = view.reach.developers.iter().flat_map(|side| &side.notes);
        let found = notes.flat_map(|note| &note.files).find(|file| file.id == id).cloned();
        self.open_file(case.0, actor, found.ok_or(Error::NotFound)?).await
    }
}

/// Files of a case are sealed under its own key.
fn owner(case: CaseId) -> KeyOwner {
    KeyOwner::Stream(StreamId::new(StreamKind::Case, case.0))
}
