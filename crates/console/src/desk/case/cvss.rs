//! The calculator of CVSS: a vector as text and as a form, and all its scores. Whichever of the two somebody changed
//! is the one that counts.

use std::fmt;
use std::sync::OnceLock;

use askama::Template;
use casework::scores::score_v3;
use formats::CvssError;
use formats::cvss::{Metric, MetricGroup, Scores, Vector, VectorVersion};
use rulebook::influence::Version4;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

/// One of the two calculators of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::desk) enum Calculator {
    /// Version 3: its base score drives the influence.
    Three,
    /// Version 4: shown beside.
    Four,
}

/// Why text and form give no vector.
pub(in crate::desk) enum Unsettled {
    /// The vector cannot be read, or a base metric is missing.
    Unreadable(CvssError),
    /// It is of another version.
    OtherVersion,
    /// Text and form were both changed, and differ.
    Both,
}

impl Calculator {
    /// Name of the field of the text.
    pub const fn field(self) -> &'static str {
        match self {
            Calculator::Three => "vector",
            Calculator::Four => "vector4",
        }
    }

    /// Name of the field with the vector that the form was shown with.
    const fn before(self) -> &'static str {
        match self {
            Calculator::Three => "before",
            Calculator::Four => "before4",
        }
    }

    const fn version(self) -> VectorVersion {
        match self {
            Calculator::Three => VectorVersion::V3_1,
            Calculator::Four => VectorVersion::V4_0,
        }
    }

    const fn takes(self, version: VectorVersion) -> bool {
        match self {
            Calculator::Three => matches!(version, VectorVersion::V3_0 | VectorVersion::V3_1),
            Calculator::Four => matches!(version, VectorVersion::V4_0),
        }
    }

    fn name(self, metric: &Metric) -> String {
        format!("{}-{}", self.word(), metric.name)
    }

    const fn word(self) -> &'static str {
        match self {
            Calculator::Three => "three",
            Calculator::Four => "four",
        }
    }

    /// The vector of what was sent; nothing when nothing was written or chosen.
    ///
    /// # Errors
    /// What keeps it from being one.
    pub fn settle<'a>(self, get: impl Fn(&str) -> &'a str) -> Result<Option<Vector>, Unsettled> {
        let (typed, before) = (get(self.field()).trim(), get(self.before()).trim());
        let known = Vector::parse(before).ok();
        let chosen: Vec<(&str, &str)> = self
            .version()
            .metrics()
            .iter()
            .map(|metric| (metric.name, get(&self.name(metric)).trim()))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let shown = |name: &str| known.as_ref().map_or("", |vector| vector.value(name));
        // A field that was not sent was not changed, and one that is left open says what no vector says.
        let changed = chosen.iter().any(|(name, value)| *value != shown(name) && !(*value == "X" && known.is_none()));
        match (typed != before, changed) {
            (_, false) if typed.is_empty() => Ok(None),
            (_, false) => self.read(typed).map(Some),
            (false, true) => self.made(known.as_ref(), chosen).map(Some),
            (true, true) => {
                let (typed, made) = (self.read(typed)?, self.made(known.as_ref(), chosen));
                match made {
                    Ok(made) if made.metrics().eq(typed.metrics()) => Ok(Some(typed)),
                    _ => Err(Unsettled::Both),
                }
            }
        }
    }

    fn read(self, typed: &str) -> Result<Vector, Unsettled> {
        let vector = Vector::parse(typed).map_err(Unsettled::Unreadable)?;
        if self.takes(vector.version()) { Ok(vector) } else { Err(Unsettled::OtherVersion) }
    }

    fn made(self, known: Option<&Vector>, chosen: Vec<(&str, &str)>) -> Result<Vector, Unsettled> {
        let version = known.map(Vector::version).filter(|version| self.takes(*version)).unwrap_or(self.version());
        Vector::new(version, chosen).map_err(Unsettled::Unreadable)
    }
}

/// A metric as it is asked for.
struct Question {
    metric: &'static Metric,
    words: String,
    choices: Vec<Choice>,
}

/// A group of metrics as fields.
struct Group {
    legend: String,
    fields: Vec<Field>,
    /// The base metrics stand open; others where they say something.
    base: bool,
    open: bool,
}

/// A score with its name.
struct Line {
    name: String,
    tenths: u8,
}

