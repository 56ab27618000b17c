//! Consent of one participant to the embargo of its case.

use serde::Serialize;

use super::by_word;

/// How a participant stands to the embargo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PecState {
    /// There is none that it was asked about.
    NoEmbargo,
    /// It is asked.
    Invited,
    /// It agreed.
    Signatory,
    /// It agreed to terms that are under revision.
    Lapsed,
    /// It declined, or did not answer in time.
    Declined,
}

/// What happens to a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PecEvent {
    /// The participant is asked. A signatory is not asked again.
    Invite,
    /// It agrees.
    Accept,
    /// It declines, or its time is over.
    Decline,
    /// The embargo came under revision.
    Revise,
    /// The embargo ended.
    Reset,
}

impl PecState {
    /// All of them.
    pub const ALL: [PecState; 5] =
        [PecState::NoEmbargo, PecState::Invited, PecState::Signatory, PecState::Lapsed, PecState::Declined];

    /// The state after an event; `None` when the event is not allowed here.
    #[must_use]
    pub const fn on(self, event: PecEvent) -> Option<PecState> {
        match (self, event) {
            (PecState::NoEmbargo | PecState::Lapsed | PecState::Declined, PecEvent::Invite) => Some(PecState::Invited),
            (PecState::NoEmbargo | PecState::Invited | PecState::Lapsed, PecEvent::Accept) => Some(PecState::Signatory),
            (PecState::NoEmbargo | PecState::Invited | PecState::Lapsed, PecEvent::Decline) => Some(PecState::Declined),
            (PecState::Signatory, PecEvent::Revise) => Some(PecState::Lapsed),
            (_, PecEvent::Reset) => Some(PecState::NoEmbargo),
            _ => None,
        }
    }

    /// Its word: `NO_EMBARGO`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            PecState::NoEmbargo => "NO_EMBARGO",
            PecState::Invited => "INVITED",
            PecState::Signatory => "SIGNATORY",
            PecState::Lapsed => "LAPSED",
            PecState::Declined => "DECLINED",
        }
    }

    /// By its word.
    #[must_use]
    pub fn read(text: &str) -> Option<PecState> {
        by_word(&PecState::ALL, PecState::word, text)
    }
}

impl PecEvent {
    /// All of them.
    pub const ALL: [PecEvent; 5] =
        [PecEvent::Invite, PecEvent::Accept, PecEvent::Decline, PecEvent::Revise, PecEvent::Reset];

    /// Its word: `invite`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            PecEvent::Invite => "invite",
            PecEvent::Accept => "accept",
            PecEvent::Decline => "decline",
            PecEvent::Revise => "revise",
            PecEvent::Reset => "reset",
        }
    }

    /// By its word.
    #[must_use]
    pub fn read(text: &str) -> Option<PecEvent> {
        by_word(&PecEvent::ALL, PecEvent::word, text)
    }
}
