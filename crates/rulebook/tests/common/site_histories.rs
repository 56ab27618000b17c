//! Random histories of a website case: some way along a road, and then anything that anybody may think of.

use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rulebook::case::{AttemptOutcome, CaseContent, ContactMeans};
use rulebook::edition::Range;
use rulebook::influence::RangeFactors;
use rulebook::moment::{Moment, day_of};
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use rulebook::report::ReportCommand;
use rulebook::report::form::{Answer, Consents};
use rulebook::site::{
    Classification, FixCheck, HandToProduct, LeakItem, OperatorAnswer, OperatorCategory, OperatorConsent,
    OperatorSource, SiteCause, SiteCommand, SiteDisclosureGround, SiteEffect, SiteEnding, SiteField, SiteFileEvent,
    SiteKind, SiteThread, hand_to_product,
};

use super::histories::words;
use super::sites::*;
use super::*;

/// One thing that somebody tries.
#[derive(Clone, Debug)]
pub enum Try {
    Site(Party, SiteCommand),
    Report(Party, ReportCommand),
    /// The desk hands it over as a product's; with the site named or not, with words that tell of it or not.
    Product(bool, bool),
    Wait(u16),
}

pub type Outcome = Result<Vec<SiteFileEvent>, Refusal>;

/// A whole history of an accepted report.
#[derive(Clone, Debug)]
pub struct SiteHistory {
    pub consents: Consents,
    /// How far it goes along the road.
    pub along: usize,
    /// And then.
    pub after: Vec<Try>,
}

/// Parties that a rule may be asked about.
pub const EVERYBODY: [Party; 9] =
    [FINDER, OTHER_FINDER, DESK, COORDINATOR, KOMACHI, OTHER_OPERATOR, MAKER, MEMBER, Party::Program];

fn road() -> Vec<(Party, SiteCommand)> {
    let first = contacted(ContactMeans::Mail, day(ACCEPTED), AttemptOutcome::Waiting);
    vec![
        (DESK, classified(SiteCause::Application)),
        (DESK, rated(61, RangeFactors::default())),
        (DESK, identified(OperatorCategory::Company)),
        (DESK, first),
        (KOMACHI, confirmed()),
        (DESK, sent()),
        (KOMACHI, SiteCommand::ReceiveDetails),
        (KOMACHI, says(OperatorAnswer::Fixed)),
        (DESK, SiteCommand::CheckFix { result: FixCheck::Gone, note: String::new() }),
        (DESK, closes(SiteEnding::ApplicationFixed)),
    ]
}

fn some_day() -> impl Strategy<Value = Date> {
    let near = (0_i32..120).prop_map(|days| day(ACCEPTED).saturating_add(jiff::Span::new().days(days)));
    prop_oneof![20 => near, 1 => Just(Date::MIN), 1 => Just(Date::MAX)]
}

fn category() -> impl Strategy<Value = OperatorCategory> {
    select(OperatorCategory::ALL.to_vec())
}

fn fields() -> impl Strategy<Value = Vec<SiteField>> {
    subsequence(SiteField::ALL.to_vec(), 0..=SiteField::ALL.len())
}

fn files() -> impl Strategy<Value = Vec<AttachmentId>> {
    select(vec![vec![], vec![SCREENSHOT], vec![AttachmentId(uuid(0x79))]])
}

fn factors() -> impl Strategy<Value = RangeFactors> {
    let range = || proptest::option::of(select(vec![Range::Wide, Range::Medium, Range::Narrow]));
    (range(), range()).prop_map(|(users, social)| RangeFactors { users, social, attack_seen: None })
}

fn decided() -> impl Strategy<Value = SiteCommand> {
    let effects = subsequence(SiteEffect::ALL.to_vec(), 0..=2);
    (select(SiteKind::ALL.to_vec()), effects, select(SiteCause::ALL.to_vec()), any::<bool>()).prop_map(
        |(kind, effects, cause, passive)| SiteCommand::Classify(Classification { kind, effects, cause, passive }),
    )
}

fn recipient() -> impl Strategy<Value = String> {
    select(vec!["産総研".to_owned(), "個人情報保護委員会".to_owned()])
}

fn wisher() -> impl Strategy<Value = Party> {
    select(vec![FINDER, KOMACHI, OTHER_FINDER])
}

