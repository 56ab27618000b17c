//! Vultron as pure tables: report management per participant ([`rm`]), embargo management per case ([`em`]), consent
//! to the embargo per participant ([`pec`]), and the case state ([`cs`]) of a vendor's path and of what the public,
//! exploits and attackers do. [`history`] orders the six events of a case state, [`links`] joins the machines.
//!
//! A machine is `state.on(event)`: the next state, or `None` when the event is not allowed there.

pub mod cs;
pub mod em;
pub mod fraction;
pub mod history;
pub mod links;
pub mod pec;
pub mod rm;

pub use cs::{CsEvent, CsState, Pxa, Vfd};
pub use em::{EmEvent, EmState};
pub use fraction::Fraction;
pub use history::{Desideratum, History};
pub use links::{Snapshot, Standing, Strength, Violation, violations};
pub use pec::{PecEvent, PecState};
pub use rm::{RmEvent, RmState};

/// The member of a list whose word this is, in any case.
fn by_word<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str, text: &str) -> Option<T> {
    all.iter().copied().find(|one| word(*one).eq_ignore_ascii_case(text))
}
