//! Taking a report in: sealed, numbered, durable.

use crate::Outcome;
use crate::cases::received;
use crate::figures::again;
use crate::partnership::Partnership;
use crate::table::{Row, Unit};

/// The rows of a report's arrival.
pub async fn rows(partnership: &Partnership) -> Outcome<Vec<Row>> {
    eprintln!("taking reports in …");
    let mut number = 0;
    let cost = again(async || {
        number += 1;
        received(partnership, number).await.map(drop)
    })
    .await?;
    let what = "report accepted and durable (fsync)";
    Ok(vec![
        Row::of(what, Some(5.0), Unit::Ms, Ok(cost.cpu_ms), "CPU; the office's command, without its HTTP form"),
        Row::of(what, Some(5.0), Unit::Ms, Ok(cost.wall_ms), "on the wall, one after the other, on this disk"),
    ])
}