/// What the desk does.
fn by_desk() -> BoxedStrategy<SiteCommand> {
    let source = select(OperatorSource::ALL.to_vec());
    let means = || select(ContactMeans::ALL.to_vec());
    let outcome = || select(AttemptOutcome::ALL.to_vec());
    let looks = prop_oneof![
        1 => proptest::option::of(Just(DESK_ACCOUNT)).prop_map(SiteCommand::SetOwner),
        1 => any::<u8>().prop_map(|n| SiteCommand::AddNote { body: body(u128::from(n)), by: DESK_ACCOUNT }),
        3 => decided(),
        2 => (any::<u8>(), factors()).prop_map(|(score, factors)| rated(score, factors)),
        2 => category().prop_map(identified),
        1 => (source, any::<bool>(), words())
            .prop_map(|(source, found, note)| SiteCommand::CheckSource { source, found, note }),
        4 => (means(), some_day(), outcome()).prop_map(|(means, on, outcome)| contacted(means, on, outcome)),
        1 => (0_u32..4, outcome(), words())
            .prop_map(|(attempt, outcome, note)| SiteCommand::NoteAttempt { attempt, outcome, note }),
        3 => (fields(), files(), words())
            .prop_map(|(fields, attachments, advice)| SiteCommand::SendDetails { fields, advice, attachments }),
        2 => (select(FixCheck::ALL.to_vec()), words())
            .prop_map(|(result, note)| SiteCommand::CheckFix { result, note }),
        2 => (any::<bool>(), words()).prop_map(|(suspected, note)| SiteCommand::SuspectLeak { suspected, note }),
        1 => (words(), some_day()).prop_map(|(title, on)| {
            SiteCommand::LinkAlert { title, url: "https://portal.example/alert".into(), on }
        }),
    ];
    prop_oneof![3 => looks, 2 => by_desk_with_others()].boxed()
}

fn by_desk_with_others() -> BoxedStrategy<SiteCommand> {
    let ground = select(SiteDisclosureGround::ALL.to_vec());
    let ending = select(SiteEnding::ALL.to_vec());
    let reports = || select(vec![REPORT, OTHER_REPORT]);
    prop_oneof![
        1 => select(OperatorConsent::ALL.to_vec()).prop_map(SiteCommand::AskConsent),
        1 => (reports(), any::<u8>())
            .prop_map(|(report, n)| SiteCommand::Consult { report, body: body(u128::from(n)) }),
        2 => (recipient(), some_day(), proptest::option::of(some_day())).prop_map(|(with, on, until)| {
            SiteCommand::RecordNda { with, on, until, reference: "文書".into() }
        }),
        3 => (ground, recipient(), fields(), files(), words()).prop_map(|(ground, to, fields, attachments, purpose)| {
            SiteCommand::Disclose { ground, to, fields, attachments, purpose }
        }),
        2 => (0_u32..3, words()).prop_map(|(disclosure, result)| SiteCommand::RecordResult { disclosure, result }),
        3 => (wisher(), reports()).prop_map(|(wisher, report)| SiteCommand::PassTalk { wisher, report }),
        1 => (ending, proptest::option::of(Just(body(31)))).prop_map(|(ending, to_operator)| {
            SiteCommand::Close { ending, to_finder: body(30), to_operator }
        }),
        2 => words().prop_map(|reason| SiteCommand::Reopen { reason }),
    ]
    .boxed()
}

/// What the operator says; the desk may write most of it down.
fn of_operator() -> BoxedStrategy<SiteCommand> {
    let answer = select(OperatorAnswer::ALL.to_vec());
    let thread = || select(vec![SiteThread::Operator, SiteThread::Operator, SiteThread::Direct(REPORT)]);
    let what = select(OperatorConsent::ALL.to_vec());
    let items = subsequence(LeakItem::ALL.to_vec(), 0..=6);
    prop_oneof![
        2 => Just(confirmed()),
        2 => Just(SiteCommand::ReceiveDetails),
        6 => (answer, words(), proptest::option::of(some_day()))
            .prop_map(|(answer, words, ready_on)| SiteCommand::Answer { answer, words, ready_on }),
        4 => (thread(), any::<u8>(), any::<bool>()).prop_map(|(thread, n, question)| {
            SiteCommand::Write { thread, body: body(u128::from(n)), question, attachments: vec![] }
        }),
        2 => (what, any::<bool>()).prop_map(|(what, agrees)| SiteCommand::GiveConsent { what, agrees }),
        1 => words().prop_map(|to| SiteCommand::Forward { to }),
        1 => Just(SiteCommand::TakeBack),
        1 => items.prop_map(|items| SiteCommand::PublishLeak { url: "https://komachi.example/news".into(), items }),
    ]
    .boxed()
}

