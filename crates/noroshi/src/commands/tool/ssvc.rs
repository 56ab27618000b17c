//! `noroshi tool ssvc`: a table and inputs → its outcome, or the outcomes that are possible when inputs are missing.

use std::collections::BTreeMap;

use models::ssvc::{Inputs, Outcome, evaluate, table, tables};
use serde::{Deserialize, Serialize};

/// A question.
#[derive(Deserialize)]
struct Asked {
    table: String,
    #[serde(default)]
    inputs: BTreeMap<String, Option<Given>>,
}

/// One value, or several of which one is right.
#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    One(String),
    OneOf(Vec<String>),
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Said {
    Outcome(String),
    Outcomes(Vec<String>),
}

/// Answers one question.
pub(super) fn answer(line: &str) -> Result<String, String> {
    let asked: Asked = super::read(line)?;
    let known = || tables().iter().map(|table| table.id.as_str()).collect::<Vec<_>>().join(", ");
    let table =
        table(&asked.table).ok_or_else(|| format!("there is no table {}; there are {}", asked.table, known()))?;
    let given = |(key, given): (String, Option<Given>)| {
        let values = match given? {
            Given::One(value) => vec![value],
            Given::OneOf(values) => values,
        };
        Some((key, values))
    };
    let inputs: Inputs = asked.inputs.into_iter().filter_map(given).collect();
    let said = match evaluate(table, &inputs).map_err(|error| error.to_string())? {
        Outcome::One(outcome) => Said::Outcome(outcome),
        Outcome::OneOf(outcomes) => Said::Outcomes(outcomes),
    };
    super::json(&said)
}