#[derive(Template)]
#[template(path = "desk/case/cvss.html")]
struct Sheet<'a> {
    frame: &'a Frame,
    before_name: &'static str,
    before: String,
    vector: Field,
    groups: Vec<Group>,
    scores: Vec<Line>,
    nomenclature: Option<&'static str>,
}

/// The calculator as it stands in a form: `settled` is the vector of its fields, unless something is wrong with them.
pub(in crate::desk) fn markup(frame: &Frame, form: &Form, calculator: Calculator, settled: Option<&Vector>) -> Markup {
    let text = match calculator {
        Calculator::Three => form.text("vector", frame.t("desk-vector")).hint(frame.t("desk-vector-hint")),
        Calculator::Four => form.text("vector4", frame.t("desk-vector-four")).hint(frame.t("desk-vector-four-hint")),
    };
    let vector = match settled {
        Some(vector) => text.value(vector),
        None => text,
    };
    let scores = settled.and_then(|vector| vector.scores().ok());
    Markup::of(&Sheet {
        frame,
        before_name: calculator.before(),
        before: settled.map_or_else(|| form.value(calculator.before()).to_owned(), Vector::to_string),
        vector,
        groups: groups(frame.lang, form, calculator, settled),
        nomenclature: scores.and_then(|scores| scores.nomenclature),
        scores: scores.map(|scores| lines(frame.lang, &scores)).unwrap_or_default(),
    })
}

fn lines(lang: Lang, scores: &Scores) -> Vec<Line> {
    let line = |key: &str, score: formats::Score| Line { name: lang.t(key).into_owned(), tenths: score.tenths() };
    let mut lines = vec![line("cvss-score-base", scores.base)];
    lines.extend(scores.temporal.map(|score| line("cvss-score-temporal", score)));
    lines.extend(scores.environmental.map(|score| line("cvss-score-environmental", score)));
    lines.push(line("cvss-score-whole", scores.score));
    lines
}

