//! Lists: heads of columns that sort, pages, tabs, and facts in pairs.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::given::Given;
use crate::markup::{Markup, prose};
use crate::numbers;
use crate::page::{Frame, NavItem};
use crate::query::Query;
use crate::text::Lang;

/// The head of a column that sorts; see [`sort_head`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/sort_head.html")]
pub struct SortHead {
    label: String,
    href: String,
    sorted: Option<bool>,
    numeric: bool,
}

impl HtmlSafe for SortHead {}

/// The head of a column that sorts by `sort=COLUMN`, and down by `sort=-COLUMN`. It is a whole `<th>`.
#[must_use]
pub fn sort_head(query: &Query, column: &str, label: impl fmt::Display) -> SortHead {
    let down = format!("-{column}");
    let sorted = match query.get("sort") {
        Some(found) if found == column => Some(true),
        Some(found) if found == down => Some(false),
        _ => None,
    };
    let next = if sorted == Some(true) { &down } else { column };
    let first_page = Query::parse(&query.without("page"));
    SortHead { label: label.to_string(), href: first_page.with("sort", next), sorted, numeric: false }
}

impl SortHead {
    /// A column of numbers, set to the right.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }
}

/// The pages of a list; see [`pages`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/pages.html")]
pub struct Pages {
    lang: Lang,
    range: String,
    previous: Option<String>,
    next: Option<String>,
    numbers: Vec<PageNumber>,
}

/// A number to press, or a gap between numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PageNumber {
    number: String,
    href: String,
    current: bool,
}

impl HtmlSafe for Pages {}

/// Where in a list a person is, and the other pages, by `page=N` from 1.
#[must_use]
pub fn pages(
    frame: &Frame,
    query: &Query,
    page: impl Given<usize>,
    per_page: impl Given<usize>,
    total: impl Given<usize>,
) -> Pages {
    let (per_page, total) = (per_page.given().max(1), total.given());
    let last = total.div_ceil(per_page).max(1);
    let page = page.given().clamp(1, last);
    let from = ((page - 1) * per_page + 1).min(total);
    let to = (page * per_page).min(total);
    let href = |number: usize| if number == 1 { query.without("page") } else { query.with("page", number) };
    let numbers = shown_pages(page, last).into_iter().map(|number| match number {
        Some(number) => PageNumber { number: number.to_string(), href: href(number), current: number == page },
        None => PageNumber { number: String::new(), href: String::new(), current: false },
    });
    Pages {
        lang: frame.lang,
        range: frame.lang.tn("common-range", &[("from", &from), ("to", &to), ("total", &total)]),
        previous: (page > 1).then(|| href(page - 1)),
        next: (page < last).then(|| href(page + 1)),
        numbers: if last > 1 { numbers.collect() } else { Vec::new() },
    }
}

/// The first, the last and the neighbours; `None` is a gap.
fn shown_pages(page: usize, last: usize) -> Vec<Option<usize>> {
    let mut shown = Vec::new();
    let mut before = 0;
    for number in (1..=last).filter(|n| *n == 1 || *n == last || n.abs_diff(page) <= 1) {
        if number > before + 1 {
            shown.push((number == before + 2).then_some(before + 1));
        }
        shown.push(Some(number));
        before = number;
    }
    shown
}

/// Tabs that are links; see [`tabs`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/tabs.html")]
pub struct Tabs {
    label: String,
    items: Vec<NavItem>,
}

impl HtmlSafe for Tabs {}

/// Tabs that are links to pages. `label` names the group for screen readers.
#[must_use]
pub fn tabs(label: impl fmt::Display, items: &[NavItem]) -> Tabs {
    Tabs { label: label.to_string(), items: items.to_vec() }
}

/// Facts in pairs of name and value; see [`facts`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/facts.html")]
pub struct Facts {
    lang: Lang,
    rows: Vec<Fact>,
    line: bool,
}

#[derive(Clone, Debug)]
struct Fact {
    name: String,
    value: Markup,
    change: String,
}

impl HtmlSafe for Facts {}

/// Facts in pairs of name and value. A value that is empty is said to be empty.
#[must_use]
pub fn facts(frame: &Frame) -> Facts {
    Facts { lang: frame.lang, rows: Vec::new(), line: false }
}

impl Facts {
    /// Adds a fact: plain text with paragraphs.
    #[must_use]
    pub fn add(self, name: impl fmt::Display, value: impl fmt::Display) -> Self {
        self.add_markup(name, prose(value))
    }

    /// Adds a fact whose value was made by a template.
    #[must_use]
    pub fn add_markup(mut self, name: impl fmt::Display, value: Markup) -> Self {
        self.rows.push(Fact { name: name.to_string(), value, change: String::new() });
        self
    }

    /// All beside each other in one line: the top line of a case.
    #[must_use]
    pub fn in_line(mut self) -> Self {
        self.line = true;
        self
    }

    /// Where the last fact added is changed: for the page that confirms a form.
    #[must_use]
    pub fn change(mut self, href: impl fmt::Display) -> Self {
        if let Some(row) = self.rows.last_mut() {
            row.change = href.to_string();
        }
        self
    }
}

impl PageNumber {
    fn is_gap(&self) -> bool {
        self.number.is_empty()
    }
}

impl NavItem {
    /// How many things wait there, grouped.
    #[must_use]
    pub fn count_text(&self) -> String {
        self.count.map_or_else(String::new, |count| numbers::grouped(count.cast_signed()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_sorts_up_then_down_and_begins_at_the_first_page() {
        let fresh = Query::parse("/q?kind=ask&page=4");
        assert_eq!(sort_head(&fresh, "due", "期限").href, "/q?kind=ask&sort=due");
        let up = Query::parse("/q?sort=due");
        assert_eq!(sort_head(&up, "due", "期限").href, "/q?sort=-due");
        assert!(sort_head(&up, "due", "期限").to_string().contains("aria-sort=\"ascending\""));
        assert!(!sort_head(&up, "number", "番号").to_string().contains("aria-sort"));
    }

    #[test]
    fn pages_show_the_ends_and_the_neighbours() {
        assert_eq!(shown_pages(1, 1), [Some(1)]);
        assert_eq!(shown_pages(5, 9), [Some(1), None, Some(4), Some(5), Some(6), None, Some(9)]);
        assert_eq!(shown_pages(3, 5), [Some(1), Some(2), Some(3), Some(4), Some(5)]);
    }
}
