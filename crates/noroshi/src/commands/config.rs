//! `noroshi config check`: every value, where it comes from, and what one should know about it.

use crate::config::{Config, Origin};
use crate::failure::Outcome;
use crate::out;
use crate::place::{Place, environment};

/// Shows the settings.
///
/// # Errors
/// The first value that cannot be used.
pub fn check(place: &Place) -> Outcome {
    let loaded = place.load()?;
    match &loaded.file {
        Some(file) => out::line(format!("# {}", file.display())),
        None => out::line("# There is no settings file: every value is the default or comes from the environment."),
    }
    for value in &loaded.values.0 {
        let origin = match &value.origin {
            Origin::Default => "default".to_owned(),
            Origin::File => "file".to_owned(),
            Origin::Environment(name) => name.clone(),
        };
        out::line(format!("{} = {}  # {origin}", value.name, value.shown()));
    }
    if place.database.is_some() {
        out::line("# database.url is what --database says.");
    }
    for note in notes(&loaded.config) {
        out::line(format!("# Note: {note}"));
    }
    for name in loaded.values.strangers(&environment()) {
        out::line(format!("# Note: {name} is in the environment and is no setting."));
    }
    out::line("# The settings can be used.");
    Ok(())
}

/// What works, but perhaps not as one thinks.
fn notes(config: &Config) -> Vec<&'static str> {
    let mail = &config.mail;
    let known = [
        (mail.smtp.is_empty() && mail.folder.is_empty(), "mail.smtp is empty: mails are kept and not sent."),
        (
            !mail.folder.is_empty() && mail.smtp.is_empty(),
            "mail.folder is for demos and tests: nobody gets these mails.",
        ),
        (mail.receiving_desk.is_empty(), "mail.receiving_desk is empty: the desk gets no notices by mail."),
        (mail.coordinator.is_empty(), "mail.coordinator is empty: the coordinator gets no notices by mail."),
        (!config.settings().is_https(), "web.base_url is not https, as CSAF asks of a provider."),
    ];
    known.into_iter().filter_map(|(holds, note)| holds.then_some(note)).collect()
}
