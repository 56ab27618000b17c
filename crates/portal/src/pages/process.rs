//! What happens to a report, step by step, and how long each step takes by rule and in fact.

use askama::Template;
use axum::response::Response;
use ui::{Frame, Lang};

use super::style_url;
use super::words::Line;
use crate::process::Process;
use crate::rules::Rules;
use crate::state::Part;
use crate::visit::Visit;

/// A step of the road, with the end of its message keys, the clauses behind it and the values that set its clocks.
struct Step {
    key: &'static str,
    clauses: &'static [&'static str],
    values: &'static [&'static str],
}

/// From the report to the publication.
const ROAD: [Step; 7] = [
    Step { key: "report", clauses: &["Ⅳ.2.5"], values: &["intake_all_day"] },
    Step { key: "acceptance", clauses: &["Ⅳ.3.(1).2", "Ⅳ.3.(1).2.第2段"], values: &[] },
    Step { key: "handover", clauses: &["Ⅳ.3.(1).4"], values: &[] },
    Step { key: "contact", clauses: &["Ⅳ.4.2", "Ⅳ.2.4.注4"], values: &["contacts_required"] },
    Step { key: "verification", clauses: &["Ⅳ.5.2", "Ⅳ.5.7"], values: &[] },
    Step { key: "date", clauses: &["Ⅳ.4.3", "Ⅳ.4.4"], values: &["target_days"] },
    Step { key: "publication", clauses: &["Ⅳ.3.(1).13", "Ⅳ.4.9"], values: &["publication_time"] },
];

/// What else can happen on the way.
const BESIDE: [Step; 4] = [
    Step {
        key: "unreachable",
        clauses: &["Ⅳ.4.2.第6段.1"],
        values: &["name_listing_months", "product_listing_months", "list_update_months", "unreachable_months"],
    },
    Step { key: "dropped", clauses: &["Ⅳ.3.(1).7", "Ⅳ.4.4.第2段"], values: &[] },
    Step { key: "priority", clauses: &["Ⅳ.4.8"], values: &[] },
    Step { key: "release", clauses: &["Ⅳ.2.4.第2段"], values: &["release_after_months"] },
];

#[derive(Template)]
#[template(path = "portal/process.html")]
struct ProcessPage<'a> {
    frame: Frame,
    style: &'static str,
    edition: Option<Line<'a>>,
    road: Vec<Told<'a>>,
    /// Too few cases are published for any figure.
    few: bool,
    beside: Vec<Told<'a>>,
    /// Where the addresses of developers are looked for.
    sources: Vec<Line<'a>>,
}

/// A step in the words of the page.
struct Told<'a> {
    title: String,
    who: String,
    what: String,
    clauses: &'static [&'static str],
    clocks: Vec<Clock<'a>>,
    /// How long it took in fact, and over how many cases.
    fact: Option<(String, String)>,
}

/// A value of the edition that sets a clock.
struct Clock<'a> {
    label: Line<'a>,
    shown: Line<'a>,
    verified: bool,
}

/// The page.
pub(crate) async fn show(visit: Visit) -> Response {
    let lang = visit.lang;
    let snapshot = visit.portal.tree().snapshot();
    let rules = snapshot.rules.as_ref();
    let facts = snapshot.process.as_ref();
    let told = |step: &'static Step| tell(step, rules, facts, lang);
    let process = ProcessPage {
        frame: visit.frame(Part::Process),
        style: style_url(),
        edition: rules.map(|rules| Line::of(lang, &rules.edition.name)).filter(|name| !name.is_empty()),
        road: ROAD.iter().map(told).collect(),
        few: facts.is_none_or(|facts| facts.steps.is_empty()),
        beside: BESIDE.iter().map(told).collect(),
        sources: rules
            .map_or(&[][..], |rules| &rules.contact_sources)
            .iter()
            .map(|name| Line::of(lang, name))
            .collect(),
    };
    visit.page(&process)
}

fn tell<'a>(step: &'static Step, rules: Option<&'a Rules>, facts: Option<&Process>, lang: Lang) -> Told<'a> {
    let text = |part: &str| lang.t(format!("portal-step-{}-{part}", step.key)).into_owned();
    let values = step.values.iter().filter_map(|name| rules?.value(name));
    let clocks = values.map(|value| Clock {
        label: Line::of(lang, &value.label),
        shown: Line::of(lang, &value.shown),
        verified: value.verified,
    });
    let fact = facts.and_then(|facts| facts.fact(step.key)).map(|fact| {
        let label = lang.t1("portal-process-fact", "cases", fact.cases);
        (label, lang.t1("portal-process-days", "days", days(fact.median_days)))
    });
    let clocks = clocks.collect();
    Told { title: text("title"), who: text("who"), what: text("what"), clauses: step.clauses, clocks, fact }
}

/// `3`, or `3.5`.
fn days(median: f64) -> String {
    if median.fract() == 0.0 { format!("{median:.0}") } else { format!("{median:.1}") }
}
