//! Messages of a case with files: text and files are sealed, and named in one append.

use rulebook::case::{CaseCommand, CaseFile, Thread, decide};
use rulebook::ids::{BodyId, CaseId};
use rulebook::moment::Moment;
use store::{KeyOwner, StreamId, StreamKind};

use crate::cases::Decided;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::reports::{ReceivedFile, adopt, named};

impl Office {
    /// Writes a message with files. Who reads the message may open them.
    ///
    /// # Errors
    /// [`Error::Unusable`] without a text; a refusal, [`Error::Stale`], `NotFound`, or the store's.
    pub async fn write_with_files(
        &self,
        case: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        (thread, text): (Thread, &str),
        files: &[ReceivedFile],
    ) -> Result<()> {
        if text.trim().is_empty() {
            return Err(Error::Unusable("an empty text"));
        }
        let owner = KeyOwner::Stream(StreamId::new(StreamKind::Case, case.0));
        let decided = |file: &CaseFile, now: Moment| {
            let body = self.body(owner, text.trim().as_bytes().to_vec());
            let attachments = files.iter().map(named).collect();
            let write = CaseCommand::Write { thread, body: BodyId(body.id), attachments };
            let events = decide(file, actor.party, write, self.rules(&file.case.edition), now)?;
            Ok(Decided { events, bodies: vec![body], attachments: adopt(files, owner), ..Decided::default() })
        };
        self.commit(case, actor, seen, &decided).await
    }
}
