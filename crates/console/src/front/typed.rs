//! From what was typed to the report form of the rulebook, and from the rulebook's problems to words beside a field.

use rulebook::report::form::{Answer, Consents, MAX_LINE, MAX_TEXT, ReportForm, ReportKind};
use rulebook::report::problems::{Fault, FormItem, Problem, problems};
use serde::de::DeserializeOwned;
use ui::{Form, Lang};

use super::items::{Control, Item, asks, items};
use crate::forms::Fields;
use crate::letters::language;

/// Longest address on the web, in characters.
const MAX_ADDRESS: usize = 2_000;

/// The longest answer to an item, in characters.
pub(super) const fn longest(control: Control) -> usize {
    match control {
        Control::Text(_) => MAX_TEXT,
        Control::Web => MAX_ADDRESS,
        _ => MAX_LINE,
    }
}

/// The form that was typed. What its kind does not ask stays empty, whatever was sent.
pub(super) fn report_form(kind: ReportKind, lang: Lang, fields: &Fields) -> ReportForm {
    let asked = |name: &'static str| if asks(kind, name) { fields.get(name) } else { "" };
    let text = |name| asked(name).to_owned();
    let consents = Consents {
        share_identity: word(asked("share_identity")).unwrap_or_default(),
        direct_contact: word(asked("direct_contact")).unwrap_or_default(),
        publish_name: word(asked("publish_name")).unwrap_or_default(),
    };
    ReportForm {
        kind,
        language: language(lang),
        finder_name: text("finder_name"),
        affiliation: text("affiliation"),
        phone: text("phone"),
        email: text("email"),
        consents,
        credit_name: text("credit_name"),
        source: word(asked("source")),
        product_name: text("product_name"),
        product_version: text("product_version"),
        patch_level: text("patch_level"),
        product_language: text("product_language"),
        configuration: text("configuration"),
        developer: text("developer"),
        website_url: text("website_url"),
        how_found: text("how_found"),
        why_vulnerability: text("why_vulnerability"),
        vulnerability_kind: text("vulnerability_kind"),
        steps: text("steps"),
        reproducibility: word(asked("reproducibility")),
        reproducibility_note: text("reproducibility_note"),
        threat: text("threat"),
        workaround: text("workaround"),
        proof: text("proof"),
        notes: text("notes"),
        reported_elsewhere: answer(asked("reported_elsewhere")),
        elsewhere_details: text("elsewhere_details"),
        coordination: word(asked("coordination")),
        encryption: answer(asked("encryption")),
        remarks: text("remarks"),
        cvss_vector: text("cvss_vector"),
        fix: text("fix"),
        wished_day: asked("wished_day").parse().ok(),
        own_page: text("own_page"),
        all_users_told: answer(asked("all_users_told")),
    }
}

/// A yes or no; anything else is no answer.
pub(super) fn answer(text: &str) -> Answer {
    word(text).unwrap_or_default()
}

/// One of the rulebook's words.
fn word<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).ok()
}

/// Only the fields that a form of this kind has, each once, as they were typed.
pub(super) fn kept(kind: ReportKind, fields: &Fields) -> Vec<(String, String)> {
    let sent = |item: &Item| fields.all(item.name).next().map(|value| (item.name.to_owned(), value.to_owned()));
    items(kind).filter_map(sent).collect()
}

/// The words beside an item: those of its kind of form where that has its own, else those of all.
pub(super) fn say(lang: Lang, part: &str, kind: ReportKind, name: &str) -> Option<String> {
    let name = name.replace('_', "-");
    let keys = [format!("front-{part}-{}-{name}", kind.word()), format!("front-{part}-{name}")];
    keys.iter().find_map(|key| lang.find(key)).map(str::to_owned)
}

/// The label of an item.
pub(super) fn label(lang: Lang, kind: ReportKind, name: &str) -> String {
    say(lang, "label", kind, name).unwrap_or_else(|| name.to_owned())
}

/// What an item is called where it is not asked: questions have a shorter name.
pub(super) fn short(lang: Lang, kind: ReportKind, name: &str) -> String {
    say(lang, "short", kind, name).unwrap_or_else(|| label(lang, kind, name))
}

