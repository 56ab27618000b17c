//! The settings: one `noroshi.toml`, the environment over it, and the defaults under it.
//!
//! A value `mail.smtp` of the file is `NOROSHI_MAIL_SMTP` in the environment; lists are separated by commas there.

mod import;
mod merge;
mod sections;

use std::path::{Path, PathBuf};

use casework::Settings;
use serde::{Deserialize, Serialize};

pub use self::import::ImportSettings;
pub use self::merge::{Origin, Values};
pub use self::sections::{DatabaseSettings, IntakeSettings, LogFormat, LogSettings, MetricsSettings, ServerSettings};
use crate::failure::{Failure, Outcome};

/// Name of the settings file in the data folder.
pub const FILE_NAME: &str = "noroshi.toml";

/// Everything that can be set: the partnership's part, and the program's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// The partnership and its two bodies.
    pub partnership: casework::settings::PartnershipSettings,
    /// Where it is reached.
    pub web: casework::settings::WebSettings,
    /// Outgoing mail.
    pub mail: casework::settings::MailSettings,
    /// How long things are kept.
    pub retention: casework::settings::RetentionSettings,
    /// The coordinator's letters and public notices.
    pub letters: casework::settings::LetterSettings,
    /// CVE numbers as a CNA.
    pub cve: casework::cve::CveSettings,
    /// The receiving body's papers as the committee's secretariat.
    pub secretariat: casework::settings::SecretariatSettings,
    /// What machines are told.
    pub portal: casework::settings::PortalSettings,
    /// Mail that is taken in by itself.
    pub intake: IntakeSettings,
    /// Advisories of others.
    pub import: ImportSettings,
    /// How it listens.
    pub server: ServerSettings,
    /// Where the data are, if not in the folder.
    pub database: DatabaseSettings,
    /// What is written about its work.
    pub log: LogSettings,
    /// Figures for monitoring.
    pub metrics: MetricsSettings,
}

impl Config {
    /// The part that the office reads.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            partnership: self.partnership.clone(),
            web: self.web.clone(),
            mail: self.mail.clone(),
            retention: self.retention.clone(),
            letters: self.letters.clone(),
            cve: self.cve.clone(),
            secretariat: self.secretariat.clone(),
            portal: self.portal.clone(),
        }
    }

    /// Checks that the values can be used.
    ///
    /// # Errors
    /// The first value that cannot.
    pub fn check(&self) -> Outcome {
        self.settings().check()?;
        self.import.check()?;
        self.server.check()?;
        self.metrics.check()
    }
}

/// The settings with where each came from.
pub struct Loaded {
    /// The settings.
    pub config: Config,
    /// Every value by name.
    pub values: Values,
    /// The file that was read, if there is one.
    pub file: Option<PathBuf>,
}

/// Reads the settings of a folder: `named` is the file that the command line names, which then must be there.
///
/// # Errors
/// What cannot be read or used, naming file and value.
pub fn load(data: Option<&Path>, named: Option<&Path>, environment: &[(String, String)]) -> Outcome<Loaded> {
    let beside = data.map(|data| data.join(FILE_NAME)).filter(|file| file.exists());
    let file = named.map(Path::to_owned).or(beside);
    let text = match &file {
        Some(file) => std::fs::read_to_string(file).map_err(|error| {
            Failure::new(format!("the settings in {} cannot be read: {}", file.display(), error.kind()))
        })?,
        None => String::new(),
    };
    let name = file.as_deref().unwrap_or(Path::new(FILE_NAME));
    let values = Values::merge(name, &text, environment)?;
    let config = values.config(name)?;
    config.check()?;
    Ok(Loaded { config, values, file })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_file_is_valid_and_says_the_defaults() {
        let sample = include_str!("../../../../examples/noroshi.toml");
        let values = Values::merge(Path::new(FILE_NAME), sample, &[]).expect("the sample is valid");
        let config = values.config(Path::new(FILE_NAME)).expect("the sample is valid");
        config.check().expect("the values of the sample can be used");
        let unsaid: Vec<&str> =
            values.0.iter().filter(|value| value.origin == Origin::Default).map(|value| value.name.as_str()).collect();
        assert_eq!(unsaid, [""; 0], "the sample names every value");
    }

    #[test]
    fn the_environment_comes_before_the_file() {
        let environment = [("NOROSHI_WEB_BASE_URL".to_owned(), "https://b.example".to_owned())];
        let values = Values::merge(Path::new(FILE_NAME), "[web]\nbase_url = 'https://a.example'", &environment);
        let config = values.and_then(|values| values.config(Path::new(FILE_NAME))).expect("both are valid");
        assert_eq!(config.web.base_url, "https://b.example");
    }

    #[test]
    fn a_name_that_is_not_known_is_told_with_its_line() {
        let error = Values::merge(Path::new(FILE_NAME), "[web]\n\nbase_uri = 'x'", &[]).err().expect("it is refused");
        assert!(error.sentence.contains("line 3") && error.sentence.contains("base_uri"), "{}", error.sentence);
    }
}
