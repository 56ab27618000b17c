//! Comparing names (NISTIR 7696, section 6): attribute by attribute, then the whole name.

use super::wfn::{Mark, Value, Wfn, marks, wildcard_free};
use serde::Serialize;

/// How the set of products that the source names lies to that of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The same products.
    Equal,
    /// The source names all that the target names, and more.
    Superset,
    /// The target names all that the source names, and more.
    Subset,
    /// No product has both names.
    Disjoint,
    /// The standard does not say.
    Undefined,
}

impl Relation {
    /// `equal`, `superset`, `subset`, `disjoint` or `undefined`.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Relation::Equal => "equal",
            Relation::Superset => "superset",
            Relation::Subset => "subset",
            Relation::Disjoint => "disjoint",
            Relation::Undefined => "undefined",
        }
    }
}

impl Wfn {
    /// The relation of this name, the source, to the target (7696, table 6-4).
    #[must_use]
    pub fn relation(&self, target: &Wfn) -> Relation {
        let each: Vec<Relation> = self.values().iter().zip(target.values()).map(|(s, t)| compare(s, t)).collect();
        let all = |wanted| each.iter().all(|relation| *relation == Relation::Equal || *relation == wanted);
        if each.contains(&Relation::Disjoint) {
            return Relation::Disjoint;
        }
        [Relation::Equal, Relation::Superset, Relation::Subset]
            .into_iter()
            .find(|wanted| all(*wanted))
            .unwrap_or(Relation::Undefined)
    }
}

/// The relation of two values of an attribute (7696, table 6-2); letters compare without case.
#[must_use]
pub fn compare(source: &Value, target: &Value) -> Relation {
    if target.has_wildcard() {
        return Relation::Undefined;
    }
    match (source, target) {
        (Value::Any, Value::Any) | (Value::Na, Value::Na) => Relation::Equal,
        (Value::Any, _) => Relation::Superset,
        (_, Value::Any) => Relation::Subset,
        (Value::Na, _) | (_, Value::Na) => Relation::Disjoint,
        (Value::Text(source), Value::Text(target)) => compare_texts(source, target),
    }
}

fn compare_texts(source: &str, target: &str) -> Relation {
    let (source, target) = (lower(source), lower(target));
    if source == target {
        return Relation::Equal;
    }
    let core = wildcard_free(&source);
    let leading = slack(source.iter());
    // What a value of wildcards alone takes in front it cannot take behind as well.
    let trailing = if core.is_empty() { Slack::UpTo(0) } else { slack(source.iter().rev()) };
    let fits = |start: usize| {
        let rest = target.len() - start - core.len();
        leading.allows(start) && trailing.allows(rest) && target[start..].starts_with(core)
    };
    let matches = target.len() >= core.len() && (0..=target.len() - core.len()).any(fits);
    if matches { Relation::Superset } else { Relation::Disjoint }
}

/// How many characters the wildcards at one end stand for.
#[derive(Clone, Copy)]
enum Slack {
    Any,
    UpTo(usize),
}

impl Slack {
    const fn allows(self, count: usize) -> bool {
        match self {
            Slack::Any => true,
            Slack::UpTo(most) => count <= most,
        }
    }
}

fn slack<'a>(mut marks: impl Iterator<Item = &'a Mark> + Clone) -> Slack {
    if marks.clone().next().is_some_and(|mark| mark.is('*')) {
        return Slack::Any;
    }
    let mut count = 0;
    while marks.next().is_some_and(|mark| mark.is('?')) {
        count += 1;
    }
    Slack::UpTo(count)
}

/// The characters in lower case; quoting of a character that needs none makes no difference.
fn lower(text: &str) -> Vec<Mark> {
    let wild = |mark: Mark| mark.is('*') || mark.is('?');
    let plain = |mark: Mark| Mark { quoted: !wild(mark), c: mark.c.to_ascii_lowercase() };
    marks(text).unwrap_or_default().into_iter().map(plain).collect()
}
