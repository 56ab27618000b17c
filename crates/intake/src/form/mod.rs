//! The text of a form, item by item: which label asks what, and where each answer ends.
//!
//! People send forms with other widths, numbers, orders and line breaks than the blank one had. Only structure is
//! read loosely; what stands in an answer is kept as it was written.

mod day;
mod fill;
mod items;
mod labels;
mod lines;
mod ticks;
mod unwrap;

pub use fill::fill;
pub use lines::named_kind;

use std::collections::HashSet;

use items::{Item, Shape};
use lines::{Kind, Label, Line, Marker};
use rulebook::report::form::ReportKind;

/// What was read before it is put into a form.
#[derive(Debug, Default)]
pub struct Reading {
    /// The form that the title names.
    pub title: Option<ReportKind>,
    /// A second form follows in the same text. It was not read.
    pub second_form: bool,
    /// Answers in the order of the text; empty ones too.
    entries: Vec<Entry>,
    /// Lines between the answers that belong to none.
    unplaced: Vec<String>,
    /// Labels written in ASCII.
    english: usize,
}

/// An item with what was written to it.
#[derive(Debug)]
struct Entry {
    item: Item,
    label: String,
    value: String,
}

impl Reading {
    /// The form this is: by its title, else by what it asks.
    #[must_use]
    pub fn kind(&self) -> Option<ReportKind> {
        self.title.or_else(|| self.kind_by_items())
    }

    /// How many items were found.
    #[must_use]
    pub fn items(&self) -> usize {
        self.entries.iter().filter(|entry| entry.item.shape() != Shape::Heading).count()
    }

    fn kind_by_items(&self) -> Option<ReportKind> {
        if self.items() < 3 {
            return None;
        }
        let asks = |items: &[Item]| self.entries.iter().any(|entry| items.contains(&entry.item));
        if asks(&[Item::DeveloperName, Item::AllUsersTold, Item::OwnPage, Item::WishedDay]) {
            return Some(ReportKind::OwnProduct);
        }
        if asks(&[Item::WebsiteUrl, Item::HowFound, Item::WhyVulnerability]) {
            return Some(ReportKind::Website);
        }
        asks(&[Item::ProductName, Item::ProductHeading, Item::ProductVersion, Item::Steps])
            .then_some(ReportKind::Product)
    }
}

/// Reads a text, whatever it is. `text` is tidy (see [`crate::plain::tidy`]).
#[must_use]
pub fn read(text: &str) -> Reading {
    let text = unwrap::signed(text);
    let text = unwrap::quoted(&text);
    let lines: Vec<Line<'_>> = text.lines().map(lines::read).collect();
    let start = title_line(&lines).map_or(0, |at| at + 1);
    let mut reader =
        Reader { reading: Reading::default(), asked: false, answered: HashSet::new(), open: None, section: None };
    if start > 0
        && let Kind::Title(kind) = lines[start - 1].kind
    {
        reader.reading.title = Some(kind);
    }
    reader.run(&lines[start..]);
    reader.reading
}

