//! Reaching a developer (Ⅳ.4.2.第6段, 付録5): the campaign of 2019 and the ladder for those that do not answer.

mod common;

use common::said::{owed, refused, told};
use common::silent::*;
use common::*;
use rulebook::case::decide::CaseCommand;
use rulebook::case::reach::{
    Addressee, DelistReason, Outcome, Proposal, ProposalReason, Rung, Source, Template, campaign, course,
    is_unreachable, listing, next_contact, outcome, rung,
};
use rulebook::case::{
    AttemptOutcome, ContactMeans, DeveloperSide, DutyKind, EndingCommand, EndingGround, ReachCommand, Viewer, duties,
    view,
};
use rulebook::edition::Influence;
use rulebook::refusal::Why;

fn side(road: &Road) -> &DeveloperSide {
    road.file().case.developer(MIHARASHI).expect("it is on the case")
}

fn next(road: &Road) -> Option<(ContactMeans, Option<String>, Option<String>, ProposalReason)> {
    let next: Option<Proposal> = next_contact(side(road), rules());
    next.map(|next| (next.means, next.to, next.due.map(|due| due.to_string()), next.reason))
}

fn owes(road: &Road, what: DutyKind) -> Option<Option<String>> {
    let found = duties(road.file(), rules()).into_iter().find(|duty| duty.what == what);
    found.map(|duty| duty.due.map(|due| due.to_string()))
}

fn on_row(command: ReachCommand) -> CaseCommand {
    CaseCommand::Reach(command)
}

/// Three contacts, ten business days apart: 20 November to 4 December to 18 December 2026.
#[test]
fn three_contacts_suffice_and_the_second_goes_by_post() {
    let mail = || Some("info@miharashi.example".to_owned());
    let mut road = silent_until("first-contact");
    assert_eq!(next(&road), Some((ContactMeans::Mail, mail(), Some("2026-12-04".into()), ProposalReason::Again)));
    let found = &[(ContactMeans::Post, POST)];
    road.go(COORDINATOR, check(Source::Site, "2026-11-24", found), morning("2026-11-24"));
    let by_post = (ContactMeans::Post, Some(POST.to_owned()), Some("2026-12-04".into()), ProposalReason::SecondByPost);
    assert_eq!(next(&road), Some(by_post));

    let road = silent_until("second-contact");
    assert_eq!(next(&road), Some((ContactMeans::Mail, mail(), Some("2026-12-18".into()), ProposalReason::Again)));
    let road = silent_until("third-contact");
    assert_eq!(next(&road), None, "three suffice");
    assert_eq!(campaign(side(&road), rules()).sufficed_on, Some(day("2026-12-18")));
}

#[test]
fn three_mails_of_one_day_are_one_contact() {
    let mut road = silent_until("first-contact");
    for to in ["a@miharashi.example", "b@miharashi.example"] {
        road.go(COORDINATOR, contact(ContactMeans::Mail, to, "2026-11-20"), morning("2026-11-20"));
    }
    assert_eq!(campaign(side(&road), rules()).contacts, [day("2026-11-20")]);
}

#[test]
fn a_new_address_is_tried_but_does_not_start_the_count_again() {
    let mut road = silent_until("third-contact");
    let fax = &[(ContactMeans::Fax, "03-0000-0001")];
    road.go(COORDINATOR, check(Source::Related, "2027-01-05", fax), morning("2027-01-05"));
    let campaign = campaign(side(&road), rules());
    assert_eq!((campaign.contacts.len(), campaign.sufficed_on), (3, Some(day("2026-12-18"))));
    refused(&mut road, COORDINATOR, list_name(), morning("2027-01-18"), "Ⅳ.4.2.第6段.1", Why::MeansLeft);
    // However it is written.
    road.go(COORDINATOR, contact(ContactMeans::Fax, "03-0000-0001 ", "2027-01-18"), morning("2027-01-18"));
    road.go(COORDINATOR, list_name(), morning("2027-01-18"));
}

