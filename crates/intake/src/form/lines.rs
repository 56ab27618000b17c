//! The lines of a form, one by one and without context: blank, rule, title, label, or plain text.

use rulebook::report::form::ReportKind;

use super::items::Item;
use super::labels;
use crate::plain::{fold_label, narrow};

/// Shortest run of dashes that divides a form, in characters. Shorter ones occur in texts.
const MIN_RULE: usize = 40;
/// Mailers break lines at 70 columns or later, some words earlier.
const FULL_LINE: usize = 60;
/// Longest title, in characters. Longer lines are prose that mentions one.
const MAX_TITLE: usize = 80;

/// How a label is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// Not at all.
    None,
    /// `1.`
    Section,
    /// `1)`
    Item,
    /// `(1)` or `(a)`
    Sub,
    /// `・`, `■` and the like.
    Bullet,
    /// `【名称】`
    Framed,
}

impl Marker {
    /// Stands out from running text as only a label does.
    #[must_use]
    pub fn stands_out(self) -> bool {
        matches!(self, Marker::Section | Marker::Item | Marker::Sub | Marker::Framed)
    }
}

/// A line that may be a label with the beginning of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label<'t> {
    /// What it asks.
    pub item: Item,
    /// How it is numbered.
    pub marker: Marker,
    /// The label as written.
    pub name: &'t str,
    /// The answer on the same line.
    pub value: &'t str,
    /// The label is written in ASCII letters.
    pub english: bool,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'t> {
    /// Nothing on it.
    Blank,
    /// A dividing line.
    Rule,
    /// The title of a form.
    Title(ReportKind),
    /// Perhaps a label.
    Label(Label<'t>),
    /// Anything else.
    Plain(Marker),
}

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// As written.
    pub raw: &'t str,
    /// Columns before the first sign; a full-width space counts two.
    pub indent: usize,
    /// What it is.
    pub kind: Kind<'t>,
}

impl Line<'_> {
    /// So long that a mailer may have broken it here.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.raw.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() >= FULL_LINE
    }
}

/// Reads one line.
#[must_use]
pub fn read(raw: &str) -> Line<'_> {
    let indent = raw.chars().map_while(blank_width).sum();
    Line { raw, indent, kind: kind(raw, indent) }
}

fn blank_width(c: char) -> Option<usize> {
    match c {
        ' ' => Some(1),
        '\t' => Some(4),
        '\u{3000}' => Some(2),
        c if c.is_whitespace() => Some(1),
        _ => None,
    }
}

fn kind(raw: &str, indent: usize) -> Kind<'_> {
    let text = raw.trim();
    if text.is_empty() {
        return Kind::Blank;
    }
    if indent == 0 && is_rule(text) {
        return Kind::Rule;
    }
    if let Some(kind) = title(text) {
        return Kind::Title(kind);
    }
    let (marker, rest) = split_marker(text);
    match label(marker, rest) {
        Some(label) => Kind::Label(label),
        None => Kind::Plain(marker),
    }
}

fn is_rule(text: &str) -> bool {
    text.chars().count() >= MIN_RULE
        && text.chars().all(|c| matches!(narrow(c), '-' | '=' | '_' | '*' | '~' | '─' | '━' | '―' | 'ー'))
}

/// The form that a title line names.
#[must_use]
pub fn title(text: &str) -> Option<ReportKind> {
    let header_field = ["subject:", "件名", "re:"].iter().any(|start| text.to_lowercase().starts_with(start));
    if header_field || text.chars().count() > MAX_TITLE || text.ends_with(['。', '、', '.', ',']) {
        return None;
    }
    named_kind(text)
}

/// The form that a title or a mail's subject names.
#[must_use]
pub fn named_kind(text: &str) -> Option<ReportKind> {
    let folded = fold_label(text);
    if !folded.contains("脆弱性") && !folded.contains("vulnerabilit") {
        return None;
    }
    let has = |words: &str| folded.contains(&fold_label(words));
    let japanese = has("脆弱性関連情報") && (has("届出") || has("届け出"));
    let english = has("report") && (has("vulnerability") || has("vulnerabilities"));
    if japanese && has("開発者による") || english && (has("own product") || has("by the developer")) {
        return Some(ReportKind::OwnProduct);
    }
    if japanese && (has("ウェブアプリケーション") || has("ウェブサイト"))
        || english && (has("web site") || has("web application"))
    {
        return Some(ReportKind::Website);
    }
    if japanese && has("ソフトウェア製品") || english && has("software product") {
        return Some(ReportKind::Product);
    }
    None
}

/// The number before a label, and what follows it.
fn split_marker(text: &str) -> (Marker, &str) {
    let Some(first) = text.chars().next() else { return (Marker::None, text) };
    let after = &text[first.len_utf8()..];
    match narrow(first) {
        '(' => closed(after, is_sub_number).map_or((Marker::None, text), |rest| (Marker::Sub, rest)),
        '・' | '■' | '◆' | '●' | '○' | '□' | '※' | '*' | '-' => (Marker::Bullet, after.trim_start()),
        '①'..='⑳' => (Marker::Item, after.trim_start()),
        c if c.is_ascii_digit() => numbered(text),
        _ => (Marker::None, text),
    }
}

/// `1.`, `1)`, `2.1)`: digits, and at the end a dot or a bracket.
fn numbered(text: &str) -> (Marker, &str) {
    let digits = text.char_indices().find(|&(_, c)| !matches!(narrow(c), '0'..='9' | '.' | '-'));
    let Some((end, next)) = digits else { return (Marker::None, text) };
    if narrow(next) == ')' {
        return (Marker::Item, text[end + next.len_utf8()..].trim_start());
    }
    let number = &text[..end];
    match number.chars().last() {
        Some(last) if narrow(last) == '.' && number.chars().count() <= 4 => (Marker::Section, text[end..].trim_start()),
        _ => (Marker::None, text),
    }
}

