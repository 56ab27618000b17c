//! What a new report may be the same as: exactly what a plain look at every card says, whatever was done meanwhile, by
//! which process, and after a restart.

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use casework::duplicates::Likely;
use casework::joining::Joining;
use casework::likeness::Sketch;
use casework::project::{CaseCard, ReportCard};
use casework::{Office, Parts};
use common::matters::{accepted, act, received};
use common::{Bureau, Place, PlainWords, places};
use rulebook::case::{CaseCommand, CaseContent};
use rulebook::ids::{CaseId, ReportId};
use rulebook::report::Condition;
use rulebook::report::form::{Answer, ReportForm};
use store::{CardFilter, CardOrder, Entropy, SeededEntropy, Store};

/// Undecided reports, so many that some are not among the thirty newest.
const KEPT: usize = 33;
/// Things that happen.
const ROUNDS: usize = 150;

const PRODUCTS: [&str; 5] = ["みはらしポータル", "みはらしメール", "ともしび cms", "tomoshibi cms", "かがり"];
const KINDS: [&str; 4] = ["xss", "sql injection", "sql インジェクション", "認証の不備"];
const TOLD: [&str; 6] = [
    "検索欄に細工した文字列を入れて送ります",
    "結果の画面でスクリプトが実行されます",
    "細工したファイルを展開します",
    "任意の場所にファイルが書き込まれます",
    "the parameter id is not escaped",
    "a crafted cookie opens every account",
];

/// Chance that is the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }

    fn of<'a>(&mut self, some: &[&'a str]) -> &'a str {
        some[self.below(some.len())]
    }

    fn form(&mut self) -> ReportForm {
        let told: Vec<&str> = (0..=self.below(3)).map(|_| self.of(&TOLD)).collect();
        ReportForm {
            email: "finder@kagari.example".into(),
            product_name: self.of(&PRODUCTS).into(),
            vulnerability_kind: self.of(&KINDS).into(),
            steps: told.concat(),
            reported_elsewhere: Answer::No,
            ..ReportForm::default()
        }
    }
}

/// Another process on the same database, which remembers nothing yet.
async fn another(bureau: &Bureau, place: &Place) -> Office {
    let entropy: Arc<dyn Entropy> = Arc::new(SeededEntropy::new(8));
    let store = Store::open(&place.dir, place.database.as_deref(), entropy.clone(), None).await.expect("the store");
    Office::new(Parts {
        published: store.published_folder(),
        store,
        editions: casework::editions::editions().expect("the editions are there"),
        calendar: casework::editions::calendar().expect("the calendar is there"),
        settings: bureau.office.settings().clone(),
        clock: Arc::new(bureau.clock.clone()),
        wall: Arc::new(bureau.clock.clone()),
        entropy,
        correspondence: Arc::new(PlainWords),
    })
}

/// What an office suggests for a report.
async fn suggested(office: &Office, bureau: &Bureau, report: ReportId) -> Vec<Likely> {
    let page = office.report_page(report, bureau.desk).await.expect("a report");
    office.likely_duplicates(&page, bureau.desk).await.expect("suggestions")
}

/// What is said of a report, in its own words.
async fn told(bureau: &Bureau, report: ReportId) -> Sketch {
    let page = bureau.office.report_page(report, bureau.desk).await.expect("a report");
    Sketch::of(&page.form.expect("its form").steps)
}

fn pairs(title: &str) -> BTreeSet<(char, char)> {
    let letters: Vec<char> = title.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    letters.iter().copied().zip(letters.iter().copied().skip(1)).collect()
}

fn percent(title: &str, text: &Sketch, other: &str, other_text: &Sketch) -> u8 {
    let (one, two) = (pairs(title), pairs(other));
    let common = 200 * one.intersection(&two).count();
    let by_title = common.checked_div(one.len() + two.len()).unwrap_or(0);
    let with_text = usize::midpoint(by_title, text.alike(other_text).into());
    u8::try_from(by_title.max(with_text)).expect("a percentage")
}