fn of_talks() -> BoxedStrategy<(Party, SiteCommand)> {
    let side = || select(vec![FINDER, KOMACHI]);
    let direct = |n: u8| SiteCommand::Write {
        thread: SiteThread::Direct(REPORT),
        body: body(u128::from(n)),
        question: false,
        attachments: vec![],
    };
    let answering = select(vec![FINDER, KOMACHI, DESK]);
    prop_oneof![
        2 => side().prop_map(|party| (party, SiteCommand::WishTalk)),
        2 => (answering, wisher(), any::<bool>())
            .prop_map(|(party, wisher, agrees)| (party, SiteCommand::AnswerTalk { wisher, agrees })),
        1 => (side(), any::<u8>()).prop_map(move |(party, n)| (party, direct(n))),
    ]
    .boxed()
}

fn on_report() -> BoxedStrategy<Try> {
    let write = |party: Party| {
        any::<u8>().prop_map(move |n| {
            (party, ReportCommand::Write { body: body(u128::from(n)), question: false, attachments: vec![] })
        })
    };
    let answers = || select(vec![Answer::Yes, Answer::No]);
    let wishes = (answers(), answers()).prop_map(|(share_identity, direct_contact)| {
        let publish_name = Answer::Unanswered;
        (FINDER, ReportCommand::ChangeConsents(Consents { share_identity, direct_contact, publish_name }))
    });
    prop_oneof![
        2 => write(DESK),
        3 => write(FINDER),
        2 => wishes,
        1 => Just((FINDER, ReportCommand::Withdraw { reason: None })),
    ]
    .prop_map(|(party, command)| Try::Report(party, command))
    .boxed()
}

/// Mostly by those whose part it is, sometimes by anybody.
pub fn any_try() -> BoxedStrategy<Try> {
    let rightful = prop_oneof![
        7 => by_desk().prop_map(|command| (DESK, command)),
        4 => of_operator().prop_map(|command| (KOMACHI, command)),
        1 => of_operator().prop_map(|command| (DESK, command)),
        3 => of_talks(),
    ];
    let in_case = (rightful, 0_u8..12, select(EVERYBODY.to_vec()))
        .prop_map(|((party, command), dice, anybody)| Try::Site(if dice == 0 { anybody } else { party }, command));
    prop_oneof![
        14 => in_case,
        3 => on_report(),
        1 => (any::<bool>(), any::<bool>()).prop_map(|(named, telling)| Try::Product(named, telling)),
        1 => prop_oneof![4 => 0_u16..30, 1 => 90_u16..200].prop_map(Try::Wait),
    ]
    .boxed()
}

/// Things that lead from one to the next.
fn stories() -> BoxedStrategy<Vec<Try>> {
    let told = |ground, to: &str, category| {
        let nda =
            SiteCommand::RecordNda { with: to.into(), on: day(ACCEPTED), until: None, reference: "文書".into() };
        let fields = vec![SiteField::Url, SiteField::Kind];
        let purpose = "措置".into();
        let told = SiteCommand::Disclose { ground, to: to.into(), fields, attachments: vec![], purpose };
        let feared = SiteCommand::SuspectLeak { suspected: true, note: "氏名が出る".into() };
        vec![(DESK, identified(category)), (DESK, nda), (DESK, feared), (DESK, told)]
    };
    let talk = |agrees| {
        let wisher = FINDER;
        vec![
            (FINDER, SiteCommand::WishTalk),
            (DESK, SiteCommand::PassTalk { wisher, report: REPORT }),
            (KOMACHI, SiteCommand::AnswerTalk { wisher, agrees }),
        ]
    };
    let consent = OperatorConsent::Analysis;
    let analysis = {
        let asked = [
            (DESK, SiteCommand::AskConsent(consent)),
            (KOMACHI, SiteCommand::GiveConsent { what: consent, agrees: true }),
        ];
        [asked.to_vec(), told(SiteDisclosureGround::OutsideAnalysis, "産総研", OperatorCategory::Company)].concat()
    };
    let said = |answer: OperatorAnswer| {
        let ending = answer.proposes().expect("it proposes an end");
        vec![(KOMACHI, says(answer)), (DESK, closes(ending))]
    };
    let alert = SiteCommand::LinkAlert {
        title: "設定の見直しのお願い".into(),
        url: "https://portal.example/alert".into(),
        on: day(ACCEPTED),
    };
    let alerted =
        vec![(DESK, classified(SiteCause::PatchMissing)), (DESK, alert), (DESK, closes(SiteEnding::ImproperOperation))];
    let told_of_it = select(vec![
        said(OperatorAnswer::KnownAndFixed),
        said(OperatorAnswer::WillNotAct),
        said(OperatorAnswer::PageRemoved),
        alerted,
        told(SiteDisclosureGround::PersonalDataLeak, "個人情報保護委員会", OperatorCategory::Company),
        told(SiteDisclosureGround::GovernmentSite, "NISC", OperatorCategory::Government),
        told(SiteDisclosureGround::LocalGovernmentSite, "総務省", OperatorCategory::LocalGovernment),
        analysis,
        talk(true),
        talk(false),
    ])
    .prop_map(|steps| steps.into_iter().map(|(party, command)| Try::Site(party, command)).collect());
    prop_oneof![10 => told_of_it, 1 => Just(silent())].boxed()
}

