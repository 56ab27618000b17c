//! What the developer stated already, in a few lines each, with the form that changes it folded behind it; and what is
//! not asked yet, with what it is for.

use askama::Template;
use askama::filters::HtmlSafe;
use rulebook::case::ProductStatus;
use ui::markup::Markup;
use ui::{Frame, Lang, Mark};

use super::forms::{self, Kind};
use super::{Matter, text};
use crate::names;

/// Longest text of a summary, in characters.
const EXCERPT: usize = 140;
/// Most products of a summary.
const FEW: usize = 4;

/// One statement: what was said and when, or what it is for.
#[derive(Template)]
#[template(path = "developer/case/item.html")]
pub(super) struct Item {
    id: &'static str,
    title: String,
    mark: Mark,
    state: String,
    when: Option<Markup>,
    first: String,
    lines: Vec<String>,
    purpose: String,
    summary: String,
    form: Option<Markup>,
    open: bool,
}

impl HtmlSafe for Item {}

/// What was said, in lines: the first one is what counts.
struct Said {
    when: Markup,
    first: String,
    lines: Vec<String>,
}

/// The statements, as far as they are not asked for above (`due`).
pub(super) fn items(matter: &Matter, due: &[Kind]) -> Vec<Item> {
    let kinds = [Kind::Verification, Kind::Countermeasure, Kind::Status];
    let mut items: Vec<Item> = contact(matter).into_iter().collect();
    items.extend(kinds.into_iter().filter_map(|kind| item(matter, kind, due)));
    items
}

/// A statement with its form folded. Nothing when its form stands above and nothing was said yet, or when it can
/// neither be read nor written.
pub(super) fn item(matter: &Matter, kind: Kind, due: &[Kind]) -> Option<Item> {
    let frame = &matter.frame;
    let said = said(matter, kind);
    let above = due.contains(&kind);
    let form = (!above && matter.may(kind.action())).then(|| forms::markup(matter, kind, false));
    if said.is_none() && form.is_none() {
        return None;
    }
    let (title, purpose, first) = words(kind);
    let is_said = said.is_some();
    let (when, line, lines) = said.map_or((None, String::new(), Vec::new()), |s| (Some(s.when), s.first, s.lines));
    Some(Item {
        id: kind.word(),
        title: if kind == Kind::Day { String::new() } else { frame.t(title).into_owned() },
        mark: if is_said { Mark::Done } else { Mark::Waiting },
        state: frame.t(if is_said { "developer-stated" } else { "developer-not-stated" }).into_owned(),
        when,
        first: line,
        lines,
        purpose: if is_said { String::new() } else { frame.t(purpose).into_owned() },
        summary: frame.t(if is_said { "developer-change" } else { first }).into_owned(),
        form,
        open: matter.came_back(kind),
    })
}

/// Who answers for the case.
fn contact(matter: &Matter) -> Option<Item> {
    let frame = &matter.frame;
    let contact = matter.own.contact.as_ref()?;
    Some(Item {
        id: Kind::Confirm.word(),
        title: frame.t("developer-confirm").into_owned(),
        mark: Mark::Done,
        state: frame.t("developer-confirmed").into_owned(),
        when: Some(frame.day(contact.on)),
        first: contact.person.clone(),
        lines: vec![contact.mail.clone()],
        purpose: frame.t("developer-contact-change").into_owned(),
        summary: String::new(),
        form: None,
        open: false,
    })
}

/// Title, what it is for, and what its form is opened by as long as nothing was said.
const fn words(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Confirm => ("developer-confirm", "developer-confirm-lead", "developer-confirm-send"),
        Kind::Verification => ("developer-verification", "developer-for-verification", "developer-tell-verification"),
        Kind::Countermeasure => {
            ("developer-countermeasure", "developer-for-countermeasure", "developer-tell-countermeasure")
        }
        Kind::Status => ("developer-status", "developer-for-status", "developer-tell-status"),
        Kind::Day => ("developer-the-day", "developer-day-lead", "developer-tell-day"),
        Kind::Comment => ("developer-comments", "developer-for-comment", "developer-tell-comment"),
        Kind::Message => ("developer-messages", "developer-no-messages", "developer-write"),
        Kind::Signal => ("developer-signal", "developer-signal-lead", "developer-signal-tell"),
        Kind::More(more) => more.words(),
    }
}