fn groups(lang: Lang, form: &Form, calculator: Calculator, settled: Option<&Vector>) -> Vec<Group> {
    let mut groups: Vec<(MetricGroup, Group)> = Vec::new();
    for Question { metric, words, choices } in questions(lang, calculator) {
        let name = calculator.name(metric);
        let says = match settled {
            Some(vector) => vector.value(metric.name),
            None => form.value(&name),
        };
        let field = form.select(&name, words, choices).value(says);
        let said = !matches!(says, "" | "X");
        match groups.iter_mut().find(|(group, _)| *group == metric.group) {
            Some((_, group)) => {
                group.fields.push(field);
                group.open |= said;
            }
            None => {
                let legend = lang.t(format!("cvss-group-{}", metric.group.word())).into_owned();
                let base = metric.group == MetricGroup::Base;
                groups.push((metric.group, Group { legend, fields: vec![field], base, open: said }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// The questions of a calculator, put in words once for each language.
fn questions(lang: Lang, calculator: Calculator) -> &'static [Question] {
    static KEPT: [[OnceLock<Vec<Question>>; 2]; 2] = [const { [const { OnceLock::new() }; 2] }; 2];
    let kept = &KEPT[lang as usize][calculator as usize];
    kept.get_or_init(|| {
        calculator.version().metrics().iter().map(|metric| question(lang, calculator, metric)).collect()
    })
}

fn question(lang: Lang, calculator: Calculator, metric: &'static Metric) -> Question {
    let four = calculator == Calculator::Four;
    let mut choices = Vec::new();
    if metric.group == MetricGroup::Base {
        choices.push(Choice::new("", lang.t("cvss-choose")));
    }
    choices.extend(metric.values.iter().map(|value| {
        let words = lang.t(value_key(four, metric.name, value));
        Choice::new(value, if *value == "X" { words.into_owned() } else { coded(lang, words, value) })
    }));
    Question { metric, words: coded(lang, metric_words(lang, four, metric.name), metric.name), choices }
}

/// Words with the code of the standard beside them.
fn coded(lang: Lang, words: impl fmt::Display, code: &str) -> String {
    lang.t2("cvss-coded", "words", words.to_string(), "code", code)
}

/// A metric of the environment that replaces one of the base group has its name with an M before it.
fn base_of(name: &str) -> Option<&str> {
    name.strip_prefix('M').filter(|base| !base.is_empty())
}

fn metric_words(lang: Lang, four: bool, name: &str) -> String {
    match base_of(name) {
        Some(base) => lang.t1("cvss-modified", "metric", metric_words(lang, four, base)),
        None => lang.t(format!("cvss-{}", metric_word(four, name))).into_owned(),
    }
}

/// The word of a metric; two names mean different things in versions 3 and 4.
fn metric_word(four: bool, name: &str) -> String {
    match (four, name) {
        (false, "S") => "scope".to_owned(),
        (true, "S") => "safety".to_owned(),
        (false, "E") => "code".to_owned(),
        (true, "E") => "threat".to_owned(),
        _ => name.to_lowercase(),
    }
}

fn value_key(four: bool, name: &str, value: &str) -> String {
    let value = value.to_lowercase();
    match base_of(name).unwrap_or(name) {
        _ if value == "x" => "cvss-open".to_owned(),
        "C" | "I" | "A" | "VC" | "VI" | "VA" | "SC" | "SI" | "SA" => format!("cvss-impact-{value}"),
        "CR" | "IR" | "AR" => format!("cvss-requirement-{value}"),
        plain => format!("cvss-{}-{value}", metric_word(four, plain)),
    }
}

/// The vector with its base score in tenths: what the influence is rated by (付録4).
pub(super) fn base_of_vector(vector: &Vector) -> Option<(String, u8)> {
    let scored = score_v3(&vector.to_string()).ok()?;
    Some((scored.vector, scored.tenths))
}

/// A vector of version 4 with its score, to be kept beside the rating.
pub(super) fn version_4(vector: &Vector) -> Option<Version4> {
    let score = vector.scores().ok()?.score;
    Some(Version4 { vector: vector.to_string(), score_tenths: score.tenths() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 9.8 and 7.5: examples of the CVSS v3.1 specification.
    const FULL: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    const SEEN: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";

    fn settle(fields: &[(&str, &str)]) -> Result<Option<String>, Unsettled> {
        let get = |name: &str| fields.iter().find(|(found, _)| *found == name).map_or("", |(_, value)| *value);
        Calculator::Three.settle(get).map(|vector| vector.map(|vector| vector.to_string()))
    }

    fn chosen(vector: &str) -> Vec<(String, String)> {
        let vector = Vector::parse(vector).unwrap();
        vector.metrics().map(|(metric, value)| (format!("three-{}", metric.name), value.to_owned())).collect()
    }

    fn sent(typed: &str, before: &str, form: &str) -> Result<Option<String>, Unsettled> {
        let chosen = chosen(form);
        let mut fields = vec![("vector", typed), ("before", before)];
        fields.extend(chosen.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        settle(&fields)
    }

    #[test]
    fn what_was_changed_counts() {
        assert_eq!(sent(FULL, FULL, FULL).ok().flatten().as_deref(), Some(FULL), "nothing was changed");
        assert_eq!(sent(SEEN, FULL, FULL).ok().flatten().as_deref(), Some(SEEN), "the text was");
        assert_eq!(sent(FULL, FULL, SEEN).ok().flatten().as_deref(), Some(SEEN), "the form was");
        assert_eq!(sent(SEEN, FULL, SEEN).ok().flatten().as_deref(), Some(SEEN), "both were, to the same");
        assert!(matches!(sent(SEEN, "", FULL), Err(Unsettled::Both)), "both were, to something else");
        assert_eq!(settle(&[]).ok().flatten(), None);
    }

    #[test]
    fn a_vector_alone_and_a_form_alone_are_enough() {
        assert_eq!(settle(&[("vector", FULL)]).ok().flatten().as_deref(), Some(FULL));
        assert_eq!(sent("", "", FULL).ok().flatten().as_deref(), Some(FULL));
        assert!(matches!(settle(&[("three-AV", "N")]), Err(Unsettled::Unreadable(CvssError::MissingMetric("AC")))));
        let four = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
        assert!(matches!(settle(&[("vector", four)]), Err(Unsettled::OtherVersion)));
    }

    #[test]
    fn every_metric_and_value_of_both_versions_has_words() {
        for (four, version) in [(false, VectorVersion::V3_1), (true, VectorVersion::V4_0)] {
            for lang in [Lang::Ja, Lang::En] {
                for metric in version.metrics() {
                    let plain = base_of(metric.name).unwrap_or(metric.name);
                    assert!(
                        lang.find(&format!("cvss-{}", metric_word(four, plain))).is_some(),
                        "{} {four}",
                        metric.name
                    );
                    for value in metric.values {
                        let key = value_key(four, metric.name, value);
                        assert!(lang.find(&key).is_some(), "{key}");
                    }
                }
            }
        }
    }
}
