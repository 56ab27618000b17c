//! The rules: the values of the edition in force, and what every clause means and what the program does for it.

use askama::Template;
use axum::response::Response;
use formats::Localized;
use ui::{Frame, Mark, NavItem};

use super::style_url;
use super::words::{Line, Passage, language};
use crate::rules::{ClauseStatus, RuleClause, RuleValue, Rules, chapter};
use crate::state::Part;
use crate::visit::Visit;

/// A value of more lines is folded.
const LINES: usize = 3;

#[derive(Template)]
#[template(path = "portal/rules.html")]
struct RulesPage<'a> {
    frame: Frame,
    style: &'static str,
    rules: Option<&'a Rules>,
    tabs: Vec<NavItem>,
    chapters: Vec<Chapter<'a>>,
}

/// A chapter with those of its clauses that are shown.
struct Chapter<'a> {
    key: &'static str,
    clauses: Vec<&'a RuleClause>,
}

impl RulesPage<'_> {
    fn line<'b>(&self, text: &'b Localized) -> Line<'b> {
        Line::of(self.frame.lang, text)
    }

    fn passage<'b>(&self, text: &'b Localized) -> Passage<'b> {
        Passage::of(self.frame.lang, text)
    }

    /// The first day in force, when it is one.
    fn in_force(&self, day: &str) -> Option<ui::Markup> {
        day.parse::<jiff::civil::Date>().ok().map(|day| self.frame.day(day))
    }

    fn chapter_title(&self, key: &str) -> String {
        self.frame.t(format!("portal-chapter-{key}")).into_owned()
    }

    /// The word of a code of the rules, or the code itself when there is none.
    fn word(&self, family: &str, code: &str) -> String {
        let key = format!("portal-{family}-{}", code.replace(['_', ' '], "-"));
        self.frame.lang.find(&key).unwrap_or(code).to_owned()
    }

    fn status(&self, status: &ClauseStatus) -> ui::notice::Chip {
        let mark = match status {
            ClauseStatus::Done => Mark::Done,
            ClauseStatus::Outside => Mark::Stopped,
            ClauseStatus::NotYet => Mark::Waiting,
        };
        ui::chip(mark, self.frame.t(status_key(*status)))
    }

    /// The values of the edition that a clause uses, as far as they are published.
    fn values_of(&self, clause: &RuleClause) -> Vec<&RuleValue> {
        let value = |name: &String| self.rules.and_then(|rules| rules.value(name));
        clause.values.iter().filter_map(value).collect()
    }

    fn is_long(&self, value: &RuleValue) -> bool {
        value.shown.get(language(self.frame.lang)).lines().count() > LINES
    }

    fn first_line<'b>(&self, value: &'b RuleValue) -> &'b str {
        value.shown.get(language(self.frame.lang)).lines().next().unwrap_or_default()
    }

    fn lines(&self, value: &RuleValue) -> usize {
        value.shown.get(language(self.frame.lang)).lines().count()
    }
}

/// The page.
pub(crate) async fn show(visit: Visit) -> Response {
    let snapshot = visit.portal.tree().snapshot();
    let rules = snapshot.rules.as_ref();
    let status = visit.query.get("status").and_then(ClauseStatus::parse);
    let rules_page = RulesPage {
        frame: visit.frame(Part::Rules),
        style: style_url(),
        rules,
        tabs: rules.map(|rules| tabs(rules, status, &visit)).unwrap_or_default(),
        chapters: rules.map(|rules| chapters(rules, status)).unwrap_or_default(),
    };
    visit.page(&rules_page)
}

fn tabs(rules: &Rules, status: Option<ClauseStatus>, visit: &Visit) -> Vec<NavItem> {
    let all = NavItem::new(visit.query.without("status") + "#clauses", visit.lang.t("portal-rules-all"));
    let one = |of: ClauseStatus| {
        let count = rules.clauses.iter().filter(|clause| clause.status == of).count() as u64;
        let href = visit.query.with("status", of.name()) + "#clauses";
        NavItem::new(href, visit.lang.t(status_key(of))).current(status == Some(of)).count(count)
    };
    let all = all.current(status.is_none()).count(rules.clauses.len() as u64);
    std::iter::once(all).chain(ClauseStatus::ALL.map(one)).collect()
}

fn chapters(rules: &Rules, status: Option<ClauseStatus>) -> Vec<Chapter<'_>> {
    let mut chapters: Vec<Chapter<'_>> = Vec::new();
    for clause in rules.clauses.iter().filter(|clause| status.is_none_or(|status| status == clause.status)) {
        let key = chapter(&clause.id);
        match chapters.iter_mut().find(|chapter| chapter.key == key) {
            Some(chapter) => chapter.clauses.push(clause),
            None => chapters.push(Chapter { key, clauses: vec![clause] }),
        }
    }
    chapters
}

const fn status_key(status: ClauseStatus) -> &'static str {
    match status {
        ClauseStatus::Done => "portal-rules-done",
        ClauseStatus::Outside => "portal-rules-outside",
        ClauseStatus::NotYet => "portal-rules-not-yet",
    }
}
