//! `noroshi cve …`: CVE numbers and records as a CNA.

use casework::advisory_check::cve_number;
use casework::cve::{CveLine, Written};
use casework::{Error, Office};

use crate::cli::CveCommand;
use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::Place;

/// Does what was asked.
///
/// # Errors
/// What the settings lack, or what the CVE Services refused.
pub async fn run(place: &Place, command: CveCommand) -> Outcome {
    let office = place.office().await?;
    let done = act(&office, command).await;
    office.store().clone().close().await;
    done
}

async fn act(office: &Office, command: CveCommand) -> Outcome {
    match command {
        CveCommand::Reserve { amount, year } => office.reserve_cve(amount, year).await?.iter().for_each(out::line),
        CveCommand::List { refresh } => {
            if refresh {
                office.refresh_cve().await?;
            }
            office.cve_lines().await?.iter().for_each(|line| out::line(told(line)));
        }
        CveCommand::Publish { id } | CveCommand::Update { id } => {
            let id = number(&id)?;
            let written = office.publish_cve(&id).await.map_err(|error| ours(error, &id))?;
            out::line(match written {
                Written::Created => format!("{id}: the record is published"),
                Written::Updated => format!("{id}: the record is updated"),
                Written::Same => format!("{id}: the record says the same already"),
            });
        }
        CveCommand::Reject { id, reason, replaced_by } => {
            let id = number(&id)?;
            let others = replaced_by.iter().map(|other| number(other)).collect::<Outcome<Vec<_>>>()?;
            office.reject_cve(&id, &reason, others).await.map_err(|error| ours(error, &id))?;
            out::line(format!("{id}: rejected"));
        }
    }
    Ok(())
}

fn number(typed: &str) -> Outcome<String> {
    cve_number(typed).ok_or_else(|| Failure::new(format!("{typed} is no CVE number, such as CVE-2026-12345")))
}

fn ours(error: Error, id: &str) -> Failure {
    match error {
        Error::NotFound => Failure::new(format!("{id} is none of our numbers; see `noroshi cve list --refresh`")),
        other => other.into(),
    }
}

fn told(line: &CveLine) -> String {
    let kept = if line.case.is_some() { "kept" } else { "free" };
    let written = line.written_at.map_or_else(|| "-".to_owned(), |at| at.to_string());
    let trouble = line.trouble.as_deref().unwrap_or("-");
    [line.id.as_str(), &line.state, kept, &written, trouble].join("\t")
}
