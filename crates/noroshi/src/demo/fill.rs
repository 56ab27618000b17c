//! Filling the demo: people, developers, cases, with a clock that moves through the past weeks.

use std::path::Path;
use std::sync::Arc;

use casework::Office;
use casework::clock::{Clock, ManualClock};
use jiff::Timestamp;
use rulebook::developer::DeveloperEntry;
use rulebook::party::{Party, Role};
use store::Store;

use super::note::Note;
use super::partnership;
use super::people::{PEOPLE, Part};
use crate::failure::Outcome;
use crate::place::office;

/// Fills an empty store up to `now`.
pub async fn fill(store: Store, folder: &Path, base_url: &str, now: Timestamp) -> Outcome<Note> {
    let _ = folder;
    let clock = ManualClock::new(partnership::begin(now));
    let shared: Arc<dyn Clock> = Arc::new(clock.clone());
    let mut config = partnership::config();
    config.web.base_url = base_url.to_owned();
    let office = office(store, config.settings(), shared.clone(), shared)?;
    make_people(&office).await?;
    clock.set(now);
    office.store().clone().close().await;
    Ok(Note { report: String::new(), secret: String::new() })
}

async fn make_people(office: &Office) -> Outcome {
    let coordinator = casework::Actor::bearer(Party::Coordinator);
    for somebody in &PEOPLE {
        let role = match somebody.part {
            Part::Desk => Role::ReceivingDesk,
            Part::Coordinator => Role::Coordinator,
            Part::Administrator => Role::Administrator,
            Part::Developer(key) => {
                let entry = DeveloperEntry { name: key.into(), ..DeveloperEntry::default() };
                Role::DeveloperMember(office.register_developer(coordinator, entry).await?)
            }
        };
        office.add_account(somebody.account(role)).await?;
    }
    Ok(())
}
