//! Rating the influence (影響度, 付録4): a CVSS v3 vector, what is known of the range, and the matrix they lead into.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::desk::Rater;
use formats::cvss::Vector;
use jiff::Timestamp;
use rulebook::case::CaseCommand;
use rulebook::edition::{Band, Range};
use rulebook::influence::{RangeFactors, Rating, Version4, rate};
use ui::field::Choice;
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::cvss::{self, Calculator, Unsettled, base_of_vector};
use super::{Desk, Place, act, answer, render};
use crate::desk::sent::{Open, Sent};
use crate::desk::words;
use crate::forms::Fields;
use crate::names;
use crate::state::Console;
use crate::who::Staff;

/// Name of the form.
pub(super) const NAME: &str = "influence";

pub(super) fn routes() -> Router<Console> {
    Router::new().route("/{lang}/desk/cases/{number}/influence", post(send))
}

/// A row of the matrix: a band of scores, and what each range leads to; the cell that was hit is marked.
struct Row {
    scores: String,
    cells: Vec<(String, bool)>,
}

/// A rating as the page says it.
struct Rated {
    at: Option<Timestamp>,
    who: String,
    vector: String,
    score: u8,
    /// CVSS v4.0, where one was given.
    v4: Option<Version4>,
    range: String,
    influence: String,
}

#[derive(Template)]
#[template(path = "desk/case/influence.html")]
struct Influence<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    three: Markup,
    four: Markup,
    four_open: bool,
    range: Markup,
    matrix: Vec<Row>,
    heads: Vec<String>,
    tried: Option<Rated>,
    rated: Vec<Rated>,
    unverified: bool,
}

const RANGES: [Range; 3] = [Range::Wide, Range::Medium, Range::Narrow];

/// Fills in what is known of the range.
pub(in crate::desk) fn fill(form: &mut Form, factors: Option<&RangeFactors>) {
    form.set("users", word(factors.and_then(|factors| factors.users)));
    form.set("social", word(factors.and_then(|factors| factors.social)));
    form.set("attack", factors.and_then(|factors| factors.attack_seen).map_or("unknown", yes_no));
}

/// The questions about the range.
#[derive(Template)]
#[template(path = "desk/case/range.html")]
struct RangeFields<'a> {
    frame: &'a Frame,
    form: &'a Form,
    ranges: Vec<Choice>,
    attacks: Vec<Choice>,
}

/// The questions about the range, as they stand in a form.
pub(in crate::desk) fn range_fields(frame: &Frame, form: &Form) -> Markup {
    let mut ranges: Vec<Choice> =
        RANGES.map(|range| Choice::new(words::range_word(range), words::range(frame.lang, range))).to_vec();
    ranges.push(Choice::new("unknown", frame.t("desk-unknown")));
    let attack = |word| Choice::new(word, frame.t(format!("desk-attack-{word}")));
    Markup::of(&RangeFields { frame, form, ranges, attacks: ["yes", "no", "unknown"].map(attack).to_vec() })
}

pub(super) fn form(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lang = frame.lang;
    let last = view.ratings.last().map(|rating| &rating.item);
    let form = desk.form(NAME, |form| fill(form, last.map(|last| &last.factors)));
    let edition = desk.rules().edition;
    let sent = desk.sent.as_ref().filter(|sent| sent.is(NAME));
    // A form that came back whole shows what it would come to; one with something wrong stays as it was typed.
    let settled = |calculator: Calculator| match sent {
        Some(_) if form.is_wrong() => None,
        Some(sent) => calculator.settle(|name| sent.value(name)).ok().flatten(),
        None => last.and_then(|last| match calculator {
            Calculator::Three => Vector::parse(&last.vector).ok(),
            Calculator::Four => Vector::parse(&last.v4.as_ref()?.vector).ok(),
        }),
    };
    let (three, four) = (settled(Calculator::Three), settled(Calculator::Four));
    let tried = sent.zip(three.as_ref()).and_then(|(sent, vector)| {
        let (vector, tenths) = base_of_vector(vector)?;
        rate(vector, tenths, factors(|name| sent.value(name)), edition)
    });
    let hit = tried.as_ref().or(last);
    Markup::of(&Influence {
        frame,
        open: desk.open(NAME, "influence"),
        three: cvss::markup(frame, &form, Calculator::Three, three.as_ref()),
        four: cvss::markup(frame, &form, Calculator::Four, four.as_ref()),
        four_open: four.is_some() || form.is_wrong() && !form.value(Calculator::Four.field()).is_empty(),
        range: range_fields(frame, &form),
        matrix: edition.influence.value.bands.iter().map(|band| row(lang, band, hit)).collect(),
        heads: RANGES.map(|range| words::range(lang, range)).to_vec(),
        tried: tried.as_ref().map(|rating| rated(lang, None, String::new(), rating)),
        rated: history(desk),
        unverified: !edition.influence.verified,
        form,
    })
}

