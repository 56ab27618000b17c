//! Filling the demo: people, developers, then everything that happened, at its time.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use casework::Actor;
use casework::Office;
use casework::clock::{Clock, ManualClock};
use casework::mail::Postman;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rulebook::case::judgement::Field;
use rulebook::developer::DeveloperEntry;
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::member::Appointment;
use rulebook::party::{Party, Role};
use store::Store;

use super::data::{Maker, World};
use super::note::Note;
use super::people::{PEOPLE, Part};
use super::sites::SiteProgress;
use super::world::{Progress, Stage};
use super::{partnership, plan};
use crate::failure::{Failure, Outcome};
use crate::place::office;

/// Fills an empty store up to `now`, by the commands that people have.
///
/// # Errors
/// When a command is refused: the demo goes only where the rules let it.
pub async fn fill(store: Store, folder: &Path, base_url: &str, now: Timestamp) -> Outcome<Note> {
    let begin = partnership::begin(now);
    let clock = ManualClock::new(begin);
    let shared: Arc<dyn Clock> = Arc::new(clock.clone());
    let mut config = partnership::config();
    config.web.base_url = base_url.to_owned();
    let office = office(store, config.settings(), shared.clone(), shared)?;
    let world = World::read()?;
    let calendar = casework::editions::calendar()?;
    let offset = office.edition_in_force().utc_offset_hours;
    let developers = register(&office, &world).await?;
    let (accounts, members) = people(&office, &developers).await?;
    let steps = plan::plan(&world, &calendar, now, offset)?;
    let progress = world.stories.iter().map(|_| Progress::default()).collect();
    let sites = world.sites.iter().map(|_| SiteProgress::default()).collect();
    let postman = Postman::Folder(folder.join(&config.mail.folder));
    let mut stage =
        Stage { office, clock, calendar, world, postman, accounts, members, developers, progress, sites, offset };
    stage.play(&steps, begin, now).await?;
    stage.arrive().await?;
    stage.end().await?;
    stage.reach_out().await?;
    stage.flood().await?;
    let receipt = stage.receipt().ok_or_else(|| Failure::new("no report of the demo can be followed"))?;
    let note = Note { report: receipt.number.clone(), secret: receipt.secret.clone() };
    stage.office.store().clone().close().await;
    Ok(note)
}

async fn register(office: &Office, world: &World) -> Outcome<BTreeMap<String, DeveloperId>> {
    let coordinator = Actor::bearer(Party::Coordinator);
    let mut developers = BTreeMap::new();
    for (key, maker) in &world.makers {
        let id = office.register_developer(coordinator, entry(maker)).await?;
        developers.insert(key.clone(), id);
    }
    Ok(developers)
}

fn entry(maker: &Maker) -> DeveloperEntry {
    DeveloperEntry {
        name: maker.name.clone(),
        name_en: maker.name_en.clone(),
        reading: maker.reading.clone(),
        manager: maker.manager.clone(),
        mail: maker.mail.clone(),
        phone: maker.phone.clone(),
        fax: String::new(),
        address: maker.address.clone(),
        website: maker.website.clone(),
        products: maker.products.iter().map(|product| product.name(maker.language).to_owned()).collect(),
        support_ends: Vec::new(),
        listed: maker.listed,
        direct_window: maker.direct.clone(),
        language: maker.language,
        notes: maker.notes.clone(),
    }
}

/// Accounts by login name, and those of developers by the developer's key.
type Accounts = (BTreeMap<&'static str, AccountId>, BTreeMap<String, AccountId>);

async fn people(office: &Office, developers: &BTreeMap<String, DeveloperId>) -> Outcome<Accounts> {
    let (mut accounts, mut members) = (BTreeMap::new(), BTreeMap::new());
    for somebody in &PEOPLE {
        let role = match somebody.part {
            Part::Desk => Role::ReceivingDesk,
            Part::Coordinator => Role::Coordinator,
            Part::Administrator => Role::Administrator,
            Part::Auditor => Role::Auditor,
            Part::Member(..) => Role::CommitteeMember,
            Part::Developer(key) => {
                let id = developers.get(key).copied();
                Role::DeveloperMember(id.ok_or_else(|| Failure::new(format!("{key} is not in the register")))?)
            }
        };
        let given = match somebody.part {
            Part::Member(field, affiliation) => {
                let appointment = appointment(office.now().today, field, affiliation);
                office.add_member(somebody.account(role), appointment).await?
            }
            _ => office.add_account(somebody.account(role)).await?,
        };
        let id = given.id;
        accounts.insert(somebody.login, id);
        if let Part::Developer(key) = somebody.part {
            members.insert(key.to_owned(), id);
        }
    }
    Ok((accounts, members))
}

/// An appointment for two years, from the first day of the demo on.
fn appointment(from: Date, field: Field, affiliation: &str) -> Appointment {
    let until = Some(from.saturating_add(2.years()));
    Appointment { field, affiliation: affiliation.to_owned(), from, until }
}