/// A plain look at every card, and at the texts of the thirty newest undecided reports.
async fn looked_up(bureau: &Bureau, report: ReportId) -> Vec<Likely> {
    let store = bureau.office.store();
    let own = store.card(report.0).await.expect("a card").expect("the report's");
    let own: ReportCard = serde_json::from_slice(&own.card).expect("a card of a report");
    let text = told(bureau, report).await;
    let mut found = Vec::new();
    for card in store.card_page("case", CardFilter::default(), CardOrder::Weight).await.expect("cards") {
        let case: CaseCard = serde_json::from_slice(&card.card).expect("a card of a case");
        let percent = percent(&own.title, &text, &case.title, &case.sketch);
        found.push(Likely { is_case: true, number: case.number, title: case.title, state: card.state, percent });
    }
    let undecided = CardFilter { states: &["received", "needs-reading"], ..CardFilter::default() };
    let cards = store.card_page("report", undecided, CardOrder::Changed).await.expect("cards");
    for (at, card) in cards.into_iter().filter(|card| card.id != report.0).enumerate() {
        let other: ReportCard = serde_json::from_slice(&card.card).expect("a card of a report");
        let other_text = if at < 30 { told(bureau, ReportId(card.id)).await } else { Sketch::default() };
        let percent = percent(&own.title, &text, &other.title, &other_text);
        found.push(Likely { is_case: false, number: other.number, title: other.title, state: card.state, percent });
    }
    found.retain(|one| one.percent >= 40);
    found.sort_by(|a, b| b.percent.cmp(&a.percent).then_with(|| a.number.cmp(&b.number)));
    found.truncate(5);
    found
}

/// Something that happens to a report or a case: taken in, accepted, joined to a case; a case handed over.
async fn step(bureau: &Bureau, dice: &mut Dice, reports: &mut Vec<ReportId>, cases: &mut Vec<CaseId>) {
    let chance = dice.below(20);
    if chance < 10 || reports.len() <= KEPT {
        return reports.push(received(bureau, dice.form()).await.report);
    }
    if chance == 10 && !cases.is_empty() {
        let case = cases.swap_remove(dice.below(cases.len()));
        let content = CaseContent::from_form(&dice.form());
        return act(bureau, case, bureau.desk, CaseCommand::HandOver { content, attachments: vec![] }).await;
    }
    let report = reports.swap_remove(dice.below(reports.len()));
    if (11..14).contains(&chance) && !cases.is_empty() {
        let case = cases[dice.below(cases.len())];
        let joining = Joining { confirmed: Condition::ALL.to_vec(), reason: "同じ件です。".into(), case };
        return bureau.office.join_report(report, bureau.desk, None, joining).await.expect("joined");
    }
    // The copy of a case says something else than its report.
    cases.push(accepted(bureau, report, CaseContent::from_form(&dice.form())).await);
}

#[tokio::test]
async fn what_is_suggested_is_what_a_plain_look_at_every_card_says() {
    for place in places("duplicates") {
        let bureau = Bureau::open(&place).await;
        let other = another(&bureau, &place).await;
        let (mut dice, mut reports, mut cases) = (Dice(22), Vec::new(), Vec::new());
        let mut much = 0;
        for round in 0..ROUNDS {
            bureau.clock.advance(60);
            step(&bureau, &mut dice, &mut reports, &mut cases).await;
            if round % 3 > 0 {
                continue;
            }
            let report = reports[dice.below(reports.len())];
            let expected = looked_up(&bureau, report).await;
            let likely = suggested(&bureau.office, &bureau, report).await;
            assert_eq!(likely, expected, "{}, round {round}", place.name);
            // The other process looks seldom: much went on since.
            if round % 9 == 0 {
                let likely = suggested(&other, &bureau, report).await;
                assert_eq!(likely, expected, "{}, round {round}, another process", place.name);
            }
            much += likely.len();
        }
        let report = reports[0];
        let expected = looked_up(&bureau, report).await;
        let fresh = another(&bureau, &place).await;
        let likely = suggested(&fresh, &bureau, report).await;
        assert_eq!(likely, expected, "{}, after a restart", place.name);
        let much = (much, reports.len(), cases.len());
        assert!(much.0 > ROUNDS / 3 && much.1 >= KEPT && much.2 > 3, "it compares much: {much:?}");
    }
}
