//! The way to the operator (Ⅴ.3.5): where an address was looked for, who it is, and every attempt to reach it.

use askama::Template;
use jiff::civil::Date;
use rulebook::site::record::{Lookup, SiteAttempt};
use rulebook::site::{OperatorSource, SiteAction};
use ui::Frame;
use ui::list::Facts;
use ui::markup::Markup;

use super::said::Section;
use super::{Desk, words};
use crate::{names, site_names};

/// A line of the checklist.
struct SourceLine<'a> {
    name: String,
    looked: Vec<&'a Lookup>,
}

#[derive(Template)]
#[template(path = "desk/site/sources.html")]
struct Sources<'a> {
    frame: &'a Frame,
    lines: Vec<SourceLine<'a>>,
}

/// An attempt as the table has it.
struct AttemptLine<'a> {
    number: usize,
    on: Date,
    means: String,
    to: &'a str,
    outcome: String,
    link: bool,
    note: &'a str,
}

#[derive(Template)]
#[template(path = "desk/site/attempts.html")]
struct Attempts<'a> {
    frame: &'a Frame,
    lines: Vec<AttemptLine<'a>>,
    /// Where link and code are printed or read out.
    letter: Option<String>,
}

pub(super) fn sections(desk: &Desk<'_>) -> Vec<Section> {
    let frame = &desk.frame;
    vec![
        Section::new(frame, "operator", "site-desk-operator-known", "Ⅴ.3.5", Markup::of(&facts(desk))),
        Section::new(frame, "attempts", "desk-attempts", "Ⅴ.3.5", attempts(desk)),
        Section::new(frame, "sources", "site-desk-sources", "Ⅴ.3.5", sources(desk)),
    ]
}

fn facts(desk: &Desk<'_>) -> Facts {
    let (frame, view) = (&desk.frame, desk.view());
    let facts = ui::facts(frame);
    let facts = match &view.operator {
        None => facts.add(frame.t("site-desk-operator"), frame.t("site-desk-operator-unknown")),
        Some(operator) => {
            let address = |one: &rulebook::site::OperatorAddress| {
                frame.t2("site-desk-address", "means", names::means(frame.lang, one.means), "to", &one.to)
            };
            let addresses: Vec<String> = operator.addresses.iter().map(address).collect();
            let facts = facts
                .add(frame.t("site-desk-operator"), &operator.name)
                .add(frame.t("site-desk-category"), site_names::category(frame.lang, operator.category))
                .add(frame.t("site-desk-addresses"), addresses.join("\n"));
            match operator.category.special_way() {
                Some((_, key)) => facts.add(frame.t("site-desk-special-way"), special(desk, key)),
                None => facts,
            }
        }
    };
    match &view.contact {
        None => facts.add(frame.t("site-desk-contact"), frame.t("desk-not-yet")),
        Some(contact) => {
            let by = if contact.by_operator { "site-desk-by-operator" } else { "site-desk-by-desk" };
            let said = [contact.person.clone(), contact.mail.clone(), frame.t(by).into_owned()];
            let said: Vec<String> = said.into_iter().filter(|line| !line.is_empty()).collect();
            facts.add(frame.t("site-desk-contact"), said.join("\n"))
        }
    }
}

/// Government and local government sites: the office that helps, named by the edition.
fn special(desk: &Desk<'_>, key: &str) -> String {
    let name = desk.edition().agency(key).map(|name| desk.frame.lang.pick(&name.ja, &name.en).to_owned());
    desk.frame.t1("site-desk-special-office", "office", name.unwrap_or_default())
}

fn attempts<'a>(desk: &'a Desk<'_>) -> Markup {
    let frame = &desk.frame;
    let line = |(at, attempt): (usize, &'a SiteAttempt)| AttemptLine {
        number: at + 1,
        on: attempt.on,
        means: names::means(frame.lang, attempt.means),
        to: &attempt.to,
        outcome: names::outcome(frame.lang, attempt.outcome),
        link: attempt.link,
        note: &attempt.note,
    };
    let lines: Vec<AttemptLine<'a>> = desk.view().attempts.iter().enumerate().rev().map(line).collect();
    let may = desk.refusal(SiteAction::ContactOperator).is_none();
    Markup::of(&Attempts { frame, lines, letter: may.then(|| format!("{}/letter", desk.base)) })
}

fn sources(desk: &Desk<'_>) -> Markup {
    let (frame, lists) = (&desk.frame, &desk.edition().lists);
    let line = |source: OperatorSource| SourceLine {
        name: words::source(frame.lang, lists, source),
        looked: desk.view().lookups.iter().filter(|one| one.source == source).collect(),
    };
    Markup::of(&Sources { frame, lines: OperatorSource::ALL.map(line).into_iter().collect() })
}
