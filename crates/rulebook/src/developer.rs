//! The developer register (製品開発者リスト, Ⅳ.4.1): whom the coordinator reaches, and how.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::{Duty, DutyKind};
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
    /// The coordinator looked at the window for direct reports before it is listed (Ⅳ.4.1.第3段).
    DirectWindowReviewed {
        /// Whether it goes into the public list.
        listed: bool,
        /// What was looked at: how the window is run, what the developer published itself.
        looked_at: String,
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
            DeveloperEvent::DirectWindowReviewed { .. } => "DirectWindowReviewed",
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
    /// The coordinator's look at the window for direct reports as it stands.
    pub review: Option<WindowReview>,
}

/// A look at a window for direct reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WindowReview {
    /// Whether it goes into the public list.
    pub listed: bool,
    /// What was looked at.
    pub looked_at: String,
    /// Day.
    pub on: Date,
}

/// What the public reads of a developer that agreed to be listed (Ⅳ.4.1.第2段): its name, its site, and where it takes
/// reports straight from finders; never its manager, its addresses or its products.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedDeveloper {
    /// Name in Japanese (or its only name).
    pub name: String,
    /// Name in English; empty where it has none.
    pub name_en: String,
    /// Reading of the name.
    pub reading: String,
    /// Its site.
    pub website: String,
    /// Where it takes direct reports (Ⅳ.4.1.第3段); empty when it does not, or nobody looked at it yet.
    pub direct_window: String,
}

impl DeveloperState {
    /// The state after an entry's events, or `None` when the first is not its registration.
    #[must_use]
    pub fn replay<'a>(id: DeveloperId, events: impl IntoIterator<Item = &'a DeveloperEvent>) -> Option<Self> {
        let mut events = events.into_iter();
        let DeveloperEvent::DeveloperRegistered { entry, on } = events.next()? else { return None };
        let entry = entry.clone();
        let history = vec![*on];
        let mut state = DeveloperState { id, entry, changed_on: *on, confirmed_on: None, history, review: None };
        for event in events {
            state.evolve(event);
        }
        Some(state)
    }

    /// Takes in one more event.
    pub fn evolve(&mut self, event: &DeveloperEvent) {
        match event {
            DeveloperEvent::DeveloperRegistered { entry, on } => {
                // Another window is looked at anew.
                self.review = self.review.take().filter(|_| entry.direct_window == self.entry.direct_window);
                self.entry = entry.clone();
                self.changed_on = *on;
                self.history.push(*on);
            }
            DeveloperEvent::WindowConfirmed { on } => self.confirmed_on = Some(*on),
            DeveloperEvent::DirectWindowReviewed { listed, looked_at, on } => {
                self.review = Some(WindowReview { listed: *listed, looked_at: looked_at.clone(), on: *on });
            }
        }
    }

    /// Whether its wish to take direct reports waits for the coordinator's look (Ⅳ.5.1.第3段, Ⅳ.4.1.第3段).
    #[must_use]
    pub fn waits_for_review(&self) -> bool {
        self.entry.listed && !self.entry.direct_window.trim().is_empty() && self.review.is_none()
    }

    /// What is owed on it: the coordinator looks at a window that is to be listed.
    #[must_use]
    pub fn duties(&self) -> Vec<Duty> {
        let look = self.waits_for_review().then(|| Duty::new(Party::Coordinator, DutyKind::ReviewWindow));
        look.map(|duty| duty.about(self.id)).into_iter().collect()
    }

    /// What the public reads of it; nothing of one that did not agree (Ⅳ.4.1.第2段).
    #[must_use]
    pub fn listed(&self) -> Option<ListedDeveloper> {
        let entry = &self.entry;
        let reviewed = self.review.as_ref().is_some_and(|review| review.listed);
        entry.listed.then(|| ListedDeveloper {
            name: entry.name.clone(),
            name_en: entry.name_en.clone(),
            reading: entry.reading.clone(),
            website: entry.website.clone(),
            direct_window: if reviewed { entry.direct_window.clone() } else { String::new() },
        })
    }
}

/// The public part of the register (Ⅳ.4.1.第2段), in the order of the readings; who has none comes after the others.
pub fn public_list<'a>(register: impl IntoIterator<Item = &'a DeveloperState>) -> Vec<ListedDeveloper> {
    in_order(register.into_iter().filter_map(DeveloperState::listed).collect())
}

/// Listed developers in the order of their readings; who has none comes after the others.
#[must_use]
pub fn in_order(mut listed: Vec<ListedDeveloper>) -> Vec<ListedDeveloper> {
    listed.sort_by_cached_key(|one| {
        let reading = in_hiragana(&one.reading);
        (reading.is_empty(), reading, one.name.clone())
    });
    listed
}

/// Katakana and hiragana stand together in an order of readings.
fn in_hiragana(reading: &str) -> String {
    let plain = |letter: char| match letter {
        'ァ'..='ヶ' => char::from_u32(letter as u32 - 0x60).unwrap_or(letter),
        other => other,
    };
    reading.trim().chars().map(plain).collect()
}

/// Looks at a window for direct reports (Ⅳ.4.1.第3段): the coordinator weighs how it is run and what the developer has
/// published itself, and says what it looked at.
///
/// # Errors
/// The refusal with its clause: not the coordinator, no window, or nothing said.
pub fn review_window(
    state: &DeveloperState,
    party: Party,
    listed: bool,
    looked_at: String,
    today: Date,
) -> Result<Vec<DeveloperEvent>, Refusal> {
    const CLAUSE: Clause = Clause::new("Ⅳ.4.1.第3段");
    require(party == Party::Coordinator, Refusal::plain(Why::NotYours))?;
    require(!state.entry.direct_window.trim().is_empty(), Refusal::under(CLAUSE, Why::NothingAsked))?;
    require(!looked_at.trim().is_empty(), Refusal::under(CLAUSE, Why::ReasonMissing))?;
    let same = state.review.as_ref().is_some_and(|last| last.listed == listed && last.looked_at == looked_at);
    if same {
        return Ok(vec![]);
    }
    Ok(vec![DeveloperEvent::DirectWindowReviewed { listed, looked_at, on: today }])
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
