//! Rating the influence (影響度, 付録4): a CVSS v3 vector, what is known of the range, and the matrix they lead into.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::post;
use casework::scores::{ScoreError, Scored, score_v3};
use jiff::Timestamp;
use rulebook::case::CaseCommand;
use rulebook::edition::{Band, Range};
use rulebook::influence::{RangeFactors, Rating, rate};
use ui::field::Choice;
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::{Desk, Place, act, answer, render};
use crate::desk::sent::{Open, Sent};
use crate::desk::words;
use crate::forms::Fields;
use crate::letters::language;
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
    vector: String,
    score: u8,
    range: String,
    influence: String,
}

#[derive(Template)]
#[template(path = "desk/case/influence.html")]
struct Influence<'a> {
    frame: &'a Frame,
    open: Open,
    form: Form,
    ranges: Vec<Choice>,
    attacks: Vec<Choice>,
    matrix: Vec<Row>,
    heads: Vec<String>,
    tried: Option<Rated>,
    rated: Vec<Rated>,
    unverified: bool,
}

pub(super) fn form(desk: &Desk<'_>) -> Markup {
    let (frame, view) = (&desk.frame, &desk.page.view);
    let lang = frame.lang;
    let last = view.ratings.last().map(|rating| &rating.item);
    let form = desk.form(NAME, |form| {
        form.set("vector", last.map_or("", |rating| rating.vector.as_str()));
        form.set("users", word(last.and_then(|rating| rating.factors.users)));
        form.set("social", word(last.and_then(|rating| rating.factors.social)));
        form.set("attack", last.and_then(|rating| rating.factors.attack_seen).map_or("unknown", yes_no));
    });
    let edition = desk.rules().edition;
    let tried = desk.sent.as_ref().filter(|sent| sent.is(NAME) && !form.is_wrong()).and_then(|sent| {
        let scored = score_v3(sent.value("vector")).ok()?;
        rate(scored.vector, scored.tenths, factors(|name| sent.value(name)), edition)
    });
    let hit = tried.as_ref().or(last);
    let ranges = [Range::Wide, Range::Medium, Range::Narrow];
    let mut choices: Vec<Choice> =
        ranges.map(|range| Choice::new(words::range_word(range), words::range(lang, range))).to_vec();
    choices.push(Choice::new("unknown", frame.t("desk-unknown")));
    Markup::of(&Influence {
        frame,
        open: desk.open(NAME, "influence"),
        ranges: choices,
        attacks: ["yes", "no", "unknown"]
            .map(|word| Choice::new(word, frame.t(format!("desk-attack-{word}"))))
            .to_vec(),
        matrix: edition.influence.value.bands.iter().map(|band| row(lang, band, hit)).collect(),
        heads: ranges.map(|range| words::range(lang, range)).to_vec(),
        tried: tried.as_ref().map(|rating| rated(lang, None, rating)),
        rated: view.ratings.iter().rev().map(|rating| rated(lang, Some(rating.at), &rating.item)).collect(),
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

fn rated(lang: Lang, at: Option<Timestamp>, rating: &Rating) -> Rated {
    Rated {
        at,
        vector: rating.vector.clone(),
        score: rating.score_tenths,
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
fn factors<'a>(get: impl Fn(&'static str) -> &'a str) -> RangeFactors {
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
    let Scored { vector, tenths, .. } = match score_v3(fields.get("vector")) {
        Ok(scored) => scored,
        Err(error) => {
            let sent = Sent::wrong(lang, NAME, &fields, "vector", wrong(lang, &error));
            return render(&staff, &number, Place::Case, Some(sent)).await;
        }
    };
    if fields.get("do") == "try" {
        return render(&staff, &number, Place::Case, Some(Sent::tried(lang, NAME, &fields))).await;
    }
    let factors = factors(|name| fields.get(name));
    let command = CaseCommand::RateInfluence { vector, score_tenths: tenths, factors };
    let outcome = act(&staff, &number, &fields, command).await;
    answer(&staff, &number, Place::Case, NAME, &fields, outcome, "rated").await
}

fn wrong(lang: Lang, error: &ScoreError) -> String {
    error.words(language(lang)).unwrap_or_else(|| lang.t("desk-vector-not-three").into_owned())
}
