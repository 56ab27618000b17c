//! A decision table: one outcome for each combination of values.

use thiserror::Error;

use super::point::{Point, point};

/// A decision table, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Namespace, key and version: `ssvc:DT_SP:1.0.0`.
    pub id: String,
    /// What it asks, in the order of its columns.
    pub inputs: Vec<&'static Point>,
    /// What it answers.
    pub outcome: &'static Point,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row: a value for each input, and the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Keys of values, in the order of the columns.
    pub values: Vec<String>,
    /// Key of the outcome.
    pub outcome: String,
}

/// Why a text is no table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// A column is no decision point that is known.
    #[error("there is no decision point {0}")]
    UnknownPoint(String),
    /// No column at all.
    #[error("the table has no columns")]
    Empty,
    /// A row has a wrong number of values, or one that its column does not know.
    #[error("line {0} has a value that its column does not know, or too few or too many values")]
    BadRow(usize),
    /// A combination is missing or there twice.
    #[error("the table has {found} different rows of {wanted}")]
    Incomplete {
        /// Different combinations.
        found: usize,
        /// All combinations.
        wanted: usize,
    },
}

impl Table {
    /// Reads a table from comma-separated text: the ids of the inputs and of the outcome, then a row for each
    /// combination of values.
    ///
    /// # Errors
    /// When a column is unknown, a row does not fit, or a combination is missing or there twice.
    pub fn read(id: &str, text: &str) -> Result<Table, TableError> {
        let mut lines = text.lines().enumerate();
        let (_, head) = lines.next().ok_or(TableError::Empty)?;
        let known = |id: &str| point(id).ok_or_else(|| TableError::UnknownPoint(id.to_owned()));
        let mut inputs = head.split(',').map(known).collect::<Result<Vec<&'static Point>, _>>()?;
        let outcome = inputs.pop().ok_or(TableError::Empty)?;
        let rows: Vec<Row> = lines
            .filter(|(_, line)| !line.is_empty())
            .map(|(number, line)| row(line, &inputs, outcome).ok_or(TableError::BadRow(number + 1)))
            .collect::<Result<_, _>>()?;
        let wanted = inputs.iter().map(|input| input.values.len()).product();
        let different: std::collections::BTreeSet<&Vec<String>> = rows.iter().map(|row| &row.values).collect();
        if different.len() != wanted || rows.len() != wanted {
            return Err(TableError::Incomplete { found: different.len(), wanted });
        }
        Ok(Table { id: id.to_owned(), inputs, outcome, rows })
    }
}

fn row(line: &str, inputs: &[&Point], outcome: &Point) -> Option<Row> {
    let mut values: Vec<String> = line.split(',').map(str::to_owned).collect();
    let answer = values.pop()?;
    let fits = values.len() == inputs.len()
        && inputs.iter().zip(&values).all(|(input, value)| input.place(value).is_some())
        && outcome.place(&answer).is_some();
    fits.then_some(Row { values, outcome: answer })
}
