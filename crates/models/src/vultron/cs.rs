//! The case state: how far a vendor's fix is (VFD, one per vendor) and what the public, exploits and attackers do
//! (PXA, one per case). Six events, each once and one-way: 32 of the 64 combinations exist, with 58 steps.

use std::fmt;

use serde::{Serialize, Serializer};

/// One of the six events of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CsEvent {
    /// V: the vendor knows.
    VendorAware,
    /// F: a fix is ready.
    FixReady,
    /// D: the fix is deployed.
    FixDeployed,
    /// P: the public knows.
    PublicAware,
    /// X: an exploit is public.
    ExploitPublic,
    /// A: attacks are seen.
    AttacksObserved,
}

impl CsEvent {
    /// All six, in the order of a state's letters.
    pub const ALL: [CsEvent; 6] = [
        CsEvent::VendorAware,
        CsEvent::FixReady,
        CsEvent::FixDeployed,
        CsEvent::PublicAware,
        CsEvent::ExploitPublic,
        CsEvent::AttacksObserved,
    ];

    /// Its letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            CsEvent::VendorAware => 'V',
            CsEvent::FixReady => 'F',
            CsEvent::FixDeployed => 'D',
            CsEvent::PublicAware => 'P',
            CsEvent::ExploitPublic => 'X',
            CsEvent::AttacksObserved => 'A',
        }
    }

    /// By its letter, a capital.
    #[must_use]
    pub fn of_letter(letter: char) -> Option<CsEvent> {
        CsEvent::ALL.into_iter().find(|event| event.letter() == letter)
    }
}

/// A vendor's path to a deployed fix. Each step needs the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vfd {
    /// `vfd`: it does not know.
    #[default]
    Unaware,
    /// `Vfd`: it knows.
    Aware,
    /// `VFd`: its fix is ready.
    FixReady,
    /// `VFD`: its fix is deployed.
    FixDeployed,
}

impl Vfd {
    /// All four, in order.
    pub const ALL: [Vfd; 4] = [Vfd::Unaware, Vfd::Aware, Vfd::FixReady, Vfd::FixDeployed];

    /// The state after an event; `None` when it is not the next one of the path.
    #[must_use]
    pub const fn on(self, event: CsEvent) -> Option<Vfd> {
        match (self, event) {
            (Vfd::Unaware, CsEvent::VendorAware) => Some(Vfd::Aware),
            (Vfd::Aware, CsEvent::FixReady) => Some(Vfd::FixReady),
            (Vfd::FixReady, CsEvent::FixDeployed) => Some(Vfd::FixDeployed),
            _ => None,
        }
    }

    /// Its letters.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Vfd::Unaware => "vfd",
            Vfd::Aware => "Vfd",
            Vfd::FixReady => "VFd",
            Vfd::FixDeployed => "VFD",
        }
    }
}

impl fmt::Display for Vfd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.letters())
    }
}

impl Serialize for Vfd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.letters())
    }
}

/// What has happened outside: in public, in exploits, in attacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pxa {
    /// P: the public knows.
    pub public: bool,
    /// X: an exploit is public.
    pub exploit: bool,
    /// A: attacks are seen.
    pub attacks: bool,
}

impl Pxa {
    /// The state after an event; `None` when it has happened, or is none of these three.
    #[must_use]
    pub const fn on(self, event: CsEvent) -> Option<Pxa> {
        match event {
            CsEvent::PublicAware if !self.public => Some(Pxa { public: true, ..self }),
            CsEvent::ExploitPublic if !self.exploit => Some(Pxa { exploit: true, ..self }),
            CsEvent::AttacksObserved if !self.attacks => Some(Pxa { attacks: true, ..self }),
            _ => None,
        }
    }
}

impl fmt::Display for Pxa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |happened: bool, capital: char| if happened { capital } else { capital.to_ascii_lowercase() };
        write!(f, "{}{}{}", letter(self.public, 'P'), letter(self.exploit, 'X'), letter(self.attacks, 'A'))
    }
}

impl Serialize for Pxa {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The case state as one vendor has it: its own path, and what is common to all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CsState {
    /// The vendor's path.
    pub vfd: Vfd,
    /// What has happened outside.
    pub pxa: Pxa,
}

impl CsState {
    /// All 32.
    pub fn all() -> impl Iterator<Item = CsState> {
        let pxa = |bits: u8| Pxa { public: bits & 4 != 0, exploit: bits & 2 != 0, attacks: bits & 1 != 0 };
        Vfd::ALL.into_iter().flat_map(move |vfd| (0..8).map(move |bits| CsState { vfd, pxa: pxa(bits) }))
    }

    /// The one event that must come next, if the state is one of the 12 that cannot last: what the public knows the
    /// vendor knows, and what has a public exploit is public. Attacks force nothing.
    #[must_use]
    pub const fn forced(self) -> Option<CsEvent> {
        match (self.vfd, self.pxa) {
            (_, Pxa { public: false, exploit: true, .. }) => Some(CsEvent::PublicAware),
            (Vfd::Unaware, Pxa { public: true, .. }) => Some(CsEvent::VendorAware),
            _ => None,
        }
    }

    /// The state after an event; `None` when the event is not allowed here.
    #[must_use]
    pub fn on(self, event: CsEvent) -> Option<CsState> {
        if self.forced().is_some_and(|forced| forced != event) {
            return None;
        }
        let by_vendor = self.vfd.on(event).map(|vfd| CsState { vfd, ..self });
        by_vendor.or_else(|| self.pxa.on(event).map(|pxa| CsState { pxa, ..self }))
    }

    /// The events that are allowed here.
    pub fn allowed(self) -> impl Iterator<Item = CsEvent> {
        CsEvent::ALL.into_iter().filter(move |event| self.on(*event).is_some())
    }

    /// By its six letters. `None` when these are not the letters of a state that exists.
    #[must_use]
    pub fn read(text: &str) -> Option<CsState> {
        CsState::all().find(|state| state.to_string() == text)
    }
}

impl fmt::Display for CsState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.vfd, self.pxa)
    }
}

impl Serialize for CsState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
