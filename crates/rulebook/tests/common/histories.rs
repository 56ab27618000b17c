//! Random histories: some way along the canonical road, and then anything that anybody may think of.

use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rulebook::advisory::AdvisoryContent;
use rulebook::case::decide::CaseCommand;
use rulebook::case::{
    AttemptOutcome, CaseContent, CaseFile, ContactMeans, ContentField, Thread, VerificationResult, Weighing,
};
use rulebook::edition::Range;
use rulebook::influence::RangeFactors;
use rulebook::moment::{Moment, day_of};
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::form::{Answer, Consents, ReportKind};
use rulebook::report::{AcceptReport, Condition, ReportCommand, ReportEvent};

use super::stops::{BEGINNING, roads};
use super::*;

/// One thing that somebody tries.
#[derive(Clone, Debug)]
pub enum Try {
    /// In the case.
    Case(Party, CaseCommand),
    /// On the report.
    Report(Party, ReportCommand),
    /// Nothing, for some days.
    Wait(u16),
}

/// A whole history.
#[derive(Clone, Debug)]
pub struct History {
    pub consents: Consents,
    pub own_product: bool,
    /// What happens to the report before the desk tries to accept it.
    pub before: Vec<Try>,
    /// Which road the case sets out on.
    pub road: usize,
    /// How far it goes along it.
    pub along: usize,
    /// And then.
    pub after: Vec<Try>,
}

fn answer() -> impl Strategy<Value = Answer> {
    select(vec![Answer::Yes, Answer::Yes, Answer::No, Answer::Both, Answer::Unanswered])
}

fn any_consents() -> impl Strategy<Value = Consents> {
    (answer(), answer()).prop_map(|(share, publish)| consents(share, publish))
}

pub fn words() -> impl Strategy<Value = String> {
    select(vec!["", " ", "本文", "別の本文"]).prop_map(str::to_owned)
}

pub fn developer() -> impl Strategy<Value = DeveloperId> {
    select(vec![MIHARASHI, TOMOSHIBI])
}

pub fn some_day() -> impl Strategy<Value = Date> {
    let near = (0_i32..120).prop_map(|days| day(BEGINNING).saturating_add(jiff::Span::new().days(days)));
    prop_oneof![20 => near, 1 => Just(Date::MIN), 1 => Just(Date::MAX)]
}

fn any_content() -> impl Strategy<Value = CaseContent> {
    (words(), words(), words()).prop_map(|(product, steps, notes)| CaseContent { product, steps, notes, ..copy() })
}

fn any_text() -> impl Strategy<Value = AdvisoryContent> {
    prop_oneof![4 => words().prop_map(|overview| text(&overview)), 1 => Just(AdvisoryContent::default())]
}

fn files() -> impl Strategy<Value = Vec<AttachmentId>> {
    select(vec![vec![], vec![SCREENSHOT], vec![SCREENSHOT, LETTER]])
}

fn factors() -> impl Strategy<Value = RangeFactors> {
    let range = || proptest::option::of(select(vec![Range::Wide, Range::Medium, Range::Narrow]));
    let made = |(users, social, attack_seen)| RangeFactors { users, social, attack_seen };
    (range(), range(), proptest::option::of(any::<bool>())).prop_map(made)
}

/// What staff do, each by its side.
fn by_staff() -> impl Strategy<Value = (Party, CaseCommand)> {
    let side = || select(vec![DESK, COORDINATOR]);
    let account = || proptest::option::of(select(vec![DESK_ACCOUNT, COORDINATOR_ACCOUNT]));
    let note = |n: u8| CaseCommand::AddNote { body: body(u128::from(n)), by: DESK_ACCOUNT };
    prop_oneof![
        (side(), account().prop_map(CaseCommand::SetOwner)),
        (side(), any::<u8>().prop_map(note)),
        (side(), (any::<u8>(), factors())).prop_map(|(party, (score_tenths, factors))| {
            (party, CaseCommand::RateInfluence { vector: "CVSS:3.1/…".into(), score_tenths, v4: None, factors })
        }),
        (any_content(), files())
            .prop_map(|(content, attachments)| (DESK, CaseCommand::HandOver { content, attachments })),
        (side(), any::<u8>()).prop_map(|(party, n)| {
            (party, CaseCommand::Write { thread: Thread::Bodies, body: body(u128::from(n)), attachments: vec![] })
        }),
        Just((DESK, CaseCommand::CoSignAdvisory(DESK_ACCOUNT))),
    ]
}