#[test]
fn a_letter_that_came_back_leaves_the_turn_with_the_coordinator_at_once() {
    let mut road = silent_until("second-contact");
    let (developer, outcome) = (MIHARASHI, Some(AttemptOutcome::Undeliverable));
    let (letter, note) = (Some("L-20000001".to_owned()), "宛先不明".to_owned());
    let (on, files) = (day("2026-12-08"), vec![]);
    let returned = ReachCommand::NoteAttempt { developer, attempt: 2, on, outcome, letter, files, note };
    road.go(COORDINATOR, on_row(returned), morning("2026-12-08"));
    let again = Some("info@miharashi.example".to_owned());
    assert_eq!(next(&road), Some((ContactMeans::Mail, again, None, ProposalReason::CameBack)));
    assert_eq!(campaign(side(&road), rules()).contacts.len(), 2, "it was tried all the same");
    let nothing = ReachCommand::NoteAttempt {
        developer,
        attempt: 9,
        on: day("2026-12-08"),
        outcome,
        letter: None,
        files: vec![],
        note: String::new(),
    };
    refused(&mut road, COORDINATOR, on_row(nothing), morning("2026-12-08"), "Ⅳ.4.2.第6段.1", Why::NotContacted);
}

#[test]
fn the_finder_is_asked_through_the_receiving_body() {
    let mut road = silent_until("first-contact");
    let now = morning("2026-11-24");
    let answer = || check(Source::Finder, "2026-11-24", &[(ContactMeans::Sns, "@miharashi")]);
    refused(&mut road, DESK, answer(), now, "Ⅳ.4.2.第6段.1", Why::NotAsked);
    let ask = || on_row(ReachCommand::AskFinder { developer: MIHARASHI, note: "作者".into() });
    road.go(COORDINATOR, ask(), now);
    told(&road, &["receiving_body: finder-to-ask [Ⅳ.4.2.第6段.1]"]);
    assert_eq!(owes(&road, DutyKind::AskFinder), Some(None));
    refused(&mut road, COORDINATOR, ask(), now, "Ⅳ.4.2.第6段.1", Why::AlreadyAsked);
    refused(&mut road, COORDINATOR, answer(), now, "Ⅳ.4.2.第6段.1", Why::NotYours);
    road.go(DESK, answer(), now);
    told(&road, &["coordinator: finder-answered [Ⅳ.4.2.第6段.1]"]);
    assert_eq!(owes(&road, DutyKind::AskFinder), None);
    assert!(next(&road).is_some_and(|(means, ..)| means == ContactMeans::Sns));
}