fn is_sub_number(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// What follows a closing bracket, when one to three signs of a number stand before it.
fn closed(text: &str, is_number: fn(char) -> bool) -> Option<&str> {
    let (at, close) = text.char_indices().take(4).find(|&(_, c)| narrow(c) == ')')?;
    let number = &text[..at];
    let usable = !number.is_empty() && number.chars().all(|c| is_number(narrow(c)));
    usable.then(|| text[at + close.len_utf8()..].trim_start())
}

/// The label that a line begins with, if it begins with one.
fn label(marker: Marker, text: &str) -> Option<Label<'_>> {
    cuts(text).into_iter().flatten().find_map(|(name, value)| {
        let item = labels::find(name)?;
        let alone = name.len() == text.trim_end().len();
        if marker == Marker::Bullet && alone && item.is_weak() {
            return None;
        }
        let marker = if text.starts_with('【') && name.len() < text.len() { Marker::Framed } else { marker };
        let english = name.chars().any(|c| c.is_ascii_alphabetic()) && name.is_ascii();
        let item = if item == Item::Notes && marker == Marker::Section { Item::Remarks } else { item };
        Some(Label { item, marker, name: name.trim(), value: value.trim(), english })
    })
}

/// Where a label may end: at a colon, in heavy brackets, before a box, at a gap, or with the line.
fn cuts(text: &str) -> [Option<(&str, &str)>; 5] {
    let colon = text.char_indices().find(|&(_, c)| matches!(c, ':' | '：' | '︓' | '﹕'));
    let boxes = text.char_indices().find(|&(_, c)| matches!(c, '[' | '［' | '□' | '☐' | '☑' | '☒' | '■' | '✓' | '✔'));
    let framed = text.strip_prefix('【').and_then(|inner| inner.split_once('】'));
    [
        colon.map(|(at, c)| (&text[..at], &text[at + c.len_utf8()..])),
        framed.map(|(name, value)| (name, value.trim_start_matches([':', '：']))),
        boxes.map(|(at, _)| text.split_at(at)),
        gap(text).map(|at| text.split_at(at)),
        Some((text, "")),
    ]
}

/// The first gap of at least two columns, as between the columns of a table.
fn gap(text: &str) -> Option<usize> {
    let mut start = 0;
    let mut width = 0;
    for (at, c) in text.char_indices() {
        match blank_width(c) {
            Some(columns) => {
                if width == 0 {
                    start = at;
                }
                width += columns;
            }
            None if width >= 2 => return Some(start),
            None => width = 0,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Option<(Item, Marker, &str)> {
        match read(line).kind {
            Kind::Label(label) => Some((label.item, label.marker, label.value)),
            _ => None,
        }
    }

    #[test]
    fn a_label_in_every_way_of_numbering() {
        for (line, marker) in [
            (" 1) 氏名または名称　　：　焔 とおる", Marker::Item),
            ("１）氏名または名称:焔 とおる", Marker::Item),
            ("1. 氏名: 焔 とおる", Marker::Section),
            ("１．氏名：焔 とおる", Marker::Section),
            ("(1) 氏名： 焔 とおる", Marker::Sub),
            ("（ａ）氏名： 焔 とおる", Marker::Sub),
            ("①氏名： 焔 とおる", Marker::Item),
            ("・氏名： 焔 とおる", Marker::Bullet),
            ("【氏名】焔 とおる", Marker::Framed),
            ("氏名　　焔 とおる", Marker::None),
            ("2-1) 氏名： 焔 とおる", Marker::Item),
        ] {
            assert_eq!(asked(line), Some((Item::FinderName, marker, "焔 とおる")), "{line}");
        }
    }

    #[test]
    fn text_is_no_label() {
        for line in [
            "(1) 管理者としてログインし、「お知らせ」を作成する。",
            "3.1.x では再現しない。",
            "https://a.example/",
            "2026年12月15日",
            "10",
            "(",
            "・",
        ] {
            assert_eq!(asked(line), None, "{line}");
        }
        assert_eq!(
            asked(" 2) URL: https://a.example/?b=c"),
            Some((Item::WebsiteUrl, Marker::Item, "https://a.example/?b=c"))
        );
    }

    #[test]
    fn titles_name_the_form() {
        for (text, kind) in [
            ("ソフトウエア製品脆弱性関連情報届出様式", ReportKind::Product),
            ("ソフトウェア製品　脆弱性関連情報の届出", ReportKind::Product),
            ("ウェブアプリケーション脆弱性関連情報届出様式", ReportKind::Website),
            ("ソフトウエア製品開発者による脆弱性関連情報届出様式", ReportKind::OwnProduct),
            ("Report of a vulnerability in a software product", ReportKind::Product),
            ("Report of a vulnerability in a web site", ReportKind::Website),
            ("Report by the developer of a vulnerability in its own product", ReportKind::OwnProduct),
        ] {
            assert_eq!(title(text), Some(kind), "{text}");
        }
        assert_eq!(title("ソフトウエア製品の脆弱性関連情報を届出します。"), None);
    }

    #[test]
    fn columns_are_counted_in_half_widths() {
        assert_eq!(read("　 abc").indent, 3);
        assert_eq!(read(&"-".repeat(70)).kind, Kind::Rule);
        assert_eq!(read("-----").kind, Kind::Plain(Marker::Bullet));
    }
}
