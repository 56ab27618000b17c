//! Tables of counts: one line per thing counted, one column per range, and the same as CSV for who counts further.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

/// A table of counts; see [`counts`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/counts.html")]
pub struct Counts {
    caption: String,
    head: String,
    columns: Vec<String>,
    rows: Vec<Counted>,
}

/// A line: its name, and what was counted in each column.
#[derive(Clone, Debug)]
struct Counted {
    name: String,
    cells: Vec<(u64, Option<String>)>,
}

impl HtmlSafe for Counts {}

/// A table of counts: `head` is what its lines are, `columns` are its ranges.
#[must_use]
pub fn counts(
    caption: impl fmt::Display,
    head: impl fmt::Display,
    columns: impl IntoIterator<Item = impl fmt::Display>,
) -> Counts {
    let columns = columns.into_iter().map(|column| column.to_string()).collect();
    Counts { caption: caption.to_string(), head: head.to_string(), columns, rows: Vec::new() }
}

/// Ranges of whole numbers from their first ones, as columns name them: `0`, `4–5`, `301–`.
#[must_use]
pub fn ranges(firsts: &[i32]) -> Vec<String> {
    let range = |(place, first): (usize, &i32)| match firsts.get(place + 1) {
        Some(next) if *next == first + 1 => first.to_string(),
        Some(next) => format!("{first}–{}", next - 1),
        None => format!("{first}–"),
    };
    firsts.iter().enumerate().map(range).collect()
}

impl Counts {
    /// One more line.
    #[must_use]
    pub fn row(self, name: impl fmt::Display, counts: impl IntoIterator<Item = impl Into<u64>>) -> Self {
        self.linked(name, counts.into_iter().map(|count| (count.into(), None)))
    }

    /// One more line whose counts lead to what they count.
    #[must_use]
    pub fn linked(mut self, name: impl fmt::Display, cells: impl IntoIterator<Item = (u64, Option<String>)>) -> Self {
        self.rows.push(Counted { name: name.to_string(), cells: cells.into_iter().collect() });
        self
    }

    /// The table as lines of CSV: caption, line, column, count (RFC 4180).
    #[must_use]
    pub fn csv(&self) -> String {
        let mut text = String::new();
        for row in &self.rows {
            for (place, (count, _)) in row.cells.iter().enumerate() {
                let column = self.columns.get(place).map_or("", String::as_str);
                let cells = [quoted(&self.caption), quoted(&row.name), quoted(column), count.to_string()];
                text.push_str(&cells.join(","));
                text.push_str("\r\n");
            }
        }
        text
    }
}

/// A cell of CSV. A text that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_named_by_their_ends() {
        assert_eq!(ranges(&[0, 1, 4, 6, 301]), ["0", "1–3", "4–5", "6–300", "301–"]);
    }

    #[test]
    fn csv_is_one_line_per_count() {
        let table = counts("Days", "Kind", ["0", "1–"]).row("a \"b\"", [3_u64, 0]).row("=c", [1_u64, 2]);
        let expected = "\"Days\",\"a \"\"b\"\"\",\"0\",3\r\n\"Days\",\"a \"\"b\"\"\",\"1–\",0\r\n\"Days\",\"'=c\",\"0\",1\r\n\"Days\",\"'=c\",\"1–\",2\r\n";
        assert_eq!(table.csv(), expected);
    }
}