/// An operator that is written to by all means, and never answers.
fn silent() -> Vec<Try> {
    let means = [ContactMeans::Mail, ContactMeans::Phone, ContactMeans::Fax];
    let tried = means.map(|means| Try::Site(DESK, contacted(means, day(ACCEPTED), AttemptOutcome::Waiting)));
    let waited = [Try::Wait(100), Try::Site(DESK, closes(SiteEnding::NoProperAnswer))];
    tried.into_iter().chain(waited).collect()
}

pub fn any_history() -> impl Strategy<Value = SiteHistory> {
    let one = any_try().prop_map(|one| vec![one]);
    let after = proptest::collection::vec(prop_oneof![12 => one, 1 => stories()], 0..60);
    let answer = || select(vec![Answer::Yes, Answer::No, Answer::Unanswered]);
    (answer(), answer(), 0..=road().len(), after).prop_map(|(share_identity, direct_contact, along, after)| {
        let consents = Consents { share_identity, direct_contact, publish_name: Answer::Unanswered };
        SiteHistory { consents, along, after: after.concat() }
    })
}

impl SiteHistory {
    /// Lives through it; `each` sees the road before and after every try, and what came of it.
    pub fn live(&self, mut each: impl FnMut(&SiteRoad, &SiteRoad, &Try, Moment, &Outcome)) -> (SiteRoad, Moment) {
        let mut road = site_accepted(self.consents);
        let mut now = morning(ACCEPTED);
        let along = super::site_histories::road().into_iter().take(self.along);
        let along = along.map(|(party, command)| Try::Site(party, command));
        for what in along.chain(self.after.iter().cloned()) {
            let days = if let Try::Wait(days) = what { i64::from(days) } else { 0 };
            let at = now.at + jiff::SignedDuration::from_secs(1 + days * 86_400);
            now = Moment { at, today: day_of(at, 9) };
            let before = road.clone();
            let outcome = road.try_out(&what, now);
            each(&before, &road, &what, now, &outcome);
        }
        (road, now)
    }
}

impl SiteRoad {
    /// Tries something; a report's events are left out of the outcome unless they are the case's.
    pub fn try_out(&mut self, what: &Try, now: Moment) -> Outcome {
        self.told.clear();
        match what.clone() {
            Try::Site(party, command) => self.attempt(party, command, now),
            Try::Report(party, command) => self.report(party, command, now).map(|()| vec![]),
            Try::Product(name_site, telling) => {
                let versions = if telling { HOST.to_owned() } else { String::new() };
                let content = CaseContent { product: "こまちカート".into(), versions, ..CaseContent::default() };
                let number = "VC#20000009".to_owned();
                let edition = "2019".to_owned();
                let command = HandToProduct { case: CASE, case_number: number, content, edition, name_site };
                let (events, _) = hand_to_product(self.file(), DESK, command, rules(), now)?;
                self.take(&events, now);
                Ok(events)
            }
            Try::Wait(_) => Ok(vec![]),
        }
    }
}