/// What the coordinator does.
fn by_coordinator() -> impl Strategy<Value = CaseCommand> {
    let outcome = select(AttemptOutcome::ALL.to_vec());
    let means = select(ContactMeans::ALL.to_vec());
    let fields = proptest::sample::subsequence(ContentField::ALL.to_vec(), 0..=ContentField::ALL.len());
    prop_oneof![
        2 => developer().prop_map(add),
        2 => (developer(), means, some_day(), outcome, words()).prop_map(|(developer, means, on, outcome, note)| {
            CaseCommand::RecordContactAttempt { developer, means, to: "03-0000-0000".into(), on, outcome, note }
        }),
        1 => developer().prop_map(|developer| {
            CaseCommand::SendAnswerLink { developer, to: "psirt@tomoshibi.example".into() }
        }),
        2 => developer().prop_map(confirm),
        2 => developer().prop_map(release),
        1 => (developer(), fields, files()).prop_map(|(developer, fields, attachments)| {
            CaseCommand::ReleaseDetails { developer, fields, attachments }
        }),
        1 => (developer(), any::<u8>()).prop_map(|(developer, n)| {
            CaseCommand::Write { thread: Thread::Developer(developer), body: body(u128::from(n)), attachments: vec![] }
        }),
        2 => (some_day(), words()).prop_map(|(day, reason)| CaseCommand::SetDay { day, reason, weighed: Weighing::default() }),
        1 => any_text().prop_map(start_advisory),
        2 => any_text().prop_map(|content| CaseCommand::EditAdvisory(Box::new(content))),
        2 => Just(CaseCommand::SendPreview),
        2 => Just(CaseCommand::ApproveAdvisory(COORDINATOR_ACCOUNT)),
        2 => words().prop_map(|summary| publish(&summary)),
    ]
}

/// What a developer does.
fn by_developer() -> impl Strategy<Value = (Party, CaseCommand)> {
    let said = prop_oneof![
        select(VerificationResult::ALL.to_vec()).prop_map(verified),
        words().prop_map(|fix| countermeasure(&fix)),
        words().prop_map(|words| CaseCommand::StateStatus(status(&words))),
        (proptest::option::of(some_day()), words()).prop_map(|(day, comment)| CaseCommand::ProposeDay { day, comment }),
        (any::<bool>(), words()).prop_map(|(agrees, comment)| CaseCommand::CommentPreview { agrees, comment }),
    ];
    let named = (developer(), any::<u8>(), any::<bool>()).prop_map(|(developer, n, writes)| {
        let thread = Thread::Developer(developer);
        let write = CaseCommand::Write { thread, body: body(u128::from(n)), attachments: vec![] };
        (Party::Developer(developer), if writes { write } else { confirm(developer) })
    });
    prop_oneof![4 => (developer().prop_map(Party::Developer), said), 1 => named]
}

fn on_report() -> impl Strategy<Value = (Party, ReportCommand)> {
    let write = |party: Party| {
        (any::<u8>(), any::<bool>()).prop_map(move |(n, question)| {
            (party, ReportCommand::Write { body: body(u128::from(n)), question, attachments: vec![] })
        })
    };
    let failed = proptest::sample::subsequence(Condition::ALL.to_vec(), 0..=2);
    prop_oneof![
        3 => write(DESK),
        3 => write(FINDER),
        4 => any_consents().prop_map(|consents| (FINDER, ReportCommand::ChangeConsents(consents))),
        1 => any::<bool>().prop_map(|high| (DESK, ReportCommand::MarkHighImpact(high))),
        1 => Just((DESK, ReportCommand::SetOwner(Some(DESK_ACCOUNT)))),
        1 => Just((DESK, ReportCommand::AddNote { body: body(9), by: DESK_ACCOUNT })),
        1 => Just((FINDER, ReportCommand::ConsultDisclosure { body: body(10) })),
        1 => Just((DESK, ReportCommand::AnswerDisclosure { body: body(11) })),
        1 => proptest::option::of(Just(body(12))).prop_map(|reason| (FINDER, ReportCommand::Withdraw { reason })),
        1 => select(vec![ReportKind::Product, ReportKind::Website])
            .prop_map(|kind| (DESK, ReportCommand::Reclassify { kind, reason: body(13) })),
        1 => failed.prop_map(|failed| (DESK, reject(failed))),
    ]
}

/// One thing, or a few that lead from one to the next.
fn any_tries() -> impl Strategy<Value = Vec<Try>> {
    let story = super::parts::stories();
    let story = story.prop_map(|steps| steps.into_iter().map(|(party, command)| Try::Case(party, command)).collect());
    prop_oneof![12 => any_try().prop_map(|one| vec![one]), 1 => story]
}

