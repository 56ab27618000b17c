//! What a report brings when it comes, and what its finder is given for it.

use rulebook::ids::ReportId;
use rulebook::report::Channel;
use rulebook::report::form::ReportForm;
use rulebook::report::problems::{Problem, problems};
use store::{SealedFile, Token};

/// A file that was written before and comes with a report or a message.
#[derive(Clone)]
pub struct ReceivedFile {
    /// Cleaned file name.
    pub name: String,
    /// The sealed bytes.
    pub sealed: SealedFile,
}

/// A report to take in.
pub struct NewReport {
    /// The form, as far as it could be read.
    pub form: ReportForm,
    /// Whether the kind of form is known.
    pub kind_known: bool,
    /// Whether a person has to read it first.
    pub needs_reading: bool,
    /// What is missing or contradictory.
    pub problems: Vec<Problem>,
    /// How it came.
    pub channel: Channel,
    /// Files.
    pub files: Vec<ReceivedFile>,
    /// The bytes as they came.
    pub original: Option<Vec<u8>>,
    /// What makes it the same report when it comes again (decision 24).
    pub import_key: Option<String>,
}

impl NewReport {
    /// What is typed on the page, whole and without files, from somebody who sends it once.
    #[must_use]
    pub fn typed(form: ReportForm) -> Self {
        NewReport {
            problems: problems(&form),
            form,
            kind_known: true,
            needs_reading: false,
            channel: Channel::WebForm,
            files: Vec::new(),
            original: None,
            import_key: None,
        }
    }
}

/// What the program knows of a mail that somebody has to read.
pub(crate) struct Hint {
    /// What the lists show while nobody has read it: the mail's subject.
    pub title: String,
    /// Why it waits, and what it may belong to: an internal note of the desk.
    pub note: String,
}

/// What a finder is given, once.
#[derive(Debug)]
pub struct Receipt {
    /// The report.
    pub report: ReportId,
    /// Its number.
    pub number: String,
    /// The secret that opens its progress page; none when the same report was taken in before.
    pub secret: Option<Token>,
}
