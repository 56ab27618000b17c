//! Every clause of the guideline (12th edition) in our own words, in its order.
//!
//! The guideline itself decides; these texts help people to find their way. What finders, developers and site
//! operators are asked to do are recommendations and are worded so.

use serde::Serialize;

use crate::clause::Clause;
use crate::text::Language;

mod appendices;
pub mod coverage;
mod definitions;
mod product_coordinator;
mod product_developer;
mod product_finder;
mod product_receiving;
#[cfg(test)]
mod tests;
mod website;

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Japanese.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

impl Words {
    const fn new((ja, en): (&'static str, &'static str)) -> Self {
        Words { ja, en }
    }

    /// The text in one language.
    #[must_use]
    pub const fn get(self, language: Language) -> &'static str {
        match language {
            Language::Ja => self.ja,
            Language::En => self.en,
        }
    }
}

/// What a clause does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseKind {
    /// Says what a word means.
    Definition,
    /// Says what the procedure covers.
    Scope,
    /// Something to do; for finders, developers and operators a recommendation.
    Duty,
    /// Something its actor may ask for or do.
    Right,
    /// Something a body may decide.
    Power,
    /// Something that must hold, or is weighed.
    Condition,
    /// A case in which a rule does not apply.
    Exception,
    /// A ground or a way to end.
    Ending,
    /// An item of a form or notice.
    FormItem,
    /// Advice.
    Recommendation,
    /// The course of things at a glance.
    Overview,
    /// A text to be used.
    Template,
}

impl ClauseKind {
    /// Its name on pages.
    #[must_use]
    pub const fn label(self) -> Words {
        Words::new(match self {
            ClauseKind::Definition => ("定義", "Definition"),
            ClauseKind::Scope => ("範囲", "Scope"),
            ClauseKind::Duty => ("すること", "To do"),
            ClauseKind::Right => ("できること", "Right"),
            ClauseKind::Power => ("判断できること", "Power"),
            ClauseKind::Condition => ("条件", "Condition"),
            ClauseKind::Exception => ("例外", "Exception"),
            ClauseKind::Ending => ("終わり方", "Ending"),
            ClauseKind::FormItem => ("記載項目", "Form item"),
            ClauseKind::Recommendation => ("推奨", "Recommendation"),
            ClauseKind::Overview => ("概要", "Overview"),
            ClauseKind::Template => ("文面", "Template"),
        })
    }
}

/// Whom a clause speaks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Everybody: definitions and scope.
    Everyone,
    /// The finder.
    Finder,
    /// The receiving body.
    ReceivingBody,
    /// The coordinator.
    Coordinator,
    /// Receiving body and coordinator together.
    BothBodies,
    /// The developer of a product.
    Developer,
    /// The operator of a website.
    SiteOperator,
    /// The publication committee.
    Committee,
    /// Operators of critical infrastructure.
    InfrastructureOperator,
}

impl Actor {
    /// Its name on pages.
    #[must_use]
    pub const fn label(self) -> Words {
        Words::new(match self {
            Actor::Everyone => ("すべての関係者", "Everybody"),
            Actor::Finder => ("発見者", "Finder"),
            Actor::ReceivingBody => ("受付機関", "Receiving body"),
            Actor::Coordinator => ("調整機関", "Coordinator"),
            Actor::BothBodies => ("受付機関と調整機関", "Receiving body and coordinator"),
            Actor::Developer => ("製品開発者", "Developer"),
            Actor::SiteOperator => ("ウェブサイト運営者", "Site operator"),
            Actor::Committee => ("公表判定委員会", "Publication committee"),
            Actor::InfrastructureOperator => ("基盤保有事業者", "Infrastructure operator"),
        })
    }
}

/// A clause as pages show it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct ClauseText {
    /// Its id.
    pub clause: Clause,
    /// What it does.
    pub kind: ClauseKind,
    /// Whom it speaks to.
    pub actor: Actor,
    /// Its name.
    pub title: Words,
    /// What it means, in our own words.
    pub meaning: Words,
}

const fn clause(
    id: &'static str,
    kind: ClauseKind,
    actor: Actor,
    title: (&'static str, &'static str),
    meaning: (&'static str, &'static str),
) -> ClauseText {
    ClauseText { clause: Clause::new(id), kind, actor, title: Words::new(title), meaning: Words::new(meaning) }
}

/// A chapter of the guideline with the clauses in it.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// Its heading.
    pub title: Words,
    /// Its clauses, in the order of the guideline.
    pub clauses: &'static [ClauseText],
}

/// The chapters in order.
#[must_use]
pub fn chapters() -> [Chapter; 7] {
    let chapter = |title, clauses| Chapter { title: Words::new(title), clauses };
    [
        chapter(("Ⅰ–Ⅲ 目的・用語・範囲", "Ⅰ–Ⅲ Purpose, terms, scope"), definitions::CLAUSES),
        chapter(("Ⅳ.1–2 製品：概要と発見者", "Ⅳ.1–2 Products: outline and finder"), product_finder::CLAUSES),
        chapter(
            ("Ⅳ.3 製品：受付機関と公表判定", "Ⅳ.3 Products: receiving body and judgement"),
            product_receiving::CLAUSES,
        ),
        chapter(("Ⅳ.4 製品：調整機関", "Ⅳ.4 Products: coordinator"), product_coordinator::CLAUSES),
        chapter(("Ⅳ.5–6 製品：製品開発者", "Ⅳ.5–6 Products: developer"), product_developer::CLAUSES),
        chapter(("Ⅴ ウェブサイト", "Ⅴ Websites"), website::CLAUSES),
        chapter(("付録", "Appendices"), appendices::CLAUSES),
    ]
}

/// Every clause in the order of the guideline.
pub fn all() -> impl Iterator<Item = &'static ClauseText> {
    chapters().into_iter().flat_map(|chapter| chapter.clauses)
}

/// The clause of this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static ClauseText> {
    all().find(|text| text.clause.id() == id)
}