/// The last title before the first numbered label: what stands above it is a letter.
fn title_line(lines: &[Line<'_>]) -> Option<usize> {
    let is_title = |line: &Line<'_>| matches!(line.kind, Kind::Title(_));
    let first = lines.iter().position(is_title)?;
    let labels = |line: &Line<'_>| matches!(line.kind, Kind::Label(label) if label.item != Item::Heading);
    let end = lines[first..].iter().position(labels).map_or(lines.len(), |at| first + at);
    lines[..end].iter().rposition(is_title)
}

/// The last label of the form. A signature may hold words like labels, but does not number them.
fn last_label(lines: &[Line<'_>]) -> usize {
    let stands_out = |line: &Line<'_>| matches!(line.kind, Kind::Label(label) if label.marker.stands_out());
    let any = |line: &Line<'_>| matches!(line.kind, Kind::Label(_));
    lines.iter().rposition(stands_out).or_else(|| lines.iter().rposition(any)).unwrap_or(0)
}

/// For each line, whether the next one with anything but a rule on it is a label, a title or the end.
fn before_label(lines: &[Line<'_>]) -> Vec<bool> {
    let mut next_is_new = true;
    let mut found = vec![true; lines.len()];
    for (at, line) in lines.iter().enumerate().rev() {
        found[at] = next_is_new;
        if !matches!(line.kind, Kind::Blank | Kind::Rule) {
            next_is_new = matches!(line.kind, Kind::Label(_) | Kind::Title(_));
        }
    }
    found
}

/// The answer that is being read.
struct Open {
    item: Item,
    label: String,
    indent: usize,
    marker: Marker,
    /// What stands beside the label, and the lines below.
    lines: Vec<String>,
    gap: bool,
    /// The last line is so long that a mailer may have broken it.
    full: bool,
}

impl Open {
    fn is_empty(&self) -> bool {
        self.lines.iter().all(|line| line.trim().is_empty())
    }

    fn shape(&self) -> Shape {
        self.item.shape()
    }
}

struct Reader {
    reading: Reading,
    /// Some item was found.
    asked: bool,
    /// Items with an answer.
    answered: HashSet<Item>,
    open: Option<Open>,
    section: Option<Item>,
}

impl Reader {
    fn run(&mut self, lines: &[Line<'_>]) {
        let last_label = last_label(lines);
        let before_label = before_label(lines);
        let mut after_rule = false;
        for (at, line) in lines.iter().enumerate() {
            let is_signature = line.raw == "-- " && at > last_label;
            let is_end = line.kind == Kind::Rule && at > last_label && self.open.is_some();
            if is_signature || is_end {
                break;
            }
            match line.kind {
                Kind::Blank => self.blank(),
                Kind::Rule if self.divides(before_label[at]) => self.close(),
                Kind::Title(_) if after_rule && self.asked => {
                    self.reading.second_form = true;
                    break;
                }
                Kind::Label(label) if self.begins(&label, line.indent) => self.begin(&label, line),
                kind => self.text(line, kind),
            }
            after_rule = line.kind == Kind::Rule || (after_rule && line.kind == Kind::Blank);
        }
        self.close();
    }

    /// A rule divides when something new follows it; else it belongs to the text around it.
    fn divides(&self, before_label: bool) -> bool {
        before_label || self.open.as_ref().is_none_or(|open| open.shape() != Shape::Text)
    }

    fn blank(&mut self) {
        if let Some(open) = &mut self.open {
            open.gap = true;
            open.lines.push(String::new());
        }
    }

    /// Whether what looks like a label is one here. Inside free text only what stands out is.
    fn begins(&self, label: &Label<'_>, indent: usize) -> bool {
        let Some(open) = &self.open else { return true };
        if open.shape() != Shape::Text {
            return true;
        }
        if indent > open.indent + 1
            || (label.marker == Marker::Sub && open.marker != Marker::Sub && !label.item.is_consent())
        {
            return false;
        }
        let numbered = label.marker.stands_out();
        if label.item.shape() == Shape::Heading {
            return numbered || open.marker == Marker::None;
        }
        let answered = open.item == label.item || self.answered.contains(&label.item);
        !answered && (numbered || !label.item.is_weak())
    }

    fn begin(&mut self, label: &Label<'_>, line: &Line<'_>) {
        self.close();
        self.reading.english += usize::from(label.english);
        let item = self.in_section(label);
        let lines = vec![label.value.to_owned()];
        let name = label.name.to_owned();
        self.open = Some(Open {
            item,
            label: name,
            indent: line.indent,
            marker: label.marker,
            lines,
            gap: false,
            full: line.is_full(),
        });
    }

    /// その他 of the last sections speaks to the desk, その他 under the vulnerability about the vulnerability.
    fn in_section(&mut self, label: &Label<'_>) -> Item {
        if matches!(label.item, Item::ReportedElsewhere | Item::Encryption | Item::ContactMethod) {
            self.section = Some(Item::Remarks);
        }
        match (label.item, self.section) {
            (Item::Notes, Some(Item::Remarks)) => Item::Remarks,
            (item, _) => item,
        }
    }

    /// A line that begins nothing: it goes on with the open answer, or belongs to none.
    fn text(&mut self, line: &Line<'_>, kind: Kind<'_>) {
        if let Some(open) = &mut self.open {
            let deeper = line.indent > open.indent;
            let new_item = matches!(kind, Kind::Plain(Marker::Item | Marker::Section)) && !deeper;
            let goes_on = match open.shape() {
                Shape::Text => true,
                Shape::Heading if open.item == Item::Heading => false,
                Shape::Lines => !open.gap && !new_item,
                Shape::Choice => (!open.gap || deeper) && !new_item,
                Shape::Line | Shape::Heading => !open.gap && !new_item && (deeper || open.full || open.is_empty()),
            };
            if goes_on {
                open.full = line.is_full();
                return open.lines.push(line.raw.to_owned());
            }
        }
        self.close();
        let started = !self.reading.entries.is_empty();
        if started && line.kind != Kind::Rule {
            self.reading.unplaced.push(line.raw.trim().to_owned());
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let value = joined(&open);
        self.asked |= open.shape() != Shape::Heading;
        if !value.is_empty() {
            self.answered.insert(open.item);
        }
        self.reading.entries.push(Entry { item: open.item, label: open.label, value });
    }
}

/// The lines of an answer as one value: blank ends cut, common indentation of the following lines removed.
fn joined(open: &Open) -> String {
    let Some((first, following)) = open.lines.split_first() else { return String::new() };
    let width = |line: &str| line.chars().take_while(|c| c.is_whitespace()).count();
    let common = following.iter().filter(|line| !line.trim().is_empty()).map(|line| width(line)).min().unwrap_or(0);
    let cut = following.iter().map(|line| match line.char_indices().nth(common) {
        Some((at, _)) => line[at..].trim_end(),
        None => line.trim(),
    });
    let lines: Vec<&str> = std::iter::once(first.trim_end()).chain(cut).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}
