//! The developer register (製品開発者リスト, Ⅳ.4.1): whom the coordinator reaches, and how.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::clause::Clause;
use crate::ids::DeveloperId;
use crate::party::Party;
use crate::refusal::{Refusal, Why, require};

/// An entry of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DeveloperEntry {
    /// Name in Japanese (or its only name).
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Reading of the name, for sorting.
    pub reading: String,
    /// 製品脆弱性対策管理者名.
    pub manager: String,
    /// Mail address of the window.
    pub mail: String,
    /// Telephone.
    pub phone: String,
    /// FAX.
    pub fax: String,
    /// Postal address.
    pub address: String,
    /// Its site.
    pub website: String,
    /// Products that it is known for.
    pub products: Vec<String>,
    /// Days on which the support of products ends.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub support_ends: Vec<SupportEnd>,
    /// Agrees to be listed publicly on JVN (Ⅳ.4.1.第2段).
    pub listed: bool,
    /// Takes direct reports, and where (Ⅳ.4.1.第3段); empty when it does not.
    pub direct_window: String,
    /// Language to write to it in.
    pub language: crate::text::Language,
    /// Anything else.
    pub notes: String,
}

/// The day on which the support of a product ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportEnd {
    /// The product.
    pub product: String,
    /// The day.
    pub on: Date,
}

/// What can happen to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
#[expect(clippy::large_enum_variant, reason = "nearly all of them are registrations")]
pub enum DeveloperEvent {
    /// Put into the register, or changed.
    DeveloperRegistered {
        /// The entry as it now stands.
        entry: DeveloperEntry,
        /// Day.
        on: Date,
    },
    /// The window was confirmed to be right.
    WindowConfirmed {
        /// Day.
        on: Date,
    },
}

impl DeveloperEvent {
    /// Name of the event in the journal's clear header.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            DeveloperEvent::DeveloperRegistered { .. } => "DeveloperRegistered",
            DeveloperEvent::WindowConfirmed { .. } => "WindowConfirmed",
        }
    }
}

/// A developer as the register has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeveloperState {
    /// Its id.
    pub id: DeveloperId,
    /// The entry.
    pub entry: DeveloperEntry,
    /// Day of the last change.
    pub changed_on: Date,
    /// Day on which the window was last confirmed.
    pub confirmed_on: Option<Date>,
    /// Days of changes, oldest first.
    pub history: Vec<Date>,
}

impl DeveloperState {
    /// The state after an entry's events, or `None` when the first is not its registration.
    #[must_use]
    pub fn replay<'a>(id: DeveloperId, events: impl IntoIterator<Item = &'a DeveloperEvent>) -> Option<Self> {
        let mut events = events.into_iter();
        let DeveloperEvent::DeveloperRegistered { entry, on } = events.next()? else { return None };
        let entry = entry.clone();
        let mut state = DeveloperState { id, entry, changed_on: *on, confirmed_on: None, history: vec![*on] };
        for event in events {
            state.evolve(event);
        }
        Some(state)
    }

    /// Takes in one more event.
    pub fn evolve(&mut self, event: &DeveloperEvent) {
        match event {
            DeveloperEvent::DeveloperRegistered { entry, on } => {
                self.entry = entry.clone();
                self.changed_on = *on;
                self.history.push(*on);
            }
            DeveloperEvent::WindowConfirmed { on } => self.confirmed_on = Some(*on),
        }
    }
}

/// Registers a developer, or changes its entry (Ⅳ.4.1): the coordinator keeps the register, the developer its own
/// entry (Ⅳ.5.1).
///
/// # Errors
/// The refusal with its clause: not theirs, no name, or an unusable address.
pub fn register(
    current: Option<&DeveloperState>,
    party: Party,
    entry: DeveloperEntry,
    today: Date,
) -> Result<Vec<DeveloperEvent>, Refusal> {
    let own = matches!((party, current), (Party::Developer(id), Some(state)) if state.id == id);
    require(party == Party::Coordinator || own, Refusal::plain(Why::NotYours))?;
    let clause = if own { Clause::new("Ⅳ.5.1.第2段") } else { Clause::new("Ⅳ.4.1") };
    require(!entry.name.trim().is_empty(), Refusal::under(clause, Why::TextMissing))?;
    let mail = entry.mail.trim();
    let usable = mail.is_empty() || crate::report::problems::is_mail_address(mail);
    require(usable, Refusal::under(clause, Why::Unusable))?;
    if current.is_some_and(|state| state.entry == entry) {
        return Ok(vec![]);
    }
    Ok(vec![DeveloperEvent::DeveloperRegistered { entry, on: today }])
}
