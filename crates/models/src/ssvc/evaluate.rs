//! Evaluation: what a table says to inputs, whole or in part.

use std::collections::BTreeMap;

use thiserror::Error;

use super::point::Point;
use super::table::Table;
use super::tables;

/// What is given: values by the key of their decision point (`RP`). Several values are "one of these".
pub type Inputs = BTreeMap<String, Vec<String>>;

/// What a table says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every input was given: this outcome.
    One(String),
    /// Something is open: one of these, the least urgent first.
    OneOf(Vec<String>),
}

impl Outcome {
    /// The outcomes that are possible.
    #[must_use]
    pub fn possible(&self) -> &[String] {
        match self {
            Outcome::One(one) => std::slice::from_ref(one),
            Outcome::OneOf(several) => several,
        }
    }
}

/// Why inputs cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum InputError {
    /// The table does not ask that.
    #[error("the table does not ask {0}")]
    NotAsked(String),
    /// The decision point has no such value.
    #[error("{point} has no value {value}; it has {known}")]
    UnknownValue {
        /// Key of the decision point.
        point: String,
        /// The value.
        value: String,
        /// The values that it has.
        known: String,
    },
    /// A decision point is given without any value.
    #[error("{0} is given without a value")]
    NoValue(String),
}

/// What a table says to inputs. An input that is missing is derived where a table of ours derives it (`U` from `A`
/// and `VD`, `PSI` from `SI`, `HI` from `SI` and `MI`), else every value of it is possible.
///
/// # Errors
/// When something is given that neither the table nor a derivation asks, or a value that does not exist.
pub fn evaluate(table: &Table, given: &Inputs) -> Result<Outcome, InputError> {
    let mut used: Vec<&str> = Vec::new();
    let mut columns = Vec::new();
    for input in &table.inputs {
        columns.push(column(input, given, &mut used)?);
    }
    match given.keys().find(|key| !used.contains(&key.as_str())) {
        Some(unused) => Err(InputError::NotAsked(unused.clone())),
        None => Ok(answer(table, &columns)),
    }
}

/// The values that an input may have, noting what was used to say so.
fn column<'a>(input: &'a Point, given: &Inputs, used: &mut Vec<&'a str>) -> Result<Vec<String>, InputError> {
    let deriving = tables().iter().find(|table| table.outcome.id == input.id);
    let sources = deriving.map(|table| table.inputs.as_slice()).unwrap_or_default();
    if given.contains_key(input.key()) {
        used.push(input.key());
        return values(input, given);
    }
    let derivable = sources.iter().any(|source| given.contains_key(source.key()));
    let (true, Some(table)) = (derivable, deriving) else { return values(input, given) };
    used.extend(sources.iter().map(|source| source.key()));
    let columns = sources.iter().map(|source| values(source, given)).collect::<Result<Vec<_>, _>>()?;
    Ok(answer(table, &columns).possible().to_vec())
}

/// The values given for a decision point; all of them when none is.
fn values(point: &Point, given: &Inputs) -> Result<Vec<String>, InputError> {
    let Some(values) = given.get(point.key()) else {
        return Ok(point.values.iter().map(|value| value.key.clone()).collect());
    };
    if values.is_empty() {
        return Err(InputError::NoValue(point.key().to_owned()));
    }
    match values.iter().find(|value| point.place(value).is_none()) {
        Some(unknown) => Err(InputError::UnknownValue {
            point: point.key().to_owned(),
            value: unknown.clone(),
            known: point.values.iter().map(|value| value.key.as_str()).collect::<Vec<_>>().join(", "),
        }),
        None => Ok(values.clone()),
    }
}

fn answer(table: &Table, columns: &[Vec<String>]) -> Outcome {
    let fits = |values: &[String]| values.iter().zip(columns).all(|(value, possible)| possible.contains(value));
    let found: Vec<&str> = table.rows.iter().filter(|row| fits(&row.values)).map(|row| row.outcome.as_str()).collect();
    let in_order = table.outcome.values.iter().filter(|value| found.contains(&value.key.as_str()));
    let possible: Vec<String> = in_order.map(|value| value.key.clone()).collect();
    let decided = columns.iter().all(|values| values.len() == 1);
    match (decided, possible.first()) {
        (true, Some(one)) => Outcome::One(one.clone()),
        _ => Outcome::OneOf(possible),
    }
}
