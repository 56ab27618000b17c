//! What stands in the margin: what the text lacks, what is wrong with it, what has happened since it was written. It is
//! said here; what follows from it is decided elsewhere.

use std::collections::BTreeSet;

use casework::CasePage;
use casework::advisory_check::AdvisoryFinding;
use casework::scores::score;
use rulebook::advisory::AdvisoryContent;
use rulebook::case::DutyKind;
use rulebook::case::view::AdvisoryView;
use rulebook::ids::DeveloperId;
use ui::{Lang, Mark};

use super::credit::finders;
use super::form::in_words;
use super::part::{self, TextPart, WORDS};
use crate::letters::language;

/// Something to look at, and where.
pub(super) struct Check {
    pub(super) mark: Mark,
    pub(super) part: &'static str,
    pub(super) words: String,
}

/// Everything to look at, what keeps the text from being published first.
pub(super) fn checks(lang: Lang, page: &CasePage, draft: &AdvisoryView, findings: &[AdvisoryFinding]) -> Vec<Check> {
    let Some(content) = &draft.content else { return Vec::new() };
    let mut checks = lacks(lang, content);
    let lacking: Vec<&str> = checks.iter().map(|check| check.part).collect();
    let news = findings.iter().filter(|finding| !(finding.unwritten && lacking.contains(&finding.part)));
    let (one_sided, others): (Vec<_>, Vec<_>) = news.partition(|finding| is_one_sided(finding));
    checks.extend(others.into_iter().map(|finding| found(lang, finding)));
    checks.extend(in_one_language(lang, &one_sided));
    checks.extend(ranges(lang, content));
    checks.extend(rated(lang, page, content));
    checks.extend(credited(lang, page, content));
    if has_news(page, content) {
        checks.push(soon("vendors", lang.t("advisory-check-newer").into_owned()));
    }
    checks.extend(disagreed(lang, page, draft));
    checks.sort_by_key(|check| check.mark != Mark::Urgent);
    checks
}

fn urgent(part: &'static str, words: String) -> Check {
    Check { mark: Mark::Urgent, part, words }
}

fn soon(part: &'static str, words: String) -> Check {
    Check { mark: Mark::Soon, part, words }
}

/// What the rules ask for before the text is approved.
fn lacks(lang: Lang, content: &AdvisoryContent) -> Vec<Check> {
    let named = |word: &str| WORDS.into_iter().find(|part| *part == word).unwrap_or("whole");
    content
        .lacks()
        .into_iter()
        .map(|lack| urgent(named(lack.word()), lang.t(format!("advisory-lack-{}", lack.word())).into_owned()))
        .collect()
}

fn found(lang: Lang, finding: &AdvisoryFinding) -> Check {
    let words = finding.words.get(language(lang));
    let name = match finding.part {
        "whole" => String::new(),
        part => part::name(lang, part),
    };
    let said = match (name.as_str(), finding.about.as_str()) {
        ("", _) => words.to_owned(),
        (name, "") => lang.t2("advisory-found", "part", name, "words", words),
        (_, about) => lang.t2("advisory-found", "part", about, "words", words),
    };
    if finding.must { urgent(finding.part, said) } else { soon(finding.part, said) }
}

/// A developer's own words in one language only.
fn is_one_sided(finding: &AdvisoryFinding) -> bool {
    finding.part == "vendors" && finding.unwritten && !finding.must
}

/// Said once for all developers: there may be two hundred of them, and nobody but they can put it right.
fn in_one_language(lang: Lang, findings: &[&AdvisoryFinding]) -> Option<Check> {
    let about: BTreeSet<&str> = findings.iter().map(|finding| finding.about.as_str()).collect();
    (!about.is_empty()).then(|| soon("vendors", lang.t1("advisory-check-one-language", "count", about.len())))
}

/// A product without versions is published as affected in all of them: that should be meant.
fn ranges(lang: Lang, content: &AdvisoryContent) -> impl Iterator<Item = Check> {
    let open = content.affected.iter().filter(|row| row.from.is_empty() && row.to.is_empty());
    open.map(move |row| soon("affected", lang.t1("advisory-check-range", "product", &row.product)))
}

