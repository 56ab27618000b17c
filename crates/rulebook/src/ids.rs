//! Typed identifiers: UUIDs that are never shown to anybody (decision 3).
//!
//! One newtype per thing, so that a report can never be looked up with the id of a case. They are made by the
//! program's id source and are parameters here.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }
    )+};
}

ids! {
    /// An account of a person who signs in.
    AccountId,
    /// An advisory, draft or published.
    AdvisoryId,
    /// A sealed file that came with a report or a message.
    AttachmentId,
    /// A sealed text kept beside the journal: a message, a raw report, a contact card.
    BodyId,
    /// The handling of one vulnerability.
    CaseId,
    /// An entry of the developer register (製品開発者リスト).
    DeveloperId,
    /// A natural person whose data has a key of its own, so that it can be erased.
    PersonId,
    /// A finder's report (届出).
    ReportId,
    /// The handling of one vulnerability of a website.
    SiteCaseId,
}