/// Says beside each field what is wrong with it.
pub(super) fn check(form: &mut Form, kind: ReportKind, lang: Lang, fields: &Fields) {
    let found = problems(&report_form(kind, lang, fields));
    for item in items(kind) {
        let problem = found.iter().find(|problem| problem.item.word() == item.name);
        if let Some(words) = length(lang, kind, item, fields) {
            form.wrong(item.name, words);
        } else if let Some(problem) = problem {
            form.wrong(item.name, wrong(lang, kind, item, *problem));
        } else if let Some(words) = unusable(lang, item, fields) {
            form.wrong(item.name, words);
        }
    }
}

fn length(lang: Lang, kind: ReportKind, item: &Item, fields: &Fields) -> Option<String> {
    let over = fields.get(item.name).chars().count().checked_sub(longest(item.control)).filter(|over| *over > 0)?;
    Some(lang.t2("front-wrong-long", "item", short(lang, kind, item.name), "over", over))
}

fn wrong(lang: Lang, kind: ReportKind, item: &Item, problem: Problem) -> String {
    let label = short(lang, kind, item.name);
    match (problem.fault, problem.item) {
        (Fault::Missing, _) if item.control == Control::YesNo => lang.t1("front-wrong-choose", "item", label),
        (Fault::Missing, _) => lang.t1("front-wrong-missing", "item", label),
        (Fault::Unusable, FormItem::Email) => lang.t("front-wrong-email").into_owned(),
        (Fault::Unusable, FormItem::WebsiteUrl) => lang.t("front-wrong-address").into_owned(),
        _ => crate::names::problem(lang, problem),
    }
}

/// What only the typed text shows: a day that is none, an address that is none, a vector that is none.
fn unusable(lang: Lang, item: &Item, fields: &Fields) -> Option<String> {
    let text = fields.get(item.name);
    let key = match item.control {
        _ if text.is_empty() => return None,
        Control::Day if text.parse::<jiff::civil::Date>().is_err() => "front-wrong-day",
        Control::Web if !rulebook::report::problems::is_web_address(text) => "front-wrong-address",
        Control::Line if item.name == "cvss_vector" && casework::scores::score(text).is_err() => "front-wrong-vector",
        _ => return None,
    };
    Some(lang.t(key).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_of_every_kind_reaches_the_form() {
        for kind in ReportKind::ALL {
            let typed = items(kind).map(|item| {
                let value = match item.control {
                    Control::YesNo => "yes",
                    Control::OneOf(words) => words[0],
                    Control::Day => "2027-01-18",
                    _ => "typed",
                };
                (item.name.to_owned(), value.to_owned())
            });
            let form = report_form(kind, Lang::Ja, &Fields(typed.collect()));
            let form = serde_json::to_value(form).expect("a form is plain data");
            for item in items(kind) {
                let value = form.get(item.name).or_else(|| form["consents"].get(item.name)).expect("a field");
                assert!(value.as_str().is_some_and(|text| !text.is_empty() && text != "unanswered"), "{}", item.name);
            }
        }
    }

    #[test]
    fn what_a_form_does_not_ask_is_not_taken() {
        let fields = Fields(vec![("website_url".into(), "https://a.example/".into())]);
        assert_eq!(report_form(ReportKind::Product, Lang::Ja, &fields).website_url, "");
        assert!(kept(ReportKind::Product, &fields).is_empty());
    }

    #[test]
    fn every_item_has_words_in_both_languages() {
        for lang in Lang::ALL {
            for (kind, item) in ReportKind::ALL.into_iter().flat_map(|kind| items(kind).map(move |item| (kind, item))) {
                assert!(say(lang, "label", kind, item.name).is_some(), "{lang} {kind:?} {}", item.name);
                assert!(say(lang, "shown", kind, item.shown.word()).is_some(), "{lang} {kind:?} {}", item.name);
            }
        }
    }

    #[test]
    fn each_wrong_item_is_told_in_its_own_words() {
        for lang in Lang::ALL {
            for kind in ReportKind::ALL {
                let mut form = Form::new(lang);
                check(&mut form, kind, lang, &Fields::default());
                let required = super::super::items::required(kind);
                let summary = form.summary().to_string();
                for name in required {
                    assert!(summary.contains(&format!("href=\"#{name}\"")), "{lang} {kind:?} {name}: {summary}");
                }
            }
        }
    }
}
