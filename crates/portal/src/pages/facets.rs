//! The filters of a search beside its results: each value with how many advisories it would leave.

use formats::Severity;
use formats::document::Affectedness;
use search::{Found, Question, Searched};
use ui::numbers::grouped;
use ui::{Lang, Query};

use super::words::language;
use crate::searching::asked::{severity_name, status_name};

/// Years that are offered.
const YEARS: usize = 10;

/// A filter.
pub(crate) struct Facet {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) values: Vec<Value>,
}

/// A value of a filter.
pub(crate) struct Value {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) count: String,
    /// Whether it is in force; its address takes it off.
    pub(crate) chosen: bool,
}

/// Everything that can be filtered by, with its counts. A filter that would leave everything as it is is not offered.
pub(crate) fn facets(searched: &Searched, found: &Found, query: &Query, question: &Question, lang: Lang) -> Vec<Facet> {
    let first_page = Query::parse(&query.without("page"));
    let facet = |name: &'static str, values: Vec<(String, String, usize, bool)>| {
        let value = |(value, label, count, chosen): (String, String, usize, bool)| Value {
            label,
            href: if chosen { first_page.without(name) } else { first_page.with(name, value) },
            count: grouped(i64::try_from(count).unwrap_or(i64::MAX)),
            chosen,
        };
        let label = lang.t(format!("portal-facet-{name}")).into_owned();
        Facet { name, label, values: values.into_iter().map(value).collect() }
    };
    let counts = &found.counts;
    let severities = Severity::ALL.into_iter().rev().filter_map(|one| Some((one, *counts.severities.get(&one)?)));
    let severities = severities.map(|(one, count)| {
        let word = one.word(language(lang)).to_owned();
        (severity_name(one).to_owned(), word, count, question.severity == Some(one))
    });
    let chosen_vendor = question.vendor.as_ref().and_then(|name| searched.names().vendor(name));
    let vendors = counts.vendors.iter().filter_map(|&(place, count)| {
        let vendor = searched.names().get(place)?;
        Some((vendor.slug.clone(), vendor.shown(language(lang)).to_owned(), count, chosen_vendor == Some(place)))
    });
    let statuses = counts.statuses.iter().map(|(&status, &count)| {
        (status_name(status).to_owned(), status_word(status, lang), count, question.status == Some(status))
    });
    let years = counts.years.iter().map(|(year, &count)| {
        let year = year.0;
        (year.to_string(), year_word(year, lang), count, question.year == Some(year))
    });
    let years = years.enumerate().filter(|(at, (.., chosen))| *at < YEARS || *chosen).map(|(_, year)| year);
    let cwes = counts
        .cwes
        .iter()
        .map(|(cwe, count)| (cwe.clone(), cwe_word(cwe, lang), *count, question.cwe.as_deref() == Some(cwe.as_str())));
    let all = [
        facet("severity", severities.collect()),
        facet("vendor", vendors.collect()),
        facet("year", years.collect()),
        facet("cwe", cwes.collect()),
        facet("status", statuses.collect()),
    ];
    let all_of_them = grouped(i64::try_from(found.len()).unwrap_or(i64::MAX));
    let useful = |facet: &Facet| facet.values.iter().any(|value| value.chosen || value.count != all_of_them);
    all.into_iter().filter(useful).collect()
}

/// The filters in force: their words, and the address without each.
pub(crate) fn tags(searched: &Searched, query: &Query, question: &Question, lang: Lang) -> Vec<(String, String)> {
    let first_page = Query::parse(&query.without("page"));
    let vendor = question.vendor.as_ref().map(|name| {
        let known = searched.names().vendor(name).and_then(|place| searched.names().get(place));
        known.map_or_else(|| name.clone(), |vendor| vendor.shown(language(lang)).to_owned())
    });
    let product = question.product.as_ref().map(|name| {
        let known = searched.names().products(name).first().and_then(|place| searched.names().get(*place));
        known.map_or_else(|| name.clone(), |product| product.shown(language(lang)).to_owned())
    });
    let text = (!question.words.is_empty())
        .then(|| query.get("q").unwrap_or_default().chars().take(search::question::TEXT_MAX).collect::<String>());
    let said = [
        ("q", text),
        ("vendor", vendor),
        ("product", product),
        ("severity", question.severity.map(|one| one.word(language(lang)).to_owned())),
        ("year", question.year.map(|year| year_word(year, lang))),
        ("cwe", question.cwe.as_ref().map(|cwe| cwe_word(cwe, lang))),
        ("status", question.status.map(|status| status_word(status, lang))),
        ("from", question.from.map(|day| lang.t1("portal-tag-from", "day", day.to_string()))),
        ("to", question.to.map(|day| lang.t1("portal-tag-to", "day", day.to_string()))),
    ];
    said.into_iter().filter_map(|(name, word)| Some((word?, first_page.without(name)))).collect()
}

fn status_word(status: Affectedness, lang: Lang) -> String {
    status.word(language(lang)).to_owned()
}

fn year_word(year: i16, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{year}年"),
        Lang::En => year.to_string(),
    }
}

/// A weakness with its name, where we know one.
fn cwe_word(cwe: &str, lang: Lang) -> String {
    let name = formats::cwe::parse(cwe).and_then(|id| formats::cwe::shown(id, language(lang)));
    name.map_or_else(|| cwe.to_owned(), |name| format!("{cwe} {name}"))
}
