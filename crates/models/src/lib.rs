//! The field's models of coordinated disclosure, beside the law: Vultron (what state a case is in) and SSVC (what a
//! stakeholder might decide).
//!
//! What it knows: the machines of Vultron as tables, the histories and what they are worth, the rules that link the
//! machines; the decision tables of SSVC as versioned data; how a case of the rulebook reads in either.
//!
//! What it must not know: storage, pages, the clock. It decides nothing: a case moves by the rulebook alone, and what
//! is here is computed from its events, for auditors, for exchange with others and as advice.

pub mod from_case;
pub mod prefill;
pub mod ssvc;
pub mod vultron;