fn said(matter: &Matter, kind: Kind) -> Option<Said> {
    let (frame, own) = (&matter.frame, &matter.own);
    let lang = frame.lang;
    match kind {
        Kind::Verification => own.verification.as_ref().map(|stated| Said {
            when: frame.instant(stated.at),
            first: names::verification(lang, stated.item.result),
            lines: vec![excerpt(&stated.item.explanation)],
        }),
        Kind::Countermeasure => own.countermeasure.as_ref().map(|stated| Said {
            when: frame.instant(stated.at),
            first: stated
                .item
                .ready_on
                .map_or_else(String::new, |day| frame.t1("developer-ready-on", "day", frame.day_text(day))),
            lines: [("developer-fix", &stated.item.fix), ("developer-workaround", &stated.item.workaround)]
                .into_iter()
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(key, text)| frame.t2("developer-said", "what", frame.t(key).into_owned(), "text", excerpt(text)))
                .collect(),
        }),
        Kind::Status => own.status.as_ref().map(|stated| Said {
            when: frame.instant(stated.at),
            first: names::affectedness(lang, stated.item.affected),
            lines: status_lines(frame, &stated.item),
        }),
        Kind::Day => own.proposals.last().map(|stated| Said {
            when: frame.instant(stated.at),
            first: stated.item.day.map_or_else(String::new, |day| frame.day_text(day)),
            lines: vec![excerpt(&stated.item.comment)],
        }),
        Kind::Comment => {
            let draft = matter.page.view.advisory.as_ref().filter(|_| text::is_there(&matter.page))?;
            draft.comments.last().map(|stated| Said {
                when: frame.instant(stated.at),
                first: frame.t(if stated.item.agrees { "developer-agree" } else { "developer-disagree" }).into_owned(),
                lines: vec![excerpt(&stated.item.comment)],
            })
        }
        Kind::Confirm | Kind::Message | Kind::Signal | Kind::More(_) => None,
    }
}

fn status_lines(frame: &Frame, status: &rulebook::case::StatusStatement) -> Vec<String> {
    let mut lines: Vec<String> = status.products.iter().take(FEW).map(|one| self::product(frame.lang, one)).collect();
    if status.products.len() > FEW {
        lines.push(frame.t1("developer-more-products", "count", status.products.len() - FEW));
    }
    let language = crate::letters::language(frame.lang);
    lines.push(excerpt(status.statement.get(language)));
    lines.push(status.link.clone());
    lines
}

/// A product with its range: `名前 3.2.0 から 3.4.1 より前（該当製品あり）`.
pub(super) fn product(lang: Lang, product: &ProductStatus) -> String {
    let (from, to) = (product.from.trim(), product.to.trim());
    let range = match (from.is_empty(), to.is_empty(), product.until_fixed) {
        (true, true, _) => lang.t("desk-range-all").into_owned(),
        (false, true, _) => lang.t1("desk-range-from", "from", from),
        (true, false, false) => lang.t1("desk-range-to", "to", to),
        (true, false, true) => lang.t1("desk-range-before", "to", to),
        (false, false, false) => lang.t2("desk-range-from-to", "from", from, "to", to),
        (false, false, true) => lang.t2("desk-range-from-before", "from", from, "to", to),
    };
    format!("{} {range}: {}", product.product, names::affectedness(lang, product.affected))
}

/// The beginning of a text in one line.
fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= EXCERPT {
        return line;
    }
    let mut short: String = line.chars().take(EXCERPT).collect();
    short.push('…');
    short
}