/// Mostly by those whose part it is, sometimes by anybody.
pub fn any_try() -> impl Strategy<Value = Try> {
    let rightful = prop_oneof![
        2 => by_staff().boxed(),
        5 => by_coordinator().prop_map(|command| (COORDINATOR, command)).boxed(),
        3 => by_developer().boxed(),
        1 => Just((Party::Program, publish(""))),
        3 => super::parts::tries().boxed(),
    ];
    let in_case = (rightful, 0_u8..10, select(PARTIES.to_vec()))
        .prop_map(|((party, command), dice, anybody)| Try::Case(if dice == 0 { anybody } else { party }, command));
    prop_oneof![10 => in_case, 2 => any_report_try(), 1 => prop_oneof![9 => 0_u16..40, 1 => 100_u16..500].prop_map(Try::Wait)]
}

fn any_report_try() -> impl Strategy<Value = Try> {
    (on_report(), 0_u8..10, select(PARTIES.to_vec()))
        .prop_map(|((party, command), dice, anybody)| Try::Report(if dice == 0 { anybody } else { party }, command))
}

pub fn any_history() -> impl Strategy<Value = History> {
    let before = proptest::collection::vec(any_report_try(), 0..4);
    let after = proptest::collection::vec(any_tries(), 0..60).prop_map(|tries| tries.concat());
    let lengths: Vec<usize> = roads().iter().map(Vec::len).collect();
    let way = (0..lengths.len()).prop_flat_map(move |road| (Just(road), 0..=lengths[road]));
    (any_consents(), any::<u8>(), before, way, after).prop_map(|(consents, dice, before, (road, along), after)| {
        History { consents, own_product: dice % 8 == 0, before, road, along, after }
    })
}

/// What came of a try.
pub type Outcome = Result<Vec<FileEvent>, Refusal>;

impl History {
    /// Lives through it; `each` sees the road before and after every try, and what came of it. Returns where it ends
    /// and when.
    pub fn live(&self, mut each: impl FnMut(&Road, &Road, &Try, Moment, &Outcome)) -> (Road, Moment) {
        let mut now = morning(BEGINNING);
        let mut event = received(self.consents, now);
        if let (true, ReportEvent::ReportReceived { kind, .. }) = (self.own_product, &mut event) {
            *kind = Some(ReportKind::OwnProduct);
        }
        let mut road = Road::begin(event, now);
        let mut live = |road: &mut Road, what: &Try, now: Moment| {
            let before = road.clone();
            let outcome = road.attempt(what, now);
            each(&before, road, what, now, &outcome);
        };
        for what in &self.before {
            live(&mut road, what, now);
            now = later(now, 1);
        }
        let wished_day = self.own_product.then(|| day("2026-12-24"));
        if road.accept(DESK, AcceptReport { wished_day, ..accepting() }, now).is_err() {
            return (road, now);
        }
        for stop in roads().remove(self.road).into_iter().take(self.along) {
            now = if stop.now.at > now.at { stop.now } else { later(now, 1) };
            if let Some((party, command)) = stop.doing {
                live(&mut road, &Try::Case(party, command), now);
            }
        }
        for what in &self.after {
            let days = if let Try::Wait(days) = what { i64::from(*days) } else { 0 };
            now = later(now, 1 + days * 86_400);
            live(&mut road, what, now);
        }
        (road, now)
    }
}

/// One long life of a case: so many tries from its acceptance on, with a few days in between now and then. `each` sees
/// the case before every try and the road after it.
pub fn long_life(
    runner: &mut TestRunner,
    tries: usize,
    mut each: impl FnMut(&CaseFile, &Road, &Try, Moment, &Outcome),
) -> (Road, Moment) {
    let (any_consents, any_tries) = (any_consents(), any_tries());
    let consents = any_consents.new_tree(runner).expect("consents can always be made").current();
    let mut now = morning(BEGINNING);
    let mut road = Road::begin(received(consents, now), now);
    road.accept(DESK, accepting(), now).expect("nothing keeps it from being accepted");
    let mut tried = 0;
    while tried < tries {
        for what in any_tries.new_tree(runner).expect("a try can always be made").current() {
            let days = if let Try::Wait(days) = what { i64::from(days % 4) } else { 0 };
            now = later(now, 1 + days * 86_400);
            let before = road.file().clone();
            let outcome = road.attempt(&what, now);
            each(&before, &road, &what, now, &outcome);
            tried += 1;
        }
    }
    (road, now)
}

fn later(now: Moment, seconds: i64) -> Moment {
    let at = now.at + jiff::SignedDuration::from_secs(seconds);
    Moment { at, today: day_of(at, 9) }
}

impl Road {
    /// Tries something; a report's events are not file events and are left out of the outcome.
    pub fn attempt(&mut self, what: &Try, now: Moment) -> Outcome {
        match what.clone() {
            Try::Case(party, command) if self.file.is_some() => self.case(party, command, now),
            Try::Report(party, command) => self.report(party, command, now).map(|()| vec![]),
            Try::Case(..) | Try::Wait(_) => Ok(vec![]),
        }
    }
}
