//! The handling of one vulnerability of a website (Ⅴ章): the receiving body alone with an operator that often has neither
//! account nor time.
//!
//! A website case is an aggregate of its own, beside the product track's: its streams are its own and its reports', and
//! nobody but the desk, the operator and the finders knows of it. A case changes by [`decide()`] and
//! [`SiteFile::evolve`]; what is owed comes from [`duties()`], who hears of it from [`notices()`], what may be seen from
//! [`view()`].

pub mod accept;
pub mod action;
pub mod command;
pub mod content;
pub mod decide;
pub mod disclosure;
pub mod duties;
pub mod ending;
pub mod event;
mod evolve;
pub mod figures;
pub mod file;
pub mod lists;
pub mod notices;
pub mod permission;
pub mod product;
pub mod record;
pub mod scope;
pub mod silence;
pub mod state;
mod talks;
pub mod view;

pub use accept::{AcceptSite, Alike, JoinSite, accept, join, may_accept};
pub use action::SiteAction;
pub use command::SiteCommand;
pub use content::{SiteContent, SiteField, site_of};
pub use decide::decide;
pub use duties::duties;
pub use event::{Classification, OperatorAddress, SiteEvent, SiteThread};
pub use file::{SiteFile, SiteFileEvent};
pub use lists::{
    FixCheck, LeakItem, OperatorAnswer, OperatorCategory, OperatorConsent, OperatorSource, SiteCause,
    SiteDisclosureGround, SiteEffect, SiteEnding, SiteKind,
};
pub use notices::notices;
pub use permission::may;
pub use product::{HandToProduct, hand_to_product};
pub use state::{SiteStage, SiteState};
pub use view::{SiteView, view};

/// What the number of a website case begins with unless a setting says otherwise: `VW#` and eight random digits.
pub const NUMBER_PREFIX: &str = "VW";
