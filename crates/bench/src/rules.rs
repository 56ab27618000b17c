//! The law itself, without a database: deciding a command, folding a case, what is owed in many cases.

use std::hint::black_box;

use jiff::{SignedDuration, Timestamp};
use rulebook::case::{
    AttemptOutcome, CaseCommand, CaseContent, CaseEvent, CaseFile, CaseState, ContactMeans, Origin, Thread, decide,
    duties,
};
use rulebook::ids::{BodyId, CaseId, DeveloperId, ReportId};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::report::form::Consents;
use rulebook::text::Language;
use uuid::Uuid;

use crate::Outcome;
use crate::figures::again;
use crate::partnership::Partnership;
use crate::table::{Row, Unit};

/// Events of the large case.
const EVENTS: usize = 500;
/// Developers on it; the rest of the events are messages.
const DEVELOPERS: usize = 30;
/// Open cases whose duties are asked for at once.
const OPEN_CASES: usize = 10_000;

/// The rows.
pub async fn rows(partnership: &Partnership) -> Outcome<Vec<Row>> {
    let office = &partnership.office;
    let rules = office.rules(&office.edition_in_force().key);
    let now = office.now();
    let events = history(now, &office.edition_in_force().key, EVENTS);
    let large = file(&events)?;
    let small = file(&history(now, &office.edition_in_force().key, 12))?;
    let write = || CaseCommand::Write {
        thread: Thread::Developer(developer(0)),
        body: BodyId(Uuid::nil()),
        attachments: vec![],
    };
    let deciding = again(async || {
        black_box(decide(&large, Party::Coordinator, write(), rules, now)?);
        Ok(())
    });
    let deciding = deciding.await?.cpu;
    let folding = again(async || {
        black_box(file(&events)?);
        Ok(())
    });
    let folding = folding.await?.cpu;
    let owed = again(async || {
        (0..OPEN_CASES).for_each(|_| {
            black_box(duties(&small, rules));
        });
        Ok(())
    });
    let owed = owed.await?.cpu;
    let row = |what: &str, budget, measured, how: &str| Row::of(what, Some(budget), Unit::Ms, Ok(measured), how);
    Ok(vec![
        row("deciding a command on a case of 500 events", 0.05, deciding, "CPU, in memory"),
        row("folding a case of 500 events", 1.0, folding, "CPU, from events in memory"),
        row("duties of 10,000 open cases", 100.0, owed, "CPU, in memory, three developers each"),
    ])
}

fn developer(n: usize) -> DeveloperId {
    DeveloperId(Uuid::from_u128(0x5000 + n as u128))
}

fn file(events: &[(Timestamp, CaseEvent)]) -> Outcome<CaseFile> {
    let replayed = CaseState::replay(CaseId(Uuid::nil()), events.iter().map(|(at, event)| (*at, event)));
    let case = replayed.ok_or("the history does not begin with an opening")?;
    Ok(CaseFile { case, advisory: None, reports: vec![] })
}

/// A case that goes on and on: opened, handed over, developers contacted and informed, and then talk.
fn history(now: Moment, edition: &str, length: usize) -> Vec<(Timestamp, CaseEvent)> {
    let on = now.today;
    let content =
        CaseContent { product: "みはらしポータル".into(), steps: "手順".into(), ..CaseContent::default() };
    let mut events = vec![
        CaseEvent::CaseOpened {
            number: "C-1".into(),
            report: Some(ReportId(Uuid::nil())),
            origin: Origin::Finder,
            language: Language::Ja,
            accepted_on: on,
            edition: edition.to_owned(),
            content: content.clone(),
            attachments: vec![],
            consents: Consents::default(),
            high_impact: false,
            wished_day: None,
        },
        CaseEvent::HandedOver { on, content: content.clone(), attachments: vec![], finder_named: false },
    ];
    for n in 0..DEVELOPERS.min(length / 4) {
        let id = developer(n);
        let (means, to, note) = (ContactMeans::Mail, "psirt@vendor.example".to_owned(), String::new());
        events.push(CaseEvent::DeveloperAdded { developer: id, name: format!("開発者{n}") });
        let outcome = AttemptOutcome::Answered;
        events.push(CaseEvent::ContactAttempted { developer: id, means, to: to.clone(), on, outcome, note });
        let person = "煙山".to_owned();
        events.push(CaseEvent::ContactConfirmed { developer: id, on, person, mail: to, by_developer: true });
        let (content, attachments) = (content.clone(), vec![]);
        events.push(CaseEvent::DetailsReleased { developer: id, on, content, attachments, finder_named: false });
    }
    let mut turn = 0_usize;
    while events.len() < length {
        let id = developer(turn % DEVELOPERS);
        let from = if turn.is_multiple_of(2) { Party::Developer(id) } else { Party::Coordinator };
        let body = BodyId(Uuid::from_u128(turn as u128));
        let (thread, attachments) = (Thread::Developer(id), vec![]);
        events.push(CaseEvent::MessagePosted { thread, from, body, attachments, written_at: None });
        turn += 1;
    }
    let minute = |n: usize| now.at + SignedDuration::from_mins(n as i64);
    events.into_iter().enumerate().map(|(n, event)| (minute(n), event)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_large_case_is_as_large_as_its_row_says() {
        let now = Moment::new("2026-11-21T01:00:00Z".parse().expect("an instant"), 9);
        let events = history(now, "2019", EVENTS);
        assert_eq!(events.len(), EVENTS);
        let large = file(&events).expect("a case");
        assert_eq!(large.case.developers.len(), DEVELOPERS);
        assert_eq!(large.case.history.len(), EVENTS);
    }
}
