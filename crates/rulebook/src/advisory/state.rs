//! What has happened to an advisory, and what that makes of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::content::AdvisoryContent;
use crate::case::aftercare::WithdrawalGround;
use crate::ids::{AccountId, AdvisoryId, CaseId, DeveloperId};
use crate::report::state::Dated;
use crate::text::Localized;

/// What can happen to an advisory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum AdvisoryEvent {
    /// A draft was made from the case.
    DraftStarted {
        /// The case.
        case: CaseId,
        /// The number in JVN form.
        number: String,
        /// The text.
        content: AdvisoryContent,
    },
    /// The text was changed: signatures fall.
    DraftEdited {
        /// The new text.
        content: AdvisoryContent,
    },
    /// The text as it stands was shown to the developers.
    PreviewSent,
    /// A developer commented.
    PreviewCommented {
        /// The developer.
        developer: DeveloperId,
        /// Whether it agrees with its part.
        agrees: bool,
        /// Its comment.
        comment: String,
    },
    /// The coordinator approved the text.
    AdvisoryApproved {
        /// Who.
        by: AccountId,
    },
    /// The receiving body co-signed the text.
    AdvisoryCoSigned {
        /// Who.
        by: AccountId,
    },
    /// The text was published.
    AdvisoryPublished {
        /// 1 for the first publication.
        revision: u32,
        /// When.
        at: Timestamp,
        /// What changed, for the history.
        summary: Localized,
    },
    /// The publication was withdrawn: from now on this stands in its place.
    AdvisoryWithdrawn {
        /// The revision that says so.
        revision: u32,
        /// When.
        at: Timestamp,
        /// On which ground.
        ground: WithdrawalGround,
        /// The reason, as the public reads it.
        reason: Localized,
    },
}

impl AdvisoryEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            AdvisoryEvent::DraftStarted { .. } => "DraftStarted",
            AdvisoryEvent::DraftEdited { .. } => "DraftEdited",
            AdvisoryEvent::PreviewSent => "PreviewSent",
            AdvisoryEvent::PreviewCommented { .. } => "PreviewCommented",
            AdvisoryEvent::AdvisoryApproved { .. } => "AdvisoryApproved",
            AdvisoryEvent::AdvisoryCoSigned { .. } => "AdvisoryCoSigned",
            AdvisoryEvent::AdvisoryPublished { .. } => "AdvisoryPublished",
            AdvisoryEvent::AdvisoryWithdrawn { .. } => "AdvisoryWithdrawn",
        }
    }
}

/// A developer's comment on the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PreviewComment {
    /// The developer.
    pub developer: DeveloperId,
    /// Whether it agrees with its part.
    pub agrees: bool,
    /// Its comment.
    pub comment: String,
}

/// Who put a name under the text, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// The account.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

/// A published revision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// 1 for the first.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// What changed, or why it was withdrawn.
    pub summary: Localized,
    /// The text; of a withdrawn one what it was.
    pub content: AdvisoryContent,
    /// On which ground it was withdrawn with this revision.
    pub withdrawn: Option<WithdrawalGround>,
}

/// What an advisory is after all its events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdvisoryState {
    /// Its id.
    pub id: AdvisoryId,
    /// Its case.
    pub case: CaseId,
    /// Its number: `JVN#12345678`.
    pub number: String,
    /// The text as it stands.
    pub content: AdvisoryContent,
    /// The text as the developers were last shown it.
    pub preview: Option<Dated<AdvisoryContent>>,
    /// Their comments, oldest first.
    pub comments: Vec<Dated<PreviewComment>>,
    /// The coordinator's signature under the text as it stands.
    pub approved: Option<Signature>,
    /// The receiving body's signature under the text as it stands.
    pub co_signed: Option<Signature>,
    /// What the public has.
    pub revisions: Vec<Revision>,
    /// When the text was last changed.
    pub edited_at: Timestamp,
}

impl AdvisoryState {
    /// The state after an advisory's events, or `None` when the first is not its start.
    #[must_use]
    pub fn replay<'a>(
        id: AdvisoryId,
        events: impl IntoIterator<Item = (Timestamp, &'a AdvisoryEvent)>,
    ) -> Option<Self> {
        let mut events = events.into_iter();
        let (at, first) = events.next()?;
        let mut state = AdvisoryState::begin(id, at, first)?;
        for (at, event) in events {
            state.evolve(at, event);
        }
        Some(state)
    }

    /// The state after its start, or `None` when the event is something else.
    #[must_use]
    pub fn begin(id: AdvisoryId, at: Timestamp, event: &AdvisoryEvent) -> Option<Self> {
        let AdvisoryEvent::DraftStarted { case, number, content } = event.clone() else { return None };
        Some(AdvisoryState {
            id,
            case,
            number,
            content,
            preview: None,
            comments: Vec::new(),
            approved: None,
            co_signed: None,
            revisions: Vec::new(),
            edited_at: at,
        })
    }

    /// Takes in one more event.
    pub fn evolve(&mut self, at: Timestamp, event: &AdvisoryEvent) {
        match event.clone() {
            AdvisoryEvent::DraftStarted { .. } => {}
            AdvisoryEvent::DraftEdited { content } => {
                self.content = content;
                self.edited_at = at;
                self.approved = None;
                self.co_signed = None;
            }
            AdvisoryEvent::PreviewSent => self.preview = Some(Dated { at, item: self.content.clone() }),
            AdvisoryEvent::PreviewCommented { developer, agrees, comment } => {
                self.comments.push(Dated { at, item: PreviewComment { developer, agrees, comment } });
            }
            AdvisoryEvent::AdvisoryApproved { by } => self.approved = Some(Signature { by, at }),
            AdvisoryEvent::AdvisoryCoSigned { by } => self.co_signed = Some(Signature { by, at }),
            AdvisoryEvent::AdvisoryPublished { revision, at, summary } => {
                let content = self.content.clone();
                self.revisions.push(Revision { number: revision, at, summary, content, withdrawn: None });
            }
            AdvisoryEvent::AdvisoryWithdrawn { revision, at, ground, reason: summary } => {
                let content = self.revisions.last().map(|last| last.content.clone()).unwrap_or_default();
                let withdrawn = Some(ground);
                self.revisions.push(Revision { number: revision, at, summary, content, withdrawn });
            }
        }
    }

    /// Whether the publication was withdrawn, for good.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        self.revisions.last().is_some_and(|revision| revision.withdrawn.is_some())
    }

    /// Whether the public has an older text, or none.
    #[must_use]
    pub fn has_unpublished_text(&self) -> bool {
        !self.is_withdrawn() && self.revisions.last().is_none_or(|revision| revision.content != self.content)
    }

    /// Whether both bodies signed the text as it stands.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.approved.is_some() && self.co_signed.is_some()
    }

    /// Number of the next publication.
    #[must_use]
    pub fn next_revision(&self) -> u32 {
        self.revisions.last().map_or(1, |revision| revision.number + 1)
    }

    /// The newest comment of each developer, in the order in which they came.
    #[must_use]
    pub fn last_comment(&self, id: DeveloperId) -> Option<&Dated<PreviewComment>> {
        self.comments.iter().rev().find(|comment| comment.item.developer == id)
    }
}