/// Name, three months later product and version, then the deadline; nothing before its time.
#[test]
fn the_ladder_goes_up_step_by_step() {
    let mut road = silent_until("third-contact");
    owed(
        &road,
        &[
            "miharashi: confirm-contact (miharashi) [Ⅳ.5.1]",
            "coordinator: list-name (miharashi) by 2027-01-18 [Ⅳ.4.2.第6段.1]",
            "receiving_body: judge-verifiability by 2027-01-18 [Ⅳ.3.(1).7.ア]",
            // Six months from the first contact.
            "coordinator: notify-impossible (miharashi) by 2027-05-20 [Ⅳ.4.10]",
        ],
    );
    refused(&mut road, COORDINATOR, list_name(), morning("2027-01-17"), "Ⅳ.4.2.第6段.1", Why::TooSoon);
    road.go(DESK, judge(true), morning("2027-01-12"));
    told(&road, &["coordinator: course-judged [Ⅳ.3.(1).7.ア]"]);
    road.go(COORDINATOR, list_name(), morning("2027-01-18"));
    told(&road, &["receiving_body: list-changed [Ⅳ.4.2.第6段.1]"]);
    assert_eq!(rung(&road.file().case, side(&road)), Rung::NameListed);
    assert_eq!(owes(&road, DutyKind::AnswerListing), Some(None), "Ⅳ.5.2.第2段");
    assert_eq!(owes(&road, DutyKind::ListProduct), Some(Some("2027-04-18".into())));

    refused(&mut road, COORDINATOR, list_product(), morning("2027-04-17"), "Ⅳ.4.2.第6段.2", Why::TooSoon);
    road.go(COORDINATOR, list_product(), morning("2027-04-18"));
    assert_eq!(rung(&road.file().case, side(&road)), Rung::ProductListed);
    let notice = listing(side(&road)).and_then(|row| row.product).expect("付録5.2");
    assert_eq!((notice.template(), notice.updated_on), (Template::Organisation, None), "付録5.2.1 has no 更新日");
    assert_eq!(owes(&road, DutyKind::AppendDeadline), Some(Some("2027-07-18".into())));

    refused(
        &mut road,
        COORDINATOR,
        append_deadline("2027-07-18"),
        morning("2027-07-18"),
        "Ⅳ.4.2.第6段.2",
        Why::DayPast,
    );
    road.go(COORDINATOR, append_deadline("2027-09-30"), morning("2027-07-18"));
    let notice = listing(side(&road)).and_then(|row| row.product).expect("付録5.2");
    assert_eq!(notice.template(), Template::OrganisationDeadline);
    assert_eq!((notice.deadline, notice.updated_on), (Some(day("2027-09-30")), Some(day("2027-07-18"))));
    assert_eq!(owes(&road, DutyKind::UpdateListing), Some(Some("2027-10-18".into())), "quarterly");
}

#[test]
fn the_checklist_comes_before_the_list() {
    let mut road = silent_until("first-contact");
    let mail = "info@miharashi.example";
    assert_eq!(owes(&road, DutyKind::SearchContact), Some(Some("2026-12-04".into())));
    for on in ["2026-12-04", "2026-12-18"] {
        road.go(COORDINATOR, contact(ContactMeans::Mail, mail, on), morning(on));
    }
    assert_eq!(owes(&road, DutyKind::ListName), None);
    refused(&mut road, COORDINATOR, list_name(), morning("2027-01-18"), "Ⅳ.4.2.第6段.1", Why::ChecklistOpen);
}

/// 付録5.1: the columns of the row, and nothing of the case in them.
#[test]
fn a_row_says_who_is_meant_and_nothing_of_the_case() {
    let mut road = silent_until("third-contact");
    let now = morning("2027-01-18");
    let row = |number: &str, name: &str, reference: &str, remark: &str| {
        on_row(ReachCommand::ListName {
            developer: MIHARASHI,
            number: number.into(),
            name: Some(name.into()),
            reference: reference.into(),
            remark: remark.into(),
        })
    };
    let no = [
        (row("30000001", "みはらし", "", ""), "Ⅳ.4.2.第6段.1", Why::Unusable),
        (row(NUMBER, "みはらし", "miharashi", ""), "Ⅳ.4.2.第6段.1", Why::Unusable),
        (row(NUMBER, " ", "", ""), "Ⅳ.4.2.第6段.1", Why::NobodyNamed),
        (row(NUMBER, "みはらし", "", "C-20000001 の件"), "付録5.1", Why::TellsOfCase),
        (row(NUMBER, "みはらし", "", "R-10000001"), "付録5.1", Why::TellsOfCase),
        (row(NUMBER, "みはらし", "", "クロスサイト・スクリプティングの件"), "付録5.1", Why::TellsOfCase),
    ];
    for (command, clause, why) in no {
        refused(&mut road, COORDINATOR, command, now, clause, why);
    }
    road.go(COORDINATOR, row(NUMBER, " ", "", "みはらしポータルの開発者"), now);
    let listed = listing(side(&road)).expect("it is on the list");
    assert_eq!((listed.name, listed.listed_on), (None, day("2027-01-18")));
    assert_eq!(listed.product, None);
}

