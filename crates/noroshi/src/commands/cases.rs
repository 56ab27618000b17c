//! `noroshi case export`: a case in the words of another model.

use casework::Error;

use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::Place;

/// Writes the Vultron state of a case as JSON.
///
/// # Errors
/// When there is no case with this number.
pub async fn vultron(place: &Place, number: &str) -> Outcome {
    let office = place.office().await?;
    let model = office.vultron(number).await;
    office.store().clone().close().await;
    let model = model.map_err(|error| match error {
        Error::NotFound => Failure::new(format!("There is no case {number}")),
        other => other.into(),
    })?;
    out::line(serde_json::to_string_pretty(&model).expect("states are plain data"));
    Ok(())
}