fn row(lang: Lang, band: &Band, hit: Option<&Rating>) -> Row {
    let here = hit.filter(|rating| {
        let score = f64::from(rating.score_tenths) / 10.0;
        score >= band.from && score <= band.to
    });
    let cell = |range: Range, influence| {
        let marked = here.is_some_and(|rating| rating.range == range);
        (names::influence(lang, Some(influence)), marked)
    };
    let cells = vec![cell(Range::Wide, band.wide), cell(Range::Medium, band.medium), cell(Range::Narrow, band.narrow)];
    Row { scores: format!("{:.1}–{:.1}", band.from, band.to), cells }
}

/// Every rating, the newest first, with who made it.
fn history(desk: &Desk<'_>) -> Vec<Rated> {
    let lang = desk.frame.lang;
    let who = |rater: &Rater| match &rater.name {
        Some(name) => name.clone(),
        None => names::party_word(lang, rater.party),
    };
    let raters = desk.raters.iter().map(who).map(Some).chain(std::iter::repeat(None));
    let ratings = desk.page.view.ratings.iter().zip(raters);
    let shown = ratings.map(|(one, who)| rated(lang, Some(one.at), who.unwrap_or_default(), &one.item));
    shown.collect::<Vec<_>>().into_iter().rev().collect()
}

fn rated(lang: Lang, at: Option<Timestamp>, who: String, rating: &Rating) -> Rated {
    Rated {
        at,
        who,
        vector: rating.vector.clone(),
        score: rating.score_tenths,
        v4: rating.v4.clone(),
        range: words::range(lang, rating.range),
        influence: names::influence(lang, Some(rating.influence)),
    }
}

fn word(range: Option<Range>) -> &'static str {
    range.map_or("unknown", words::range_word)
}

const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// What is known of the range; everything else is unknown, which is an answer of its own.
pub(in crate::desk) fn factors<'a>(get: impl Fn(&'static str) -> &'a str) -> RangeFactors {
    let range = |name| match get(name) {
        "wide" => Some(Range::Wide),
        "medium" => Some(Range::Medium),
        "narrow" => Some(Range::Narrow),
        _ => None,
    };
    let attack_seen = match get("attack") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    RangeFactors { users: range("users"), social: range("social"), attack_seen }
}

async fn send(staff: Staff, Path((_, number)): Path<(String, String)>, fields: Fields) -> Response {
    let lang = staff.visitor.lang;
    let (mut vector, mut v4) = (None, None);
    for calculator in [Calculator::Three, Calculator::Four] {
        let settled = calculator.settle(|name| fields.get(name));
        let settled = settled.and_then(|found| {
            let needed = calculator == Calculator::Three && found.is_none();
            if needed { Vector::parse("").map(Some).map_err(Unsettled::Unreadable) } else { Ok(found) }
        });
        match settled {
            Ok(found) if calculator == Calculator::Four => v4 = found.as_ref().and_then(cvss::version_4),
            Ok(found) => vector = found,
            Err(error) => {
                let words = wrong(lang, calculator, &error);
                let sent = Sent::wrong(lang, NAME, &fields, calculator.field(), words);
                return render(&staff, &number, Place::Case, Some(sent)).await;
            }
        }
    }
    let Some((vector, score_tenths)) = vector.as_ref().and_then(base_of_vector) else {
        return staff.visitor.not_found();
    };
    if fields.get("do") == "try" {
        return render(&staff, &number, Place::Case, Some(Sent::tried(lang, NAME, &fields))).await;
    }
    let factors = factors(|name| fields.get(name));
    let command = CaseCommand::RateInfluence { vector, score_tenths, v4, factors };
    let outcome = act(&staff, &number, &fields, command).await;
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "rated").await
}

/// What keeps a calculator from giving a vector.
pub(in crate::desk) fn wrong(lang: Lang, calculator: Calculator, error: &Unsettled) -> String {
    let language = match lang {
        Lang::Ja => formats::Language::Ja,
        Lang::En => formats::Language::En,
    };
    match (error, calculator) {
        (Unsettled::Unreadable(error), _) => error.text(language),
        (Unsettled::Both, _) => lang.t("desk-vector-both").into_owned(),
        (Unsettled::OtherVersion, Calculator::Three) => lang.t("desk-vector-not-three").into_owned(),
        (Unsettled::OtherVersion, Calculator::Four) => lang.t("desk-vector-not-four").into_owned(),
    }
}
