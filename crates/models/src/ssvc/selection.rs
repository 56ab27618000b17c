//! The exchange form of an assessment: SelectionList, schema 2.0.0.

use jiff::Timestamp;
use serde::Serialize;

use super::evaluate::{InputError, Inputs, evaluate};
use super::point::{Point, part};
use super::table::Table;

/// What was selected from decision points, at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SelectionList {
    /// When.
    pub timestamp: Timestamp,
    /// `2.0.0`.
    #[serde(rename = "schemaVersion")]
    pub schema_version: &'static str,
    /// What is assessed: numbers of reports, cases, advisories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub target_ids: Vec<String>,
    /// One for each decision point; several values mean that it is not decided yet.
    pub selections: Vec<Selection>,
}

/// The values selected from one decision point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Selection {
    /// `ssvc`.
    pub namespace: String,
    /// `RP`.
    pub key: String,
    /// `1.0.0`.
    pub version: String,
    /// At least one.
    pub values: Vec<SelectedValue>,
}

/// A selected value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SelectedValue {
    /// Its key.
    pub key: String,
}

impl Selection {
    fn new(point: &Point, values: impl IntoIterator<Item = String>) -> Self {
        Selection {
            namespace: part(&point.id, 0).to_owned(),
            key: point.key().to_owned(),
            version: part(&point.id, 2).to_owned(),
            values: values.into_iter().map(|key| SelectedValue { key }).collect(),
        }
    }
}

impl SelectionList {
    /// What was given to a table and what it says to that. Inputs that were not given are left out: nothing was
    /// selected there.
    ///
    /// # Errors
    /// As [`evaluate`].
    pub fn new(table: &Table, given: &Inputs, targets: Vec<String>, at: Timestamp) -> Result<Self, InputError> {
        let outcome = evaluate(table, given)?;
        let selected = table
            .inputs
            .iter()
            .filter_map(|input| given.get(input.key()).map(|values| Selection::new(input, values.iter().cloned())));
        let said = Selection::new(table.outcome, outcome.possible().iter().cloned());
        let selections = selected.chain([said]).collect();
        Ok(SelectionList { timestamp: at, schema_version: "2.0.0", target_ids: targets, selections })
    }
}
