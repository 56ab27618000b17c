//! After the publication: enquiries (Ⅳ.3.(1).13.第2段, Ⅳ.4.9.第3段), and a publication that both bodies take down.

mod common;

use common::parts::aftercare::{propose, record};
use common::said::{owed, refused, told};
use common::stops::{accepted, shy, stops};
use common::*;
use rulebook::advisory::AdvisoryEvent;
use rulebook::case::file::FileEvent;
use rulebook::case::{AftercareCommand, CaseCommand, CaseEvent, DutyKind, Viewer, WithdrawalGround, duties, view};
use rulebook::refusal::Why;

fn published() -> Road {
    let mut road = accepted(shy());
    for stop in stops() {
        if let Some((party, command)) = stop.doing {
            road.go(party, command, stop.now);
        }
    }
    road
}

fn after(command: AftercareCommand) -> CaseCommand {
    CaseCommand::Aftercare(command)
}

fn answer(amend: bool) -> CaseCommand {
    after(AftercareCommand::AnswerEnquiry { enquiry: 1, answer: "影響しません".into(), amend })
}

/// Ⅳ.4.9.第3段: an enquiry is answered by the body that got it, and the other one knows of it.
#[test]
fn an_enquiry_is_written_down_and_answered() {
    let mut road = published();
    let now = morning("2027-01-25");
    road.go(COORDINATOR, after(record("3.1系にも影響しますか", "2027-01-25")), now);
    owed(&road, &["coordinator: answer-enquiry [Ⅳ.4.9.第3段]"]);
    told(&road, &["receiving_body: enquiry-came [Ⅳ.3.(1).10]"]);
    refused(&mut road, DESK, answer(false), now, "Ⅳ.4.9.第3段", Why::NothingAsked);
    road.go(COORDINATOR, answer(false), now);
    owed(&road, &[]);
    told(&road, &["receiving_body: enquiry-answered [Ⅳ.3.(1).10]"]);
}

/// Ⅳ.3.(1).13.第2段: where the answer is useful to everybody, it goes into the publication.
#[test]
fn a_useful_answer_goes_into_the_publication() {
    let mut road = published();
    let now = morning("2027-01-25");
    road.go(DESK, after(record("3.1系にも影響しますか", "2027-01-25")), now);
    owed(&road, &["receiving_body: answer-enquiry [Ⅳ.4.9.第3段]"]);
    road.go(DESK, answer(true), now);
    owed(&road, &["coordinator: update-advisory [Ⅳ.4.9]"]);
    let text = text("3.1系には影響しない");
    road.go(COORDINATOR, CaseCommand::EditAdvisory(Box::new(text)), morning("2027-01-26"));
    assert!(duties(road.file(), rules()).iter().all(|duty| duty.what != DutyKind::UpdateAdvisory));
}

/// There is nothing to enquire about before it is public; nobody else learns who enquired.
#[test]
fn enquiries_come_after_the_publication_and_stay_with_the_bodies() {
    let mut road = accepted(shy());
    let asked = || after(record("影響しますか", "2026-11-16"));
    refused(&mut road, DESK, asked(), morning("2026-11-16"), "Ⅳ.4.9", Why::NotPublished);
    let mut road = published();
    road.go(DESK, asked(), morning("2027-01-25"));
    for party in [FINDER, MAKER, BUILDER] {
        let page = view(road.file(), Viewer::Party(party), rules()).expect("its own case");
        assert!(!serde_json::to_string(&page).expect("plain data").contains("系井"), "{party:?}");
    }
}