/// The case was rated by one vector and the public reads another.
fn rated(lang: Lang, page: &CasePage, content: &AdvisoryContent) -> Option<Check> {
    let rating = page.view.ratings.last()?;
    let scored: Vec<_> =
        content.cvss.iter().filter_map(|vector| score(vector).ok()).filter(|one| one.version != "4.0").collect();
    let written = scored.first()?;
    let same = scored.iter().any(|one| one.tenths == rating.item.score_tenths);
    let (rating, written) = (in_words(rating.item.score_tenths), in_words(written.tenths));
    (!same).then(|| soon("cvss", lang.t2("advisory-check-rating", "rating", rating, "written", written)))
}

/// Whether the finders wish to be named, and each of them that does is (Ⅳ.2.5.オ).
fn credited(lang: Lang, page: &CasePage, content: &AdvisoryContent) -> Option<Check> {
    let finders = finders(page);
    let wished = finders.iter().any(|(wishes, _)| *wishes);
    match (wished, content.credit.is_empty()) {
        _ if finders.is_empty() => None,
        (false, false) => Some(soon("credit", lang.t("advisory-check-no-credit").into_owned())),
        (true, true) => Some(soon("credit", lang.t("advisory-check-credit").into_owned())),
        (false, true) => None,
        (true, false) => {
            let written = |name: &str| [&content.credit.ja, &content.credit.en].iter().any(|text| text.contains(name));
            let left_out = finders.iter().filter(|(wishes, _)| *wishes).filter_map(|(_, name)| *name);
            let left_out: Vec<&str> = left_out.filter(|name| !written(name)).collect();
            let names = left_out.join(lang.pick("、", ", "));
            (!left_out.is_empty()).then(|| soon("credit", lang.t1("advisory-check-credit-lacks", "name", names)))
        }
    }
}

/// Whether developers have said something since the text was last written.
pub(super) fn has_news(page: &CasePage, content: &AdvisoryContent) -> bool {
    let owed = page.view.duties.iter().any(|duty| duty.what == DutyKind::UpdateAdvisory);
    owed || page.view.developers.iter().any(|side| is_newer(page, content, side.id))
}

/// Whether what a developer says is something else than the text has.
pub(super) fn is_newer(page: &CasePage, content: &AdvisoryContent, id: DeveloperId) -> bool {
    let Some(side) = page.view.developers.iter().find(|side| side.id == id) else { return false };
    let written = content.vendors.iter().find(|entry| entry.developer == id);
    let (status, countermeasure) = (side.status.as_ref(), side.countermeasure.as_ref());
    status.is_some_and(|said| written.is_none_or(|entry| entry.status != said.item))
        || countermeasure.is_some_and(|said| written.is_none_or(|entry| entry.countermeasure != said.item))
}

/// One by name, several by their number: the comments stand below the text.
fn disagreed(lang: Lang, page: &CasePage, draft: &AdvisoryView) -> Option<Check> {
    let last = |id: DeveloperId| draft.comments.iter().rev().find(|comment| comment.item.developer == id);
    let is_against = |id: DeveloperId| last(id).is_some_and(|comment| !comment.item.agrees);
    let against: Vec<&str> =
        page.view.developers.iter().filter(|side| is_against(side.id)).map(|side| side.name.as_str()).collect();
    match against.as_slice() {
        [] => None,
        [name] => Some(soon("comments", lang.t1("advisory-check-disagreed", "name", *name))),
        several => Some(soon("comments", lang.t1("advisory-check-disagreed-several", "count", several.len()))),
    }
}

/// How far each part is written, for the list of parts: both languages, one, or nothing.
pub(super) fn written(lang: Lang, content: &AdvisoryContent) -> Vec<(Mark, &'static str, String)> {
    let mark = |done: bool| if done { Mark::Done } else { Mark::Waiting };
    let of = |word: &'static str| match TextPart::ALL.into_iter().find(|part| part.word() == word) {
        Some(part) if part.of(content).is_complete() => Mark::Done,
        Some(part) => {
            if part.of(content).is_empty() {
                Mark::Waiting
            } else {
                Mark::Active
            }
        }
        None => match word {
            "affected" => mark(!content.affected.is_empty()),
            "vendors" => mark(!content.vendors.is_empty()),
            "cvss" => mark(!content.cvss.is_empty()),
            "cwe" => mark(!content.cwe.is_empty()),
            "cve" => mark(!content.cve.is_empty()),
            "references" => mark(!content.references.is_empty()),
            _ => mark(content.critical),
        },
    };
    WORDS.into_iter().map(|word| (of(word), word, part::name(lang, word))).collect()
}
