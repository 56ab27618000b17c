//! How the program says that something did not work: one or two plain sentences, and an exit code.

use std::fmt::Display;

/// Why a command did not do what it was asked to.
#[derive(Debug)]
pub struct Failure {
    /// What is wrong and what to do, for the person at the keyboard. No secrets, no stored data.
    pub sentence: String,
    /// Exit code of the process.
    pub code: u8,
}

/// The result of a command.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with exit code 1.
    #[must_use]
    pub fn new(sentence: impl Display) -> Self {
        Failure { sentence: as_sentence(&sentence.to_string()), code: 1 }
    }
}

impl From<store::StoreError> for Failure {
    fn from(error: store::StoreError) -> Self {
        match &error {
            store::StoreError::Database { code } if is_disk(code) => {
                Failure::new(format!("{error}: the disk is full, or it failed; nothing was stored"))
            }
            _ => Failure::new(error),
        }
    }
}

/// SQLite's SQLITE_IOERR with its many reasons: the lowest byte is 10.
fn is_disk(code: &str) -> bool {
    code.parse::<u32>().is_ok_and(|code| code & 0xff == 10)
}

impl From<casework::Error> for Failure {
    fn from(error: casework::Error) -> Self {
        match error {
            casework::Error::Store(error) => error.into(),
            other => Failure::new(other),
        }
    }
}

impl From<casework::editions::EditionError> for Failure {
    fn from(error: casework::editions::EditionError) -> Self {
        Failure::new(error)
    }
}

impl From<casework::settings::SettingsError> for Failure {
    fn from(error: casework::settings::SettingsError) -> Self {
        Failure::new(error)
    }
}

/// Library errors begin with a small letter and have no full stop; people read sentences. A name that begins one
/// (`web.base_url`, a path) stays as it is.
fn as_sentence(text: &str) -> String {
    let text = text.trim();
    let is_name = text.split(' ').next().is_some_and(|word| word.contains(['.', '_', '/']));
    let stop = if text.ends_with(['.', '。', '?', '!']) { "" } else { "." };
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !is_name => format!("{}{}{stop}", first.to_uppercase(), letters.as_str()),
        _ => format!("{text}{stop}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_as_a_sentence() {
        assert_eq!(Failure::new("there is no key").sentence, "There is no key.");
        assert_eq!(Failure::new("web.base_url cannot be used").sentence, "web.base_url cannot be used.");
        assert_eq!(Failure::new("鍵がありません。").sentence, "鍵がありません。");
    }
}
