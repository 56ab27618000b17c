//! `noroshi account`: the first account of an installation, and those after it (decision 18).

use casework::accounts::{Credentials, NewAccount};
use casework::{Actor, Office};
use rulebook::case::judgement::Field;
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::member::Appointment;
use rulebook::party::{Party, Role};
use rulebook::text::Language;

use crate::cli::{AccountCommand, AppointmentArgs, FieldName, LanguageName, NewAccountArgs, RoleName};
use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::Place;

/// Does one of the commands.
///
/// # Errors
/// What could not be done, and why.
pub async fn run(place: &Place, command: AccountCommand) -> Outcome {
    let office = place.office().await?;
    let done = match command {
        AccountCommand::Add(new) => add(&office, new).await,
        AccountCommand::Appoint { login, term } => appoint(&office, &login, term).await,
        AccountCommand::List => list(&office).await,
        AccountCommand::Close { login } => close(&office, &login).await,
        AccountCommand::NewCode { login } => new_code(&office, &login).await,
    };
    office.store().clone().close().await;
    done
}

async fn add(office: &Office, new: NewAccountArgs) -> Outcome {
    let role = match new.role {
        RoleName::ReceivingDesk => Role::ReceivingDesk,
        RoleName::Coordinator => Role::Coordinator,
        RoleName::Administrator => Role::Administrator,
        RoleName::Auditor => Role::Auditor,
        RoleName::CommitteeMember => Role::CommitteeMember,
        RoleName::Developer => Role::DeveloperMember(developer(office, &new.developer.unwrap_or_default()).await?),
    };
    let language = if new.language == LanguageName::Ja { Language::Ja } else { Language::En };
    let account = NewAccount { login: new.login.clone(), name: new.name, mail: new.mail, role, language };
    let given = match role {
        Role::CommitteeMember => office.add_member(account, appointment(new.term)?).await?,
        _ => office.add_account(account).await?,
    };
    out::line(format!("Made the account {}. This is shown once:", new.login));
    out::line(format!("  password  {}", given.password));
    tell_code(&given);
    Ok(())
}

/// The appointment that was asked for.
fn appointment(term: AppointmentArgs) -> Outcome<Appointment> {
    let AppointmentArgs { field: Some(field), affiliation: Some(affiliation), from: Some(from), until } = term else {
        return Err(Failure::new("A committee member is appointed with --field, --affiliation and --from"));
    };
    let field = match field {
        FieldName::Neutral => Field::Neutral,
        FieldName::Law => Field::Law,
        FieldName::Security => Field::Security,
        FieldName::Product => Field::Product,
    };
    Ok(Appointment { field, affiliation, from, until })
}

async fn appoint(office: &Office, login: &str, term: AppointmentArgs) -> Outcome {
    let appointment = appointment(term)?;
    let id = account(office, login).await?;
    match office.appoint(id, appointment).await {
        Err(casework::Error::NotFound) => {
            Err(Failure::new(format!("{login} is no open account of a committee member")))
        }
        other => {
            other?;
            out::line(format!("Appointed {login}; its sessions have ended."));
            Ok(())
        }
    }
}

fn tell_code(given: &Credentials) {
    out::line(format!("  secret    {}", given.totp));
    out::line(format!("  {}", given.totp_url));
    out::line("Enter the secret, or the address as a QR code, into an authenticator app.");
}

/// The developer of this id or name.
async fn developer(office: &Office, named: &str) -> Outcome<DeveloperId> {
    let listed = office.developers(Actor::bearer(Party::Coordinator)).await?;
    let fits = |card: &casework::project::DeveloperCard, id: &DeveloperId| {
        [&card.name, &card.name_en].iter().any(|name| name.trim() == named.trim()) || id.to_string() == named
    };
    let mut found = listed.iter().filter(|(id, card)| fits(card, id)).map(|(id, _)| *id);
    match (found.next(), found.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => Err(Failure::new("Several developers in the register have this name; give the id")),
        (None, _) => {
            Err(Failure::new("No developer in the register has this name; the coordinator adds it there first"))
        }
    }
}

async fn list(office: &Office) -> Outcome {
    for (_, card, closed) in office.accounts().await? {
        let state = if closed { "closed" } else { "open" };
        out::line([&card.login, &card.role, state, &card.name, &card.mail].join("\t"));
    }
    Ok(())
}

async fn close(office: &Office, login: &str) -> Outcome {
    let id = account(office, login).await?;
    office.close_account(id).await?;
    out::line(format!("Closed the account {login}; its sessions have ended."));
    Ok(())
}

async fn new_code(office: &Office, login: &str) -> Outcome {
    let id = account(office, login).await?;
    let given = office.replace_totp(id).await?;
    out::line(format!(
        "The account {login} has a new authenticator secret; its sessions have ended. This is shown once:"
    ));
    tell_code(&given);
    Ok(())
}

async fn account(office: &Office, login: &str) -> Outcome<AccountId> {
    let found = office.store().holder("login", login).await?;
    found.map(AccountId).ok_or_else(|| Failure::new(format!("There is no account {login}; see `noroshi account list`")))
}