/// Both sign: one alone withdraws nothing, and nobody signs twice.
#[test]
fn a_publication_is_withdrawn_by_both_bodies() {
    let mut road = published();
    let now = morning("2027-02-01");
    road.go(DESK, after(propose(DESK)), now);
    told(&road, &["coordinator: withdrawal-proposed [Ⅳ.3.(1).10]"]);
    owed(&road, &["coordinator: co-sign-withdrawal [Ⅳ.4.9]"]);
    let own = after(AftercareCommand::CoSignWithdrawal(DESK_ACCOUNT));
    refused(&mut road, DESK, own, now, "Ⅳ.4.9", Why::OwnWithdrawal);
    let revisions = road.file().advisory.as_ref().expect("published").revisions.len();
    let events = road.case(COORDINATOR, after(AftercareCommand::CoSignWithdrawal(COORDINATOR_ACCOUNT)), now);
    let events = events.expect("the other body");
    assert!(matches!(&events[0], FileEvent::Advisory(ADVISORY, AdvisoryEvent::AdvisoryWithdrawn { revision, .. })
        if *revision as usize == revisions + 1));
    told(
        &road,
        &[
            "receiving_body: publication-withdrawn [Ⅳ.4.9]",
            "coordinator: publication-withdrawn [Ⅳ.4.9]",
            "finder: publication-withdrawn [Ⅳ.4.9]",
            "miharashi: publication-withdrawn [Ⅳ.4.9]",
            "tomoshibi: publication-withdrawn [Ⅳ.4.9]",
        ],
    );
    owed(&road, &[]);
    let draft = road.file().advisory.as_ref().expect("its place stays");
    assert!(draft.is_withdrawn() && !draft.has_unpublished_text());
    assert_eq!(draft.revisions.last().and_then(|last| last.withdrawn), Some(WithdrawalGround::LegalOrder));
    assert_eq!(draft.number, "JVN#30000001", "the number stays with it");
}

/// What is withdrawn stays so: nothing is written or published in its place.
#[test]
fn nothing_is_published_in_the_place_of_what_was_withdrawn() {
    let mut road = published();
    let now = morning("2027-02-01");
    road.go(COORDINATOR, after(propose(COORDINATOR)), now);
    road.go(DESK, after(AftercareCommand::CoSignWithdrawal(DESK_ACCOUNT)), now);
    let edit = CaseCommand::EditAdvisory(Box::new(text("別の文")));
    refused(&mut road, COORDINATOR, edit, now, "Ⅳ.4.9", Why::PublicationWithdrawn);
    refused(&mut road, COORDINATOR, publish("訂正"), now, "Ⅳ.4.9", Why::PublicationWithdrawn);
    refused(&mut road, COORDINATOR, after(propose(COORDINATOR)), now, "Ⅳ.4.9", Why::PublicationWithdrawn);
    // Users may still ask about it, and a developer's new statement asks for no update any more.
    road.go(DESK, after(record("なぜ取り下げたのですか", "2027-02-02")), morning("2027-02-02"));
    road.go(MAKER, CaseCommand::StateStatus(status("新しい声明")), morning("2027-02-02"));
    owed(&road, &["receiving_body: answer-enquiry [Ⅳ.4.9.第3段]"]);
}

/// The other body need not sign; the reason goes back, and the publication stays as it is.
#[test]
fn a_withdrawal_that_is_declined_changes_nothing_in_public() {
    let mut road = published();
    let now = morning("2027-02-01");
    road.go(DESK, after(propose(DESK)), now);
    let decline = |reason: &str| after(AftercareCommand::DeclineWithdrawal { reason: reason.into() });
    refused(&mut road, COORDINATOR, decline(" "), now, "Ⅳ.4.9", Why::ReasonMissing);
    road.go(COORDINATOR, decline("命令の対象が異なる"), now);
    told(&road, &["receiving_body: withdrawal-declined [Ⅳ.3.(1).10]"]);
    owed(&road, &[]);
    let public = |event: &&(jiff::Timestamp, FileEvent)| {
        matches!(event.1, FileEvent::Advisory(_, AdvisoryEvent::AdvisoryWithdrawn { .. }))
    };
    assert_eq!(road.events.iter().filter(public).count(), 0);
    assert!(matches!(road.events.last(), Some((_, FileEvent::Case(CaseEvent::Aftercare(_))))));
}