/// ③: a listed developer that gets in touch is taken up again, and comes off the list.
#[test]
fn a_listed_developer_that_answers_is_taken_up_again() {
    let mut road = silent_until("product-listed");
    let now = morning("2027-05-10");
    road.go(MAKER, confirm(MIHARASHI), now);
    assert_eq!(owes(&road, DutyKind::ResumeContact), Some(None));
    refused(&mut road, COORDINATOR, append_deadline("2027-09-30"), now, "Ⅳ.4.2.第6段.2", Why::DeveloperAnswered);
    let resume = on_row(ReachCommand::ResumeContact { developer: MIHARASHI, note: "返信".into(), delist: true });
    road.go(COORDINATOR, resume, now);
    told(&road, &["receiving_body: contact-resumed [Ⅳ.4.2.第6段.1]", "receiving_body: list-changed [Ⅳ.4.2.第6段.1]"]);
    assert_eq!(rung(&road.file().case, side(&road)), Rung::Resumed);
    assert_eq!(listing(side(&road)), None);
    owed(&road, &["coordinator: release-details (miharashi) [Ⅳ.4.2]"]);
}

/// Ⅳ.3.(2).1.ア: six months from 20 November 2026, every means tried, and the published deadline passed.
#[test]
fn six_months_and_every_means_make_a_developer_unreachable() {
    let why = |road: &Road, today: &str| is_unreachable(side(road), rules(), day(today)).map_err(|no| no.why);
    let road = silent_until("second-contact");
    assert_eq!(why(&road, "2027-05-20"), Err(Why::MeansLeft));
    let road = silent_until("third-contact");
    assert_eq!(why(&road, "2027-05-19"), Err(Why::TooSoon));
    assert_eq!(why(&road, "2027-05-20"), Ok(()), "the list is another gate");
    let mut road = silent_until("deadline-appended");
    assert_eq!(why(&road, "2027-09-30"), Err(Why::TooSoon));
    assert_eq!(why(&road, "2027-10-01"), Ok(()));
    road.go(MAKER, confirm(MIHARASHI), morning("2027-09-30"));
    assert_eq!(why(&road, "2027-10-01"), Err(Why::DeveloperAnswered));
}

/// The table of 2019: influence by whether it can be verified.
#[test]
fn what_becomes_of_an_unreachable_case_follows_the_table() {
    use Influence::{Normal, Priority, Simple};
    assert_eq!(outcome(Priority, true), Outcome::Committee);
    assert_eq!(outcome(Priority, false), Outcome::WeighCost);
    assert_eq!(outcome(Normal, true), Outcome::Committee);
    assert_eq!(outcome(Normal, false), Outcome::End);
    assert_eq!((outcome(Simple, true), outcome(Simple, false)), (Outcome::End, Outcome::End));
}

/// 6.1 and nothing known of the range is priority handling (付録4).
#[test]
fn the_cost_is_weighed_with_a_reason_and_single_cases_may_go_another_way() {
    let mut road = silent_until("third-contact");
    let now = morning("2027-01-12");
    let weigh = |worth, reason: &str| on_row(ReachCommand::JudgeHandlingValue { worth, reason: reason.into() });
    refused(&mut road, DESK, weigh(true, "高い"), now, "Ⅳ.3.(1).7.ア", Why::NothingToWeigh);
    road.go(DESK, judge(false), now);
    assert_eq!(course(&road.file().case), Some(Outcome::WeighCost));
    assert_eq!(owes(&road, DutyKind::JudgeHandlingValue), Some(Some("2027-01-18".into())));
    refused(&mut road, DESK, weigh(false, " "), now, "Ⅳ.3.(1).7.ア", Why::ReasonMissing);
    road.go(DESK, weigh(false, "購入に費用がかかりすぎる"), now);
    assert_eq!(course(&road.file().case), Some(Outcome::End));
    let reason = "医療で使われている".to_owned();
    road.go(DESK, on_row(ReachCommand::ConsiderIndividually { outcome: Outcome::Committee, reason }), now);
    assert_eq!(course(&road.file().case), Some(Outcome::Committee));
}

