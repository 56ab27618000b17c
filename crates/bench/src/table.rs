//! The table: what, budget, measured, ratio, how.

use crate::figures::Figure;

/// A figure beside its budget.
pub struct Row {
    what: String,
    budget: Option<f64>,
    unit: Unit,
    measured: Result<Figure, String>,
    how: String,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Milliseconds.
    Ms,
    /// Seconds.
    Seconds,
    /// Megabytes of 2^20 bytes.
    Mb,
    /// Statements sent to the database.
    Queries,
    /// So many times as much.
    Times,
}

impl Row {
    /// A row. What was not measured says why; what is levelled says so, and what was measured.
    pub fn of<F: Into<Figure>>(
        what: &str,
        budget: Option<f64>,
        unit: Unit,
        measured: Result<F, String>,
        how: &str,
    ) -> Row {
        Row { what: what.to_owned(), budget, unit, measured: measured.map(Into::into), how: how.to_owned() }
    }

    fn cells(&self) -> [String; 5] {
        let budget = self.budget.map_or_else(|| "–".to_owned(), |budget| format!("≤ {}", self.unit.budget(budget)));
        let ratio = match (self.budget, &self.measured) {
            (Some(budget), Ok(measured)) => over(measured.shown().0 / budget),
            _ => "–".to_owned(),
        };
        let (measured, how) = match self.measured.as_ref().map(|figure| figure.shown()) {
            Ok((value, None)) => (self.unit.figure(value), self.how.clone()),
            Ok((value, Some(loud))) => {
                let how = format!("{}; levelled, {} while it was loud", self.how, self.unit.figure(loud));
                (format!("≈ {}", self.unit.figure(value)), how)
            }
            Err(why) => ("not measured".to_owned(), why.clone()),
        };
        [self.what.clone(), budget, measured, ratio, how]
    }
}

fn over(ratio: f64) -> String {
    let mark = if ratio > 1.0 { " over" } else { "" };
    format!("{ratio:.2}{mark}")
}

impl Unit {
    const fn word(self) -> &'static str {
        match self {
            Unit::Ms => " ms",
            Unit::Seconds => " s",
            Unit::Mb => " MB",
            Unit::Queries => " queries",
            Unit::Times => " ×",
        }
    }

    fn budget(self, value: f64) -> String {
        format!("{value}{}", self.word())
    }

    fn figure(self, value: f64) -> String {
        let word = self.word();
        match self {
            Unit::Ms if value < 0.0005 => format!("< 0.001{word}"),
            Unit::Ms if value < 1.0 => format!("{value:.3}{word}"),
            Unit::Ms | Unit::Seconds | Unit::Times => format!("{value:.2}{word}"),
            Unit::Queries => format!("{}{word}", (value * 10.0).round() / 10.0),
            Unit::Mb => format!("{value:.0}{word}"),
        }
    }
}

/// The table with its notes, as Markdown that also lines up on a terminal.
pub fn render(rows: &[Row], notes: &[&str]) -> String {
    let heads = ["what", "budget", "measured", "ratio", "how"].map(str::to_owned);
    let lines: Vec<[String; 5]> = std::iter::once(heads).chain(rows.iter().map(Row::cells)).collect();
    let width = |column: usize| lines.iter().map(|cells| cells[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 5] = std::array::from_fn(width);
    let line = |cells: &[String; 5]| {
        let padded = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths.map(|width| "-".repeat(width + 2)).join("|");
    let mut text = format!("\n{}\n|{rule}|\n", line(&lines[0]));
    for cells in &lines[1..] {
        text += &line(cells);
        text.push('\n');
    }
    for note in notes {
        text += &format!("\n{note}.");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_figure_budget_and_ratio_or_why_not() {
        let rows = [
            Row::of("a page", Some(0.5), Unit::Ms, Ok(0.1), "asked for"),
            Row::of("a list", Some(3.0), Unit::Queries, Ok(4.5), "counted"),
            Row::of::<f64>("a start", Some(2.0), Unit::Seconds, Err("the program is not built".into()), "started"),
        ];
        let text = render(&rows, &["two cores"]);
        let lines: Vec<&str> = text.trim().lines().collect();
        assert_eq!(lines[2], "| a page  | ≤ 0.5 ms    | 0.100 ms     | 0.20      | asked for                |");
        assert_eq!(lines[3], "| a list  | ≤ 3 queries | 4.5 queries  | 1.50 over | counted                  |");
        assert_eq!(lines[4], "| a start | ≤ 2 s       | not measured | –         | the program is not built |");
        assert_eq!(lines.last(), Some(&"two cores."));
    }
}
