//! `noroshi tool vultron`: a machine, a state and an event → the next state; or a history → whether it can be, how
//! likely it is by luck, and which wishes it satisfies.

use models::vultron::{
    CsEvent, CsState, Desideratum, EmEvent, EmState, Fraction, History, PecEvent, PecState, RmEvent, RmState,
};
use serde::{Deserialize, Serialize};

/// A question: either of a machine, or of a history.
#[derive(Deserialize)]
struct Asked {
    machine: Option<String>,
    state: Option<String>,
    event: Option<String>,
    history: Option<String>,
}

#[derive(Serialize)]
struct Step {
    allowed: bool,
    next: Option<String>,
}

#[derive(Serialize)]
struct Judged {
    valid: bool,
    /// What cannot be has no probability at all: `0/1`.
    probability: Fraction,
    desiderata: Vec<Desideratum>,
}

/// Answers one question.
pub(super) fn answer(line: &str) -> Result<String, String> {
    match super::read(line)? {
        Asked { history: Some(letters), machine: None, .. } => super::json(&judge(&letters)?),
        Asked { machine: Some(machine), state: Some(state), event: Some(event), history: None } => {
            let next = step(&machine, &state, &event)?;
            super::json(&Step { allowed: next.is_some(), next })
        }
        _ => Err("give machine, state and event, or a history".to_owned()),
    }
}

fn step(machine: &str, state: &str, event: &str) -> Result<Option<String>, String> {
    let no_state = || format!("{machine} has no state {state}");
    let no_event = || format!("{machine} has no event {event}");
    let next = match machine {
        "rm" => {
            let state = RmState::read(state).ok_or_else(no_state)?;
            let event = RmEvent::read(event).ok_or_else(no_event)?;
            state.on(event).map(|next| next.letter().to_owned())
        }
        "em" => {
            let state = EmState::read(state).ok_or_else(no_state)?;
            let event = EmEvent::read(event).ok_or_else(no_event)?;
            state.on(event).map(|next| next.letter().to_owned())
        }
        "pec" => {
            let state = PecState::read(state).ok_or_else(no_state)?;
            let event = PecEvent::read(event).ok_or_else(no_event)?;
            state.on(event).map(|next| next.word().to_owned())
        }
        "cs" => {
            if !is_six_letters(state) {
                return Err(no_state());
            }
            let event = one_letter(event).and_then(CsEvent::of_letter).ok_or_else(no_event)?;
            CsState::read(state).and_then(|state| state.on(event)).map(|next| next.to_string())
        }
        _ => return Err(format!("there is no machine {machine}; there are rm, em, pec, cs")),
    };
    Ok(next)
}

/// Of the 64 combinations of letters 32 are states that exist. In one of the others nothing is allowed.
fn is_six_letters(state: &str) -> bool {
    state.len() == 6 && state.chars().map(|letter| letter.to_ascii_uppercase()).eq("VFDPXA".chars())
}

fn one_letter(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

fn judge(letters: &str) -> Result<Judged, String> {
    if let Some(unknown) = letters.chars().find(|letter| CsEvent::of_letter(*letter).is_none()) {
        return Err(format!("a history is made of V, F, D, P, X, A, not of {unknown}"));
    }
    Ok(match History::read(letters) {
        Some(history) => Judged { valid: true, probability: history.probability(), desiderata: history.desiderata() },
        None => Judged { valid: false, probability: Fraction::ZERO, desiderata: Vec::new() },
    })
}