#[test]
fn what_is_not_worth_handling_comes_off_the_list() {
    let mut road = silent_until("name-listed");
    road.go(DESK, rate(), morning("2027-02-01"));
    let reason = "影響が小さい".to_owned();
    road.go(DESK, on_row(ReachCommand::ConsiderIndividually { outcome: Outcome::End, reason }), morning("2027-02-01"));
    assert_eq!(owes(&road, DutyKind::StopHandling), Some(Some("2027-01-18".into())));
    let ground = EndingGround::NotVulnerabilityInformation;
    let stop = EndingCommand::Stop { ground, reason: "取扱価値がない".into() };
    road.go(DESK, CaseCommand::Ending(stop), morning("2027-02-01"));
    assert_eq!(owes(&road, DutyKind::Delist), Some(None));
    let delist = |reason, note: &str| on_row(ReachCommand::Delist { developer: MIHARASHI, reason, note: note.into() });
    let now = morning("2027-02-02");
    refused(&mut road, COORDINATOR, delist(DelistReason::Mistake, ""), now, "Ⅳ.4.2.第6段.1", Why::ReasonMissing);
    road.go(COORDINATOR, delist(DelistReason::HandlingEnded, ""), now);
    assert_eq!(rung(&road.file().case, side(&road)), Rung::Removed);
}

/// Ⅳ.4.3.第2段: where somebody answers the case goes on without the silent one.
#[test]
fn a_silent_developer_is_not_listed_where_another_one_answers() {
    let mut road = silent_until("third-contact");
    let now = morning("2027-01-10");
    road.go(COORDINATOR, add(TOMOSHIBI), now);
    road.go(COORDINATOR, attempt(TOMOSHIBI, now.today, AttemptOutcome::Answered), now);
    road.go(COORDINATOR, confirm(TOMOSHIBI), now);
    road.go(COORDINATOR, release(TOMOSHIBI), now);
    assert!(owes(&road, DutyKind::ListName).is_some());
    road.go(BUILDER, verified(rulebook::case::VerificationResult::Affected), now);
    assert_eq!(owes(&road, DutyKind::ListName), None);
}

/// 付録5.2.1–付録5.2.4: to whom, and with a deadline or without.
#[test]
fn a_notice_speaks_to_whom_it_concerns() {
    let mut road = silent_until("name-listed");
    let notice = |road: &Road| listing(side(road)).and_then(|row| row.product).map(|notice| notice.template());
    let product = ReachCommand::ListProduct {
        developer: MIHARASHI,
        product: "みはらしポータル".into(),
        versions: "3.2.0 まで".into(),
        addressee: Addressee::Individual,
    };
    road.go(COORDINATOR, on_row(product), morning("2027-04-18"));
    assert_eq!(notice(&road), Some(Template::Individual));
    road.go(COORDINATOR, append_deadline("2027-09-30"), morning("2027-07-18"));
    assert_eq!(notice(&road), Some(Template::IndividualDeadline));
}

/// 付録5: a listed developer sees its row, and nothing of the search for it.
#[test]
fn a_listed_developer_sees_its_row_and_nothing_of_the_search() {
    let road = silent_until("product-listed");
    let seen = view(road.file(), Viewer::Party(MAKER), rules()).expect("it was contacted").reach;
    assert!(seen.developers[0].listing.is_some());
    assert!(seen.developers[0].checks.is_empty() && seen.developers[0].campaign.is_none());
    assert_eq!(seen.verifiable, None);
    let finder = view(road.file(), Viewer::Party(FINDER), rules()).expect("its own case").reach;
    assert!(finder.developers.is_empty());
}

/// The checklist that is published is the one that is worked through.
#[test]
fn the_sources_are_those_of_the_edition() {
    let keys: Vec<_> = edition().lists.contact_sources.value.iter().map(|item| item.key.as_str()).collect();
    assert_eq!(keys, Source::ALL.map(Source::word));
}
